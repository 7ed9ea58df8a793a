package neo4jstore

import (
	"strings"

	"parley/graph"
)

// facetShape tells how to read a facet: buckets [count, key], or [count, row].
type facetShape struct {
	name string
	row  *rowShape
}

// units are the lengths to which a Date is cut.
var units = map[string]string{"month": "7", "year": "4"}

// facet writes the counts of what source yields as an expression.
func (c *compiler) facet(s *scope, source string, f graph.Facet) (string, facetShape) {
	if f.Edge != "" {
		return c.facetByNode(s, source, f)
	}
	p := c.prop(s, f.Prop)
	key, where, order := dot(s.node, p.Name), dot(s.node, p.Name)+" IS NOT NULL", "count DESC, key"
	if f.Unit != "" {
		length, ok := units[f.Unit]
		if !ok || p.Kind != graph.Date {
			c.fail("property %s can't be cut to %q", f.Prop, f.Unit)
		}
		where, key, order = "size("+key+") >= "+length, "left("+key+", "+length+")", "key"
	}
	text := source + " WITH " + s.node + " WHERE " + where + " WITH " + key + " AS key, count(*) AS count"
	return "COLLECT { " + text + " ORDER BY " + order + c.limit(f.Limit) + " RETURN [count, key] }", facetShape{name: f.Name}
}

// facetByNode counts by the nodes that an edge leads to.
func (c *compiler) facetByNode(s *scope, source string, f graph.Facet) (string, facetShape) {
	def, reach := c.far(f.Edge, f.Dir)
	far := &scope{node: c.fresh("n"), edge: c.fresh("e"), def: def}
	var check []graph.Label
	far.labels, check = c.narrow(f.Node.Labels, reach)
	text := source + " MATCH (" + s.node + ")" + arrow(far.edge+":"+quote(f.Edge), f.Dir) + "(" + far.node + colons(check) + ")" +
		c.where(far, f.Node.Where)
	count := c.fresh("c")
	text += " WITH " + far.node + ", count(*) AS " + count +
		" ORDER BY " + count + " DESC, " + dot(far.node, "id") + c.limit(f.Limit)
	bucket := &scope{node: far.node, labels: far.labels}
	with, items, shape := c.items(bucket, graph.Query{Props: f.Node.Props, Expand: f.Node.Expand}, nil, nil)
	text += " WITH " + strings.Join(append([]string{far.node, count}, with...), ", ") +
		" RETURN [" + count + ", [" + strings.Join(items, ", ") + "]]"
	return "COLLECT { " + text + " }", facetShape{f.Name, &shape}
}

// limit writes a LIMIT, "" where all are wanted.
func (c *compiler) limit(n int) string {
	if n < 0 {
		return ""
	}
	return " LIMIT " + c.param(int64(n))
}
