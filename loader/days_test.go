package loader_test

import (
	"context"
	"testing"

	"parley/graph"
	"parley/loader"
	"parley/loader/read"
)

// said makes a document in which Ada Example acts for France.
func said(name, published string) *read.Document {
	return &read.Document{Name: name, URL: "https://wire.example/" + name, Published: published,
		Text: "Foreign Minister Ada Example of France met President Bo Sample of Kenya in Nairobi."}
}

// known returns since when France and what Ada Example represents are known,
// and until when the latter.
func known(t *testing.T, s graph.Store) [3]any {
	t.Helper()
	res, err := s.Query(context.Background(), graph.Query{
		Labels: []graph.Label{"Person"}, Where: graph.Compare{Prop: "name", Value: "Ada Example"}, Page: graph.Page{Limit: 1},
		Expand: []graph.Expand{{Name: "of", Edge: "REPRESENTS", EdgeProps: []string{"since", "until"},
			Query: graph.Query{Props: []string{"since"}, Page: graph.Page{Limit: 1}}}},
	})
	if err != nil || len(res.Rows) != 1 || len(res.Rows[0].Sub.Get("of").Rows) != 1 {
		t.Fatalf("got %+v, %v", res, err)
	}
	of := res.Rows[0].Sub.Get("of").Rows[0]
	return [3]any{of.Props.Get("since"), of.Edge.Get("since"), of.Edge.Get("until")}
}

// TestSharedThingsAreKnownSinceTheirFirstDocument loads documents out of order
// and takes the first and the last away again.
func TestSharedThingsAreKnownSinceTheirFirstDocument(t *testing.T) {
	s := newStore(t)
	want := func(when string, bounds ...any) {
		t.Helper()
		if got := known(t, s); got != [3]any(bounds) {
			t.Errorf("%s: got %v, want %v", when, got, bounds)
		}
	}
	withdraw := func(name string) {
		t.Helper()
		if _, err := loader.Withdraw(context.Background(), s, []string{name}); err != nil {
			t.Fatal(err)
		}
	}
	load(t, s, said("undated", ""))
	want("undated", nil, nil, nil)
	load(t, s, said("b", "2025-03-02"))
	load(t, s, said("c", "2025-03-03"), said("a", "2025-03-01"))
	want("three", "2025-03-01", "2025-03-01", "2025-03-03")
	withdraw("a")
	want("without the first", "2025-03-02", "2025-03-02", "2025-03-03")
	withdraw("c")
	want("without the last", "2025-03-02", "2025-03-02", "2025-03-02")
	load(t, s, said("b", "2025-03-09"))
	want("corrected", "2025-03-09", "2025-03-09", "2025-03-09")
	withdraw("b")
	want("undated again", nil, nil, nil)
}
