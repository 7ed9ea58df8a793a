package extract

import (
	"reflect"
	"slices"
	"testing"

	"parley/loader/lexicon"
)

const surveyed = `Foreign Minister Sergei Lavrov received Ada Quennell, the envoy of the Harbour League, in the Kremlin on Tuesday.
Xi and the European Commission sent greetings from Geneva. Petrov, a colonel, was there on 15 May. "Nothing is agreed after Friday," said Lavrov.`

func survey() *Survey {
	return NewSurvey(Document{ID: "s", Published: "2025-06-05", Text: surveyed}, lexicon.Default())
}

func TestSurveyPerson(t *testing.T) {
	s := survey()
	for name, want := range map[string]string{
		"Sergei Lavrov": "Sergei Lavrov", "Lavrov": "Sergei Lavrov", "Sergey Lavrov": "Sergei Lavrov",
		"Ada Quennell": "Ada Quennell", "ADA QUENNELL": "Ada Quennell", "Xi Jinping": "Xi",
		"Angela Merkel": "", "Ivan Lavrov": "", "Geneva": "", "Foreign Minister": "", "colonel": "", "Harbour League": "", "": "",
	} {
		p, ok := s.Person(name)
		if ok != (want != "") || ok && p.Name != want {
			t.Errorf("%q is %q, %v; want %q", name, p.Name, ok, want)
		}
		for _, m := range p.Mentions {
			if surveyed[m.Start:m.End] == "" || m.Start < m.Sentence.Start || m.End > m.Sentence.End {
				t.Errorf("%q stands at %v", name, m)
			}
		}
	}
}

func TestSurveyParty(t *testing.T) {
	s := survey()
	for name, want := range map[string]Actor{
		"Russia":              {"Russia", ActorCountry, "country:RU"},
		"the Kremlin":         {"Russia", ActorCountry, "country:RU"},
		"EU":                  {"European Union", ActorOrganization, "org:eu"},
		"European Commission": {"European Union", ActorOrganization, "org:eu"},
		"Harbour League":      {"Harbour League", ActorOrganization, ""},
		"Switzerland":         {}, "France": {}, "Hanseatic League": {}, "talks": {},
	} {
		if a, ok := s.Party(name); ok != (want.Name != "") || a != want {
			t.Errorf("%q is %+v, %v; want %+v", name, a, ok, want)
		}
	}
}

func TestSurveyPlace(t *testing.T) {
	s := survey()
	for name, want := range map[string][2]string{
		"Geneva": {"Geneva", ""}, "the Kremlin": {"Moscow", "Kremlin"}, "Moscow": {"Moscow", ""},
		"Paris": {}, "France": {}, "Sergei Lavrov": {}, "Atlantis": {},
	} {
		p, venue, ok := s.Place(name)
		got := [2]string{"", venue}
		if p != nil {
			got[0] = p.Name
		}
		if ok != (want[0] != "") || got != want {
			t.Errorf("%q is %q, %v; want %q", name, got, ok, want)
		}
	}
}

func TestSurveyNamed(t *testing.T) {
	s := survey()
	first, second := s.Sentences()[0], s.Sentences()[1]
	for _, c := range []struct {
		actor  Actor
		within Span
		want   bool
	}{
		{Actor{Name: "Sergei Lavrov", Kind: ActorPerson}, first, true},
		{Actor{Name: "Sergei Lavrov", Kind: ActorPerson}, second, false},
		{Actor{Name: "Russia", Kind: ActorCountry, Code: "country:RU"}, first, true},
		{Actor{Name: "European Union", Kind: ActorOrganization, Code: "org:eu"}, second, true},
		{Actor{Name: "European Union", Kind: ActorOrganization, Code: "org:eu"}, first, false},
		{Actor{Name: "Harbour League", Kind: ActorOrganization}, first, true},
		{Actor{Name: "Harbour League", Kind: ActorOrganization}, second, false},
	} {
		if got := s.Named(c.actor, c.within); got != c.want {
			t.Errorf("%+v within %v: %v", c.actor, c.within, got)
		}
	}
}

func TestSurveyDates(t *testing.T) {
	s := survey()
	all := s.Dates(s.Sentences())
	for _, want := range []string{"2025-06-03", "2025-05-15"} {
		if !slices.Contains(all, want) {
			t.Errorf("%q are without %s", all, want)
		}
	}
	if slices.Contains(all, "2025-06-06") {
		t.Error("a day that only bounds is told as a date")
	}
	if got := s.Dates(s.Sentences()[1:2]); len(got) != 0 {
		t.Errorf("a sentence without a date tells %q", got)
	}
}

func TestSurveyReadsAsExtractDoes(t *testing.T) {
	for _, d := range caseTexts(t) {
		if got, want := NewSurvey(d, lexicon.Default()).Extraction().Gold(d.Text), Extract(d, lexicon.Default()).Gold(d.Text); !reflect.DeepEqual(got, want) {
			t.Errorf("%s differs", d.ID)
		}
	}
}
