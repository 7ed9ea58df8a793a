package resolve

import (
	"slices"
	"strconv"
	"strings"
)

// unplaced is how the ID of a place begins that the gazetteer doesn't know.
const unplaced = "place:name-"

// comparePlaces scores where. Another city of the same country is a near miss.
func comparePlaces(a, b *facts) mark {
	p, q := a.Place, b.Place
	switch {
	case p == nil || q == nil:
		return compareVenues(a, b)
	case p.ID == q.ID && len(p.Within) <= 1:
		return mark{1, "the same country"}
	case p.ID == q.ID:
		m := compareVenues(a, b)
		return mark{2.5 + m.score, either("the same place", m.why)}
	case slices.Contains(p.Within, q.ID) || slices.Contains(q.Within, p.ID):
		return mark{1, "one place lies in the other"}
	case strings.HasPrefix(p.ID, unplaced) || strings.HasPrefix(q.ID, unplaced):
		return mark{-2, "one place isn't known"}
	}
	switch shared(p.Within, q.Within) {
	case 0, 1:
		return mark{never, "different places"}
	}
	return nearPlaces(p, q)
}

// nearPlaces scores two places in one country, or one region of it.
func nearPlaces(p, q *Place) mark {
	for _, id := range p.Within {
		if slices.Contains(q.Within, id) {
			if strings.HasPrefix(id, "place:region-") || strings.HasPrefix(id, "place:geonames-") {
				return mark{-1, "two places in one region"}
			}
			if strings.HasPrefix(id, "country:") || strings.HasPrefix(id, "place:country-") {
				return mark{-2.5, "two places in one country"}
			}
		}
	}
	return mark{never, "different places"}
}

// compareVenues scores the buildings, by their names.
func compareVenues(a, b *facts) mark {
	if a.Venue == "" || b.Venue == "" {
		return mark{}
	}
	if sameVenue(a.venue, b.venue) {
		return mark{1, "the same venue"}
	}
	return mark{-0.5, "different venues"}
}

// sameVenue reports whether one name of a building, by its content words, is
// the other, or says more.
func sameVenue(a, b []string) bool { return covers(a, b) || covers(b, a) }

// covers reports whether all of b is in a.
func covers(a, b []string) bool {
	return len(b) > 0 && !slices.ContainsFunc(b, func(w string) bool { return !slices.Contains(a, w) })
}

func number(n int) string { return strconv.Itoa(n) }

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
