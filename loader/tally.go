package loader

import (
	"maps"
	"slices"

	"parley/graph"
	"parley/loader/resolve"
)

// Meetings counts what became of meetings.
type Meetings struct {
	New     int // not there before, with reports that were in none
	Changed int // joined by a report, or told differently
	Joined  int // became one with another
	Split   int // parted from another
	Gone    int // withdrawn with their last report
	// Conflicts counts fields in which reports have come to contradict each
	// other.
	Conflicts int
}

// add counts further ones.
func (m *Meetings) add(o Meetings) {
	m.New += o.New
	m.Changed += o.Changed
	m.Joined += o.Joined
	m.Split += o.Split
	m.Gone += o.Gone
	m.Conflicts += o.Conflicts
}

// tally counts what became of meetings: of those that had reports, by digest as
// they were, and of those that have them now. Below is what hung on them.
func tally(c shift, were, are map[string]string, below []graph.ID, after resolve.Resolution) Meetings {
	var n Meetings
	parts := map[string]int{} // of each former meeting
	for _, x := range after.Meetings {
		from := map[string]bool{}
		for _, r := range x.Reports {
			if m := c.touched[r]; m != "" {
				from[m] = true
			}
		}
		for m := range from {
			parts[m]++
		}
		switch {
		case len(from) == 0:
			n.New++
		case !c.before[x.ID] || were[x.ID] != are[x.ID]:
			n.Changed++
		}
		n.Joined += max(0, len(from)-1)
		for _, f := range x.Conflicts {
			if !slices.Contains(below, conflictID(x.ID, f.Field)) {
				n.Conflicts++
			}
		}
	}
	for _, k := range parts {
		n.Split += k - 1
	}
	for m := range maps.Keys(c.before) {
		if parts[m] == 0 {
			n.Gone++
		}
	}
	return n
}
