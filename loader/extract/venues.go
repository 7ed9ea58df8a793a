package extract

import "parley/loader/lexicon"

// nameVenue makes a venue of a place whose name has a word for a house, at its
// start, at its end or right after it: "Villa Quelvano", "Quelvano House".
func (r *reading) nameVenue(m *mention) {
	if r.houseAt(m.nlo) > 0 {
		m.venue = true
		return
	}
	if n := r.houseAt(m.nhi - 1); n > 0 {
		m.venue = true
		return
	}
	if n := r.houseAt(m.nhi); n > 0 && m.nhi+n <= r.sents[m.sent].hi {
		m.hi, m.nhi, m.venue = m.nhi+n, m.nhi+n, true
	}
}

// houseAt is the length of a capitalised word for a house or venue at token i,
// 0 for none.
func (r *reading) houseAt(i int) int {
	if i >= len(r.toks) || !r.toks[i].caps {
		return 0
	}
	if c, ok := r.cue(i, lexicon.PlaceHouse); ok {
		return c.n
	}
	c, _ := r.cue(i, lexicon.PlaceVenue)
	return c.n
}
