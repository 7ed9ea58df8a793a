package loader

import (
	"context"
	"slices"

	"parley/graph"
)

// hanging is what hangs on stored meetings.
type hanging struct {
	// nodes are their states, and what they and these contradict each other in.
	nodes []graph.ID
	// possible are the reports that may be of them.
	possible []possible
}

// readHanging reads what hangs on meetings.
func readHanging(ctx context.Context, s graph.Store, meetings []string) (hanging, error) {
	var h hanging
	for chunk := range slices.Chunk(meetings, idsPerQuery) {
		ids := make([]graph.ID, len(chunk))
		for i, m := range chunk {
			ids[i] = graph.ID(m)
		}
		res, err := s.Query(ctx, graph.Query{Labels: []graph.Label{meetingLabel}, IDs: ids, Page: all, Expand: []graph.Expand{
			conflictsBy(hasConflict),
			{Name: "states", Edge: versionOf, Dir: graph.In, Query: graph.Query{Page: all, Expand: []graph.Expand{conflictsBy(then(hasConflict))}}},
			{Name: "possible", Edge: possiblyOf, Dir: graph.In, EdgeProps: []string{"score"}, Query: graph.Query{Page: all, Props: []string{"published"}}},
		}})
		if err != nil {
			return h, err
		}
		for _, row := range res.Rows {
			h.read(row)
		}
	}
	return h, nil
}

// conflictsBy asks for conflicts and their values.
func conflictsBy(edge graph.EdgeType) graph.Expand {
	return graph.Expand{Name: "conflicts", Edge: edge, Query: graph.Query{Page: all, Expand: []graph.Expand{
		{Name: "values", Edge: hasValue, Query: graph.Query{Page: all}},
	}}}
}

// read reads a meeting's row.
func (h *hanging) read(row graph.Row) {
	for _, r := range row.Sub.Get("possible").Rows {
		p := possible{report: string(r.ID), meeting: string(row.ID)}
		p.published, _ = r.Props.Get("published").(string)
		p.score, _ = r.Edge.Get("score").(float64)
		h.possible = append(h.possible, p)
	}
	for _, name := range []string{"conflicts", "states"} {
		for _, r := range row.Sub.Get(name).Rows {
			h.nodes = append(h.nodes, below(r)...)
		}
	}
}

// below lists a row's node and those below it, all the way down.
func below(row graph.Row) []graph.ID {
	out := []graph.ID{row.ID}
	for _, sub := range row.Sub.List {
		for _, r := range sub.Rows {
			out = append(out, below(r)...)
		}
	}
	return out
}
