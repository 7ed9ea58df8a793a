package neo4jstore

import (
	"fmt"
	"slices"

	"parley/graph"
)

// highest is how many further edges Connected.Up follows at the most.
const highest = 6

// connected writes a filter through an edge as it is tested for one node.
func (c *compiler) connected(s *scope, p graph.Connected) string {
	far, pattern := c.beyond(s.node, p)
	switch p.Quant {
	case graph.Every:
		return "NOT EXISTS { MATCH " + pattern + " WHERE NOT " + c.holds(far, p.Where, true) + " }"
	case graph.None:
		return "NOT EXISTS { MATCH " + pattern + c.where(far, p.Where) + " }"
	}
	return "EXISTS { MATCH " + pattern + c.where(far, p.Where) + " }"
}

// beyond writes the pattern from a node to those that the filter looks at, and
// returns their scope.
func (c *compiler) beyond(from string, p graph.Connected) (*scope, string) {
	def, reach := c.far(p.Edge, p.Dir)
	far := &scope{node: c.fresh("n"), edge: c.fresh("e"), def: def}
	pattern := "(" + from + ")" + arrow(far.edge+":"+quote(p.Edge), p.Dir) + "("
	if p.Up != "" {
		_, up := c.far(p.Up, graph.Out)
		reach = append(reach[:len(reach):len(reach)], up...)
		if comparesEdge(p.Where) { // naming the edges keeps Neo4j from pruning
			far.climbed = c.fresh("u")
		}
		pattern += fmt.Sprintf(")-[%s:%s*0..%d]->(", far.climbed, quote(p.Up), highest)
	}
	var check []graph.Label
	far.labels, check = c.narrow(p.Labels, reach)
	return far, pattern + far.node + colons(check) + ")"
}

// comparesEdge reports whether a predicate looks at the edge that led to its
// node.
func comparesEdge(p graph.Predicate) bool {
	switch p := p.(type) {
	case graph.EdgeCompare:
		return true
	case graph.Not:
		return comparesEdge(p.Of)
	case graph.And:
		return slices.ContainsFunc(p, comparesEdge)
	case graph.Or:
		return slices.ContainsFunc(p, comparesEdge)
	}
	return false
}
