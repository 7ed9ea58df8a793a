package sqlitestore

import (
	"fmt"
	"strings"

	"parley/graph"
)

// through goes over nodes in between and groups by the node at the far end:
// one pass over the edges, whatever is sorted by and counted. Between two nodes
// there is one edge of a type, so a group has each node in between once.
func (b *builder) through(e graph.Expand, key string) scope {
	t := e.Through
	_, labels := b.edge(t.Edge, t.Dir)
	g, n := b.alias("g"), b.alias("n")
	at := &place{key: g + ".key", node: n, labels: b.labels(e.Query.Labels, labels)}
	s := scope{labels: at.labels}
	groups, out := b.groups(e, key)
	s.beside = out
	s.keys = b.keys(e.Query.Order, func(o graph.Order) (string, graph.Kind) {
		if o.By == graph.ByAggregate {
			return b.aggregateSource(g, o.Prop, out)
		}
		return b.orderSource(o, at)
	})
	conds := []string{}
	if !within(labels, at.labels) {
		conds = append(conds, labelTest(at.column("_label"), at.labels))
	}
	for _, p := range flatten(e.Query.Where) {
		conds = append(conds, b.condNear(p, at))
	}
	cols := append([]string{g + ".key AS key", at.column("_id") + " AS id"}, keyColumns(s.keys)...)
	for _, c := range out {
		cols = append(cols, g+"."+c.name+" AS "+c.name)
	}
	cols = append(cols, b.facetColumns(e.Query.Facets, at)...)
	if e.Query.Count && len(e.Query.Facets) == 0 {
		cols = append(cols, "count(*) OVER () AS total")
		s.total = true
	}
	s.base = fmt.Sprintf("SELECT %s FROM (%s) %s%s WHERE %s", strings.Join(cols, ", "), groups, g, b.rowOf(at), all(conds))
	return s
}

// groups selects the far ends with their aggregates.
func (b *builder) groups(e graph.Expand, key string) (string, []outColumn) {
	t := e.Through
	first, between := b.edge(e.Edge, e.Dir)
	second, _ := b.edge(t.Edge, t.Dir)
	e1, m, e2 := b.alias("e"), b.alias("n"), b.alias("e")
	at := &place{key: e1 + "." + far(e.Dir), node: m, labels: b.labels([]graph.Label{t.Label}, nil)}
	end := e2 + "." + far(t.Dir)
	conds := []string{e1 + "." + near(e.Dir) + " = " + key, end + " <> " + key}
	if !within(between, at.labels) {
		conds = append(conds, labelTest(at.column("_label"), at.labels))
	}
	for _, p := range flatten(t.Where) {
		conds = append(conds, b.condNear(p, at))
	}
	if t.Apart != "" {
		b.edgeProp(first, t.Apart)
		b.edgeProp(second, t.Apart)
		conds = append(conds, fmt.Sprintf("coalesce(%s.%s <> %s.%s, 1)", e1, ident(t.Apart), e2, ident(t.Apart)))
	}
	cols, out := b.aggregates(t.Aggregates, at)
	return fmt.Sprintf("SELECT %s AS key%s FROM %s %s%s CROSS JOIN %s %s ON %s.%s = %s WHERE %s GROUP BY 1",
		end, strings.Join(cols, ""), edgeTable(e.Edge), e1, b.rowOf(at), edgeTable(t.Edge), e2, e2, near(t.Dir), at.key, all(conds)), out
}

// aggregates are the columns over the nodes in between, at at.
func (b *builder) aggregates(list []graph.Aggregate, at *place) (cols []string, out []outColumn) {
	for i, a := range list {
		c := outColumn{name: fmt.Sprintf("a%d", i), prop: a.Name, kind: graph.Int}
		expr := "count(*)"
		if a.Fn != graph.CountNodes {
			p := b.prop(at.labels, a.Prop)
			if p.Kind != graph.Date && p.Kind != graph.String {
				b.fail("there is no least or greatest %s", a.Prop)
			}
			expr = map[graph.Aggregation]string{graph.Min: "min(", graph.Max: "max("}[a.Fn] + at.column(comparedName(p)) + ")"
			c.kind, c.days = p.Kind, p.Kind == graph.Date
		}
		cols = append(cols, ", "+expr+" AS "+c.name)
		out = append(out, c)
	}
	return cols, out
}

// aggregateSource is the SQL of an aggregate that is sorted by.
func (b *builder) aggregateSource(alias, name string, out []outColumn) (string, graph.Kind) {
	for _, c := range out {
		if c.prop == name {
			return alias + "." + c.name, c.kind
		}
	}
	return b.fail("there is no aggregate %q", name), graph.Int
}
