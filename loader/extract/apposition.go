package extract

import (
	"parley/loader/lexicon"
)

// placeOffice gives an office to the name after or before it, or makes it a
// mention; it returns the token to go on from.
func (r *reading) placeOffice(o office, s int, ms []mention) ([]mention, int) {
	if o.owner >= 0 {
		ms[o.owner].inner = true
	}
	for k := range ms {
		if m := &ms[k]; m.lo >= o.lo && m.hi <= o.hi && m.kind != aPerson {
			m.inner = true
		}
	}
	if m := r.nameAfter(&o, s, ms); m != nil {
		m.bind(&o)
		return ms, max(m.hi, o.hi)
	}
	if m := r.nameBefore(&o, s, ms); m != nil && !o.plural {
		m.bindAfter(&o)
		return ms, o.hi
	}
	if m := r.namedByVerb(&o, s, ms); m != nil && !o.plural && !o.peer {
		m.entitle(&o)
		return ms, o.hi
	}
	kind := anOffice
	if o.peer {
		kind = aPeer
	}
	lone := mention{lo: o.lo, hi: o.hi, nlo: o.lo, nhi: o.hi, kind: kind, name: o.text, office: &o, person: -1, sent: s}
	lone.poss = r.possessiveAt(o.hi)
	if kind == anOffice && o.plural {
		for k := range ms {
			if m := &ms[k]; m.lo >= o.lo && m.hi <= o.hi {
				m.inner = false // "foreign ministers of ASEAN": ASEAN takes part
			}
		}
	}
	return append(ms, lone), o.hi
}

// nameAfter is the name that an office stands before: "Prime Minister Carney",
// "his foreign minister, Abbas Araghchi,".
func (r *reading) nameAfter(o *office, s int, ms []mention) *mention {
	hi := r.sents[s].hi
	at := o.hi
	if o.plural {
		return nil
	}
	for at < hi {
		if m := r.personAt(ms, at); m != nil {
			return m
		}
		if c, ok := r.cue(at, lexicon.Honorific); ok && r.toks[at].caps {
			at += c.n
			continue
		}
		if at == o.hi && r.toks[at].low == "," {
			at++
			continue
		}
		return nil
	}
	return nil
}

// personAt is a free person mention whose name, or honorific, starts at i.
func (r *reading) personAt(ms []mention, i int) *mention {
	for k := range ms {
		if m := &ms[k]; m.kind == aPerson && (m.lo == i || m.nlo == i) && (m.office == nil || m.office.rank == "") {
			if r.toks[i-1].low != "," || r.apposed(m) {
				return m
			}
		}
	}
	return nil
}

// apposed reports that a name after a comma ends its apposition: a comma, a
// full stop, or the sentence's verb follows.
func (r *reading) apposed(m *mention) bool {
	if m.hi >= r.sents[m.sent].hi {
		return true
	}
	t := r.toks[m.hi]
	return t.mark && t.low != "(" || r.has(m.hi, m.hi+1, lexicon.Reporting)
}

// nameBefore is the name that an office stands after: "Rustem Umerov,
// Secretary of …".
func (r *reading) nameBefore(o *office, s int, ms []mention) *mention {
	at := o.lo
	if o.owner >= 0 {
		at = min(at, ms[o.owner].lo)
		at -= r.honorificBefore(at)
	}
	at = r.beforeModifiers(at, r.sents[s].lo)
	if at == 0 || r.toks[at-1].low != "," && r.toks[at-1].low != "(" && r.toks[at-1].low != "–" && r.toks[at-1].low != "—" && r.toks[at-1].low != "-" {
		return nil
	}
	m := mentionEnding(ms, at-1)
	if m == nil || m.kind != aPerson || m.poss {
		return nil
	}
	return m
}

// beforeModifiers passes up to two plain words, then an article, back from
// token at: ", the veteran", ", diplomatic".
func (r *reading) beforeModifiers(at, lo int) int {
	for n := 0; n < 2 && at > lo; n++ {
		if t := r.toks[at-1]; t.mark || t.caps || t.num || t.low == "'s" || r.isArticle(at-1) || r.functionWord(at-1) {
			break
		}
		at--
	}
	if at > lo && r.isArticle(at-1) {
		at--
	}
	return at
}

// isArticle reports "the", "a", "an" at token i.
func (r *reading) isArticle(i int) bool {
	return r.toks[i].low == "the" || r.toks[i].low == "a" || r.toks[i].low == "an"
}

// bind gives an office before the name.
func (m *mention) bind(o *office) {
	m.office, m.lo, m.strong = o, min(m.lo, o.lo), true
}

// entitle gives an office that stands apart from the name.
func (m *mention) entitle(o *office) {
	if m.office == nil {
		m.office = o
	} else {
		m.also = append(m.also, o)
	}
	m.strong = true
}

// bindAfter gives an office after the name.
func (m *mention) bindAfter(o *office) {
	m.entitle(o)
	m.hi = max(m.hi, o.hi)
}

// nationals reads "Ukraine's Volodymyr Zelensky" and "Sergey Lavrov of Russia".
func (r *reading) nationals(ms []mention) {
	for k := range ms {
		m := &ms[k]
		if m.kind != aPerson {
			continue
		}
		if p := before(ms, r, m.lo); p != nil && (p.poss || p.adj && m.nhi-m.nlo > 1) && p.kind != aPerson && (p.kind != aPlace || p.state != "") &&
			(m.strong || m.nhi-m.nlo > 1 || r.surname[r.toks[m.nlo].low]) {
			p.inner = true
			m.party, m.strong = p.asParty(r), true
		}
		if m.hi+1 < len(r.toks) && r.toks[m.hi].low == "of" {
			at := m.hi + 1
			if r.toks[at].low == "the" {
				at++
			}
			if p := mentionAt(ms, at); p != nil && (p.kind == aState || p.kind == anOrg) && !p.adj {
				p.inner = true
				m.party, m.strong = p.asParty(r), true
			}
		}
	}
}

// masters reads "aide to President Vladimir Putin": whom the title serves is
// part of the title, and takes no part himself.
func (r *reading) masters(ms []mention) {
	for k := range ms {
		m := &ms[k]
		i := r.indexBefore(m)
		if m.kind != aPerson || i <= 0 || r.toks[i].low != "of" && r.toks[i].low != "to" {
			continue
		}
		for j := range ms {
			if o := ms[j].office; o != nil && o.hi == i && !o.plural && j != k {
				m.inner = true
				o.hi, o.text = m.hi, r.words(o.lo, m.hi)
				ms[j].hi = max(ms[j].hi, m.hi)
			}
		}
	}
}

// before is the mention that ends right before token i, its possessive
// ending included.
func before(ms []mention, r *reading, i int) *mention {
	for k := range ms {
		end := ms[k].hi
		if ms[k].poss {
			end++
		}
		if end == i {
			return &ms[k]
		}
	}
	return nil
}

// asParty is the state or organisation that a mention stands for.
func (m *mention) asParty(r *reading) *Actor {
	switch {
	case m.kind == aState:
		return &Actor{m.name, ActorCountry, m.code}
	case m.state != "":
		return r.lex.party(m.state)
	case m.kind == anOrg && m.code == "":
		return &Actor{m.name, ActorOrganization, ""}
	case m.kind == anOrg:
		return r.lex.party(m.code)
	}
	return nil
}
