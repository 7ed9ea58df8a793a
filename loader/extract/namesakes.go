package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// settleNamesakes chooses among places of one name: where the text says in what
// they lie ("Paris, Texas", "the Lebanese city of Tripoli"), there and wherever
// else the document names them; and between a state and a region of one name by
// what else the document names.
func (r *reading) settleNamesakes() {
	told := map[string]mention{} // by folded name
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if !r.nameOfPlace(m) {
				continue
			}
			if around := r.statedAround(s, k); around != nil && r.meanIn(m, around) {
				told[lexicon.Fold(r.words(m.nlo, m.nhi))] = *m
			}
		}
	}
	r.settleRegions()
	if len(told) == 0 {
		return
	}
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if t, ok := told[lexicon.Fold(r.words(m.nlo, m.nhi))]; ok && r.nameOfPlace(m) {
				m.kind, m.code, m.state, m.in, m.name = t.kind, t.code, t.state, t.in, t.name
			}
		}
	}
}

// nameOfPlace reports a mention of a place by its name.
func (r *reading) nameOfPlace(m *mention) bool {
	return (m.kind == aPlace || m.kind == aState) && !m.adj && !m.demonym && !m.venue && !m.stands && m.nhi > m.nlo
}

// statedAround is what the text says a place lies in, nil for nothing: "X,
// Texas", "X in northern Lebanon", "the Lebanese city of X".
func (r *reading) statedAround(s, k int) *mention {
	m, hi := &r.mentions[s][k], r.sents[s].hi
	if m.hi+1 < hi && r.toks[m.hi].low == "," {
		if q := r.near(s, k, m.hi+1); q != nil && r.area(q) && !r.listGoesOn(q.hi, hi) {
			return q
		}
		return nil
	}
	if m.hi+1 < hi && r.toks[m.hi].low == "in" {
		for n := 1; n <= 2 && m.hi+n < hi; n++ {
			if q := r.near(s, k, m.hi+n); q != nil && r.area(q) {
				return q
			}
		}
	}
	return r.adjectiveOfSort(s, k)
}

// near is the mention that starts at token i, among the two after the k-th of
// sentence s; nil for none.
func (r *reading) near(s, k, i int) *mention {
	for n := k + 1; n <= k+2 && n < len(r.mentions[s]); n++ {
		if m := &r.mentions[s][n]; m.lo == i {
			return m
		}
	}
	return nil
}

// area reports a mention of a state or region.
func (r *reading) area(q *mention) bool {
	if q.adj || q.demonym || q.poss || q.venue {
		return false
	}
	p, ok := r.lex.Place(q.code)
	return q.kind == aState || q.kind == aPlace && ok && p.Type == lexicon.TypeRegion
}

// listGoesOn reports "and", or a comma and another name or "and", at token i:
// "in Paris, Germany and Italy".
func (r *reading) listGoesOn(i, hi int) bool {
	if i < hi && r.toks[i].low == "," {
		i++
		if i < hi && r.toks[i].caps && !r.isDay(i) {
			return true
		}
	}
	return i < hi && (r.toks[i].low == "and" || r.toks[i].low == "or")
}

// adjectiveOfSort is "Lebanese" in "the Lebanese city of X", nil for none.
func (r *reading) adjectiveOfSort(s, k int) *mention {
	m := &r.mentions[s][k]
	if k == 0 || m.lo-2 < r.sents[s].lo || r.toks[m.lo-1].low != "of" {
		return nil
	}
	q := &r.mentions[s][k-1]
	if q.kind == aState && q.adj && q.hi <= m.lo-2 && q.hi > m.lo-5 && r.has(q.hi, m.lo-1, lexicon.PlaceNoun) {
		return q
	}
	return nil
}

// meanIn gives a mention the meaning that lies in another one's, which may
// have several itself, and reports that one was told. Where the gazetteer knows
// none there, what it knows elsewhere is another place.
func (r *reading) meanIn(m, around *mention) bool {
	outer := r.meanings(around)
	for _, in := range r.meanings(m) {
		for _, out := range outer {
			if in.Code != out.Code && r.within(in.Code, out.Code) {
				r.mean(m, in)
				r.mean(around, out)
				return true
			}
		}
	}
	p, known := r.lex.Place(m.code)
	q, ok := r.lex.Place(around.code)
	if !known || !ok || around.adj || q.Type != lexicon.TypeRegion || p.Country == "" || p.Country == q.Country || q.Country == "" {
		return false
	}
	m.kind, m.code, m.state, m.in = aPlace, "", q.Country, q.Code
	return true
}

// meanings are the places that a mention's words may mean, the likelier first.
func (r *reading) meanings(m *mention) []*lexicon.Place {
	var out []*lexicon.Place
	if p, ok := r.lex.Place(m.code); ok {
		out = append(out, p)
	}
	n, es := r.lex.NameAt(r.ids[m.nlo:m.nhi], r.cut.Tokens[m.nlo:m.nhi])
	if n != m.nhi-m.nlo {
		return out
	}
	for _, e := range es {
		if p, ok := r.lex.Place(e.Code); ok && e.Variant <= lexicon.VariantAlias && e.Code != m.code {
			out = append(out, p)
		}
	}
	return out
}

// mean makes a mention mean a place.
func (r *reading) mean(m *mention, p *lexicon.Place) {
	if m.code == p.Code || m.adj {
		return
	}
	m.code, m.name, m.state = p.Code, p.Name, p.Country
	if p.Type != lexicon.TypeCountry {
		m.kind = aPlace
	}
}

// settleRegions reads the name of a state as that of a region where the
// document names other places of the region, and nothing of the state.
func (r *reading) settleRegions() {
	var around map[string]bool
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if m.kind != aState || !r.nameOfPlace(m) {
				continue
			}
			for _, p := range r.meanings(m) {
				if p.Type != lexicon.TypeRegion || p.Country == m.code {
					continue
				}
				if around == nil {
					around = r.areasNamed()
				}
				if around[p.Code] && !around[m.code] {
					r.mean(m, p)
				}
			}
		}
	}
}

// areasNamed are the areas in which the places that the document names lie, and
// the states of which it uses the adjective.
func (r *reading) areasNamed() map[string]bool {
	out := map[string]bool{}
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if m.adj || m.demonym {
				out[m.code] = true
			}
			if m.kind == aPlace {
				for _, p := range r.lex.Around(m.code) {
					out[p.Code] = true
				}
			}
		}
	}
	return out
}

// homeShare is how many times smaller than its namesake a town may be that lies
// in a state of those who meet.
const homeShare = 20

// atHome is a place's namesake in a state that takes part, where the place lies
// in none that does: "the Lebanese prime minister met X in Tripoli". The United
// States has namesakes of everything.
func (r *reading) atHome(e *event) *Place {
	p, ok := r.lex.Place(codeOf(e.place))
	if !ok || p.Type != lexicon.TypeCity || p.Country == "" || takesPart(e, p.Country) {
		return e.place
	}
	var home *lexicon.Place
	for _, x := range r.lex.Resolve(lexicon.KindPlace, e.place.Name) {
		q, ok := r.lex.Place(x.Code)
		if !ok || q.Type != lexicon.TypeCity || q.Country == "country:US" || !takesPart(e, q.Country) || q.Population*homeShare < p.Population {
			continue
		}
		if home != nil {
			return e.place
		}
		home = q
	}
	if home == nil {
		return e.place
	}
	at := *e.place
	at.Code = home.Code
	return &at
}

func codeOf(p *Place) string {
	if p == nil {
		return ""
	}
	return p.Code
}

// takesPart reports that a state is a side of an event.
func takesPart(e *event, state string) bool {
	for _, s := range e.sides {
		if s.Code == state {
			return true
		}
	}
	return false
}

// stateOf shortens "US state of Georgia" to the name.
func stateOf(words, name string) string {
	if name != "" && strings.HasSuffix(lexicon.Fold(words), " of "+lexicon.Fold(name)) {
		return name
	}
	return words
}
