package extract

import (
	"parley/loader/lexicon"
)

// inner reports a meeting within which, or of which, the clause tells
// something else: its subject is not the clause's.
func (r *reading) inner(e *event) bool { return r.contains(e) || r.toldOf(e) }

// sends reports that a mention is who sends somebody else to the meeting: "he
// sent his envoy to see Y".
func (r *reading) sends(m *mention, e *event) bool {
	for i := m.hi; i < e.lo; i++ {
		if r.segs[i] == e.seg && r.has(i, i+1, lexicon.ArgSends) && !r.covered(e.sent, i) {
			return r.mentionsBetween(e.sent, i, e.lo) > 0
		}
	}
	return false
}

// betweenOthers reports "welcomed the talks between A and B": a noun that says
// whose meeting it is, which the clause's subject neither holds nor runs.
func (r *reading) betweenOthers(e *event) bool {
	if !e.noun || e.hi >= r.sents[e.sent].hi || r.toks[e.hi].low != "between" {
		return false
	}
	for i := r.sents[e.sent].lo; i < e.lo; i++ {
		if r.segs[i] == e.seg && (r.has(i, i+1, lexicon.MeetLight) || r.has(i, i+1, lexicon.MeetVerb) || r.has(i, i+1, lexicon.RoleMediator)) {
			return false
		}
	}
	return true
}

// contains reports "at the summit" after the trigger of another meeting in
// the clause, which took place within it.
func (r *reading) contains(e *event) bool {
	n := len(r.events)
	if !e.noun || n == 0 || r.events[n-1].seg != e.seg || r.events[n-1] == e {
		return false
	}
	for i := e.lo - 1; i >= r.events[n-1].hi && i >= e.lo-10; i-- {
		if c, ok := r.cue(i, lexicon.ArgDuring); ok && i+c.n <= e.lo {
			return r.mentionsBetween(e.sent, r.events[n-1].hi, i) > 0
		}
	}
	return false
}

// placeActs reports a city that stands for its government as a subject.
func (r *reading) placeActs(m *mention, e *event) bool {
	return m.metonym && !(e.noun && m.hi == e.lo) && !r.afterPlaceWord(m) && !m.poss && !r.townHosts(m, e) && (m.lo < e.lo || r.afterWith(m))
}

// head is the first mention of the list that a mention continues: "to Israel,
// Morocco and Algeria".
func (r *reading) head(m *mention) *mention {
	for {
		i := r.indexBefore(m)
		if i < 0 || r.toks[i].low != "and" && r.toks[i].low != "," {
			return m
		}
		for i > r.sents[m.sent].lo && (r.toks[i-1].low == "," || r.toks[i-1].low == "and") {
			i--
		}
		prev := mentionEnding(r.mentions[m.sent], i)
		if prev == nil || prev.lo >= m.lo || prev.human() != m.human() || prev.poss || prev.kind != m.kind && r.subjectList(m) {
			return m
		}
		m = prev
	}
}

// subjectList reports that the list from a mention on is followed by a verb:
// it is a subject, not the rest of a list before it.
func (r *reading) subjectList(m *mention) bool {
	hi := r.sents[m.sent].hi
	for n := 0; n < 12; n++ {
		k := m.hi
		for k < hi && (r.toks[k].low == "," || r.toks[k].low == "and" || r.toks[k].low == "the") {
			k++
		}
		next := mentionAt(r.mentions[m.sent], k)
		if k == m.hi || next == nil {
			return m.hi < hi && (r.finiteVerb(m.hi) || r.has(m.hi, m.hi+1, lexicon.Reporting) && !r.covered(m.sent, m.hi))
		}
		m = next
	}
	return false
}

// human reports a mention of people rather than of states and places.
func (m *mention) human() bool { return m.kind != aState && m.kind != anOrg && m.kind != aPlace }

// afterPlaceWord reports a preposition of place before a mention, articles
// and the first parts of a list passed over.
func (r *reading) afterPlaceWord(m *mention) bool {
	m = r.head(m)
	if r.isBefore(m, lexicon.ObjectAfter) {
		return true
	}
	i := r.indexBefore(m)
	return i >= 0 && r.has(i, i+1, lexicon.ArgPlace)
}

// indexBefore is the token before a mention, an article passed over; -1 at
// the start of the sentence.
func (r *reading) indexBefore(m *mention) int {
	i := r.withOwner(m) - 1
	lo := r.sents[m.sent].lo
	if i >= lo && (r.toks[i].low == "the" || r.toks[i].low == "a" || r.toks[i].low == "an") {
		i--
	}
	if i < lo {
		return -1
	}
	return i
}

// withOwner is where a mention starts, with the state before it whose it is:
// "Canada's X".
func (r *reading) withOwner(m *mention) int {
	if !m.human() || m.lo < r.sents[m.sent].lo+2 || r.toks[m.lo-1].low != "'s" && r.toks[m.lo-1].low != "’" {
		return m.lo
	}
	if o := mentionEnding(r.mentions[m.sent], m.lo-1); o != nil && o.poss && (o.kind == aState || o.kind == anOrg) {
		return o.lo
	}
	return m.lo
}

// isBefore reports a phrase of a class right before a mention.
func (r *reading) isBefore(m *mention, class lexicon.Class) bool {
	i := r.indexBefore(m)
	return i >= 0 && r.has(i, i+1, class)
}

// wordBefore is the word at indexBefore.
func (r *reading) wordBefore(m *mention) string {
	if i := r.indexBefore(m); i >= 0 {
		return r.toks[i].low
	}
	return ""
}

// afterWith reports "with", "between", or a list that such a word opens,
// before a mention.
func (r *reading) afterWith(m *mention) bool {
	return r.isBefore(r.head(m), lexicon.CounterpartAfter)
}

// possesses reports that what a possessive owns is the meeting itself or a
// side: "Trump's talks with", "Umerov's team had".
func (r *reading) possesses(m *mention, e *event) bool {
	next := m.hi + 1
	if e.noun && e.lo >= next && e.lo-next <= 3 {
		return r.mentionsBetween(m.sent, next, e.lo) == 0
	}
	return m.kind != aPlace && next < len(r.toks) && r.has(next, next+1, lexicon.SideNoun) && !r.has(next, next+1, lexicon.SideNot)
}

// reports says that a mention is the subject of a verb of saying in the same
// clause, which has another subject of its own.
func (r *reading) reports(m *mention, e *event) bool {
	for k := m.hi; k < min(m.hi+3, e.lo); k++ {
		c, ok := r.cue(k, lexicon.Reporting)
		if ok && k+c.n < e.lo {
			return r.mentionsBetween(m.sent, k, e.lo) > 0 && !r.toldThere(k, e)
		}
	}
	return false
}

// toldThere reports that what the verb at token k tells somebody was told at the
// meeting: "told X over lunch that".
func (r *reading) toldThere(k int, e *event) bool {
	if !e.noun || e.anaphor || !r.has(k, k+1, lexicon.ReportTo) {
		return false
	}
	i := e.lo - 1
	for i > k && i > e.lo-4 && !r.covered(e.sent, i) && !r.toks[i].mark && !r.overAt(i) {
		i--
	}
	return r.overAt(i)
}

// overAt reports a preposition of the occasion at which something is said.
func (r *reading) overAt(i int) bool {
	w := r.toks[i].low
	return w == "over" || w == "in" || w == "at" || w == "during"
}

// meetingOf reports "the summit of X and Y": those whose meeting it is.
func (r *reading) meetingOf(m *mention, e *event) bool {
	h := r.head(m)
	i := r.indexBefore(h)
	if !e.noun && !e.named || i < 0 || r.toks[i].low != "of" {
		return false
	}
	if e.trip && i == e.lo+1 {
		return true // "a trip of X to Rome for talks"
	}
	if i < e.hi || i-e.hi > 3 {
		return false
	}
	return r.mentionsBetween(e.sent, e.hi, i) == 0 && !r.has(e.hi, i, lexicon.ArgWith)
}

// mentionedOnly reports a person who is only talked about: "about X", "of X".
func (r *reading) mentionedOnly(m *mention) bool {
	if i := r.indexBefore(m); m.joined || i >= 0 && i == r.segOf[r.segs[m.lo]].lo {
		return false // "after Trump had a call": the clause's subject
	}
	return r.isBefore(m, lexicon.SubjectAfter) && !r.agent(r.head(m)) && (m.kind != aPeer || r.wordBefore(m) != "of")
}

// agent reports "under the chairmanship of" right before a mention.
func (r *reading) agent(m *mention) bool {
	if k := r.indexBefore(m); k > r.sents[m.sent].lo+1 && r.toks[k].low == "of" && (r.toks[k-1].low == "and" || r.toks[k-1].low == ",") {
		if r.toks[k-1].low == "and" && r.toks[k-2].low == "," {
			k--
		}
		if v := mentionEnding(r.mentions[m.sent], k-1); v != nil && v.lo < m.lo {
			return r.agent(r.head(v)) // "in the presence of X and of Y"
		}
	}
	i := r.indexBefore(m) + 1
	for n := 2; n <= 6 && i-n >= r.sents[m.sent].lo; n++ {
		if c, ok := r.cue(i-n, lexicon.ArgBy); ok && c.n == n {
			return true
		}
	}
	return false
}

// toldOf reports that the trigger is what somebody tells of: "briefed
// reporters on the talks", "an account of the meeting".
func (r *reading) toldOf(e *event) bool {
	if !e.noun {
		return false
	}
	if r.ownedBefore(e) {
		return true
	}
	i := e.lo - 1
	lo := r.sents[e.sent].lo
	if i < lo {
		return false
	}
	for i > lo && i > e.lo-4 && !r.toks[i].mark && !r.has(i, i+1, lexicon.ArgTopic) && r.toks[i].low != "of" {
		if r.has(i, i+1, lexicon.PronounPoss) || r.toks[i].low == "'s" {
			return false
		}
		i--
	}
	if i < lo {
		return false // the trigger opens the sentence
	}
	if r.has(max(lo, i-3), i+1, lexicon.FrameEncounter) {
		return true // "on the sidelines of a conference"
	}
	if r.toks[i].low == "of" {
		return i > lo && r.has(i-1, i, lexicon.ToldNoun)
	}
	return r.has(i, i+1, lexicon.ArgTopic) && (r.toks[i].low == "on" || r.toks[i].low == "about") && !r.has(i, i+1, lexicon.FrameEncounter) && !r.isTime(i+1)
}

// ownedBefore reports "praised the minister's visit": the meeting has an owner
// of its own, and a verb of stance stands before him.
func (r *reading) ownedBefore(e *event) bool {
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if !m.poss || m.kind == aPlace || m.hi >= e.lo || !r.possesses(m, e) {
			continue
		}
		for i := r.sents[e.sent].lo; i < m.lo; i++ {
			if r.segs[i] == e.seg && (r.has(i, i+1, lexicon.Act) || r.has(i, i+1, lexicon.TopicVerb)) {
				return true
			}
		}
	}
	return false
}

// sideTakesPart says whether a state or organisation is a side.
func (r *reading) sideTakesPart(m *mention, e *event) bool {
	if m.joined {
		return e.noun && e.lo >= m.hi && e.lo-m.hi <= 6
	}
	if m.adj || m.demonym && !r.has(m.hi, m.hi+1, lexicon.SideNoun) && m.adj {
		return r.adjectiveActs(m, e)
	}
	if i := r.indexBefore(m); m.poss || i >= 0 && r.has(i, i+1, lexicon.ArgAgainst) {
		return m.poss
	}
	if m.hi < r.sents[m.sent].hi && r.sideNounAt(m.hi) {
		return true // "US officials", "UN envoys"
	}
	if !r.toks[min(m.hi, len(r.toks)-1)].mark && m.hi == e.lo && e.noun {
		return true // "a NATO summit"
	}
	if r.sideFrom(m) {
		return true
	}
	if h := r.head(m); r.wordBefore(h) == "of" {
		return e.noun && h.lo-e.hi <= 2 && h.lo >= e.hi || r.sideOf(h)
	}
	if e.travels() && m.kind == aState && m.lo >= e.lo && !r.afterWith(m) {
		return false
	}
	if r.afterPlaceWord(m) && !r.afterWith(m) {
		return false
	}
	return true
}

// travels reports a frame of going somewhere: its object is a place.
func (e *event) travels() bool { return e.kind == "visit" || e.kind == "travel" || e.trip }

// adjectiveActs reports an adjective of a side: "Russian and Ukrainian
// negotiators", "Israeli-Hamas talks".
func (r *reading) adjectiveActs(m *mention, e *event) bool {
	k := m.hi
	hi := min(m.hi+7, r.sents[m.sent].hi)
	for k < hi {
		switch {
		case e.noun && k == e.lo:
			return true
		case r.sideNounAt(k) || k == m.hi && r.toks[k].low == "one":
			return true // "a Kenyan one"
		}
		if v := mentionAt(r.mentions[m.sent], k); v != nil && v.adj {
			k = v.hi
			continue
		}
		t := r.toks[k]
		if t.low == "and" || t.low == "," || t.hyphen {
			if k+1 < hi && r.toks[k+1].low == "the" {
				k++ // "the Ugandan and the Kenyan delegations"
			}
			if mentionAt(r.mentions[m.sent], k+1) == nil {
				return false
			}
		} else if k > m.hi+1 {
			return false
		}
		k++
	}
	return false
}

// sideNounAt reports a noun of people who act for a side at token k, two
// words on at most.
func (r *reading) sideNounAt(k int) bool {
	return r.has(k, k+1, lexicon.SideNoun) && !r.has(k, k+1, lexicon.SideNot)
}

// sideFrom reports "observers from A, B and C": a noun of a side and "from"
// before the list that a mention is in.
func (r *reading) sideFrom(m *mention) bool {
	i := r.indexBefore(r.head(m))
	return i > r.sents[m.sent].lo && r.toks[i].low == "from" && r.sideNounAt(i-1)
}

// sideOf reports "foreign ministers of the G7": a noun of a side before "of".
func (r *reading) sideOf(m *mention) bool {
	for k := range r.mentions[m.sent] {
		if o := &r.mentions[m.sent][k]; o.office != nil && o.office.plural && o.lo <= m.lo && m.hi <= o.hi {
			return true
		}
	}
	i := r.indexBefore(m)
	return i > 0 && (r.has(i-1, i, lexicon.SideNoun) || r.toks[i-1].low == "that" && r.toks[i].low == "of" || mentionEnding(r.mentions[m.sent], i) != nil && mentionEnding(r.mentions[m.sent], i).kind == anOffice)
}

// serves is the state or organisation that a title names or belongs to.
func (r *reading) serves(o *office) *Actor {
	switch {
	case o.party != nil && !o.weak:
		return o.party
	case o.home != "":
		return r.lex.home(o.home)
	}
	return nil
}
