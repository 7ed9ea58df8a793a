package plan

import (
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
	"parley/schema"
)

// Limits of a page's size.
const (
	DefaultPage = 20
	MaxPage     = 500
)

// connection compiles a connection field: its arguments, and what is selected
// of it. ex is nil at the root, where no edge leads to the rows.
func (c *Compiler) connection(q *graph.Query, ex *graph.Expand, f graphql.CollectedField, def *Field) *Child {
	args := c.values(f)
	c.arguments(q, ex, f.Name, def, args)
	child := &Child{Page: q.Page, sign: signature(q.Order)}
	conn := c.table.types[def.Def.Type.Name()]
	rows := false
	for _, sub := range graphql.CollectFields(c.oc, f.Selections, conn.Satisfies) {
		switch sub.Name {
		case "totalCount":
			q.Count = true
		case "pageInfo":
			rows = true
		case "edges":
			rows = true
			child.set(sub.Alias, c.edges(q, ex, sub, def))
		case "facets":
			child.set(sub.Alias, c.facets(q, sub, conn, def.Node))
		}
	}
	if !rows {
		q.Page.Limit = 0
	}
	return child
}

// arguments reads where, orderBy, the page, and arguments with a directive.
func (c *Compiler) arguments(q *graph.Query, ex *graph.Expand, name string, def *Field, args map[string]any) {
	var all graph.And
	for _, a := range def.Def.Arguments {
		v := prune(args[a.Name])
		switch {
		case v == nil:
		case a.Name == "where":
			all = add(all, c.where(c.table.schema.Types[a.Type.Name()], def.Node, v, name+".where"))
		case a.Name == "orderBy":
			c.order(q, ex, def, v)
		default:
			all = add(all, c.special(ex, a, v, name))
		}
	}
	q.Where = join(q.Where, all)
	page, err := readPage(args, name, q.Order)
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
func (c *Compiler) edges(q *graph.Query, ex *graph.Expand, f graphql.CollectedField, def *Field) *Child {
	child := &Child{}
	for _, sub := range graphql.CollectFields(c.oc, f.Selections, def.Row.Satisfies) {
		row := def.Row.Fields[sub.Name]
		switch {
		case row == nil: // __typename
		case sub.Name == "node":
			child.set(sub.Alias, c.node(q, sub.Selections, def.Node))
		case row.Kind == Aggregate:
			aggregate(ex, row)
		case ex != nil && sub.Name != "cursor":
			want(&ex.EdgeProps, row.Prop.Name)
		case sub.Name == "highlight":
			child.Parts, child.Terms = c.parts(q), q.Text
		}
	}
	return child
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

// facets compiles what is selected of a connection's facets.
func (c *Compiler) facets(q *graph.Query, f graphql.CollectedField, conn, of *Type) *Child {
	child := &Child{}
	t := c.table.types[conn.Fields[f.Name].Def.Type.Name()]
	for _, sub := range graphql.CollectFields(c.oc, f.Selections, t.Satisfies) {
		if def := t.Fields[sub.Name]; def != nil {
			child.set(sub.Alias, c.facet(q, sub, def, of))
		}
	}
	return child
}

// facet adds one facet to q.
func (c *Compiler) facet(q *graph.Query, f graphql.CollectedField, def *Field, of *Type) *Child {
	facet := def.Facet
	facet.Name = c.name()
	if v, ok := c.values(f)["first"]; ok && v != nil {
		limit, err := size(v, f.Name+".first")
		if err != nil {
			c.fail(err)
		}
		facet.Limit = limit
	}
	child := &Child{Key: facet.Name}
	if by := of.Fields[facet.Prop]; by != nil {
		child.Enum = by.Enum
	}
	bucket := c.table.types[def.Def.Type.Name()]
	if facet.Edge != "" {
		nodeType := c.table.types[bucket.Fields["node"].Def.Type.Name()]
		facet.Node.Labels = nodeType.Labels
		for _, sub := range graphql.CollectFields(c.oc, f.Selections, bucket.Satisfies) {
			if sub.Name == "node" {
				child.set(sub.Alias, c.node(&facet.Node, sub.Selections, nodeType))
			}
		}
	}
	q.Facets = append(q.Facets, facet)
	return child
}

// readPage reads first, after, last and before.
func readPage(args map[string]any, name string, order []graph.Order) (graph.Page, error) {
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
		cursor, err := readCursor(s, name+"."+side, order)
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
