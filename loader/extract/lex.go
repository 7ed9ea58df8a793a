package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// hit is the lexicon's reading of the words at a token.
type hit struct {
	n       int // tokens, 0 for none
	kind    mentionKind
	name    string
	code    string
	state   string // code of the state that it acts for or lies in
	adj     bool
	demonym bool
	metonym bool
	venue   bool
	weak    bool
}

// knowledge answers from the lexicon in the terms of this package.
type knowledge struct{ *lexicon.Lexicon }

// lookUp reads every token's entry once.
func (r *reading) lookUp() {
	r.hits = append(r.hits, hit{})
	r.hitOf = zeros(r.hitOf, len(r.toks))
	for _, sn := range r.sents {
		for i := sn.lo; i < sn.hi; i++ {
			if n, es := r.lex.NameAt(r.ids[i:sn.hi], r.cut.Tokens[i:sn.hi]); n > 0 {
				r.hitOf[i] = int32(len(r.hits))
				r.hits = append(r.hits, r.lex.hit(n, es))
			}
		}
	}
}

// hit is the entry that starts at token i; its n is 0 where there is none.
func (r *reading) hit(i int) *hit { return &r.hits[r.hitOf[i]] }

// hitAt is the entry at token i, within hi.
func (r *reading) hitAt(i, hi int) (hit, bool) {
	if r.hitOf[i] == 0 {
		return hit{}, false
	}
	h := *r.hit(i)
	if i+h.n > hi || h.weak && !r.lexOpens(i) && !r.believable(i, h) {
		return hit{}, false
	}
	if h.kind == aState && h.adj && i > 0 && r.toks[i-1].caps && r.has(i-1, i, lexicon.RegionWord) {
		return hit{}, false // "South American"
	}
	if h.kind == aPerson && h.n == 1 && isAcronym(r.toks[i].text) {
		return hit{}, false // "II"
	}
	if h.kind == aPerson && h.n == 1 && (r.has(i, i+1, lexicon.Month) || r.has(i, i+1, lexicon.Weekday)) && r.dateLike(i) {
		return hit{}, false
	}
	return h, true
}

// dateLike reports a month's name at token i beside a number, or after a
// preposition of time.
func (r *reading) dateLike(i int) bool {
	if i+1 < len(r.toks) && r.toks[i+1].num || i > 0 && r.toks[i-1].num {
		return true
	}
	if i == 0 {
		return false
	}
	return r.has(i-1, i, lexicon.TimeBefore) || r.toks[i-1].hyphen
}

// believable reports a weak entry that its spelling or place speaks for: an
// acronym ("US"), or a state that is no part of a person's name.
func (r *reading) believable(i int, h hit) bool {
	if isAcronym(r.toks[i].text) {
		return true
	}
	alone := !(i+h.n < len(r.toks) && r.toks[i+h.n].caps && r.namePart(i+h.n)) && !(i > 0 && r.toks[i-1].caps && r.namePart(i-1))
	return h.kind == aState && alone && r.toks[i].caps
}

// lexOpens reports a preposition of place before token i, an article passed
// over, which lets a weak entry count ("in Nice", "to the Gulf").
func (r *reading) lexOpens(i int) bool {
	if h := r.hit(i); h.n == 0 || !h.weak {
		return h.n > 0
	}
	if i > 1 && r.toks[i-1].low == "the" && r.toks[i].caps {
		i--
	}
	return i > 0 && r.has(i-1, i, lexicon.ArgPlace) && r.toks[i-1].sent == r.toks[i].sent
}

// hit chooses among the meanings of a form: a city that also stands for its
// government keeps both.
func (k knowledge) hit(n int, es []lexicon.Entry) hit {
	h := k.reading(es[0])
	h.n = n
	for _, e := range es {
		if e.Variant != lexicon.VariantMetonym {
			continue
		}
		h.metonym = true
		if e.Kind == lexicon.KindCountry {
			h.state = e.Code
		}
	}
	if h.metonym && (es[0].Variant == lexicon.VariantMetonym || es[0].Kind == lexicon.KindPlace) {
		if e, ok := k.seat(es); ok {
			p := k.reading(e)
			p.n, p.metonym, p.state = n, true, h.state
			return p
		}
	}
	return h
}

// seat is the place among the meanings of a metonym: a city or venue before a
// region of the same name.
func (k knowledge) seat(es []lexicon.Entry) (best lexicon.Entry, ok bool) {
	for _, e := range es {
		if e.Kind != lexicon.KindPlace {
			continue
		}
		p, known := k.Place(e.Code)
		if !ok || known && (p.Type == lexicon.TypeCity || p.Type == lexicon.TypeVenue) {
			best = e
			if known && p.Type != lexicon.TypeRegion {
				return best, true
			}
			ok = true
		}
	}
	return best, ok
}

// reading is one meaning as a hit.
func (k knowledge) reading(e lexicon.Entry) hit {
	h := hit{name: e.Name, code: e.Code, weak: e.Weak}
	switch e.Kind {
	case lexicon.KindCountry:
		h.kind, h.state = aState, e.Code
		h.adj = e.Variant == lexicon.VariantAdjective
		h.demonym = e.Variant == lexicon.VariantDemonym
	case lexicon.KindOrg:
		h.kind = anOrg
		if s := k.Acts(e.Code); strings.HasPrefix(s, "country:") {
			h.state = s
		}
	case lexicon.KindPerson:
		h.kind = aPerson
	default:
		h.kind = aPlace
		if p, ok := k.Place(e.Code); ok {
			h.state = p.Country
			h.venue = p.Type == lexicon.TypeVenue
		}
	}
	return h
}

// isGiven reports a common given name.
func (k knowledge) isGiven(w string) bool { return k.Given(w) }

// party is the state or organisation with a code, nil when unknown.
func (k knowledge) party(code string) *Actor {
	code = k.union(code)
	name := k.Name(code)
	switch {
	case name == "":
		return nil
	case strings.HasPrefix(code, "country:"):
		return &Actor{name, ActorCountry, code}
	}
	return &Actor{name, ActorOrganization, code}
}

// home is the state or organisation to which the wording of a title belongs: a
// state's code, or an organisation's in small letters.
func (k knowledge) home(code string) *Actor {
	if strings.ToUpper(code) == code {
		return k.party("country:" + code)
	}
	return k.party("org:" + code)
}

// union is the alliance to which a body belongs ("European Commission" acts for
// the European Union), the code itself for other bodies.
func (k knowledge) union(code string) string {
	if o, ok := k.Org(code); ok {
		if p, ok := k.Org(o.PartOf); ok && p.Kind == lexicon.OrgAlliance {
			return p.Code
		}
	}
	return code
}

// person is the authority's entry for a person by any of the forms, nil for
// none or for an ambiguous one. A bare surname counts only where the first
// name, if the text gives one, can be the same.
func (k knowledge) person(p *Person) *lexicon.Person {
	for _, f := range p.Forms {
		if q := k.bearer(p, f); q != nil {
			return q
		}
	}
	return nil
}

// bearer is the one whom a form can mean; of several who act for the same, the
// likeliest.
func (k knowledge) bearer(p *Person, form string) (best *lexicon.Person) {
	for _, e := range k.Resolve(lexicon.KindPerson, form) {
		q, ok := k.Person(e.Code)
		if !ok || !strings.Contains(form, " ") && strings.Contains(p.Name, " ") && lexicon.Fold(p.Name)[0] != lexicon.Fold(q.Name)[0] {
			continue
		}
		if best != nil && best.Country != q.Country {
			return nil
		}
		if best == nil {
			best = q
		}
	}
	return best
}

// holds reports that the authority knows the person in a post of that rank,
// or with that title.
func (k knowledge) holds(p *lexicon.Person, rank, title string) bool {
	if p == nil {
		return false
	}
	for _, o := range p.Offices {
		if title != "" && strings.Contains(o.Words, title) {
			return true
		}
		if title == "" && rank == "leader" && k.leads(o.Words) {
			return true
		}
	}
	return false
}

// leads reports that a title's first word is that of a head of state or
// government.
func (k knowledge) leads(title string) bool {
	first, rest, _ := strings.Cut(title, " ")
	ps := k.Grammar().At(first)
	for i := range ps {
		p := &ps[i]
		if p.Class == lexicon.Title && strings.HasPrefix(p.Value, "leader") && len(p.Words) <= 1+len(strings.Fields(rest)) {
			return true
		}
	}
	return false
}
