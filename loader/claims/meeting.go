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
	g.when(&m, c)
	if !enough(&m, c) {
		g.claim(TooLittle)
		return
	}
	g.about(&m, c)
	g.out.Meetings = append(g.out.Meetings, m)
}

// enough reports a meeting of at least two actors; or of as many as were
// claimed, which lost none, with two of who, where and when.
func enough(m *extract.Meeting, c extract.GoldMeeting) bool {
	actors, claimed := len(m.Participants)+len(m.Sides), len(c.Participants)+len(c.Parties)
	if actors >= 2 {
		return true
	}
	told := actors
	if m.Place != nil || m.Venue != "" {
		told++
	}
	if m.Date != "" {
		told++
	}
	return actors == claimed && told >= 2
}

// leadIn is how many sentences before a passage may say whom it means.
const leadIn = 5

// near reports that an actor is named in a passage or in the sentences that
// lead to it.
func (g *ground) near(a extract.Actor, passages []extract.Span) bool {
	return slices.ContainsFunc(passages, func(e extract.Span) bool {
		return g.survey.Named(a, extract.Span{Start: g.before(e)[0].Start, End: e.End})
	})
}

// before returns a sentence of the document with those that lead to it.
func (g *ground) before(e extract.Span) []extract.Span {
	i, _ := slices.BinarySearchFunc(g.words.sentences, e, func(a, b extract.Span) int { return a.Start - b.Start })
	return g.words.sentences[max(0, i-leadIn) : i+1]
}

// when lets in the date. One that is told in a sentence that leads to the
// passages brings that sentence along.
func (g *ground) when(m *extract.Meeting, c extract.GoldMeeting) {
	date := deref(c.Date)
	if date == "" {
		return
	}
	if !g.possible(date, m.Status) {
		g.detail(BadDate)
		return
	}
	if tells(append(g.survey.Dates(m.Evidence), g.lent(m.Evidence)...), date) {
		m.Date = date
		return
	}
	for _, s := range slices.Backward(g.before(m.Evidence[0])) {
		if tells(g.survey.Dates([]extract.Span{s}), date) {
			m.Date, m.Evidence = date, slices.Insert(m.Evidence, 0, s)
			return
		}
	}
	g.detail(BadDate)
}

// actors lets in who takes part.
func (g *ground) actors(m *extract.Meeting, c extract.GoldMeeting) {
	for _, name := range c.Participants {
		p := g.somebody(name)
		if p == nil {
			g.detail(BadName)
			continue
		}
		if !g.near(extract.Actor{Name: p.Name, Kind: extract.ActorPerson}, m.Evidence) {
			g.detail(BadActor)
			continue
		}
		if !slices.ContainsFunc(m.Participants, func(q extract.Participant) bool { return q.Name == p.Name }) {
			m.Participants = append(m.Participants, extract.Participant{
				Actor: extract.Actor{Name: p.Name, Kind: extract.ActorPerson}, Role: participant, Party: p.Party,
			})
		}
	}
	for _, name := range c.Parties {
		a, ok := g.party(name)
		if !ok {
			g.detail(BadName)
			continue
		}
		if !g.near(a, m.Evidence) {
			g.detail(BadActor)
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
		if len(place) <= maxPhrase {
			m.Place, m.Venue, ok = g.survey.Place(place)
		}
		if !ok {
			g.detail(BadPlace)
		}
	}
	venue := deref(c.Venue)
	if venue == "" {
		return
	}
	if len(venue) > maxPhrase || !g.words.says(venue) {
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
