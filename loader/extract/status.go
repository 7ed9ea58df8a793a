package extract

import (
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
	for _, c := range statusCues {
		if r.cueNear(e, c.class, c.noun) {
			if c.status == "denied" && e.hi < r.sents[e.sent].hi && r.toks[e.hi].low == "since" {
				return "held" // "have not met since Bali"
			}
			return c.status
		}
	}
	if r.diary(e) {
		return "scheduled"
	}
	return "held"
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
	lo, hi := max(r.sents[e.sent].lo, e.lo-8), e.lo+1
	if e.noun {
		lo = max(r.sents[e.sent].lo, e.lo-12)
		if after {
			hi = min(r.sents[e.sent].hi, e.hi+10)
			if class == lexicon.StatusCancelled || class == lexicon.StatusPostponed {
				hi = r.sents[e.sent].hi
			}
		}
	}
	for i := lo; i < hi; i++ {
		if r.segs[i] != e.seg {
			continue
		}
		if _, ok := r.cue(i, class); ok && !r.isTime(i) && !r.covered(e.sent, i) {
			return true
		}
	}
	return false
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
