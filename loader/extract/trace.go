package extract

import "slices"

// trace remembers what a reading tried and dropped, for Explain. A reading
// that is not to be explained has none, and pays nothing for it.
type trace struct {
	triggers []*event      // every frame that opened, in the order of the text
	over     []passed      // words that look like a frame and opened none
	others   map[int][]int // by a mention's first token: people who were tried and did not fit
	trying   []int         // those of the mention in work
}

// passed is a phrase that opened no frame, and why.
type passed struct {
	lo, hi int
	why    string
}

// traced remembers that a frame opened.
func (r *reading) traced(e *event) {
	if r.trace != nil {
		r.trace.triggers = append(r.trace.triggers, e)
	}
}

// passOver remembers why n tokens at i open no frame. It returns no event.
func (r *reading) passOver(i, n int, why string) *event {
	if r.trace != nil {
		r.trace.over = append(r.trace.over, passed{i, i + n, why})
	}
	return nil
}

// startLooking begins the search for whom a mention means.
func (r *reading) startLooking() {
	if r.trace != nil {
		r.trace.trying = nil
	}
}

// passedBy remembers somebody whom the mention in work does not mean.
func (r *reading) passedBy(person int) {
	if r.trace != nil && !slices.Contains(r.trace.trying, person) {
		r.trace.trying = append(r.trace.trying, person)
	}
}

// looked ends the search for whom a mention means.
func (r *reading) looked(m *mention) {
	if r.trace != nil && len(r.trace.trying) > 0 {
		r.trace.others[m.lo] = r.trace.trying
	}
}
