package extract

import "parley/loader/lexicon"

// unreal is the status of a mention that tells of no meeting at all: "would
// have met", "refused to meet", "no plans to meet". It never leaves the
// package.
const unreal = "unreal"

// denial is the status of a trigger that the text negates, "" for others:
// what did not happen is denied, what is refused or out of the question is no
// meeting.
func (r *reading) denial(e *event) string {
	lo := max(r.sents[e.sent].lo, e.lo-5)
	if e.noun && r.has(max(lo, e.lo-2), e.lo, lexicon.NounNone) {
		return "denied"
	}
	if c := r.segOf[e.seg]; c.opener == "for" {
		lo = max(r.sents[e.sent].lo, min(lo, c.lo-3)) // "no plans for X to meet"
	}
	if c := r.segOf[e.seg]; r.has(c.lo, c.lo+1, lexicon.Supposing) && !r.has(max(c.lo, e.lo-6), e.lo, lexicon.StatusScheduled) {
		return unreal // "if they met, it would be a surprise"
	}
	for i := e.lo; i >= lo; i-- {
		if r.segs[i] != e.seg && !(r.segOf[e.seg].opener == "for" && i < r.segOf[e.seg].lo) {
			return ""
		}
		if c, ok := r.cue(i, lexicon.StatusUnreal); ok && r.reaches(i+c.n, e) {
			if r.has(e.hi, r.sents[e.sent].hi, lexicon.StatusPlanned) {
				return "cancelled" // "will not meet after all"
			}
			return unreal
		}
		if c, ok := r.cue(i, lexicon.StatusNegated); ok && !e.noun && r.reaches(i+c.n, e) && !r.sinceLast(e) {
			return "denied"
		}
	}
	return ""
}

// reaches reports that a negation which ends before token i is the trigger's:
// little stands between, and nobody.
func (r *reading) reaches(i int, e *event) bool {
	if c := r.segOf[e.seg]; c.opener == "for" && i <= c.lo+1 {
		return true
	}
	return i >= e.lo || e.lo-i <= 3 && !r.toks[i].mark && r.toks[i].low != "only" && r.mentionsBetween(e.sent, i, e.lo) == 0
}

// flatly reports "X and Y did not meet": no habit, and no plan, but one meeting
// that others may have told of.
func (r *reading) flatly(e *event) bool {
	if m := mentionAt(r.mentions[e.sent], e.hi); m != nil && m.kind == aGroup {
		return false // "did not sit with them"
	}
	return !e.noun && len(e.people) >= 2 && e.lo-2 >= r.sents[e.sent].lo && r.toks[e.lo-1].low == "not" && r.toks[e.lo-2].low == "did"
}

// sinceLast reports "have not met since Bali": the last time they did.
func (r *reading) sinceLast(e *event) bool {
	return e.hi < r.sents[e.sent].hi && r.toks[e.hi].low == "since"
}

// deniedReport reports a clause that tells what a report says which somebody
// denies: "denied a report that they had met", "reports that they had met were
// denied".
func (r *reading) deniedReport(e *event) bool {
	sn, c := r.sents[e.sent], r.segOf[e.seg]
	return c.parent >= 0 && c.lo > sn.lo && r.has(max(sn.lo, c.lo-4), c.lo, lexicon.ToldNoun) && r.has(sn.lo, sn.hi, lexicon.StatusDenied)
}
