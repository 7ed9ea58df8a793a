package extract

import (
	"slices"
	"time"

	"parley/loader/lexicon"
)

// again is the kind of "those" in "after those of 16 May and 2 June": meetings
// of the kind, and the sides, of the one just told.
const again = "again"

// lastMeeting is the meeting told last, frames that only add people passed
// over; nil for none near.
func (r *reading) lastMeeting() *event {
	for k := len(r.events) - 1; k >= max(0, len(r.events)-4); k-- {
		if !r.events[k].addsPeople() {
			return r.events[k]
		}
	}
	return nil
}

// fillAgain gives such an event the kind, actors and place of the one before
// it.
func (r *reading) fillAgain(e *event) {
	f := r.lastMeeting()
	if r.has(e.lo, e.lo+1, lexicon.MeetNoun) {
		e.status = "held" // "after those of 16 May": the plans around it are not theirs
	}
	e.kind, e.word, e.owned, e.anaphor = f.kind, f.word, false, false
	e.like = f
	e.people, e.sides = slices.Clone(f.people), slices.Clone(f.sides)
	if e.place == nil {
		e.place = f.place
	}
	if w := r.whenOf(e); w != nil && e.status == "held" {
		e.date = r.cal.resolve(w, past)
	}
}

// repeatAt makes the event of words at token i that stand for one more meeting
// like the one just told: "a third, planned for May", "resumed them in Rome";
// nil for none.
func (r *reading) repeatAt(i, s int) *event {
	f := r.lastMeeting()
	if f == nil || s-f.sent > 1 || f.kind == "visit" {
		return nil
	}
	if c, ok := r.cue(i, lexicon.NounAnother); ok && f.noun && r.elliptic(i+c.n, s) {
		return &event{sent: s, seg: r.segs[i], lo: i, hi: i + c.n, kind: again, noun: true, word: f.word, rules: []string{"again:" + r.words(i, i+c.n)}}
	}
	if j := i + 2; r.has(i, i+1, lexicon.MeetResume) && j < r.sents[s].hi && (r.toks[i+1].low == "them" || r.toks[i+1].low == "it") && r.locatedAt(j, s) {
		return &event{sent: s, seg: r.segs[i], lo: i, hi: j, kind: again, word: f.word, rules: []string{"again:" + r.words(i, j)}}
	}
	return nil
}

// elliptic reports that after an ordinal at whose end token i stands no noun
// follows, but what became of the meeting: "a third is planned", "a second,
// in June, was called off".
func (r *reading) elliptic(i, s int) bool {
	hi := r.sents[s].hi
	if i >= hi || r.toks[i].low != "," && !r.has(i, i+1, lexicon.Auxiliary) && !r.has(i, i+1, lexicon.StatusScheduled) {
		return false
	}
	for k := i; k < min(i+12, hi) && r.segs[k] == r.segs[i]; k++ {
		if r.has(k, k+1, lexicon.StatusScheduled) || r.has(k, k+1, lexicon.StatusCancelled) || r.has(k, k+1, lexicon.StatusPostponed) || r.has(k, k+1, lexicon.TimeHeld) {
			return true
		}
	}
	return false
}

// locatedAt reports a place or a time right at token i.
func (r *reading) locatedAt(i, s int) bool {
	hi := r.sents[s].hi
	return r.isTime(i) || i+1 < hi && (r.has(i, i+1, lexicon.PlaceAfter) && r.placeAt(i+1) || r.has(i, i+1, lexicon.ArgPlace) && r.isTime(i+1))
}

// onOtherDays are the further meetings of one phrase: "met on 16 May and 2
// June". Days that follow one another are those of one meeting.
func (r *reading) onOtherDays(e *event) []*event {
	w := r.whenOf(e)
	var out []*event
	for last := e.date; w != nil && r.listable(e, last); {
		w = r.dayAfter(w)
		if w == nil {
			break
		}
		date := r.cal.resolve(w, tenseOf(e))
		if len(date) != len(last) || !apart(last, date) {
			break
		}
		c := *e
		c.date, c.people, c.sides, c.like = date, slices.Clone(e.people), slices.Clone(e.sides), e
		out, last = append(out, &c), date
	}
	return out
}

// listable reports a date beside which another one is of another meeting: a day,
// or a month of several ("rounds in March and April").
func (r *reading) listable(e *event, date string) bool {
	return len(date) == len(isoDay) || len(date) == len(isoMonth) && e.noun && r.has(e.lo, e.hi, lexicon.NounSeveral)
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

// apart reports days between which there is at least one other, or two months.
func apart(a, b string) bool {
	if len(a) == len(isoMonth) {
		return a != b
	}
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
