package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// calendar resolves time expressions of one document.
type calendar struct {
	pub  time.Time // zero when unknown
	year int       // the year to assume without a publication date, 0 for none
}

const (
	isoDay   = "2006-01-02"
	isoMonth = "2006-01"
)

// tense says where an event lies: before publication, after it, or on either
// side (a meeting called off).
type tense int8

const (
	past tense = iota
	future
	either
)

// resolve turns an expression into Meeting.Date's form, "" when it can't be
// fixed.
func (c *calendar) resolve(w *when, t tense) string {
	if d := c.fix(w, t); sensible(d) {
		return d
	}
	return ""
}

// sensible reports a date with a year of four digits, and a range that does
// not end before it begins.
func sensible(d string) bool {
	from, to, ranged := strings.Cut(d, "/")
	return fourDigits(from) && (!ranged || fourDigits(to) && from <= to)
}

// fourDigits reports a year of four digits, with a month and day or without.
func fourDigits(d string) bool { return len(d) == 4 || len(d) > 4 && d[4] == '-' && d[0] != '-' }

// fix is resolve, of which the year may have any length.
func (c *calendar) fix(w *when, t tense) string {
	switch {
	case w.first.day > 0 && w.first.month == 0:
		return c.fixBareDay(w, t)
	case w.first.month > 0:
		return c.fixNumbered(w, t)
	case w.first.year > 0:
		return strconv.Itoa(w.first.year)
	case w.isShift:
		return fixShift(w, t)
	case w.nth > 0:
		return w.before.nthDay(w.nth)
	case w.ahead && t != future:
		return "" // "in two days he saw five ministers"
	case w.weekday > 0 && w.following:
		return fixFollowing(w, t)
	case c.pub.IsZero():
		return ""
	case w.isRel:
		return shiftBy(c.pub, w.rel, w.unit)
	case w.weekday > 0:
		return c.fixWeekday(w, t)
	}
	return c.fixUnit(w, t)
}

// start is the first day of a resolved date; false for one of less precision.
func start(date string) (time.Time, bool) {
	if len(date) < len(isoDay) {
		return time.Time{}, false
	}
	d, err := time.Parse(isoDay, date[:len(isoDay)])
	return d, err == nil
}

// yearOf picks the year of a day or month told without one.
func (c *calendar) yearOf(w *when, t tense) int {
	switch {
	case w.first.year > 0:
		return w.first.year
	case w.sameYear && w.before.year > 0:
		return w.before.year
	case w.hasYear && !c.pub.IsZero():
		return c.pub.Year() + w.yearStep
	case c.pub.IsZero():
		return c.year
	}
	if t == past && w.before.then > 0 {
		return w.before.then
	}
	y := c.pub.Year()
	d := date(y, w.first.month, max(w.first.day, 1)).Sub(c.pub)
	const halfYear = 183 * 24 * time.Hour
	switch {
	case t == future && d < -halfYear/2:
		y++
	case t == either && d < -halfYear*3/2:
		y++ // "on 2 January", told in December
	case t == either && d > halfYear*2/3:
		y-- // what fell through on 15 December, told in June
	case t == past && w.first.day == 0 && w.first.month > int(c.pub.Month()):
		y--
	case t == past && d > halfYear/12:
		y--
	}
	return y
}

// date is a day of the calendar.
func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// fixNumbered resolves a day, a month, or a range of either.
func (c *calendar) fixNumbered(w *when, t tense) string {
	if w.ambiguous {
		w = c.likelier(w)
	}
	y := c.yearOf(w, t)
	if w.step < 0 && !c.pub.IsZero() && y == c.pub.Year() && w.first.month >= int(c.pub.Month()) {
		y-- // "last June"
	}
	if y == 0 {
		return ""
	}
	s := write(y, w.first)
	if s == "" || w.last.month == 0 {
		return s
	}
	if w.last.year > 0 {
		y = w.last.year
	} else if w.last.month < w.first.month {
		y++
	}
	if end := write(y, w.last); end > s {
		s += "/" + end
	}
	return s
}

// write is a day or a month in ISO form, "" for a day that does not exist.
func write(y int, d day) string {
	if d.day == 0 {
		return fmt.Sprintf("%04d-%02d", y, d.month)
	}
	t := date(y, d.month, d.day)
	if t.Day() != d.day {
		return ""
	}
	return t.Format(isoDay)
}

// likelier turns 2/12 into 12/2 where that lies nearer to publication.
func (c *calendar) likelier(w *when) *when {
	if c.pub.IsZero() {
		return w
	}
	o := *w
	o.first.month, o.first.day = w.first.day, w.first.month
	off := func(d day) time.Duration { return date(d.year, d.month, d.day).Sub(c.pub).Abs() }
	if off(o.first) < off(w.first) {
		return &o
	}
	return w
}

// fixBareDay resolves "the 15th": the nearest one in the direction of the
// tense.
func (c *calendar) fixBareDay(w *when, t tense) string {
	if w.sameMonth {
		return w.before.dayOfMonth(w.first.day)
	}
	if w.unit == "month" && !c.pub.IsZero() {
		m := date(c.pub.Year(), int(c.pub.Month())+w.step, 1)
		return write(m.Year(), day{month: int(m.Month()), day: w.first.day})
	}
	if c.pub.IsZero() {
		return ""
	}
	y, m := c.pub.Year(), int(c.pub.Month())
	switch {
	case t == future && w.first.day < c.pub.Day():
		m++
	case t == past && w.first.day > c.pub.Day():
		m--
	}
	first := date(y, m, 1)
	return write(first.Year(), day{month: int(first.Month()), day: w.first.day})
}

// fixWeekday is the nearest such day in the direction of the tense, or the
// range that starts with it.
func (c *calendar) fixWeekday(w *when, t tense) string {
	d := c.pub.AddDate(0, 0, c.daysTo(w, t))
	s := d.Format(isoDay)
	if w.endWeekday > 0 {
		s += "/" + d.AddDate(0, 0, (w.endWeekday-w.weekday+7)%7).Format(isoDay)
	}
	return s
}

// daysTo counts the days from publication to a weekday.
func (c *calendar) daysTo(w *when, t tense) int {
	d := w.weekday - weekdayOf(c.pub)
	back := d
	if back > 0 {
		back -= 7
	}
	ahead := d
	if ahead < 0 {
		ahead += 7
	}
	switch {
	case w.unit == "week":
		return d + 7*w.step // "Friday next week"
	case w.unit == "weekday" && w.step > 0:
		if ahead == 0 || ahead <= 3 && d > 0 {
			return ahead + 7 // "next Wednesday", told on a Monday
		}
		return ahead
	case w.unit == "weekday" && w.step < 0:
		if back > -3 && d <= 0 {
			return back - 7 // "last Monday", told on a Wednesday
		}
		return back
	case t == future || t == either && ahead <= -back:
		return ahead
	}
	return back
}

// weekdayOf is 1 for Monday to 7 for Sunday.
func weekdayOf(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// shiftBy counts n units from a day and writes the date as precisely as such
// a count tells it: one week later is a day, three weeks later at most a month.
func shiftBy(from time.Time, n int, unit string) string {
	switch unit {
	case "week":
		d := from.AddDate(0, 0, 7*n)
		if n*n <= 1 {
			return d.Format(isoDay)
		}
		return sameMonth(d.AddDate(0, 0, -3), d.AddDate(0, 0, 3))
	case "within":
		return sameMonth(from, from.AddDate(0, 0, n))
	case "month":
		return date(from.Year(), int(from.Month())+n, 1).Format(isoMonth)
	case "year":
		return strconv.Itoa(from.Year() + n)
	}
	return from.AddDate(0, 0, n).Format(isoDay)
}

// sameMonth is the month of a stretch of days, "" where it has two.
func sameMonth(first, last time.Time) string {
	if first.Month() != last.Month() {
		return ""
	}
	return first.Format(isoMonth)
}

// fixUnit resolves "this month", "last year", "this weekend"; a week only
// where its days lie in one month.
func (c *calendar) fixUnit(w *when, t tense) string {
	monday := c.pub.AddDate(0, 0, 1-weekdayOf(c.pub)+7*w.step)
	switch w.unit {
	case "month":
		return date(c.pub.Year(), int(c.pub.Month())+w.step, 1).Format(isoMonth)
	case "year":
		return strconv.Itoa(c.pub.Year() + w.step)
	case "weekend":
		sat := monday.AddDate(0, 0, 5)
		if t == past && w.step == 0 && sat.After(c.pub) && (w.ambiguous || weekdayOf(c.pub) < 3) {
			sat = sat.AddDate(0, 0, -7)
		}
		return sat.Format(isoDay) + "/" + sat.AddDate(0, 0, 1).Format(isoDay)
	case "week":
		first, last := monday, monday.AddDate(0, 0, 6)
		switch {
		case w.step == 0 && t == past:
			last = c.pub
		case w.step == 0 && t == future:
			first = c.pub
		}
		return sameMonth(first, last)
	}
	return ""
}
