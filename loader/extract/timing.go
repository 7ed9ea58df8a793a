package extract

import (
	"time"

	"parley/loader/lexicon"
)

// findTime finds the dates of every sentence and prepares the calendar.
func (r *reading) findTime() {
	r.dates = make([][]when, len(r.sents))
	for s := range r.sents {
		r.dates[s] = r.findDates(s)
	}
	if t, err := time.Parse(isoDay, r.doc.Published); err == nil {
		r.cal.pub = t
		return
	}
	if r.cal.pub = r.datelineDay(); !r.cal.pub.IsZero() {
		return
	}
	for i := range r.toks {
		if y := yearNumber(r.toks[i].low); y > 0 {
			r.cal.year = y
			return
		}
	}
}

// datelineDay is the day, with its year, in the dateline or in a heading of
// the first sentences: "Vienna, 7 May 2024"; zero for none.
func (r *reading) datelineDay() time.Time {
	for s := 0; s < min(3, len(r.sents)); s++ {
		for _, w := range r.dates[s] {
			if w.first.year > 0 && w.first.day > 0 && w.last.month == 0 && !w.ambiguous && (w.lo < r.afterDateline(s) || r.heading(s)) {
				return date(w.first.year, w.first.month, w.first.day)
			}
		}
	}
	return time.Time{}
}

// heading reports a sentence that is only a date, with a place perhaps.
func (r *reading) heading(s int) bool {
	sn := r.sents[s]
	if len(r.dates[s]) != 1 || sn.hi-sn.lo > 9 {
		return false
	}
	w := r.dates[s][0]
	for _, c := range []lexicon.Class{lexicon.MeetVerb, lexicon.MeetNoun, lexicon.Auxiliary, lexicon.Reporting} {
		if r.has(sn.lo, w.lo, c) || r.has(w.hi, sn.hi, c) {
			return false
		}
	}
	return true
}

// threadTime tells every date which day was told before it, for "two days
// later" and "that year", in the order of the text.
func (r *reading) threadTime() {
	var past, told time.Time
	ctx := 0
	for s := range r.dates {
		for k := range r.dates[s] {
			w := &r.dates[s][k]
			w.past, w.told, w.ctx = past, told, ctx
			if w.bound {
				continue
			}
			t := r.tenseAt(w)
			x := r.cal.resolve(w, t)
			if d, ok := start(x); ok {
				told = d
				if t != future && (r.cal.pub.IsZero() || !d.After(r.cal.pub)) {
					past = d
				}
			}
			if len(x) >= 4 && w.unit == "" {
				ctx = yearNumber(x[:4])
			}
		}
	}
}

// tenseAt is the direction in which a date's clause points.
func (r *reading) tenseAt(w *when) tense {
	for i := max(r.sents[w.sent].lo, w.lo-16); i < min(w.hi+4, r.sents[w.sent].hi); i++ {
		if r.segs[i] == r.segs[w.lo] && !r.isTime(i) && (r.has(i, i+1, lexicon.StatusScheduled) || r.has(i, i+1, lexicon.StatusProposed)) {
			return future
		}
	}
	return past
}

// tenseOf is the direction in which an event's status points.
func tenseOf(e *event) tense {
	switch e.status {
	case "scheduled", "proposed":
		return future
	case "cancelled", "postponed":
		return either
	}
	return past
}

// whenOf is the time told with an event: in its clause, else the only one of
// its sentence; nil for none.
func (r *reading) whenOf(e *event) *when {
	var best *when
	for i := range r.dates[e.sent] {
		w := &r.dates[e.sent][i]
		if w.bound || r.segs[w.lo] != e.seg || e.noun && r.calledOffOn(w, e) {
			continue
		}
		if best == nil || distance(w, e) < distance(best, e) {
			best = w
		}
	}
	if best == nil {
		best = r.onlyDate(e)
	}
	return best
}

// calledOffOn reports the day of a cancellation, which is not the meeting's:
// "the summit was called off on Tuesday".
func (r *reading) calledOffOn(w *when, e *event) bool {
	for i := max(e.hi, w.lo-5); i < w.lo; i++ {
		if r.has(i, i+1, lexicon.StatusCancelled) || r.has(i, i+1, lexicon.StatusPostponed) {
			return true
		}
	}
	return false
}

// distance is how far a date stands from a trigger, in tokens.
func distance(w *when, e *event) int {
	if w.lo >= e.hi {
		return w.lo - e.hi
	}
	return e.lo - w.hi
}

// onlyDate is the sentence's date where there is one only, in a clause around
// the trigger's.
func (r *reading) onlyDate(e *event) *when {
	var only *when
	for i := range r.dates[e.sent] {
		w := &r.dates[e.sent][i]
		if w.bound || !r.encloses(r.segs[w.lo], e.seg) || e.noun && r.calledOffOn(w, e) || r.datesSpeech(w, e) {
			continue
		}
		if only != nil {
			return nil
		}
		only = w
	}
	return only
}

// datesSpeech reports the day on which somebody told of a meeting: "said on
// Monday that he would love to see him".
func (r *reading) datesSpeech(w *when, e *event) bool {
	return e.status != "held" && r.segOf[e.seg].opener == "said" && w.lo < e.lo && r.segs[w.lo] != e.seg
}
