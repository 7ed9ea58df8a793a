package extract

import "slices"

// settleScene gives meetings the place and date of the one whose story their
// paragraph tells: a text names the scene once. A place is lent only to those
// who meet face to face, a date only where the sentence has none of its own.
func (r *reading) settleScene() {
	for i, e := range r.events {
		if e.status != "held" && e.status != "ongoing" {
			continue
		}
		f := r.sceneOf(r.events[:i], e)
		if f == nil {
			continue
		}
		if e.place == nil && e.venue == "" && e.kind != "call" && datesAgree(e.date, f.date) {
			e.place = f.place
		}
		if e.date == "" && r.timeless(e) {
			e.date = f.date
		}
	}
}

// sceneOf is the last held meeting before e in its paragraph with somebody of
// both, nil for none.
func (r *reading) sceneOf(before []*event, e *event) *event {
	for i := len(before) - 1; i >= 0; i-- {
		f := before[i]
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

// timeless reports an event whose sentences name no time.
func (r *reading) timeless(e *event) bool {
	return !slices.ContainsFunc(e.sents, func(s int) bool { return len(r.dates[s]) > 0 })
}
