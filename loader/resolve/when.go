package resolve

// nearDays is how far two days may be apart that mean the same one: a mistake,
// another time zone, or a paper that counts from its own day.
const nearDays = 2

// compareDates scores when. A day or two off is a near miss where the place is
// the same and it is no call, of which there may be one every day.
func compareDates(a, b *facts, samePlace bool) mark {
	switch {
	case a.dated && b.dated:
		return compareDays(a, b, samePlace)
	case !a.known || !b.known:
		if a.known != b.known {
			return mark{never, "one of them can't be dated at all"}
		}
		return mark{0, ""}
	case !a.when.overlaps(b.when):
		return mark{never, "published too far from each other"}
	case a.dated:
		return nearness(a, b)
	case b.dated:
		return nearness(b, a)
	}
	apart := a.published - b.published
	return mark{1 - abs(apart)/15, "no date, but published close to each other"}
}

// compareDays scores two dates.
func compareDays(a, b *facts, samePlace bool) mark {
	x, y := a.when, b.when
	switch {
	case x == y && a.precise():
		return mark{3, "the same day"}
	case x.overlaps(y) && a.precise() && b.precise():
		return mark{2, "the days overlap"}
	case x == y, x.contains(y), y.contains(x):
		if max(x.days(), y.days()) > 31 {
			return mark{0.5 - foresight(a, b), "the dates agree, one names no month"}
		}
		return mark{1.5, "the dates agree, one names no day"}
	case x.overlaps(y):
		return mark{0.5, "the dates overlap"}
	case a.precise() && b.precise() && x.gap(y) <= nearDays && samePlace && a.Kind != call && b.Kind != call && !replaces(a, b) && !replaces(b, a):
		return mark{-1.5 * float64(x.gap(y)), "the days are near"}
	}
	return mark{never, "different days"}
}

// foresight is what a plan for a long time loses by the days from when it was
// told to what it is compared with: the next meeting may be another.
func foresight(a, b *facts) float64 {
	if a.when.days() < b.when.days() {
		a, b = b, a
	}
	if !a.ahead() || a.published == 0 {
		return 0
	}
	return abs(max(b.when.first-a.published, 0)) / 30
}

// nearness scores a date against the day on which something without a date was
// published: news are mostly of what is near.
func nearness(dated, other *facts) mark {
	d := other.published - dated.when.first
	if other.ahead() || other.off() && d < 0 {
		d = -d
	}
	if !dated.precise() {
		return mark{0.5 - abs(dated.published-other.published)/15, "the dates agree, one is none"}
	}
	return mark{1.5 - abs(max(d, 0))/10, "no date, but published close to that day"}
}

func abs(d day) float64 { return float64(max(d, -d)) }

// compareFollows scores what the documents say came before and after.
func compareFollows(a, b *facts) mark {
	for _, p := range [][2]*facts{{a, b}, {b, a}} {
		x, y := p[0], p[1]
		if x.dated || !y.dated {
			continue
		}
		if x.After != "" && y.when.last < toDay(first(x.After)) || x.Before != "" && y.when.first > toDay(last(x.Before)) {
			return mark{never, "one follows what came after the other"}
		}
	}
	return mark{}
}

// replaceDays is how long after a meeting that was called off another may be
// that takes its place.
const replaceDays = 45

// replaces reports whether a report tells of what took the place of a meeting
// that another says was cancelled or postponed: the same company later, told
// no earlier.
func replaces(s, off *facts) bool {
	if !off.off() || s.off() || s.Status == "denied" || s.Status == "proposed" || !s.core || !off.known {
		return false
	}
	from := off.published
	if off.dated {
		from = off.when.last
	}
	if s.when.first <= from || s.when.first > from+replaceDays || s.published != 0 && s.published < off.published {
		return false
	}
	c := meet(s, off)
	return c.enough(s, off) && c.torn == nobody && min(c.sidesA, c.sidesB) == 0 && max(c.strangersA, c.strangersB) == 0 &&
		compareKinds(s.Kind, off.Kind).score >= 0 && c.people(s, off).score+c.parties().score >= enough
}
