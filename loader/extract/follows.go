package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// reference is a bare mention of a meeting that only dates another one: "on
// the eve of the meeting", "after the talks".
type reference struct {
	sent   int
	before bool // the other came before it
}

// refersOnly reports, and remembers, a trigger that only places another
// meeting in time.
func (r *reading) refersOnly(e *event) bool {
	if !e.noun || !e.anaphor || r.ownPlace(e) {
		return false
	}
	lo := r.sents[e.sent].lo
	for i := e.lo - 1; i >= lo && i >= e.lo-6; i-- {
		c, ok := r.cue(i, lexicon.Follows)
		if !ok || i+c.n > e.lo || e.lo-i-c.n > 2 {
			continue
		}
		r.refs = append(r.refs, reference{e.sent, c.value == "before"})
		return true
	}
	return false
}

// linkReferences says which meeting followed which, where the text does.
func (r *reading) linkReferences(kept []*event) {
	for _, e := range kept {
		for i, f := range e.after {
			e.after[i] = f.root()
		}
	}
	told := map[int][]*event{} // by sentence of their evidence
	for _, e := range kept {
		for _, s := range e.sents {
			told[s] = append(told[s], e)
		}
	}
	for _, ref := range r.refs {
		target := r.referred(kept, ref)
		if target == nil {
			continue
		}
		for _, e := range told[ref.sent] {
			switch {
			case e == target:
			case ref.before:
				target.after = appendOnce(target.after, e)
			default:
				e.after = appendOnce(e.after, target)
			}
		}
	}
}

// referred is the meeting that a reference means: the last one before it, and
// where something came before that, the last one that still lies ahead.
func (r *reading) referred(kept []*event, ref reference) *event {
	before := lately(until(kept, ref.sent-1))
	if len(before) == 0 {
		return nil
	}
	for _, e := range slices.Backward(before) {
		if ref.before && e.status == "scheduled" {
			return e
		}
	}
	return before[len(before)-1]
}

func appendOnce(es []*event, e *event) []*event {
	if slices.Contains(es, e) {
		return es
	}
	return append(es, e)
}

// root is the event that an event has been merged into, or itself.
func (e *event) root() *event {
	for e.merged != nil {
		e = e.merged
	}
	return e
}
