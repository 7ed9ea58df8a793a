package sqlitestore

import (
	"context"
	"regexp"
	"strconv"
	"testing"

	"parley/graph"
	"parley/graph/graphtest"
)

// named is a filter through an edge to an actor or a place of a name.
func named(edge graph.EdgeType, dir graph.Direction, name string) graph.Connected {
	return graph.Connected{Edge: edge, Dir: dir, Where: graph.Compare{Prop: "name", Value: name}}
}

// identified is a filter for meetings that the actor of that ID attended.
func identified(id graph.ID) graph.Connected {
	return graph.Connected{Edge: "ATTENDED", Dir: graph.In, Where: graph.HasID{id}}
}

// planned are queries of the kinds that analysts ask, none of which may read
// a whole table.
var planned = map[string]graph.Query{
	"by name":     {Labels: []graph.Label{"Actor"}, Where: graph.Compare{Prop: "name", Value: "Putin"}},
	"by ID":       {IDs: []graph.ID{"person:putin"}},
	"by status":   {Labels: []graph.Label{"Meeting"}, Where: graph.Compare{Prop: "status", Value: "held"}},
	"by date":     {Labels: []graph.Label{"Meeting"}, Where: graph.And{graph.Compare{Prop: "start", Op: graph.From, Value: "2025-11"}, graph.Compare{Prop: "start", Op: graph.To, Value: "2025-12"}}},
	"by two":      {Labels: []graph.Label{"Meeting"}, Where: graph.And{named("ATTENDED", graph.In, "Kushner"), named("ATTENDED", graph.In, "Putin")}, Count: true},
	"by two IDs":  {Labels: []graph.Label{"Meeting"}, Where: graph.And{identified("person:kushner"), identified("person:putin")}, Count: true},
	"by topic":    {Labels: []graph.Label{"Meeting"}, Where: graph.Connected{Edge: "ABOUT", Where: graph.Compare{Prop: "name", Op: graph.Contains, Value: "war"}}},
	"by either":   {Labels: []graph.Label{"Meeting"}, Where: graph.Or{named("ATTENDED", graph.In, "Kushner"), named("HELD_IN", graph.Out, "Geneva")}},
	"within":      {Labels: []graph.Label{"Meeting"}, Where: graph.Connected{Edge: "HELD_IN", Up: "LOCATED_IN", Where: graph.Compare{Prop: "name", Value: "Russia"}}},
	"two edges":   {Labels: []graph.Label{"Meeting"}, Where: graph.Connected{Edge: "ATTENDED", Dir: graph.In, Where: named("REPRESENTS", graph.Out, "Russia")}},
	"by words":    {Text: "security guarantee", Order: []graph.Order{{By: graph.ByScore, Desc: true}}, Count: true},
	"by role":     {Labels: []graph.Label{"Meeting"}, Where: graph.Connected{Edge: "ATTENDED", Dir: graph.In, Where: graph.And{graph.EdgeCompare{Prop: "role", Value: "host"}, graph.Compare{Prop: "name", Value: "Putin"}}}},
	"with facets": {Labels: []graph.Label{"Meeting"}, Where: named("ATTENDED", graph.In, "US"), Count: true, Facets: []graph.Facet{{Name: "a", Prop: "start", Unit: "month"}, {Name: "b", Edge: "ATTENDED", Dir: graph.In, Limit: 10}}},
	"counterparts": {Labels: []graph.Label{"Actor"}, Where: graph.Compare{Prop: "name", Value: "Putin"}, Page: graph.Page{Limit: 1}, Expand: []graph.Expand{{
		Name: "c", Edge: "ATTENDED", Query: graph.Query{Count: true, Order: []graph.Order{{By: graph.ByAggregate, Prop: "n", Desc: true}}},
		Through: &graph.Through{Label: "Meeting", Edge: "ATTENDED", Dir: graph.In, Apart: "side", Aggregates: []graph.Aggregate{{Name: "n"}}}}}},
}

// wholeTable matches a step of a plan that reads a whole table: their aliases
// are a letter and a number.
var wholeTable = regexp.MustCompile(`^SCAN (node|folded|words|edge_\w+|[new]\d+)\b`)

func TestNoQuestionReadsAWholeTable(t *testing.T) {
	s := openTemp(t, graphtest.Ontology(), Options{})
	for name, q := range planned {
		q.Page.Limit = 20
		_, err := s.Query(watched(t, s, name), q)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := s.Path(watched(t, s, "path"), graph.PathQuery{From: graph.End{Name: "Umerov"}, To: graph.End{Name: "Putin"}, EndLabels: []graph.Label{"Actor"},
		Edge: "ATTENDED", Over: "Meeting", Via: []graph.Label{"Person"}, Max: 6, Where: graph.Compare{Prop: "status", Value: "held"}})
	if err != nil {
		t.Error(err)
	}
	_, err = s.Path(watched(t, s, "path by ID"), graph.PathQuery{From: graph.End{ID: "person:umerov"}, To: graph.End{ID: "person:putin"}, EndLabels: []graph.Label{"Actor"},
		Edge: "ATTENDED", Over: "Meeting", Via: []graph.Label{"Person"}, Max: 6})
	if err != nil {
		t.Error(err)
	}
}

// watched looks at the plan of every statement and counts them.
func watched(t *testing.T, s *Store, name string) context.Context {
	n := 0
	return graph.WithTrace(t.Context(), func(st graph.Statement) {
		if n++; n > 1 {
			t.Errorf("%s: statement %d, want one", name, n)
		}
		for _, step := range plan(t, s, st) {
			if wholeTable.MatchString(step) {
				t.Errorf("%s: the plan has %q\n%s", name, step, st.Text)
			}
		}
	})
}

// plan is the text of each step of a statement's plan.
func plan(t *testing.T, s *Store, st graph.Statement) []string {
	args := make([]any, len(st.Params))
	for i := range args {
		args[i] = st.Params[strconv.Itoa(i+1)]
	}
	rows, err := s.read.Query("EXPLAIN QUERY PLAN "+st.Text, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		out = append(out, detail)
	}
	return out
}

// TestSomebodysMeetingsSinceADayComeFromTheIndex: the meetings that somebody
// attended are looked at in the narrow index of their days, not in the table.
func TestSomebodysMeetingsSinceADayComeFromTheIndex(t *testing.T) {
	s := openTemp(t, graphtest.Ontology(), Options{})
	found := false
	ctx := graph.WithTrace(t.Context(), func(st graph.Statement) {
		for _, step := range plan(t, s, st) {
			found = found || regexp.MustCompile(`^SEARCH n\d+ USING (COVERING )?INDEX node_Meeting__days \(_key=\?\)`).MatchString(step)
		}
	})
	_, err := s.Query(ctx, graph.Query{Labels: []graph.Label{"Person"}, Where: graph.Compare{Prop: "name", Value: "Putin"}, Page: graph.Page{Limit: 1}, Expand: []graph.Expand{{
		Name: "m", Edge: "ATTENDED", Query: graph.Query{Count: true, Where: graph.Compare{Prop: "start", Op: graph.From, Value: "2025-06"}, Order: []graph.Order{{Prop: "start", Desc: true}}}}}})
	if err != nil || !found {
		t.Errorf("index used: %v, %v", found, err)
	}
}

// TestTheLatestMeetingsComeFromTheIndex: the latest meetings are the end of an
// index, not the head of a sorted table.
func TestTheLatestMeetingsComeFromTheIndex(t *testing.T) {
	s := openTemp(t, graphtest.Ontology(), Options{})
	found := false
	ctx := graph.WithTrace(t.Context(), func(st graph.Statement) {
		for _, step := range plan(t, s, st) {
			found = found || regexp.MustCompile(`^(SCAN|SEARCH) n\d+ USING (COVERING )?INDEX node_Meeting_start`).MatchString(step)
		}
	})
	_, err := s.Query(ctx, graph.Query{Labels: []graph.Label{"Meeting"}, Order: []graph.Order{{Prop: "start", Desc: true}}, Page: graph.Page{Limit: 20}})
	if err != nil || !found {
		t.Errorf("index used: %v, %v", found, err)
	}
	for _, none := range []graph.Predicate{graph.Or{}, graph.HasLabel{}, graph.Compare{Prop: "kind", Op: graph.OneOf, Value: []string{}}, graph.Compare{Prop: "start", Op: graph.OneOf, Value: []string{}}} {
		res, err := s.Query(t.Context(), graph.Query{Labels: []graph.Label{"Meeting"}, Where: none, Order: []graph.Order{{Prop: "start"}}, Page: graph.Page{Limit: 1}})
		if err != nil || len(res.Rows) > 0 {
			t.Errorf("along the index where nothing matches %#v: %v, %v", none, res, err)
		}
	}
}
