package extract

import "parley/loader/lexicon"

// framedVisit reports talks that their own sentence frames as a visit: "on a
// state visit", "sent to Rome to see", "a visit to Oslo, where the two met".
func (r *reading) framedVisit(e *event) bool {
	return r.duringVisit(e) || r.sentTo(e) || r.whereTheyMet(e)
}

// duringVisit reports "on a three-day visit" in the sentence that tells of a
// guest who is received.
func (r *reading) duringVisit(e *event) bool {
	if !r.receives(e) {
		return false
	}
	sn := r.sents[e.sent]
	for i := sn.lo; i < sn.hi; i++ {
		if c, ok := r.cue(i, lexicon.MeetNoun); ok && c.value == "visit" && (r.hasWord(max(sn.lo, i-6), i, "on") || r.hasWord(max(sn.lo, i-6), i, "during")) {
			return r.segs[i] == e.seg || r.encloses(r.segs[i], e.seg)
		}
	}
	return false
}

// sentTo reports "is sending his envoy to Rome to see X": the verb of meeting
// is what somebody was sent for, and a place stands between.
func (r *reading) sentTo(e *event) bool {
	lo := max(r.sents[e.sent].lo, e.lo-clauseLength)
	if e.noun || e.lo <= lo || r.toks[e.lo].low != "to" && r.toks[e.lo-1].low != "to" {
		return false
	}
	for k := e.lo - 1; k > lo; k-- {
		if r.has(k, k+1, lexicon.ArgSends) && !r.covered(e.sent, k) {
			return r.townBetween(k, e.lo, e.sent)
		}
	}
	return false
}

// townBetween reports "to" and a place among tokens [lo, hi).
func (r *reading) townBetween(lo, hi, s int) bool {
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.lo > lo && m.hi <= hi && (m.kind == aPlace || m.kind == aState) && r.toks[m.lo-1].low == "to" {
			return true
		}
	}
	return false
}

// whereTheyMet reports "paid a visit to Oslo, where he and X discussed": the
// clause around tells of the visit.
func (r *reading) whereTheyMet(e *event) bool {
	c := r.segOf[e.seg]
	if c.opener != "where" || c.parent < 0 {
		return false
	}
	return r.visitNoun(r.sents[e.sent].lo, c.lo, c.parent)
}
