package resolve

import (
	"cmp"
	"slices"
)

// Index finds the reports that may have to do with one. It isn't safe for
// concurrent use.
type Index struct {
	by    map[string][]*facts
	known map[*Report]*facts
	words words
}

// NewIndex returns an index of reports, under the words of analysts.
func NewIndex(reports []*Report, judgments []Judgment) *Index {
	x := &Index{by: map[string][]*facts{}, known: map[*Report]*facts{}, words: wordsOf(judgments)}
	for _, r := range reports {
		x.Add(r)
	}
	return x
}

// Add adds a report. Two reports of one ID are two: what a document said, and
// what it says now.
func (x *Index) Add(r *Report) {
	if x.known[r] != nil {
		return
	}
	f := factsOf(r)
	f.bound = x.words.same[r.ID] != nil
	x.known[r] = f
	for _, k := range f.blocks() {
		x.by[k] = append(x.by[k], f)
	}
	if f.bound {
		x.by[r.ID] = append(x.by[r.ID], f)
	}
}

// Remove takes a report out.
func (x *Index) Remove(r *Report) {
	f := x.known[r]
	if f == nil {
		return
	}
	delete(x.known, r)
	for _, k := range append(f.blocks(), r.ID) {
		if list := slices.DeleteFunc(x.by[k], func(o *facts) bool { return o == f }); len(list) > 0 {
			x.by[k] = list
		} else {
			delete(x.by, k)
		}
	}
}

// near returns the reports that one finds, each once, by ID.
func (x *Index) near(f *facts) []*facts {
	seen := map[*facts]bool{f: true}
	var out []*facts
	for _, k := range f.asks() {
		for _, o := range x.by[k] {
			if !seen[o] {
				seen[o] = true
				out = append(out, o)
			}
		}
	}
	slices.SortFunc(out, func(a, b *facts) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// told returns the reports that analysts say are of one meeting with this one.
func (x *Index) told(f *facts) []*facts {
	var out []*facts
	for id := range x.words.same[f.ID] {
		out = append(out, x.by[id]...)
	}
	return out
}
