package loader_test

import (
	"context"
	"fmt"
	"testing"

	"parley/graph"
	"parley/loader"
	"parley/loader/read"
)

// told makes a document of an outlet that tells of one meeting, on a weekday of
// the week of 24 November 2025.
func told(outlet, published, weekday string) *read.Document {
	return &read.Document{Name: outlet, URL: "https://" + outlet + ".example/1", Published: published, Publisher: outlet, Text: fmt.Sprintf(
		"Foreign Minister Ada Example of France and Foreign Minister Bo Sample of Kenya met in Nairobi on %s to discuss a fishing treaty, %s wrote.", weekday, outlet)}
}

// meetingRows are the rows of all meetings with what hangs on them.
func meetingRows(t *testing.T, s graph.Store) []graph.Row {
	t.Helper()
	expand := func(name string, edge graph.EdgeType, dir graph.Direction, props ...string) graph.Expand {
		return graph.Expand{Name: name, Edge: edge, Dir: dir, Query: graph.Query{Page: graph.Page{Limit: -1}, Props: props}}
	}
	res, err := s.Query(context.Background(), graph.Query{Labels: []graph.Label{"Meeting"}, Page: graph.Page{Limit: -1}, Props: []string{"start", "disputed"},
		Expand: []graph.Expand{expand("conflicts", "HAS_CONFLICT", graph.Out, "field"), expand("versions", "VERSION_OF", graph.In, "since", "until", "start", "disputed")}})
	if err != nil {
		t.Fatal(err)
	}
	return res.Rows
}

// TestADisputeComesAndGoesWithItsReports loads two accounts of one meeting that
// name two days, and takes one of them away again.
func TestADisputeComesAndGoesWithItsReports(t *testing.T) {
	s := newStore(t)
	load(t, s, told("one", "2025-11-28", "Wednesday"))
	before := export(t, s)
	if got := load(t, s, told("other", "2025-11-29", "Thursday")).Meetings; got != (loader.Meetings{Changed: 1, Conflicts: 1}) {
		t.Errorf("the second account: %+v", got)
	}
	rows := meetingRows(t, s)
	if len(rows) != 1 || rows[0].Props.Get("disputed") != true || len(rows[0].Sub.Get("conflicts").Rows) != 1 {
		t.Fatalf("want one meeting with one contradiction: %+v", rows)
	}
	versions := rows[0].Sub.Get("versions").Rows
	if len(versions) != 2 || versions[0].Props.Get("until") != "2025-11-29" || versions[0].Props.Get("disputed") != false || versions[1].Props.Get("disputed") != true || versions[1].Props.Get("until") != nil {
		t.Errorf("want one state before the second account and one since: %+v", versions)
	}
	if _, err := loader.Withdraw(context.Background(), s, []string{"other"}); err != nil {
		t.Fatal(err)
	}
	same(t, "withdrawn", export(t, s), before)
}
