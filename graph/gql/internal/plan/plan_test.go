package plan

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"parley/graph"
	"parley/graph/graphtest"
	"parley/schema"
)

// compile compiles the only root field of an operation.
func compile(t *testing.T, tb *Table, text string, vars map[string]any) (Plan, error) {
	t.Helper()
	doc, errs := gqlparser.LoadQueryWithRules(tb.Schema(), text, rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	oc := &graphql.OperationContext{Doc: doc, Operation: doc.Operations[0], Variables: vars}
	field := graphql.CollectFields(oc, oc.Operation.SelectionSet, []string{"Query"})[0]
	return NewCompiler(tb, oc).Root(field)
}

// run compiles and asks a store.
func run(t *testing.T, tb *Table, s graph.Store, text string) string {
	t.Helper()
	p, err := compile(t, tb, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	a, err := p(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	a.MarshalGQL(&b)
	return b.String()
}

// TestANewEdgeNeedsNoGo adds an edge with a property to the SDL, and a filter
// on it, and asks for it: the ontology has it, and nothing was written for it.
func TestANewEdgeNeedsNoGo(t *testing.T) {
	s, err := gqlparser.LoadSchema(append(schema.Sources(), &ast.Source{Name: "new.graphql", Input: `
		extend type Person { taught: TaughtConnection! @edge(type: "TAUGHT", direction: OUT) taughtBy: [Person!]! @edge(type: "TAUGHT", direction: IN, order: "name") }
		type TaughtConnection { totalCount: Int! pageInfo: PageInfo! edges: [TaughtEdge!]! }
		type TaughtEdge { cursor: String! subject: String node: Person! }
		extend input PersonWhere { taughtBy: PersonMany }`})...)
	if err != nil {
		t.Fatal(err)
	}
	onto, err := schema.OntologyOf(s)
	if err != nil {
		t.Fatal(err)
	}
	store := graphtest.NewModel(onto)
	if _, err := store.Apply(t.Context(), graph.Batch{
		Nodes: []graph.Node{
			{ID: "person:a", Label: "Person", Props: graph.Props{"name": "Ada"}},
			{ID: "person:b", Label: "Person", Props: graph.Props{"name": "Bo"}},
		},
		Edges: []graph.Edge{{Type: "TAUGHT", From: "person:a", To: "person:b", Props: graph.Props{"subject": "logic"}}},
	}); err != nil {
		t.Fatal(err)
	}
	tb := NewTable(s, onto)
	for query, want := range map[string]string{
		`{ person(name: "ada") { taught { totalCount edges { subject node { name taughtBy { name } } } } } }`: `{"taught":{"totalCount":1,"edges":[{"subject":"logic","node":{"name":"Bo","taughtBy":[{"name":"Ada"}]}}]}}`,
		`{ people(where: {taughtBy: {some: {name: {eq: "Ada"}}}}) { edges { node { id } } } }`:                `{"edges":[{"node":{"id":"person:b"}}]}`,
	} {
		if got := run(t, tb, store, query); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", query, got, want)
		}
	}
}

var table = NewTable(schema.Parsed(), schema.Ontology())

// queries gives the graph.Query that an operation is compiled to.
func queries(t *testing.T, text string) graph.Query {
	t.Helper()
	var got graph.Query
	p, err := compile(t, table, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p(t.Context(), &listener{into: &got}); err != nil {
		t.Fatal(err)
	}
	return got
}

// listener is a store that keeps the query it is asked.
type listener struct {
	graph.Store
	into *graph.Query
}

func (l *listener) Query(_ context.Context, q graph.Query) (*graph.Result, error) {
	*l.into = q
	return &graph.Result{}, nil
}

func TestOnlyWhatIsSelectedIsAskedFor(t *testing.T) {
	got := queries(t, `{ people(first: 0) { totalCount } }`)
	if diff := cmp.Diff(graph.Query{Labels: []graph.Label{"Person"}, Count: true}, got); diff != "" {
		t.Error(diff)
	}
	got = queries(t, `{ people { edges { cursor } } }`)
	if diff := cmp.Diff(graph.Query{Labels: []graph.Label{"Person"}, Page: graph.Page{Limit: 20}}, got); diff != "" {
		t.Error(diff)
	}
}

// TestAFieldOfAnInterfaceIsFollowedOnce: not once for a person, once for a
// country and once for an organization.
func TestAFieldOfAnInterfaceIsFollowedOnce(t *testing.T) {
	got := queries(t, `{ actors { edges { node { name meetings { totalCount } ... on Person { aliases } } } } }`)
	if len(got.Expand) != 1 || !cmp.Equal(got.Props, []string{"name", "aliases"}) {
		t.Errorf("expands %v, props %v", got.Expand, got.Props)
	}
}

func TestAPlaceIsSearchedFromItsNamedEnd(t *testing.T) {
	got := queries(t, `{ meetings(where: {place: {within: "Russia"}}) { totalCount } }`)
	want := graph.Connected{
		Edge: "HELD_IN", Labels: []graph.Label{"Country", "Place"}, Up: "LOCATED_IN",
		Where: graph.Compare{Prop: "name", Op: graph.Eq, Value: "Russia"},
	}
	if diff := cmp.Diff(graph.Predicate(want), got.Where); diff != "" {
		t.Error(diff)
	}
}

func TestStringsAreWrittenAsJSON(t *testing.T) {
	for _, s := range []string{"", "plain", `"\/`, "a\nb\x00\x1f", "Vučić \U0001F54A", "<script>&", "\u2028", "\xff"} {
		var got string
		if err := json.Unmarshal(appendString(nil, s), &got); err != nil || got != string([]rune(s)) {
			t.Errorf("%q is written as %s (%v)", s, appendString(nil, s), err)
		}
	}
}

func TestPrune(t *testing.T) {
	for _, c := range []struct{ in, want any }{
		{nil, nil},
		{map[string]any{}, map[string]any{}},
		{map[string]any{"eq": nil}, nil},
		{map[string]any{"some": map[string]any{"name": map[string]any{"eq": nil}}, "none": map[string]any{}}, map[string]any{"none": map[string]any{}}},
		{[]any{nil, map[string]any{"a": nil}}, nil},
		{[]any{}, []any{}},
		{[]any{nil, "x"}, []any{"x"}},
		{false, false},
	} {
		if got := prune(c.in); !cmp.Equal(got, c.want) {
			t.Errorf("prune(%v) = %v, want %v", c.in, got, c.want)
		}
	}
}

func TestCursorsSurviveAndAreChecked(t *testing.T) {
	order := []graph.Order{{By: graph.ByProp, Prop: "start"}}
	row := &graph.Row{ID: "meeting:x", Keys: []any{"2025-08-01", nil, 1.5}}
	c := writeCursor(row, signature(order))
	got, err := readCursor(c, "after", order, signature(order))
	if err != nil || !cmp.Equal(got, &graph.Cursor{Keys: row.Keys, ID: row.ID}) {
		t.Errorf("got %v, %v", got, err)
	}
	desc := []graph.Order{{By: graph.ByProp, Prop: "start", Desc: true}}
	for _, bad := range []string{"", "x", c[:len(c)-3], writeCursor(row, signature(desc)), writeCursor(&graph.Row{ID: "m", Keys: []any{[]string{"x"}}}, signature(order)), writeCursor(&graph.Row{ID: "m"}, signature(order))} {
		if got, err := readCursor(bad, "after", order, signature(order)); err == nil {
			t.Errorf("%q is read as %v", bad, got)
		}
	}
}

func FuzzReadCursor(f *testing.F) {
	f.Add(writeCursor(&graph.Row{ID: "a", Keys: []any{"x"}}, signature(nil)))
	f.Fuzz(func(t *testing.T, s string) {
		c, err := readCursor(s, "after", nil, signature(nil))
		if (c == nil) == (err == nil) {
			t.Errorf("%q gives %v and %v", s, c, err)
		}
	})
}
