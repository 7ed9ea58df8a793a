package graphtest

import (
	"cmp"
	"slices"

	"parley/graph"
)

// facet counts what was reached by a property's value or by connected node.
func (m *Model) facet(all []reached, f graph.Facet) ([]graph.Bucket, error) {
	counts := map[string]int64{}
	nodes := map[string]graph.Node{}
	for _, r := range all {
		if f.Edge != "" {
			for _, end := range m.follow(r.node.ID, f.Edge, f.Dir) {
				if m.labelled(end.node, f.Node.Labels) && m.holds(f.Node.Where, end) {
					counts[string(end.node.ID)]++
					nodes[string(end.node.ID)] = end.node
				}
			}
		} else if key, ok := facetKey(r.node.Props[f.Prop], f.Unit); ok {
			counts[key]++
		}
	}
	var out []graph.Bucket
	for key, n := range counts {
		out = append(out, graph.Bucket{Key: key, Count: n})
	}
	slices.SortFunc(out, func(a, b graph.Bucket) int {
		if f.Unit != "" {
			return cmp.Compare(a.Key, b.Key)
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Key, b.Key))
	})
	if f.Limit >= 0 && len(out) > f.Limit {
		out = out[:f.Limit]
	}
	return out, m.facetNodes(out, f, nodes)
}

// facetNodes turns the keys of a facet over an edge into rows.
func (m *Model) facetNodes(buckets []graph.Bucket, f graph.Facet, nodes map[string]graph.Node) error {
	if f.Edge == "" {
		return nil
	}
	for i, b := range buckets {
		row, err := m.row(reached{node: nodes[b.Key]}, graph.Query{Props: f.Node.Props, Expand: f.Node.Expand}, nil)
		if err != nil {
			return err
		}
		buckets[i].Key, buckets[i].Node = "", row
	}
	return nil
}

// facetKey is the value as it stands, or a date cut to the unit; a date that
// is less precise than the unit has none.
func facetKey(v any, unit string) (string, bool) {
	s, ok := v.(string)
	length := map[string]int{"month": len("2025-08"), "year": len("2025")}[unit]
	if !ok || len(s) < length {
		return "", false
	}
	if unit != "" {
		s = s[:length]
	}
	return s, true
}
