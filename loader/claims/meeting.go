package claims

import (
	"slices"

	"parley/loader/extract"
)

// participant is the role of everybody: the guidelines know no other.
const participant = "participant"

// maxTopics is how many topics a meeting has at most.
const maxTopics = 4

// meeting lets in a meeting with what the document bears out of it.
func (g *ground) meeting(c extract.GoldMeeting) {
	m := extract.Meeting{Rules: []string{Origin}, Confidence: Confidence}
	var ok bool
	if m.Status, ok = value(c.Status, Statuses); !ok {
		g.claim(BadValue)
		return
	}
	if m.Kind, ok = value(c.Kind, Kinds); !ok {
		g.detail(BadValue)
		m.Kind = "talks"
	}
	if m.Evidence = g.passages(c.Evidence); len(m.Evidence) == 0 {
		g.claim(BadPassage)
		return
	}
	g.actors(&m, c)
	g.where(&m, c)
	if date := deref(c.Date); date != "" {
		if g.toldDate(date, m.Status, m.Evidence) {
			m.Date = date
		} else {
			g.detail(BadDate)
		}
	}
	if !enough(&m, c) {
		g.claim(TooLittle)
		return
	}
	if !g.concerned(&m) {
		g.claim(Unrelated)
		return
	}
	g.about(&m, c)
	g.out.Meetings = append(g.out.Meetings, m)
}

// enough reports a meeting of at least two actors, or of one with a place or
// date if no more were claimed: a meeting that lost its counterpart is none.
func enough(m *extract.Meeting, c extract.GoldMeeting) bool {
	actors, claimed := len(m.Participants)+len(m.Sides), len(c.Participants)+len(c.Parties)
	if actors >= 2 {
		return true
	}
	return actors == 1 && claimed == 1 && (m.Place != nil || m.Venue != "" || m.Date != "")
}

// leadIn is how many sentences before a passage may say whom it means.
const leadIn = 5

// concerned reports that one of the actors is named in a passage or in the
// sentences that lead to it.
func (g *ground) concerned(m *extract.Meeting) bool {
	var actors []extract.Actor
	for _, p := range m.Participants {
		actors = append(actors, p.Actor)
	}
	for _, s := range m.Sides {
		actors = append(actors, s.Actor)
	}
	sentences := g.words.sentences
	return slices.ContainsFunc(m.Evidence, func(e extract.Span) bool {
		i, _ := slices.BinarySearchFunc(sentences, e, func(a, b extract.Span) int { return a.Start - b.Start })
		around := extract.Span{Start: sentences[max(0, i-leadIn)].Start, End: e.End}
		return slices.ContainsFunc(actors, func(a extract.Actor) bool { return g.survey.Named(a, around) })
	})
}

// actors lets in who takes part.
func (g *ground) actors(m *extract.Meeting, c extract.GoldMeeting) {
	for _, name := range c.Participants {
		p := g.somebody(name)
		if p == nil {
			g.detail(BadName)
			continue
		}
		if !slices.ContainsFunc(m.Participants, func(q extract.Participant) bool { return q.Name == p.Name }) {
			m.Participants = append(m.Participants, extract.Participant{
				Actor: extract.Actor{Name: p.Name, Kind: extract.ActorPerson}, Role: participant, Party: p.Party,
			})
		}
	}
	for _, name := range c.Parties {
		a, ok := g.survey.Party(one(name))
		if !ok {
			g.detail(BadName)
			continue
		}
		if !slices.ContainsFunc(m.Sides, func(s extract.Side) bool { return s.Actor == a }) {
			m.Sides = append(m.Sides, extract.Side{Actor: a, Role: participant})
		}
	}
}

// where lets in the place and the venue; a call has neither.
func (g *ground) where(m *extract.Meeting, c extract.GoldMeeting) {
	if m.Kind == "call" {
		return
	}
	if place := deref(c.Place); place != "" {
		var ok bool
		if m.Place, m.Venue, ok = g.survey.Place(place); !ok {
			g.detail(BadPlace)
		}
	}
	venue := deref(c.Venue)
	if venue == "" {
		return
	}
	if !g.words.says(venue) {
		g.detail(BadPlace)
		return
	}
	m.Venue = venue
	if place, known, ok := g.survey.Place(venue); ok && known != "" && m.Place == nil {
		m.Place = place // the gazetteer knows where it stands
	}
}

// about lets in the topics and the outcome.
func (g *ground) about(m *extract.Meeting, c extract.GoldMeeting) {
	for _, topic := range c.Topics {
		topic = one(topic)
		switch {
		case !g.borne(topic, m.Evidence):
			g.detail(BadWords)
		case len(m.Topics) == maxTopics:
			g.detail(TooMany)
		case !slices.Contains(m.Topics, topic):
			m.Topics = append(m.Topics, topic)
		}
	}
	if outcome := deref(c.Outcome); outcome != "" {
		if g.borne(outcome, m.Evidence) {
			m.Outcome = outcome
		} else {
			g.detail(BadWords)
		}
	}
}
