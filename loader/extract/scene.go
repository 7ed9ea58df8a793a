package extract

import (
	"slices"
	"time"

	"parley/loader/lexicon"
)

// settleScene gives meetings the place and date of the one whose story their
// paragraph tells: a text names the scene once. A place is lent only to those
// who meet face to face, a date only to people of both meetings, where the
// sentence has none of its own.
func (r *reading) settleScene() {
	for i, e := range r.events {
		if e.owned || e.status != "held" && e.status != "ongoing" {
			continue // "praised his visit": told of from elsewhere
		}
		r.stage(e)
		f := r.sceneOf(r.events[:i], e)
		if f == nil {
			continue
		}
		if e.placeless() && datesAgree(e.date, f.date) {
			e.place = f.place
		}
		if shared, _, _ := overlapPeople(f, e); shared > 0 && e.date == "" && r.timeless(e) {
			e.date = f.date
		}
	}
}

// sceneOf is the last held meeting before e in its paragraph with somebody of
// both, nil for none.
func (r *reading) sceneOf(before []*event, e *event) *event {
	for _, f := range slices.Backward(lately(before)) {
		last := f.sents[len(f.sents)-1]
		if r.sents[last].par != r.sents[e.sent].par || f.status != "held" || f.sent == e.sent {
			continue
		}
		shared, _, _ := overlapPeople(f, e)
		if shared > 0 || len(e.sides) > 0 && sidesWithin(e.sides, f.sides) {
			return f
		}
	}
	return nil
}

// timeless reports an event whose sentences name no time, nor what it came
// before or after.
func (r *reading) timeless(e *event) bool {
	return !r.has(r.sents[e.sent].lo, e.lo, lexicon.Follows) && !slices.ContainsFunc(e.sents, func(s int) bool { return len(r.dates[s]) > 0 })
}

// there is the place last named before "there" or "in the same city" in the
// event's clause, nil for none.
func (r *reading) there(e *event) *mention {
	for i := r.sents[e.sent].lo; i < r.sents[e.sent].hi; i++ {
		c, ok := r.cue(i, lexicon.PlaceSame)
		if !ok || r.segs[i] != e.seg || r.expletive(i, i+c.n) {
			continue
		}
		for s := e.sent; s >= 0 && s >= e.sent-3; s-- {
			hi := r.sents[s].hi
			if s == e.sent {
				hi = i
			}
			if m := r.placeBefore(s, hi); m != nil {
				return m
			}
		}
	}
	return nil
}

// expletive reports "there is", "and there comes": no place.
func (r *reading) expletive(i, end int) bool {
	return i == r.sents[r.toks[i].sent].lo || end < len(r.toks) && r.has(end, end+1, lexicon.Auxiliary) || r.toks[i-1].mark
}

// onFringe reports "on the fringes of a summit, X and Y met": the summit is
// where, not what; its clause's verb is the meeting.
func (r *reading) onFringe(e *event) bool {
	lo := max(r.sents[e.sent].lo, e.lo-6)
	if !e.noun || !r.has(lo, e.lo, lexicon.FrameEncounter) {
		return false
	}
	for i := r.sents[e.sent].lo; i < r.sents[e.sent].hi; i++ {
		if c, ok := r.cue(i, lexicon.MeetVerb); ok && r.segs[i] == e.seg && !r.covered(e.sent, i) && !r.nounUse(i, c) {
			return i > e.hi
		}
	}
	return false
}

// placeless reports a meeting face to face of which no place is told.
func (e *event) placeless() bool { return e.place == nil && e.venue == "" && e.kind != "call" }

// stage gives a meeting of the last days the place from which the document
// reports, where its text puts other things there as well.
func (r *reading) stage(e *event) {
	if !e.placeless() || e.owned || len(e.date) != len(isoDay) || r.cal.pub.IsZero() {
		return
	}
	day, err := time.Parse(isoDay, e.date)
	const news = 5 * 24 * time.Hour
	if m := r.dateline; m != nil && err == nil && r.cal.pub.Sub(day) < news {
		r.setPlace(e, m)
	}
}
