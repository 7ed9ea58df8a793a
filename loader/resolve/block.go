package resolve

import (
	"slices"
	"time"
)

// How far apart in time two accounts of one meeting may be when one of them
// gives no date: from monthsBefore months before that document was published
// (it tells what happened) to monthsAfter months later (it announces).
const (
	monthsBefore = 2
	monthsAfter  = 1
)

// maxSides bounds the pairs of sides that become blocks: beyond it, pairs say
// little and grow as the square.
const maxSides = 6

// Blocks returns the keys of a report, sorted. Two reports that share none are
// never one meeting; those that share one are compared. A key is a person, or
// a pair of sides, in one month ("person:x|2025-08"); reports without any
// known time have keys without a month, and meet only each other.
func Blocks(r *Report) []string {
	var who []string
	who = append(who, r.people()...)
	sides := r.sides()
	slices.Sort(sides)
	if len(sides) <= maxSides {
		for i, a := range sides {
			for _, b := range sides[i+1:] {
				who = append(who, a+"+"+b)
			}
		}
	}
	var out []string
	for _, m := range months(r) {
		for _, w := range who {
			out = append(out, w+"|"+m)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// months returns the months in which the meeting may have been, YYYY-MM; one
// empty string when nothing tells.
func months(r *Report) []string {
	iv, ok := interval(r)
	if !ok {
		if r.Published == "" {
			return []string{""}
		}
		p := first(r.Published)
		begin := time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.UTC)
		iv = span{begin.AddDate(0, -monthsBefore, 0), begin.AddDate(0, monthsAfter+1, -1)}
	}
	var out []string
	for m := time.Date(iv.first.Year(), iv.first.Month(), 1, 0, 0, 0, 0, time.UTC); !m.After(iv.last); m = m.AddDate(0, 1, 0) {
		out = append(out, m.Format("2006-01"))
	}
	return out
}

// span is an interval of days, both ends included.
type span struct{ first, last time.Time }

func (a span) overlaps(b span) bool { return !a.first.After(b.last) && !b.first.After(a.last) }
func (a span) contains(b span) bool { return !a.first.After(b.first) && !b.last.After(a.last) }
func (a span) days() int            { return int(a.last.Sub(a.first).Hours()/24) + 1 }

// interval returns the days that the report's date may mean, and whether it
// has one.
func interval(r *Report) (span, bool) {
	if r.Start == "" {
		return span{}, false
	}
	end := r.End
	if end == "" {
		end = r.Start
	}
	return span{first(r.Start), last(end)}, true
}

// first returns the first day of a partial ISO date, the zero time for none.
func first(date string) time.Time {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, date); err == nil {
			return t
		}
	}
	return time.Time{}
}

// last returns the last day of a partial ISO date.
func last(date string) time.Time {
	t := first(date)
	switch len(date) {
	case len("2006"):
		return t.AddDate(1, 0, -1)
	case len("2006-01"):
		return t.AddDate(0, 1, -1)
	}
	return t
}
