package resolve

import "slices"

// Index finds the reports that may have to do with one. It isn't safe for
// concurrent use.
type Index struct {
	// by is keyed by hashes, which are smaller than the words: two that fell
	// together would only be compared in vain.
	by    map[uint64][]*facts
	known map[*Report]*facts
	words words
}

// NewIndex returns an index of reports, under the words of analysts.
func NewIndex(reports []*Report, judgments []Judgment) *Index {
	x := &Index{by: map[uint64][]*facts{}, known: map[*Report]*facts{}, words: wordsOf(judgments)}
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
		x.put(k, f)
	}
	if f.bound {
		x.put(r.ID, f)
	}
}

// put keeps a report under a key.
func (x *Index) put(key string, f *facts) {
	h := hash(key)
	x.by[h] = append(x.by[h], f)
}

// hash is FNV-1a, the same on every machine.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// Remove takes a report out.
func (x *Index) Remove(r *Report) {
	f := x.known[r]
	if f == nil {
		return
	}
	delete(x.known, r)
	for _, key := range append(f.blocks(), r.ID) {
		k := hash(key)
		if list := slices.DeleteFunc(x.by[k], func(o *facts) bool { return o == f }); len(list) > 0 {
			x.by[k] = list
		} else {
			delete(x.by, k)
		}
	}
}

// near returns the reports that one finds, each once, in no order.
func (x *Index) near(f *facts) []*facts {
	seen := map[*facts]bool{f: true}
	var out []*facts
	for _, k := range f.asks() {
		for _, o := range x.by[hash(k)] {
			if !seen[o] {
				seen[o] = true
				out = append(out, o)
			}
		}
	}
	return out
}

// told returns the reports that analysts say are of one meeting with this one.
func (x *Index) told(f *facts) []*facts {
	var out []*facts
	for id := range x.words.same[f.ID] {
		for _, o := range x.by[hash(id)] {
			if o.ID == id {
				out = append(out, o)
			}
		}
	}
	return out
}
