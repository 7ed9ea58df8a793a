package resolve

import (
	"cmp"
	"slices"
)

// Meetings groups reports into meetings and says what each is. The reports
// must be closed: every report that has a Likeness with one of them is among
// them (Component finds such a set). The result doesn't depend on their order.
func Meetings(reports []*Report) []Meeting {
	reports = slices.Clone(reports)
	slices.SortFunc(reports, func(a, b *Report) int { return cmp.Compare(a.ID, b.ID) })
	var out []Meeting
	for _, group := range groups(reports) {
		m := merge(group)
		m.Versions = versions(m.ID, group)
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b Meeting) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// pair is two reports that may be one meeting.
type pair struct {
	a, b  int
	score float64
}

// groups joins the likest pairs first; two groups become one only if no two of
// their reports contradict each other, so a chain of weak links glues nothing.
func groups(reports []*Report) [][]*Report {
	pairs := alike(reports)
	group := make([][]int, len(reports))
	of := make([]int, len(reports))
	for i := range reports {
		group[i], of[i] = []int{i}, i
	}
	for _, p := range pairs {
		x, y := of[p.a], of[p.b]
		if x == y || contradict(reports, group[x], group[y]) {
			continue
		}
		for _, i := range group[y] {
			of[i] = x
		}
		group[x], group[y] = append(group[x], group[y]...), nil
	}
	var out [][]*Report
	for _, g := range group {
		if len(g) == 0 {
			continue
		}
		var rs []*Report
		for _, i := range g {
			rs = append(rs, reports[i])
		}
		out = append(out, rs)
	}
	return out
}

// alike returns the pairs with a likeness, the likest first, ties by ID.
func alike(reports []*Report) []pair {
	blocks := map[string][]int{}
	for i, r := range reports {
		for _, k := range Blocks(r) {
			blocks[k] = append(blocks[k], i)
		}
	}
	seen := map[[2]int]bool{}
	var out []pair
	for _, members := range blocks {
		for x, i := range members {
			for _, j := range members[x+1:] {
				if key := [2]int{i, j}; !seen[key] {
					seen[key] = true
					if s := Likeness(reports[i], reports[j]); s > 0 {
						out = append(out, pair{i, j, s})
					}
				}
			}
		}
	}
	slices.SortFunc(out, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return out
}

// contradict reports whether a report of one group and one of the other can't
// be the same meeting. Having too little in common is no contradiction.
func contradict(reports []*Report, x, y []int) bool {
	for _, i := range x {
		for _, j := range y {
			a, b := reports[i], reports[j]
			_, when := dates(a, b)
			_, where := places(a.Place, b.Place)
			if a.Document == b.Document || !when || !where || apart(a, b) {
				return true
			}
		}
	}
	return false
}

// Component returns the reports that belong together with the seeds: those
// among candidates that have a likeness with a seed, with one of those, and so
// on, seeds included, by ID. A report in both counts once.
func Component(seeds, candidates []*Report) []*Report {
	in := map[string]*Report{}
	queue := slices.Clone(seeds)
	for _, s := range seeds {
		in[s.ID] = s
	}
	index := map[string][]*Report{}
	for _, c := range candidates {
		for _, k := range Blocks(c) {
			index[k] = append(index[k], c)
		}
	}
	for len(queue) > 0 {
		r := queue[0]
		queue = queue[1:]
		for _, k := range Blocks(r) {
			for _, c := range index[k] {
				if in[c.ID] == nil && Likeness(r, c) > 0 {
					in[c.ID] = c
					queue = append(queue, c)
				}
			}
		}
	}
	out := make([]*Report, 0, len(in))
	for _, r := range in {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *Report) int { return cmp.Compare(a.ID, b.ID) })
	return out
}
