package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unique"
)

// conflicts returns where reports contradict each other, by field. What was
// planned does not contradict what took place, and saying less contradicts
// nothing.
func conflicts(group []*facts, v voices) []Conflict {
	told := testimony(group)
	var out []Conflict
	out = append(out, endConflict(told, v)...)
	out = append(out, kindConflict(group, v)...)
	out = append(out, absences(told, v)...)
	out = append(out, delegations(told, v)...)
	place := placeConflict(told, v)
	out = append(out, place...)
	out = append(out, startConflict(told, v)...)
	out = append(out, statusConflict(group, v)...)
	if place == nil {
		out = append(out, venueConflict(told, v)...)
	}
	return out
}

// testimony are the reports that tell of what took place; without any, all
// that don't deny that it did.
func testimony(group []*facts) []*facts {
	took := slices.DeleteFunc(slices.Clone(group), func(f *facts) bool { return !tookPlace(f) })
	if len(took) > 0 {
		return took
	}
	return slices.DeleteFunc(slices.Clone(group), func(f *facts) bool { return f.Status == "denied" })
}

// conflict is none unless there are two answers.
func conflict(field string, list []*answer, name func(*answer) string) []Conflict {
	c := Conflict{Field: field}
	for _, a := range list {
		c.add(name(a), a.says)
	}
	if len(c.Values) < 2 {
		return nil
	}
	return []Conflict{c}
}

// add adds reports to a value.
func (c *Conflict) add(value string, says []*facts) {
	i := slices.IndexFunc(c.Values, func(v ConflictValue) bool { return v.Value == value })
	if i < 0 {
		i = len(c.Values)
		c.Values = append(c.Values, ConflictValue{Value: value})
	}
	for _, f := range says {
		c.Values[i].Reports = append(c.Values[i].Reports, f.ID)
	}
	slices.Sort(c.Values[i].Reports)
}

func value(a *answer) string { return a.value }

// without leaves out the answers that allow another.
func without(list []*answer, allows func(a, b *answer) bool) []*answer {
	return slices.DeleteFunc(slices.Clone(list), func(a *answer) bool {
		return slices.ContainsFunc(list, func(b *answer) bool { return a != b && allows(a, b) })
	})
}

// startConflict compares the first days.
func startConflict(told []*facts, v voices) []Conflict {
	list := without(dates(told, v), func(a, b *answer) bool { return a.says[0].told.contains(b.says[0].told) })
	return conflict("start", list, func(a *answer) string { return a.says[0].Start })
}

// endConflict compares the last days of those that lasted several.
func endConflict(told []*facts, v voices) []Conflict {
	several := slices.DeleteFunc(slices.Clone(told), func(f *facts) bool { return !f.precise() || f.told.days() < 2 })
	return conflict("end", dates(several, v), func(a *answer) string { return a.says[0].End })
}

// placeConflict compares the places; of a building, where it is.
func placeConflict(told []*facts, v voices) []Conflict {
	known := slices.DeleteFunc(slices.Clone(told), func(f *facts) bool { return f.Place == nil || strings.HasPrefix(f.Place.ID, unplaced) })
	list := without(spots(known, v), func(a, b *answer) bool {
		x, y := a.says[0].Place, b.says[0].Place
		return within(y, x) || isVenue(x) && isVenue(y) && shared(x.Within[:min(1, len(x.Within))], y.Within) > 0
	})
	return conflict("place", list, func(a *answer) string { return a.says[0].Place.Name })
}

// isVenue reports whether a place is a building or site.
func isVenue(p *Place) bool { return strings.HasPrefix(p.ID, "place:venue-") }

// venueConflict compares the buildings. Names of one are one answer.
func venueConflict(told []*facts, v voices) []Conflict {
	var c []*answer
	for _, a := range venues(told, v) {
		i := slices.IndexFunc(c, func(b *answer) bool { return a.says[0].sameVenue(b.says[0]) })
		if i < 0 {
			c = append(c, &answer{value: a.value, says: slices.Clone(a.says)})
			continue
		}
		c[i].says = append(c[i].says, a.says...)
	}
	return conflict("venue", c, value)
}

// kindConflict tells calls from meetings in one place; all else is a matter of
// words.
func kindConflict(group []*facts, v voices) []Conflict {
	calls := slices.ContainsFunc(group, func(f *facts) bool { return f.Kind == call })
	if !calls || !slices.ContainsFunc(group, func(f *facts) bool { return f.Kind != call }) {
		return nil
	}
	return conflict("kind", rank(answers(group, func(f *facts) (string, int) { return f.Kind, 0 }), v, only), value)
}

// statusConflict tells what took place from what is said not to have.
func statusConflict(group []*facts, v voices) []Conflict {
	list := stages(group, v)
	yes := func(a *answer) bool { return tookPlace(a.says[0]) }
	if !slices.ContainsFunc(list, yes) || !slices.ContainsFunc(list, func(a *answer) bool { return !yes(a) && !a.says[0].ahead() }) {
		return nil
	}
	return conflict("status", list, value)
}

// delegations compares whom each side sent, where two reports name people for
// it and nobody is on both.
func delegations(told []*facts, v voices) []Conflict {
	var sides []string
	for _, f := range told {
		for _, s := range f.acts {
			if s != nobody && !slices.Contains(sides, s.Value()) {
				sides = append(sides, s.Value())
			}
		}
	}
	slices.Sort(sides)
	var out []Conflict
	for _, s := range sides {
		list := answers(told, func(f *facts) (string, int) { return f.delegation(s) })
		out = append(out, conflict("participants", disjoint(rank(list, v, only), s), value)...)
	}
	return out
}

// delegation names who acts for a side.
func (f *facts) delegation(side string) (string, int) {
	var out []string
	for _, a := range f.Actors {
		if a.Person && a.Side == side {
			out = append(out, a.Name)
		}
	}
	return strings.Join(out, ", "), len(out)
}

// disjoint joins delegations that share somebody; each is told by its fullest
// list.
func disjoint(list []*answer, side string) []*answer {
	var out []*answer
	for _, a := range list {
		next := &answer{value: a.value, precise: a.precise, says: slices.Clone(a.says)}
		out = slices.DeleteFunc(out, func(b *answer) bool {
			if !slices.ContainsFunc(b.says, func(f *facts) bool { return !torn(f, a.says[0], unique.Make(side)) }) {
				return false
			}
			if cmp.Or(cmp.Compare(b.precise, next.precise), cmp.Compare(next.value, b.value)) > 0 {
				next.value, next.precise = b.value, b.precise
			}
			next.says = append(b.says, next.says...)
			return true
		})
		out = append(out, next)
	}
	slices.SortStableFunc(out, func(a, b *answer) int { return cmp.Compare(len(b.says), len(a.says)) })
	return out
}

// absences compares who is said to have been there and who not.
func absences(told []*facts, v voices) []Conflict {
	var out []Conflict
	done := map[string]bool{}
	for _, f := range told {
		for _, a := range f.Absent {
			if done[a.ID] {
				continue
			}
			done[a.ID] = true
			list := answers(told, func(o *facts) (string, int) { return o.presence(a), 0 })
			out = append(out, conflict("participants", rank(list, v, only), value)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Conflict) int { return cmp.Compare(a.Values[0].Value, b.Values[0].Value) })
	return out
}

// presence says whether somebody was there, "" if the report doesn't.
func (f *facts) presence(a Actor) string {
	is := func(o Actor) bool { return o.ID == a.ID }
	switch {
	case slices.ContainsFunc(f.Absent, is):
		return "without " + a.Name
	case slices.ContainsFunc(f.Actors, is):
		return a.Name
	}
	return ""
}
