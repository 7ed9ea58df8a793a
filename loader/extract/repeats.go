package extract

import (
	"slices"
	"time"

	"parley/loader/lexicon"
)

// again is the kind of "those" in "after those of 16 May and 2 June": meetings
// of the kind, and the sides, of the one just told.
const again = "again"

// fillAgain gives such an event the kind, actors and place of the one before
// it.
func (r *reading) fillAgain(e *event) {
	f := r.events[len(r.events)-1]
	e.kind, e.word, e.status, e.owned, e.anaphor = f.kind, f.word, "held", false, false
	e.like = f
	e.people, e.sides = slices.Clone(f.people), slices.Clone(f.sides)
	if e.place == nil {
		e.place = f.place
	}
	if w := r.whenOf(e); w != nil {
		e.date = r.cal.resolve(w, past)
	}
}

// onOtherDays are the further meetings of one phrase: "met on 16 May and 2
// June". Days that follow one another are those of one meeting.
func (r *reading) onOtherDays(e *event) []*event {
	w := r.whenOf(e)
	var out []*event
	for last := e.date; w != nil && len(last) == len(isoDay); {
		w = r.dayAfter(w)
		if w == nil {
			break
		}
		date := r.cal.resolve(w, tenseOf(e))
		if len(date) != len(isoDay) || !apart(last, date) {
			break
		}
		c := *e
		c.date, c.people, c.sides, c.like = date, slices.Clone(e.people), slices.Clone(e.sides), e
		out, last = append(out, &c), date
	}
	return out
}

// dayAfter is the date that a list joins to another: "16 May and 2 June"; nil
// for none.
func (r *reading) dayAfter(w *when) *when {
	for i := range r.dates[w.sent] {
		x := &r.dates[w.sent][i]
		if x.lo <= w.hi || x.lo-w.hi > 3 || x.bound || x.isShift || r.segs[x.lo] != r.segs[w.lo] {
			continue
		}
		if t := r.toks[w.hi].low; t != "and" && t != "," {
			continue
		}
		if mid := r.toks[x.lo-1].low; mid == "and" || mid == "," || mid == "on" || mid == "in" {
			return x
		}
	}
	return nil
}

// apart reports days between which there is at least one other.
func apart(a, b string) bool {
	x, err := time.Parse(isoDay, a)
	y, err2 := time.Parse(isoDay, b)
	d := y.Sub(x).Abs()
	return err == nil && err2 == nil && d > 24*time.Hour
}

// apartFrom reports that an event repeats another one, or goes on from it to
// somebody else: the text tells of two.
func (e *event) apartFrom(a *event) bool {
	return e.like != nil && (e.like == a || e.like.merged == a)
}

// comesNext reports a noun of meeting that its clause says followed: "a working
// lunch followed". It is another meeting than the one before it.
func (r *reading) comesNext(e *event) bool {
	for i := e.hi; e.noun && i < r.sents[e.sent].hi; i++ {
		if r.segs[i] == e.seg && r.has(i, i+1, lexicon.MeetNext) {
			c, _ := r.cue(i, lexicon.MeetNext)
			j := i + c.n
			return j >= r.sents[e.sent].hi || r.toks[j].low != "by" && !r.has(j, j+1, lexicon.Definite) // not "followed a call"
		}
	}
	return false
}
