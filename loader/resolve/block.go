package resolve

import (
	"slices"
	"time"
)

// wide is from how many people, or sides, on a report is blocked by its people
// alone: pairs would grow as the square.
const (
	wide      = 7
	wideSides = 13
)

// Blocks returns the keys under which a report is found, sorted. Two reports
// of which neither finds the other by what it Asks are never one meeting. A
// key says who, in one month ("person:x+person:y|2025-08"): two people; a
// person and another side; two sides. Reports without any known time have keys
// without a month, and meet only each other.
func Blocks(r *Report) []string { return factsOf(r).blocks() }

// Asks returns the keys under which the reports are found that may have to do
// with this one, sorted.
func Asks(r *Report) []string { return factsOf(r).asks() }

// blocks are the keys that a report is kept under.
func (f *facts) blocks() []string {
	switch {
	case len(f.people) == 0:
		return f.keys(f.months(0), f.pairs("b:", f.sides), f.solo())
	case f.wide():
		return f.keys(f.months(0), f.pairs("n:", f.sides), each("x:", f.people))
	}
	return f.keys(f.months(0), f.pairs("n:", f.sides), f.pairs("", f.people), f.across(), each("y:", f.people), f.solo())
}

// asks are the keys that a report looks under. Reports with people look for
// such as share two of them, or one and another side; those without look for
// the same sides.
func (f *facts) asks() []string {
	m := f.months(nearDays)
	switch {
	case len(f.people) == 0:
		return f.keys(m, f.pairs("b:", f.sides), f.pairs("n:", f.sides), f.solo())
	case f.wide():
		return f.keys(m, f.pairs("b:", f.sides), each("x:", f.people), each("y:", f.people))
	}
	return f.keys(m, f.pairs("b:", f.sides), f.pairs("", f.people), f.across(), each("x:", f.people), f.solo())
}

func (f *facts) wide() bool { return len(f.people) >= wide || len(f.sides) >= wide }

// pairs are the unordered pairs of a list.
func (f *facts) pairs(prefix string, list []id) []string {
	if len(list) > wideSides {
		list = list[:wideSides]
	}
	var out []string
	for i, a := range list {
		for _, b := range list[i+1:] {
			out = append(out, prefix+a.Value()+"+"+b.Value())
		}
	}
	return out
}

// across are the pairs of a person and a side that is not that person's.
func (f *facts) across() []string {
	var out []string
	for i, p := range f.people {
		for _, s := range f.sides {
			if s != f.acts[i] {
				out = append(out, p.Value()+"&"+s.Value())
			}
		}
	}
	return out
}

// solo is the only one named, where there are no two.
func (f *facts) solo() []string {
	switch {
	case len(f.people) == 1 && len(f.sides) < 2:
		return each("s:", f.people)
	case len(f.people) == 0 && len(f.sides) == 1:
		return each("s:", f.sides)
	}
	return nil
}

func each(prefix string, list []id) []string {
	var out []string
	for _, x := range list {
		out = append(out, prefix+x.Value())
	}
	return out
}

// keys says who in which month.
func (f *facts) keys(months []string, who ...[]string) []string {
	var out []string
	for _, list := range who {
		for _, w := range list {
			for _, m := range months {
				out = append(out, w+"|"+m)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// months returns the months in which the meeting may have been, YYYY-MM, with
// some days around; one empty string when nothing tells. What was called off
// is also in the months in which something may take its place.
func (f *facts) months(around day) []string {
	if !f.known {
		return []string{""}
	}
	from, to := f.when.first-around, f.when.last+around
	if f.off() && f.dated {
		to += replaceDays
	}
	t := time.Unix(int64(from)*24*60*60, 0).UTC()
	var out []string
	for m := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC); toDay(m) <= to; m = m.AddDate(0, 1, 0) {
		out = append(out, m.Format("2006-01"))
	}
	return out
}
