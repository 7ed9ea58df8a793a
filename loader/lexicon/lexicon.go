package lexicon

import (
	"embed"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"parley/fold"
	"parley/loader/text"
)

//go:embed data/*.tsv
var dataFiles embed.FS

// Lexicon is the parsed data. It is read only and safe for concurrent use.
type Lexicon struct {
	splitter   *text.Splitter
	countries  map[string]*Country
	orgs       map[string]*Org
	places     map[string]*Place
	people     map[string]*Person
	given      map[string]bool
	surnames   map[string]bool
	common     map[string]bool
	names      *trie
	vocabulary vocabulary
	spelling   *Spelling
	thesaurus  []Concept
	byName     map[string]string // "country code" + folded name of a city -> its code
}

var standard = sync.OnceValue(func() *Lexicon {
	l, err := read(dataFiles)
	if err != nil {
		panic(err) // the data are embedded and linted: this is a bug of the build
	}
	return l
})

// Default returns the lexicon of the embedded data, parsed once.
func Default() *Lexicon { return standard() }

// Fold is the form in which names are compared: fold.Name.
func Fold(s string) string { return fold.Name(s) }

// Match is a name found in a row of tokens.
type Match struct {
	// From and To are the indexes of the first token and after the last.
	From, To int
	// Entries are the meanings, the likelier first; at least one. They are
	// shared: don't change them.
	Entries []Entry
}

// Match returns the names among the tokens of s: from left to right the longest
// at each token, none overlapping. Compared are folded words; where a name is
// written with a capital or in capitals the text must be too.
func (l *Lexicon) Match(s string, tokens []text.Token) []Match {
	var out []Match
	for i := 0; i < len(tokens); {
		n, entries := l.names.at(s, tokens, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, Match{i, i + n, entries})
		i += n
	}
	return out
}

// At returns the longest name at token i: its length in tokens, 0 if there is
// none, and its meanings as in Match.
func (l *Lexicon) At(s string, tokens []text.Token, i int) (int, []Entry) {
	return l.names.at(s, tokens, i)
}

// Resolve returns the meanings of a whole name, the likelier first; nil when
// the lexicon does not know it. A kind of 0 means every kind.
func (l *Lexicon) Resolve(kind Kind, name string) []Entry {
	tokens := l.splitter.Tokens(name)
	n, entries := l.names.at(name, tokens, 0)
	if n == 0 || n != len(tokens) {
		return nil
	}
	if kind == 0 {
		return entries
	}
	return slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return e.Kind != kind })
}

// Country returns the state with a code ("country:FR").
func (l *Lexicon) Country(code string) (*Country, bool) { return get(l.countries, code) }

// Org returns the organisation with a code ("org:nato").
func (l *Lexicon) Org(code string) (*Org, bool) { return get(l.orgs, code) }

// Place returns the place with a code; every country's code is one.
func (l *Lexicon) Place(code string) (*Place, bool) { return get(l.places, code) }

// Person returns the person with a code ("person:marco-rubio").
func (l *Lexicon) Person(code string) (*Person, bool) { return get(l.people, code) }

// People returns everybody, by code.
func (l *Lexicon) People() []*Person {
	out := make([]*Person, 0, len(l.people))
	for _, code := range slices.Sorted(maps.Keys(l.people)) {
		out = append(out, l.people[code])
	}
	return out
}

func get[T any](m map[string]*T, code string) (*T, bool) {
	v, ok := m[code]
	return v, ok
}

// Name returns the common English name of what a code stands for, "" when the
// code is unknown.
func (l *Lexicon) Name(code string) string {
	if v, ok := l.countries[code]; ok {
		return v.Name
	}
	if v, ok := l.orgs[code]; ok {
		return v.Name
	}
	if v, ok := l.places[code]; ok {
		return v.Name
	}
	if v, ok := l.people[code]; ok {
		return v.Name
	}
	return ""
}

// Around returns the places that a place lies in, the nearest first, without
// itself: venue, city, region, country, continent.
func (l *Lexicon) Around(code string) []*Place {
	var out []*Place
	if p := l.places[code]; p != nil {
		for p = p.in; p != nil; p = p.in {
			out = append(out, p)
		}
	}
	return out
}

// Within reports whether a place lies in another one, both given by code.
func (l *Lexicon) Within(inner, outer string) bool {
	if p := l.places[inner]; p != nil {
		for p = p.in; p != nil; p = p.in {
			if p.Code == outer {
				return true
			}
		}
	}
	return false
}

// Acts returns the code of the state or organisation for which an organisation
// speaks: its state where it has one, else itself.
func (l *Lexicon) Acts(org string) string {
	if o, ok := l.orgs[org]; ok && o.State != "" {
		return o.State
	}
	return org
}

// Given reports whether a word is a common given name, in any case.
func (l *Lexicon) Given(word string) bool { return l.given[fold.Name(word)] }

// Splitter cuts texts with the lexicon's abbreviations.
func (l *Lexicon) Splitter() *text.Splitter { return l.splitter }

// Sentences cuts a text with the lexicon's abbreviations.
func (l *Lexicon) Sentences(s string) []text.Sentence { return l.splitter.Sentences(s) }

// read parses the data files under data/.
func read(files fs.FS) (*Lexicon, error) {
	l := &Lexicon{
		countries: map[string]*Country{}, orgs: map[string]*Org{},
		places: map[string]*Place{}, people: map[string]*Person{},
		given: map[string]bool{}, surnames: map[string]bool{}, common: map[string]bool{},
		names: newTrie(), byName: map[string]string{},
	}
	for _, step := range []func(fs.FS) error{
		l.readWords, l.readContinents, l.readCountries, l.readRegions, l.readPlaces,
		l.readVenues, l.readOrgs, l.readPeople, l.readSpelling, l.readThesaurus, l.capitals,
	} {
		if err := step(files); err != nil {
			return nil, err
		}
	}
	for _, p := range l.places {
		p.in = l.places[p.In]
	}
	l.names.finish()
	for _, es := range l.names.ends {
		for i := range es {
			es[i].Name = l.Name(es[i].Code)
		}
	}
	l.vocabulary = newVocabulary(l.names, grammar())
	return l, nil
}
