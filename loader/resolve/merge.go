package resolve

import (
	"cmp"
	"slices"
)

// Meeting is one real-world meeting, as its reports tell it.
type Meeting struct {
	ID   string
	Kind string
	// Status is where the news stands: see status.
	Status string
	Title  string
	// Start and End are partial ISO dates, "" when unknown; Precision is day,
	// month, year, range, or "" with them.
	Start, End, Precision string
	Place                 *Place
	Venue                 string
	// Confidence is that of its surest report.
	Confidence float64
	// Actors are all that some report names, the first report's first.
	Actors            []Actor
	Topics, Proposals []string
	// FirstPublished and LastPublished bound the reports' dates, "" when none
	// has one. The meeting has been known as it is since LastPublished.
	FirstPublished, LastPublished string
	// Reports are the IDs of its reports, Follows those of the reports whose
	// meetings came before, Leads of those that came after, ReplacedBy of those
	// that tell of what took the place of this one, which was cancelled or
	// postponed; all sorted.
	Reports, Follows, Leads, ReplacedBy []string
	// SameAs are the IDs that its other reports would give it, sorted: those
	// that it had, or may get.
	SameAs []string
	// Copies are the reports of its that are of one text, in groups of at
	// least two, each sorted. A group counts as one voice.
	Copies [][]string
	// Conflicts are where its reports contradict each other, by field.
	Conflicts []Conflict
	// Versions are what was known of it before, the oldest first.
	Versions []Version
}

// merge says what a group of reports, sorted by ID, tells together, where v
// says which of them speak for themselves. Where they differ, rank says what
// is shown; people, sides, topics and proposals add up.
func merge(group []*facts, id string, v voices) Meeting {
	group = slices.Clone(group)
	slices.SortStableFunc(group, func(a, b *facts) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	m := Meeting{
		ID:        id,
		Kind:      cmp.Or(best(kinds(group, v)), "talks"),
		Status:    best(stages(group, v)),
		Venue:     best(venues(group, v)),
		Actors:    actors(group, v),
		Conflicts: conflicts(group, v),
	}
	if d := dates(group, v); len(d) > 0 {
		r := d[0].says[0]
		m.Start, m.End = r.Start, cmp.Or(r.End, r.Start)
		m.Precision = Precision(m.Start, m.End)
	}
	if p := spots(group, v); len(p) > 0 {
		m.Place = p[0].says[0].Place
	}
	m.add(group)
	m.Title = title(m)
	return m
}

// add adds up what reports say, in the order of their publication.
func (m *Meeting) add(group []*facts) {
	for _, r := range group {
		m.Topics = union(m.Topics, r.Topics)
		m.Proposals = union(m.Proposals, r.Proposals)
		m.Reports = append(m.Reports, r.ID)
		m.Follows = union(m.Follows, r.Follows)
		m.Leads = union(m.Leads, r.Leads)
		m.Confidence = max(m.Confidence, r.Confidence)
		if r.Published != "" {
			m.FirstPublished = cmp.Or(m.FirstPublished, r.Published)
			m.LastPublished = r.Published
		}
		if id := MeetingID(r.ID); id != m.ID {
			m.SameAs = append(m.SameAs, id)
		}
	}
	for _, list := range [][]string{m.Reports, m.Follows, m.Leads, m.SameAs} {
		slices.Sort(list)
	}
}

// Precision tells how well a date is known: day, month, year, range, or "" for
// none.
func Precision(start, end string) string {
	if end != "" && end != start {
		return "range"
	}
	return map[int]string{len("2006"): "year", len("2006-01"): "month", len("2006-01-02"): "day"}[len(start)]
}

// actors returns everybody whom some report names, in the order in which the
// reports do, each with the role and side that most of them give.
func actors(group []*facts, v voices) []Actor {
	var out []Actor
	at := map[string]int{}
	named := map[string][]*facts{}
	for _, r := range group {
		for _, a := range r.Actors {
			i, ok := at[a.ID]
			if !ok {
				i = len(out)
				at[a.ID] = i
				out = append(out, a)
			}
			if len(a.Name) > len(out[i].Name) {
				out[i].Name, out[i].Short = a.Name, a.Short
			}
			named[a.ID] = append(named[a.ID], r)
		}
	}
	for i, a := range out {
		as := func(of func(Actor) string) string {
			return best(rank(answers(named[a.ID], func(f *facts) (string, int) {
				return of(f.Actors[slices.IndexFunc(f.Actors, func(o Actor) bool { return o.ID == a.ID })]), 0
			}), v, only))
		}
		out[i].Role, out[i].Side = as(func(a Actor) string { return a.Role }), as(func(a Actor) string { return a.Side })
	}
	return out
}

// union appends to a what of b it doesn't have.
func union(a, b []string) []string {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}
