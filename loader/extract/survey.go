package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// Survey is a document as the rules read it, against which the claims of
// others are held: who and what is named in it, and which dates it tells. It
// is for one goroutine at a time.
type Survey struct {
	r       *reading
	x       Extraction
	sents   []Span
	at      map[string][]int // tokens by folded word
	parties map[string][]int // tokens that name a state or organisation or whoever acts for it, by code
	people  map[int][]int    // tokens at which a person is mentioned, by index
	places  map[string]bool  // codes of the places named
}

// NewSurvey reads a document by the rules, as Extract does. The reading stays
// with the survey; its memory isn't used again.
func NewSurvey(doc Document, lex *lexicon.Lexicon) *Survey {
	r := newReading(doc, lex)
	s := &Survey{r: r, x: r.read(), at: map[string][]int{}, parties: map[string][]int{}, people: map[int][]int{}, places: map[string]bool{}}
	for i := range r.sents {
		s.sents = append(s.sents, r.sents[i].Span)
	}
	for i := range r.toks {
		w := lexicon.Fold(r.toks[i].text)
		s.at[w] = append(s.at[w], i)
		if h, ok := r.hitAt(i, r.sents[r.toks[i].sent].hi); ok {
			s.know(h, i)
		}
	}
	for k := range r.mentions {
		for _, m := range r.mentions[k] {
			if m.person < 0 {
				continue
			}
			s.people[m.person] = append(s.people[m.person], m.lo)
			if p := r.people[m.person].Party; p != nil {
				s.party(p.Code, m.lo)
			}
		}
	}
	return s
}

// know notes what an entry of the lexicon at token i names or stands for.
func (s *Survey) know(h hit, i int) {
	if h.kind == aPlace || h.kind == aState {
		s.places[h.code] = true
	}
	if h.kind == aState || h.kind == anOrg {
		s.party(h.code, i)
		s.party(s.r.lex.union(h.code), i)
	}
	if h.state != "" && (h.metonym || h.kind == anOrg) {
		s.party(h.state, i)
	}
}

// party notes that token i names a state or organisation.
func (s *Survey) party(code string, i int) { s.parties[code] = append(s.parties[code], i) }

// Extraction is what the rules find in the document.
func (s *Survey) Extraction() Extraction { return s.x }

// Sentences are the sentences of the document, in order; not to be changed.
func (s *Survey) Sentences() []Span { return s.sents }

// Person is the person of the document whom a name means, with the name as the
// text best gives it; false where the text names nobody so, or several.
func (s *Survey) Person(name string) (Person, bool) {
	if i := s.known(name); i >= 0 {
		return s.r.people[i].Person, true
	}
	var p Person
	for _, lo := range s.find(name) {
		hi := lo + len(s.words(name))
		if !s.couldBePerson(lo, hi) {
			continue
		}
		p.Name = s.r.words(lo, hi)
		p.Mentions = append(p.Mentions, Mention{s.r.span(lo, hi), s.r.sents[s.r.toks[lo].sent].Span})
	}
	p.Forms = []string{p.Name}
	return p, len(p.Mentions) > 0
}

// known is the index of the person found by the rules who fits a name, -1 for
// none or several; one whom the text calls by a short form fits a longer name if the
// surname does or the lexicon says so.
func (s *Survey) known(name string) int {
	best, score, several := -1, 1, false
	ws := nameWords(name)
	code := s.personCode(name)
	for _, i := range s.r.roll.bearers(ws) {
		p := s.r.people[i]
		n := nameMatch(p.words, ws)
		if code != "" && n < 3 && slices.ContainsFunc(p.Forms, func(f string) bool { return s.personCode(f) == code }) {
			n = 3
		}
		switch {
		case n > score:
			best, score, several = i, n, false
		case n == score && best >= 0:
			several = true
		}
	}
	if several {
		return -1
	}
	return best
}

// personCode is the authority's code for a name, "" for none or several.
func (s *Survey) personCode(name string) string {
	if es := s.r.lex.Resolve(lexicon.KindPerson, name); len(es) == 1 {
		return es[0].Code
	}
	return ""
}

// couldBePerson reports words that are written like a name and are neither a
// title nor known for something else.
func (s *Survey) couldBePerson(lo, hi int) bool {
	r := s.r
	for i := lo; i < hi; i++ {
		if !r.toks[i].caps && !r.toks[i].mark && !r.has(i, i+1, lexicon.NameParticle) {
			return false
		}
	}
	opens := lo == r.sents[r.toks[lo].sent].lo
	if !r.toks[lo].caps || opens && hi-lo == 1 || !opens && r.toks[lo-1].low == "the" {
		return false
	}
	for _, class := range []lexicon.Class{lexicon.Title, lexicon.PronounOne, lexicon.Weekday, lexicon.Month} {
		if c, ok := r.cue(lo, class); ok && lo+c.n >= hi {
			return false
		}
	}
	return r.hit(lo).n < hi-lo || r.hit(lo).kind == aPerson
}

// Party is the state or organisation that a name means; false where the
// document neither names it nor anybody who acts for it.
func (s *Survey) Party(name string) (Actor, bool) {
	for _, e := range s.r.lex.Resolve(0, bare(name)) {
		if e.Kind != lexicon.KindCountry && e.Kind != lexicon.KindOrg {
			continue
		}
		if a := s.r.lex.party(e.Code); a != nil && (s.parties[a.Code] != nil || s.parties[e.Code] != nil) {
			return *a, true
		}
	}
	for _, lo := range s.find(bare(name)) {
		hi := lo + len(s.words(bare(name)))
		if s.r.toks[lo].caps && s.r.hit(lo).n < hi-lo {
			return Actor{Name: s.r.words(lo, hi), Kind: ActorOrganization}, true
		}
	}
	return Actor{}, false
}

// Named reports that an actor whom Person or Party gave is named within a span,
// by a name, title or pronoun, or that somebody is who acts for it.
func (s *Survey) Named(a Actor, within Span) bool {
	tokens := s.parties[a.Code]
	switch {
	case a.Kind == ActorPerson:
		tokens = s.person(a.Name)
	case a.Code == "":
		tokens = s.find(a.Name)
	}
	return slices.ContainsFunc(tokens, func(i int) bool {
		return s.r.toks[i].Start >= within.Start && s.r.toks[i].End <= within.End
	})
}

// person returns the tokens at which somebody is mentioned.
func (s *Survey) person(name string) []int {
	if i := s.known(name); i >= 0 {
		return s.people[i]
	}
	return s.find(name)
}

// Place is the place or venue that a name means; false where the document
// neither names it nor a venue in it. The venue is "" for other places.
func (s *Survey) Place(name string) (place *Place, venue string, ok bool) {
	code := s.placeCode(name)
	for _, lo := range s.find(bare(name)) {
		hi := lo + len(s.words(bare(name)))
		if !s.r.toks[lo].caps || code == "" && s.r.hit(lo).n >= hi-lo && s.r.hit(lo).kind == aPerson {
			continue
		}
		p, venue, ok := s.place(mention{kind: aPlace, name: s.r.lex.Name(code), code: code, nlo: lo, nhi: hi})
		if p != nil && isAcronym(p.Name) && lexicon.Fold(p.Name) == lexicon.Fold(name) {
			p.Name = name // a dateline's capitals
		}
		return p, venue, ok
	}
	if code != "" && (s.places[code] || s.holdsVenue(code)) {
		return &Place{Name: s.r.lex.Name(code), Code: code}, "", true
	}
	return nil, "", false
}

// place writes a mention down as the rules do.
func (s *Survey) place(m mention) (*Place, string, bool) {
	if p, ok := s.r.lex.Place(m.code); ok {
		m.venue = p.Type == lexicon.TypeVenue
		if p.Type == lexicon.TypeContinent {
			return nil, "", false
		}
	}
	if strings.HasPrefix(m.code, "country:") {
		m.kind = aState
	}
	var e event
	s.r.setPlace(&e, &m)
	return e.place, e.venue, true
}

// placeCode is the gazetteer's code for a name: one that the document names
// before others, "" for none.
func (s *Survey) placeCode(name string) string {
	first := ""
	for _, e := range s.r.lex.Resolve(0, bare(name)) {
		if e.Kind != lexicon.KindPlace && e.Kind != lexicon.KindCountry {
			continue
		}
		if s.places[e.Code] {
			return e.Code
		}
		if first == "" {
			first = e.Code
		}
	}
	return first
}

// holdsVenue reports that a venue named in the document lies in a place.
func (s *Survey) holdsVenue(code string) bool {
	for c := range s.places {
		if p, ok := s.r.lex.Place(c); !ok || p.Type != lexicon.TypeVenue {
			continue
		}
		for _, p := range s.r.lex.Around(c) {
			if p.Code == code {
				return true
			}
		}
	}
	return false
}

// Dates are the dates told in those of the document's sentences, in the form
// of Meeting.Date, as the rules resolve them whether past or future.
func (s *Survey) Dates(sentences []Span) []string {
	var out []string
	for _, in := range sentences {
		i, ok := slices.BinarySearchFunc(s.r.sents, in.Start, func(x sentence, at int) int { return x.Start - at })
		if !ok {
			continue
		}
		for k := range s.r.dates[i] {
			w := s.r.dates[i][k]
			for _, t := range []tense{past, future, either} {
				if d := s.r.cal.resolve(&w, t); d != "" && !w.bound && !slices.Contains(out, d) {
					out = append(out, d)
				}
			}
		}
	}
	return out
}

// find returns the tokens at which the words of a name stand.
func (s *Survey) find(name string) []int {
	ws := s.words(name)
	if len(ws) == 0 {
		return nil
	}
	var out []int
	for _, i := range s.at[ws[0]] {
		if s.stand(i, ws) {
			out = append(out, i)
		}
	}
	return out
}

// stand reports that the words stand at token i, in one sentence.
func (s *Survey) stand(i int, words []string) bool {
	if i+len(words) > s.r.sents[s.r.toks[i].sent].hi {
		return false
	}
	for k, w := range words {
		if lexicon.Fold(s.r.toks[i+k].text) != w {
			return false
		}
	}
	return true
}

// words cuts a name into folded tokens, as a text is cut.
func (s *Survey) words(name string) []string {
	var out []string
	for _, t := range s.r.lex.Splitter().Tokens(name) {
		out = append(out, lexicon.Fold(t.Of(name)))
	}
	return out
}

// bare is a name without its article.
func bare(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(name), "the "), "The ")
}
