package resolve

import (
	"cmp"
	"slices"
)

// answer is one of the answers that reports give to a question: where, when,
// of what kind.
type answer struct {
	value string
	// says are the reports that give it, in the order of the meeting's.
	says []*facts
	// precise is greater for the answer that says more.
	precise int
	// took and all count the independent reports that support it: those that
	// tell of what took place, and all.
	took, all int
	// latest is the last day on which a report that gives it was published.
	latest string
}

// answers collects what reports answer; "" is no answer.
func answers(group []*facts, of func(*facts) (value string, precise int)) []*answer {
	var out []*answer
	at := map[string]*answer{}
	for _, f := range group {
		v, precise := of(f)
		if v == "" {
			continue
		}
		a := at[v]
		if a == nil {
			a = &answer{value: v, precise: precise}
			at[v] = a
			out = append(out, a)
		}
		a.says = append(a.says, f)
		a.latest = max(a.latest, f.Published)
	}
	return out
}

// rank puts answers in order, the one to show first: that which most
// independent reports of what took place support, then most of all, then the
// most precise, then the one published last, then the least. A report supports
// the answers that its own allows, so saying less is no vote against more.
func rank(list []*answer, v voices, allows func(a, b *answer) bool) []*answer {
	for _, b := range list {
		took, all := map[string]bool{}, map[string]bool{}
		for _, a := range list {
			if a != b && !allows(a, b) {
				continue
			}
			for _, f := range a.says {
				all[v[f.ID]] = true
				if tookPlace(f) {
					took[v[f.ID]] = true
				}
			}
		}
		b.took, b.all = len(took), len(all)
	}
	slices.SortFunc(list, func(a, b *answer) int {
		return cmp.Or(cmp.Compare(b.took, a.took), cmp.Compare(b.all, a.all), cmp.Compare(b.precise, a.precise),
			cmp.Compare(b.latest, a.latest), cmp.Compare(a.value, b.value))
	})
	return list
}

// only is for questions with answers that don't allow each other.
func only(a, b *answer) bool { return false }

// best is the value of the first answer, "" without one.
func best(list []*answer) string {
	if len(list) == 0 {
		return ""
	}
	return list[0].value
}

// dates are the answers to when.
func dates(group []*facts, v voices) []*answer {
	list := answers(group, func(f *facts) (string, int) {
		if !f.dated {
			return "", 0
		}
		return f.date(), -f.told.days()
	})
	return rank(list, v, func(a, b *answer) bool { return a.says[0].told.contains(b.says[0].told) })
}

// spots are the answers to where.
func spots(group []*facts, v voices) []*answer {
	list := answers(group, func(f *facts) (string, int) {
		if f.Place == nil {
			return "", 0
		}
		return f.Place.ID, len(f.Place.Within)
	})
	return rank(list, v, func(a, b *answer) bool { return within(b.says[0].Place, a.says[0].Place) })
}

// venues are the answers to in which building.
func venues(group []*facts, v voices) []*answer {
	list := answers(group, func(f *facts) (string, int) { return f.Venue, len(f.venue) })
	return rank(list, v, func(a, b *answer) bool {
		x, y := a.says[0], b.says[0]
		if x.Site != nil && y.Site != nil {
			return x.Site.ID == y.Site.ID || within(y.Site, x.Site)
		}
		return covers(y.venue, x.venue)
	})
}

// kinds are the answers to what sort of meeting. What says least is no answer.
func kinds(group []*facts, v voices) []*answer {
	return rank(answers(group, func(f *facts) (string, int) {
		if f.Kind == "talks" {
			return "", 0
		}
		return f.Kind, 0
	}), v, only)
}

// stages are the answers to how far the meeting is: of those that tell how it
// ended if any do, else of all.
func stages(group []*facts, v voices) []*answer {
	if slices.ContainsFunc(group, func(f *facts) bool { return !f.ahead() }) {
		group = slices.DeleteFunc(slices.Clone(group), (*facts).ahead)
	}
	list := answers(group, func(f *facts) (string, int) { return f.Status, 0 })
	rank(list, v, only)
	slices.SortStableFunc(list, func(a, b *answer) int { return cmp.Compare(b.all, a.all) })
	return list
}
