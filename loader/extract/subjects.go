package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// actSubjects are the actors who are the subject of the verb at token i, those
// who act together as one: the sides for which they speak.
func (r *reading) actSubjects(i, s int) []Actor { return r.together(r.subjectsOf(i, s)) }

// subjectsOf are the subjects of the verb at token i: what stands right before
// it, or where a comma or an "and" does, the clause's own subject.
func (r *reading) subjectsOf(i, s int) []Actor {
	k := r.beforeVerb(i, s)
	if k < r.sents[s].lo {
		return nil
	}
	t := r.toks[k]
	switch m := mentionEnding(r.mentions[s], k+1); {
	case t.low == "we" || t.low == "i":
		return r.speaker(i, s)
	case t.low == "it":
		return r.thing(k, s)
	case m != nil && !m.inner && !r.subordinate(m):
		return r.withJoined(m)
	case m != nil || t.mark || t.low == "and" || t.low == "but" || t.low == "then":
	case r.relativeAt(k) || t.low == "that" && k > r.sents[s].lo && r.segOf[r.segs[k]].relative:
		return r.antecedent(i, k, s)
	case r.strangerAt(k, s):
		return r.ownedSubject(k, s)
	}
	return r.clauseSubjects(i, k, s)
}

// beforeVerb is the token before a verb and the words that go with it:
// auxiliaries, adverbs, the day.
func (r *reading) beforeVerb(i, s int) int {
	k := i - 1
	for k >= r.sents[s].lo && !r.covered(s, k) {
		if isQuote(r.toks[k].text) && k > r.sents[s].lo && r.covered(s, k-1) {
			k-- // "Hamas “refused”"
			continue
		}
		if lo := r.timeEnding(k+1, s); lo >= 0 {
			k = lo - 1
			if k > r.sents[s].lo && r.has(k, k+1, lexicon.ArgPlace) {
				k--
			}
			continue
		}
		if !r.verbModifier(k) {
			break
		}
		k--
	}
	return k
}

// verbModifier reports a word that stands between a subject and its verb.
func (r *reading) verbModifier(k int) bool {
	t := r.toks[k]
	return r.has(k, k+1, lexicon.Auxiliary) || r.has(k, k+1, lexicon.ActAdverb) || r.has(k, k+1, lexicon.Negation) && t.low != "without" ||
		len(t.low) > 4 && t.low[len(t.low)-2:] == "ly" && !t.caps
}

// timeEnding is where the expression of time starts that ends before token i,
// -1 for none.
func (r *reading) timeEnding(i, s int) int {
	for _, w := range r.dates[s] {
		if w.hi == i {
			return w.lo
		}
	}
	return -1
}

// withJoined are the actors of a mention and of those that "and" and commas
// join to it on its left: "A, B and C agreed".
func (r *reading) withJoined(m *mention) []Actor {
	ms := []*mention{m}
	for n := 0; n < 12; n++ {
		p := r.joinedBefore(m)
		if p == nil {
			break
		}
		ms, m = append(ms, p), p
	}
	var out []Actor
	for _, m := range slices.Backward(ms) {
		out = append(out, r.actorsOf(m)...)
	}
	return out
}

// joinedBefore is the mention that "and" or a comma joins to m on its left.
func (r *reading) joinedBefore(m *mention) *mention {
	k, n, and := m.lo-1, 0, false
	for ; k >= r.sents[m.sent].lo && n < 4; n++ {
		if w := r.toks[k].low; w != "and" && w != "," && w != "the" && w != "both" {
			break
		}
		and = and || r.toks[k].low == "and" || r.toks[k].low == ","
		k--
	}
	if !and {
		return nil
	}
	p := mentionEnding(r.mentions[m.sent], k+1)
	if p != nil && p.adj && m.office != nil && m.office.plural && r.toks[m.lo-1].low == "and" {
		return p // "Latvian and Estonian negotiators"
	}
	if p == nil || p.inner || p.poss || !r.canAct(p) || p.kind == aPlace && m.kind == aPerson {
		return nil
	}
	return p
}

// subordinate reports a mention that is no subject where it stands: after a
// preposition, an object pronoun, an adjective that nobody follows.
func (r *reading) subordinate(m *mention) bool {
	if m.name == "him" || m.kind == aPlace && !m.metonym || m.poss {
		return true
	}
	if i := r.indexBefore(m); i >= 0 && r.toks[i].low == "," {
		return false // "At Yalta, Moscow was": the comma ends what the preposition governs
	}
	return r.under(m)
}

// thing are those for whom the "it" at token k stands: the state or
// organisation last told that can be a subject, else the last of any kind.
func (r *reading) thing(k, s int) []Actor {
	for b := s; b >= max(0, s-1); b-- {
		var last *mention
		for j := range r.mentions[b] {
			m := &r.mentions[b][j]
			if m.lo >= k || m.adj || m.poss || m.inner || m.person >= 0 || m.kind != aState && m.kind != anOrg {
				continue
			}
			if last == nil || r.canAct(m) || !r.canAct(last) {
				last = m
			}
		}
		if last != nil {
			return r.actorsOf(last)
		}
	}
	return nil
}

// antecedent are the actors for whom the relative pronoun at token k stands:
// those right before it.
func (r *reading) antecedent(i, k, s int) []Actor {
	c := r.segOf[r.segs[i]]
	if !c.relative || c.antecedent < 0 {
		return nil
	}
	m := &r.mentions[s][c.antecedent]
	if m.hi > k || k-m.hi > 2 || m.poss || m.adj && m.person < 0 && !r.sideNounAt(m.hi) {
		return nil
	}
	return r.actorsOf(m)
}

// strangerAt reports that token k ends a noun phrase that names no actor: "the
// delegates had threatened".
func (r *reading) strangerAt(k, s int) bool {
	t := r.toks[k]
	if t.mark || r.covered(s, k) || r.functionWord(k) || r.has(k, k+1, lexicon.ClauseBreak) || r.has(k, k+1, lexicon.ActUnder) || t.low == "to" || t.low == "that" {
		return false
	}
	m := mentionEnding(r.mentions[s], k)
	return m == nil || m.adj || m.poss // else an adverb: "Moscow meanwhile rejected"
}

// ownedSubject are the actors for whom the noun at token k speaks: "Russian
// and Ukrainian negotiators", "the Kremlin's paper", "leaders of".
func (r *reading) ownedSubject(k, s int) []Actor {
	if !r.sideNounAt(k) && !r.speaksFor(k) {
		return nil
	}
	for j := range r.mentions[s] {
		m := &r.mentions[s][j]
		end := m.hi
		if m.poss {
			end++
		}
		if end > k || k-end > 2 || !m.adj && !m.poss || m.inner {
			continue
		}
		if r.hasMark(end, k) {
			continue
		}
		return r.withAdjectives(m)
	}
	return nil
}

// hasMark reports punctuation within [lo, hi).
func (r *reading) hasMark(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.toks[k].mark {
			return true
		}
	}
	return false
}

// withAdjectives are the states of a mention and of the adjectives joined to
// it: "Russian and Ukrainian".
func (r *reading) withAdjectives(m *mention) []Actor {
	var out []Actor
	for n := 0; m != nil && n < 6; n++ {
		out = append(r.actorsOf(m), out...)
		k := m.lo - 1
		for k >= r.sents[m.sent].lo && (r.toks[k].low == "and" || r.toks[k].low == ",") {
			k--
		}
		if k == m.lo-1 {
			break
		}
		if m = mentionEnding(r.mentions[m.sent], k+1); m != nil && !m.adj {
			break
		}
	}
	return out
}

// clauseSubjects are the subjects of the clause of the verb at token i, or of
// those around it. A verb that a comma and "and" part from the content of a
// report has the reporter as its subject.
func (r *reading) clauseSubjects(i, k, s int) []Actor {
	seg := r.segs[i]
	if k > r.sents[s].lo && r.toks[k].low == "and" && r.toks[k-1].low == "," {
		seg = r.outside(seg, s)
	}
	for n := 0; seg >= 0 && n < 3; n++ {
		if as := r.subjectsIn(seg, i, s); len(as) > 0 {
			return as
		}
		c := r.segOf[seg]
		if c.relative && c.antecedent >= 0 {
			return r.actorsOf(&r.mentions[s][c.antecedent])
		}
		seg = c.parent
	}
	return nil
}

// outside is the clause around the report in which clause seg stands, seg
// itself where it stands in none.
func (r *reading) outside(seg, s int) int {
	for c := seg; c >= 0 && r.segOf[c].sent == s; c = r.segOf[c].parent {
		if r.segOf[c].opener == "said" && r.segOf[c].parent >= 0 {
			return r.segOf[c].parent
		}
	}
	return seg
}

// subjectsIn are the subjects of clause seg before token i: its first actor
// that no preposition governs, with those joined to it.
func (r *reading) subjectsIn(seg, i, s int) []Actor {
	for k := r.sents[s].lo; k < i; k++ {
		if r.segs[k] == seg && (r.toks[k].low == "we" || r.toks[k].low == "i") {
			return r.speaker(k, s)
		}
		m := mentionAt(r.mentions[s], k)
		if m == nil || r.segs[k] != seg || m.hi > i || !r.canAct(m) || r.verbsObject(m, seg) {
			continue
		}
		out := r.actorsOf(m)
		if m.adj && m.person < 0 {
			out = r.withAdjectives(r.lastAdjective(m))
		}
		for j := r.joined(m.hi, i, s); j != nil; j = r.joined(j.hi, i, s) {
			if !j.poss && (j.kind != aPlace || j.metonym) {
				out = append(out, r.actorsOf(j)...)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// verbsObject reports a mention right after a verb of its clause, whose object it
// is: "thanked President Stubb".
func (r *reading) verbsObject(m *mention, seg int) bool {
	k := r.indexBefore(m)
	return k > r.segOf[seg].lo && r.segs[k] == seg && !r.covered(m.sent, k) && (r.has(k, k+1, lexicon.Act) && !r.actAsNoun(k, m.sent) || r.has(k, k+1, lexicon.MeetVerb) && !r.has(k, k+1, lexicon.MeetNoun))
}

// lastAdjective is the last of the adjectives joined to m on its right.
func (r *reading) lastAdjective(m *mention) *mention {
	for n := 0; n < 6; n++ {
		k := m.hi
		for k < r.sents[m.sent].hi && (r.toks[k].low == "and" || r.toks[k].low == ",") {
			k++
		}
		next := mentionAt(r.mentions[m.sent], k)
		if k == m.hi || next == nil || !next.adj {
			return m
		}
		m = next
	}
	return m
}

// joined is the mention that "and" or a comma joins to what ends at token k.
func (r *reading) joined(k, hi, s int) *mention {
	if k+1 < hi && r.toks[k].low == "of" {
		if m := mentionAt(r.mentions[s], k+1); m != nil && m.kind == aState {
			k = m.hi // "Presidents A of Latvia and B of Estonia"
		}
	}
	n := 0
	for k < hi && (r.toks[k].low == "," || r.toks[k].low == "and" || r.toks[k].low == "the") && n < 3 {
		k, n = k+1, n+1
	}
	if n == 0 {
		return nil
	}
	m := mentionAt(r.mentions[s], k)
	if m == nil || m.hi > hi || !r.canAct(m) {
		return nil
	}
	return m
}

// canAct reports a mention that can be the subject of a position.
func (r *reading) canAct(m *mention) bool {
	if m.inner || m.name == "him" || m.kind == aPlace && r.toks[min(m.hi, len(r.toks)-1)].low == ":" || m.kind == aPlace && (!m.metonym || r.afterPlaceWord(m)) {
		return false
	}
	if m.poss {
		return r.sideNounAt(m.hi+1) || r.speaksFor(m.hi+1)
	}
	if m.adj && m.person < 0 {
		return r.sideNounAt(r.lastAdjective(m).hi)
	}
	return !r.afterPlaceWord(m) && !r.under(m)
}

// under reports a preposition before a mention, or before the words that
// qualify it.
func (r *reading) under(m *mention) bool {
	i := r.indexBefore(r.head(m))
	if i >= r.sents[m.sent].lo && r.has(i, i+1, lexicon.Honorific) {
		i--
	}
	for i > r.sents[m.sent].lo && (r.toks[i].num || r.toks[i].hyphen || r.toks[i-1].hyphen || r.toks[i+1].hyphen || r.toks[i].low == "the") {
		i-- // "of the 55-member AU"
	}
	return i >= 0 && r.has(i, i+1, lexicon.ActUnder)
}

// speaksFor reports a paper or statement that stands for its owner: "the
// Kremlin's paper demanded".
func (r *reading) speaksFor(k int) bool {
	return k < len(r.toks) && (r.has(k, k+1, lexicon.ProposalNoun) || r.has(k, k+1, lexicon.ActPaper) || r.has(k, k+2, lexicon.ReportVerb))
}
