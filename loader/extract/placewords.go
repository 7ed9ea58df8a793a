package extract

import "parley/loader/lexicon"

// placeWord is the token of the preposition before a place, passing what
// stands between them ("in the Swiss city of Geneva", "in downtown Oslo"), or
// the comma after another place; -1 at the start of the sentence.
func (r *reading) placeWord(m *mention) int {
	lo := r.sents[m.sent].lo
	i := r.skipModifiers(m.lo-1, lo)
	end := i + 1
	if i >= lo && (r.toks[i].low == "of" || r.toks[i].low == ",") {
		end = i
	}
	if n := r.placeNounBefore(end, lo); n > 0 {
		return r.openerOf(end-n-1, lo)
	}
	if i < lo {
		return -1
	}
	return i
}

// skipModifiers passes articles and words such as "central" before token i.
func (r *reading) skipModifiers(i, lo int) int {
	for i >= lo && (r.has(i, i+1, lexicon.PlaceMod) || r.toks[i].low == "the" || r.toks[i].low == "a" || r.toks[i].low == "an") {
		i--
	}
	return i
}

// placeNounBefore is the length of a word for a sort of place ("capital
// city"), or of venue where "of" follows ("airport of"), that ends right before
// token end, 0 for none.
func (r *reading) placeNounBefore(end, lo int) int {
	of := r.toks[end].low == "of"
	for n := 1; n <= 3 && end-n >= lo; n++ {
		if c, ok := r.cue(end-n, lexicon.PlaceNoun); ok && c.n == n {
			return n
		}
		if c, ok := r.cue(end-n, lexicon.PlaceVenue); ok && c.n == n && of {
			return n
		}
	}
	return 0
}

// openerOf is the preposition that opens the noun phrase of which token i is
// part, -1 for none within six tokens.
func (r *reading) openerOf(i, lo int) int {
	for n := 0; n < 7 && i >= lo; n++ {
		if r.has(i, i+1, lexicon.PlaceAfter) {
			return i
		}
		if r.toks[i].mark && !r.toks[i].hyphen {
			return -1
		}
		i--
	}
	return -1
}

// qualifies reports a place that only says where another one lies, whose sort
// follows it: "the Black Sea resort of Sochi".
func (r *reading) qualifies(m *mention) bool {
	c, ok := r.cue(m.hi, lexicon.PlaceNoun)
	return ok && !m.poss && m.hi+c.n < r.sents[m.sent].hi && r.toks[m.hi+c.n].low == "of"
}

// newTown is a place that the gazetteer does not know, after a word for its
// sort or the preposition "in" in the event's clause; nil for none.
func (r *reading) newTown(e *event) *mention {
	sn := r.sents[e.sent]
	for i := max(sn.lo, e.lo-12); i+1 < min(sn.hi, e.hi+24); i++ {
		in := r.toks[i].low == "in"
		if !in && !r.has(i, i+1, lexicon.ArgPlace) || r.segs[i] != e.seg || r.partOfTopic(nil, i, e) {
			continue
		}
		j := r.pastSort(i+1, sn.hi)
		if j == i+1 {
			j = r.beforeSort(j, sn.hi)
		}
		if !in && (j == i+1 || !r.adverbialAt(i, e)) {
			continue // "at Meta", "four villages near the town of X"
		}
		if n := r.newName(j, sn.hi); n > 0 {
			m := &mention{lo: j, hi: j + n, nlo: j, nhi: j + n, kind: aPlace, person: -1, sent: e.sent}
			r.nameVenue(m)
			return m
		}
	}
	return nil
}

// beforeSort passes an article at token i before a name that a word for a sort
// of place follows: "the Altai region".
func (r *reading) beforeSort(i, hi int) int {
	if i >= hi || r.toks[i].low != "the" {
		return i
	}
	if n := r.newName(i+1, hi); n > 0 && r.has(i+1+n, i+2+n, lexicon.PlaceNoun) {
		return i + 1
	}
	return i
}

// adverbialAt reports that a preposition at token i stands right after the
// trigger, a name or a time, so that it does not say which of some things.
func (r *reading) adverbialAt(i int, e *event) bool {
	if i == e.hi || r.toks[i-1].mark || r.covered(e.sent, i-1) {
		return true
	}
	for k := range r.dates[e.sent] {
		if r.dates[e.sent][k].hi == i {
			return true
		}
	}
	return false
}

// pastSort passes a word for a sort of place or venue with its "of" that starts
// within a few tokens of i: "the airport of".
func (r *reading) pastSort(i, hi int) int {
	for k := i; k < min(i+6, hi-1); k++ {
		for _, class := range []lexicon.Class{lexicon.PlaceNoun, lexicon.PlaceVenue} {
			if c, ok := r.cue(k, class); ok && k+c.n < hi && r.toks[k+c.n].low == "of" {
				return k + c.n + 1
			}
		}
		if r.toks[k].mark && !r.toks[k].hyphen {
			break
		}
	}
	return i
}

// newName is the length of a run of capitalised words at token i of which the
// lexicon and the grammar know none, 0 for none.
func (r *reading) newName(i, hi int) int {
	n := 0
	for i+n < hi && n < 4 && r.toks[i+n].caps && r.hitOf[i+n] == 0 && r.namePart(i+n) && !isAcronym(r.toks[i+n].text) {
		n++
	}
	if n == 0 || i+n < hi && (r.toks[i+n].hyphen || r.possessiveAt(i+n) || r.toks[i+n].caps) {
		return 0
	}
	return n
}

// placeMeant is the place that a national adjective and a word for a place
// stand for: "the Turkish capital", "the Swiss city"; nil for none.
func (r *reading) placeMeant(m *mention) *mention {
	if m.kind != aState || !m.adj && !m.poss {
		return nil
	}
	i := m.hi
	if m.poss {
		i++
	}
	c, ok := r.cue(i, lexicon.PlaceNoun)
	if !ok || i+c.n < r.sents[m.sent].hi && (r.toks[i+c.n].low == "of" || mentionAt(r.mentions[m.sent], i+c.n) != nil) {
		return nil
	}
	if r.toks[i+c.n-1].sent == m.sent && i+c.n+1 < r.sents[m.sent].hi && r.toks[i+c.n].low == "," && mentionAt(r.mentions[m.sent], i+c.n+1) != nil {
		return nil // "the Turkish capital, Ankara": named
	}
	p := *m
	p.kind, p.adj, p.poss, p.stands, p.hi = aPlace, false, false, true, i+c.n
	if state, ok := r.lex.Country(m.code); ok && c.value == "capital" {
		p.code, p.name = state.Capital, r.lex.Name(state.Capital)
	} else {
		p.code, p.name = "", ""
	}
	r.knownTown(&p, m.code)
	if p.name == "" {
		return nil
	}
	return &p
}

// house is the building of an organisation at which somebody is: "at the State
// Department"; nil for none.
func (r *reading) house(m *mention) *mention {
	if m.adj || m.poss || m.inner {
		return nil
	}
	if w := r.wordBefore(m); w != "at" && w != "inside" && w != "outside" {
		return nil
	}
	for _, e := range r.lex.Resolve(lexicon.KindPlace, r.words(m.nlo, m.nhi)) {
		if p, ok := r.lex.Place(e.Code); ok && p.Type == lexicon.TypeVenue {
			v := *m
			v.kind, v.code, v.state, v.venue, v.person = aPlace, p.Code, p.Country, true, -1
			return &v
		}
	}
	return nil
}

// knownTown gives a town that a description stands for the name by which the
// text last called it: the capital, or the last town of that state.
func (r *reading) knownTown(p *mention, state string) {
	const window = 40
	for s := p.sent; s >= 0 && s > p.sent-window; s-- {
		for k := len(r.mentions[s]) - 1; k >= 0; k-- {
			m := &r.mentions[s][k]
			if m.kind != aPlace || m.venue || s == p.sent && m.lo >= p.lo || p.code != "" && m.code != p.code || m.state != state {
				continue
			}
			if x, ok := r.lex.Place(m.code); ok && x.Type == lexicon.TypeCity {
				p.code, p.name = m.code, r.placeName(m)
				return
			}
		}
	}
}

// ownedVenue is where a venue ends that a possessive place owns ("Hanoi's
// presidential palace"), 0 for none.
func (r *reading) ownedVenue(m *mention) int {
	if !m.poss || m.kind != aPlace {
		return 0
	}
	for i := m.hi + 1; i < min(m.hi+7, r.sents[m.sent].hi); i++ {
		if c, ok := r.cue(i, lexicon.PlaceVenue); ok {
			return i + c.n
		}
		if v := mentionAt(r.mentions[m.sent], i); v != nil && v.venue {
			return v.hi
		}
		if r.toks[i].mark && !r.toks[i].hyphen || r.has(i, i+1, lexicon.Auxiliary) || r.has(i, i+1, lexicon.ArgPlace) {
			break
		}
	}
	return r.ownedName(m)
}

// ownedName is where a name ends that a town owns and that nothing else is
// known to bear: "at Tallinn's Stenbock House"; 0 for none.
func (r *reading) ownedName(m *mention) int {
	w := r.wordBefore(m)
	i := m.hi + 1
	if w != "at" && w != "in" && w != "inside" && w != "outside" {
		return 0
	}
	for i < r.sents[m.sent].hi && r.toks[i].caps && !r.covered(m.sent, i) {
		i++
	}
	if i == m.hi+1 {
		return 0
	}
	return i
}

// spokenAt reports a place where somebody spoke: "said a diplomat in Seoul".
func (r *reading) spokenAt(m *mention) bool {
	sn := r.sents[m.sent]
	for i := max(sn.lo, m.lo-8); i < min(sn.hi, m.hi+8); i++ {
		if r.segs[i] == r.segs[m.lo] && r.has(i, i+1, lexicon.Reporting) && !r.covered(m.sent, i) {
			return true
		}
	}
	return false
}
