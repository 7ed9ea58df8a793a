package extract

import "slices"

// A text may say where and when a meeting took place before it says who was
// there: "Peace talks opened in Bissau on Monday. Senegal is represented by X".
// Such a meeting waits among the others for somebody, and goes if nobody comes.

// vacant reports a meeting of which only the place and the day are told.
func (e *event) vacant() bool {
	if !e.noun || e.owned || e.adds || e.place == nil || e.date == "" || len(e.people)+len(e.sides) > 0 {
		return false
	}
	happens := e.status == "held" || e.status == "ongoing" || e.status == "scheduled"
	return happens && (e.kind == "talks" || e.kind == "mediation" || e.kind == "summit" || e.kind == "conference")
}

// fills reports that b says who was in vacant meeting a, told right before it.
func (r *reading) fills(a, b *event) bool {
	if b.sent-a.sents[len(a.sents)-1] > 2 || r.sents[b.sent].par != r.sents[a.sent].par || b.kind == "call" || b.owned || planned(a) != planned(b) {
		return false
	}
	return b.place == nil && b.venue == "" || r.placesAgree(a, b) && b.place != nil
}

// dropVacant drops the meetings to which nobody came.
func dropVacant(kept []*event) []*event {
	return slices.DeleteFunc(kept, func(e *event) bool {
		if !e.empty || len(e.people)+len(e.sides) > 0 {
			return false
		}
		e.rejected = "names too little: two of who, where and when are needed"
		return true
	})
}
