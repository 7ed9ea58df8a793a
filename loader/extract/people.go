package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// individual is one person of the document while it is being read.
type individual struct {
	Person
	words   []string // of the longest name, folded
	offices []*office
	strong  bool
	alias   []string        // words of another name: "known as Y"
	known   *lexicon.Person // the authority's entry, nil for none
}

// nameWords splits a name for comparison: folded, without particles' hyphens
// and generational endings.
func nameWords(name string) []string {
	fs := strings.FieldsFunc(lexicon.Fold(name), func(c rune) bool { return c == ' ' || c == '-' || c == '.' || c == '\u00a0' })
	if n := len(fs); n > 1 && (fs[n-1] == "jr" || fs[n-1] == "sr") {
		fs = fs[:n-1]
	}
	return fs
}

// minNear is the length of a name that may be misspelt.
const minNear = 5

// nearWord says whether two words are one name: equal, or long and one
// letter apart.
func nearWord(a, b string) bool {
	if a == b {
		return true
	}
	if min(len(a), len(b)) < minNear || max(len(a), len(b))-min(len(a), len(b)) > 1 {
		return false
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	x, y := a[i:], b[i:]
	return x[min(1, len(x)):] == y[min(1, len(y)):] || x == y[min(1, len(y)):] || x[min(1, len(x)):] == y
}

// nameMatch says how well a name fits a person: 0 not, 1 by a first name, 2
// by a surname, 3 in full.
func nameMatch(have, name []string) int {
	if len(have) == 0 || len(name) == 0 {
		return 0
	}
	short, long := name, have
	if len(short) > len(long) {
		short, long = long, short
	}
	for _, w := range short {
		found := false
		for _, v := range long {
			found = found || nearWord(w, v)
		}
		if !found {
			return 0
		}
	}
	switch {
	case len(short) > 1:
		return 3
	case nearWord(short[0], long[len(long)-1]):
		return 2
	case nearWord(short[0], long[0]):
		return 1
	}
	return 2 // a middle name: "bin Salman"
}

// gatherPeople groups the mentions of names into people, in document order,
// and drops what is no name after all.
func (r *reading) gatherPeople() {
	r.fullNames()
	r.aliases()
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if m.kind == aPerson {
				r.assign(m)
			}
		}
	}
	for s := range r.mentions {
		r.mentions[s] = r.dropWeak(r.mentions[s])
	}
	for _, p := range r.people {
		p.known = r.lex.person(&p.Person)
	}
}

// aliases makes one person of "X, known as Y".
func (r *reading) aliases() {
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if m.kind != aPerson || m.person >= 0 || m.nlo == r.sents[s].lo {
				continue
			}
			if p := r.aliasOf(m, s); p >= 0 {
				m.person, m.strong = p, true
				r.people[p].alias = r.roll.split(m.name)
				for _, w := range r.people[p].alias {
					r.surname[w] = true
				}
				r.roll.enter(p, r.people[p].alias)
			}
		}
	}
}

// aliasOf is the person named right before "known as" and a mention, -1 for
// none.
func (r *reading) aliasOf(m *mention, s int) int {
	for n := 1; n <= 4 && m.nlo-n > r.sents[s].lo; n++ {
		c, ok := r.cue(m.nlo-n, lexicon.NameAlias)
		if !ok || c.n != n {
			continue
		}
		at := m.nlo - n
		if r.toks[at-1].low == "," || r.toks[at-1].low == "(" {
			at--
		}
		if v := mentionEnding(r.mentions[s], at); v != nil && v.kind == aPerson {
			return v.person
		}
	}
	return -1
}

// fullNames makes a person of every full name before any short form is read,
// since a text may open with a surname.
func (r *reading) fullNames() {
	r.roll.expect(r.fullNamesWritten())
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if m.kind == aPerson && m.nhi-m.nlo > 1 && (m.strong || r.midSentence(m)) && !r.placeLike(m) {
				m.person = r.personFor(m)
			}
		}
	}
}

// midSentence reports that a run of capitals does not just open a sentence.
func (r *reading) midSentence(m *mention) bool {
	if m.nhi < r.sents[m.sent].hi && r.toks[m.nhi].caps && !r.toks[m.nhi].mark || m.nlo > r.sents[m.sent].lo && r.toks[m.nlo-1].caps && r.has(m.nlo-1, m.nlo, lexicon.NameNot) {
		return false // part of a longer name, of no person
	}
	if !m.strong && m.nhi < r.sents[m.sent].hi && r.toks[m.nhi].hyphen || !r.personContext(m) {
		return false
	}
	return m.nhi-m.nlo <= 4 && (m.nlo > r.sents[m.sent].lo || m.nhi-m.nlo >= 2)
}

// personContext reports that an unproven name stands where people are named:
// before a verb, a comma or a possessive, after "with", "and" or a comma.
func (r *reading) personContext(m *mention) bool {
	if m.strong || m.nhi >= r.sents[m.sent].hi {
		return true
	}
	t := r.toks[m.nhi]
	if t.mark || t.low == "'s" || t.low == "of" || t.low == "and" || r.finiteVerb(m.nhi) || r.has(m.nhi, m.nhi+1, lexicon.ClauseBreak) {
		return true
	}
	if c, ok := r.verbBefore(m); ok && c.value != "visit" && c.value != "travel" && c.value != "attend" {
		return true // "met X in Rome"
	}
	return r.wordBefore(m) == "," || r.isBefore(m, lexicon.PersonAfter) || r.isBefore(m, lexicon.ArgSends)
}

// verbBefore is the verb of meeting that ends right before a mention.
func (r *reading) verbBefore(m *mention) (cue, bool) {
	for i := m.lo - 1; i >= r.sents[m.sent].lo && i >= m.lo-3; i-- {
		if c, ok := r.cue(i, lexicon.MeetVerb); ok && i+c.n == m.lo {
			return c, true
		}
	}
	return cue{}, false
}

// placeLike reports an unproven name that stands where a place stands.
func (r *reading) placeLike(m *mention) bool {
	if m.strong || m.lo == r.sents[m.sent].lo {
		return false
	}
	i := m.lo - 1
	if r.toks[i].low == "the" && i > r.sents[m.sent].lo {
		i--
	}
	w := r.toks[i].low
	return r.has(i, i+1, lexicon.ArgPlace) && w != "to" && w != "on" || r.toks[m.lo-1].low == "the"
}

// assign finds or makes the person of a mention.
func (r *reading) assign(m *mention) {
	if m.person < 0 {
		if !m.strong && (m.nhi-m.nlo > 1 && !r.midSentence(m) || m.nhi-m.nlo == 1 && !r.surname[r.toks[m.nlo].low] || r.placeLike(m)) {
			return
		}
		m.person = r.personFor(m)
	}
	p := r.people[m.person]
	p.strong = p.strong || m.strong
	if m.office != nil {
		p.addOffices(m.office)
		p.addOffices(m.also...)
	}
	if m.party != nil && p.Party == nil {
		p.Party = m.party
	}
	if len(p.Forms) < maxKept && !contains(p.Forms, m.name) {
		p.Forms = append(p.Forms, m.name)
	}
	p.Mentions = append(p.Mentions, Mention{Span{r.toks[m.nlo].Start, r.toks[m.nhi-1].End}, r.sents[m.sent].Span})
}

// maxKept bounds the titles and the forms of name that are kept of a person,
// since each new one is held against them.
const maxKept = 64

// addOffices adds titles, each wording once.
func (p *individual) addOffices(os ...*office) {
	for _, o := range os {
		if len(p.offices) < maxKept && !slices.ContainsFunc(p.offices, o.repeats) {
			p.offices = append(p.offices, o)
		}
	}
}

// personFor is the index of the person whom a name means, new if need be.
func (r *reading) personFor(m *mention) int {
	ws := r.roll.split(m.name)
	best, score := -1, 0
	for _, i := range r.roll.bearers(ws) {
		p := r.people[i]
		if n := max(nameMatch(p.words, ws), nameMatch(p.alias, ws)); n > score || n == score && n == 2 && r.samePost(p, m) {
			best, score = i, n
		}
	}
	if best >= 0 && (score > 1 || len(ws) == 1) {
		p := r.people[best]
		if len(ws) > len(p.words) {
			p.words, p.Name = ws, m.name
			r.roll.enter(best, ws)
		}
		return best
	}
	r.roll.enter(len(r.people), ws)
	r.people = append(r.people, &individual{Person: Person{Name: m.name}, words: ws})
	for _, w := range ws {
		r.surname[w] = true
	}
	return len(r.people) - 1
}

// samePost reports that a mention's title is one that the person already has.
func (r *reading) samePost(p *individual, m *mention) bool {
	if m.office == nil {
		return false
	}
	for _, o := range p.offices {
		if o.title == m.office.title {
			return true
		}
	}
	return false
}

// dropWeak removes names that found no person; what stands like a place
// becomes one.
func (r *reading) dropWeak(ms []mention) []mention {
	out := ms[:0]
	for _, m := range ms {
		if m.kind == aPerson && m.person < 0 {
			if !r.placeLike(&m) || m.nhi-m.nlo > 4 || m.lo > 0 && r.toks[m.lo-1].low == "the" {
				continue
			}
			m.kind = aPlace
			r.nameVenue(&m)
		}
		out = append(out, m)
	}
	return out
}

func contains[T comparable](xs []T, x T) bool {
	for _, v := range xs {
		if v == x {
			return true
		}
	}
	return false
}

// subjectBefore is the person most likely meant by "he" or "his" at token i:
// the first one before it in its part of the sentence, else in the sentence,
// else in the sentences before.
func (r *reading) subjectBefore(i, s int) int {
	if p := r.whoBefore(i, s); p >= 0 {
		return p
	}
	if lo, _ := r.part(i, s); lo > r.sents[s].lo {
		if p := r.firstPersonIn(s, lo, i); p >= 0 {
			return p
		}
	}
	if p := r.firstPerson(s, i); p >= 0 {
		return p
	}
	for b := s - 1; b >= 0 && b >= s-3; b-- {
		if p := r.firstPerson(b, r.sents[b].hi); p >= 0 {
			return p
		}
	}
	return -1
}

// whoBefore is the person for whom the "who" stands in whose clause token i is:
// "X, who was flanked by his"; -1 for none.
func (r *reading) whoBefore(i, s int) int {
	const far = 12
	for k := i - 1; k > r.sents[s].lo && k > i-far && r.toks[k].low != "," && r.toks[k].low != ";"; k-- {
		if r.toks[k].low != "who" {
			continue
		}
		if r.toks[k-1].low == "," {
			k--
		}
		if m := mentionEnding(r.mentions[s], k); m != nil && m.human() && !m.inner {
			return m.person
		}
		return -1
	}
	return -1
}

// firstPerson is the first person of sentence s named before token hi, not
// counting those inside titles or in the possessive.
func (r *reading) firstPerson(s, hi int) int { return r.firstPersonIn(s, r.sents[s].lo, hi) }

// firstPersonIn is firstPerson among tokens [lo, hi).
func (r *reading) firstPersonIn(s, lo, hi int) int {
	last := -1
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.lo < lo {
			continue
		}
		if m.hi > hi {
			break
		}
		if (m.kind == aPerson || m.kind == anOffice || m.kind == aPronoun) && m.person >= 0 && !m.inner {
			if !m.poss || last < 0 {
				return m.person
			}
		}
		if m.inner && m.person >= 0 && last < 0 {
			last = m.person
		}
	}
	return last
}

// part is the stretch of sentence s around token i that semicolons bound.
func (r *reading) part(i, s int) (lo, hi int) {
	lo, hi = i, i
	for lo > r.sents[s].lo && r.toks[lo-1].low != ";" {
		lo--
	}
	for hi < r.sents[s].hi && r.toks[hi].low != ";" {
		hi++
	}
	return lo, hi
}

// surnameNext reports an honorific at token i that only names follow: "Mr".
func (r *reading) surnameNext(i int) bool {
	c, ok := r.cue(i, lexicon.Honorific)
	return ok && c.n == 1 && c.value == "name"
}
