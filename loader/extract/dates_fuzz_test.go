package extract

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parley/loader/lexicon"
)

// FuzzDates reads the expressions of time of any text and resolves each in
// every tense: an expression lies within its sentence, none overlaps another,
// and what it resolves to is a date or nothing.
func FuzzDates(f *testing.F) {
	for _, s := range []string{
		"They met on 5 April 2022, from May 3 to 7, last Tuesday and two days later.",
		"On 31 February, 29 February 2023 and 0 May 0000 nothing was.",
		"Between 30 December and 2 January; 12/31/1999, 2/12/2025, 2025-02-30.",
		"the same day, that year, next month, this weekend, early in May, the 3rd, Friday-Sunday",
		"99 years ago; 9999999 days later; a thousand weeks earlier; in 2099; 1899.",
	} {
		for _, published := range []string{"2025-06-05", "2024-02-29", "0001-01-01", "9999-12-31", ""} {
			f.Add(s, published)
		}
	}
	f.Fuzz(func(t *testing.T, text, published string) {
		if !utf8.ValidString(text) {
			t.Skip("documents are decoded before they are extracted")
		}
		r := newReading(Document{ID: "fuzz", Published: published, Text: text}, lexicon.Default())
		r.tokenise()
		r.annotate()
		r.lookUp()
		r.findActors()
		r.findTime()
		r.divideClauses()
		r.threadTime()
		for s := range r.sents {
			checkDates(t, r, s)
		}
	})
}

// checkDates checks the expressions of one sentence.
func checkDates(t *testing.T, r *reading, s int) {
	end := r.sents[s].lo
	for k := range r.dates[s] {
		w := &r.dates[s][k]
		if w.lo < end || w.hi <= w.lo || w.hi > r.sents[s].hi || w.sent != s {
			t.Errorf("tokens [%d, %d) in the sentence [%d, %d), after %d", w.lo, w.hi, r.sents[s].lo, r.sents[s].hi, end)
		}
		end = w.hi
		for _, tense := range []tense{past, future, either} {
			if d := r.cal.resolve(w, tense); !wellFormed(d) {
				t.Errorf("%q of %q is resolved to %q", r.words(w.lo, w.hi), r.doc.Published, d)
			}
		}
	}
}

// wellFormed reports a date in the form of Meeting.Date, of days and months
// that exist, the end not before the start.
func wellFormed(date string) bool {
	if date == "" {
		return true
	}
	from, to, ranged := strings.Cut(date, "/")
	a, ok := parsed(from)
	if !ranged || !ok {
		return ok
	}
	b, ok := parsed(to)
	return ok && len(from) == len(to) && !b.Before(a)
}

func parsed(date string) (time.Time, bool) {
	for _, form := range []string{isoDay, isoMonth, "2006"} {
		if t, err := time.Parse(form, date); err == nil && len(date) == len(form) {
			return t, true
		}
	}
	return time.Time{}, false
}
