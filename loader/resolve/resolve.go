package resolve

import (
	"cmp"
	"maps"
	"slices"
)

// Resolution is what reports come to.
type Resolution struct {
	// Meetings by ID.
	Meetings []Meeting
	// Possible are the reports that are in no meeting, by ID.
	Possible []Possible
}

// Possible is a report so thin that it may be of several meetings, or is of
// one but not surely. It is in none, and no meeting of its own.
type Possible struct {
	Report string
	// Of are the meetings that it may be of, the likeliest first; at least
	// one.
	Of []Candidate
}

// Candidate is a meeting that a report may be of.
type Candidate struct {
	Meeting string
	// Score is how likely, above 0 and below 1.
	Score float64
}

// Conflict is a field in which reports of one meeting contradict each other.
type Conflict struct {
	// Field is start, end, place, venue, kind, status or participants, as in
	// the public schema.
	Field string
	// Values are what the reports say, at least two, the one shown first.
	Values []ConflictValue
}

// ConflictValue is one of several answers.
type ConflictValue struct {
	// Value is a date, a name or a status. Of participants it is the names,
	// with "without" before those who were not there.
	Value string
	// Reports are the IDs of those that say so, sorted.
	Reports []string
}

// Version is what a meeting was known to be for a while: what its reports
// published until then say together. Who the meeting is, is judged by all its
// reports; so its ID is that of the meeting.
type Version struct {
	Meeting
	// Since is the day on which the last of its reports was published; Until
	// is the day on which the next one was, and not in the version any more;
	// "" where none was.
	Since, Until string
}

// Verdict is an analyst's word.
type Verdict string

// The verdicts.
const (
	Same      Verdict = "same"      // the two reports are of one meeting
	Different Verdict = "different" // the two reports are of two meetings
)

// Judgment is an analyst's word about two reports. It is obeyed whatever they
// say.
type Judgment struct {
	Verdict Verdict `json:"verdict"`
	// A and B are the IDs of the reports.
	A string `json:"a"`
	B string `json:"b"`
	// Who judged; When, as RFC 3339, later words overriding earlier ones
	// about the same two; Why in their words.
	Who  string `json:"who,omitempty"`
	When string `json:"when,omitempty"`
	Why  string `json:"why,omitempty"`
}

// Resolve groups reports into meetings and says what each is, under the words
// of analysts. The result depends neither on the order of the reports nor on
// that of the words. Of some reports it says what it would of all, where they
// are all that Reach gives.
//
// Those that say enough by themselves are grouped first; then each thin one is
// given to the group that explains it, or held back; what none explains is
// grouped by itself.
func Resolve(reports []*Report, judgments []Judgment) Resolution {
	x := NewIndex(reports, judgments)
	solid, thin := x.all()
	cores := x.words.obey(x.cluster(solid, func(f *facts) bool { return f.core }))
	joined, possible, free, alone := x.assign(cores, thin)
	var out Resolution
	for i, g := range append(append(joined, x.cluster(free, func(*facts) bool { return true })...), each1(alone)...) {
		stands := g
		if i < len(cores) {
			stands = cores[i]
		}
		out.Meetings = append(out.Meetings, x.meeting(g, stands))
	}
	slices.SortFunc(out.Meetings, func(a, b Meeting) int { return cmp.Compare(a.ID, b.ID) })
	for _, t := range thin {
		if c, ok := possible[t]; ok {
			out.Possible = append(out.Possible, c.possible(t, cores))
		}
	}
	return out
}

// all returns the reports that are grouped by what they say or what an analyst
// said, and the thin ones; by ID.
func (x *Index) all() (solid, thin []*facts) {
	for _, f := range x.known {
		if f.core || f.bound {
			solid = append(solid, f)
		} else {
			thin = append(thin, f)
		}
	}
	byID := func(a, b *facts) int { return cmp.Compare(a.ID, b.ID) }
	slices.SortFunc(solid, byID)
	slices.SortFunc(thin, byID)
	return solid, thin
}

// cluster groups reports; only of those that pass are links looked for.
func (x *Index) cluster(reports []*facts, pass func(*facts) bool) [][]*facts {
	at := map[*facts]int{}
	for i, f := range reports {
		at[f] = i
	}
	var links []link
	for i, f := range reports {
		if !pass(f) {
			continue
		}
		for _, o := range x.near(f) {
			if j, ok := at[o]; ok && i < j && pass(o) && !x.words.divide(f, o) {
				if s, ok := linked(f, o); ok {
					links = append(links, link{i, j, s})
				}
			}
		}
	}
	return cluster(reports, links, func(a, b *facts) bool { return apart(a, b) || x.words.divide(a, b) })
}

// meeting says what a group is. Its ID is that of the least of those that
// stand for it.
func (x *Index) meeting(group, stands []*facts) Meeting {
	group = slices.Clone(group)
	slices.SortFunc(group, func(a, b *facts) int { return cmp.Compare(a.ID, b.ID) })
	v := voicesOf(group)
	m := merge(group, MeetingID(stands[0].ID), v)
	m.Copies = v.groups()
	instead := x.replacedBy(group)
	m.replace(instead)
	m.Versions = versions(m.ID, group, instead, v)
	return m
}

// replace says what took the place of a meeting, if it was called off.
func (m *Meeting) replace(instead []*facts) {
	if m.Status == "cancelled" || m.Status == "postponed" {
		for _, r := range instead {
			m.ReplacedBy = append(m.ReplacedBy, r.ID)
		}
	}
}

// replacedBy returns the reports of what took the place of a meeting that some
// of its reports say was called off: of the nearest day, by ID.
func (x *Index) replacedBy(group []*facts) []*facts {
	found := set{}
	for _, f := range group {
		if !f.off() {
			continue
		}
		for _, o := range x.near(f) {
			if replaces(o, f) && !slices.Contains(group, o) {
				found[o] = true
			}
		}
	}
	var soonest day
	for o := range found {
		if soonest == 0 || o.when.first < soonest {
			soonest = o.when.first
		}
	}
	maps.DeleteFunc(found, func(o *facts, _ bool) bool { return o.when.first != soonest })
	return slices.SortedFunc(maps.Keys(found), func(a, b *facts) int { return cmp.Compare(a.ID, b.ID) })
}

// possible writes down what a thin report may be of.
func (c candidacy) possible(t *facts, cores [][]*facts) Possible {
	p := Possible{Report: t.ID}
	for i, share := range c.likelihoods() {
		p.Of = append(p.Of, Candidate{MeetingID(cores[c.groups[i]][0].ID), share})
	}
	return p
}

// each1 makes a group of each.
func each1(alone []*facts) [][]*facts {
	var out [][]*facts
	for _, f := range alone {
		out = append(out, []*facts{f})
	}
	return out
}
