package loader

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"parley/graph"
	"parley/loader/resolve"
)

// Why tells why the reports of a meeting are one.
type Why struct {
	// Meeting is its ID, "" where the report asked about is in none.
	Meeting string
	Title   string
	// Reports are those of the meeting, by day of publication and ID; the one
	// asked about where it is in none.
	Reports []WhyReport
	// Pairs has, for each report but the first, the comparison with the one
	// before it that is likest.
	Pairs []resolve.Comparison
	// Nearest is the likest report of another document that was kept out, with
	// what it was compared with; nil where none came near.
	Nearest *resolve.Comparison
	// Out is that report.
	Out *WhyReport
	// Possibly are the meetings that the report may be of, where it is in none.
	Possibly []resolve.Candidate
	// Words are what analysts said of these reports.
	Words []Word
}

// WhyReport is a report with its document.
type WhyReport struct {
	ID        string
	Published string
	Title     string
	URL       string
	Document  string
}

// Explain tells why the reports of a meeting are one, and which was the nearest
// that was kept out. The ID is any that the meeting has or had, or that of a
// report. The error is graph.ErrInvalid where there is none.
func Explain(ctx context.Context, store graph.Store, id string) (Why, error) {
	var w Why
	words, err := Judgments(ctx, store)
	if err != nil {
		return w, err
	}
	m := newMeetings(store, said(words))
	report := ReportOf(id)
	if err := m.fetch(ctx, graph.Query{Labels: []graph.Label{reportLabel}, IDs: []graph.ID{graph.ID(report)}}); err != nil {
		return w, err
	}
	if m.known[report] == nil {
		return w, fmt.Errorf("%w: there is no meeting or report %q", graph.ErrInvalid, id)
	}
	inside, err := w.readMeeting(ctx, m, report)
	if err != nil {
		return w, err
	}
	if _, err := m.look(ctx, inside); err != nil {
		return w, err
	}
	w.compare(inside, m)
	if err := w.describe(ctx, store, inside); err != nil {
		return w, err
	}
	for _, x := range words {
		if slices.ContainsFunc(inside, func(r *resolve.Report) bool { return r.ID == x.A || r.ID == x.B }) {
			w.Words = append(w.Words, x)
		}
	}
	return w, nil
}

// readMeeting reads the meeting of a report, and returns its reports; without a
// meeting the report alone.
func (w *Why) readMeeting(ctx context.Context, m *meetings, report string) ([]*resolve.Report, error) {
	res, err := m.store.Query(ctx, graph.Query{Labels: []graph.Label{reportLabel}, IDs: []graph.ID{graph.ID(report)}, Page: all, Expand: []graph.Expand{
		{Name: "of", Edge: of, Query: graph.Query{Page: all, Props: []string{"title"}, Expand: []graph.Expand{
			{Name: "reports", Edge: of, Dir: graph.In, Query: graph.Query{Page: all, Props: []string{"data"}}}}}},
		{Name: "possibly", Edge: possiblyOf, EdgeProps: []string{"score"}, Query: graph.Query{Page: all}},
	}})
	if err != nil || len(res.Rows) == 0 {
		return nil, err
	}
	for _, p := range res.Rows[0].Sub.Get("possibly").Rows {
		score, _ := p.Edge.Get("score").(float64)
		w.Possibly = append(w.Possibly, resolve.Candidate{Meeting: string(p.ID), Score: score})
	}
	slices.SortStableFunc(w.Possibly, func(a, b resolve.Candidate) int { return cmp.Compare(b.Score, a.Score) })
	inside := []*resolve.Report{m.known[report]}
	for _, meeting := range res.Rows[0].Sub.Get("of").Rows {
		w.Meeting = string(meeting.ID)
		w.Title, _ = meeting.Props.Get("title").(string)
		inside = nil
		for _, row := range meeting.Sub.Get("reports").Rows {
			r, err := readReport(row)
			if err != nil {
				return nil, err
			}
			inside = append(inside, r)
		}
	}
	slices.SortStableFunc(inside, func(a, b *resolve.Report) int { return cmp.Compare(a.Published, b.Published) })
	return inside, nil
}

// compare compares the reports with each other, and with those around.
func (w *Why) compare(inside []*resolve.Report, m *meetings) {
	in := map[string]bool{}
	for i, r := range inside {
		in[r.ID] = true
		if i == 0 {
			continue
		}
		best := resolve.Compare(inside[0], r)
		for _, o := range inside[1:i] {
			if c := resolve.Compare(o, r); c.Score > best.Score {
				best = c
			}
		}
		w.Pairs = append(w.Pairs, best)
	}
	for _, id := range sortedKeys(m.known) {
		if in[id] {
			continue
		}
		for _, r := range inside {
			if r.Document == m.known[id].Document {
				continue // the document tells them apart
			}
			if c := resolve.Compare(r, m.known[id]); w.Nearest == nil || c.Score > w.Nearest.Score {
				w.Nearest = &c
			}
		}
	}
}

// describe reads the documents of the reports.
func (w *Why) describe(ctx context.Context, store graph.Store, inside []*resolve.Report) error {
	var ids []graph.ID
	for _, r := range inside {
		ids = append(ids, graph.ID(r.ID))
	}
	if w.Nearest != nil {
		ids = append(ids, graph.ID(w.Nearest.B))
	}
	found := map[string]WhyReport{}
	for chunk := range slices.Chunk(ids, idsPerQuery) {
		res, err := store.Query(ctx, graph.Query{Labels: []graph.Label{reportLabel}, IDs: chunk, Page: all, Expand: []graph.Expand{
			{Name: "in", Edge: contains, Dir: graph.In, Query: graph.Query{Page: all, Props: []string{"title", "url", "published"}}},
		}})
		if err != nil {
			return err
		}
		for _, row := range res.Rows {
			x := WhyReport{ID: string(row.ID)}
			for _, d := range row.Sub.Get("in").Rows {
				x.Document = string(d.ID)
				x.Title, _ = d.Props.Get("title").(string)
				x.URL, _ = d.Props.Get("url").(string)
				x.Published, _ = d.Props.Get("published").(string)
			}
			found[x.ID] = x
		}
	}
	for _, r := range inside {
		w.Reports = append(w.Reports, found[r.ID])
	}
	if w.Nearest != nil {
		x := found[w.Nearest.B]
		w.Out = &x
	}
	return nil
}
