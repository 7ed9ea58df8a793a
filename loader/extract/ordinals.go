package extract

import (
	"strconv"
	"strings"

	"parley/loader/lexicon"
)

// bareDay reads "on the 15th", "on the 10th of that month".
func (r *reading) bareDay(i, hi int) (when, bool) {
	d := dayNumber(r.toks[i].low)
	if d == 0 || !isOrdinal(r.toks[i].low) {
		return when{}, false
	}
	return r.dayOnly(d, i, i+1, hi)
}

// dayOnly reads a day's number in tokens [i, end) that no month's name follows.
func (r *reading) dayOnly(d, i, end, hi int) (when, bool) {
	if i < 2 || r.toks[i-1].low != "the" {
		return when{}, false
	}
	if w, ok := r.ofMonth(when{first: day{day: d}}, end, hi); ok {
		return w, true
	}
	if r.toks[i-2].low != "on" || end < hi && !r.toks[end].mark && !r.functionWord(end) {
		return when{}, false // "on the 5th floor"
	}
	return when{first: day{day: d}, hi: end}, true
}

// ofMonth reads "of that month", "of last month" after a day's number.
func (r *reading) ofMonth(w when, i, hi int) (when, bool) {
	if i+1 >= hi || r.toks[i].low != "of" {
		return when{}, false
	}
	if c, ok := r.cue(i+1, lexicon.TimeShift); ok && c.value == "0 month" {
		w.sameMonth, w.hi = true, i+1+c.n
		return w, true
	}
	if u, ok := r.stepUnit(i+1, hi); ok && u.unit == "month" {
		w.unit, w.step, w.hi = u.unit, u.step, u.hi
		return w, true
	}
	return when{}, false
}

// ordinalDay reads "the third of September", and "the second day" of the days
// told before.
func (r *reading) ordinalDay(i, hi int) (when, bool) {
	c, ok := r.cue(i, lexicon.TimeOrdinal)
	if !ok || i == 0 {
		return when{}, false
	}
	n, _ := strconv.Atoi(c.value)
	j := i + c.n
	if j+1 < hi && r.toks[j].low == "of" {
		if m := r.monthAt(j+1, hi); m > 0 {
			return r.withYear(when{first: day{month: m, day: n}, hi: j + 2}, hi), true
		}
	}
	if w, ok := r.dayOnly(n, i, j, hi); ok && w.hi > j {
		return w, true // "the tenth of that month", but not "the tenth"
	}
	if j < hi && r.toks[j].low == "day" && r.toks[i-1].low == "the" && r.ofTalks(j+1, hi) {
		return when{nth: n, hi: j + 1}, true
	}
	return when{}, false
}

// ofTalks reports that no "of" at token i gives a day to anything but talks.
func (r *reading) ofTalks(i, hi int) bool {
	return i >= hi || r.toks[i].low != "of" || r.has(i+1, min(i+4, hi), lexicon.MeetNoun) || i+1 < hi && (r.toks[i+1].low == "it" || r.toks[i+1].low == "them")
}

// feast reads a day of the calendar that has a name: "New Year's Day".
func (r *reading) feast(i, hi int) (when, bool) {
	c, ok := r.cue(i, lexicon.TimeFeast)
	if !ok || !r.toks[i].caps {
		return when{}, false
	}
	m, d, _ := strings.Cut(c.value, "-")
	w := when{hi: i + c.n}
	w.first.month, _ = strconv.Atoi(m)
	w.first.day, _ = strconv.Atoi(d)
	return r.withYear(w, hi), true
}
