package graphtest

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/graph"
)

// Open gives the suite an empty store over the ontology each time it is
// called; the suite closes it. Between two calls a store may be emptied and
// given again: the suite uses only the one opened last.
type Open func(t *testing.T, o *graph.Ontology) graph.Store

// Run runs the whole suite against the stores that open gives.
func Run(t *testing.T, open func(t *testing.T, o *graph.Ontology) graph.Store) {
	t.Run("Fixture", func(t *testing.T) { runFixture(t, open) })
	t.Run("Generated", func(t *testing.T) { runGenerated(t, open) })
	t.Run("Writing", func(t *testing.T) { runWriting(t, open) })
}

// runFixture asks everything that only reads the graph written by hand.
func runFixture(t *testing.T, open Open) {
	s := newSubject(t, open, Fixture())
	t.Run("Cases", func(t *testing.T) { runCases(t, s) })
	t.Run("Paths", func(t *testing.T) { runPaths(t, s) })
	t.Run("Invalid", func(t *testing.T) { runInvalid(t, s) })
	t.Run("Paging", func(t *testing.T) { runPaging(t, s) })
	t.Run("Ending", func(t *testing.T) { runEnding(t, s) })
	t.Run("Export", func(t *testing.T) { runExport(t, s) })
}

// subject is the store at test beside an oracle with the same graph.
type subject struct {
	store graph.Store
	model *Model
}

// newSubject opens a store and writes the batch into it and into an oracle.
func newSubject(t *testing.T, open Open, b graph.Batch) *subject {
	t.Helper()
	o := Ontology()
	s := &subject{open(t, o), NewModel(o)}
	t.Cleanup(func() {
		if err := s.store.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	s.apply(t, b)
	return s
}

// apply writes to both.
func (s *subject) apply(t *testing.T, b graph.Batch) {
	t.Helper()
	want, wantErr := s.model.Apply(t.Context(), b)
	got, err := s.store.Apply(t.Context(), b)
	if err != nil || wantErr != nil || got != want {
		t.Fatalf("Apply gives revision %d, %v; want %d, %v", got, err, want, wantErr)
	}
}

// Case is one query and, where Want is not "", its answer written by hand as
// Render does, indented at will.
type Case struct {
	Name  string
	Query graph.Query
	Want  string
}

func runCases(t *testing.T, s *subject) {
	for _, theme := range [][]Case{
		filterCases(), textPropCases(), dateCases(), listCases(), logicCases(), edgeCases(), orderCases(),
		pageCases(), expandCases(), throughCases(), facetCases(), searchCases(), lookupCases(),
	} {
		for _, c := range theme {
			t.Run(c.Name, func(t *testing.T) { s.check(t, c) })
		}
	}
}

// check compares the store's answer with the oracle's and with Want.
func (s *subject) check(t *testing.T, c Case) {
	t.Helper()
	want, err := s.model.Query(t.Context(), c.Query)
	if err != nil {
		t.Fatalf("the oracle refuses the case: %v", err)
	}
	if c.Want != "" {
		if diff := cmp.Diff(outdent(c.Want), Render(want)); diff != "" {
			t.Errorf("the oracle differs from the answer written by hand (-hand +oracle):\n%s", diff)
		}
	}
	got := s.query(t, c.Query)
	if diff := cmp.Diff(Render(want), Render(got)); diff != "" {
		t.Errorf("the answer is wrong (-want +got):\n%s\nto %s", diff, describe(c.Query))
	}
}

// query asks the store, and counts the statements it needs: one.
func (s *subject) query(t *testing.T, q graph.Query) *graph.Result {
	t.Helper()
	var sent atomic.Int64
	ctx := graph.WithTrace(t.Context(), func(graph.Statement) { sent.Add(1) })
	res, err := s.store.Query(ctx, q)
	if err != nil || res == nil {
		t.Fatalf("Query gives %v, %v\nto %s", res, err, describe(q))
	}
	if n := sent.Load(); n != 1 {
		t.Errorf("Query took %d statements, want 1\nto %s", n, describe(q))
	}
	return res
}

// path asks the store for a path, with one statement.
func (s *subject) path(t *testing.T, q graph.PathQuery) *graph.PathResult {
	t.Helper()
	var sent atomic.Int64
	ctx := graph.WithTrace(t.Context(), func(graph.Statement) { sent.Add(1) })
	res, err := s.store.Path(ctx, q)
	if err != nil || res == nil {
		t.Fatalf("Path gives %v, %v\nto %s", res, err, describe(q))
	}
	if n := sent.Load(); n != 1 {
		t.Errorf("Path took %d statements, want 1\nto %s", n, describe(q))
	}
	return res
}

// export reads the whole graph.
func export(ctx context.Context, s graph.Store) ([]graph.Item, error) {
	var items []graph.Item
	err := s.Export(ctx, func(i graph.Item) error {
		items = append(items, i)
		return nil
	})
	return items, err
}

// sameGraph compares the exports of store and oracle, and what Info counts.
func (s *subject) sameGraph(t *testing.T) {
	t.Helper()
	want, _ := export(t.Context(), s.model)
	got, err := export(t.Context(), s.store)
	if err != nil {
		t.Fatalf("Export: %v", err)
	}
	if diff := cmp.Diff(renderExport(want), renderExport(got)); diff != "" {
		t.Errorf("the graph is wrong (-want +got):\n%s", diff)
	}
	s.sameInfo(t)
}

func (s *subject) sameInfo(t *testing.T) {
	t.Helper()
	want, _ := s.model.Info(t.Context())
	got, err := s.store.Info(t.Context())
	if err != nil {
		t.Fatalf("Info: %v", err)
	}
	for l, n := range got.Nodes {
		if n == 0 {
			delete(got.Nodes, l)
		}
	}
	if diff := cmp.Diff(want.Nodes, got.Nodes); diff != "" {
		t.Errorf("Info counts nodes wrongly (-want +got):\n%s", diff)
	}
	if got.Edges != want.Edges || got.Revision != want.Revision || got.Format != graph.FormatVersion {
		t.Errorf("Info has edges %d, revision %d, format %d; want %d, %d, %d",
			got.Edges, got.Revision, got.Format, want.Edges, want.Revision, graph.FormatVersion)
	}
	if got.Kind == "" || got.Address == "" || got.Server == "" || len(got.Missing) > 0 {
		t.Errorf("Info lacks a kind, an address or a server, or misses indexes: %+v", got)
	}
}

// throughJSON sends a cursor through JSON, as it goes out to a client and
// comes back.
func throughJSON(t *testing.T, r graph.Row) *graph.Cursor {
	t.Helper()
	text, err := json.Marshal(graph.Cursor{Keys: r.Keys, ID: r.ID})
	if err != nil {
		t.Fatalf("keys of %s don't survive JSON: %v", r.ID, err)
	}
	var c graph.Cursor
	if err := json.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	return &c
}

// outdent takes away the blank lines around an answer written by hand and the
// tabs that it is indented by.
func outdent(s string) string {
	lines := strings.Split(strings.Trim(s, "\n\t "), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(strings.TrimLeft(l, "\t"), "\t ")
	}
	return strings.Join(lines, "\n") + "\n"
}

func wantInvalid(t *testing.T, err error, what string) {
	t.Helper()
	if !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("%s gives %v, want ErrInvalid", what, err)
	}
}
