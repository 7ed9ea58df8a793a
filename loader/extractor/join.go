package extractor

import (
	"cmp"
	"slices"
	"strings"

	"parley/fold"
	"parley/loader/extract"
)

// Join makes one extraction of two readings of one document, or of two parts
// of it: what both found is one. Where they differ the first one's word
// counts, and the second adds what the first lacks; proposals and relations
// are the first one's.
func Join(x, y extract.Extraction) extract.Extraction {
	out, _ := join(x, y)
	return out
}

// join is Join; both tells for each of the meetings of the result who found it.
func join(x, y extract.Extraction) (extract.Extraction, []found) {
	out := x
	out.Meetings = slices.Clone(x.Meetings)
	who := make([]found, len(out.Meetings))
	pairs := match(x.Meetings, y.Meetings)
	for j := range y.Meetings {
		i := slices.Index(pairs, j)
		if i < 0 {
			out.Meetings = append(out.Meetings, y.Meetings[j])
			who = append(who, byOther)
			continue
		}
		out.Meetings[i] = fill(x.Meetings[i], y.Meetings[j])
		who[i] = byBoth
	}
	out.People = joinPeople(x.People, y.People)
	out.Positions = joinPositions(x.Positions, y.Positions)
	return inOrder(out, who)
}

// found says who found a meeting.
type found int8

const (
	byFirst found = iota
	byBoth
	byOther
)

// match gives, for each meeting of one reading, the index of the same one in
// the other reading, -1 for none: the likeliest pairs first, each meeting once.
func match(xs, ys []extract.Meeting) []int {
	type pair struct{ score, i, j int }
	var pairs []pair
	as, bs := tellings(xs), tellings(ys)
	for i := range as {
		for j := range bs {
			if s := alike(as[i], bs[j]); s > 0 {
				pairs = append(pairs, pair{s, i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	out := slices.Repeat([]int{-1}, len(xs))
	for _, p := range pairs {
		if out[p.i] < 0 && !slices.Contains(out, p.j) {
			out[p.i] = p.j
		}
	}
	return out
}

// maxTopics is how many topics a meeting has at most.
const maxTopics = 4

// fill adds to a meeting what another telling of it knows besides.
func fill(m, o extract.Meeting) extract.Meeting {
	m.Participants = unite(m.Participants, o.Participants, func(p extract.Participant) string { return fold.Name(p.Name) })
	m.Sides = unite(m.Sides, o.Sides, func(s extract.Side) string { return cmp.Or(s.Code, fold.Name(s.Name)) })
	m.Topics = unite(m.Topics, o.Topics, fold.Name)
	m.Topics = m.Topics[:min(len(m.Topics), maxTopics)]
	m.Rules = unite(m.Rules, o.Rules, func(s string) string { return s })
	m.Evidence = unite(m.Evidence, o.Evidence, func(s extract.Span) extract.Span { return s })
	slices.SortFunc(m.Evidence, func(a, b extract.Span) int { return cmp.Compare(a.Start, b.Start) })
	m.Venue, m.Outcome = cmp.Or(m.Venue, o.Venue), cmp.Or(m.Outcome, o.Outcome)
	if m.Date == "" || strings.HasPrefix(o.Date, m.Date+"-") {
		m.Date = o.Date // told, or told more precisely
	}
	if m.Place == nil && m.Kind != "call" {
		m.Place = o.Place
	}
	return m
}

// unite adds to a list what of another it lacks, by a key.
func unite[T any, K comparable](a, b []T, key func(T) K) []T {
	out, has := slices.Clone(a), map[K]bool{}
	for _, x := range a {
		has[key(x)] = true
	}
	for _, x := range b {
		if k := key(x); !has[k] {
			has[k] = true
			out = append(out, x)
		}
	}
	return out
}

// joinPeople joins by name; roles and mentions add up.
func joinPeople(a, b []extract.Person) []extract.Person {
	out, at := slices.Clone(a), map[string]int{}
	for i, p := range a {
		at[fold.Name(p.Name)] = i
	}
	for _, p := range b {
		i, known := at[fold.Name(p.Name)]
		if !known {
			at[fold.Name(p.Name)] = len(out)
			out = append(out, p)
			continue
		}
		q := &out[i]
		q.Forms = unite(q.Forms, p.Forms, func(s string) string { return s })
		q.Roles = unite(q.Roles, p.Roles, fold.Name)
		q.Mentions = unite(q.Mentions, p.Mentions, func(m extract.Mention) extract.Mention { return m })
		q.Party = cmp.Or(q.Party, p.Party)
	}
	slices.SortStableFunc(out, func(a, b extract.Person) int { return cmp.Compare(start(a), start(b)) })
	return out
}

// start is where a person is first named.
func start(p extract.Person) int {
	if len(p.Mentions) == 0 {
		return 0
	}
	return p.Mentions[0].Start
}

// joinPositions leaves out what the first reading has: the same act of the
// same actor in the same sentence.
func joinPositions(a, b []extract.Position) []extract.Position {
	type key struct {
		actor, act string
		at         extract.Span
	}
	out := unite(a, b, func(p extract.Position) key { return key{fold.Name(p.Actor.Name), p.Act, p.Evidence[0]} })
	slices.SortStableFunc(out, func(a, b extract.Position) int { return cmp.Compare(a.Evidence[0].Start, b.Evidence[0].Start) })
	return out
}

// inOrder puts the meetings in the order of the document; who found them and
// which follow which go along.
func inOrder(x extract.Extraction, who []found) (extract.Extraction, []found) {
	order := make([]int, len(x.Meetings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(x.Meetings[i].Evidence[0].Start, x.Meetings[j].Evidence[0].Start)
	})
	place := make([]int, len(order))
	meetings, whose := make([]extract.Meeting, len(order)), make([]found, len(order))
	for to, from := range order {
		meetings[to], whose[to], place[from] = x.Meetings[from], who[from], to
	}
	for i := range meetings {
		follows := slices.Clone(meetings[i].Follows)
		for k := range follows {
			follows[k] = place[follows[k]]
		}
		meetings[i].Follows = follows
	}
	x.Meetings = meetings
	return x, whose
}
