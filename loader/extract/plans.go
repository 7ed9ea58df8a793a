package extract

import "parley/loader/lexicon"

// continuePlan gives a plan the day, and the place, of what the sentence before
// it says is to come of somebody in it: "She flies to Lisbon on Friday. The
// president will receive her."
func (r *reading) continuePlan(e *event) {
	s := e.sent - 1
	if e.status != "scheduled" || e.owned || e.noun && !e.named || s < 0 || r.sents[s].par != r.sents[e.sent].par || r.segOf[e.seg].relative {
		return
	}
	if !r.concerns(s, e) && !r.groupTold(e) {
		return
	}
	w := r.dayAhead(s)
	if w == nil {
		return
	}
	d := r.cal.resolve(w, future)
	if e.date == "" && r.timeless(e) {
		e.date = d
	}
	if m := r.placeBefore(s, r.sents[s].hi); m != nil && e.placeless() && e.date == d && r.headsFor(m) {
		r.setPlace(e, m)
	}
}

// dayAhead is the only date of sentence s, where it is one of what is to come;
// nil for none.
func (r *reading) dayAhead(s int) *when {
	if len(r.dates[s]) != 1 {
		return nil
	}
	w := &r.dates[s][0]
	if w.bound || r.tenseAt(w) != future || r.has(w.lo-4, w.lo, lexicon.Reporting) {
		return nil
	}
	return w
}

// groupTold reports a plan with "they", or a group, that is in the sentence
// before.
func (r *reading) groupTold(e *event) bool {
	for k := range r.mentions[e.sent] {
		if m := &r.mentions[e.sent][k]; m.kind == aGroup && r.segs[m.lo] == e.seg {
			return true
		}
	}
	return false
}

// headsFor reports a place where somebody will be, or to which he will go.
func (r *reading) headsFor(m *mention) bool {
	if r.standsIn(m) {
		return !r.spokenAt(m)
	}
	i := r.placeWord(m)
	if i < 1 || r.toks[i].low != "to" {
		return false
	}
	for n := 1; n <= 2 && i-n >= r.sents[m.sent].lo; n++ {
		if r.travelsAt(i-n) || r.has(i-n, i-n+1, lexicon.PlaceStay) {
			return true
		}
	}
	return false
}
