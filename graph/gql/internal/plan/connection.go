package plan

import (
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
	"parley/graph/index"
	"parley/schema"
)

// Limits of a page's size.
const (
	DefaultPage = 20
	MaxPage     = 500
)

// connection compiles a connection field: its arguments, and what is selected
// of it. ex is nil at the root, where no edge leads to the rows.
func (c *Compiler) connection(q *graph.Query, ex *graph.Expand, f graphql.CollectedField, def *Field) writer {
	c.arguments(q, ex, f.Name, def, c.values(f))
	sign, page, rowsWanted := c.signature(q.Order), q.Page, false
	out := c.object(f.Selections, c.table.types[def.Def.Type.Name()], func(sub graphql.CollectedField, of *Field) writer {
		switch sub.Name {
		case "totalCount":
			q.Count = true
			return number(func(a at) int64 { return a.result.Total })
		case "facets":
			return c.facets(q, sub, c.table.types[of.Def.Type.Name()], def.Node)
		case "pageInfo":
			rowsWanted = true
			return c.pageInfo(sub, of.Node, page, sign)
		}
		rowsWanted = true
		return c.edges(q, ex, sub, def, sign)
	})
	if !rowsWanted {
		q.Page.Limit = 0
	}
	return out.write
}

// pageInfo compiles what is selected of a page's place.
func (c *Compiler) pageInfo(f graphql.CollectedField, t *Type, page graph.Page, sign string) writer {
	beyond := func(side bool, cursor *graph.Cursor) writer {
		return func(b []byte, a at) []byte {
			return strconv.AppendBool(b, cursor != nil || page.Backward == side && a.result.More)
		}
	}
	return c.object(f.Selections, t, func(sub graphql.CollectedField, _ *Field) writer {
		switch sub.Name {
		case "hasNextPage":
			return beyond(false, page.Before)
		case "hasPreviousPage":
			return beyond(true, page.After)
		}
		return func(b []byte, a at) []byte {
			n := len(a.result.Rows)
			switch {
			case n == 0:
				return append(b, "null"...)
			case sub.Name == "startCursor":
				n = 1
			}
			return appendString(b, writeCursor(&a.result.Rows[n-1], sign))
		}
	}).write
}

// arguments reads where, orderBy, the page, and arguments with a directive.
func (c *Compiler) arguments(q *graph.Query, ex *graph.Expand, name string, def *Field, args map[string]any) {
	var all graph.And
	for _, a := range def.Def.Arguments {
		v := prune(args[a.Name])
		switch {
		case v == nil:
		case a.Name == "where":
			all = add(all, c.outermost(c.table.schema.Types[a.Type.Name()], def.Node, v, name+".where"))
		case a.Name == "orderBy":
			c.order(q, ex, def, v)
		default:
			all = add(all, c.special(ex, a, v, name))
		}
	}
	q.Where = join(q.Where, all)
	page, err := readPage(args, name, q.Order, c.signature(q.Order))
	if err != nil {
		c.fail(err)
	}
	q.Page = page
}

// special reads an argument that its directive makes a condition on the edge
// or on the nodes in between; others are for the root field to read.
func (c *Compiler) special(ex *graph.Expand, a *ast.ArgumentDefinition, v any, name string) graph.Predicate {
	if d := a.Directives.ForName("onEdge"); d != nil && ex != nil {
		cmp, err := compare(schema.StringArg(d, "property"), graph.OneOf, graph.String, v, name+"."+a.Name, true)
		if err != nil {
			c.fail(err)
		}
		return graph.EdgeCompare(cmp)
	}
	if d := a.Directives.ForName("between"); d != nil && ex != nil {
		ops := map[string]graph.Op{"ONE_OF": graph.OneOf, "FROM": graph.From, "TO": graph.To}
		prop, _ := c.table.onto.Prop(ex.Through.Label, schema.StringArg(d, "property"))
		cmp, err := compare(prop.Name, ops[schema.StringArg(d, "op")], prop.Kind, v, name+"."+a.Name, prop.Kind == graph.String)
		if err != nil {
			c.fail(err)
		}
		ex.Through.Where = join(ex.Through.Where, graph.And{cmp})
	}
	return nil
}

// order reads orderBy. A field of the connection's edge type of that name is
// meant before one of the node.
func (c *Compiler) order(q *graph.Query, ex *graph.Expand, def *Field, v any) {
	for _, item := range list(v) {
		m, _ := item.(map[string]any)
		value, _ := m["field"].(string)
		o := graph.Order{Prop: camel(value), Desc: m["direction"] == "DESC"}
		if row := def.Row.Fields[o.Prop]; row != nil && o.Prop != "node" && ex != nil {
			o.By = graph.ByEdge
			if row.Kind == Aggregate {
				o.By = graph.ByAggregate
				aggregate(ex, row)
			}
		}
		q.Order = append(q.Order, o)
	}
}

func aggregate(ex *graph.Expand, f *Field) {
	for _, a := range ex.Through.Aggregates {
		if a.Name == f.Aggregate.Name {
			return
		}
	}
	ex.Through.Aggregates = append(ex.Through.Aggregates, f.Aggregate)
}

// edges compiles what is selected of a connection's rows.
func (c *Compiler) edges(q *graph.Query, ex *graph.Expand, f graphql.CollectedField, def *Field, sign string) writer {
	return rows(c.object(f.Selections, def.Row, func(sub graphql.CollectedField, row *Field) writer {
		switch {
		case sub.Name == "node":
			return c.node(q, sub.Selections, def.Node)
		case sub.Name == "cursor":
			return text(func(a at) string { return writeCursor(a.row, sign) })
		case ex == nil:
			return c.found(q, sub.Name)
		case row.Kind == Aggregate:
			aggregate(ex, row)
			return property(row.Aggregate.Name, false, row.Absent, edgeProps)
		}
		want(&ex.EdgeProps, row.Prop.Name)
		return property(row.Prop.Name, row.Enum, row.Absent, edgeProps)
	}).write)
}

func edgeProps(a at) graph.Values { return a.row.Edge }

// found compiles what a search tells of a row: score and highlight.
func (c *Compiler) found(q *graph.Query, name string) writer {
	if name == "score" {
		return func(b []byte, a at) []byte { return strconv.AppendFloat(b, a.row.Score, 'g', -1, 64) }
	}
	parts, terms := c.parts(q), index.Terms(q.Text)
	return text(func(a at) string { return highlight(a.row, parts[a.row.Label], terms) })
}

// parts asks for the properties that make up the full text.
func (c *Compiler) parts(q *graph.Query) map[graph.Label][]string {
	out := map[graph.Label][]string{}
	for _, l := range q.Labels {
		def, _ := c.table.onto.Label(l)
		for _, p := range def.Props {
			if p.Search {
				want(&q.Props, p.Name)
				out[l] = append(out[l], p.Name)
			}
		}
	}
	return out
}

// facets compiles what is selected of a connection's facets, of type t, over
// nodes of type of.
func (c *Compiler) facets(q *graph.Query, f graphql.CollectedField, t, of *Type) writer {
	return c.object(f.Selections, t, func(sub graphql.CollectedField, def *Field) writer {
		facet := def.Facet
		facet.Name = c.name()
		if facet.Edge != "" && of.Versions != nil && c.day != "" {
			facet.Edge = c.table.then[facet.Edge]
		}
		if v := c.values(sub)["first"]; v != nil {
			limit, err := size(v, sub.Name+".first")
			if err != nil {
				c.fail(err)
			}
			facet.Limit = limit
		}
		by := of.Fields[facet.Prop]
		w := c.bucket(&facet, sub, c.table.types[def.Def.Type.Name()], by != nil && by.Enum)
		q.Facets = append(q.Facets, facet)
		return func(b []byte, a at) []byte {
			list := a.result.Facets[facet.Name]
			return writeList(b, len(list), func(b []byte, i int) []byte { return w(b, at{bucket: &list[i]}) })
		}
	}).write
}

// bucket compiles what is selected of one line of a facet.
func (c *Compiler) bucket(facet *graph.Facet, f graphql.CollectedField, t *Type, enum bool) writer {
	if node := t.Fields["node"]; node != nil {
		facet.Node.Labels = node.Node.Labels
	}
	return c.object(f.Selections, t, func(sub graphql.CollectedField, def *Field) writer {
		switch {
		case sub.Name == "count":
			return number(func(a at) int64 { return a.bucket.Count })
		case sub.Name == "node":
			w := c.node(&facet.Node, sub.Selections, def.Node)
			return func(b []byte, a at) []byte { return w(b, at{row: a.bucket.Node}) }
		case enum:
			return text(func(a at) string { return shown(a.bucket.Key) })
		}
		return text(func(a at) string { return a.bucket.Key })
	}).write
}

// readPage reads first, after, last and before.
func readPage(args map[string]any, name string, order []graph.Order, sign string) (graph.Page, error) {
	page := graph.Page{Limit: DefaultPage}
	if args["first"] != nil && args["last"] != nil {
		return page, bad("%s: give first or last, not both", name)
	}
	for _, side := range []string{"first", "last"} {
		if args[side] == nil {
			continue
		}
		n, err := size(args[side], name+"."+side)
		if err != nil {
			return page, err
		}
		page.Limit, page.Backward = n, side == "last"
	}
	for side, into := range map[string]**graph.Cursor{"after": &page.After, "before": &page.Before} {
		s, ok := args[side].(string)
		if !ok {
			continue
		}
		cursor, err := readCursor(s, name+"."+side, order, sign)
		if err != nil {
			return page, err
		}
		*into = cursor
	}
	return page, nil
}

// size reads a page's size.
func size(v any, name string) (int, error) {
	n, ok := integer(v)
	if !ok || n < 0 || n > MaxPage {
		return 0, bad("%s is %v: it must be from 0 to %d", name, v, MaxPage)
	}
	return int(n), nil
}

// camel writes an enum value as the property it names: FIRST_MET, firstMet.
func camel(value string) string {
	words := strings.Split(strings.ToLower(value), "_")
	for i, w := range words {
		if i > 0 && w != "" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, "")
}
