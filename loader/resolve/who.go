package resolve

import "strings"

// meeting of two lists of who takes part.
type company struct {
	// both counts the people on both reports; onlyA and onlyB those on one,
	// strangers those of them whose side the other report doesn't have.
	both, onlyA, onlyB, strangersA, strangersB int
	// sides counts the sides on both; sidesA and sidesB those on one.
	sides, sidesA, sidesB int
	// ends counts the different sides that the people on both act for.
	ends int
	// across says that a person is on both with a side not their own.
	across bool
	// torn names a side for which both have people, and none the same.
	torn id
}

// meet counts who is on both.
func meet(a, b *facts) company {
	c := company{torn: nobody}
	var seen [2]id
	for i, p := range a.people {
		j := find(b.people, p)
		if j < 0 {
			c.onlyA++
			if a.acts[i] != nobody && find(b.sides, a.acts[i]) < 0 {
				c.strangersA++
			}
			continue
		}
		c.both++
		if s := a.acts[i]; s == nobody {
			c.ends++
		} else if s != seen[0] && s != seen[1] {
			seen[min(c.ends, 1)] = s
			c.ends++
		}
		c.across = c.across || across(a, b, i, j)
	}
	for j, p := range b.people {
		if find(a.people, p) < 0 {
			c.onlyB++
			if b.acts[j] != nobody && find(a.sides, b.acts[j]) < 0 {
				c.strangersB++
			}
		}
	}
	for _, s := range a.sides {
		if find(b.sides, s) < 0 {
			c.sidesA++
			continue
		}
		c.sides++
		if c.torn == nobody && torn(a, b, s) {
			c.torn = s
		}
	}
	c.sidesB = len(b.sides) - c.sides
	return c
}

// across reports whether person i of a, who is person j of b, is on both with
// a side that isn't theirs on either.
func across(a, b *facts, i, j int) bool {
	for _, s := range a.sides {
		if s != a.acts[i] && s != b.acts[j] && find(b.sides, s) >= 0 {
			return true
		}
	}
	return false
}

// torn reports whether both have people for a side, and none the same. Two of
// one surname there may be the same, written in two ways.
func torn(a, b *facts, side id) bool {
	x, y := false, false
	for i, p := range a.people {
		if a.acts[i] != side {
			continue
		}
		if x = true; find(b.people, p) >= 0 {
			return false
		}
		for j := range b.people {
			if b.acts[j] == side && a.short[i] != "" && a.short[i] == b.short[j] {
				return false
			}
		}
	}
	for j, p := range b.people {
		if b.acts[j] == side {
			if y = true; find(a.people, p) >= 0 {
				return false
			}
		}
	}
	return x && y
}

// find returns the index of an ID in a short list, -1 if it isn't there.
func find(list []id, s id) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}

// few is how many people a report names at most that is found by one of them.
const few = 2

// enough reports whether who takes part allows one meeting: two sides of the
// table must be on both, or all that is known of a smaller company. People who
// act for one side can't tell meetings with different others apart.
func (c company) enough(a, b *facts) bool {
	if c.torn != nobody && c.ends < 2 {
		return false
	}
	small := min(len(a.people), len(b.people))
	switch {
	case c.both >= 2:
		return c.ends >= 2 || c.sides >= 2 || c.sidesA == 0 || c.sidesB == 0
	case c.both == 1 && c.across:
		return small <= few || c.sidesA == 0 && c.sidesB == 0
	case c.both == 1 || len(a.people)+len(b.people) == 0 && c.sides == 1:
		return len(a.people)+len(b.people) <= 2 && max(len(a.sides), len(b.sides)) <= 1
	case c.both == 0:
		return small == 0 && c.sides >= 2
	}
	return false
}

// people scores the people.
func (c company) people(a, b *facts) mark {
	m := mark{}
	switch {
	case c.both > 0:
		m.score, m.why = []float64{2, 3.5, 4.5, 5}[min(c.both, 4)-1], "the same people"
	case len(a.people) > 0 && len(b.people) > 0:
		m.score, m.why = -0.5, "nobody is on both"
	case len(a.people)+len(b.people) > 0:
		m.score, m.why = -0.5, "one names nobody"
	}
	if both := min(c.onlyA, c.onlyB); both > 0 {
		m.score -= 0.5 * float64(min(both, 3))
		m.why = either(m.why, "each names somebody whom the other doesn't")
	}
	if s := max(c.strangersA, c.strangersB); s > 0 {
		m.score -= float64(min(s, 3))
		m.why = either(m.why, "somebody of another side is on one of them")
	}
	if c.torn != nobody {
		m.score, m.why = m.score-3, either(m.why, "one side sends different people")
		if c.ends < 2 {
			m.score -= 3
		}
	}
	return m
}

// either adds a reason to another.
func either(why, more string) string {
	if why == "" {
		return more
	}
	return why + ", but " + more
}

// parties scores the sides.
func (c company) parties() mark {
	m := mark{}
	switch {
	case c.sides >= 2:
		m.score, m.why = 2.5, "the same sides"
	case c.sides == 1:
		m.score, m.why = 0.5, "one side is on both"
	case c.sidesA > 0 && c.sidesB > 0:
		m.score, m.why = -3, "no side is on both"
	}
	if both := min(c.sidesA, c.sidesB); both > 0 && c.sides > 0 {
		m.score -= 3
		m.why = either(m.why, "each names a side that the other doesn't")
	}
	m.score -= 0.2 * float64(min(c.sidesA+c.sidesB, 6))
	return m
}

// names lists who takes part, people or sides, by name.
func (f *facts) names(people bool) string {
	var out []string
	for _, a := range f.Actors {
		if a.Person == people {
			out = append(out, a.Name)
		}
	}
	return strings.Join(out, ", ")
}
