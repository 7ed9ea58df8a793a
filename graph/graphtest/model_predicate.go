package graphtest

import (
	"slices"
	"strings"

	"parley/fold"
	"parley/graph"
)

// holds evaluates a predicate at a node and the edge that led there.
func (m *Model) holds(p graph.Predicate, r reached) bool {
	switch p := p.(type) {
	case nil:
		return true
	case graph.And:
		return !slices.ContainsFunc(p, func(q graph.Predicate) bool { return !m.holds(q, r) })
	case graph.Or:
		return slices.ContainsFunc(p, func(q graph.Predicate) bool { return m.holds(q, r) })
	case graph.Not:
		return !m.holds(p.Of, r)
	case graph.HasLabel:
		return len(p) > 0 && m.labelled(r.node, p)
	case graph.HasID:
		return slices.Contains(p, r.node.ID)
	case graph.Compare:
		def, _ := m.ontology.Prop(r.node.Label, p.Prop)
		return compare(def.Kind, p.Op, r.node.Props[p.Prop], m.derived[r.node.ID].Folded[p.Prop], p.Value)
	case graph.EdgeCompare:
		def, _ := r.def.Prop(p.Prop)
		return compare(def.Kind, p.Op, r.edge[p.Prop], nil, p.Value)
	case graph.Connected:
		return m.connected(p, r.node.ID)
	}
	panic("unknown predicate")
}

// connected counts the nodes behind the edge that satisfy the predicate.
func (m *Model) connected(p graph.Connected, id graph.ID) bool {
	all, good := 0, 0
	for _, r := range m.climb(m.follow(id, p.Edge, p.Dir), p.Up) {
		if !m.labelled(r.node, p.Labels) {
			continue
		}
		all++
		if m.holds(p.Where, r) {
			good++
		}
	}
	switch p.Quant {
	case graph.Every:
		return good == all
	case graph.None:
		return good == 0
	}
	return good > 0
}

// climb adds what lies up to six edges further.
func (m *Model) climb(start []reached, up graph.EdgeType) []reached {
	if up == "" {
		return start
	}
	seen := map[graph.ID]bool{}
	var out []reached
	for level := 0; level <= 6; level++ {
		var next []reached
		for _, r := range start {
			if !seen[r.node.ID] {
				seen[r.node.ID] = true
				out = append(out, r)
				next = append(next, m.follow(r.node.ID, up, graph.Out)...)
			}
		}
		start = next
	}
	return out
}

// compare is one comparison of a value of the kind; folded are the folded
// forms of a Text, its own and its aliases'.
func compare(kind graph.Kind, op graph.Op, have any, folded []string, want any) bool {
	if op == graph.Present {
		return (have != nil) == want.(bool)
	}
	if op == graph.OneOf {
		return slices.ContainsFunc(values(want), func(v any) bool { return compare(kind, graph.Eq, have, folded, v) })
	}
	if kind == graph.Text {
		w := fold.Name(want.(string))
		return slices.ContainsFunc(folded, func(f string) bool { return compareOne(op, f, w) })
	}
	switch have := have.(type) {
	case nil:
		return false
	case []string, []int64:
		return slices.Contains(values(have), want)
	case string:
		if kind == graph.Date {
			return compareDates(op, have, want.(string))
		}
	}
	return compareOne(op, have, want)
}

func compareOne(op graph.Op, have, want any) bool {
	switch op {
	case graph.Contains:
		return strings.Contains(have.(string), want.(string))
	case graph.StartsWith:
		return strings.HasPrefix(have.(string), want.(string))
	case graph.From:
		return compareValues(have, want) >= 0
	case graph.To:
		return compareValues(have, want) <= 0
	}
	return have == want
}

func compareDates(op graph.Op, have, want string) bool {
	h, _ := graph.ParseDate(have)
	w, _ := graph.ParseDate(want)
	switch op {
	case graph.From:
		return h.Last >= w.First
	case graph.To:
		return h.First <= w.Last
	}
	return h.First >= w.First && h.Last <= w.Last
}

// values returns the elements of a list.
func values(list any) []any {
	var out []any
	switch list := list.(type) {
	case []string:
		for _, v := range list {
			out = append(out, v)
		}
	case []int64:
		for _, v := range list {
			out = append(out, v)
		}
	case []float64:
		for _, v := range list {
			out = append(out, v)
		}
	}
	return out
}
