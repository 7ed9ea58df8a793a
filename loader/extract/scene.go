package extract

import (
	"slices"
	"strings"
	"time"

	"parley/loader/lexicon"
)

// settleScene gives meetings the place and date of the story around them: a
// text names the scene once. A place is lent only to those who meet face to
// face, a date only where the sentence has none of its own.
func (r *reading) settleScene() {
	for i, e := range r.events {
		if e.tour {
			e.place = nil
			continue
		}
		r.hearSequel(e)
		r.sameVenue(r.events[:i], e)
		if e.owned || r.otherThanNow(e) || e.status != "held" && e.status != "ongoing" && e.status != "denied" {
			continue // "praised his visit", "the last meeting": told of from elsewhere
		}
		r.stage(e)
		f := r.sceneOf(r.events[:i], e)
		if f != nil && e.placeless() && datesAgree(e.date, f.date) {
			e.place = f.place
		}
		if f != nil && e.date == "" && r.timeless(e) && sharePeople(f, e) && r.carried(e) && r.placesAgree(f, e) {
			e.date = f.date
		}
		if e.status == "held" {
			r.continueStory(r.events[:i], e)
			r.placeBeside(r.events[:i], e)
			r.findWhereabouts(e)
		}
	}
}

// dateByHeadings gives the engagements of a list the days under which it has
// them, before mentions of one meeting are joined.
func (r *reading) dateByHeadings() {
	heads := r.headings()
	for _, e := range r.events {
		r.underHeading(heads, e)
	}
}

// headings are the sentences that are only a date, in order.
func (r *reading) headings() []int {
	var out []int
	for s := range r.sents {
		if len(r.dates[s]) == 1 && r.heading(s) {
			out = append(out, s)
		}
	}
	return out
}

// underHeading gives an engagement the day under which a list has it: a line
// with a time of the day that of the heading before it or of publication, any
// line where several days have headings.
func (r *reading) underHeading(heads []int, e *event) {
	if e.date != "" || e.owned || e.anaphor || len(e.people) == 0 && len(e.sides) < 2 || !r.timeless(e) {
		return
	}
	if w := r.leadDay(e); w != nil {
		e.date = r.cal.resolve(w, tenseOf(e))
		r.plan(e)
		return
	}
	clock := r.clock(e.sent) || r.entryAt(e.sent)
	if !clock && len(heads) < 2 {
		return
	}
	if n, _ := slices.BinarySearch(heads, e.sent); n > 0 {
		w := &r.dates[heads[n-1]][0]
		e.date = r.cal.resolve(w, tenseOf(e))
	} else if clock && !r.cal.pub.IsZero() {
		e.date = r.cal.pub.Format(isoDay)
	}
	r.plan(e)
}

// leadDay is the day with which the paragraph of a meeting opens, before a
// colon: "7 March: X telephones Y."; nil for none.
func (r *reading) leadDay(e *event) *when {
	const back = 6
	s := e.sent
	for s > 0 && e.sent-s < back && r.sents[s-1].par == r.sents[e.sent].par {
		s--
	}
	if len(r.dates[s]) == 0 {
		return nil
	}
	w := &r.dates[s][0]
	if w.lo != r.sents[s].lo || w.hi >= r.sents[s].hi || r.toks[w.hi].low != ":" {
		return nil
	}
	return w
}

// sameVenue gives a meeting "at the base", "in the hotel", the place and day of
// the one told before it at a base, or in the paragraph before it.
func (r *reading) sameVenue(before []*event, e *event) {
	noun := r.venueWord(e)
	if noun == "" || e.venue != "" || e.kind == "call" || e.owned || e.status == "scheduled" || e.status == "proposed" {
		return
	}
	for _, f := range slices.Backward(lately(before)) {
		named := strings.Contains(strings.ToLower(f.venue), noun)
		if f.place == nil || e.place != nil && *e.place != *f.place || !named && r.sents[e.sent].par-r.sents[f.sent].par > 1 || !datesAgree(f.date, e.date) {
			continue
		}
		e.place, e.venue = f.place, f.venue
		if e.date == "" && r.timeless(e) {
			e.date = f.date
		}
		return
	}
}

// venueWord is the word for a venue without a name that the event's clause has
// after a preposition of place: "at the base"; "" for none.
func (r *reading) venueWord(e *event) string {
	for i := r.sents[e.sent].lo; i+2 < r.sents[e.sent].hi; i++ {
		c, ok := r.cue(i+2, lexicon.PlaceVenue)
		if !ok || r.segs[i] != e.seg || r.toks[i+1].low != "the" || !r.has(i, i+1, lexicon.PlaceAfter) {
			continue
		}
		if j := i + 2 + c.n; j >= r.sents[e.sent].hi || !r.toks[j].caps && r.toks[j].low != "of" && r.toks[j].low != "in" {
			return c.word
		}
	}
	return ""
}

// sceneOf is the last held meeting before e in its paragraph with somebody of
// both, nil for none.
func (r *reading) sceneOf(before []*event, e *event) *event {
	for _, f := range slices.Backward(lately(before)) {
		last := f.sents[len(f.sents)-1]
		if r.sents[last].par != r.sents[e.sent].par || f.status != "held" || f.sent == e.sent || strangers(f, e) {
			continue
		}
		if sharePeople(f, e) || len(e.sides) > 0 && sidesWithin(e.sides, f.sides) {
			return f
		}
	}
	return nil
}

// sharePeople reports that somebody is in both meetings.
func sharePeople(a, b *event) bool {
	both, _, _ := overlapPeople(a, b)
	return both > 0
}

// continueStory gives a meeting of the news the day, and then the place, of
// the one told before it whose people or sides go on meeting, or the day that
// the story last told.
func (r *reading) continueStory(before []*event, e *event) {
	if r.cal.pub.IsZero() {
		return
	}
	f := r.storyBefore(before, e)
	if e.date == "" && r.timeless(e) && r.narrated(e, f == nil) {
		if f != nil {
			e.date = f.date[strings.IndexByte(f.date, '/')+1:] // a span's last day
		} else if w := r.dayOfStory(e); w != nil && !r.movedOn(w, e) && (r.perfect(e) == "" || r.has(r.sents[w.sent].lo, r.sents[w.sent].hi, lexicon.MeetVerb)) {
			e.date = r.cal.resolve(w, r.tenseAt(w))
			if m := r.placeBefore(w.sent, r.sents[w.sent].hi); m != nil && e.placeless() && r.standsIn(m) && !r.spokenAt(m) {
				r.setPlace(e, m)
			}
		}
	}
	if f != nil && e.placeless() && f.kind != "call" && (e.date != "" && e.date == f.date || r.also(e) && sharePeople(f, e)) {
		e.place = f.place
	}
}

// movedOn reports a meeting elsewhere than where the sentence of a day puts the
// story on it.
func (r *reading) movedOn(w *when, e *event) bool {
	m := r.placeBefore(w.sent, r.sents[w.sent].hi)
	return m != nil && e.place != nil && m.kind == aPlace && r.standsIn(m) && m.code != e.place.Code && !r.within(m.code, e.place.Code) && !r.within(e.place.Code, m.code)
}

// also reports that the event's sentence adds it to what was told before: "the
// minister also had talks with X".
func (r *reading) also(e *event) bool {
	for i := max(r.sents[e.sent].lo, e.lo-6); i < e.lo; i++ {
		if r.toks[i].low == "also" && r.segs[i] == e.seg {
			return r.carried(e) && r.timeless(e)
		}
	}
	return false
}

// placeBeside gives a dated meeting the place of the sentence before it in its
// paragraph, where that tells of no meeting: "The turn came in Oslo."
func (r *reading) placeBeside(before []*event, e *event) {
	s := e.sent - 1
	if !e.placeless() || e.date == "" || s < 0 || r.sents[s].par != r.sents[e.sent].par || len(before) > 0 && slices.Contains(before[len(before)-1].sents, s) {
		return
	}
	if r.has(r.sents[s].lo, r.sents[s].hi, lexicon.StatusScheduled) {
		return // "She will be in Rome on Friday."
	}
	if m := r.placeBefore(s, r.sents[s].hi); m != nil && m.kind == aPlace && !r.spokenAt(m) && r.standsIn(m) {
		r.setPlace(e, m)
	}
}

// standsIn reports a place after "in", or a venue after "at".
func (r *reading) standsIn(m *mention) bool {
	i := r.placeWord(m)
	return i >= 0 && (r.toks[i].low == "in" || m.venue && r.toks[i].low == "at")
}

// storyBefore is the last meeting of the news before e that shares people or
// sides with it, nil for none.
func (r *reading) storyBefore(before []*event, e *event) *event {
	for _, f := range slices.Backward(lately(before)) {
		if f.status == "held" && !strangers(f, e) && (sharePeople(f, e) || len(e.sides) > 1 && shareSide(f, e)) && r.isNews(f.date) && !r.background(f) && r.placesAgree(f, e) {
			return f
		}
	}
	return nil
}

// background reports a meeting told only to say what had happened before the
// story: "over what had passed between them", "who had met".
func (r *reading) background(e *event) bool {
	return r.perfect(e) == "had" && (r.segOf[e.seg].relative || r.has(max(e.lo-8, r.sents[e.sent].lo), e.lo, lexicon.StoryAside))
}

// shareSide reports that a state or organisation is in both meetings.
func shareSide(a, b *event) bool {
	return slices.ContainsFunc(a.sides, func(s Side) bool { return hasSide(b.sides, s.Name) })
}

// isNews reports a day of the last days before publication.
func (r *reading) isNews(day string) bool {
	d, ok := start(day)
	const news = 5 * 24 * time.Hour
	return ok && !d.After(r.cal.pub) && r.cal.pub.Sub(d) < news
}

// narrated reports an event that its sentence tells as the story goes on: not
// in a relative clause, nor long before ("had met"). A noun must say that it
// goes on, unless it opens the story.
func (r *reading) narrated(e *event, opens bool) bool {
	if r.segOf[e.seg].relative || e.noun && (e.anaphor && !opens || !r.carried(e) || !opens && !r.has(r.sents[e.sent].lo, r.sents[e.sent].hi, lexicon.StoryNext)) {
		return false
	}
	return opens || r.perfect(e) == "" || r.has(r.sents[e.sent].lo, e.lo, lexicon.TimeLater)
}

// carried reports a verb, or a noun of meeting that a verb says was held.
func (r *reading) carried(e *event) bool {
	lo, hi := r.sents[e.sent].lo, r.sents[e.sent].hi
	return !e.noun || e.named || r.has(max(lo, e.lo-8), e.lo, lexicon.MeetLight) || r.has(e.hi, hi, lexicon.TimeHeld) || r.has(lo, hi, lexicon.StoryNext)
}

// dayOfStory is the day of the news that the sentences before e last told of
// somebody in it, nil for none.
func (r *reading) dayOfStory(e *event) *when {
	for s := e.sent - 1; s >= 0 && s >= e.sent-3; s-- {
		for k := len(r.dates[s]) - 1; k >= 0; k-- {
			w := &r.dates[s][k]
			if w.bound || w.isShift && w.shift < 0 || w.lo < r.afterDateline(s) || r.has(w.lo-4, w.lo, lexicon.Reporting) || !r.concerns(s, e) {
				continue
			}
			if d := r.cal.resolve(w, r.tenseAt(w)); r.isNews(d) && len(d) == len(isoDay) {
				return w
			}
			return nil
		}
	}
	return nil
}

// clock reports a time of the day in sentence s: "at 5:30 PM".
func (r *reading) clock(s int) bool {
	for i := r.sents[s].lo + 1; i < r.sents[s].hi; i++ {
		if r.toks[i-1].num && r.has(i, i+1, lexicon.TimeClock) {
			return true
		}
	}
	return false
}

// concerns reports a sentence that names somebody or a side of the event.
func (r *reading) concerns(s int, e *event) bool {
	return slices.ContainsFunc(r.mentions[s], func(m mention) bool {
		if m.person >= 0 {
			return r.inEvent(e, m.person)
		}
		return m.kind == aState && hasSide(e.sides, m.name)
	})
}

// timeless reports an event whose sentence names no time that could be its,
// nor what it came before or after.
func (r *reading) timeless(e *event) bool {
	if r.has(r.sents[e.sent].lo, e.lo, lexicon.Follows) {
		return false
	}
	for k := range r.dates[e.sent] {
		if !r.thatClause(&r.dates[e.sent][k], e) {
			return false
		}
	}
	return true
}

// onFringe reports "on the fringes of a summit, X and Y met": the summit is
// where, not what; its clause's verb is the meeting.
func (r *reading) onFringe(e *event) bool {
	lo := max(r.sents[e.sent].lo, e.lo-6)
	if !e.noun || !r.has(lo, e.lo, lexicon.FrameEncounter) {
		return false
	}
	for i := r.sents[e.sent].lo; i < r.sents[e.sent].hi; i++ {
		if r.segs[i] != e.seg || r.covered(e.sent, i) {
			continue
		}
		if c, ok := r.cue(i, lexicon.MeetVerb); ok && !r.nounUse(i, c) {
			return i > e.hi
		}
		if i > e.hi && r.has(i, i+1, lexicon.MeetNoun) && r.has(max(e.hi, i-4), i, lexicon.MeetLight) {
			return true // "had talks with Y"
		}
	}
	return false
}

// placeless reports a meeting face to face of which no place is told.
func (e *event) placeless() bool { return e.place == nil && e.kind != "call" }

// stage gives a meeting of the last days the place from which the document
// reports, where its text puts other things there as well.
func (r *reading) stage(e *event) {
	if !e.placeless() || e.owned || len(e.date) != len(isoDay) || r.cal.pub.IsZero() || !r.isNews(e.date) {
		return
	}
	if m := r.dateline; m != nil {
		r.setPlace(e, m)
	}
}
