package extract

import (
	"strconv"
	"strings"

	"parley/loader/lexicon"
)

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
		if u.value == "hour" {
			return when{}, false
		}
		return when{unit: u.value, step: step, hi: j + u.n, bound: r.stretch(i, c)}, true
	}
	if w, ok := r.weekdayAt(j, hi); ok && w.weekday > 0 {
		w.step, w.unit = step, "weekday"
		w.following = c.word == "following" || c.word == "previous" || c.word == "preceding"
		return w, true
	}
	if m := r.monthAt(j, hi); m > 0 {
		w, _ := r.monthDay(j, hi)
		w.step = step
		return w, true
	}
	return when{}, false
}

// stretch reports a length of time rather than a date: "over the last month",
// "in the past week".
func (r *reading) stretch(i int, c cue) bool {
	return c.value != "0" && (c.word == "past" || i > 0 && r.toks[i-1].low == "the" && r.toks[i].sent == r.toks[i-1].sent)
}

// weekdayAt reads "Tuesday", "Monday and Tuesday", and "Friday, 10 April
// 1998" (the date wins).
func (r *reading) weekdayAt(i, hi int) (when, bool) {
	n := r.weekday(i, hi)
	if n == 0 {
		return when{}, false
	}
	j := i + 1
	if j < hi && (r.toks[j].low == "," || r.toks[j].low == "(") {
		j++
	}
	for _, read := range []func(int, int) (when, bool){r.dayMonth, r.monthDay} {
		if w, ok := read(j, hi); ok && w.first.day > 0 {
			return w, true
		}
	}
	w := when{weekday: n, hi: r.partOfDay(i+1, hi)}
	if of, ok := r.stepUnit(w.hi, hi); ok && of.unit == "week" {
		w.unit, w.step, w.hi = "week", of.step, of.hi
		return w, true
	}
	j = r.rangeAt(w.hi, hi)
	if j > 0 && j+1 < hi && r.toks[j].low == "on" {
		return w, true // "on Monday and on Tuesday": two dates
	}
	if end := r.weekday(j, hi); j > 0 && end > 0 && !r.opensDate(j+1, hi) {
		w.endWeekday, w.hi = end, r.partOfDay(j+1, hi)
	}
	return w, true
}

// opensDate reports that a date by number follows a weekday at i: "Thursday,
// Dec. 4".
func (r *reading) opensDate(i, hi int) bool {
	if i < hi && r.toks[i].low == "," {
		i++
	}
	return i < hi && (r.monthAt(i, hi) > 0 || dayNumber(r.toks[i].low) > 0 && r.monthAt(i+1, hi) > 0)
}

// weekday is the day of the week named by token i, 0 for none.
func (r *reading) weekday(i, hi int) int {
	if i >= hi || !r.toks[i].caps {
		return 0
	}
	c, ok := r.cue(i, lexicon.Weekday)
	if !ok {
		return 0
	}
	n, _ := strconv.Atoi(c.value)
	return n
}

// shifted reads "two days later", "a week earlier", "the same day", "the
// following month", and "eleven months ago".
func (r *reading) shifted(i, hi int) (when, bool) {
	if c, ok := r.cue(i, lexicon.TimeSameDay); ok {
		return when{isShift: true, unit: "day", hi: i + c.n}, true
	}
	if c, ok := r.cue(i, lexicon.TimeShift); ok {
		return r.shiftPhrase(i, hi, c)
	}
	n, j := r.count(i, hi)
	if n == 0 || j >= hi {
		return when{}, false
	}
	u, ok := r.cue(j, lexicon.TimeUnit)
	if !ok {
		return when{}, false
	}
	if i > 0 && r.toks[i-1].low == "within" && (u.value == "day" || u.value == "week") {
		if u.value == "week" {
			n *= 7
		}
		return when{unit: "within", isRel: true, rel: n, hi: j + u.n}, true
	}
	if w, ok := r.inLength(i, j+u.n, n, u.value); ok {
		return w, true
	}
	w := when{unit: u.value, shift: n, isShift: true, hi: j + u.n + 1}
	c, ok := r.cue(j+u.n, lexicon.TimeLater)
	switch {
	case !ok || j+u.n >= hi:
		return when{}, false
	case c.value == "-":
		w.shift = -n
	case c.value == "ago":
		w.isShift, w.isRel, w.rel = false, true, -n
	}
	w.ofOther = r.shiftsFrom(c, w.hi, hi)
	if w.unit == "hour" || w.unit == "weekend" {
		w.unit, w.shift, w.rel = "day", 0, 0
		return w, !w.ofOther // "an hour before her plane left"
	}
	return w, true
}

// shiftsFrom reports that after "before" or "after", at token i, stands what is
// counted from: "two days after the summit", "a day before he left".
func (r *reading) shiftsFrom(c cue, i, hi int) bool {
	if c.word != "before" && c.word != "after" || i >= hi || r.toks[i].mark {
		return false
	}
	return r.has(i, i+1, lexicon.Definite) || r.has(i, i+1, lexicon.PronounPoss) || r.covered(r.toks[i].sent, i) || r.isArticle(i) || !r.functionWord(i) && !r.isTime(i)
}

// inLength reads "in ten days", n units of time in tokens [i, end).
func (r *reading) inLength(i, end, n int, unit string) (when, bool) {
	if i == 0 || r.toks[i-1].low != "in" || unit == "hour" || unit == "weekend" {
		return when{}, false
	}
	if r.has(end, end+1, lexicon.TimeLater) || end < len(r.toks) && r.toks[end].low == "of" {
		return when{}, false // "in two days of talks"
	}
	return when{unit: unit, isRel: true, rel: n, ahead: true, hi: end}, true
}

// shiftPhrase reads "the following month", "the day before"; one of the kind
// "the day before the vote" is no date.
func (r *reading) shiftPhrase(i, hi int, c cue) (when, bool) {
	n, unit, _ := strings.Cut(c.value, " ")
	w := when{isShift: true, unit: unit, hi: i + c.n}
	w.shift, _ = strconv.Atoi(n)
	if unit == "weekend" {
		return when{unit: unit, ambiguous: true, hi: w.hi}, true
	}
	if w.hi >= hi || c.word != "before" && c.word != "after" {
		return w, true
	}
	t := r.toks[w.hi]
	return w, t.mark || !t.caps && r.functionWord(w.hi) && !r.has(w.hi, w.hi+1, lexicon.Definite)
}

// count reads a number in words or figures at token i, and where it ends.
func (r *reading) count(i, hi int) (n, end int) {
	if c, ok := r.cue(i, lexicon.Number); ok && i+c.n < hi {
		n, _ = strconv.Atoi(c.value)
		return n, i + c.n
	}
	if r.toks[i].num {
		if n, err := strconv.Atoi(r.toks[i].low); err == nil && n > 0 && n < 100 {
			return n, i + 1
		}
	}
	return 0, i
}
