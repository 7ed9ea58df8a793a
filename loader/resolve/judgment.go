package resolve

import (
	"cmp"
	"slices"
)

// words are analysts' words by the reports that they are about, of each two
// reports the last one.
type words struct {
	same, different map[string]map[string]Judgment
	// inOrder are those that join, the last first.
	inOrder []Judgment
}

// wordsOf puts words in order.
func wordsOf(judgments []Judgment) words {
	w := words{same: map[string]map[string]Judgment{}, different: map[string]map[string]Judgment{}}
	last := map[[2]string]Judgment{}
	for _, j := range judgments {
		if j.A > j.B {
			j.A, j.B = j.B, j.A
		}
		key := [2]string{j.A, j.B}
		if old, ok := last[key]; j.A != j.B && (!ok || later(j, old) > 0) {
			last[key] = j
		}
	}
	for _, j := range last {
		m := w.different
		if j.Verdict == Same {
			m = w.same
			w.inOrder = append(w.inOrder, j)
		}
		put(m, j.A, j.B, j)
		put(m, j.B, j.A, j)
	}
	slices.SortFunc(w.inOrder, func(a, b Judgment) int { return later(b, a) })
	return w
}

// later orders words by when they were said; of those said at once, by who
// and what.
func later(a, b Judgment) int {
	return cmp.Or(cmp.Compare(a.When, b.When), cmp.Compare(a.Verdict, b.Verdict), cmp.Compare(a.Who, b.Who),
		cmp.Compare(a.Why, b.Why), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
}

func put(m map[string]map[string]Judgment, a, b string, j Judgment) {
	if m[a] == nil {
		m[a] = map[string]Judgment{}
	}
	m[a][b] = j
}

// divide reports whether somebody told two reports apart.
func (w *words) divide(a, b *facts) bool {
	_, ok := w.different[a.ID][b.ID]
	return ok
}

// obey joins the groups of reports that somebody said are one, the last word
// first; an earlier word gives way to a later one that tells two of their
// reports apart.
func (w *words) obey(groups [][]*facts) [][]*facts {
	for _, j := range w.inOrder {
		x, y := groupOf(groups, j.A), groupOf(groups, j.B)
		if x < 0 || y < 0 || x == y || w.overruled(j, groups[x], groups[y]) {
			continue
		}
		groups[x] = append(groups[x], groups[y]...)
		slices.SortFunc(groups[x], func(a, b *facts) int { return cmp.Compare(a.ID, b.ID) })
		groups = slices.Delete(groups, y, y+1)
	}
	return groups
}

// overruled reports whether a later word tells a report of one group from one
// of the other.
func (w *words) overruled(j Judgment, a, b []*facts) bool {
	for _, f := range a {
		for _, g := range b {
			if d, ok := w.different[f.ID][g.ID]; ok && later(d, j) > 0 {
				return true
			}
		}
	}
	return false
}

// groupOf returns the index of the group with a report, -1 if there is none.
func groupOf(groups [][]*facts, id string) int {
	return slices.IndexFunc(groups, func(g []*facts) bool {
		return slices.ContainsFunc(g, func(f *facts) bool { return f.ID == id })
	})
}
