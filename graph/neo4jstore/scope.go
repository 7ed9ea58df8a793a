package neo4jstore

import (
	"fmt"
	"slices"

	"parley/graph"
)

// scope is one level of a query tree while it is compiled: the variable of its
// node, which labels that may have, and how it was reached.
type scope struct {
	node   string
	labels []graph.Label
	// edge is the variable of the edge that led here, def its type; "" and
	// nil at the root and behind a Through.
	edge string
	def  *graph.EdgeDef
	// climbed is the variable of the further edges followed upwards, "" for
	// none. Behind them the first edge's properties don't count.
	climbed string
	// through has the aggregates, by name the variables that hold them.
	through    *graph.Through
	aggregates map[string]string
	// score is the variable of the full-text score, "" without a text.
	score string
}

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", graph.ErrInvalid, fmt.Sprintf(format, args...))
}

// prop returns the property as the first label of the scope that has it
// defines it.
func (c *compiler) prop(s *scope, name string) graph.PropDef {
	for _, l := range s.labels {
		if p, ok := c.o.Prop(l, name); ok {
			return p
		}
	}
	c.fail("none of %v has a property %q", s.labels, name)
	return graph.PropDef{}
}

// edgeProp returns a property of the edge that led to the scope.
func (c *compiler) edgeProp(s *scope, name string) graph.PropDef {
	if s.def == nil {
		c.fail("no edge leads here, so there is no property %q of it", name)
		return graph.PropDef{}
	}
	p, ok := s.def.Prop(name)
	if !ok {
		c.fail("edge %s has no property %q", s.def.Type, name)
	}
	return p
}

// concrete returns the labels that those given stand for.
func (c *compiler) concrete(given []graph.Label) []graph.Label {
	if len(given) == 0 {
		return nil
	}
	out := make([]graph.Label, 0, len(c.o.Labels))
	for _, l := range given {
		known := false
		for i := range c.o.Labels {
			d := &c.o.Labels[i]
			if !d.Is(l) {
				continue
			}
			known = true
			if !slices.Contains(out, d.Label) {
				out = append(out, d.Label)
			}
		}
		if !known {
			c.fail("there is no label %q", l)
		}
	}
	return out
}

// narrow restricts what a pattern reaches to the labels given, if any. Its
// second result are the labels that the pattern must check: none where it
// can't reach others anyway.
func (c *compiler) narrow(given, reach []graph.Label) (labels, check []graph.Label) {
	if len(given) == 0 {
		return reach, nil
	}
	labels = c.concrete(given)
	for _, l := range reach {
		if !slices.Contains(labels, l) {
			return labels, given
		}
	}
	return labels, nil
}

// far returns an edge type and the labels at its other end.
func (c *compiler) far(t graph.EdgeType, dir graph.Direction) (*graph.EdgeDef, []graph.Label) {
	def, ok := c.o.Edge(t)
	if !ok {
		c.fail("there is no edge %q", t)
		return &graph.EdgeDef{}, nil
	}
	if dir == graph.In {
		return def, c.concrete(def.From)
	}
	return def, c.concrete(def.To)
}

// everyLabel returns all concrete labels.
func (c *compiler) everyLabel() []graph.Label {
	var all []graph.Label
	for _, l := range c.o.Labels {
		all = append(all, l.Label)
	}
	return all
}
