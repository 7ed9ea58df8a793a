package extract

import (
	"strconv"
	"strings"

	"parley/loader/lexicon"
)

// when is a time expression in the text, not yet resolved. Zero fields are
// not stated.
type when struct {
	lo, hi           int // tokens
	sent             int
	year, month, day int
	endMonth, endDay int  // of a range, with day
	weekday          int  // 1 Monday … 7 Sunday
	rel              int  // days from publication, with isRel
	isRel            bool // today, yesterday, tomorrow
	step             int  // last (-1), this (0), next (+1), with unit
	unit             string
	shift            int  // days from the date last told ("a day later"), with isShift
	isShift          bool // also "the same day" (0)
	sameYear         bool // "of the same year"
	bound            bool // only bounded: "after Friday", "until May"
}

// findDates returns the time expressions of sentence s, in order.
func (r *reading) findDates(s int) []when {
	var out []when
	for i := r.sents[s].lo; i < r.sents[s].hi; {
		w, ok := r.dateAt(i, r.sents[s].hi)
		if !ok {
			i++
			continue
		}
		w.lo, w.sent = i, s
		w.bound = r.bounded(i, r.sents[s].lo)
		i = w.hi
		out = append(out, w)
	}
	return out
}

// bounded reports a preposition before i that only bounds a date.
func (r *reading) bounded(i, lo int) bool {
	for k := 1; k <= 4 && i-k >= lo; k++ {
		if c, ok := r.cue(i-k, lexicon.TimeBound); ok && i-k+c.n == i {
			return true
		}
	}
	return false
}

// timeOpeners are the classes of which one, where there is no number, must
// start at the first token of a time expression.
var timeOpeners = lexicon.ClassesOf(lexicon.Month, lexicon.Weekday, lexicon.RelativeDay, lexicon.RelativeStep,
	lexicon.TimeSameDay, lexicon.Number)

// dateAt reads the time expression that starts at token i.
func (r *reading) dateAt(i, hi int) (when, bool) {
	if !r.toks[i].num && !r.classes[i].Meets(&timeOpeners) {
		return when{}, false
	}
	for _, read := range []func(int, int) (when, bool){
		r.dayMonth, r.monthDay, r.relativeDay, r.stepUnit, r.weekdayAt, r.shifted, r.bareYear,
	} {
		if w, ok := read(i, hi); ok {
			return w, true
		}
	}
	return when{}, false
}

// dayMonth reads "5 April 2022", "5-6 April", "5 to 17 September 1978".
func (r *reading) dayMonth(i, hi int) (when, bool) {
	day, end, n := r.days(i, hi)
	if day == 0 {
		return when{}, false
	}
	j := i + n
	if j < hi && r.toks[j].low == "of" {
		j++
	}
	m := r.monthAt(j, hi)
	if m == 0 {
		return when{}, false
	}
	w := when{month: m, day: day, endDay: end, hi: j + 1}
	if end > 0 {
		w.endMonth = m
	}
	return r.withYear(w, hi), true
}

// monthDay reads "April 5, 2022", "March 26-30", "August 2025", "June".
func (r *reading) monthDay(i, hi int) (when, bool) {
	m := r.monthAt(i, hi)
	if m == 0 || r.toks[i].low == "may" && !r.toks[i].caps || r.modalMay(i, hi) {
		return when{}, false
	}
	w := when{month: m, hi: i + 1}
	if day, end, n := r.days(i+1, hi); day > 0 {
		w.day, w.endDay, w.hi = day, end, i+1+n
		if end > 0 {
			w.endMonth = m
		}
	}
	return r.withYear(w, hi), true
}

// modalMay reports that a capitalised month word that is also a verb opens
// the sentence.
func (r *reading) modalMay(i, hi int) bool {
	return r.toks[i].low == "may" && i == r.sents[r.toks[i].sent].lo && i+1 < hi && !r.toks[i+1].num
}

// monthAt is the month named by token i, 0 for none.
func (r *reading) monthAt(i, hi int) int {
	if i >= hi || !r.toks[i].caps {
		return 0
	}
	if c, ok := r.cue(i, lexicon.Month); ok && (len(r.toks[i].low) > 4 || r.dateLike(i)) {
		n, _ := strconv.Atoi(c.value)
		return n
	}
	return 0
}

// days reads a day of the month or a range of them at token i: the first, the
// last (0 for a single day) and how many tokens it took.
func (r *reading) days(i, hi int) (first, last, n int) {
	if i >= hi {
		return 0, 0, 0
	}
	a, b, ranged := strings.Cut(strings.ReplaceAll(r.toks[i].low, "–", "-"), "-")
	first = dayNumber(a)
	if first == 0 {
		return 0, 0, 0
	}
	if ranged {
		if last = dayNumber(b); last == 0 {
			return 0, 0, 0
		}
		return first, last, 1
	}
	if i+2 < hi && (r.toks[i+1].hyphen || r.toks[i+1].text == "–" || r.has(i+1, i+2, lexicon.TimeRange)) {
		if last = dayNumber(r.toks[i+2].low); last > 0 {
			return first, last, 3
		}
	}
	return first, 0, 1
}

// dayNumber reads 1 to 31, with or without an ordinal ending.
func dayNumber(s string) int {
	if len(s) > 2 {
		switch s[len(s)-2:] {
		case "st", "nd", "rd", "th":
			s = s[:len(s)-2]
		}
	}
	if n := digits(s); n <= 31 && len(s) <= 2 {
		return n
	}
	return 0
}

// digits is the value of up to four digits, 0 for anything else.
func digits(s string) int {
	if len(s) > 4 {
		return 0
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// withYear reads a year after a day or month: ", 2022", "2022", "of that year".
func (r *reading) withYear(w when, hi int) when {
	j := w.hi
	if j < hi && (r.toks[j].low == "," || r.toks[j].low == "of") && j+1 < hi && yearNumber(r.toks[j+1].low) > 0 {
		j++
	}
	if j < hi {
		if y := yearNumber(r.toks[j].low); y > 0 {
			w.year, w.hi = y, j+1
			return w
		}
		if c, ok := r.cue(j, lexicon.TimeOf); ok {
			w.sameYear, w.hi = true, j+c.n
		}
	}
	return w
}

// yearNumber reads a year between 1900 and 2099.
func yearNumber(s string) int {
	if n := digits(s); len(s) == 4 && n >= 1900 && n <= 2099 {
		return n
	}
	return 0
}

// relativeDay reads "today", "yesterday", "tomorrow".
func (r *reading) relativeDay(i, _ int) (when, bool) {
	c, ok := r.cue(i, lexicon.RelativeDay)
	if !ok {
		return when{}, false
	}
	n, _ := strconv.Atoi(c.value)
	return when{isRel: true, rel: n, hi: i + c.n}, true
}

// stepUnit reads "last month", "this weekend", "next Thursday".
func (r *reading) stepUnit(i, hi int) (when, bool) {
	c, ok := r.cue(i, lexicon.RelativeStep)
	if !ok || i+c.n >= hi {
		return when{}, false
	}
	step, _ := strconv.Atoi(c.value)
	j := i + c.n
	if u, ok := r.cue(j, lexicon.TimeUnit); ok {
		return when{unit: u.value, step: step, hi: j + u.n}, true
	}
	if w, ok := r.weekdayAt(j, hi); ok {
		w.step, w.unit = step, "weekday"
		return w, true
	}
	if m := r.monthAt(j, hi); m > 0 {
		w, _ := r.monthDay(j, hi)
		w.step = step
		return w, true
	}
	return when{}, false
}

// weekdayAt reads "Tuesday" and "Friday, 10 April 1998" (the date wins).
func (r *reading) weekdayAt(i, hi int) (when, bool) {
	c, ok := r.cue(i, lexicon.Weekday)
	if !ok || !r.toks[i].caps {
		return when{}, false
	}
	j := i + 1
	if j < hi && r.toks[j].low == "," {
		j++
	}
	for _, read := range []func(int, int) (when, bool){r.dayMonth, r.monthDay} {
		if w, ok := read(j, hi); ok && w.day > 0 {
			return w, true
		}
	}
	n, _ := strconv.Atoi(c.value)
	return when{weekday: n, hi: i + 1}, true
}

// shifted reads "two days later", "a week earlier", "the same day".
func (r *reading) shifted(i, hi int) (when, bool) {
	if c, ok := r.cue(i, lexicon.TimeSameDay); ok {
		return when{isShift: true, hi: i + c.n}, true
	}
	c, ok := r.cue(i, lexicon.Number)
	if !ok || i+2 >= hi {
		return when{}, false
	}
	u, ok := r.cue(i+1, lexicon.TimeUnit)
	if !ok || u.value != "day" && u.value != "week" {
		return when{}, false
	}
	n, _ := strconv.Atoi(c.value)
	if u.value == "week" {
		n *= 7
	}
	switch l, _ := r.cue(i+2, lexicon.TimeLater); l.word {
	case "later":
	case "earlier":
		n = -n
	case "ago":
		return when{isRel: true, rel: -n, hi: i + 3}, true
	default:
		return when{}, false
	}
	return when{isShift: true, shift: n, hi: i + 3}, true
}

// bareYear reads "in 2019".
func (r *reading) bareYear(i, _ int) (when, bool) {
	if y := yearNumber(r.toks[i].low); y > 0 && i > 0 && r.toks[i-1].low == "in" {
		return when{year: y, hi: i + 1}, true
	}
	return when{}, false
}
