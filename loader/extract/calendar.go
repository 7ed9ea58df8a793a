package extract

import (
	"fmt"
	"strconv"
	"time"
)

// calendar resolves time expressions of one document.
type calendar struct {
	pub    time.Time // zero when unknown
	year   int       // the year to assume without a publication date, 0 for none
	anchor time.Time // the day last told
	ctx    int       // the year last told
}

const isoDay = "2006-01-02"

// resolve turns an expression into Meeting.Date's form, "" when it can't be
// fixed. future says that the event lies ahead of publication.
func (c *calendar) resolve(w when, future bool) string {
	switch {
	case w.day > 0:
		return c.fixDay(w, future)
	case w.month > 0:
		return c.fixMonth(w, future)
	case w.year > 0:
		c.ctx = w.year
		return strconv.Itoa(w.year)
	case w.isShift:
		if c.anchor.IsZero() {
			return ""
		}
		return c.told(c.anchor.AddDate(0, 0, w.shift))
	case c.pub.IsZero():
		return ""
	case w.isRel:
		return c.told(c.pub.AddDate(0, 0, w.rel))
	case w.weekday > 0:
		return c.told(c.fixWeekday(w, future))
	}
	return c.fixUnit(w)
}

// told remembers a day as the anchor of "a day later" and writes it.
func (c *calendar) told(t time.Time) string {
	c.anchor, c.ctx = t, t.Year()
	return t.Format(isoDay)
}

// yearOf picks the year of a day or month told without one.
func (c *calendar) yearOf(w when, future bool) int {
	switch {
	case w.year > 0:
		return w.year
	case w.sameYear && c.ctx > 0:
		return c.ctx
	case c.pub.IsZero():
		return c.year
	}
	y := c.pub.Year()
	day := max(w.day, 1)
	t := time.Date(y, time.Month(w.month), day, 0, 0, 0, 0, time.UTC)
	const halfYear = 183 * 24 * time.Hour
	switch d := t.Sub(c.pub); {
	case future && d < -halfYear/2:
		y++
	case !future && w.day == 0 && w.month > int(c.pub.Month()):
		y--
	case !future && d > halfYear/12:
		y--
	}
	return y
}

// fixDay resolves a day, or a range of days, of a month.
func (c *calendar) fixDay(w when, future bool) string {
	y := c.yearOf(w, future)
	if y == 0 {
		return ""
	}
	first := time.Date(y, time.Month(w.month), w.day, 0, 0, 0, 0, time.UTC)
	if first.Day() != w.day {
		return "" // no such day
	}
	s := c.told(first)
	if w.endDay > 0 {
		s += "/" + time.Date(y, time.Month(w.endMonth), w.endDay, 0, 0, 0, 0, time.UTC).Format(isoDay)
	}
	return s
}

// fixMonth resolves a month.
func (c *calendar) fixMonth(w when, future bool) string {
	y := c.yearOf(w, future)
	if w.step < 0 && !c.pub.IsZero() && y == c.pub.Year() && w.month >= int(c.pub.Month()) {
		y--
	}
	if y == 0 {
		return ""
	}
	c.ctx = y
	return fmt.Sprintf("%04d-%02d", y, w.month)
}

// fixWeekday is the nearest such day in the direction of the tense.
func (c *calendar) fixWeekday(w when, future bool) time.Time {
	have := (int(c.pub.Weekday())+6)%7 + 1
	d := w.weekday - have
	switch {
	case w.unit == "weekday" && w.step > 0:
		if d <= 0 {
			d += 7
		}
	case w.unit == "weekday" && w.step < 0 && d == 0:
		d = -7
	case future && d < 0:
		d += 7
	case !future && d > 0:
		d -= 7
	}
	return c.pub.AddDate(0, 0, d)
}

// fixUnit resolves "this month", "last year", "this weekend"; a week has no
// day and stays open.
func (c *calendar) fixUnit(w when) string {
	switch w.unit {
	case "month":
		first := time.Date(c.pub.Year(), c.pub.Month(), 1, 0, 0, 0, 0, time.UTC)
		return first.AddDate(0, w.step, 0).Format("2006-01")
	case "year":
		return strconv.Itoa(c.pub.Year() + w.step)
	case "weekend":
		have := (int(c.pub.Weekday())+6)%7 + 1
		sat := c.pub.AddDate(0, 0, 6-have+7*w.step)
		return sat.Format(isoDay) + "/" + sat.AddDate(0, 0, 1).Format(isoDay)
	}
	return ""
}
