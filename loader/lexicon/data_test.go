package lexicon

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"parley/fold"
)

// own are this package's data files; the others are the grammar's.
var own = []string{
	"abbreviations.tsv", "common_words.tsv", "continents.tsv", "countries.tsv", "given_names.tsv", "names.tsv", "orgs.tsv",
	"people.tsv", "places.tsv", "places_more.tsv", "places_wanted.tsv", "regions.tsv", "surnames.tsv", "thesaurus.tsv", "venues.tsv",
}

// TestSources: every file says where it is from, and FORMAT.md describes it.
func TestSources(t *testing.T) {
	b, err := os.ReadFile("data/FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	format := string(b)
	for _, name := range own {
		b, err := fs.ReadFile(dataFiles, "data/"+name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(b), "\n# Source: ") {
			t.Errorf("%s: no line \"# Source:\"", name)
		}
		if !strings.Contains(format, "`"+name+"`") {
			t.Errorf("%s: not described in data/FORMAT.md", name)
		}
		lines(t, name, string(b))
	}
}

// lines checks the typography of a file.
func lines(t *testing.T, name, data string) {
	t.Helper()
	seen := map[string]int{}
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if old := seen[line]; old > 0 {
			t.Errorf("%s:%d: the same as line %d", name, n, old)
		}
		seen[line] = n
		for _, col := range strings.Split(line, "\t") {
			for _, v := range strings.Split(col, "|") {
				if v != strings.TrimSpace(v) || col != "" && v == "" {
					t.Errorf("%s:%d: %q has an empty value or white space around one", name, n, col)
				}
			}
		}
	}
}

// TestLists: no value stands twice in the lists of a row.
func TestLists(t *testing.T) {
	l := Default()
	for code, c := range l.countries {
		twice(t, code, append(slices.Concat(c.Aliases, c.Adjectives), c.Name, c.Official))
		twice(t, code, c.Metonyms)
	}
	for code, o := range l.orgs {
		twice(t, code, append(slices.Clone(o.Aliases), o.Name))
	}
	for code, p := range l.places {
		twice(t, code, append(slices.Clone(p.Aliases), p.Name))
	}
	for code, p := range l.people {
		twice(t, code, append(slices.Clone(p.Aliases), p.Name))
	}
}

func twice(t *testing.T, code string, forms []string) {
	t.Helper()
	seen := map[string]bool{}
	for _, f := range forms {
		if f != "" && seen[f] {
			t.Errorf("%s: %q stands twice", code, f)
		}
		seen[f] = true
	}
}

func TestCountries(t *testing.T) {
	l := Default()
	if n := len(l.countries); n != 197 {
		t.Errorf("%d states, want 193 members, 2 observers, Kosovo and Taiwan", n)
	}
	for code, c := range l.countries {
		if code != "country:VA" && len(c.Adjectives) == 0 {
			t.Errorf("%s: no adjective", code)
		}
		if _, ok := l.places[c.Capital]; !ok && c.Capital != "" {
			t.Errorf("%s: its capital %q is no place: add it to places_wanted.tsv", code, c.Capital)
		}
		if c.Capital == "" && code != "country:IL" && code != "country:PS" {
			t.Errorf("%s: no capital", code)
		}
	}
}

func TestOrgs(t *testing.T) {
	l := Default()
	kinds := []OrgKind{OrgAlliance, OrgInternational, OrgGovernment, OrgArmedGroup, OrgParty, OrgCompany, OrgNGO, OrgMedia}
	if n := len(l.orgs); n < 300 {
		t.Errorf("%d organisations, want at least 300", n)
	}
	for code, o := range l.orgs {
		if !slices.Contains(kinds, o.Kind) {
			t.Errorf("%s: unknown kind %q", code, o.Kind)
		}
		if strings.TrimPrefix(code, "org:") != slug(strings.TrimPrefix(code, "org:")) {
			t.Errorf("%s: a code is of small letters, digits and hyphens", code)
		}
		for _, c := range append(slices.Clone(o.Members), o.State) {
			if c != "" && l.countries[c] == nil {
				t.Errorf("%s: unknown country %q", code, c)
			}
		}
		if o.PartOf != "" && l.Name(o.PartOf) == "" {
			t.Errorf("%s is part of the unknown %q", code, o.PartOf)
		}
		twice(t, code, o.Members)
		if o.Kind == OrgGovernment && o.State == "" && o.PartOf == "" {
			t.Errorf("%s: a body of which state?", code)
		}
	}
}

func TestPlaces(t *testing.T) {
	l := Default()
	types := map[PlaceType]int{}
	for code, p := range l.places {
		types[p.Type]++
		if p.Lat == 0 && p.Lon == 0 {
			t.Errorf("%s has no point", code)
		}
		if (p.In == "") != (p.Type == TypeContinent) {
			t.Errorf("%s lies in %q", code, p.In)
		}
		around := l.Around(code)
		if len(around) > 0 && around[len(around)-1].Type != TypeContinent {
			t.Errorf("%s lies in no continent", code)
		}
	}
	if types[TypeCity] < 5000 || types[TypeVenue] < 100 || types[TypeRegion] < 150 {
		t.Errorf("places by type: %v", types)
	}
}

func TestPeople(t *testing.T) {
	l := Default()
	if n := len(l.people); n < 120 {
		t.Errorf("%d people, want at least 120", n)
	}
	for code, p := range l.people {
		if l.Name(p.Country) == "" {
			t.Errorf("%s: unknown country or organisation %q", code, p.Country)
		}
		if !strings.Contains(fold.Name(p.Name+" "+strings.Join(p.Aliases, " ")), fold.Name(p.Surname)) {
			t.Errorf("%s: %q is no part of the name", code, p.Surname)
		}
		if len(p.Offices) == 0 {
			t.Errorf("%s: no office", code)
		}
		for _, o := range p.Offices {
			if o.From < "1945" || o.To != "" && o.To < o.From[:min(len(o.From), len(o.To))] {
				t.Errorf("%s: %s from %s to %s", code, o.Title, o.From, o.To)
			}
			if l.Name(o.Party) == "" {
				t.Errorf("%s: %s of the unknown %q", code, o.Title, o.Party)
			}
		}
	}
}

// TestBadData: what is wrong with a file is said with its line.
func TestBadData(t *testing.T) {
	for name, c := range map[string]struct{ file, from, to, want string }{
		"columns":   {"orgs.tsv", "\tOxfam\t", "\tOxfam\t\t", "want 8 columns"},
		"header":    {"venues.tsv", "code\tname", "code\tnom", "want the columns"},
		"twice":     {"countries.tsv", "\nRU\t", "\nUS\t", "country:US stands twice"},
		"continent": {"countries.tsv", "\teurope\t46\t2", "\teuropa\t46\t2", `unknown continent "continent:europa"`},
		"point":     {"regions.tsv", "\t43\t21\t", "\t43\t210\t", "no latitude and longitude"},
		"place":     {"places_more.tsv", "region:US-NH", "region:US-XX", `unknown place "region:US-XX"`},
		"number":    {"places_more.tsv", "\t30000\t", "\tmany\t", "not a whole number"},
		"class":     {"abbreviations.tsv", "joins\te.g", "glues\te.g", `unknown class "glues"`},
		"office":    {"people.tsv", "prime minister 1979-1990", "prime minister", "want a title and years"},
		"family":    {"names.tsv", "ending\tslavic", "ending\tslavonic", "unknown family"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(spoilt(t, c.file, c.from, c.to))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.file) {
				t.Errorf("error %v, want %q of %s", err, c.want, c.file)
			}
		})
	}
}

// spoilt is the data with one text replaced in one file.
func spoilt(t *testing.T, file, from, to string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range own {
		b, err := fs.ReadFile(dataFiles, "data/"+name)
		if err != nil {
			t.Fatal(err)
		}
		if name == file {
			if !strings.Contains(string(b), from) {
				t.Fatalf("%s has no %q", name, from)
			}
			b = []byte(strings.Replace(string(b), from, to, 1))
		}
		files["data/"+name] = &fstest.MapFile{Data: b}
	}
	return files
}

// TestSameEveryTime: two readings give the same meanings in the same order.
func TestSameEveryTime(t *testing.T) {
	a, err := read(dataFiles)
	if err != nil {
		t.Fatal(err)
	}
	b := Default()
	for _, form := range slices.Sorted(maps.Keys(forms(a))) {
		x, y := a.Resolve(0, form), b.Resolve(0, form)
		if !slices.Equal(x, y) {
			t.Fatalf("%q: %v, then %v", form, x, y)
		}
	}
}

// forms are the names of everything.
func forms(l *Lexicon) map[string]bool {
	out := map[string]bool{}
	for _, p := range l.places {
		out[p.Name] = true
	}
	for _, c := range l.countries {
		for _, f := range slices.Concat(c.Adjectives, c.Demonyms, c.Metonyms) {
			out[f] = true
		}
	}
	for _, p := range l.people {
		out[p.Surname] = true
	}
	return out
}

// rivals held one office at once, or claimed to.
var rivals = map[string]string{
	"person:laurent-gbagbo": "stayed for months after he had lost an election",
	"person:fathi-bashagha": "appointed by one of two parliaments of Libya",
}

// TestTerms: nobody holds an office that another surely holds.
func TestTerms(t *testing.T) {
	l := Default()
	type term struct {
		who string
		o   Office
	}
	held := map[string][]term{}
	for _, p := range l.People() {
		for _, o := range p.Offices {
			if l.spelling.Unique[fold.Name(o.Words)] && rivals[p.Code] == "" {
				held[o.Party+" "+o.Words] = append(held[o.Party+" "+o.Words], term{p.Code, o})
			}
		}
	}
	for _, office := range slices.Sorted(maps.Keys(held)) {
		for i, a := range held[office] {
			for _, b := range held[office][i+1:] {
				if overlap(a.o, b.o) {
					t.Errorf("%s: %s %s-%s and %s %s-%s", office, a.who, a.o.From, a.o.To, b.who, b.o.From, b.o.To)
				}
			}
		}
	}
}

// overlap reports terms that have a day in common, however coarse their dates.
func overlap(a, b Office) bool {
	last := func(d string) string { return d + "9999-12-31"[min(len(d), 10):] }
	first := func(d string) string { return d + "0000-01-01"[min(len(d), 10):] }
	end := func(d string) string {
		if d == "" {
			return last(d)
		}
		return first(d)
	}
	return last(a.From) < end(b.To) && last(b.From) < end(a.To)
}

// TestThesaurus: a form is of one concept, and what is broader is one itself.
func TestThesaurus(t *testing.T) {
	of := map[string]string{}
	for _, c := range Default().Thesaurus() {
		of[c.Name] = c.Name
	}
	for _, c := range Default().Thesaurus() {
		for _, f := range c.Forms {
			if of[f] != "" {
				t.Errorf("%q is of %q and of %q", f, of[f], c.Name)
			}
			of[f] = c.Name
		}
		if c.Broader != "" && of[c.Broader] != c.Broader {
			t.Errorf("%q belongs to %q, which is no concept", c.Name, c.Broader)
		}
	}
}
