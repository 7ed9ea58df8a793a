package extractor

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/loader/extract"
)

// meeting makes a held meeting of people, each with the state that they act
// for after a slash, with its passages at these tens.
func meeting(date, place string, people []string, at ...int) extract.Meeting {
	m := extract.Meeting{Kind: "talks", Status: "held", Date: date}
	for _, p := range people {
		name, party, _ := strings.Cut(p, "/")
		q := extract.Participant{Actor: extract.Actor{Name: name, Kind: extract.ActorPerson}, Role: "participant"}
		if party != "" {
			q.Party = &extract.Actor{Name: party, Kind: extract.ActorCountry, Code: "country:" + party}
		}
		if name == "" {
			m.Sides = append(m.Sides, extract.Side{Actor: *q.Party, Role: "participant"})
			continue
		}
		m.Participants = append(m.Participants, q)
	}
	if place != "" {
		m.Place = &extract.Place{Name: place}
	}
	for _, i := range at {
		m.Evidence = append(m.Evidence, extract.Span{Start: 10 * i, End: 10*i + 9})
	}
	return m
}

func TestAlike(t *testing.T) {
	ab := []string{"Ana/FR", "Bo/KE"}
	base := meeting("2025-06-03", "Oslo", ab, 1)
	call := base
	call.Kind = "call"
	planned := meeting("", "", ab, 7)
	planned.Status = "scheduled"
	plannedHere := planned
	plannedHere.Evidence = base.Evidence
	inState := meeting("", "", ab, 1)
	inState.Place = &extract.Place{Name: "Norway", Code: "country:NO"}
	for name, c := range map[string]struct {
		other extract.Meeting
		want  bool
	}{
		"itself":                     {base, true},
		"elsewhere in the text":      {meeting("", "", ab, 9), true},
		"sides only, elsewhere":      {meeting("", "", []string{"/FR", "/KE"}, 9), true},
		"one more person":            {meeting("", "", []string{"Ana/FR", "Bo/KE", "Cy/KE"}, 1), true},
		"one person, same passage":   {meeting("", "", []string{"Ana/FR"}, 1), true},
		"one person, elsewhere":      {meeting("", "", []string{"Ana"}, 9), false},
		"another counterpart":        {meeting("", "", []string{"Ana/FR", "Cy/PE"}, 1), false},
		"another counterpart's side": {meeting("", "", []string{"Ana/FR", "/PE"}, 1), false},
		"nobody in common":           {meeting("", "", []string{"Cy/PE", "Di/CL"}, 1), false},
		"another day":                {meeting("2025-06-04", "", ab, 1), false},
		"that month":                 {meeting("2025-06", "", ab, 1), true},
		"another month":              {meeting("2025-07", "", ab, 1), false},
		"days around it":             {meeting("2025-06-02/2025-06-05", "", ab, 1), true},
		"days after it":              {meeting("2025-06-04/2025-06-05", "", ab, 1), false},
		"another city":               {meeting("", "Bergen", ab, 1), false},
		"the state around the city":  {inState, true},
		"by phone":                   {call, false},
		"planned, elsewhere":         {planned, false},
		"planned, same passage":      {plannedHere, true},
	} {
		if got := alike(tell(&base), tell(&c.other)) > 0; got != c.want {
			t.Errorf("%s: %v", name, got)
		}
		if alike(tell(&base), tell(&c.other)) != alike(tell(&c.other), tell(&base)) {
			t.Errorf("%s: it depends on the order", name)
		}
	}
}

func TestJoinMakesOneOfTwoParts(t *testing.T) {
	a := extract.Extraction{ID: "x", Meetings: []extract.Meeting{meeting("", "", []string{"Ana/FR", "Bo/KE"}, 3)}}
	b := extract.Extraction{ID: "x", Meetings: []extract.Meeting{
		meeting("2025-06-03", "Oslo", []string{"Ana/FR", "Bo/KE", "Cy/KE"}, 4),
		meeting("", "", []string{"Di/CL", "Ed/PE"}, 1),
	}}
	x := Join(a, b)
	if len(x.Meetings) != 2 || x.Meetings[0].Evidence[0].Start != 10 {
		t.Fatalf("got %+v", x.Meetings)
	}
	m := x.Meetings[1]
	if m.Date != "2025-06-03" || m.Place == nil || len(m.Participants) != 3 || !reflect.DeepEqual(m.Evidence, []extract.Span{{Start: 30, End: 39}, {Start: 40, End: 49}}) {
		t.Errorf("got %+v", m)
	}
	if len(a.Meetings[0].Participants) != 2 || len(a.Meetings[0].Evidence) != 1 {
		t.Error("the joined reading has changed")
	}
}

func TestCheckSaysWhoFoundWhat(t *testing.T) {
	both, mine, his := meeting("", "Oslo", []string{"Ana/FR", "Bo/KE"}, 5), meeting("", "", []string{"Di/CL", "Ed/PE"}, 7), meeting("2025", "", []string{"Fi/UY", "Gus/PY"}, 1)
	both.Rules, mine.Rules = []string{"verb:met"}, []string{"noun:talks"}
	mine.Follows = []int{0}
	both.Confidence, mine.Confidence, his.Confidence = 0.7, 0.7, 0.6
	also := meeting("2025-06-03", "", []string{"Ana/FR", "Bo/KE"}, 5)
	also.Rules, his.Rules = []string{"llm"}, []string{"llm"}
	rules := extract.Extraction{Meetings: []extract.Meeting{both, mine}, Proposals: []extract.Proposal{{Name: "a plan"}}}
	x := Check(rules, extract.Extraction{Meetings: []extract.Meeting{his, also}})
	var got [][]string
	for _, m := range x.Meetings {
		got = append(got, m.Rules)
	}
	if want := [][]string{{"llm"}, {"verb:met", "llm", "rules"}, {"noun:talks", "rules"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for i, want := range []float64{0.48, 0.86, 0.59} {
		if got := x.Meetings[i].Confidence; got != want {
			t.Errorf("meeting %d is sure to %v, want %v", i, got, want)
		}
	}
	if x.Meetings[1].Date != "2025-06-03" || len(x.Proposals) != 1 || !slices.Equal(x.Meetings[2].Follows, []int{1}) {
		t.Errorf("got %+v", x)
	}
	if len(rules.Meetings[0].Rules) != 1 || rules.Meetings[1].Follows[0] != 0 {
		t.Error("the rules' reading has changed")
	}
}

func TestJoinedPeopleAndPositions(t *testing.T) {
	at := func(i int) extract.Mention {
		return extract.Mention{Span: extract.Span{Start: i, End: i + 2}, Sentence: extract.Span{Start: 0, End: 99}}
	}
	party := &extract.Actor{Name: "Kenya"}
	position := extract.Position{Actor: extract.Actor{Name: "Bo"}, Act: "rejects", What: "tariffs", OnProposal: 0, Evidence: []extract.Span{{Start: 5, End: 9}}}
	again := position
	again.What, again.OnProposal = "new tariffs", -1
	x := Join(
		extract.Extraction{People: []extract.Person{{Name: "Bo", Roles: []string{"envoy"}, Mentions: []extract.Mention{at(10)}}}, Positions: []extract.Position{position}},
		extract.Extraction{People: []extract.Person{{Name: "Ana", Mentions: []extract.Mention{at(1)}}, {Name: "Bo", Roles: []string{"Envoy", "doctor"}, Party: party, Mentions: []extract.Mention{at(10), at(20)}}}, Positions: []extract.Position{again}},
	)
	if len(x.People) != 2 || x.People[0].Name != "Ana" || x.People[1].Party != party || len(x.People[1].Mentions) != 2 || !slices.Equal(x.People[1].Roles, []string{"envoy", "doctor"}) {
		t.Errorf("people %+v", x.People)
	}
	if len(x.Positions) != 1 || x.Positions[0].OnProposal != 0 {
		t.Errorf("positions %+v", x.Positions)
	}
}
