package extract

import (
	"strings"
	"time"

	"parley/loader/lexicon"
)

// findTime finds the dates of every sentence and prepares the calendar.
func (r *reading) findTime() {
	r.dates = rows(r.dates, len(r.sents))
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

// tenseAt is the direction in which a date's clause points.
func (r *reading) tenseAt(w *when) tense {
	for i := max(r.sents[w.sent].lo, w.lo-16); i < min(w.hi+4, r.sents[w.sent].hi); i++ {
		if r.segs[i] == r.segs[w.lo] && !r.inTime(i) && (r.has(i, i+1, lexicon.StatusScheduled) || r.has(i, i+1, lexicon.StatusProposed)) {
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

// dateOf resolves the time w that is told with an event.
func (r *reading) dateOf(e *event, w *when) string {
	d := r.cal.resolve(w, tenseOf(e))
	if end := r.closing(e, w); end > d && d != "" && len(end) == len(d) {
		return d + "/" + end
	}
	switch {
	case e.noun && w.run != 0:
		return spread(d, w.run)
	case w.since && len(d) == len(isoMonth) && r.perfect(e) != "had":
		return d // "have been meeting since April"
	case w.since && len(d) < len(isoDay):
		return "" // "had mediated since 1992"
	case w.since:
		return d + r.untilNow(e, w, d)
	}
	return d
}

// closing is the day on which a meeting ended whose beginning the date w is:
// "which had begun on Monday, broke up on Tuesday"; "" where none is told.
func (r *reading) closing(e *event, w *when) string {
	k := r.heldClause(e)
	if k < 0 || r.segs[w.lo] != k {
		return ""
	}
	i, _ := r.first(r.segOf[k].lo, w.lo, lexicon.TimeHeld)
	if c, ok := r.cue(i, lexicon.TimeHeld); !ok || c.value != "start" {
		return ""
	}
	for j := range r.dates[e.sent] {
		x := &r.dates[e.sent][j]
		if x.lo > w.lo && !x.bound && (r.encloses(k, r.segs[x.lo]) || r.segs[x.lo] == e.seg) && !r.has(x.lo-4, x.lo, lexicon.Reporting) {
			return r.cal.resolve(x, tenseOf(e))
		}
	}
	return ""
}

// untilNow is the end of a meeting that began on a day and goes on, or went on
// until the day last told: "have been meeting since Thursday".
func (r *reading) untilNow(e *event, w *when, from string) string {
	end := r.cal.pub
	if r.perfect(e) == "had" && !w.before.past.last.IsZero() {
		end = w.before.past.last
	}
	if s := end.Format(isoDay); s > from {
		return "/" + s
	}
	return ""
}

// perfect is the auxiliary of a verb in the perfect tense, "" for none.
func (r *reading) perfect(e *event) string {
	for i := e.lo; i >= r.sents[e.sent].lo && i > e.lo-5; i-- {
		if t := r.toks[i].low; r.segs[i] == e.seg && (t == "have" || t == "has" || t == "had") && r.participle(i+1, e.hi) {
			return t
		}
	}
	return ""
}

// participle reports a participle among the first words from token i on:
// "had earlier met", but not "had talks".
func (r *reading) participle(i, hi int) bool {
	for k := i; k < min(i+3, hi); k++ {
		if t := r.toks[k].low; t == "been" || strings.HasSuffix(t, "ed") || !r.has(k, k+1, lexicon.MeetNoun) && (r.has(k, k+1, lexicon.MeetVerb) || r.has(k, k+1, lexicon.MeetLight)) {
			return true
		}
	}
	return false
}

// whenOf is the time of a noun's meeting that a relative clause tells, else
// the nearest in the event's own clause, else the only one of its sentence;
// nil for none.
func (r *reading) whenOf(e *event) *when {
	if e.kind == "adds" && r.perfect(e) != "" {
		return nil // "the text that they had completed in March"
	}
	if k := r.heldClause(e); k >= 0 {
		if w := r.nearestDate(e, k); w != nil {
			return w
		}
	}
	if w := r.nearestDate(e, e.seg); w != nil {
		return w
	}
	if w := r.onlyDate(e); w != nil {
		return w
	}
	if k := r.travelClause(e); k >= 0 {
		return r.nearestDate(e, k)
	}
	return nil
}

// nearestDate is the date in a clause that stands nearest to the trigger.
func (r *reading) nearestDate(e *event, seg int) *when {
	var best *when
	for i := range r.dates[e.sent] {
		w := &r.dates[e.sent][i]
		if r.segs[w.lo] != seg || !r.mayDate(w, e) {
			continue
		}
		if best == nil || r.distance(w, e) < r.distance(best, e) {
			best = w
		}
	}
	return best
}

// mayDate reports a date that can be the event's: not one that only bounds it,
// unless it goes on since then, nor one of its cancellation or of something
// else ("the treaty that they had completed in March").
func (r *reading) mayDate(w *when, e *event) bool {
	if r.possessiveAt(w.hi) {
		return r.owns(w, e) // "Monday's attack" dates the attack
	}
	if w.isShift && r.cal.resolve(w, tenseOf(e)) == "" {
		return false // "three days after the vote", of which no day is told
	}
	if w.bound && !(w.since && !r.firstSince(w) && e.status != "denied" && r.perfect(e) != "") {
		return false
	}
	if tenseOf(e) != past && (w.step < 0 || w.isRel && w.rel < 0) {
		return false // "promised only last Thursday": no day for what is to come
	}
	return !(e.noun && r.calledOffOn(w, e)) && !r.ofThing(w, e) && !r.datesReport(w, e) && !r.thatClause(w, e) && !r.saidOn(w, e)
}

// firstSince reports "for the first time since May", which tells when they last
// met.
func (r *reading) firstSince(w *when) bool {
	i := w.lo - 1
	for i > r.sents[w.sent].lo && r.toks[i].low != "since" {
		i--
	}
	return r.has(max(r.sents[w.sent].lo, i-4), i, lexicon.TimeCounted)
}

// ofThing reports the date of something else than the meeting, which "of" joins
// to it: "the coup of 1 February", but not "the morning of 1 February".
func (r *reading) ofThing(w *when, e *event) bool {
	i := w.lo - 1
	if w.first.month+w.first.year == 0 || w.hi+1 < r.sents[w.sent].hi && (r.toks[w.hi].low == "when" || r.toks[w.hi+1].low == "when") {
		return false // "the accord of 1 May, when they met"
	}
	if i > r.sents[w.sent].lo && (r.toks[i].low == "the" || r.toks[i].low == "last") {
		i--
	}
	if i <= r.sents[w.sent].lo+1 || r.toks[i].low != "of" || e.noun && i == e.hi {
		return false
	}
	k := i - 1
	if r.toks[k].mark || r.covered(w.sent, k) || r.toks[k].caps {
		return false
	}
	return !r.has(k, i, lexicon.TimePart) && !r.has(k, i, lexicon.TimeUnit) && !r.has(k, i, lexicon.TimeOfPart) && !r.has(k, i, lexicon.MeetNoun)
}

// datesReport reports the day on which somebody spoke of a meeting whose noun
// is what he spoke of: "On Thursday she recalled her talks with X in Rome".
func (r *reading) datesReport(w *when, e *event) bool {
	if !e.noun || w.hi > e.lo {
		return false
	}
	for i := max(w.hi, e.lo-6); i < e.lo; i++ {
		if r.has(i, i+1, lexicon.Follows) {
			return false
		}
		if r.segs[i] == e.seg && r.segs[w.lo] == e.seg && r.has(i, i+1, lexicon.Reporting) && !r.covered(e.sent, i) {
			return true
		}
	}
	return false
}

// owns reports a date whose meeting the trigger is: "after Sunday's talks".
func (r *reading) owns(w *when, e *event) bool {
	return e.noun && r.possessiveAt(w.hi) && w.hi < e.lo && e.lo-w.hi <= 4 && r.mentionsBetween(e.sent, w.hi, e.lo) == 0
}

// thatClause reports a date in a clause that "that" opens after the trigger
// and that tells of another thing than it.
func (r *reading) thatClause(w *when, e *event) bool {
	for i := max(e.hi+1, w.lo-40); i < w.lo; i++ {
		if t := r.toks[i].low; t != "that" && t != "what" || r.segs[i] != e.seg && r.segs[i] != r.segs[w.lo] {
			continue
		}
		if e.noun && r.has(i+1, i+3, lexicon.TimeHeld) {
			return false
		}
		for k := i + 1; k < min(i+5, w.lo); k++ {
			if r.has(k, k+1, lexicon.Auxiliary) {
				return true
			}
		}
	}
	return false
}

// calledOffOn reports the day of a cancellation, which is not the meeting's:
// "the summit was called off on Tuesday", "India on Friday called off a
// meeting". Talks that were suspended had begun: their day is that day.
func (r *reading) calledOffOn(w *when, e *event) bool {
	lo, hi := max(e.hi, w.lo-7), w.lo
	if w.hi <= e.lo {
		lo, hi = w.hi, min(e.lo, w.hi+5)
		if w.lo-r.sents[e.sent].lo <= 2 {
			hi = min(e.hi+4, r.sents[e.sent].hi) // "On Monday the summit was called off"
		}
	}
	for i := lo; i < hi; i++ {
		if r.has(i, i+1, lexicon.StatusCancelled) || r.has(i, i+1, lexicon.StatusPostponed) && !r.has(i, i+1, lexicon.StatusSuspended) {
			return r.segs[i] == r.segs[w.lo] && !r.has(i, i+1, lexicon.TimeHeld)
		}
	}
	return false
}

// distance is how far a date stands from a trigger, in tokens. One before the
// comma or "and" that joins the trigger to another verb is that verb's first:
// "flew there on Tuesday and met X the next morning".
func (r *reading) distance(w *when, e *event) int {
	const afar = 12
	if w.lo >= e.hi {
		return w.lo - e.hi
	}
	d := e.lo - w.hi
	if t := r.toks[w.hi].low; !e.noun && d <= 5 && (t == "and" || t == ",") && w.lo-r.segOf[e.seg].lo > 2 && r.mentionsBetween(e.sent, w.hi, e.lo) == 0 {
		return d + afar
	}
	return d
}

// onlyDate is the date, where it is the only one, of the nearest clause around
// the trigger's that has any.
func (r *reading) onlyDate(e *event) *when {
	var only *when
	for i := range r.dates[e.sent] {
		w := &r.dates[e.sent][i]
		if !r.encloses(r.segs[w.lo], e.seg) || !r.mayDate(w, e) || r.datesSpeech(w, e) {
			continue
		}
		switch {
		case only == nil || r.segs[only.lo] != r.segs[w.lo] && r.encloses(r.segs[only.lo], r.segs[w.lo]):
			only = w
		case r.segs[only.lo] == r.segs[w.lo]:
			return nil
		}
	}
	return only
}

// saidOn reports the day right after a verb of saying, of a meeting that was
// or will be: "said on Monday that they had met".
func (r *reading) saidOn(w *when, e *event) bool {
	return w.hi <= e.lo && r.has(max(w.lo-2, r.sents[w.sent].lo), w.lo, lexicon.Reporting) && (e.status != "held" || r.perfect(e) != "" || r.toks[w.hi].low == "that" && !(e.noun && r.has(e.lo-3, e.lo, lexicon.Follows)))
}

// datesSpeech reports the day on which somebody told of a meeting: "said on
// Monday that he would love to see him".
func (r *reading) datesSpeech(w *when, e *event) bool {
	if r.saidOn(w, e) {
		return true
	}
	return (e.status != "held" || r.perfect(e) != "") && (r.segOf[e.seg].opener == "said" || r.segOf[e.seg].governor >= 0) && w.lo < e.lo && r.segs[w.lo] != e.seg
}
