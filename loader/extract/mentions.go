package extract

import (
	"strings"
	"unicode/utf8"

	"parley/loader/lexicon"
)

// mentionKind says what a mention names.
type mentionKind uint8

const (
	aPerson  mentionKind = iota // a named person, with or without a title
	anOffice                    // a title alone: "the Russian president"
	aState
	anOrg
	aPlace
	aGroup   // "the two leaders", "they"
	aPronoun // "he", "she"
	aPeer    // "his Italian counterpart"
)

// mention is one place in a sentence that names or stands for somebody.
type mention struct {
	lo, hi   int // tokens, title included
	nlo, nhi int // tokens of the bare name
	kind     mentionKind
	name     string // bare name as written, or the lexicon's name
	code     string
	state    string // the state that an organisation acts for or a place lies in
	in       string // the area in which the text puts a place that the gazetteer doesn't know there
	adj      bool   // adjective: "Russian", "EU" before a noun
	demonym  bool   // one national: "the Russian"
	metonym  bool   // "the Kremlin"
	poss     bool   // followed by 's
	venue    bool
	stands   bool      // "the Turkish capital": the name is the lexicon's or told before
	strong   bool      // a name with proof: title, given name, the lexicon
	joined   bool      // part of a compound: "Trump–Putin"
	listed   int       // the token after that of the plural title whose list it is in, 0 for none
	inner    bool      // part of another mention's title: no actor here
	office   *office   // title
	also     []*office // further titles: "General X, the commander of …"
	party    *Actor    // "Ukraine's X", "X of Ukraine"
	person   int       // index into reading.people, -1 for none
	sent     int
}

// findMentions lists the mentions of sentence s: to its names come the offices
// that go with them, what stands for a name told before, and pronouns.
func (r *reading) findMentions(s int) {
	r.mentions[s] = r.offices(s, r.standIns(s, r.mentions[s]))
	r.pronouns(s)
	sortMentions(r.mentions[s])
}

// names scans for the lexicon's entries and for runs of capitalised words.
func (r *reading) names(s int) []mention {
	out := r.mentions[s][:0]
	sn := r.sents[s]
	for i := sn.lo; i < sn.hi; {
		if !r.toks[i].caps && !r.lexOpens(i) {
			i++
			continue
		}
		if ms, n := r.compound(i, s); n > 0 {
			out = append(out, ms...)
			i += n
			continue
		}
		hit, known := r.hitAt(i, sn.hi)
		if m, ok := r.orgOf(i, s, hit.n, out); ok {
			out = append(out, m)
			i = m.hi
			continue
		}
		if n := r.nameRun(i, sn.hi); n > 0 && (!known || n > hit.n && hit.kind != aState && hit.kind != anOrg) {
			out = append(out, r.runMention(i, n, s, known && hit.kind == aPerson))
			i += n
			continue
		}
		if !known {
			i++
			continue
		}
		m := r.hitMention(hit, i, s)
		out = append(out, m)
		i = m.hi
	}
	return out
}

// hitMention makes a mention of a lexicon entry at token i.
func (r *reading) hitMention(h hit, i, s int) mention {
	m := mention{
		lo: i, hi: i + h.n, nlo: i, nhi: i + h.n, kind: h.kind, name: h.name, code: h.code, state: h.state,
		adj: h.adj, demonym: h.demonym, metonym: h.metonym, venue: h.venue, person: -1, sent: s,
	}
	if m.kind == aPerson {
		for m.nlo < m.hi-1 && (r.has(m.nlo, m.nlo+1, lexicon.Title) || r.has(m.nlo, m.nlo+1, lexicon.Honorific)) {
			m.nlo++ // "President Trump" is an alias; the name is Trump
		}
		if n := r.nameRun(m.nlo, r.sents[s].hi); m.nlo+n > m.hi {
			m.hi, m.nhi = m.nlo+n, m.nlo+n // the text gives more of the name
		}
		m.name, m.strong = r.words(m.nlo, m.hi), true
	}
	m.poss = r.possessiveAt(m.hi)
	m.hi = r.skipAcronym(m.hi, s)
	m.poss = m.poss || r.possessiveAt(m.hi)
	return m
}

// skipAcronym passes an abbreviation in brackets: "Republic of Korea (ROK)".
func (r *reading) skipAcronym(i, s int) int {
	if i+2 < r.sents[s].hi && r.toks[i].low == "(" && r.toks[i+2].low == ")" && isAcronym(r.toks[i+1].text) {
		return i + 3
	}
	return i
}

// isAcronym reports whether a word is all capitals.
func isAcronym(w string) bool {
	if len(w) < 2 {
		return false
	}
	upper := false
	for i := range len(w) {
		switch c := w[i]; {
		case c >= utf8.RuneSelf:
			return strings.ToUpper(w) == w && strings.ToLower(w) != w
		case 'a' <= c && c <= 'z':
			return false
		case 'A' <= c && c <= 'Z':
			upper = true
		}
	}
	return upper
}

// possessiveAt reports a possessive ending at token i.
func (r *reading) possessiveAt(i int) bool {
	return i < len(r.toks) && (r.toks[i].low == "'s" || r.toks[i].text == "’" || r.toks[i].text == "'") &&
		i > 0 && r.toks[i-1].End == r.toks[i].Start
}

// runMention makes a mention of a run of capitalised words.
func (r *reading) runMention(i, n, s int, known bool) mention {
	m := mention{lo: i, hi: i + n, nlo: i, nhi: i + n, kind: aPerson, person: -1, sent: s}
	m.name = r.words(i, i+n)
	m.strong = known || r.lex.isGiven(r.toks[i].text)
	m.poss = r.possessiveAt(m.hi)
	for k := i; k > r.sents[s].lo; k-- {
		n := r.honorificBefore(k)
		if n == 0 {
			break
		}
		m.lo, m.strong = k-n, true
		k = k - n + 1
	}
	return m
}

// honorificBefore is the length of the honorific that ends right before token
// i, 0 for none.
func (r *reading) honorificBefore(i int) int {
	for n := 3; n >= 1; n-- {
		if c, ok := r.cue(i-n, lexicon.Honorific); ok && c.n == n && r.toks[i-n].caps && r.toks[i-n].sent == r.toks[i-1].sent {
			return n
		}
	}
	return 0
}

// nameRun is the length of a run of words at token i that can be a name of a
// person: capitals, particles between them, initials.
func (r *reading) nameRun(i, hi int) int {
	j := i + 1
	if n := r.particleAt(i, hi); n > 1 && r.toks[i].caps && i+n < hi && r.namePart(i+n) {
		j = i + n + 1 // "al-Burhan", "El-Sisi"
	} else if !r.namePart(i) {
		return 0
	}
	for j < hi {
		switch {
		case r.toks[j].hyphen && j+1 < hi && r.hyphenated(j):
			j += 2
		case (r.namePart(j) || r.lastPart(j, hi)) && !r.breaksRun(j):
			j++
		case r.particleAt(j, hi) > 0 && j+r.particleAt(j, hi) < hi && r.namePart(j+r.particleAt(j, hi)):
			j += r.particleAt(j, hi) + 1
		default:
			return j - i
		}
	}
	return j - i
}

// namePart reports whether token i can be part of a name.
func (r *reading) namePart(i int) bool {
	t := r.toks[i]
	if !t.caps || t.mark || len(t.text) > 3 && isAcronym(t.text) {
		return false
	}
	if i == r.sents[t.sent].lo && r.has(i, i+1, lexicon.SideNoun) {
		return false // "Delegations of …"
	}
	for _, c := range []lexicon.Class{lexicon.NameNot, lexicon.Month, lexicon.Weekday, lexicon.Title, lexicon.Honorific} {
		if c == lexicon.Month && !r.dateLike(i) && len(t.low) <= 3 {
			continue // "Zhai Jun"
		}
		if c == lexicon.NameNot && r.surnameNext(i-1) {
			continue // "Mr Green"
		}
		if q, ok := r.cue(i, c); ok && (q.n == 1 || c == lexicon.Title) {
			return false
		}
	}
	return true
}

// hyphenated reports a hyphen within a name: "Jean-Yves", "Moo-hyun", but not
// "UN-led" or "Indo-Pacific".
func (r *reading) hyphenated(j int) bool {
	next := r.toks[j+1]
	if next.mark || next.num || isAcronym(r.toks[j-1].text) {
		return false
	}
	_, not := r.cue(j+1, lexicon.NameNot)
	h := r.hit(j + 1)
	return !not && (h.n == 0 || h.kind == aPerson || h.weak)
}

// lastPart lets a name end in a word that is also a title: "Bui Thanh Son".
func (r *reading) lastPart(j, hi int) bool {
	c, ok := r.cue(j, lexicon.Title)
	_, not := r.cue(j, lexicon.NameNot)
	return ok && c.n == 1 && r.toks[j].caps && !not && (j+1 >= hi || !r.toks[j+1].caps)
}

// breaksRun reports that a state, an organisation or a longer entry starts at i.
func (r *reading) breaksRun(i int) bool {
	h, ok := r.hitAt(i, len(r.toks))
	return ok && (h.kind == aState || h.kind == anOrg || h.n > 1 && h.kind == aPlace || h.n > 1 && h.kind == aPerson)
}

// particleAt is the length of the particles of a name at token i.
func (r *reading) particleAt(i, hi int) int {
	n := 0
	for i+n < hi && n < 3 {
		if _, ok := r.cue(i+n, lexicon.NameParticle); !ok || r.toks[i+n].low == "e" {
			break
		}
		n++
		if i+n < hi && r.toks[i+n].hyphen {
			n++
		}
	}
	return n
}

// pronouns adds pronouns and words that stand for a group.
func (r *reading) pronouns(s int) {
	for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
		kind := aPronoun
		c, ok := r.cue(i, lexicon.PronounOne)
		if !ok || r.toks[i].low == "her" && i+1 < r.sents[s].hi && !r.toks[i+1].mark && !r.functionWord(i+1) && !r.has(i+1, i+2, lexicon.PlaceSame) {
			kind = aGroup
			c, ok = r.cue(i, lexicon.GroupWord)
		}
		if !ok || r.covered(s, i) || kind == aGroup && r.distributes(i, c.n) || c.value == former && !r.functionWord(i+c.n) {
			continue
		}
		r.uncover(s, i, i+c.n)
		r.mentions[s] = append(r.mentions[s], mention{lo: i, hi: i + c.n, nlo: i, nhi: i + c.n, kind: kind, person: -1, sent: s, name: r.toks[i].low, code: c.value})
		i += c.n - 1
	}
}

// uncover drops the mentions inside tokens [lo, hi): "presidents" in "the two
// presidents".
func (r *reading) uncover(s, lo, hi int) {
	ms := r.mentions[s][:0]
	for _, m := range r.mentions[s] {
		if m.lo < lo || m.hi > hi {
			ms = append(ms, m)
		}
	}
	r.mentions[s] = ms
}

// distributes reports that "both" or "the three" only counts a noun that
// follows, or opens "both A and B".
func (r *reading) distributes(i, n int) bool {
	if n > 1 && r.toks[i+n-1].low != "two" && r.toks[i+n-1].low != "three" || r.toks[i].low == "they" {
		return false
	}
	j := i + n
	return j < len(r.toks) && !r.toks[j].mark && (r.toks[j].caps || r.toks[j].low == "the" || r.toks[j].low == "of" || pluralNoun(r.toks[j].low) || r.has(j, j+1, lexicon.SideNoun) || r.titleFollows(j, len(r.toks)))
}

// pluralNoun reports a word that can only be a noun after a number: "the two
// armies".
func pluralNoun(w string) bool {
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "'s") && w != "was" && w != "has"
}

// covered reports that a mention of sentence s already takes token i.
func (r *reading) covered(s, i int) bool {
	if r.cover != nil {
		return r.cover[i]
	}
	for _, m := range r.mentions[s] {
		if m.lo <= i && i < m.hi {
			return true
		}
	}
	return false
}

// sortMentions orders by place in the text; the insertion is stable, so parts
// of a compound keep their order.
func sortMentions(ms []mention) {
	for i := 1; i < len(ms); i++ {
		for j := i; j > 0 && ms[j].lo < ms[j-1].lo; j-- {
			ms[j], ms[j-1] = ms[j-1], ms[j]
		}
	}
}
