package resolve

import (
	"cmp"
	"slices"
)

// Reasons say why a meeting is what it is.
type Reasons struct {
	// Joined are, for each of its reports but one, the comparison with the
	// report that it is most like among those told before: the likest first.
	// What an analyst joined may be unlike all.
	Joined []Comparison
	// KeptOut is the comparison of one of its reports with the report of no or
	// another meeting that is most like it; nil without any that could be
	// found by who takes part and when.
	KeptOut *Comparison
	// Words are those of analysts about its reports.
	Words []Judgment
}

// Reasons says why some reports are one meeting, among those in the index.
func (x *Index) Reasons(meeting Meeting) Reasons {
	var in, out []*facts
	for _, f := range x.known {
		if slices.Contains(meeting.Reports, f.ID) {
			in = append(in, f)
		}
	}
	slices.SortFunc(in, func(a, b *facts) int { return cmp.Compare(a.ID, b.ID) })
	for _, f := range in {
		for _, o := range x.near(f) {
			if !slices.Contains(in, o) && !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	r := Reasons{Joined: spanning(in)}
	if a, b := likest(in, out); b != nil {
		c := Compare(a.Report, b.Report)
		r.KeptOut = &c
	}
	for _, f := range in {
		r.Words = append(r.Words, x.words.about(f.ID)...)
	}
	slices.SortFunc(r.Words, later)
	r.Words = slices.Compact(r.Words)
	return r
}

// spanning compares each report with the one that it is most like among those
// before it, starting with the first and going on with the likest (Prim).
func spanning(reports []*facts) []Comparison {
	if len(reports) == 0 {
		return nil
	}
	var out []Comparison
	last, rest := reports[0], slices.Clone(reports[1:])
	like := map[*facts]*facts{}
	for len(rest) > 0 {
		for _, f := range rest {
			if like[f] == nil || likeness(last, f) > likeness(like[f], f) {
				like[f] = last
			}
		}
		i := 0
		for j, f := range rest {
			if likeness(like[f], f) > likeness(like[rest[i]], rest[i]) {
				i = j
			}
		}
		last = rest[i]
		out = append(out, Compare(like[last].Report, last.Report))
		rest = slices.Delete(rest, i, i+1)
	}
	return out
}

// likest returns the most alike of two lists, one of each.
func likest(list, with []*facts) (a, b *facts) {
	for _, f := range list {
		for _, g := range with {
			if b == nil || cmp.Or(cmp.Compare(likeness(f, g), likeness(a, b)), cmp.Compare(a.ID, f.ID), cmp.Compare(b.ID, g.ID)) > 0 {
				a, b = f, g
			}
		}
	}
	return a, b
}

// likeness is the score of a full comparison.
func likeness(a, b *facts) float64 {
	if a.Document == b.Document {
		return never
	}
	j := judge(a, b, true)
	return j.score
}

// about are the words about a report.
func (w *words) about(id string) []Judgment {
	var out []Judgment
	for _, m := range []map[string]Judgment{w.same[id], w.different[id]} {
		for _, j := range m {
			out = append(out, j)
		}
	}
	return out
}
