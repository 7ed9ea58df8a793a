package claims

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/loader/extract"
	"parley/loader/lexicon"
)

// article is what the claims of these tests are about.
var article = extract.Document{ID: "a", Published: "2025-06-05", Text: `Foreign Minister Sergei Lavrov met Secretary of State Marco Rubio in Geneva on Tuesday to discuss a prisoner exchange.
The two sides agreed to “exchange  lists of prisoners” — nothing more. Ada Quennell, the envoy of the Harbour League, said the League rejects any new tariffs on grain.

The weather was cold. Emmanuel Macron is due to receive Lavrov in Paris on 12 July.`}

// grounded lets in what the article bears out of an answer.
func grounded(t *testing.T, answer string) (extract.Gold, extract.Extraction, Dropped) {
	t.Helper()
	a, err := Read(answer)
	if err != nil {
		t.Fatal(err)
	}
	x, dropped := Ground(article, extract.NewSurvey(article, lexicon.Default()), Part{extract.Span{Start: 0, End: len(article.Text)}, true, true}, a)
	return x.Gold(article.Text), x, dropped
}

const first = `"Foreign Minister Sergei Lavrov met Secretary of State Marco Rubio in Geneva on Tuesday to discuss a prisoner exchange."`

// claim is a true claim of the article, with some fields replaced.
func claim(t *testing.T, replace string) string {
	t.Helper()
	m := map[string]any{}
	for _, s := range []string{`{"kind":"talks","status":"held","participants":["Sergei Lavrov","Marco Rubio"],"parties":["Russia","United States"],
		"place":"Geneva","venue":null,"date":"2025-06-03","topics":["prisoner exchange"],"outcome":null,"evidence":[` + first + `]}`, replace} {
		if err := json.Unmarshal([]byte(s), &m); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	b, _ := json.Marshal(m)
	return `{"meetings":[` + string(b) + `]}`
}

func TestWhatTheDocumentBearsOutIsLetIn(t *testing.T) {
	g, x, dropped := grounded(t, claim(t, `{}`))
	if len(dropped.Claims)+len(dropped.Details) != 0 || len(g.Meetings) != 1 {
		t.Fatalf("%+v, %v", g, dropped)
	}
	m := x.Meetings[0]
	if m.Place.Code == "" || m.Sides[0].Code != "country:RU" || m.Participants[1].Party.Code != "country:US" || m.Date != "2025-06-03" || !reflect.DeepEqual(m.Rules, []string{Origin}) {
		t.Errorf("got %+v", m)
	}
	if len(x.People) != 2 || len(x.People[0].Mentions) != 2 {
		t.Errorf("people %+v", x.People)
	}
}

// TestWhatItDoesNotBearOutIsDropped has, for each claim, what is left of it
// and why something had to go.
func TestWhatItDoesNotBearOutIsDropped(t *testing.T) {
	for name, c := range map[string]struct {
		replace, want string // want: JSON of the fields that must be so; "" for no meeting
		claims        map[Reason]int
		details       map[Reason]int
	}{
		"invented passage":                   {`{"evidence":["Lavrov and Rubio signed a treaty in Geneva."]}`, "", map[Reason]int{BadPassage: 1}, map[Reason]int{BadPassage: 1}},
		"one passage of two":                 {`{"evidence":["They signed a treaty in the end.", "Foreign Minister Sergei Lavrov met Secretary of State Marco Rubio in Geneva on Tuesday to discuss a prisoner exchange."]}`, `{"date":"2025-06-03"}`, nil, map[Reason]int{BadPassage: 1}},
		"no passage":                         {`{"evidence":[]}`, "", map[Reason]int{BadPassage: 1}, nil},
		"passage too short":                  {`{"evidence":["in Geneva on"]}`, "", map[Reason]int{BadPassage: 1}, map[Reason]int{BadPassage: 1}},
		"passage cut in words":               {`{"evidence":["ergei Lavrov met Secretary of Stat"]}`, "", map[Reason]int{BadPassage: 1}, map[Reason]int{BadPassage: 1}},
		"part of a sentence is the sentence": {`{"evidence":["Sergei Lavrov met Secretary of State"]}`, `{"evidence":[` + first + `]}`, nil, nil},
		"invented person":                    {`{"participants":["Sergei Lavrov","Marco Rubio","Angela Merkel"]}`, `{"participants":["Sergei Lavrov","Marco Rubio"]}`, nil, map[Reason]int{BadName: 1}},
		"invented counterpart":               {`{"participants":["Sergei Lavrov","Angela Merkel"],"parties":[]}`, "", map[Reason]int{TooLittle: 1}, map[Reason]int{BadName: 1}},
		"invented given name":                {`{"participants":["Ivan Lavrov","Marco Rubio"]}`, `{"participants":["Marco Rubio"]}`, nil, map[Reason]int{BadName: 1}},
		"endless names":                      {`{"participants":["Sergei Lavrov","Marco Rubio","` + strings.Repeat("A", 400) + `"],"place":"` + strings.Repeat("B", 400) + `"}`, `{"participants":["Sergei Lavrov","Marco Rubio"],"place":null}`, nil, map[Reason]int{BadName: 1, BadPlace: 1}},
		"surname":                            {`{"participants":["Lavrov","Rubio"]}`, `{"participants":["Sergei Lavrov","Marco Rubio"]}`, nil, nil},
		"invented party":                     {`{"parties":["Russia","China"]}`, `{"parties":["Russia"]}`, nil, map[Reason]int{BadName: 1}},
		"party by another name":              {`{"parties":["US","Russian Federation"]}`, `{"parties":["United States","Russia"]}`, nil, nil},
		"invented place":                     {`{"place":"Vienna"}`, `{"place":null}`, nil, map[Reason]int{BadPlace: 1}},
		"invented venue":                     {`{"venue":"Palais Wilson"}`, `{"venue":null,"place":"Geneva"}`, nil, map[Reason]int{BadPlace: 1}},
		"invented day":                       {`{"date":"2025-06-04"}`, `{"date":null}`, nil, map[Reason]int{BadDate: 1}},
		"another passage's day":              {`{"date":"2025-07-12"}`, `{"date":null}`, nil, map[Reason]int{BadDate: 1}},
		"day of publication":                 {`{"date":"2025-06-05"}`, `{"date":null}`, nil, map[Reason]int{BadDate: 1}},
		"day of the sentence before":         {`{"evidence":["Ada Quennell, the envoy of the Harbour League, said the League rejects any new tariffs on grain."]}`, `{"date":"2025-06-03","evidence":[` + first + `,"Ada Quennell, the envoy of the Harbour League, said the League rejects any new tariffs on grain."]}`, nil, nil},
		"nobody, but where and when":         {`{"participants":[],"parties":[]}`, `{"place":"Geneva","date":"2025-06-03"}`, nil, nil},
		"nobody, but where":                  {`{"participants":[],"parties":[],"date":null}`, "", map[Reason]int{TooLittle: 1}, nil},
		"month of the day":                   {`{"date":"2025-06"}`, `{"date":"2025-06"}`, nil, nil},
		"year from nowhere":                  {`{"date":"2024-06-03"}`, `{"date":null}`, nil, map[Reason]int{BadDate: 1}},
		"no such day":                        {`{"date":"2025-02-30"}`, `{"date":null}`, nil, map[Reason]int{BadDate: 1}},
		"words for a date":                   {`{"date":"Tuesday"}`, `{"date":null}`, nil, map[Reason]int{BadDate: 1}},
		"held in the future":                 {`{"date":"2025-06-10"}`, `{"date":null}`, nil, map[Reason]int{BadDate: 1}},
		"scheduled next Tuesday":             {`{"date":"2025-06-10","status":"scheduled"}`, `{"date":"2025-06-10"}`, nil, nil},
		"unknown kind":                       {`{"kind":"showdown"}`, `{"kind":"talks"}`, nil, map[Reason]int{BadValue: 1}},
		"unknown status":                     {`{"status":"rumoured"}`, "", map[Reason]int{BadValue: 1}, nil},
		"capital letters":                    {`{"kind":"TALKS","status":"Held"}`, `{"kind":"talks","status":"held"}`, nil, nil},
		"call has no place":                  {`{"kind":"call"}`, `{"place":null}`, nil, nil},
		"invented topic":                     {`{"topics":["prisoner exchange","nuclear weapons"]}`, `{"topics":["prisoner exchange"]}`, nil, map[Reason]int{BadWords: 1}},
		"topic of stop words":                {`{"topics":["to a"]}`, `{"topics":[]}`, nil, map[Reason]int{BadWords: 1}},
		"inflected topic":                    {`{"topics":["exchange of prisoners"]}`, `{"topics":["exchange of prisoners"]}`, nil, nil},
		"topic told elsewhere":               {`{"topics":["tariffs on grain"]}`, `{"topics":["tariffs on grain"]}`, nil, nil},
		"five topics":                        {`{"topics":["a prisoner","exchange","prisoner exchange","Geneva","Tuesday"]}`, `{"topics":["a prisoner","exchange","prisoner exchange","Geneva"]}`, nil, map[Reason]int{TooMany: 1}},
		"invented outcome":                   {`{"outcome":"a ceasefire"}`, `{"outcome":null}`, nil, map[Reason]int{BadWords: 1}},
		"passage about the weather":          {`{"evidence":["The weather was cold."],"date":null,"place":null,"topics":[],"participants":["Emmanuel Macron"],"parties":["France"]}`, "", map[Reason]int{TooLittle: 1}, map[Reason]int{BadActor: 2}},
		"quotation marks and spaces":         {`{"evidence":["The two sides agreed to \"exchange lists of prisoners\" - nothing more."],"date":null,"outcome":"exchange lists of prisoners"}`, `{"outcome":"exchange lists of prisoners","evidence":["The two sides agreed to “exchange lists of prisoners” — nothing more."]}`, nil, nil},
	} {
		g, _, dropped := grounded(t, claim(t, c.replace))
		if !reflect.DeepEqual(dropped, Dropped{c.claims, c.details}) {
			t.Errorf("%s: %v", name, dropped)
		}
		if c.want == "" || len(g.Meetings) == 0 {
			if len(g.Meetings) != 0 || c.want != "" {
				t.Errorf("%s: left is %+v", name, g.Meetings)
			}
			continue
		}
		want := g.Meetings[0]
		for _, l := range []*[]string{&want.Participants, &want.Parties, &want.Topics, &want.Evidence} {
			*l = slices.Clone(*l) // or decoding writes over what was got
		}
		if err := json.Unmarshal([]byte(c.want), &want); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(g.Meetings[0], want) {
			t.Errorf("%s: got %+v, want %s", name, g.Meetings[0], c.want)
		}
	}
}

func TestPeopleAreHeldAgainstTheDocument(t *testing.T) {
	_, x, dropped := grounded(t, `{"meetings":[],"people":[
		{"name":"Ada Quennell","roles":["envoy of the Harbour League","queen"],"party":"Harbour League"},
		{"name":"Marco Rubio","roles":["Secretary of State"],"party":"France"},
		{"name":"Angela Merkel","roles":[],"party":null},
		{"name":"Foreign Minister","roles":[],"party":null}]}`)
	if len(x.People) != 2 || x.People[0].Name != "Marco Rubio" || x.People[1].Name != "Ada Quennell" {
		t.Fatalf("people %+v", x.People)
	}
	if p := x.People[0]; p.Party == nil || p.Party.Name != "United States" {
		t.Errorf("what the text says of a person's party gives way to the claim: %+v", p.Party)
	}
	if p := x.People[1]; p.Party == nil || p.Party.Name != "Harbour League" || !strings.Contains(strings.Join(p.Roles, "|"), "envoy of the Harbour League") {
		t.Errorf("got %+v", p)
	}
	if want := (Dropped{map[Reason]int{BadName: 2}, map[Reason]int{BadWords: 1}}); !reflect.DeepEqual(dropped, want) {
		t.Errorf("dropped %v", dropped)
	}
}

func TestPositionsAreHeldAgainstTheDocument(t *testing.T) {
	said := `"evidence":"Ada Quennell, the envoy of the Harbour League, said the League rejects any new tariffs on grain."`
	_, x, dropped := grounded(t, `{"meetings":[],"positions":[
		{"actor":"Ada Quennell","act":"rejects","what":"new tariffs on grain",`+said+`},
		{"actor":"Harbour League and Russia","act":"rejects","what":"tariffs on grain",`+said+`},
		{"actor":"Angela Merkel","act":"rejects","what":"tariffs on grain",`+said+`},
		{"actor":"Ada Quennell","act":"laments","what":"tariffs on grain",`+said+`},
		{"actor":"Ada Quennell","act":"rejects","what":"sanctions",`+said+`},
		{"actor":"Ada Quennell","act":"rejects","what":"tariffs on grain","evidence":"She said that tariffs are out of the question."}]}`)
	var got []string
	for _, p := range x.Positions {
		got = append(got, p.Actor.Name+" "+p.Act+" "+p.What)
	}
	if strings.Join(got, "; ") != "Ada Quennell rejects new tariffs on grain; Harbour League rejects tariffs on grain; Russia rejects tariffs on grain" {
		t.Errorf("got %q", got)
	}
	if want := (Dropped{map[Reason]int{BadName: 1, BadValue: 1, BadWords: 1, BadPassage: 1}, map[Reason]int{BadPassage: 1}}); !reflect.DeepEqual(dropped, want) {
		t.Errorf("dropped %v", dropped)
	}
}

// TestAPartKnowsItsOwnPassages lets a passage stand in the part only that was
// asked about.
func TestAPartKnowsItsOwnPassages(t *testing.T) {
	a, err := Read(claim(t, `{}`))
	if err != nil {
		t.Fatal(err)
	}
	half := Part{extract.Span{Start: strings.Index(article.Text, "The weather"), End: len(article.Text)}, false, true}
	x, dropped := Ground(article, extract.NewSurvey(article, lexicon.Default()), half, a)
	if len(x.Meetings) != 0 || dropped.Claims[BadPassage] != 1 {
		t.Errorf("got %+v, %v", x.Meetings, dropped)
	}
}

// FuzzGround holds that nothing gets in that points outside the document,
// whatever the text and the answer.
func FuzzGround(f *testing.F) {
	f.Add(article.Text, claimText)
	f.Add("“A” met B\u00a0in Rome — \ufeff", `{"meetings":[{"status":"held","parties":["Rome","B"],"evidence":["\"A\" met B in Rome -"]}]}`)
	f.Fuzz(func(t *testing.T, text, answer string) {
		doc := extract.Document{ID: "f", Published: "2025-06-05", Text: strings.ToValidUTF8(text, "?")}
		a, err := Read(answer)
		if err != nil {
			return
		}
		survey := extract.NewSurvey(doc, lexicon.Default())
		for _, p := range Parts(doc.Text, survey.Sentences(), 200, 40) {
			x, _ := Ground(doc, survey, p, a)
			for _, m := range x.Meetings {
				if len(m.Evidence) == 0 || len(m.Participants)+len(m.Sides) == 0 {
					t.Errorf("an empty meeting: %+v", m)
				}
				for _, e := range m.Evidence {
					if e.Start < 0 || e.End > len(doc.Text) || e.Start >= e.End || !overlap([]extract.Span{e}, []extract.Span{p.Span}) {
						t.Errorf("evidence at %v of part %v", e, p)
					}
				}
			}
		}
	})
}

const claimText = `{"meetings":[{"kind":"talks","status":"held","participants":["Sergei Lavrov","Marco Rubio"],"parties":["Russia"],"place":"Geneva","date":"2025-06-03","evidence":[` + first + `]}]}`
