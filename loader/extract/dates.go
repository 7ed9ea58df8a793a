package extract

import (
	"strconv"
	"strings"

	"parley/loader/lexicon"
)

// when is a time expression in the text, not yet resolved. Zero fields are
// not stated.
type when struct {
	lo, hi, sent int // tokens, and their sentence
	first, last  day // of days or months by number; last only of a range
	weekday      int // 1 Monday … 7 Sunday
	endWeekday   int // of a range of weekdays
	rel          int // days from publication, with isRel
	isRel        bool
	step         int    // last (-1), this (0), next (+1), with unit
	unit         string // day, week, weekend, month, year; weekday
	shift        int    // units from the day last told ("a day later"), with isShift
	isShift      bool   // also "the same day" (0)
	ofOther      bool   // a shift from what is told after it: "two days after the summit"
	ahead        bool   // a length of time that dates only what is to come: "in ten days"
	nth          int    // days from the first of the stretch last told, plus one: "on the second day"
	run          int    // how many days the stretch has that starts (or, below 0, ends) with it
	following    bool   // a weekday counted from the day last told
	sameYear     bool   // "of the same year"
	sameMonth    bool   // "on the 10th of that month"
	yearStep     int    // "June last year", with hasYear
	hasYear      bool
	since        bool // where it starts: "since Thursday"
	bound        bool // only bounded: "after Friday", "until May"
	ambiguous    bool // 2/12/2025: the other order is as likely; "at the weekend": so is the last one

	before thread // what was told before it
}

// day is a day or a month by number; zero fields are not stated.
type day struct{ year, month, day int }

// findDates returns the time expressions of sentence s, in order.
func (r *reading) findDates(s int) []when {
	out := r.dates[s]
	for i := r.sents[s].lo; i < r.sents[s].hi; {
		w, ok := r.dateAt(i, r.sents[s].hi)
		if !ok {
			i++
			continue
		}
		w.lo, w.sent = i, s
		w.hi = r.partOfDay(w.hi, r.sents[s].hi)
		w.bound = w.bound || r.bounded(i, r.sents[s].lo)
		w.since = i > r.sents[s].lo && r.toks[i-1].low == "since"
		if !r.counts(&w) {
			out = append(out, w)
		}
		i = w.hi
	}
	return out
}

// bounded reports a preposition before i that only bounds a date.
func (r *reading) bounded(i, lo int) bool {
	for i > lo && (r.toks[i-1].hyphen || r.toks[i-1].low == "mid" || r.toks[i-1].low == "early" || r.toks[i-1].low == "late") {
		i-- // "by mid-May"
	}
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
	lexicon.TimeSameDay, lexicon.TimeShift, lexicon.Number, lexicon.TimeOrdinal, lexicon.TimeFeast)

// partOfDay passes the part of the day after a date: "Monday night".
func (r *reading) partOfDay(i, hi int) int {
	if i < hi {
		if c, ok := r.cue(i, lexicon.TimePart); ok {
			return i + c.n
		}
	}
	return i
}

// counts reports a stretch of time over which meetings are counted rather
// than a date: "the second meeting this year".
func (r *reading) counts(w *when) bool {
	if w.unit == "" || w.unit == "weekday" || w.step > 0 {
		return false
	}
	return r.has(max(r.sents[w.sent].lo, w.lo-8), w.lo, lexicon.TimeCounted)
}

// dateAt reads the time expression that starts at token i.
func (r *reading) dateAt(i, hi int) (when, bool) {
	if t := r.toks[i]; t.num {
		return r.numberAt(i, hi)
	}
	if !r.classes[i].Meets(&timeOpeners) {
		return when{}, false
	}
	for _, read := range []func(int, int) (when, bool){
		r.monthDay, r.relativeDay, r.shifted, r.stepUnit, r.weekdayAt, r.ordinalDay, r.feast,
	} {
		if w, ok := read(i, hi); ok {
			return w, true
		}
	}
	return when{}, false
}

// numberAt reads the time expression that starts with a number.
func (r *reading) numberAt(i, hi int) (when, bool) {
	for _, read := range []func(int, int) (when, bool){r.dayMonth, r.figures, r.shifted, r.bareYear, r.bareDay} {
		if w, ok := read(i, hi); ok {
			return w, true
		}
	}
	return when{}, false
}

// dayMonth reads "5 April 2022", "5-6 April", "5 to 17 September 1978",
// "30 Nov.-1 Dec.".
func (r *reading) dayMonth(i, hi int) (when, bool) {
	a, b, n := r.days(i, hi)
	if a == 0 {
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
	w := when{first: day{month: m, day: a}, hi: j + 1}
	if b > 0 {
		w.last = day{month: m, day: b}
		return r.withYear(w, hi), true
	}
	w = r.withYear(w, hi)
	if j := r.rangeAt(w.hi, hi); j > 0 && (r.toks[w.hi].low != "and" || r.between(i)) {
		if end, ok := r.dayMonth(j, hi); ok && end.last.day == 0 {
			return w.until(end), true
		}
	}
	return w, true
}

// monthDay reads "April 5, 2022", "March 26-30", "Nov. 30-Dec. 1", "August
// 2025", "March or April of 2005", "June".
func (r *reading) monthDay(i, hi int) (when, bool) {
	m := r.monthAt(i, hi)
	if m == 0 || r.toks[i].low == "may" && !r.toks[i].caps || r.modalMay(i, hi) {
		return when{}, false
	}
	w := when{first: day{month: m}, hi: i + 1}
	a, b, n := r.days(i+1, hi)
	if a > 0 {
		w.first.day, w.hi = a, i+1+n
		if b > 0 {
			w.last = day{month: m, day: b}
		}
	}
	w = r.withYear(w, hi)
	if b > 0 {
		return w, true
	}
	j := r.rangeAt(w.hi, hi)
	if j == 0 && w.first.day == 0 && w.hi+1 < hi && r.toks[w.hi].low == "or" {
		j = w.hi + 1
	}
	if and := j > 0 && r.toks[w.hi].low == "and"; j > 0 && r.monthAt(j, hi) > 0 && (!and || w.first.day+w.first.year == 0 || r.between(i)) {
		if end, ok := r.monthDay(j, hi); ok && end.last.month == 0 && (end.first.day > 0) == (w.first.day > 0) {
			return w.until(end), true
		}
	}
	return w, true
}

// until makes the range that ends with another date; a year told at its end
// is that of its start too.
func (w when) until(end when) when {
	w.last, w.hi = end.first, end.hi
	if w.first.year == 0 && end.first.year > 0 {
		w.first.year = end.first.year
		if w.first.month > end.first.month {
			w.first.year--
		}
	}
	if end.hasYear || end.sameYear {
		w.hasYear, w.yearStep, w.sameYear = end.hasYear, end.yearStep, end.sameYear
	}
	return w
}

// rangeAt is the token after a mark or word of a range at i ("to", "-"), 0
// for none.
func (r *reading) rangeAt(i, hi int) int {
	if i+1 >= hi {
		return 0
	}
	if r.toks[i].hyphen || r.toks[i].text == "–" || r.toks[i].text == "/" {
		return i + 1
	}
	if c, ok := r.cue(i, lexicon.TimeRange); ok && i+c.n < hi {
		return i + c.n
	}
	return 0
}

// between reports "between" before the first date of a range, which an "and"
// joins to its last.
func (r *reading) between(i int) bool { return i > 0 && r.toks[i-1].low == "between" }

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
	if c, ok := r.cue(i, lexicon.Month); ok && (len(r.toks[i].low) > 4 || r.dateLike(i) || r.toks[i].low != "may" && r.possessiveAt(i+1) || r.monthOfMeeting(i, hi)) {
		n, _ := strconv.Atoi(c.value)
		return n
	}
	return 0
}

// monthOfMeeting reports a month between an article or a possessive and a noun
// of meeting: "their June summit".
func (r *reading) monthOfMeeting(i, hi int) bool {
	if i == 0 || i+1 >= hi || !r.has(i+1, i+2, lexicon.MeetNoun) {
		return false
	}
	return r.has(i-1, i, lexicon.PronounPoss) || r.toks[i-1].low == "the" || r.toks[i-1].low == "a"
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
	k := i + 1
	for k+2 < hi && r.toks[k].low == "," && dayNumber(r.toks[k+1].low) > 0 && !r.toks[k+2].caps {
		k += 2 // "28, 29 and 30 May"
	}
	if j := r.rangeAt(k, hi); j > 0 && j < hi {
		if last = dayNumber(r.toks[j].low); last > 0 {
			return first, last, j + 1 - i
		}
	}
	return first, 0, 1
}

// dayNumber reads 1 to 31, with or without an ordinal ending.
func dayNumber(s string) int {
	if isOrdinal(s) {
		s = s[:len(s)-2]
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

// isOrdinal reports a number with an ordinal ending: "2nd".
func isOrdinal(s string) bool {
	return len(s) > 2 && (strings.HasSuffix(s, "st") || strings.HasSuffix(s, "nd") || strings.HasSuffix(s, "rd") || strings.HasSuffix(s, "th"))
}

// withYear reads a year after a day or month: ", 2022", "2022", "of that
// year", "last year".
func (r *reading) withYear(w when, hi int) when {
	j := w.hi
	if j+1 < hi && (r.toks[j].low == "," || r.toks[j].low == "of") && yearNumber(r.toks[j+1].low) > 0 {
		j++
	}
	if j >= hi {
		return w
	}
	if y := yearNumber(r.toks[j].low); y > 0 {
		w.first.year, w.hi = y, j+1
		if w.last.month > 0 {
			w.last.year = y
		}
		return w
	}
	if c, ok := r.cue(j, lexicon.TimeOf); ok {
		w.sameYear, w.hi = true, j+c.n
		return w
	}
	if r.toks[j].low == "of" || r.toks[j].low == "," {
		j++
	}
	if s, ok := r.stepUnit(j, hi); ok && s.unit == "year" {
		w.hasYear, w.yearStep, w.hi = true, s.step, s.hi
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

// bareYear reads "in 2019", "the 2018 summit".
func (r *reading) bareYear(i, hi int) (when, bool) {
	y := yearNumber(r.toks[i].low)
	if y == 0 || i == r.sents[r.toks[i].sent].lo {
		return when{}, false
	}
	w := when{first: day{year: y}, hi: i + 1}
	switch r.toks[i-1].low {
	case "in", "since", "of", "during":
		return w, i+1 >= hi || r.toks[i+1].mark || r.functionWord(i+1) || r.toks[i-1].low == "in"
	case "the":
		for j := i + 1; j < min(i+5, hi) && !r.toks[j].mark; j++ {
			if r.has(j, j+1, lexicon.MeetNoun) {
				return w, true
			}
		}
	}
	return when{}, false
}

// figures reads a date in figures: "2025-12-02", "2/12/2025", "02.12.2025".
func (r *reading) figures(i, hi int) (when, bool) {
	parts, n := strings.Split(r.toks[i].low, "."), 1
	if len(parts) == 1 && i+4 < hi && r.toks[i+1].text == r.toks[i+3].text && (r.toks[i+1].text == "/" || r.toks[i+1].hyphen) {
		parts, n = []string{r.toks[i].low, r.toks[i+2].low, r.toks[i+4].low}, 5
	}
	if len(parts) != 3 {
		return when{}, false
	}
	w := when{hi: i + n}
	if y := yearNumber(parts[0]); y > 0 {
		w.first = day{y, dayNumber(parts[1]), dayNumber(parts[2])}
	} else {
		w.first = day{yearNumber(parts[2]), dayNumber(parts[1]), dayNumber(parts[0])}
		if w.first.month > 12 {
			w.first.month, w.first.day = w.first.day, w.first.month
		}
		w.ambiguous = n > 1 && w.first.day <= 12
	}
	return w, w.first.year > 0 && w.first.month > 0 && w.first.month <= 12 && w.first.day > 0
}
