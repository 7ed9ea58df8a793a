package extract

import (
	"time"

	"parley/loader/lexicon"
)

// findWhereabouts puts a meeting where one of the sentences before it says that
// somebody in it was, had come, or had just left: "He landed in Muscat on
// Sunday. On Monday he met X."
func (r *reading) findWhereabouts(e *event) {
	if !e.placeless() || !r.carried(e) || r.segOf[e.seg].relative {
		return
	}
	fringe := r.fringeOfThe(e)
	const back = 3
	for s := e.sent - 1; s >= 0 && s >= e.sent-back; s-- {
		if r.sents[e.sent].par-r.sents[s].par > 1 {
			return
		}
		if r.concerns(s, e) {
			if m := r.stayIn(s, e); m != nil {
				r.setPlace(e, m)
				return
			}
		}
		if m := r.placeBefore(s, r.sents[s].hi); m != nil && r.standsIn(m) {
			if fringe && r.sents[e.sent].par == r.sents[s].par && !r.spokenAt(m) {
				r.setPlace(e, m)
			}
			return // the story has gone elsewhere
		}
	}
}

// fringeOfThe reports a meeting on the margins of a gathering that has been
// told of: "on the sidelines of the forum".
func (r *reading) fringeOfThe(e *event) bool {
	sn := r.sents[e.sent]
	i, ok := r.first(sn.lo, sn.hi, lexicon.FrameEncounter)
	if !ok || r.segs[i] != e.seg {
		return false
	}
	for k := i + 1; k < min(i+6, sn.hi); k++ {
		if r.has(k, k+1, lexicon.MeetNoun) {
			return r.definite(k)
		}
	}
	return false
}

// stayIn is the last place in sentence s where somebody has come or is, or
// which he left after a meeting told as over; nil for none.
func (r *reading) stayIn(s int, e *event) *mention {
	over := r.perfect(e) == "had"
	for k := len(r.mentions[s]) - 1; k >= 0; k-- {
		m := &r.mentions[s][k]
		if m.kind != aPlace || m.adj || m.poss || m.inner {
			continue
		}
		if over && r.isBefore(m, lexicon.PlaceLeft) {
			return m
		}
		if !over && r.stays(m) && r.since(m, e) {
			return m
		}
	}
	return nil
}

// stays reports a place at which the words before it say that somebody has
// arrived or is, not that he will or did not.
func (r *reading) stays(m *mention) bool {
	sn := r.sents[m.sent]
	end := r.skipModifiers(m.lo-1, sn.lo) + 1
	for n := 1; n <= 4 && end-n >= sn.lo; n++ {
		i := end - n
		if c, ok := r.cue(i, lexicon.PlaceStay); ok && c.n == n {
			return (i == sn.lo || r.toks[i-1].low != "to") && !r.has(max(sn.lo, i-4), i, lexicon.StatusScheduled) && !r.has(max(sn.lo, i-4), i, lexicon.StatusProposed) && !r.has(max(sn.lo, i-3), i, lexicon.Negation)
		}
	}
	if !r.standsIn(m) {
		return false
	}
	for i := max(sn.lo, m.lo-8); i < m.lo; i++ {
		if r.segs[i] == r.segs[m.lo] && r.has(i, i+1, lexicon.MeetSpan) {
			return true
		}
	}
	return false
}

// since reports that a meeting was not before the day told right after a place,
// nor long after it.
func (r *reading) since(m *mention, e *event) bool {
	w := r.dateAfter(m)
	d, ok := start(e.date)
	if w == nil || !ok {
		return true
	}
	came, ok := start(r.cal.resolve(w, past))
	const stay = 5 * 24 * time.Hour
	return !ok || !d.Before(came) && d.Sub(came) <= stay
}
