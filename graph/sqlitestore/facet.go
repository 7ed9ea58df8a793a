package sqlitestore

import (
	"fmt"

	"parley/graph"
)

// facetColumns are the columns that base needs for the facets over properties:
// read once for all of them together.
func (b *builder) facetColumns(facets []graph.Facet, at *place) []string {
	var out []string
	for i, f := range facets {
		if f.Edge == "" {
			out = append(out, fmt.Sprintf("%s AS f%d", b.facetValue(f, at), i))
		}
	}
	return out
}

// facetValue is what a facet counts of a node: a string, or a date cut to a
// unit; NULL where it has none, or a date that isn't known so precisely.
func (b *builder) facetValue(f graph.Facet, at *place) string {
	p := b.prop(at.labels, f.Prop)
	column := at.column(f.Prop)
	length := map[string]int{"month": len("2006-01"), "year": len("2006")}[f.Unit]
	switch {
	case f.Unit != "" && (p.Kind != graph.Date || length == 0):
		return b.fail("property %s can't be cut to %q", f.Prop, f.Unit)
	case f.Unit != "":
		return fmt.Sprintf("CASE WHEN length(%s) >= %d THEN substr(%s, 1, %d) END", column, length, column, length)
	case p.Kind == graph.String || p.Kind == graph.Text || p.Kind == graph.Date:
		return column
	}
	return "NULL"
}

// facet is the SQL of a JSON array of buckets, each an array of the key or the
// row, and the count.
func (b *builder) facet(s scope, i int, f graph.Facet) (string, facetShape) {
	limit := f.Limit
	if limit < 0 {
		limit = -1
	}
	if f.Edge != "" {
		return b.edgeFacet(s, f, limit)
	}
	order := "count DESC, value"
	if f.Unit != "" {
		order = "value"
	}
	return fmt.Sprintf("(SELECT "+jsonRows("json_array(value, count)")+" FROM (SELECT f%d AS value, count(*) AS count FROM (%s) WHERE f%d IS NOT NULL GROUP BY 1 ORDER BY %s LIMIT %s))",
		i, s.base, i, order, b.arg(int64(limit))), facetShape{name: f.Name}
}

// edgeFacet counts by the node that an edge leads to.
func (b *builder) edgeFacet(s scope, f graph.Facet, limit int) (string, facetShape) {
	_, labels := b.edge(f.Edge, f.Dir)
	m, e, g, n, p := b.alias("m"), b.alias("e"), b.alias("g"), b.alias("n"), b.alias("p")
	at := &place{key: g + ".key", node: n, labels: b.labels(f.Node.Labels, labels)}
	var conds []string
	if !within(labels, at.labels) {
		conds = append(conds, labelTest(at.column("_label"), at.labels))
	}
	for _, part := range flatten(f.Node.Where) {
		conds = append(conds, b.condNear(part, at))
	}
	groups := fmt.Sprintf("SELECT %s.%s AS key, count(*) AS count FROM (%s) %s CROSS JOIN %s %s ON %s.%s = %s.key GROUP BY 1",
		e, far(f.Dir), s.base, m, edgeTable(f.Edge), e, e, near(f.Dir), m)
	page := fmt.Sprintf("SELECT %s.key AS key, %s.count AS count FROM (%s) %s CROSS JOIN node %s ON %s._key = %s.key WHERE %s ORDER BY count DESC, %s._id LIMIT %s",
		g, g, groups, g, n, n, g, all(conds), n, b.arg(int64(limit)))
	shape := facetShape{name: f.Name, row: &rowShape{}}
	out := b.alias("n")
	row := b.row(scope{labels: at.labels}, graph.Query{Props: f.Node.Props, Expand: f.Node.Expand}, p, out, shape.row)
	return fmt.Sprintf("(SELECT %s FROM (%s) %s CROSS JOIN node %s ON %s._key = %s.key)",
		jsonRows(jsonArray(row, p+".count")), page, p, out, out, p), shape
}
