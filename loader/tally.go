package loader

import (
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
	from := make([]map[string]bool, len(after.Meetings)) // of each, those that its reports were of
	parts := map[string]int{}                            // of each that was, those that its reports are of
	for i, x := range after.Meetings {
		from[i] = map[string]bool{}
		for _, r := range x.Reports {
			if m := c.touched[r]; m != "" {
				from[i][m] = true
			}
		}
		for m := range from[i] {
			parts[m]++
		}
		n.Joined += max(0, len(from[i])-1)
		for _, f := range x.Conflicts {
			if !slices.Contains(below, conflictID(x.ID, f.Field)) {
				n.Conflicts++
			}
		}
	}
	for i, x := range after.Meetings {
		switch {
		case len(from[i]) == 0:
			n.New++
		case c.before[x.ID] && were[x.ID] != are[x.ID], !c.before[x.ID] && !parted(from[i], parts):
			n.Changed++
		}
	}
	for m := range c.before {
		switch {
		case parts[m] == 0:
			n.Gone++
		default:
			n.Split += parts[m] - 1
		}
	}
	return n
}

// parted reports whether one of the meetings has several parts now.
func parted(from map[string]bool, parts map[string]int) bool {
	for m := range from {
		if parts[m] > 1 {
			return true
		}
	}
	return false
}
