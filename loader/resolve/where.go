package resolve

import (
	"slices"
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
	case p.ID == q.ID && isArea(p.ID):
		return mark{1, "the same country or region"}
	case p.ID == q.ID:
		m, why := compareVenues(a, b), "the same place"
		if m.why != "" {
			why += ", " + m.why
		}
		return mark{2.5 + m.score, why}
	case within(p, q) || within(q, p):
		return mark{1, "one place lies in the other"}
	case strings.HasPrefix(p.ID, unplaced) || strings.HasPrefix(q.ID, unplaced):
		return mark{-2, "one place isn't known"}
	}
	return nearPlaces(p, q)
}

// isArea reports whether a place is a country or a part of one.
func isArea(id string) bool {
	return strings.HasPrefix(id, "place:country-") || strings.HasPrefix(id, "place:region-") || strings.HasPrefix(id, "place:continent-")
}

// nearPlaces scores two places in one country, or one region of it.
func nearPlaces(p, q *Place) mark {
	m := mark{never, "different places"}
	for _, id := range p.Within {
		switch {
		case !slices.Contains(q.Within, id):
		case strings.HasPrefix(id, "place:region-"):
			return mark{-1, "two places in one region"}
		case isVenue(p) && isVenue(q) && !isArea(id) && !strings.HasPrefix(id, "country:"):
			return mark{-0.5, "two buildings in one place"}
		case strings.HasPrefix(id, "country:"):
			m = mark{-2.5, "two places in one country"}
		}
	}
	return m
}

// compareVenues scores the buildings, by their names.
func compareVenues(a, b *facts) mark {
	if a.Venue == "" || b.Venue == "" {
		return mark{}
	}
	if a.sameVenue(b) {
		return mark{1, "the same venue"}
	}
	return mark{-0.5, "different venues"}
}

// sameVenue reports whether two reports mean one building, or one of them a
// part of the other's: as the gazetteer knows them, else by the content words
// of their names.
func (f *facts) sameVenue(o *facts) bool {
	if f.Site != nil && o.Site != nil {
		return f.Site.ID == o.Site.ID || within(f.Site, o.Site) || within(o.Site, f.Site)
	}
	return covers(f.venue, o.venue) || covers(o.venue, f.venue)
}

// within reports whether a place lies in another.
func within(a, b *Place) bool { return slices.Contains(a.Within, b.ID) }

// covers reports whether all of b is in a.
func covers(a, b []string) bool {
	return len(b) > 0 && !slices.ContainsFunc(b, func(w string) bool { return !slices.Contains(a, w) })
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
