package extract

import (
	"strings"
	"time"

	"parley/loader/lexicon"
)

// thread is what a text has told of time before an expression that counts from
// it; zero fields are not told.
type thread struct {
	past, told stretch   // the days of the past, and the days, last told
	month      time.Time // the first of the month last told, or of the day's
	year       int
	then       int // the year of long ago in which the story is, in sentence at
	at         int
}

// stretch is a day, or the days from one to another.
type stretch struct {
	first, last time.Time
	ended       bool // the text tells only when it ended
}

// threadTime tells every date which days were told before it, for "two days
// later" and "that year", in the order of the text.
func (r *reading) threadTime() {
	var t thread
	for s := range r.dates {
		r.findRun(s)
		for k := range r.dates[s] {
			w := &r.dates[s][k]
			w.before = t
			if t.then > 0 && (s-t.at > 2 || r.sents[s].par != r.sents[t.at].par) {
				w.before.then = 0
			}
			if k > 0 && r.sameDayAgain(&r.dates[s][k-1], w) {
				w.bound = true
				continue
			}
			if w.ofOther {
				r.anchor(s, k)
			}
			if !w.bound {
				r.tell(&t, w)
			}
		}
	}
}

// sameDayAgain reports a count that only says again which day another date is: "on
// Wednesday, a day earlier,".
func (r *reading) sameDayAgain(day, w *when) bool {
	return w.isShift && !day.isShift && w.lo == day.hi+1 && r.toks[day.hi].low == "," && (w.hi >= len(r.toks) || r.toks[w.hi].low == ",")
}

// anchor finds the day from which date k of sentence s counts, where that is
// told after it: "two days after the coup of 1 May". That day is then no
// meeting's. Without one it counts from the day told before only where it names
// a meeting.
func (r *reading) anchor(s, k int) {
	const near = 10
	w := &r.dates[s][k]
	if k+1 < len(r.dates[s]) && r.dates[s][k+1].lo-w.hi <= near {
		x := &r.dates[s][k+1]
		if d, ok := daysOf(r.cal.resolve(x, r.tenseAt(x))); ok {
			x.bound = true
			w.before.told, w.before.past = d, d
			return
		}
	}
	if !r.has(w.hi, min(w.hi+5, r.sents[s].hi), lexicon.MeetNoun) {
		w.before.told, w.before.past, w.before.month = stretch{}, stretch{}, time.Time{}
	}
}

// tell goes on with a date.
func (r *reading) tell(t *thread, w *when) {
	tense := r.tenseAt(w)
	x := r.cal.resolve(w, tense)
	if d, ok := startOfMonth(x); ok {
		t.month = d
	}
	if d, ok := daysOf(spread(x, w.run)); ok {
		d.ended = w.run == -1
		t.told = d
		if tense != future && (r.cal.pub.IsZero() || !d.first.After(r.cal.pub)) {
			t.past = d
		}
	}
	if len(x) >= 4 && w.first.month+w.first.year > 0 {
		t.year = yearNumber(x[:4])
		t.then, t.at = r.longAgo(w, t.year), w.sent
	}
}

// longAgo is the year of a date that lies two calendar years or more
// before publication, 0 for one that does not or that dates only a thing. The
// days after it, told without a year, are of the same.
func (r *reading) longAgo(w *when, year int) int {
	if year >= r.cal.pub.Year()-1 || w.lo > 0 && r.toks[w.lo-1].low == "of" {
		return 0
	}
	return year
}

// daysOf is the stretch of a resolved date; false for one of less precision.
func daysOf(date string) (stretch, bool) {
	first, ok := start(date)
	d := stretch{first: first, last: first}
	if _, to, ranged := strings.Cut(date, "/"); ranged && ok {
		d.last, ok = start(to)
	}
	return d, ok
}

// startOfMonth is the first of a resolved date's month; false for one that has
// none.
func startOfMonth(date string) (time.Time, bool) {
	if len(date) < len(isoMonth) {
		return time.Time{}, false
	}
	d, err := time.Parse(isoMonth, date[:len(isoMonth)])
	return d, err == nil
}

// from is the stretch from which a shift counts: what is to come counts from
// the days last told, the past from the last ones of the past.
func (t *thread) from(x tense) stretch {
	if x == future || t.past.last.IsZero() {
		return t.told
	}
	return t.past
}

// nthDay is one of the days of the stretch last told, counted from 1.
func (t *thread) nthDay(n int) string {
	d := t.past
	if d.last.IsZero() {
		d = t.told
	}
	if d.first.IsZero() || d.ended {
		return ""
	}
	return d.first.AddDate(0, 0, n-1).Format(isoDay)
}

// dayOfMonth is a day of the month last told.
func (t *thread) dayOfMonth(n int) string {
	if t.month.IsZero() {
		return ""
	}
	return write(t.month.Year(), day{month: int(t.month.Month()), day: n})
}

// fixShift resolves "two days later", "the following month". Months and years
// also count from a month.
func fixShift(w *when, t tense) string {
	d := w.before.from(t)
	from := d.last
	if w.shift < 0 {
		from = d.first
	}
	if w.unit == "month" || w.unit == "year" {
		if m := w.before.month; from.IsZero() || m.Year() != from.Year() || m.Month() != from.Month() {
			from = m
		}
	}
	if from.IsZero() {
		return ""
	}
	return shiftBy(from, w.shift, w.unit)
}

// fixFollowing resolves "the following Monday" from the day last told.
func fixFollowing(w *when, t tense) string {
	from := w.before.from(t).last
	if from.IsZero() {
		return ""
	}
	d := (w.weekday - weekdayOf(from) + 7) % 7
	if w.step > 0 && d == 0 {
		d = 7
	}
	if w.step < 0 {
		d -= 7
	}
	return from.AddDate(0, 0, d).Format(isoDay)
}
