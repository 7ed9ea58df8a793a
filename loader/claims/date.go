package claims

import (
	"strings"
	"time"

	"parley/loader/extract"
)

// layouts are the forms of a single date, by their length.
var layouts = map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}

// wellFormed reports a date or a range of days that exists.
func wellFormed(date string) bool {
	first, last, ranged := strings.Cut(date, "/")
	if !exists(first) {
		return false
	}
	return !ranged || len(first) == 10 && len(last) == 10 && exists(last) && first < last
}

func exists(date string) bool {
	_, err := time.Parse(layouts[len(date)], date)
	return err == nil
}

// possible reports a date that exists and, of a meeting held, was not to come
// when the document was published.
func (g *ground) possible(date, status string) bool {
	pub := g.doc.Published
	return wellFormed(date) && (pub == "" || status != "held" || date[:min(len(date), len(pub))] <= pub)
}

// lent are the dates of the meetings that the rules found in one of the
// passages.
func (g *ground) lent(passages []extract.Span) []string {
	var out []string
	for _, m := range g.survey.Extraction().Meetings {
		if m.Date != "" && overlap(m.Evidence, passages) {
			out = append(out, m.Date)
		}
	}
	return out
}

// tells reports that a date is among those told. What is told may be more
// precise; both ends of a range may be told apart.
func tells(told []string, date string) bool {
	if anyWithin(told, date) {
		return true
	}
	first, last, ranged := strings.Cut(date, "/")
	return ranged && anyWithin(told, first) && anyWithin(told, last)
}

// anyWithin reports that one of the dates told is the date, or a day of the
// month or a month of the year that it is.
func anyWithin(told []string, date string) bool {
	for _, t := range told {
		first, last, ranged := strings.Cut(t, "/")
		if t == date || within(first, date) && (!ranged || within(last, date)) {
			return true
		}
	}
	return false
}

func within(told, date string) bool {
	return told == date || strings.HasPrefix(told, date+"-")
}

// overlap reports that two lists of spans share a byte.
func overlap(a, b []extract.Span) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Start < y.End && y.Start < x.End {
				return true
			}
		}
	}
	return false
}
