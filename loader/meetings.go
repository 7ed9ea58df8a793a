package loader

import (
	"context"
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
	// words are what analysts say, before those as they were, if they change.
	words, before []resolve.Judgment
	// indexes find the known reports, and those that come, under the words and
	// under those before.
	indexes []*resolve.Index
	// asked are the blocks that were looked up.
	asked map[string]bool
}

// newMeetings plans under the words of analysts; of words that change, before
// are those as they were.
func newMeetings(s graph.Store, words []resolve.Judgment, before ...[]resolve.Judgment) *meetings {
	m := &meetings{
		store: s, known: map[string]*resolve.Report{}, of: map[string]string{}, digests: map[string]string{},
		words: words, indexes: []*resolve.Index{resolve.NewIndex(nil, words)}, asked: map[string]bool{},
	}
	for _, w := range before {
		m.before = append(m.before, w...)
		m.indexes = append(m.indexes, resolve.NewIndex(nil, w))
	}
	return m
}

// add adds a report to the indexes.
func (m *meetings) add(r *resolve.Report) {
	for _, x := range m.indexes {
		x.Add(r)
	}
}

// touched is what a change of these reports can touch, of what is known.
func (m *meetings) touched(changed []*resolve.Report) resolve.Reach {
	reach := m.indexes[0].Reach(changed)
	for _, x := range m.indexes[1:] {
		more := x.Reach(changed)
		reach.Touched = union(reach.Touched, more.Touched)
		reach.Context = union(reach.Context, more.Context)
	}
	reach.Context = slices.DeleteFunc(reach.Context, func(r *resolve.Report) bool { return slices.Contains(reach.Touched, r) })
	return reach
}

// union adds to a list what another has besides.
func union(a, b []*resolve.Report) []*resolve.Report {
	for _, r := range b {
		if !slices.Contains(a, r) {
			a = append(a, r)
		}
	}
	return a
}

// reach reads what a change of these reports can touch.
func (m *meetings) reach(ctx context.Context, changed []*resolve.Report) (resolve.Reach, error) {
	for reports := changed; ; {
		more, err := m.look(ctx, reports)
		if err != nil {
			return resolve.Reach{}, err
		}
		reach := m.touched(changed)
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
	if err := m.lookTold(ctx, reports); err != nil {
		return false, err
	}
	slices.Sort(blocks)
	for chunk := range slices.Chunk(blocks, blocksPerQuery) {
		if err := m.fetch(ctx, graph.Query{Labels: []graph.Label{reportLabel}, Where: graph.Compare{Prop: "block", Op: graph.OneOf, Value: chunk}}); err != nil {
			return false, err
		}
	}
	return len(blocks) > 0, nil
}

// lookTold reads the reports that analysts say are of one meeting with one of
// these.
func (m *meetings) lookTold(ctx context.Context, reports []*resolve.Report) error {
	if len(m.words)+len(m.before) == 0 {
		return nil
	}
	here := map[string]bool{}
	for _, r := range reports {
		here[r.ID] = true
	}
	var ids []graph.ID
	for _, w := range slices.Concat(m.words, m.before) {
		for _, pair := range [][2]string{{w.A, w.B}, {w.B, w.A}} {
			if here[pair[0]] && !m.asked[pair[1]] {
				m.asked[pair[1]] = true
				ids = append(ids, graph.ID(pair[1]))
			}
		}
	}
	for chunk := range slices.Chunk(ids, idsPerQuery) {
		if err := m.fetch(ctx, graph.Query{IDs: chunk, Labels: []graph.Label{reportLabel}}); err != nil {
			return err
		}
	}
	return nil
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
		m.add(r)
		for _, meeting := range row.Sub.Get("of").Rows {
			m.of[r.ID] = string(meeting.ID)
			m.digests[string(meeting.ID)], _ = meeting.Props.Get("digest").(string)
		}
	}
	return nil
}

// plan adds to the batch what the meetings become when the reports in gone are
// taken away and those in fresh are added. A report may be in both. Judged are
// those of whom analysts say something else now.
func (m *meetings) plan(ctx context.Context, gone, fresh []*resolve.Report, judged []string, b *graph.Batch) (changes Meetings, err error) {
	var ids []graph.ID
	for _, r := range gone {
		ids = append(ids, graph.ID(r.ID))
	}
	for _, r := range judged {
		ids = append(ids, graph.ID(r))
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
	changed := append(slices.Collect(maps.Keys(old)), fresh...)
	for _, id := range judged {
		if r := m.known[id]; r != nil && !old[r] {
			changed = append(changed, r)
		}
	}
	for _, r := range fresh {
		m.add(r)
	}
	reach, err := m.reach(ctx, changed)
	if err != nil {
		return changes, err
	}
	c := m.change(reach.Touched, fresh)
	now := slices.DeleteFunc(reach.All(), func(r *resolve.Report) bool { return old[r] })
	for _, r := range now {
		c.published[r.ID] = r.Published
	}
	return m.write(ctx, c, reach.Says(resolve.Resolve(now, m.words)), b)
}

// shift is how the reports that can be touched come and go.
type shift struct {
	// fresh are the reports that are written anew; published has the day of
	// each that is looked at.
	fresh     map[string]bool
	published map[string]string
	// touched are the reports whose meeting may become another, with the one
	// that they are of, "" for none; before are all these meetings.
	touched map[string]string
	before  map[string]bool
}

// change works out how the touched reports come and go.
func (m *meetings) change(touched, fresh []*resolve.Report) shift {
	c := shift{fresh: map[string]bool{}, published: map[string]string{}, touched: map[string]string{}, before: map[string]bool{}}
	for _, r := range touched {
		meeting := m.of[r.ID]
		if c.touched[r.ID] = meeting; meeting != "" {
			c.before[meeting] = true
		}
	}
	for _, r := range fresh {
		c.fresh[r.ID] = true
	}
	return c
}

// write adds the meetings to the batch that are not as they were or have a
// report that is written anew, and takes away those that are no more.
func (m *meetings) write(ctx context.Context, c shift, after resolve.Resolution, b *graph.Batch) (Meetings, error) {
	a := accounts{b: b, versions: map[string][]version{}, where: map[string]string{}, written: map[string]bool{}, published: c.published}
	if err := a.locate(ctx, m.store, after); err != nil {
		return Meetings{}, err
	}
	digests, gone := map[string]string{}, maps.Clone(c.before)
	for i := range after.Meetings {
		x := &after.Meetings[i]
		digests[x.ID] = digestOf(x)
		same := c.before[x.ID] && m.digests[x.ID] == digests[x.ID]
		a.written[x.ID] = !same || slices.ContainsFunc(x.Reports, func(r string) bool { return c.fresh[r] })
		delete(gone, x.ID)
	}
	hanging, err := m.clear(ctx, c, gone, a.written, b)
	if err != nil {
		return Meetings{}, err
	}
	for i := range after.Meetings {
		if x := &after.Meetings[i]; a.written[x.ID] {
			a.meeting(x, digests[x.ID])
		}
		a.sequence(&after.Meetings[i])
	}
	for _, p := range hanging.possible {
		if _, touched := c.touched[p.report]; !touched && a.written[p.meeting] {
			a.possible(p)
		}
	}
	for _, p := range after.Possible {
		a.clearPossible(p.Report)
		for _, x := range p.Of {
			a.possible(possible{p.Report, c.published[p.Report], x.Meeting, x.Score})
		}
	}
	for _, r := range sortedKeys(c.touched) {
		if c.touched[r] == "" && !c.fresh[r] {
			a.clearPossible(r)
		}
	}
	return tally(c, m.digests, digests, hanging.nodes, after), nil
}

// clear takes away the meetings that are no more, and what hangs on them and on
// those that are written anew, which it returns.
func (m *meetings) clear(ctx context.Context, c shift, gone, written map[string]bool, b *graph.Batch) (hanging, error) {
	var stale []string
	for _, id := range sortedKeys(c.before) {
		if gone[id] || written[id] {
			stale = append(stale, id)
		}
	}
	h, err := readHanging(ctx, m.store, stale)
	b.DeleteNodes = append(b.DeleteNodes, h.nodes...)
	for _, id := range sortedKeys(gone) {
		b.DeleteNodes = append(b.DeleteNodes, graph.ID(id))
	}
	return h, err
}
