package extractor

import (
	"cmp"
	"slices"
	"strings"

	"parley/fold"
	"parley/loader/extract"
)

// telling is a meeting as one reading of a document has it, ready to be
// compared with those of another.
type telling struct {
	*extract.Meeting
	people  []string // folded
	parties []string // states and organisations: the sides, and whom its people act for
}

func tell(m *extract.Meeting) telling {
	t := telling{Meeting: m}
	for _, s := range m.Sides {
		t.parties = append(t.parties, cmp.Or(s.Code, fold.Name(s.Name)))
	}
	for _, p := range m.Participants {
		t.people = append(t.people, fold.Name(p.Name))
		if p.Party != nil {
			t.parties = append(t.parties, cmp.Or(p.Party.Code, fold.Name(p.Party.Name)))
		}
	}
	slices.Sort(t.parties)
	t.parties = slices.Compact(t.parties)
	return t
}

// tellings makes all meetings of a reading ready.
func tellings(ms []extract.Meeting) []telling {
	out := make([]telling, len(ms))
	for i := range ms {
		out[i] = tell(&ms[i])
	}
	return out
}

// alike says how likely it is that two tellings, of two readings, are of one
// meeting: 0 not, else the greater the likelier. They share somebody and a
// passage, or two actors; and nothing tells them apart.
func alike(a, b telling) int {
	people := common(a.people, b.people)
	shared, passages := people+common(a.parties, b.parties), a.passages(b)
	switch {
	case shared == 0 || passages == 0 && (shared < 2 || a.Status != b.Status):
		return 0
	case apart(a.people, b.people) || people < 2 && apart(a.parties, b.parties):
		return 0
	case (a.Kind == "call") != (b.Kind == "call") || !samePlace(a.Place, b.Place) || !sameDate(a.Date, b.Date):
		return 0
	}
	score := 4*min(passages, 2) + 2*shared
	if a.Date != "" && a.Date == b.Date {
		score++
	}
	if a.Status == b.Status {
		score++
	}
	return score
}

// passages counts the sentences of one that the other has too.
func (t telling) passages(o telling) int {
	n := 0
	for _, e := range t.Evidence {
		if slices.ContainsFunc(o.Evidence, func(f extract.Span) bool { return e.Start < f.End && f.Start < e.End }) {
			n++
		}
	}
	return n
}

// common counts what two lists share.
func common(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

// apart reports that each list has somebody whom the other lacks, and that
// they share one at the most: he met the one, then the other.
func apart(a, b []string) bool {
	n := common(a, b)
	return n < 2 && n < len(a) && n < len(b)
}

// samePlace reports that two places may be one: one is unknown, or the one is
// a city and the other a state.
func samePlace(a, b *extract.Place) bool {
	if a == nil || b == nil || a.Code != "" && a.Code == b.Code || fold.Name(a.Name) == fold.Name(b.Name) {
		return true
	}
	return state(a) != state(b)
}

func state(p *extract.Place) bool { return strings.HasPrefix(p.Code, "country:") }

// sameDate reports that two dates may be one: one is unknown, or they share a
// day.
func sameDate(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	aFirst, aLast := bounds(a)
	bFirst, bLast := bounds(b)
	return aFirst <= bLast && bFirst <= aLast
}

// bounds are the first and the last day of a date, as texts that compare like
// days: "2025-06" comes before its days and "2025-06~" after them.
func bounds(date string) (first, last string) {
	first, last, ranged := strings.Cut(date, "/")
	if !ranged {
		last = first
	}
	if len(last) < len("2006-01-02") {
		last += "~"
	}
	return first, last
}
