package neo4jstore

import (
	"strings"

	"parley/graph"
)

// where writes a predicate as a WHERE clause, "" where everything holds.
func (c *compiler) where(s *scope, conditions ...graph.Predicate) string {
	var parts []string
	for _, p := range conditions {
		for _, q := range conjuncts(p) {
			parts = append(parts, c.holds(s, q, false))
		}
	}
	return whereAll(parts)
}

// whereAll joins written conditions into a WHERE clause.
func whereAll(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(parts, " AND ")
}

// conjuncts flattens nested Ands; nil has none.
func conjuncts(p graph.Predicate) []graph.Predicate {
	and, ok := p.(graph.And)
	if !ok {
		if p == nil {
			return nil
		}
		return []graph.Predicate{p}
	}
	var out []graph.Predicate
	for _, q := range and {
		out = append(out, conjuncts(q)...)
	}
	return out
}

// holds writes a predicate. A comparison with an absent property is null in
// Cypher, which WHERE takes for false; definite asks for false itself, since
// the negation of null would be null as well.
func (c *compiler) holds(s *scope, p graph.Predicate, definite bool) string {
	switch p := p.(type) {
	case nil:
		return "true"
	case graph.And:
		return c.joined(s, p, " AND ", "true", definite)
	case graph.Or:
		return c.joined(s, p, " OR ", "false", definite)
	case graph.Not:
		return "NOT " + c.holds(s, p.Of, true)
	case graph.Compare:
		return settle(c.compare(value{owner: s.node, def: c.prop(s, p.Prop)}, p.Op, p.Value), definite)
	case graph.EdgeCompare:
		v := value{owner: s.edge, def: c.edgeProp(s, p.Prop), onEdge: true}
		if s.climbed != "" {
			v.unless = "size(" + s.climbed + ") > 0"
		}
		return settle(c.compare(v, p.Op, p.Value), definite)
	case graph.HasLabel:
		c.concrete(p)
		if len(p) == 0 {
			return "false"
		}
		return "(" + s.node + colons(p) + ")"
	case graph.HasID:
		return "(" + s.node + " IN " + c.identified(p) + ")"
	case graph.Connected:
		return c.connected(s, p)
	}
	c.fail("a predicate of the unknown type %T", p)
	return "false"
}

func (c *compiler) joined(s *scope, list []graph.Predicate, op, empty string, definite bool) string {
	if len(list) == 0 {
		return empty
	}
	parts := make([]string, len(list))
	for i, p := range list {
		parts[i] = c.holds(s, p, definite)
	}
	return "(" + strings.Join(parts, op) + ")"
}

// settle makes null false.
func settle(condition string, definite bool) string {
	if definite {
		return "coalesce(" + condition + ", false)"
	}
	return condition
}
