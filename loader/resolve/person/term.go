package person

import "parley/loader/lexicon"

// held says whether an office was held at a time.
type held int

const (
	heldUnknown held = iota // no date
	heldBefore              // the office came later
	heldAfter               // the office was over
	heldMaybe               // dates are too coarse to tell
	heldThen
)

// at says whether an office was held on a partial date.
func at(o *lexicon.Office, date string) held {
	if date == "" {
		return heldUnknown
	}
	lo, hi := first(date), final(date)
	switch {
	case hi < first(o.From):
		return heldBefore
	case o.To != "" && lo > final(o.To):
		return heldAfter
	case lo < final(o.From) && len(o.From) < len(date) || hi > final(o.To) && o.To != "" || lo < first(o.From) ||
		o.To != "" && hi > first(o.To) && len(o.To) < len(date):
		return heldMaybe
	}
	return heldThen
}

// first and final are the first and the last day of a partial date.
func first(d string) string { return d + "0000-01-01"[min(len(d), 10):] }
func final(d string) string { return d + "9999-12-31"[min(len(d), 10):] }

// yearsBefore is how many years a date lies before another, at most.
func yearsBefore(date, other string) int {
	if len(date) < 4 || len(other) < 4 {
		return 0
	}
	return year(other) - year(date)
}

func year(date string) int {
	n := 0
	for _, c := range date[:4] {
		n = 10*n + int(c-'0')
	}
	return n
}
