package neo4jstore

import (
	"fmt"
	"slices"

	"parley/graph"
)

// Neo4j's planner tests a filter through an edge for every node of the label,
// since it can't know that the nodes at the other end are few. So the search is
// written from the selective end: the condition that promises the fewest nodes
// is the start, and the others are tested for what it leads to.

// The costs of starting with a condition: known beforehand is best; every edge in
// between adds to it, as does climbing, which leads to many.
const (
	costKnown   = 1
	costEdge    = 2
	costClimb   = 3
	costScanned = 10
	costNone    = 1000
)

// cost judges starting with the condition.
func (c *compiler) cost(s *scope, p graph.Predicate) int {
	if c.knows(s, p) {
		return costKnown
	}
	if p, ok := p.(graph.Connected); ok {
		if p.Quant != graph.Some || p.Where == nil || p.Up != "" && comparesEdge(p.Where) {
			return costNone
		}
		far, _ := c.sketch().beyond(s.node, p)
		best := costScanned
		for _, q := range conjuncts(p.Where) {
			best = min(best, c.cost(far, q))
		}
		if p.Up != "" {
			best += costClimb
		}
		return best + costEdge
	}
	return costNone
}

// knows reports whether the nodes that satisfy the condition are found before
// anything else, by ID or by a whole name.
func (c *compiler) knows(s *scope, p graph.Predicate) bool {
	switch p := p.(type) {
	case graph.HasID:
		return true
	case graph.Compare:
		def := c.prop(s, p.Prop)
		return def.Kind == graph.Text && def.Aliases != "" && (p.Op == graph.Eq || p.Op == graph.OneOf)
	}
	return false
}

// known returns the variable of the list of those nodes.
func (c *compiler) known(p graph.Predicate) string {
	if ids, ok := p.(graph.HasID); ok {
		return c.identified(ids)
	}
	named := p.(graph.Compare)
	return c.named(named.Prop, foldAll(named.Value))
}

// sketch returns a compiler whose work is thrown away.
func (c *compiler) sketch() *compiler {
	return newCompiler(c.o)
}

// start writes clauses that yield each node of the scope that satisfies all of
// the conditions, once if distinct is asked for.
func (c *compiler) start(s *scope, check []graph.Label, conditions []graph.Predicate, distinct bool) string {
	best, least := -1, costNone
	for i, p := range conditions {
		if cost := c.cost(s, p); cost < least {
			best, least = i, cost
		}
	}
	if best < 0 {
		if len(check) == 0 {
			check = s.labels
		}
		return "MATCH (" + s.node + colons(check) + ")" + c.where(s, conditions...)
	}
	rest := slices.Delete(slices.Clone(conditions), best, best+1)
	if p, ok := conditions[best].(graph.Connected); ok {
		return c.startBeyond(s, check, p, rest, distinct)
	}
	return c.from(c.known(conditions[best]), s, check, rest)
}

// from starts with the nodes of a list that satisfy the conditions too.
func (c *compiler) from(list string, s *scope, check []graph.Label, conditions []graph.Predicate) string {
	return "UNWIND " + list + " AS " + s.node + " WITH " + s.node + c.whereLabelled(s, check, conditions)
}

// startBeyond starts at the other end of a filter through an edge.
func (c *compiler) startBeyond(s *scope, check []graph.Label, p graph.Connected, rest []graph.Predicate, distinct bool) string {
	far, _ := c.beyond(s.node, p)
	var atEdge, atNode []graph.Predicate
	for _, q := range conjuncts(p.Where) {
		if comparesEdge(q) {
			atEdge = append(atEdge, q)
		} else {
			atNode = append(atNode, q)
		}
	}
	var labels []graph.Label
	if len(p.Labels) > 0 {
		labels = p.Labels
	}
	text := c.start(far, labels, atNode, false)
	from := far.node
	if p.Up != "" {
		low := c.fresh("n")
		text += fmt.Sprintf(" MATCH (%s)<-[:%s*0..%d]-(%s) WITH DISTINCT %s", from, quote(p.Up), highest, low, low)
		from = low
	}
	joins, patterns, rest := c.joins(s, rest)
	text += joins + " MATCH (" + from + ")" + arrow(far.edge+":"+quote(p.Edge), p.Dir.Reverse()) + "(" + s.node + colons(c.needed(p, check)) + ")" + patterns
	var parts []string
	for _, q := range atEdge {
		parts = append(parts, c.holds(far, q, false))
	}
	for _, q := range rest {
		parts = append(parts, c.holds(s, q, false))
	}
	text += whereAll(parts)
	if distinct {
		text += " WITH DISTINCT " + s.node
	}
	return text
}

// joins takes those conditions that ask for an edge to a node known beforehand:
// such nodes are bound beforehand and the edges matched together, so that Neo4j
// may go from whichever end has fewer. Each edge has a MATCH of its own, since
// within one no edge would serve twice.
func (c *compiler) joins(s *scope, conditions []graph.Predicate) (bound, patterns string, rest []graph.Predicate) {
	for _, q := range conditions {
		p, ok := q.(graph.Connected)
		if !ok || p.Quant != graph.Some || p.Up != "" || len(conjuncts(p.Where)) != 1 {
			rest = append(rest, q)
			continue
		}
		far, pattern := c.beyond(s.node, p)
		known := conjuncts(p.Where)[0]
		if !c.knows(far, known) {
			rest = append(rest, q)
			continue
		}
		bound += " UNWIND " + c.known(known) + " AS " + far.node
		patterns += " MATCH " + pattern
	}
	return bound, patterns, rest
}

// needed returns the labels that a node at the near end of a filter's edge must
// be checked for: none where such an edge begins at no others.
func (c *compiler) needed(p graph.Connected, check []graph.Label) []graph.Label {
	_, reach := c.far(p.Edge, p.Dir.Reverse())
	_, check = c.narrow(check, reach)
	return check
}

// whereLabelled writes the WHERE of nodes that may have other labels.
func (c *compiler) whereLabelled(s *scope, check []graph.Label, rest []graph.Predicate) string {
	var parts []string
	if len(check) > 0 {
		parts = append(parts, s.node+colons(check))
	}
	for _, q := range rest {
		parts = append(parts, c.holds(s, q, false))
	}
	return whereAll(parts)
}
