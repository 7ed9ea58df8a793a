package graphtest

import (
	"cmp"
	"context"
	"slices"

	"parley/fold"
	"parley/graph"
)

// Path resolves the two names and looks for the shortest path.
func (m *Model) Path(ctx context.Context, q graph.PathQuery) (*graph.PathResult, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if err := ended(ctx); err != nil {
		return nil, err
	}
	if err := m.checkPath(q); err != nil {
		return nil, err
	}
	graph.Trace(ctx, graph.Statement{Text: "model path"})
	from, to := m.ends(q.EndLabels, q.From), m.ends(q.EndLabels, q.To)
	res := &graph.PathResult{}
	var err error
	if res.From, err = m.pathRows(from, q.Node); err != nil {
		return nil, err
	}
	if res.To, err = m.pathRows(to, q.Node); err != nil {
		return nil, err
	}
	if len(from) == 1 && len(to) == 1 {
		res.Steps, res.Found, err = m.steps(q, from[0].ID, to[0].ID)
	}
	return res, err
}

// ends returns the nodes that an end may mean. One node whose own name is
// equal beats others that have it as an alias.
func (m *Model) ends(labels []graph.Label, e graph.End) []graph.Node {
	if n, ok := m.nodes[e.ID]; ok && m.labelled(n, labels) {
		return []graph.Node{n}
	} else if e.ID != "" {
		return nil
	}
	all := m.named(labels, e.Name)
	var own []graph.Node
	for _, n := range all {
		if s, ok := n.Props["name"].(string); ok && fold.Name(s) == fold.Name(e.Name) {
			own = append(own, n)
		}
	}
	if len(own) == 1 {
		return own
	}
	return all
}

func (m *Model) pathRows(nodes []graph.Node, q graph.Query) ([]graph.Row, error) {
	var rows []graph.Row
	for _, n := range nodes[:min(len(nodes), 10)] {
		row, err := m.row(reached{node: n}, q, nil)
		if err != nil {
			return nil, err
		}
		rows = append(rows, *row)
	}
	return rows, nil
}

// hop is one meeting and who is behind it.
type hop struct{ meeting, to graph.ID }

// steps walks from one end to the other, always to the least meeting and node
// among those from where the other end is nearer.
func (m *Model) steps(q graph.PathQuery, from, to graph.ID) ([]graph.Step, bool, error) {
	away := m.distances(q, to)
	left, ok := away[from]
	if !ok || left > q.Max {
		return nil, false, nil
	}
	var steps []graph.Step
	for at := from; left > 0; left-- {
		nearer := slices.DeleteFunc(m.hops(q, at), func(h hop) bool {
			d, ok := away[h.to]
			between := h.to == to || m.labelled(m.nodes[h.to], q.Via)
			return !ok || d != left-1 || !between
		})
		h := slices.MinFunc(nearer, func(a, b hop) int {
			return cmp.Or(cmp.Compare(a.meeting, b.meeting), cmp.Compare(a.to, b.to))
		})
		step, err := m.step(q, at, h)
		if err != nil {
			return nil, false, err
		}
		steps = append(steps, step)
		at = h.to
	}
	return steps, true, nil
}

// distances tells how many meetings each node is away from one end, walking
// on only from that end and from nodes that may stand between.
func (m *Model) distances(q graph.PathQuery, end graph.ID) map[graph.ID]int {
	away := map[graph.ID]int{end: 0}
	queue := []graph.ID{end}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if at != end && !m.labelled(m.nodes[at], q.Via) {
			continue
		}
		for _, h := range m.hops(q, at) {
			if _, ok := away[h.to]; !ok {
				away[h.to] = away[at] + 1
				queue = append(queue, h.to)
			}
		}
	}
	return away
}

// hops are all ways from a node through a meeting that counts.
func (m *Model) hops(q graph.PathQuery, at graph.ID) []hop {
	var out []hop
	for _, meeting := range m.follow(at, q.Edge, graph.Out) {
		if !m.labelled(meeting.node, []graph.Label{q.Over}) || !m.holds(q.Where, reached{node: meeting.node}) {
			continue
		}
		for _, other := range m.follow(meeting.node.ID, q.Edge, graph.In) {
			out = append(out, hop{meeting.node.ID, other.node.ID})
		}
	}
	return out
}

func (m *Model) step(q graph.PathQuery, from graph.ID, h hop) (graph.Step, error) {
	var step graph.Step
	ends, err := m.pathRows([]graph.Node{m.nodes[from], m.nodes[h.to]}, q.Node)
	if err != nil {
		return step, err
	}
	meeting, err := m.pathRows([]graph.Node{m.nodes[h.meeting]}, q.Meeting)
	if err != nil {
		return step, err
	}
	return graph.Step{From: ends[0], Meeting: meeting[0], To: ends[1]}, nil
}
