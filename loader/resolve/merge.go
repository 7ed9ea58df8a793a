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

// merge says what a group of reports, sorted by ID, tells together. Where they
// differ, most reports win, then the most precise, then the latest published,
// then the least value; people, sides, topics and proposals add up.
func merge(group []*Report, id string) Meeting {
	byDate := slices.Clone(group)
	slices.SortStableFunc(byDate, func(a, b *Report) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	m := Meeting{
		ID:     id,
		Kind:   choose(votes(byDate, func(r *Report) string { return kindVote(r.Kind) })),
		Status: status(byDate),
		Venue:  choose(votes(byDate, func(r *Report) string { return r.Venue })),
	}
	m.Kind = cmp.Or(m.Kind, "talks")
	m.Start, m.End, m.Precision = when(byDate)
	m.Place = where(byDate)
	m.Actors = actors(byDate)
	for _, r := range byDate {
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
	}
	slices.Sort(m.Reports)
	slices.Sort(m.Follows)
	slices.Sort(m.Leads)
	m.Title = title(m)
	for _, r := range m.Reports {
		if id := MeetingID(r); id != m.ID {
			m.SameAs = append(m.SameAs, id)
		}
	}
	return m
}

// kindVote leaves out the kind that says least, so that it never outvotes
// another.
func kindVote(kind string) string {
	if kind == "talks" {
		return ""
	}
	return kind
}

// vote is one report's word on something.
type vote struct{ value, published string }

// votes asks each report; "" is no vote.
func votes(reports []*Report, value func(*Report) string) []vote {
	var out []vote
	for _, r := range reports {
		if v := value(r); v != "" {
			out = append(out, vote{v, r.Published})
		}
	}
	return out
}

// choose returns the value with the most votes; of equals the one published
// last, then the least. "" without a vote.
func choose(votes []vote) string {
	count, latest := map[string]int{}, map[string]string{}
	for _, v := range votes {
		count[v.value]++
		latest[v.value] = max(latest[v.value], v.published)
	}
	best := ""
	for v := range count {
		if best == "" || cmp.Or(cmp.Compare(count[v], count[best]), cmp.Compare(latest[v], latest[best]), cmp.Compare(best, v)) > 0 {
			best = v
		}
	}
	return best
}

// settled are the statuses that tell how a meeting ended, as against those
// that only look ahead to it.
var settled = []string{"held", "ongoing", "cancelled", "postponed", "denied"}

// status returns where the news stands: among the reports that tell how it
// ended, if there are any, else among all, what most of them say, then what
// the latest says.
func status(reports []*Report) string {
	ended := slices.DeleteFunc(slices.Clone(reports), func(r *Report) bool { return !slices.Contains(settled, r.Status) })
	if len(ended) > 0 {
		reports = ended
	}
	return choose(votes(reports, func(r *Report) string { return r.Status }))
}

// when returns the date: a report supports every date that its own contains,
// so a less precise report doesn't outvote a more precise one.
func when(reports []*Report) (start, end, precision string) {
	dated := slices.DeleteFunc(slices.Clone(reports), func(r *Report) bool { return r.Start == "" })
	if len(dated) == 0 {
		return "", "", ""
	}
	support := func(r *Report) (n int) {
		x, _ := interval(r)
		for _, o := range dated {
			if y, _ := interval(o); y.contains(x) {
				n++
			}
		}
		return n
	}
	best := slices.MaxFunc(dated, func(a, b *Report) int {
		x, _ := interval(a)
		y, _ := interval(b)
		return cmp.Or(cmp.Compare(support(a), support(b)), cmp.Compare(y.days(), x.days()),
			cmp.Compare(a.Published, b.Published), cmp.Compare(b.date(), a.date()))
	})
	end = cmp.Or(best.End, best.Start)
	return best.Start, end, Precision(best.Start, end)
}

// Precision tells how well a date is known: day, month, year, range, or "" for
// none.
func Precision(start, end string) string {
	if end != "" && end != start {
		return "range"
	}
	return map[int]string{len("2006"): "year", len("2006-01"): "month", len("2006-01-02"): "day"}[len(start)]
}

// where returns the place: a report supports every place that lies in its own.
func where(reports []*Report) *Place {
	var best *Report
	support := func(r *Report) (n int) {
		for _, o := range reports {
			if o.Place != nil && (o.Place.ID == r.Place.ID || slices.Contains(r.Place.Within, o.Place.ID)) {
				n++
			}
		}
		return n
	}
	for _, r := range reports {
		if r.Place == nil {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(support(r), support(best)), cmp.Compare(len(r.Place.Within), len(best.Place.Within)),
			cmp.Compare(r.Published, best.Published), cmp.Compare(best.Place.ID, r.Place.ID)) > 0 {
			best = r
		}
	}
	if best == nil {
		return nil
	}
	return best.Place
}

// actors returns everybody whom some report names, in the order in which the
// reports do, each with the role and side that most reports give.
func actors(reports []*Report) []Actor {
	var out []Actor
	at := map[string]int{}
	role, side := map[string][]vote{}, map[string][]vote{}
	for _, r := range reports {
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
			role[a.ID] = append(role[a.ID], vote{a.Role, r.Published})
			if a.Side != "" {
				side[a.ID] = append(side[a.ID], vote{a.Side, r.Published})
			}
		}
	}
	for i, a := range out {
		out[i].Role, out[i].Side = choose(role[a.ID]), choose(side[a.ID])
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
