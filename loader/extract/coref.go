package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// resolveOffices finds the person whom a bare title means: "the Secretary",
// "the Russian president", "the American".
func (r *reading) resolveOffices() {
	r.bearers = map[wanted]int{}
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			r.startLooking()
			switch {
			case m.person >= 0:
			case m.kind == anOffice && !m.office.plural:
				m.person = r.bearer(m, s)
			case m.kind == aPronoun && m.code != "":
				m.person = r.pointedAt(m, s)
			case m.kind == aPronoun:
				m.person = r.subjectBefore(m.lo, s)
				if m.name == "him" || m.name == "her" {
					m.person = r.otherThan(m.person, m.lo, s)
				}
			case m.kind == aState && m.adj && r.nationalNoun(m):
				m.person = r.nationalOf(m, s)
				if m.person >= 0 {
					m.kind, m.demonym = anOffice, true
				}
			}
			r.looked(m)
		}
		r.readEpithets(s)
		r.readPairings(s)
	}
}

// Values of pronouns that say which of several people they mean.
const (
	former = "former"
	latter = "latter"
)

// pointedAt is whom "the former", "the latter" or "her host" means: the first
// or last of the two named last, or the other one than she; -1 for nobody.
func (r *reading) pointedAt(m *mention, s int) int {
	if m.code != former && m.code != latter {
		own := r.subjectBefore(m.lo, s)
		return r.lastPerson(s, m.lo, func(p *individual, v *mention) bool {
			return own >= 0 && v.person != own && !p.speaks() && !v.inner && r.apart(p, r.people[own])
		})
	}
	for b := s; b >= 0 && b >= s-1; b-- {
		if ps := r.peopleIn(b, m.lo); len(ps) >= 2 {
			if m.code == former {
				return ps[len(ps)-2]
			}
			return ps[len(ps)-1]
		}
	}
	return -1
}

// apart reports people who do not act for the same state or organisation.
func (r *reading) apart(p, q *individual) bool {
	return p.Party != nil && (q.Party == nil || p.Party.Name != q.Party.Name)
}

// otherThan is whom an object pronoun means where its sentence names only its
// subject, person p, before it: the first other person of the sentences before.
func (r *reading) otherThan(p, i, s int) int {
	lo := r.afterSemicolon(s, i)
	for k := range r.mentions[s] {
		if m := &r.mentions[s][k]; m.lo >= lo && m.hi <= i && m.person >= 0 && m.person != p && !m.inner {
			return p // a second person stands between: the first is meant
		}
	}
	switch q := r.firstPerson(s, i); {
	case q < 0:
		return p
	case q != p:
		return q // of the part of the sentence before
	}
	for b := s - 1; b >= 0 && b >= s-3; b-- {
		if q := r.firstPerson(b, r.sents[b].hi); q >= 0 && q != p {
			return q
		}
	}
	return p
}

// afterSemicolon is where the part of sentence s that token i stands in starts.
func (r *reading) afterSemicolon(s, i int) int {
	for k := i - 1; k >= r.sents[s].lo; k-- {
		if r.toks[k].low == ";" {
			return k + 1
		}
	}
	return r.sents[s].lo
}

// nationalNoun reports "the American" used as a noun: an article before, and
// no noun after it.
func (r *reading) nationalNoun(m *mention) bool {
	if m.lo == 0 || r.toks[m.lo-1].low != "the" || m.joined {
		return false
	}
	if m.hi >= r.sents[m.sent].hi {
		return true
	}
	t := r.toks[m.hi]
	if t.mark || t.low == "'s" {
		return true
	}
	return r.functionWord(m.hi) || r.pairedNational(m)
}

// pairedNational reports the second of "the American and the North Korean",
// where no noun follows that both could go with.
func (r *reading) pairedNational(m *mention) bool {
	if m.lo < 3 || r.toks[m.lo-2].low != "and" || r.sideNounAt(m.hi) || r.titleFollows(m.hi, r.sents[m.sent].hi) || r.has(m.hi, m.hi+1, lexicon.MeetNoun) {
		return false
	}
	v := mentionEnding(r.mentions[m.sent], m.lo-2)
	return v != nil && v.adj && v.person >= 0 && !pluralNoun(r.toks[m.hi].low)
}

// functionWord reports a verb's auxiliary, a preposition or a conjunction,
// none of which an adjective stands before.
func (r *reading) functionWord(i int) bool {
	for _, c := range []lexicon.Class{
		lexicon.ArgPlace, lexicon.ArgWith, lexicon.StatusScheduled, lexicon.Negation, lexicon.Reporting,
		lexicon.ClauseBreak, lexicon.MeetVerb, lexicon.Act, lexicon.MeetLight, lexicon.TopicVerb, lexicon.Auxiliary,
	} {
		if r.has(i, i+1, c) && !r.has(i, i+1, lexicon.MeetNoun) {
			return true
		}
	}
	return false
}

// nationalOf is the person of that state last told before the mention.
func (r *reading) nationalOf(m *mention, s int) int {
	of := func(p *individual) bool { return p.Party != nil && p.Party.Name == m.name }
	if p := r.lastPerson(s, m.lo, func(p *individual, _ *mention) bool { return of(p) && !p.speaks() }); p >= 0 {
		return p
	}
	return r.lastPerson(s, m.lo, func(p *individual, _ *mention) bool { return of(p) })
}

// speaks reports somebody who only speaks for or advises others.
func (p *individual) speaks() bool {
	return slices.ContainsFunc(p.offices, func(o *office) bool { return o.rank == "speaker" || o.rank == "adviser" })
}

// lastPerson is the person named last before token i, within eight sentences,
// who passes the test; -1 for none.
func (r *reading) lastPerson(s, i int, ok func(*individual, *mention) bool) int {
	for b := s; b >= 0 && b >= s-12; b-- {
		for k := len(r.mentions[b]) - 1; k >= 0; k-- {
			m := &r.mentions[b][k]
			if m.person < 0 || m.lo >= i || m.kind != aPerson {
				continue
			}
			if ok(r.people[m.person], m) {
				return m.person
			}
			r.passedBy(m.person)
		}
	}
	return -1
}

// bearer finds the person who holds a bare title.
func (r *reading) bearer(m *mention, s int) int {
	o := m.office
	party := o.party
	if party == nil {
		party = r.serves(o)
	}
	if o.his || o.owner >= 0 {
		if own := r.ownerOf(o, m, s); own >= 0 {
			party = r.people[own].Party
		}
	}
	fits := func(p *individual, _ *mention) bool { return r.fits(p, o, party) }
	if p := r.lastPerson(s, m.lo, fits); p >= 0 {
		return p
	}
	if o.his || r.indefinite(o.lo) {
		return -1
	}
	if p := r.firstBearer(o, party, fits); p >= 0 {
		return p
	}
	if party != nil || o.peer || r.toks[max(m.lo-1, 0)].low != "the" {
		return -1
	}
	return r.knownBearer(o)
}

// maxCast bounds the people of a text among whom the bearer of a title is
// looked for that nobody near it bears.
const maxCast = 1000

// wanted is what of a bare title decides who bears it.
type wanted struct {
	title, rank   string
	deputy, named bool   // named: the text says whose title it is
	party         string // "" for none
}

// firstBearer is the first person of the text who passes the test for a title,
// -1 for none. Texts repeat few titles often, so the answer is remembered.
func (r *reading) firstBearer(o *office, party *Actor, fits func(*individual, *mention) bool) int {
	w := wanted{title: o.title, rank: o.rank, deputy: o.deputy(), named: o.party != nil}
	if party != nil {
		w.party = party.Name
	}
	at, known := r.bearers[w]
	if !known {
		at = slices.IndexFunc(r.cast(), func(p *individual) bool { return fits(p, nil) })
		r.bearers[w] = at
	}
	return at
}

// cast are the first people of the text.
func (r *reading) cast() []*individual { return r.people[:min(len(r.people), maxCast)] }

// fits reports that a person can be meant by a bare title of a party, which is
// nil when it is unknown.
func (r *reading) fits(p *individual, o *office, party *Actor) bool {
	if o.party != nil && (p.Party == nil || p.Party.Name != party.Name) {
		return false
	}
	for _, q := range p.offices {
		if sameTitle(q, o) {
			return true
		}
	}
	return party != nil && r.lex.holds(p.known, o.rank, o.title) || party != nil && o.rank == "leader" && r.lex.holds(p.known, "leader", "")
}

// holders are the people whom a plural title with states means, one for each
// state that the text names a bearer of: "the Latvian and Estonian presidents".
func (r *reading) holders(m *mention) []int {
	var out []int
	for _, v := range r.statesOf(m, r.mentions[m.sent]) {
		o := r.singular(m.office)
		if o.party = v.asParty(r); o.party == nil {
			continue
		}
		fits := func(p *individual, _ *mention) bool { return r.fits(p, &o, o.party) }
		p := r.lastPerson(m.sent, m.lo, fits)
		if p < 0 {
			p = r.nextPerson(m.sent, m.hi, fits)
		}
		if p >= 0 {
			out = append(out, p)
		}
	}
	return out
}

// nextPerson is the person named first after token i, within three sentences,
// who passes the test; -1 for none.
func (r *reading) nextPerson(s, i int, ok func(*individual, *mention) bool) int {
	for b := s; b < len(r.mentions) && b <= s+3; b++ {
		for k := range r.mentions[b] {
			m := &r.mentions[b][k]
			if m.person >= 0 && m.lo >= i && m.kind == aPerson && ok(r.people[m.person], m) {
				return m.person
			}
		}
	}
	return -1
}

// knownBearer is the first person of the text whom the lexicon knows by the
// title, for a post that the text names without its holder: "the President".
func (r *reading) knownBearer(o *office) int {
	return slices.IndexFunc(r.cast(), func(p *individual) bool { return r.lex.holds(p.known, o.rank, o.title) })
}

// titleEnds reports that a title without a name ends right before token i.
func (r *reading) titleEnds(i int) bool {
	m := mentionEnding(r.mentions[r.toks[i].sent], i)
	return m != nil && m.kind == anOffice
}

// indefinite reports "a", "an" before token i.
func (r *reading) indefinite(i int) bool {
	return i > 0 && (r.toks[i-1].low == "a" || r.toks[i-1].low == "an" || r.toks[i-1].low == "another")
}

// sameTitle says whether a bare title can stand for a full one: "the
// Secretary" for "Secretary of State", "the Russian leader" for a president.
func sameTitle(full, bare *office) bool {
	if bare.title == "leader" {
		return full.rank == "leader"
	}
	if bare.title == "" || full.title == "" {
		return false
	}
	if full.title == bare.title || strings.HasPrefix(full.title, bare.title+" ") && full.rank == bare.rank {
		return full.deputy() == bare.deputy()
	}
	if bare.rank == "head" && strings.HasPrefix(full.title, bare.title+" ") {
		return full.deputy() == bare.deputy()
	}
	if full.rank != bare.rank || full.deputy() != bare.deputy() {
		return false
	}
	words := strings.Fields(lexicon.Fold(full.text))
	for w := range strings.FieldsSeq(bare.title) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

// deputy tells "Deputy Secretary" from "Secretary".
func (o *office) deputy() bool {
	l := strings.ToLower(o.text)
	return strings.Contains(l, "deputy") || strings.Contains(l, "vice")
}
