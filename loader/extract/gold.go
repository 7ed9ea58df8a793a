package extract

import "strings"

// Gold is an extraction in the form of the annotation guidelines, one JSON
// object a document, as score.py reads it.
type Gold struct {
	ID        string         `json:"id"`
	Published *string        `json:"published"`
	Meetings  []GoldMeeting  `json:"meetings"`
	People    []GoldPerson   `json:"people"`
	Positions []GoldPosition `json:"positions"`
}

// GoldMeeting is a meeting in that form; null stands for what is not stated.
type GoldMeeting struct {
	Kind         string   `json:"kind"`
	Status       string   `json:"status"`
	Participants []string `json:"participants"`
	Parties      []string `json:"parties"`
	Place        *string  `json:"place"`
	Venue        *string  `json:"venue"`
	Date         *string  `json:"date"`
	Topics       []string `json:"topics"`
	Outcome      *string  `json:"outcome"`
	Evidence     []string `json:"evidence"`
	// Confidence and Rules are Parley's own, not the guidelines'.
	Confidence float64  `json:"confidence"`
	Rules      []string `json:"rules"`
}

// GoldPerson is a named person in that form.
type GoldPerson struct {
	Name  string   `json:"name"`
	Roles []string `json:"roles"`
	Party *string  `json:"party"`
}

// GoldPosition is a position in that form; What is in the text's words.
type GoldPosition struct {
	Actor    string `json:"actor"`
	Act      string `json:"act"`
	What     string `json:"what"`
	Evidence string `json:"evidence"`
}

// Gold writes the extraction in the guidelines' form; text is the document's
// text, from which the evidence is quoted verbatim.
func (x Extraction) Gold(text string) Gold {
	g := Gold{ID: x.ID, Published: orNull(x.Published), Meetings: []GoldMeeting{}, People: []GoldPerson{}, Positions: []GoldPosition{}}
	for _, m := range x.Meetings {
		g.Meetings = append(g.Meetings, m.gold(text))
	}
	for _, p := range x.People {
		q := GoldPerson{Name: p.Name, Roles: list(p.Roles)}
		if p.Party != nil {
			q.Party = &p.Party.Name
		}
		g.People = append(g.People, q)
	}
	for _, p := range x.Positions {
		if p.Act == "says" {
			continue // the guidelines have no plain statements
		}
		g.addPosition(GoldPosition{p.Actor.Name, p.Act, p.What, quote(text, p.Evidence[0])})
	}
	return g
}

// maxGoldPositions is how many positions of a document the guidelines allow.
const maxGoldPositions = 12

// addPosition adds a position; one that several actors take together is one,
// by "A, B and C".
func (g *Gold) addPosition(p GoldPosition) {
	if n := len(g.Positions); n > 0 {
		last := &g.Positions[n-1]
		if last.Act == p.Act && last.What == p.What && last.Evidence == p.Evidence {
			last.Actor = strings.ReplaceAll(last.Actor, " and ", ", ") + " and " + p.Actor
			return
		}
	}
	if len(g.Positions) < maxGoldPositions {
		g.Positions = append(g.Positions, p)
	}
}

// gold writes one meeting.
func (m Meeting) gold(text string) GoldMeeting {
	g := GoldMeeting{
		Kind: m.Kind, Status: m.Status, Participants: []string{}, Parties: []string{}, Topics: list(m.Topics),
		Venue: orNull(m.Venue), Date: orNull(m.Date), Outcome: orNull(m.Outcome),
		Confidence: m.Confidence, Rules: list(m.Rules),
	}
	for _, p := range m.Participants {
		g.Participants = append(g.Participants, p.Name)
	}
	for _, s := range m.Sides {
		g.Parties = append(g.Parties, s.Name)
	}
	if m.Place != nil && !m.Place.Implied { // the text is the only source
		g.Place = &m.Place.Name
	}
	for _, e := range m.Evidence {
		g.Evidence = append(g.Evidence, quote(text, e))
	}
	return g
}

// quote is the text of a span with its white space made single.
func quote(text string, s Span) string {
	return strings.Join(strings.Fields(text[s.Start:s.End]), " ")
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// list is never null in JSON.
func list(xs []string) []string {
	if xs == nil {
		return []string{}
	}
	return xs
}
