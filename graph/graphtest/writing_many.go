package graphtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"parley/graph"
)

// runChanging pages through a list while rows come and go, the cursor's own
// included.
func runChanging(t *testing.T, s *subject) {
	var b graph.Batch
	for _, i := range "abcdef" {
		b.Nodes = append(b.Nodes, node("Topic", graph.ID("topic:"+string(i)), graph.Props{"name": "Same"}))
	}
	s.apply(t, b)
	query := func(p graph.Page) graph.Query {
		return graph.Query{Labels: []graph.Label{"Topic"}, Where: is("name", graph.StartsWith, "same"), Order: []graph.Order{up("name")}, Page: p}
	}
	page := s.query(t, query(graph.Page{Limit: 3})).Rows
	s.apply(t, graph.Batch{DeleteNodes: []graph.ID{"topic:c", "topic:d"}, Nodes: []graph.Node{
		node("Topic", "topic:b1", graph.Props{"name": "Same"}), node("Topic", "topic:c1", graph.Props{"name": "SÁME"}), node("Topic", "topic:a", graph.Props{"name": "Same z"})}})
	cursor := throughJSON(t, page[2])
	for _, c := range []struct {
		page graph.Page
		want []string
	}{
		{graph.Page{Limit: -1, After: cursor}, []string{"topic:c1", "topic:e", "topic:f", "topic:a"}},
		{graph.Page{Limit: 2, After: cursor}, []string{"topic:c1", "topic:e"}},
		{graph.Page{Limit: -1, Backward: true, Before: cursor}, []string{"topic:b", "topic:b1"}},
		{graph.Page{Limit: 1, Backward: true, Before: cursor}, []string{"topic:b1"}},
	} {
		res := s.query(t, query(c.page))
		if got := rowIDs(res.Rows); !slices.Equal(got, c.want) || res.More != (c.page.Limit > 0) {
			t.Errorf("page %s around the deleted topic:c gives %v, more %t; want %v", pageText(c.page), got, res.More, c.want)
		}
	}
}

// runCandidates asks for a path from a name that more than ten have.
func runCandidates(t *testing.T, s *subject) {
	var b graph.Batch
	for i := range 12 {
		b.Nodes = append(b.Nodes, named1(graph.ID(fmt.Sprintf("person:many%02d", i)), "Many", nil))
	}
	s.apply(t, b)
	s.checkPath(t, pathCase{query: bare("many", "nobody", 3)})
	s.checkPath(t, pathCase{query: bare("person:many01", "MÄNY", 3)})
}

// How many write at the same time, and how often each.
const (
	writers = 4
	rounds  = 5
)

// runWriters lets several write at once: with If and retry each adds one to a
// number, without If each adds nodes. Readers see whole batches only.
func runWriters(t *testing.T, s *subject) {
	counter := func(n int64) graph.Node { return node("Meeting", "meeting:counter", graph.Props{"seats": n}) }
	s.apply(t, graph.Batch{Nodes: []graph.Node{counter(0)}})
	before, err := s.store.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for w := range writers {
		group.Go(func() {
			for r := range rounds {
				if err := increment(t.Context(), s.store, counter); err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
				pair := fmt.Sprintf("topic:w%d-%d", w, r)
				if _, err := s.store.Apply(t.Context(), topicPair(pair)); err != nil {
					t.Errorf("writer %d: %v", w, err)
				}
			}
		})
		group.Go(func() { readPairs(t, s.store) })
	}
	group.Wait()
	for w := range writers {
		for r := range rounds {
			mirror(t, s.model, graph.Batch{Nodes: []graph.Node{counter(int64(w*rounds + r + 1))}})
			mirror(t, s.model, topicPair(fmt.Sprintf("topic:w%d-%d", w, r)))
		}
	}
	s.sameGraph(t)
	if after, err := s.store.Info(t.Context()); err != nil || after.Revision != before.Revision+2*writers*rounds {
		t.Errorf("after %d batches the revision went from %d to %d, %v", 2*writers*rounds, before.Revision, after.Revision, err)
	}
}

// mirror writes to the oracle what others wrote to the store.
func mirror(t *testing.T, m *Model, b graph.Batch) {
	t.Helper()
	if _, err := m.Apply(t.Context(), b); err != nil {
		t.Fatal(err)
	}
}

// increment reads the number and writes the next, again and again until
// nobody was faster.
func increment(ctx context.Context, s graph.Store, counter func(int64) graph.Node) error {
	for {
		info, err := s.Info(ctx)
		if err != nil {
			return err
		}
		q := from("meeting:counter")
		q.Props = []string{"seats"}
		res, err := s.Query(ctx, q)
		if err != nil {
			return err
		}
		n, _ := res.Rows[0].Props.Get("seats").(int64)
		_, err = s.Apply(ctx, graph.Batch{If: info.Revision, Nodes: []graph.Node{counter(n + 1)}})
		if !errors.Is(err, graph.ErrConflict) {
			return err
		}
	}
}

// topicPair writes two nodes that are only ever seen together.
func topicPair(id string) graph.Batch {
	return graph.Batch{Nodes: []graph.Node{
		node("Topic", graph.ID(id+"-l"), graph.Props{"name": "left"}), node("Topic", graph.ID(id+"-r"), graph.Props{"name": "right"})}}
}

// readPairs wants as many left as right ones in each answer.
func readPairs(t *testing.T, s graph.Store) {
	for range rounds {
		res, err := s.Query(t.Context(), graph.Query{Labels: []graph.Label{"Topic"},
			Facets: []graph.Facet{{Name: "names", Prop: "name", Limit: -1}}})
		if err != nil {
			t.Errorf("reader: %v", err)
			return
		}
		counts := map[string]int64{}
		for _, b := range res.Facets["names"] {
			counts[b.Key] = b.Count
		}
		if counts["left"] != counts["right"] {
			t.Errorf("a reader saw half a batch: %v", counts)
		}
	}
}

// runLarge writes 5,000 nodes and as many edges in one batch, and finds the
// last of them.
func runLarge(t *testing.T, s *subject) {
	var b graph.Batch
	for i := range 5000 {
		id := graph.ID(fmt.Sprintf("meeting:large%04d", i))
		b.Nodes = append(b.Nodes, node("Meeting", id, graph.Props{"title": fmt.Sprintf("Large %d", i), "status": "large", "seats": int64(i % 7), "start": fmt.Sprintf("20%02d", i%30)}))
		b.Edges = append(b.Edges, edge("ATTENDED", "person:2", id, graph.Props{"role": "guest", "seat": int64(i)}))
	}
	s.apply(t, b)
	s.sameGraph(t)
	for _, q := range []graph.Query{
		{Labels: []graph.Label{"Meeting"}, Where: is("title", graph.Eq, "LARGE 4999"), Page: all, Props: []string{"seats"}},
		from("person:2", meetingsOf("meetings", graph.Query{Order: byEdge("seat", true), Page: graph.Page{Limit: 2}, Count: true}, "seat")),
		{Labels: []graph.Label{"Meeting"}, Where: is("status", graph.Eq, "large"), Count: true, Facets: []graph.Facet{{Name: "year", Prop: "start", Unit: "year", Limit: 3}}},
	} {
		s.check(t, Case{Query: q})
	}
	var gone graph.Batch
	for _, n := range b.Nodes {
		gone.DeleteNodes = append(gone.DeleteNodes, n.ID)
	}
	s.apply(t, gone)
	s.sameGraph(t)
}

// runHistory empties the store and writes one graph twice in different ways:
// the exports are equal.
func runHistory(t *testing.T, s *subject) {
	nodes, _ := s.model.snapshot()
	var gone graph.Batch
	for _, n := range nodes {
		gone.DeleteNodes = append(gone.DeleteNodes, n.ID)
	}
	s.apply(t, gone)
	s.sameGraph(t)
	whole := Fixture()
	for i := len(whole.Nodes) - 1; i >= 0; i -= 5 {
		s.apply(t, graph.Batch{Nodes: whole.Nodes[max(0, i-4) : i+1]})
	}
	half := len(whole.Edges) / 2
	s.apply(t, graph.Batch{Edges: whole.Edges[half:]})
	s.apply(t, graph.Batch{DeleteNodes: []graph.ID{"country:ru", "meeting:a"}})
	s.apply(t, whole)
	fresh := NewModel(Ontology())
	mirror(t, fresh, whole)
	want, _ := export(t.Context(), fresh)
	got, err := export(t.Context(), s.store)
	if err != nil || renderExport(got) != renderExport(want) {
		t.Errorf("Export differs by history (%v): %d items, want %d", err, len(got), len(want))
	}
}
