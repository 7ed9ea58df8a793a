package resolve

import "slices"

// call is the kind of meeting that has no place; it is never one with another.
const call = "call"

// Likeness returns how alike two reports are: 0 when they can't be one
// meeting, else more the more they have in common. It is symmetric. Two
// reports are told apart by a contradiction: one document tells them apart;
// one is a call; their dates or places can't both be right; one side is
// represented by different people. Without contradiction they still need
// enough in common (see common).
func Likeness(a, b *Report) float64 {
	if a.Document == b.Document || (a.Kind == call) != (b.Kind == call) || apart(a, b) {
		return 0
	}
	when, ok := dates(a, b)
	if !ok {
		return 0
	}
	where, ok := places(a.Place, b.Place)
	if !ok {
		return 0
	}
	who := common(a, b, where > 0, when > 1)
	if who == 0 {
		return 0
	}
	kind := 0.0
	if a.Kind == b.Kind {
		kind = 0.5
	}
	return who + when + where + kind
}

// dates compares when: 3 for the same day or range, 2 where one is more
// precise than the other, 1 where one or both are unknown but the time of
// publication allows it. Not ok: they exclude each other.
func dates(a, b *Report) (float64, bool) {
	x, okX := interval(a)
	y, okY := interval(b)
	switch {
	case okX && okY && a.date() == b.date():
		return 3, true
	case okX && okY:
		return 2, x.overlaps(y)
	}
	return 1, slices.ContainsFunc(months(a), func(m string) bool { return slices.Contains(months(b), m) })
}

// places compares where: 2 for the same, 1 where one lies in the other, 0
// where one is unknown. Not ok: they exclude each other.
func places(a, b *Place) (float64, bool) {
	switch {
	case a == nil || b == nil:
		return 0, true
	case a.ID == b.ID:
		return 2, true
	case slices.Contains(a.Within, b.ID) || slices.Contains(b.Within, a.ID):
		return 1, true
	}
	return 0, false
}

// apart reports whether some side is represented in both, and by nobody who is
// in both.
func apart(a, b *Report) bool {
	for _, side := range a.sides() {
		x, y := delegates(a, side), delegates(b, side)
		if len(x) > 0 && len(y) > 0 && shared(x, y) == 0 {
			return true
		}
	}
	return false
}

// delegates returns the people who act for a side.
func delegates(r *Report, side string) []string {
	var out []string
	for _, a := range r.Actors {
		if a.Person && a.Side == side {
			out = append(out, a.ID)
		}
	}
	return out
}

// common compares who: 0 when too little is shared to speak of one meeting. It
// takes two shared people; or one, where one of the reports names nobody else
// or shares the place; or two shared sides and the day or the place, where one
// of the reports names nobody.
func common(a, b *Report, samePlace, sameTime bool) float64 {
	p, q := a.people(), b.people()
	people := float64(shared(p, q))
	sides := float64(shared(a.sides(), b.sides()))
	alone := min(len(p), len(q)) <= 1
	enough := people >= 2 ||
		people == 1 && (samePlace || alone && sides >= 2 && sameTime) ||
		min(len(p), len(q)) == 0 && sides >= 2 && (samePlace || sameTime)
	if !enough {
		return 0
	}
	return 2*people + sides
}

// shared counts what is in both lists; neither has anything twice.
func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}
