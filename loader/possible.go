package loader

import "parley/graph"

// possible is a meeting that a report may be of, and how likely that is.
type possible struct {
	report, published, meeting string
	score                      float64
}

// possible adds it, and which of the meeting's states since the report was
// published it may be of.
func (a *accounts) possible(p possible) {
	score := graph.Props{"score": p.score}
	a.edge(possiblyOf, p.report, p.meeting, score)
	for _, v := range a.versions[p.meeting] {
		if p.published != "" && (v.until == "" || p.published < v.until) {
			a.edge(then(possiblyOf), p.report, string(v.id), score)
		}
	}
}

// clearPossible takes away of what a report was, or may have been.
func (a *accounts) clearPossible(report string) {
	for _, t := range []graph.EdgeType{of, copyOf, possiblyOf, then(possiblyOf)} {
		a.b.Clear = append(a.b.Clear, graph.Clear{Node: graph.ID(report), Type: t})
	}
}
