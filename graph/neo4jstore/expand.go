package neo4jstore

import "parley/graph"

// expand writes the expansion of one edge from a row as an expression.
func (c *compiler) expand(from *scope, e graph.Expand) (string, *resultShape) {
	if e.Query.IDs != nil || e.Query.Text != "" || len(e.Query.Lookups) > 0 {
		c.fail("an expansion (%s) has no IDs, text or lookups", e.Name)
	}
	if e.Through != nil {
		return c.through(from, e)
	}
	def, reach := c.far(e.Edge, e.Dir)
	s := &scope{node: c.fresh("n"), edge: c.fresh("e"), def: def}
	var check []graph.Label
	s.labels, check = c.narrow(e.Query.Labels, reach)
	source := "MATCH (" + from.node + ")" + arrow(s.edge+":"+quote(e.Edge), e.Dir) + "(" + s.node + colons(check) + ")" +
		c.where(s, e.Query.Where)
	return c.result(s, source, e.Query, e.EdgeProps)
}

// through writes an expansion over a node in between: one grouped expansion.
func (c *compiler) through(from *scope, e graph.Expand) (string, *resultShape) {
	t := e.Through
	first, reach := c.far(e.Edge, e.Dir)
	mid := &scope{node: c.fresh("n"), edge: c.fresh("e")}
	var checkMid []graph.Label
	mid.labels, checkMid = c.narrow([]graph.Label{t.Label}, reach)
	second, reach := c.far(t.Edge, t.Dir)
	s := &scope{node: c.fresh("n"), through: t, aggregates: map[string]string{}}
	var check []graph.Label
	s.labels, check = c.narrow(e.Query.Labels, reach)
	back := c.fresh("e")
	c.checkEdgeProps(first, e.EdgeProps)

	parts := []string{s.node + " <> " + from.node}
	if t.Apart != "" {
		c.checkEdgeProps(second, []string{t.Apart})
		parts = append(parts, "coalesce("+dot(mid.edge, t.Apart)+" <> "+dot(back, t.Apart)+", true)")
	}
	for _, p := range conjuncts(t.Where) {
		parts = append(parts, c.holds(&scope{node: mid.node, labels: mid.labels}, p, false))
	}
	for _, p := range conjuncts(e.Query.Where) {
		parts = append(parts, c.holds(s, p, false))
	}
	source := "MATCH (" + from.node + ")" + arrow(mid.edge+":"+quote(e.Edge), e.Dir) + "(" + mid.node + colons(checkMid) + ")" +
		arrow(back+":"+quote(t.Edge), t.Dir) + "(" + s.node + colons(check) + ")" + whereAll(parts) +
		" WITH " + s.node + c.aggregate(s, mid)
	return c.result(s, source, e.Query, nil)
}

func (c *compiler) checkEdgeProps(def *graph.EdgeDef, names []string) {
	for _, name := range names {
		if _, ok := def.Prop(name); !ok {
			c.fail("edge %s has no property %q", def.Type, name)
		}
	}
}

// aggregate writes the aggregates over the nodes in between, each behind a
// comma. A pair of nodes has one edge of a type at the most, so every node in
// between comes once.
func (c *compiler) aggregate(s, mid *scope) string {
	text := ""
	for _, a := range s.through.Aggregates {
		v := c.fresh("a")
		s.aggregates[a.Name] = v
		switch a.Fn {
		case graph.CountNodes:
			text += ", count(*) AS " + v
		case graph.Min:
			text += ", min(" + dot(mid.node, sortProp(c.prop(mid, a.Prop))) + ") AS " + v
		case graph.Max:
			text += ", max(" + dot(mid.node, sortProp(c.prop(mid, a.Prop))) + ") AS " + v
		default:
			c.fail("there is no aggregation %d", a.Fn)
		}
	}
	if text == "" { // without an aggregate WITH would not group
		text = ", count(*) AS " + c.fresh("a")
	}
	return text
}

// aggregateProp returns what an aggregate is of: for a count an Int.
func (c *compiler) aggregateProp(t *graph.Through, a graph.Aggregate) graph.PropDef {
	if a.Fn == graph.CountNodes {
		return graph.PropDef{Name: a.Name, Kind: graph.Int}
	}
	return c.prop(&scope{labels: c.concrete([]graph.Label{t.Label})}, a.Prop)
}
