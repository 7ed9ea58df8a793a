package plan

import (
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
)

// Compiler compiles one root field of an operation.
type Compiler struct {
	table *Table
	oc    *graphql.OperationContext
	// day is the one as of which is asked, "" for now.
	day   string
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

// want adds a name to a list that doesn't have it.
func want(list *[]string, name string) {
	if !slices.Contains(*list, name) {
		*list = append(*list, name)
	}
}

// object compiles what is selected of an object of type t, field by field.
func (c *Compiler) object(sel ast.SelectionSet, t *Type, compile func(f graphql.CollectedField, def *Field) writer) object {
	fields := merge(graphql.CollectFields(c.oc, sel, t.Satisfies))
	out := make(object, 0, len(fields))
	for _, f := range fields {
		m := member{key: string(appendString(nil, f.Alias)) + ":"}
		if f.Name == "__typename" {
			m.write = constant(strconv.Quote(t.Def.Name))
		} else {
			m.write = compile(f, t.Fields[f.Name])
		}
		out = append(out, m)
	}
	return out
}

// merge joins what CollectFields leaves apart: one response key, selected
// through interfaces that don't know each other.
func merge(fields []graphql.CollectedField) []graphql.CollectedField {
	out := make([]graphql.CollectedField, 0, len(fields))
	for _, f := range fields {
		i := slices.IndexFunc(out, func(o graphql.CollectedField) bool { return o.Alias == f.Alias })
		if i < 0 {
			out = append(out, f)
			continue
		}
		out[i].Selections = append(slices.Clip(out[i].Selections), f.Selections...)
	}
	return out
}

// shared is an edge expanded already at one level, so that a field selected
// through an interface is followed once and not once for each type.
type shared struct {
	first *ast.Field
	sel   ast.SelectionSet
	def   *Field
	write writer
}

// node compiles what is selected of a node of type t into q, and returns what
// writes it from a row.
func (c *Compiler) node(q *graph.Query, sel ast.SelectionSet, t *Type) writer {
	byLabel := map[graph.Label]object{}
	var done []shared
	for _, p := range t.Possible {
		byLabel[c.label(p.Label)] = c.object(sel, p, func(f graphql.CollectedField, def *Field) writer {
			switch {
			case def.Edge != "":
				return c.once(&done, q, f, def)
			case def.Prop.Name != "":
				want(&q.Props, def.Prop.Name)
				return property(def.Prop.Name, def.Enum, def.Absent, func(a at) graph.Values { return a.row.Props })
			}
			return text(c.id(p))
		})
	}
	return func(b []byte, a at) []byte { return byLabel[a.row.Label].write(b, a) }
}

// once expands a field unless the same one is expanded at this level already.
func (c *Compiler) once(done *[]shared, q *graph.Query, f graphql.CollectedField, def *Field) writer {
	for _, d := range *done {
		if d.first == f.Field && slices.Equal(d.sel, f.Selections) && same(d.def, def) {
			return d.write
		}
	}
	w := c.expand(q, f, def)
	*done = append(*done, shared{f.Field, f.Selections, def, w})
	return w
}

// same reports whether two types' fields of one name follow the same edge.
func same(a, b *Field) bool {
	return a.Kind == b.Kind && a.Edge == b.Edge && a.Dir == b.Dir && a.Node == b.Node && a.Row == b.Row &&
		(a.Through == nil) == (b.Through == nil)
}

// none is the answer of an edge that leads nowhere.
var none = &graph.Result{}

// expand adds an edge to follow to q.
func (c *Compiler) expand(q *graph.Query, f graphql.CollectedField, def *Field) writer {
	ex := graph.Expand{Name: c.name(), Edge: c.edge(def), Dir: def.Dir}
	ex.Query.Labels, ex.Query.Where = c.labels(def.Node), c.along(def)
	if def.Through != nil {
		through := *def.Through
		c.between(&through, def)
		ex.Through = &through
	}
	var w writer
	switch def.Kind {
	case One:
		ex.Query.Page.Limit = 1
		w = one(c.node(&ex.Query, f.Selections, def.Node))
	case List:
		ex.Query.Page.Limit = -1
		ex.Query.Order = def.Order
		w = rows(c.node(&ex.Query, f.Selections, def.Node))
	default:
		w = c.connection(&ex.Query, &ex, f, def)
	}
	q.Expand = append(q.Expand, ex)
	return func(b []byte, a at) []byte {
		sub := a.row.Sub.Get(ex.Name)
		if sub == nil {
			sub = none
		}
		return w(b, at{result: sub})
	}
}

// one writes the only row of a result, null if there is none.
func one(w writer) writer {
	return func(b []byte, a at) []byte {
		if len(a.result.Rows) == 0 {
			return append(b, "null"...)
		}
		return w(b, at{row: &a.result.Rows[0]})
	}
}

// rows writes all rows of a result.
func rows(w writer) writer {
	return func(b []byte, a at) []byte {
		return writeList(b, len(a.result.Rows), func(b []byte, i int) []byte {
			return w(b, at{row: &a.result.Rows[i]})
		})
	}
}
