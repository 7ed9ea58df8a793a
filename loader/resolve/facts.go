package resolve

import (
	"cmp"
	"slices"
	"time"
	"unique"

	"parley/fold"
)

// day counts days since 1970.
type day int32

// span is an interval of days, both ends included.
type span struct{ first, last day }

func (a span) overlaps(b span) bool { return a.first <= b.last && b.first <= a.last }
func (a span) contains(b span) bool { return a.first <= b.first && b.last <= a.last }
func (a span) days() int            { return int(a.last-a.first) + 1 }

// gap is how many days lie between two spans, 0 where they touch or overlap.
func (a span) gap(b span) int { return int(max(a.first-b.last, b.first-a.last, 0)) }

// toDay returns the day of a time.
func toDay(t time.Time) day { return day(t.Unix() / (24 * 60 * 60)) }

// preciseDays is how long a meeting of known dates lasts at most; what is
// longer is a time in which it was.
const preciseDays = 15

// facts is a report as comparisons need it.
type facts struct {
	*Report
	// people and sides are the IDs of who takes part, sorted; acts is the side
	// of each of the people, nobody if unknown, and short what they are called.
	people, sides, acts []id
	short               []string
	// when are the days that the date may mean; without a date, those that
	// publication and status allow. dated tells which; known is false where
	// neither is there.
	when         span
	dated, known bool
	// told are the days of the date as it stands.
	told span
	// venue are the content words of the building's name.
	venue []string
	// published is the day of publication, 0 if unknown.
	published day
	// core reports say enough to be told from others by themselves; the others
	// are thin.
	core bool
	// bound reports are those that an analyst said are one with another.
	bound bool
}

// factsOf reads a report.
func factsOf(r *Report) *facts {
	f := &facts{Report: r, sides: ids(r.sides())}
	f.readPeople()
	if r.Venue != "" {
		f.venue = stems(r.Venue)
	}
	if r.Published != "" {
		f.published = toDay(first(r.Published))
	}
	f.setWhen()
	f.core = f.precise() && (len(f.people) > 1 || len(f.sides) > 1 && (len(f.people) == 1 || r.Place != nil))
	return f
}

// id is an ID that is quick to compare.
type id = unique.Handle[string]

// nobody is the side of those of whom none is known.
var nobody = unique.Make("")

// ids are IDs in order.
func ids(list []string) []id {
	slices.Sort(list)
	out := make([]id, len(list))
	for i, s := range list {
		out[i] = unique.Make(s)
	}
	return out
}

// readPeople reads who takes part, in order of their IDs.
func (f *facts) readPeople() {
	people := slices.DeleteFunc(slices.Clone(f.Actors), func(a Actor) bool { return !a.Person })
	slices.SortFunc(people, func(a, b Actor) int { return cmp.Compare(a.ID, b.ID) })
	for _, a := range people {
		f.people = append(f.people, unique.Make(a.ID))
		f.acts = append(f.acts, unique.Make(a.Side))
		f.short = append(f.short, fold.Name(a.Short))
	}
}

// setWhen reads the date. What took place did so before it was published, and
// what is ahead will after: of a month, only that part counts.
func (f *facts) setWhen() {
	switch f.when, f.dated = interval(f.Report); {
	case f.dated:
		f.known, f.told = true, f.when
		if f.published == 0 || f.precise() {
			return
		}
		clipped := f.when
		if f.ahead() {
			clipped.first = max(clipped.first, f.published-daysLoose)
		} else if !f.off() {
			clipped.last = min(clipped.last, f.published+daysLoose)
		}
		if clipped.first <= clipped.last {
			f.when = clipped
		}
	case f.published != 0:
		f.when, f.known = window(f.Status, f.published), true
	}
}

// precise reports whether the meeting's days are known.
func (f *facts) precise() bool {
	return f.dated && f.when.days() <= preciseDays && len(f.Start) == len(time.DateOnly)
}

// off reports whether the report says that the meeting was not to be.
func (f *facts) off() bool { return f.Status == "cancelled" || f.Status == "postponed" }

// ahead reports whether the report looks ahead to the meeting.
func (f *facts) ahead() bool { return f.Status == "scheduled" || f.Status == "proposed" }

// How far, in days, a meeting without a date may be from the day on which the
// report of it was published, by whether it looks back or ahead. What was
// called off looks ahead, and a little back.
const (
	daysBack  = 60
	daysAhead = 90
	daysLate  = 7 // a cancellation told afterwards
	daysLoose = 1 // time zones, and papers that are dated a day late
)

// window returns the days on which a meeting without a date may have been.
func window(status string, published day) span {
	switch status {
	case "scheduled", "proposed":
		return span{published - daysLoose, published + daysAhead}
	case "cancelled", "postponed":
		return span{published - daysLate, published + daysAhead}
	}
	return span{published - daysBack, published + daysLoose}
}

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
	return span{toDay(first(r.Start)), toDay(last(end))}, true
}

// first returns the first day of a partial ISO date, the zero time for none.
func first(date string) time.Time {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if len(layout) != len(date) {
			continue
		}
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
