package sqlitestore

import (
	"fmt"
	"strings"

	"parley/graph"
)

// scope is one level of a query: the nodes that match, as a subquery with the
// columns key, id, what is sorted by and what the way there says of each.
type scope struct {
	labels []graph.Label
	// base selects the matching nodes; count counts them, where that is
	// cheaper than counting base.
	base, count string
	keys        []sortKey
	// beside are columns that become Row.Edge.
	beside []outColumn
	scored bool
	// total tells that base has the number of all matches in the column
	// total.
	total bool
	// costly tells that finding the nodes is dear and doesn't go along the
	// order, so that it is worth keeping them where base is needed twice.
	costly bool
}

// outColumn is a column of base that is a property in the answer.
type outColumn struct {
	name string // in base
	prop string // in the answer
	kind graph.Kind
	// days tells that the value is an interval that stands for a date.
	days bool
}

// answer is the SELECT of a JSON array with the result of one level: its total
// (or null), its rows, and its facets in order. The page is cut before its rows
// are looked at.
func (b *builder) answer(s scope, q graph.Query) (string, *resultShape) {
	shape := &resultShape{count: q.Count, limit: q.Page.Limit, backward: q.Page.Backward}
	with := ""
	if len(q.Facets) > 0 || q.Count && s.costly {
		m := b.alias("m")
		with = "WITH " + m + " AS MATERIALIZED (" + s.base + ") "
		s.base, s.count = "SELECT * FROM "+m, "SELECT count(*) FROM "+m
	}
	p, n := b.alias("p"), b.alias("n")
	row := b.row(s, q, p, n, &shape.row)
	parts := []string{total(s, q, p), jsonRows(row)}
	for i, f := range q.Facets {
		sql, fs := b.facet(s, i, f)
		parts = append(parts, sql)
		shape.facets = append(shape.facets, fs)
	}
	return fmt.Sprintf("%sSELECT %s FROM (%s) %s CROSS JOIN node %s ON %s._key = %s.key",
		with, jsonArray(parts...), b.page(s, q.Page), p, n, n, p), shape
}

// page selects the rows of the page and, to tell whether there are more, the
// one behind it.
func (b *builder) page(s scope, p graph.Page) string {
	limit := p.Limit + 1
	if p.Limit < 0 {
		limit = -1
	}
	order := orderBy(s.keys, p.Backward)
	if p.Limit == 0 { // any row tells whether there are more
		order = ""
	}
	return "SELECT * FROM (" + s.base + ")" + b.cursor(p, s.keys) + order + " LIMIT " + b.arg(int64(limit))
}

// total counts all that match; p is the alias of the page.
func total(s scope, q graph.Query, p string) string {
	switch {
	case !q.Count:
		return "'null'"
	case s.total: // an empty page has no row to tell it
		return "coalesce(max(" + p + ".total), (SELECT count(*) FROM (" + s.base + ")))"
	case s.count == "":
		return "(SELECT count(*) FROM (" + s.base + "))"
	}
	return "(" + s.count + ")"
}

// row is the SQL of a JSON array with the cells of one row: ID, label,
// properties, what is beside them, score, sort keys; where there are
// sub-results, it is the first in an array with them. p is the alias of the
// page, n of the node.
func (b *builder) row(s scope, q graph.Query, p, n string, shape *rowShape) string {
	cells := []string{n + "._id", n + "._label"}
	shape.props = b.propsShape(s.labels, q.Props)
	for _, name := range q.Props {
		b.prop(s.labels, name)
		cells = append(cells, n+"."+ident(name))
	}
	for _, c := range s.beside {
		shape.edge = append(shape.edge, c.prop)
		cells = append(cells, p+"."+c.name)
	}
	shape.beside, shape.scored = s.beside, s.scored
	if s.scored {
		cells = append(cells, p+".score")
	}
	for _, k := range s.keys {
		cells = append(cells, p+"."+k.name)
	}
	shape.keys = s.keys
	parts := []string{"json_array(" + strings.Join(cells, ", ") + ")"}
	for _, e := range q.Expand {
		sql, sub := b.expand(e, n+"._key")
		parts = append(parts, "("+sql+")")
		shape.subs, shape.results = append(shape.subs, e.Name), append(shape.results, sub)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return jsonArray(parts...)
}

// expand follows an edge from the node with the key.
func (b *builder) expand(e graph.Expand, key string) (string, *resultShape) {
	if e.Through != nil {
		return b.answer(b.through(e, key), e.Query)
	}
	def, labels := b.edge(e.Edge, e.Dir)
	q := e.Query
	a, n := b.alias("e"), b.alias("n")
	at := &place{key: a + "." + far(e.Dir), node: n, labels: b.labels(q.Labels, labels), def: def, edge: a}
	conds := []string{a + "." + near(e.Dir) + " = " + key}
	if !within(labels, at.labels) {
		conds = append(conds, labelTest(at.column("_label"), at.labels))
	}
	for _, p := range flatten(q.Where) {
		conds = append(conds, b.condNear(p, at))
	}
	s := scope{labels: at.labels}
	from := edgeTable(e.Edge) + " " + a
	s.count = fmt.Sprintf("SELECT count(*) FROM %s%s WHERE %s", from, b.rowOf(at), all(conds))
	cols := []string{at.key + " AS key", at.column("_id") + " AS id"}
	s.keys = b.keys(q.Order, func(o graph.Order) (string, graph.Kind) { return b.orderSource(o, at) })
	cols = append(cols, keyColumns(s.keys)...)
	for i, name := range e.EdgeProps {
		p := b.edgeProp(def, name)
		c := outColumn{name: fmt.Sprintf("x%d", i), prop: name, kind: p.Kind}
		s.beside = append(s.beside, c)
		cols = append(cols, a+"."+ident(name)+" AS "+c.name)
	}
	cols = append(cols, b.facetColumns(q.Facets, at)...)
	if q.Count && q.Where != nil && len(q.Facets) == 0 { // look at the nodes once, not again to count them
		cols, s.total = append(cols, "count(*) OVER () AS total"), true
	}
	s.base = fmt.Sprintf("SELECT %s FROM %s%s WHERE %s", strings.Join(cols, ", "), from, b.rowOf(at), all(conds))
	return b.answer(s, q)
}

func keyColumns(keys []sortKey) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.expr + " AS " + k.name
	}
	return out
}

// orderSource is the SQL of what an Order looks at, at a node and the edge that
// led there.
func (b *builder) orderSource(o graph.Order, at *place) (string, graph.Kind) {
	switch o.By {
	case graph.ByProp:
		p := b.prop(at.labels, o.Prop)
		return at.column(comparedName(p)), p.Kind
	case graph.ByEdge:
		if at.def == nil {
			return b.fail("no edge leads here, so nothing is sorted by its %q", o.Prop), graph.Int
		}
		p := b.edgeProp(at.def, o.Prop)
		return at.edge + "." + ident(comparedName(p)), p.Kind
	case graph.ByAggregate:
		return b.fail("there is no aggregate %q", o.Prop), graph.Int
	}
	return b.fail("there is no text to score"), graph.Float
}
