package lexicon

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// meanings spells the entries of the names in a text, weak ones in brackets.
func meanings(s string) []string {
	variants := []string{"", "name", "official", "alias", "surname", "adjective", "demonym", "metonym"}
	l := Default()
	tokens := l.Splitter().Tokens(s)
	var out []string
	for _, m := range l.Match(s, tokens) {
		part := []string{s[tokens[m.From].Start:tokens[m.To-1].End] + ":"}
		for _, e := range m.Entries {
			word := e.Code + "/" + variants[e.Variant]
			if e.Weak {
				word = "(" + word + ")"
			}
			part = append(part, word)
		}
		out = append(out, strings.Join(part, " "))
	}
	return out
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"They told us about turkey and nice reading.", nil},
		{"US and U.S. and NATO and Nato", []string{
			"US: country:US/alias", "U.S.: country:US/alias", "NATO: org:nato/name", "Nato: org:nato/name"}},
		{"Americans, Peruvian and Kosovars", []string{
			"Americans: country:US/demonym", "Peruvian: country:PE/adjective", "Kosovars: country:XK/demonym"}},
		{"Foggy Bottom", []string{"Foggy Bottom: venue:state-department/alias country:US/metonym"}},
		{"the Republic of the Congo", []string{"Republic of the Congo: country:CG/name"}},
		{"the Democratic Republic of the Congo", []string{"Democratic Republic of the Congo: country:CD/official"}},
		{"Congo", []string{"Congo: country:CD/alias country:CG/alias"}},
		{"South Sudanese", []string{"South Sudanese: country:SS/adjective"}},
		{"KIEV", []string{"KIEV: geonames:703448/alias country:UA/metonym"}},
		{"Élysée", []string{"Élysée: venue:elysee/alias country:FR/metonym"}},
		{"Georgia", []string{"Georgia: country:GE/name region:US-GA/name"}},
		{"Guinea-Bissau's envoy", []string{"Guinea-Bissau: country:GW/name"}},
		{"the People’s Republic of China", []string{"People’s Republic of China: country:CN/official"}},
		{"Kushner", []string{"Kushner: person:jared-kushner/surname"}},
		{"Clinton", []string{"Clinton: person:bill-clinton/surname person:hillary-clinton/surname"}},
		{"Mar-a-Lago", []string{"Mar-a-Lago: venue:mar-a-lago/name country:US/metonym"}},
		{"in Nice", []string{"Nice: (geonames:2990440/name)"}},
	} {
		if diff := cmp.Diff(c.want, meanings(c.in)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestAround(t *testing.T) {
	for code, want := range map[string]string{
		"venue:white-house":  "Washington, District of Columbia, United States, North America",
		"venue:great-hall":   "Beijing, China, Asia",
		"venue:mar-a-lago":   "Palm Beach, Florida, United States, North America",
		"venue:dolmabahce":   "Istanbul, Turkey, Asia",
		"venue:peace-house":  "Panmunjom, Korean Peninsula, Asia",
		"region:UA-14":       "Donbas, Ukraine, Europe",
		"geonames:2867714":   "Bavaria, Germany, Europe",
		"continent:europe":   "",
		"venue:no-such-hall": "",
	} {
		var got []string
		for _, p := range Default().Around(code) {
			got = append(got, p.Name)
		}
		if diff := cmp.Diff(want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
	}
}

func TestResolve(t *testing.T) {
	l := Default()
	for _, c := range []struct {
		kind Kind
		name string
		want string
	}{
		{KindCountry, "Ivory Coast", "country:CI"},
		{KindCountry, "Côte d’Ivoire", "country:CI"},
		{KindPlace, "Georgia", "region:US-GA"},
		{KindOrg, "Security Council", "org:unsc"},
		{KindPerson, "Volodymyr Zelensky", "person:volodymyr-zelenskyy"},
		{0, "Jordan", "country:JO"},
		{0, "Jordan met", ""},
		{0, "", ""},
	} {
		got := ""
		if es := l.Resolve(c.kind, c.name); len(es) > 0 {
			got = es[0].Code
		}
		if got != c.want {
			t.Errorf("Resolve(%d, %q) = %q, want %q", c.kind, c.name, got, c.want)
		}
	}
}

func TestLookUps(t *testing.T) {
	l := Default()
	if o, ok := l.Org("org:e3"); !ok || len(o.Members) != 3 {
		t.Errorf("E3 = %+v, want three members", o)
	}
	if got := l.Acts("org:us-state"); got != "country:US" {
		t.Errorf("the State Department acts for %q", got)
	}
	if got := l.Acts("org:hamas"); got != "org:hamas" {
		t.Errorf("Hamas acts for %q", got)
	}
	c, _ := l.Country("country:CH")
	if p, ok := l.Place(c.Capital); !ok || p.Name != "Bern" {
		t.Errorf("Switzerland's capital = %+v", p)
	}
	if p, ok := l.Person("person:marco-rubio"); !ok || p.Country != "country:US" || p.Offices[0].From[:4] != "2025" {
		t.Errorf("Rubio = %+v", p)
	}
	if !l.Given("Sergei") || !l.Given("ANDRÉS") || l.Given("summit") {
		t.Error("Given: want Sergei and ANDRÉS, not summit")
	}
	if got := l.Name("country:CD"); got != "Democratic Republic of Congo" {
		t.Errorf("Name(country:CD) = %q", got)
	}
	if got := l.Name("country:ZZ"); got != "" {
		t.Errorf("Name of an unknown code = %q", got)
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := read(dataFiles); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	l := Default()
	s := strings.Repeat("The foreign minister of Ivory Coast met the U.S. secretary of state, Marco Rubio, in Abidjan on Monday. ", 100)
	tokens := l.Splitter().Tokens(s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		l.Match(s, tokens)
	}
}

func TestWithin(t *testing.T) {
	l := Default()
	for _, c := range []struct {
		inner, outer string
		want         bool
	}{
		{"geonames:524901", "country:RU", true},
		{"venue:kremlin", "geonames:524901", true},
		{"country:RU", "geonames:524901", false},
		{"country:RU", "country:RU", false},
		{"nowhere", "country:RU", false},
	} {
		if got := l.Within(c.inner, c.outer); got != c.want {
			t.Errorf("Within(%q, %q) = %v", c.inner, c.outer, got)
		}
	}
}
