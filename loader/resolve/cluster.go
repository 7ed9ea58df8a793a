package resolve

import (
	"cmp"
	"slices"
)

// link is two reports that may be one meeting.
type link struct {
	a, b  int
	score float64
}

// cluster joins the likest reports first; two groups become one only if no two
// of their reports are apart, so a chain of weak links glues nothing. The
// reports are in order, and so are the groups, each by its first.
func cluster(reports []*facts, links []link, apart func(a, b *facts) bool) [][]*facts {
	slices.SortFunc(links, func(p, q link) int {
		return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	c := newGroups(len(reports))
	for _, l := range links {
		x, y := c.of[l.a], c.of[l.b]
		if x == y || c.barred[x][y] {
			continue
		}
		if c.apart(x, y, reports, apart) {
			c.bar(x, y)
			continue
		}
		c.join(x, y)
	}
	var out [][]*facts
	for _, g := range c.members {
		if len(g) == 0 {
			continue
		}
		slices.Sort(g)
		var fs []*facts
		for _, i := range g {
			fs = append(fs, reports[i])
		}
		out = append(out, fs)
	}
	slices.SortFunc(out, func(a, b []*facts) int { return cmp.Compare(a[0].ID, b[0].ID) })
	return out
}

// groups are growing groups of numbers. What can't be joined once never can.
type groups struct {
	members [][]int
	of      []int
	barred  []map[int]bool
}

func newGroups(n int) *groups {
	c := &groups{members: make([][]int, n), of: make([]int, n), barred: make([]map[int]bool, n)}
	for i := range n {
		c.members[i], c.of[i] = []int{i}, i
	}
	return c
}

// apart reports whether any two of two groups are apart.
func (c *groups) apart(x, y int, reports []*facts, apart func(a, b *facts) bool) bool {
	for _, i := range c.members[x] {
		for _, j := range c.members[y] {
			if apart(reports[i], reports[j]) {
				return true
			}
		}
	}
	return false
}

// bar remembers that two groups can't be joined.
func (c *groups) bar(x, y int) {
	for _, p := range [][2]int{{x, y}, {y, x}} {
		if c.barred[p[0]] == nil {
			c.barred[p[0]] = map[int]bool{}
		}
		c.barred[p[0]][p[1]] = true
	}
}

// join moves what is in y into x.
func (c *groups) join(x, y int) {
	for _, i := range c.members[y] {
		c.of[i] = x
	}
	c.members[x], c.members[y] = append(c.members[x], c.members[y]...), nil
	for z := range c.barred[y] {
		c.bar(x, z)
	}
}
