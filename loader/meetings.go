package loader

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"parley/graph"
	"parley/loader/resolve"
)

// meetings plans what becomes of the meetings when reports come and go.
type meetings struct {
	store graph.Store
	// known are the stored reports read so far, of the stored meeting that
	// each belongs to, and digests what that meeting was.
	known   map[string]*resolve.Report
	of      map[string]string
	digests map[string]string
	// index finds the known reports, and those that come.
	index *resolve.Index
	// asked are the blocks that were looked up.
	asked map[string]bool
}

func newMeetings(s graph.Store) *meetings {
	return &meetings{
		store: s, known: map[string]*resolve.Report{}, of: map[string]string{}, digests: map[string]string{},
		index: resolve.NewIndex(nil, nil), asked: map[string]bool{},
	}
}

// reach reads what a change of these reports can touch.
func (m *meetings) reach(ctx context.Context, changed []*resolve.Report) (resolve.Reach, error) {
	for reports := changed; ; {
		more, err := m.look(ctx, reports)
		if err != nil {
			return resolve.Reach{}, err
		}
		reach := m.index.Reach(changed)
		if !more {
			return reach, nil
		}
		reports = reach.All()
	}
}

// look reads the reports that may have to do with one of these, and tells
// whether any block had not been asked for before.
func (m *meetings) look(ctx context.Context, reports []*resolve.Report) (bool, error) {
	var blocks []string
	for _, r := range reports {
		for _, b := range resolve.Asks(r) {
			if !m.asked[b] {
				m.asked[b] = true
				blocks = append(blocks, b)
			}
		}
	}
	slices.Sort(blocks)
	for chunk := range slices.Chunk(blocks, blocksPerQuery) {
		if err := m.fetch(ctx, graph.Query{Labels: []graph.Label{reportLabel}, Where: graph.Compare{Prop: "block", Op: graph.OneOf, Value: chunk}}); err != nil {
			return false, err
		}
	}
	return len(blocks) > 0, nil
}

// fetch reads reports with their meetings.
func (m *meetings) fetch(ctx context.Context, q graph.Query) error {
	q.Page, q.Props = all, []string{"data"}
	q.Expand = []graph.Expand{{Name: "of", Edge: of, Query: graph.Query{Labels: []graph.Label{meetingLabel}, Page: all, Props: []string{"digest"}}}}
	res, err := m.store.Query(ctx, q)
	if err != nil {
		return err
	}
	for _, row := range res.Rows {
		if m.known[string(row.ID)] != nil {
			continue
		}
		r, err := readReport(row)
		if err != nil {
			return err
		}
		m.known[r.ID] = r
		m.index.Add(r)
		for _, meeting := range row.Sub["of"].Rows {
			m.of[r.ID] = string(meeting.ID)
			m.digests[string(meeting.ID)], _ = meeting.Props["digest"].(string)
		}
	}
	return nil
}

// plan adds to the batch what the meetings become when the reports in gone are
// taken away and those in fresh are added. A report may be in both.
func (m *meetings) plan(ctx context.Context, gone, fresh []*resolve.Report, b *graph.Batch) (changes Meetings, err error) {
	var ids []graph.ID
	for _, r := range gone {
		ids = append(ids, graph.ID(r.ID))
	}
	for chunk := range slices.Chunk(ids, idsPerQuery) {
		if err := m.fetch(ctx, graph.Query{IDs: chunk, Labels: []graph.Label{reportLabel}}); err != nil {
			return changes, err
		}
	}
	old := map[*resolve.Report]bool{}
	for _, r := range gone {
		if r = m.known[r.ID]; r != nil {
			old[r] = true
		}
	}
	for _, r := range fresh {
		m.index.Add(r)
	}
	reach, err := m.reach(ctx, append(slices.Collect(maps.Keys(old)), fresh...))
	if err != nil {
		return changes, err
	}
	before, rewritten := map[string]bool{}, map[string]bool{}
	for _, r := range reach.Touched {
		if meeting := m.of[r.ID]; meeting != "" {
			before[meeting] = true
		}
	}
	for r := range old {
		delete(m.of, r.ID)
	}
	for _, r := range fresh {
		rewritten[r.ID] = true
	}
	now := slices.DeleteFunc(reach.All(), func(r *resolve.Report) bool { return old[r] })
	after := reach.Says(resolve.Resolve(now, nil))
	m.writePossible(after.Possible, b)
	return m.write(ctx, before, rewritten, after.Meetings, b)
}

// writePossible takes reports that may be of several meetings out of all.
func (m *meetings) writePossible(possible []resolve.Possible, b *graph.Batch) {
	for _, p := range possible {
		b.Clear = append(b.Clear, graph.Clear{Node: graph.ID(p.Report), Type: of})
	}
}

// write adds the meetings to the batch that are not as they were or have a
// report that is written anew, and takes away those that are no more.
func (m *meetings) write(ctx context.Context, before, fresh map[string]bool, after []resolve.Meeting, b *graph.Batch) (changes Meetings, err error) {
	where, err := m.belongings(ctx, after)
	if err != nil {
		return changes, err
	}
	for i := range after {
		id := after[i].ID
		sum := digestOf(&after[i])
		same := before[id] && m.digests[id] == sum
		if !before[id] {
			changes.New++
		} else if !same {
			changes.Changed++
		}
		delete(before, id)
		if !same || slices.ContainsFunc(after[i].Reports, func(r string) bool { return fresh[r] }) {
			writeMeeting(&after[i], sum, b)
		}
		sequence(&after[i], where, b)
	}
	for _, id := range sortedKeys(before) {
		changes.Gone++
		b.DeleteNodes = append(b.DeleteNodes, graph.ID(id))
	}
	return changes, nil
}

// belongings returns the meeting of every report that one of the meetings
// has, follows or leads to.
func (m *meetings) belongings(ctx context.Context, after []resolve.Meeting) (map[string]string, error) {
	where := map[string]string{}
	for _, a := range after {
		for _, r := range a.Reports {
			where[r] = a.ID
		}
	}
	var missing []graph.ID
	for _, a := range after {
		for _, r := range append(slices.Clone(a.Follows), a.Leads...) {
			if where[r] == "" {
				missing = append(missing, graph.ID(r))
			}
		}
	}
	for chunk := range slices.Chunk(missing, idsPerQuery) {
		if err := m.fetch(ctx, graph.Query{IDs: chunk, Labels: []graph.Label{reportLabel}}); err != nil {
			return nil, err
		}
	}
	for _, id := range missing {
		where[string(id)] = m.of[string(id)]
	}
	return where, nil
}

// digestOf tells whether a meeting is as it was.
func digestOf(m *resolve.Meeting) string {
	data, _ := json.Marshal(m) // plain strings and slices always encode
	return hash(string(data))
}

// meetingEdges are all edges of a meeting.
var meetingEdges = []graph.Clear{
	{Type: of, Dir: graph.In}, {Type: attended, Dir: graph.In}, {Type: heldIn}, {Type: about}, {Type: considered},
	{Type: followedBy}, {Type: followedBy, Dir: graph.In},
}

// writeMeeting adds a meeting with its edges to the batch.
func writeMeeting(m *resolve.Meeting, digest string, b *graph.Batch) {
	id := graph.ID(m.ID)
	for _, c := range meetingEdges {
		c.Node = id
		b.Clear = append(b.Clear, c)
	}
	b.Nodes = append(b.Nodes, graph.Node{ID: id, Label: meetingLabel, Props: props(graph.Props{
		"kind": m.Kind, "status": m.Status, "start": m.Start, "end": m.End, "precision": m.Precision,
		"title": m.Title, "name": m.Title, "venue": m.Venue, "confidence": m.Confidence,
		"firstPublished": m.FirstPublished, "lastPublished": m.LastPublished, "digest": digest,
	})})
	edge := func(t graph.EdgeType, from, to string, p graph.Props) {
		b.Edges = append(b.Edges, graph.Edge{Type: t, From: graph.ID(from), To: graph.ID(to), Props: p})
	}
	for _, r := range m.Reports {
		edge(of, r, m.ID, nil)
	}
	for _, a := range m.Actors {
		edge(attended, a.ID, m.ID, props(graph.Props{"role": a.Role, "side": a.Side}))
	}
	if m.Place != nil {
		edge(heldIn, m.ID, m.Place.ID, props(graph.Props{"venue": m.Venue}))
	}
	for _, t := range m.Topics {
		edge(about, m.ID, t, nil)
	}
	for _, p := range m.Proposals {
		edge(considered, m.ID, p, nil)
	}
}

// sequence adds which meetings came before and after, where texts say so.
func sequence(m *resolve.Meeting, where map[string]string, b *graph.Batch) {
	id := graph.ID(m.ID)
	for _, r := range m.Follows {
		if before := where[r]; before != "" && before != m.ID {
			b.Edges = append(b.Edges, graph.Edge{Type: followedBy, From: graph.ID(before), To: id})
		}
	}
	for _, r := range m.Leads {
		if after := where[r]; after != "" && after != m.ID {
			b.Edges = append(b.Edges, graph.Edge{Type: followedBy, From: id, To: graph.ID(after)})
		}
	}
}
