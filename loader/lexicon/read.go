package lexicon

import (
	"errors"
	"io/fs"
	"strings"
	"time"

	"parley/fold"
	"parley/loader/text"
)

// Priorities of meanings that have no population. A country's name comes before
// a city of the same name, a metonym after the place itself.
const (
	priorityCountry = 1_000_000_000
	priorityOrg     = 900_000_000
	priorityPerson  = 800_000_000
	prioritySurname = 1_500_000
	priorityMetonym = -1
)

// abbreviationClasses spells text's classes in abbreviations.tsv.
var abbreviationClasses = map[string]text.Class{"joins": text.Joins, "counts": text.Counts, "ends": text.Ends}

// readWords reads abbreviations, starters of sentences, given names and common
// words.
func (l *Lexicon) readWords(files fs.FS) error {
	w := text.Words{Abbreviations: map[string]text.Class{}}
	rows, err := readTable(files, "abbreviations.tsv", "class", "forms")
	if err != nil {
		return err
	}
	for _, r := range rows {
		class, ok := abbreviationClasses[r.get("class")]
		if !ok && r.get("class") != "starter" {
			return r.errorf("unknown class %q: see FORMAT.md", r.get("class"))
		}
		if !ok {
			w.Starters = append(w.Starters, r.list("forms")...)
			continue
		}
		for _, form := range r.list("forms") {
			if w.Abbreviations[form] != 0 {
				return r.errorf("%q stands twice", form)
			}
			w.Abbreviations[form] = class
		}
	}
	l.splitter = text.NewSplitter(w)
	return errors.Join(
		readSet(files, "given_names.tsv", l.given),
		readSet(files, "surnames.tsv", l.surnames),
		readSet(files, "common_words.tsv", l.common),
	)
}

// readSet reads a file of groups of words.
func readSet(files fs.FS, name string, set map[string]bool) error {
	rows, err := readTable(files, name, "group", "words")
	for _, r := range rows {
		for _, w := range r.list("words") {
			set[fold.Name(w)] = true
		}
	}
	return err
}

// name adds forms of one thing.
func (l *Lexicon) name(e Entry, forms ...string) {
	for _, f := range forms {
		if f == "" {
			continue
		}
		form := e
		tokens := l.splitter.Tokens(f)
		form.Weak = l.weak(e.Kind, f, tokens)
		l.names.add(f, tokens, form)
	}
}

// weak reports whether a form is an everyday word or, a place's, somebody's
// name. Capitals tell an acronym from the word: "US".
func (l *Lexicon) weak(kind Kind, form string, tokens []text.Token) bool {
	folded := fold.Name(form)
	if kind == KindPlace && (l.given[folded] || l.surnames[folded]) {
		return true
	}
	return l.common[folded] && !(len(tokens) == 1 && tokens[0].AllCaps)
}

func (l *Lexicon) readContinents(files fs.FS) error {
	rows, err := readTable(files, "continents.tsv", "code", "name", "lat", "lon", "aliases")
	if err != nil {
		return err
	}
	for _, r := range rows {
		p := &Place{Code: "continent:" + r.get("code"), Name: r.get("name"), Type: TypeContinent, Aliases: r.list("aliases")}
		if p.Lat, p.Lon, err = r.point(); err != nil {
			return err
		}
		if err := l.addPlace(r, p); err != nil {
			return err
		}
	}
	return nil
}

func (l *Lexicon) readCountries(files fs.FS) error {
	rows, err := readTable(files, "countries.tsv", "code", "name", "official", "aliases", "adjectives", "demonyms", "capital", "metonyms", "continent", "lat", "lon")
	if err != nil {
		return err
	}
	for i, r := range rows {
		c := &Country{
			Code: "country:" + r.get("code"), Name: r.get("name"), Official: r.get("official"),
			Aliases: r.list("aliases"), Adjectives: r.list("adjectives"), Demonyms: r.list("demonyms"),
			Metonyms: r.list("metonyms"), Capital: r.get("capital"), Continent: "continent:" + r.get("continent"),
		}
		if _, ok := l.countries[c.Code]; ok {
			return r.errorf("%s stands twice", c.Code)
		}
		l.countries[c.Code] = c
		p := &Place{Code: c.Code, Name: c.Name, Type: TypeCountry, Country: c.Code, In: c.Continent, Aliases: c.Aliases}
		if p.Lat, p.Lon, err = r.point(); err != nil {
			return err
		}
		if _, ok := l.places[p.In]; !ok {
			return r.errorf("unknown continent %q", p.In)
		}
		l.places[c.Code] = p
		l.nameCountry(c, priorityCountry-i)
	}
	return nil
}

// nameCountry adds the forms of a country. Where two share one ("Korean"), the
// first in the file is the likelier.
func (l *Lexicon) nameCountry(c *Country, priority int) {
	e := Entry{Kind: KindCountry, Code: c.Code, Priority: priority}
	for _, v := range []struct {
		variant Variant
		forms   []string
	}{
		{VariantName, []string{c.Name}}, {VariantOfficial, []string{c.Official}}, {VariantAlias, c.Aliases},
		{VariantAdjective, c.Adjectives}, {VariantDemonym, c.Demonyms},
	} {
		e.Variant = v.variant
		l.name(e, v.forms...)
	}
	l.name(Entry{Kind: KindCountry, Variant: VariantMetonym, Code: c.Code, Priority: priorityMetonym}, c.Metonyms...)
}

// addPlace keeps a place and its forms.
func (l *Lexicon) addPlace(r row, p *Place) error {
	if _, ok := l.places[p.Code]; ok {
		return r.errorf("%s stands twice", p.Code)
	}
	if p.Country != "" && l.countries[p.Country] == nil {
		return r.errorf("unknown country %q", p.Country)
	}
	if p.In != "" && l.places[p.In] == nil {
		return r.errorf("%s lies in the unknown place %q", p.Code, p.In)
	}
	l.places[p.Code] = p
	e := Entry{Kind: KindPlace, Variant: VariantName, Code: p.Code, Priority: p.Population}
	l.name(e, p.Name)
	e.Variant = VariantAlias
	l.name(e, p.Aliases...)
	return nil
}

// readRegions reads states, provinces and territories; a region's "in" is a
// country, a continent or a region above it in the file.
func (l *Lexicon) readRegions(files fs.FS) error {
	rows, err := readTable(files, "regions.tsv", "code", "name", "in", "lat", "lon", "population", "aliases", "admin1")
	if err != nil {
		return err
	}
	for _, r := range rows {
		p := &Place{Code: "region:" + r.get("code"), Name: r.get("name"), Type: TypeRegion, In: r.get("in"), Aliases: r.list("aliases")}
		if err := l.locate(r, p); err != nil {
			return err
		}
	}
	return nil
}

// locate reads what regions, cities and venues share, and adds the place.
func (l *Lexicon) locate(r row, p *Place) (err error) {
	if p.Lat, p.Lon, err = r.point(); err != nil {
		return err
	}
	if _, ok := r.head["population"]; ok {
		if p.Population, err = r.number("population"); err != nil {
			return err
		}
	}
	if around, ok := l.places[p.In]; ok {
		p.Country = around.Country
	}
	return l.addPlace(r, p)
}

// readPlaces reads cities: the generated gazetteer, then what it lacks.
func (l *Lexicon) readPlaces(files fs.FS) error {
	if err := l.readCities(files, "places.tsv", "geonames:"); err != nil {
		return err
	}
	return l.readCities(files, "places_more.tsv", "place:")
}

func (l *Lexicon) readCities(files fs.FS, name, prefix string) error {
	rows, err := readTable(files, name, "id", "name", "in", "lat", "lon", "population", "aliases")
	if err != nil {
		return err
	}
	for _, r := range rows {
		p := &Place{Code: prefix + r.get("id"), Name: r.get("name"), Type: TypeCity, In: r.get("in"), Aliases: r.list("aliases")}
		if err := l.locate(r, p); err != nil {
			return err
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			k := p.Country + " " + fold.Name(name)
			if old, ok := l.places[l.byName[k]]; !ok || old.Population < p.Population {
				l.byName[k] = p.Code
			}
		}
	}
	return nil
}

// readVenues reads buildings, bases and estates, each in a city given as its
// country's code and name, or in a place given by its code.
func (l *Lexicon) readVenues(files fs.FS) error {
	rows, err := readTable(files, "venues.tsv", "code", "name", "in", "lat", "lon", "aliases")
	if err != nil {
		return err
	}
	for _, r := range rows {
		p := &Place{Code: "venue:" + r.get("code"), Name: r.get("name"), Type: TypeVenue, In: l.city(r.get("in")), Aliases: r.list("aliases")}
		if err := l.locate(r, p); err != nil {
			return err
		}
	}
	return nil
}

// city returns the code of a place written as "FR Paris"; anything else is a
// code already.
func (l *Lexicon) city(s string) string {
	country, name, ok := strings.Cut(s, " ")
	if !ok {
		return s
	}
	return l.byName["country:"+country+" "+fold.Name(name)]
}

func (l *Lexicon) readOrgs(files fs.FS) error {
	rows, err := readTable(files, "orgs.tsv", "code", "name", "kind", "aliases", "state", "part_of", "members", "metonyms")
	if err != nil {
		return err
	}
	for i, r := range rows {
		o := &Org{
			Code: "org:" + r.get("code"), Name: r.get("name"), Kind: OrgKind(r.get("kind")),
			Aliases: r.list("aliases"), PartOf: r.get("part_of"),
		}
		if s := r.get("state"); s != "" {
			o.State = "country:" + s
		}
		for _, m := range r.list("members") {
			o.Members = append(o.Members, "country:"+m)
		}
		if _, ok := l.orgs[o.Code]; ok {
			return r.errorf("%s stands twice", o.Code)
		}
		l.orgs[o.Code] = o
		e := Entry{Kind: KindOrg, Variant: VariantName, Code: o.Code, Priority: priorityOrg - i}
		l.name(e, o.Name)
		e.Variant = VariantAlias
		l.name(e, o.Aliases...)
		e.Variant, e.Priority = VariantMetonym, priorityMetonym
		l.name(e, r.list("metonyms")...)
	}
	return nil
}

func (l *Lexicon) readPeople(files fs.FS) error {
	rows, err := readTable(files, "people.tsv", "name", "surname", "aliases", "country", "offices")
	if err != nil {
		return err
	}
	for i, r := range rows {
		p := &Person{
			Code: "person:" + slug(r.get("name")), Name: r.get("name"), Surname: r.get("surname"),
			Aliases: r.list("aliases"), Country: r.get("country"),
		}
		if p.Surname == "" {
			p.Surname = p.Name[strings.LastIndexByte(p.Name, ' ')+1:]
		}
		if p.Offices, err = offices(r); err != nil {
			return err
		}
		if _, ok := l.people[p.Code]; ok {
			return r.errorf("%s stands twice", p.Code)
		}
		l.people[p.Code] = p
		e := Entry{Kind: KindPerson, Variant: VariantName, Code: p.Code, Priority: priorityPerson - i}
		l.name(e, p.Name)
		e.Variant = VariantAlias
		l.name(e, p.Aliases...)
		e.Variant, e.Priority = VariantSurname, prioritySurname-i
		l.name(e, p.Surname)
	}
	return nil
}

// slug is the folded name with a hyphen for what is no letter or digit.
func slug(name string) string {
	return strings.Join(strings.FieldsFunc(fold.Name(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}

// offices reads "president 2000-2008|prime minister @NL 2010.10.14-2024.07.02":
// a title, whose office it is if not that of the column country, and a term.
func offices(r row) ([]Office, error) {
	var out []Office
	for _, v := range r.list("offices") {
		i := strings.LastIndexByte(v, ' ')
		from, to, ok := strings.Cut(v[i+1:], "-")
		o := Office{Party: r.get("country"), From: partial(from), To: partial(to)}
		if i < 0 || !ok || o.From == "" || o.To == "" && to != "" {
			return nil, r.errorf("office %q: want a title and years, as in \"president 2017-2021\" or \"president 2017.01.20-2021.01.20\"", v)
		}
		title, party, ok := strings.Cut(v[:i], " @")
		if ok {
			o.Party = party
			if !strings.Contains(party, ":") {
				o.Party = "country:" + party
			}
		}
		o.Title, o.Words = title, GrammarWord(title)
		out = append(out, o)
	}
	return out, nil
}

// partial turns "2017.01.20" into "2017-01-20", and what is no date into "".
func partial(s string) string {
	s = strings.ReplaceAll(s, ".", "-")
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if _, err := time.Parse(layout, s); err == nil {
			return s
		}
	}
	return ""
}

// capitals turns the names of capitals into codes and lets each stand for its
// state.
func (l *Lexicon) capitals(fs.FS) error {
	for _, c := range l.countries {
		if c.Capital == "" {
			continue
		}
		code := l.city(strings.TrimPrefix(c.Code, "country:") + " " + c.Capital)
		if p, ok := l.places[code]; ok {
			c.Capital = code
			l.name(Entry{Kind: KindCountry, Variant: VariantMetonym, Code: c.Code, Priority: priorityMetonym}, append(p.Aliases, p.Name)...)
		}
	}
	return nil
}
