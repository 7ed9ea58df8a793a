package plan

import (
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
)

// Child tells where the answer of one selected field stands, and holds the
// same for what is selected below it.
type Child struct {
	// Key is the name in Row.Sub, Result.Facets or Result.Lookups.
	Key string
	// Fields are the selected fields that have something below them, by
	// response key: for an object.
	Fields map[string]*Child
	// ByLabel are the same for each label that a node may turn out to have.
	ByLabel map[graph.Label]*Child
	// Page is what was asked of a connection.
	Page graph.Page
	// Enum tells that a facet's keys are shown as enum values.
	Enum bool
	// Terms are the words that a search looks for.
	Terms string
	// Parts are the properties in which they may be, by label.
	Parts map[graph.Label][]string
	sign  string
}

// Compiler compiles the root fields of one operation.
type Compiler struct {
	table *Table
	oc    *graphql.OperationContext
	names int
	err   error
}

// NewCompiler returns one for an operation.
func NewCompiler(t *Table, oc *graphql.OperationContext) *Compiler {
	return &Compiler{table: t, oc: oc}
}

// fail keeps the first error.
func (c *Compiler) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// name returns a name that no other part of the query has.
func (c *Compiler) name() string {
	c.names++
	return "f" + strconv.Itoa(c.names)
}

// shared is an edge expanded already at one level, so that a field selected
// through an interface is followed once and not once for each type.
type shared struct {
	field *Field
	sel   ast.SelectionSet
	first *ast.Field
	child *Child
}

// node compiles what is selected of a node of type t into q.
func (c *Compiler) node(q *graph.Query, sel ast.SelectionSet, t *Type) *Child {
	out := &Child{ByLabel: map[graph.Label]*Child{}}
	var done []shared
	for _, p := range t.Possible {
		child := &Child{}
		out.ByLabel[p.Label] = child
		for _, f := range graphql.CollectFields(c.oc, sel, p.Satisfies) {
			def := p.Fields[f.Name]
			switch {
			case def == nil: // __typename
			case def.Edge != "":
				child.set(f.Alias, c.once(&done, q, f, def))
			case def.Prop.Name != "":
				want(&q.Props, def.Prop.Name)
			}
		}
	}
	return out
}

func (c *Child) set(alias string, sub *Child) {
	if c.Fields == nil {
		c.Fields = map[string]*Child{}
	}
	c.Fields[alias] = sub
}

// want adds a name to a list that doesn't have it.
func want(list *[]string, name string) {
	if !slices.Contains(*list, name) {
		*list = append(*list, name)
	}
}

// once expands a field unless the same one is expanded at this level already.
func (c *Compiler) once(done *[]shared, q *graph.Query, f graphql.CollectedField, def *Field) *Child {
	for _, d := range *done {
		if d.first == f.Field && slices.Equal(d.sel, f.Selections) && same(d.field, def) {
			return d.child
		}
	}
	child := c.expand(q, f, def)
	*done = append(*done, shared{def, f.Selections, f.Field, child})
	return child
}

// same reports whether two types' fields of one name follow the same edge.
func same(a, b *Field) bool {
	return a.Kind == b.Kind && a.Edge == b.Edge && a.Dir == b.Dir && a.Node == b.Node && a.Row == b.Row &&
		(a.Through == nil) == (b.Through == nil)
}

// expand adds an edge to follow to q.
func (c *Compiler) expand(q *graph.Query, f graphql.CollectedField, def *Field) *Child {
	ex := graph.Expand{Name: c.name(), Edge: def.Edge, Dir: def.Dir}
	ex.Query.Labels = def.Node.Labels
	if def.Through != nil {
		through := *def.Through
		ex.Through = &through
	}
	var child *Child
	switch def.Kind {
	case One:
		ex.Query.Page.Limit = 1
		child = c.node(&ex.Query, f.Selections, def.Node)
	case List:
		ex.Query.Page.Limit = -1
		ex.Query.Order = def.Order
		child = c.node(&ex.Query, f.Selections, def.Node)
	default:
		child = c.connection(&ex.Query, &ex, f, def)
	}
	child.Key = ex.Name
	q.Expand = append(q.Expand, ex)
	return child
}
