package graphtest

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"parley/graph"
)

// mutant is a store with one fault, for the suite to find.
type mutant struct {
	*Model
	// query and path spoil what is asked or answered.
	query func(m *Model, ctx context.Context, q graph.Query) (*graph.Result, error)
	path  func(*graph.PathResult)
	apply func(*graph.Batch)
	item  func(graph.Item) graph.Item
}

func (m *mutant) Query(ctx context.Context, q graph.Query) (*graph.Result, error) {
	if m.query != nil {
		return m.query(m.Model, ctx, q)
	}
	return m.Model.Query(ctx, q)
}

func (m *mutant) Path(ctx context.Context, q graph.PathQuery) (*graph.PathResult, error) {
	res, err := m.Model.Path(ctx, q)
	if err == nil && m.path != nil {
		m.path(res)
	}
	return res, err
}

func (m *mutant) Apply(ctx context.Context, b graph.Batch) (graph.Revision, error) {
	if m.apply != nil {
		m.apply(&b)
	}
	return m.Model.Apply(ctx, b)
}

func (m *mutant) Export(ctx context.Context, yield func(graph.Item) error) error {
	return m.Model.Export(ctx, func(i graph.Item) error {
		if m.item != nil {
			i = m.item(i)
		}
		return yield(i)
	})
}

// asked makes a mutant that spoils the question.
func asked(f func(*graph.Query)) mutant {
	return mutant{query: func(m *Model, ctx context.Context, q graph.Query) (*graph.Result, error) {
		f(&q)
		return m.Query(ctx, q)
	}}
}

// answered makes a mutant that spoils the answer.
func answered(f func(*graph.Result)) mutant {
	return mutant{query: func(m *Model, ctx context.Context, q graph.Query) (*graph.Result, error) {
		res, err := m.Query(ctx, q)
		if err == nil {
			f(res)
		}
		return res, err
	}}
}

// eachRow makes a mutant that spoils the rows.
func eachRow(f func(*graph.Row)) mutant {
	return answered(func(r *graph.Result) {
		for i := range r.Rows {
			f(&r.Rows[i])
		}
	})
}

var mutants = map[string]mutant{
	"two statements": {query: func(m *Model, ctx context.Context, q graph.Query) (*graph.Result, error) {
		graph.Trace(ctx, graph.Statement{})
		return m.Query(ctx, q)
	}},
	"no statement": {query: func(m *Model, _ context.Context, q graph.Query) (*graph.Result, error) {
		return m.Query(context.Background(), q)
	}},
	"no more":         answered(func(r *graph.Result) { r.More = false }),
	"count of a page": answered(func(r *graph.Result) { r.Total = min(r.Total, int64(len(r.Rows))) }),
	"no lookups":      answered(func(r *graph.Result) { r.Lookups = nil }),
	"ties the other way": answered(func(r *graph.Result) {
		slices.SortStableFunc(r.Rows, func(a, b graph.Row) int { return -strings.Compare(string(a.ID), string(b.ID)) })
	}),
	"absent as empty": eachRow(func(r *graph.Row) {
		for i, v := range r.Props.List {
			if v == nil {
				r.Props.List[i] = ""
			}
		}
	}),
	"ints as floats": eachRow(func(r *graph.Row) {
		for i, v := range r.Props.List {
			if n, ok := v.(int64); ok {
				r.Props.List[i] = float64(n)
			}
		}
	}),
	"scores apart":     eachRow(func(r *graph.Row) { r.Score *= 1 + 1e-7 }),
	"interface labels": eachRow(func(r *graph.Row) { r.Label = "Actor" }),
	"no sub":           eachRow(func(r *graph.Row) { r.Sub = graph.Subs{} }),
	"cursors of ids only": eachRow(func(r *graph.Row) {
		for i := range r.Keys {
			r.Keys[i] = nil
		}
	}),
	"no where":         asked(func(q *graph.Query) { q.Where = nil }),
	"no labels":        asked(func(q *graph.Query) { q.Labels = []graph.Label{"Meeting", "Actor"} }),
	"forward only":     asked(func(q *graph.Query) { q.Page.Backward, q.Page.Before = false, nil }),
	"no facet limit":   asked(func(q *graph.Query) { q.Facets = slices.Clone(q.Facets); unlimited(q.Facets) }),
	"paths reversed":   {path: func(r *graph.PathResult) { slices.Reverse(r.Steps) }},
	"one candidate":    {path: func(r *graph.PathResult) { r.From = r.From[:min(1, len(r.From))] }},
	"no conflicts":     {apply: func(b *graph.Batch) { b.If = 0 }},
	"no clearing":      {apply: func(b *graph.Batch) { b.Clear = nil }},
	"no deleting":      {apply: func(b *graph.Batch) { b.DeleteNodes = nil }},
	"half a batch":     {apply: func(b *graph.Batch) { b.Edges = b.Edges[:len(b.Edges)/2] }},
	"export of labels": {item: func(i graph.Item) graph.Item { return graph.Item{Node: i.Node} }},
}

func unlimited(f []graph.Facet) {
	for i := range f {
		f[i].Limit = -1
	}
}

// TestMutants runs the suite against stores with one fault each, in a process
// of its own since it has to fail there.
func TestMutants(t *testing.T) {
	for name := range mutants {
		t.Run(name, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestMutant$", "-test.failfast")
			cmd.Env = append(os.Environ(), "GRAPHTEST_MUTANT="+name)
			out, err := cmd.CombinedOutput()
			if err == nil {
				t.Error("the suite finds no fault")
			} else if !strings.Contains(string(out), "--- FAIL") || strings.Contains(string(out), "panic:") {
				t.Errorf("the suite fails in a way of its own: %v\n%s", err, out)
			}
		})
	}
}

// TestMutant is one of them; TestMutants runs it.
func TestMutant(t *testing.T) {
	name := os.Getenv("GRAPHTEST_MUTANT")
	if name == "" {
		t.Skip("only TestMutants runs this")
	}
	m := mutants[name]
	Run(t, func(_ *testing.T, o *graph.Ontology) graph.Store {
		m.Model = NewModel(o)
		return &m
	})
}
