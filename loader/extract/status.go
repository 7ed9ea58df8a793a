package extract

import (
	"cmp"
	"slices"

	"parley/loader/lexicon"
)

// statusCues are the classes that say a status, the stronger first.
var statusCues = []struct {
	class  lexicon.Class
	status string
	noun   bool // also counts after a noun: "the summit was called off"
}{
	{lexicon.StatusDenied, "denied", true},
	{lexicon.StatusCancelled, "cancelled", true},
	{lexicon.StatusPostponed, "postponed", true},
	{lexicon.StatusProposed, "proposed", false},
	{lexicon.StatusScheduled, "scheduled", true},
	{lexicon.StatusOngoing, "ongoing", false},
}

// statusOf reads tense, modality and negation around a trigger.
func (r *reading) statusOf(e *event) string {
	if e.like != nil && r.segOf[e.seg].opener == gapped {
		return e.like.status
	}
	if s := r.denial(e); s != "" {
		return s
	}
	if r.awaited(e) {
		return "proposed"
	}
	for _, c := range statusCues {
		if c.status == "proposed" && r.afterward(e) {
			return "held" // "following the talks in Rome she will fly to Oslo"
		}
		if r.cueNear(e, c.class, c.noun) || r.governed(e, c.class) || c.class == lexicon.StatusDenied && r.deniedReport(e) {
			if c.status == "denied" && r.sinceLast(e) {
				return "held"
			}
			return c.status
		}
	}
	if s := cmp.Or(r.saidOf(e), r.sharedStatus(e)); s != "" {
		return s
	}
	if r.diary(e) || r.headed(e) || r.engagement(e) {
		return "scheduled"
	}
	return "held"
}

// afterward reports a noun that only says what something else came after:
// "following the talks in Rome". The plans around it are not its own.
func (r *reading) afterward(e *event) bool {
	for i := e.lo - 1; e.noun && i >= r.sents[e.sent].lo && i >= e.lo-4; i-- {
		if c, ok := r.cue(i, lexicon.Follows); ok && c.value == "after" && i+c.n <= e.lo {
			return r.mentionsBetween(e.sent, i, e.lo) == 0
		}
	}
	return false
}

// governed reports a cue of a class as the verb of which the trigger's clause
// is the content: "denied that they had met", "proposed that they meet".
func (r *reading) governed(e *event, class lexicon.Class) bool {
	c := r.segOf[e.seg]
	if c.opener == "for" {
		return class == lexicon.StatusProposed
	}
	return c.governor >= 0 && r.has(c.governor, c.governor+1, class)
}

// awaited reports what must come first for a plan: "once the two have spoken, a
// summit would follow".
func (r *reading) awaited(e *event) bool {
	lo := r.segOf[e.seg].lo
	return !e.noun && r.has(lo, lo+1, lexicon.Awaiting) && r.has(r.sents[e.sent].lo, r.sents[e.sent].hi, lexicon.StatusScheduled)
}

// headed reports a headline's plan: "Merz, Macron to meet in Toulon".
func (r *reading) headed(e *event) bool {
	i := e.lo - 1
	if e.noun || i <= r.sents[e.sent].lo || r.toks[i].low != "to" {
		return false
	}
	m := mentionEnding(r.mentions[e.sent], i)
	return m != nil && m.human() && !r.hasVerb(i)
}

// engagement reports an entry of a diary, which opens with the time of day:
// "10:30 a.m. The Secretary meets with".
func (r *reading) engagement(e *event) bool {
	if e.noun {
		return r.ofDiary(e)
	}
	return e.lo-r.sents[e.sent].lo < 16 && r.has(e.lo, e.lo+1, lexicon.StatusPresent) && r.entryAt(e.sent)
}

// diary reports a verb in the present tense with a weekday: "on Friday she
// meets the minister".
func (r *reading) diary(e *event) bool {
	return r.has(e.lo, e.lo+1, lexicon.StatusPresent) && slices.ContainsFunc(r.dates[e.sent], func(w when) bool {
		return w.weekday > 0 && w.step >= 0 && !w.bound && r.segs[w.lo] == e.seg
	})
}

// cueNear reports a cue of a class in the trigger's clause: up to eight
// tokens before it, and after a noun.
func (r *reading) cueNear(e *event, class lexicon.Class, after bool) bool {
	lo, hi := r.statusReach(e, class, after)
	for i := lo; i < hi; i++ {
		if r.segs[i] != e.seg {
			continue
		}
		if _, ok := r.cue(i, class); ok && !r.inTime(i) && !r.covered(e.sent, i) && !r.saysNoStatus(i) {
			return true
		}
	}
	return false
}

// statusReach is where a cue of a class can stand: up to eight tokens before a
// verb; before and after a noun, and an attempt ("a plan to meet").
func (r *reading) statusReach(e *event, class lexicon.Class, after bool) (lo, hi int) {
	sn := r.sents[e.sent]
	if !e.noun && !r.attempted(e) {
		return max(sn.lo, e.lo-8), e.lo + 1
	}
	lo, hi = max(sn.lo, e.lo-12), e.lo+1
	if class == lexicon.StatusScheduled && e.noun {
		lo = r.segOf[e.seg].lo
	}
	switch {
	case after && (class == lexicon.StatusCancelled || class == lexicon.StatusPostponed):
		hi = sn.hi
	case after && e.noun:
		hi = r.reachAfter(e, 16)
	}
	return lo, hi
}

// reachAfter is where a reach of n words after a noun ends, the names of who
// met not counted: "talks between the ministers, X of Mali and Y of Niger, would".
func (r *reading) reachAfter(e *event, n int) int {
	i, hi := e.hi, min(r.sents[e.sent].hi, e.hi+3*n)
	for ; i < hi && n > 0; i++ {
		if !r.covered(e.sent, i) {
			n--
		}
	}
	return i
}

// attempted reports "an attempt to bring them together": what is said of it is
// said of the meeting.
func (r *reading) attempted(e *event) bool {
	return e.lo-2 >= r.sents[e.sent].lo && r.toks[e.lo-1].low == "to" && r.has(e.lo-2, e.lo-1, lexicon.NounAttempt)
}

// saysNoStatus reports a cue inside a phrase that says nothing of the status:
// "at the invitation of".
func (r *reading) saysNoStatus(i int) bool {
	for k := i; k >= r.sents[r.toks[i].sent].lo && k >= i-3; k-- {
		if c, ok := r.cue(k, lexicon.StatusNone); ok && k+c.n > i {
			return true
		}
	}
	return false
}

// saidOf is the status that the clause of a noun says of it after it, ""
// for none: "a visit by the president to Rome was being weighed".
func (r *reading) saidOf(e *event) string {
	if s := r.saidInRelative(e); s != "" {
		return s
	}
	for i := e.hi; e.noun && i < r.sents[e.sent].hi; i++ {
		if c, ok := r.cue(i, lexicon.StatusPredicate); ok && r.segs[i] == e.seg {
			return c.value
		}
	}
	return ""
}

// saidInRelative is the status that a relative clause right after a noun says
// of it: "a summit, which could be held in Rome"; "" for none.
func (r *reading) saidInRelative(e *event) string {
	k := r.ownRelative(e)
	if k < 0 {
		return ""
	}
	lo := r.segOf[k].lo + 1
	for _, s := range statusCues {
		if s.status != "ongoing" && r.has(lo, min(lo+4, r.sents[e.sent].hi), s.class) {
			return s.status
		}
	}
	return ""
}

// ownRelative is the relative clause that a noun of meeting opens, with nobody
// between, -1 for none.
func (r *reading) ownRelative(e *event) int {
	for k := e.seg + 1; e.noun && k < len(r.segOf) && r.segOf[k].sent == e.sent; k++ {
		if c := r.segOf[k]; c.relative && c.parent == e.seg && c.lo >= e.hi {
			if r.mentionsBetween(e.sent, e.hi, c.lo) > 0 {
				return -1
			}
			return k
		}
	}
	return -1
}

// settleDate resolves the time told with an event, and plans what lies ahead:
// "receives him tomorrow".
func (r *reading) settleDate(e *event) {
	w := r.whenOf(e)
	if w == nil || e.noun && w.lo >= r.nextTrigger(e) || e.escorts() {
		e.date = ""
		return
	}
	if e.status == "held" && w.step > 0 && !w.following && !w.isShift && !r.cal.pub.IsZero() {
		e.status = "scheduled" // "is sending him there next week"
	}
	e.date = r.dateOf(e, w)
	r.plan(e)
}

// plan makes a meeting after publication a scheduled one.
func (r *reading) plan(e *event) {
	if e.status == "held" && len(e.date) >= len(isoDay) && r.doc.Published != "" && e.date[:len(isoDay)] > r.doc.Published {
		e.status = "scheduled"
	}
}

// ahead reports a status of what lies, or lay, in the future.
func (e *event) ahead() bool {
	return e.status == "scheduled" || e.status == "proposed" || e.status == "postponed" || e.status == "cancelled"
}

// encloses reports that clause a is an ancestor of clause b, or b of a.
func (r *reading) encloses(a, b int) bool {
	for x := b; x >= 0; x = r.segOf[x].parent {
		if x == a {
			return r.segOf[a].lo >= r.afterDateline(r.segOf[a].sent)
		}
	}
	return false
}
