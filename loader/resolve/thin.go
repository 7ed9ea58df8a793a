package resolve

import (
	"cmp"
	"math"
	"slices"
)

// bid is a thin report that would be of a group.
type bid struct {
	thin  *facts
	score float64
}

// candidacy is what a thin report may be of: groups, the likeliest first.
type candidacy struct {
	groups []int
	scores []float64
}

// assign gives the thin reports to the groups of the others. It returns the
// groups with them, those that may be of several with what, and those that
// none of the groups explains. What a report is given to is decided by itself
// and the others, never by where other thin ones went; only then those that
// can't be in one group step back.
func (x *Index) assign(cores [][]*facts, thin []*facts) (joined [][]*facts, possible map[*facts]candidacy, free, alone []*facts) {
	of := map[*facts]int{}
	for i, g := range cores {
		for _, f := range g {
			of[f] = i
		}
	}
	possible = map[*facts]candidacy{}
	bids := map[int][]bid{}
	for _, t := range thin {
		c, near := x.candidates(t, cores, of)
		switch {
		case !near:
			free = append(free, t)
		case len(c.groups) == 0:
			alone = append(alone, t)
		default:
			possible[t] = c
			if c.clear() && c.scores[0] >= enough {
				bids[c.groups[0]] = append(bids[c.groups[0]], bid{t, c.scores[0]})
			}
		}
	}
	joined = make([][]*facts, len(cores))
	for i := range cores {
		joined[i] = slices.Clone(cores[i])
		for _, t := range x.accept(bids[i]) {
			joined[i] = append(joined[i], t)
			delete(possible, t)
		}
	}
	return joined, possible, free, alone
}

// candidates returns the groups that a thin report may be of, and whether any
// report that isn't thin is near enough, be it of a group that is out of
// question.
func (x *Index) candidates(t *facts, cores [][]*facts, of map[*facts]int) (c candidacy, near bool) {
	best := map[int]float64{}
	for _, o := range x.near(t) {
		g, ok := of[o]
		if !ok || !o.core {
			continue
		}
		if s, ok := candidate(t, o); ok {
			near = true
			best[g] = max(best[g], s)
		}
	}
	for g := range best {
		if !slices.ContainsFunc(cores[g], func(o *facts) bool { return apart(t, o) || x.words.divide(t, o) }) {
			c.groups = append(c.groups, g)
		}
	}
	slices.SortFunc(c.groups, func(a, b int) int {
		return cmp.Or(cmp.Compare(best[b], best[a]), cmp.Compare(cores[a][0].ID, cores[b][0].ID))
	})
	for _, g := range c.groups {
		c.scores = append(c.scores, best[g])
	}
	return c, near
}

// clear reports that one group is nearer than all others.
func (c candidacy) clear() bool {
	return len(c.scores) == 1 || c.scores[0]-c.scores[1] >= clear
}

// accept returns the reports that one group takes, the likest first, without
// those that are apart from one taken before.
func (x *Index) accept(bids []bid) []*facts {
	slices.SortFunc(bids, func(a, b bid) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.thin.ID, b.thin.ID))
	})
	var out []*facts
	for _, b := range bids {
		if !slices.ContainsFunc(out, func(o *facts) bool { return apart(b.thin, o) || x.words.divide(b.thin, o) }) {
			out = append(out, b.thin)
		}
	}
	return out
}

// likelihoods turns scores into shares of one, of which some is left for none
// of them.
func (c candidacy) likelihoods() []float64 {
	sum := math.Exp2(enough)
	for _, s := range c.scores {
		sum += math.Exp2(s)
	}
	var out []float64
	for _, s := range c.scores {
		out = append(out, math.Round(1000*math.Exp2(s)/sum)/1000)
	}
	return out
}
