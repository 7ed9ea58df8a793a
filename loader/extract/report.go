package extract

import (
	"cmp"
	"slices"
)

// report writes the reading down as the Extraction that callers get.
func (r *reading) report() Extraction {
	x := Extraction{ID: r.doc.ID, Published: r.doc.Published}
	for i, e := range r.events {
		e.index = i
	}
	for _, e := range r.events {
		x.Meetings = append(x.Meetings, r.meeting(e))
	}
	for _, p := range r.people {
		p.Roles = r.roles(p)
		x.People = append(x.People, p.Person)
	}
	slices.SortStableFunc(x.People, func(a, b Person) int {
		return cmp.Compare(firstMention(a), firstMention(b))
	})
	x.Positions, x.Proposals, x.Relations = r.positions, r.proposals, r.relations
	return x
}

// firstMention is where a person is first named.
func firstMention(p Person) int {
	if len(p.Mentions) == 0 {
		return 0
	}
	return p.Mentions[0].Start
}

// roles are the distinct titles of a person, as the text words them.
func (r *reading) roles(p *individual) []string {
	var out []string
	for _, o := range p.offices {
		if !contains(out, o.text) {
			out = append(out, o.text)
		}
	}
	return out
}

// meeting writes one event down.
func (r *reading) meeting(e *event) Meeting {
	m := Meeting{
		Kind: e.kind, Status: e.status, Place: r.atHome(e), Venue: e.venue, Date: e.date,
		Topics: e.topics, Outcome: e.outcome, Sides: e.sides, Rules: e.rules,
		Confidence: confidenceOf(weights, r.vector(e)),
	}
	for _, p := range e.people {
		q := r.people[p.person]
		m.Participants = append(m.Participants, Participant{
			Actor: Actor{q.Name, ActorPerson, ""}, Role: p.role, Party: q.Party,
		})
	}
	for _, s := range e.sents {
		m.Evidence = append(m.Evidence, r.sents[s].Span)
	}
	for _, s := range e.sents {
		for _, p := range r.plansIn(s) {
			if !slices.Contains(m.Proposals, p.index) {
				m.Proposals = append(m.Proposals, p.index)
			}
		}
	}
	for _, f := range e.after {
		if i := f.index; i < len(r.events) && r.events[i] == f {
			m.Follows = append(m.Follows, i)
		}
	}
	slices.Sort(m.Follows)
	return m
}
