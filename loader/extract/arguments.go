package extract

import (
	"parley/loader/lexicon"
)

// fillActors finds who takes part: the actors of the trigger's clause, save
// those that only modify, report, or are talked about.
func (r *reading) fillActors(e *event) {
	s := e.sent
	topic, limit := r.topicStart(e), r.nextTrigger(e)
	left := false
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if !r.inClause(m, e) || m.lo >= limit || !r.takesPart(m, e, topic) {
			continue
		}
		left = left || m.lo < e.lo && !m.adj
		r.join(e, m)
	}
	if r.inner(e) {
		return
	}
	if !left && (!e.noun || len(e.people)+len(e.sides) < 2) && (!e.anaphor || r.ownPlace(e)) {
		r.joinSubject(e)
	}
}

// ownPlace reports that a place follows the trigger at once: "the meeting in
// Paris" names a meeting by itself.
func (r *reading) ownPlace(e *event) bool {
	if e.hi+1 >= r.sents[e.sent].hi || r.toks[e.hi].low != "in" && r.toks[e.hi].low != "at" {
		return false
	}
	m := mentionAt(r.mentions[e.sent], e.hi+1)
	return m != nil && (m.kind == aPlace || m.kind == aState)
}

// nextTrigger is where another meeting's arguments start in the clause.
func (r *reading) nextTrigger(e *event) int {
	hi := r.sents[e.sent].hi
	for i := e.hi; i < hi; i++ {
		if r.segs[i] != e.seg || r.covered(e.sent, i) {
			continue
		}
		c, ok := r.cue(i, lexicon.MeetNoun)
		if ok && i+c.n < hi && (r.toks[i+c.n].low == "with" || r.toks[i+c.n].low == "between") && r.mentionsBetween(e.sent, e.hi, i) > 0 {
			return i
		}
	}
	return hi
}

// inner reports a meeting within which, or of which, the clause tells
// something else: its subject is not the clause's.
func (r *reading) inner(e *event) bool { return r.contains(e) || r.toldOf(e) }

// contains reports "at the summit" after the trigger of another meeting in
// the clause, which took place within it.
func (r *reading) contains(e *event) bool {
	n := len(r.events)
	if !e.noun || n == 0 || r.events[n-1].seg != e.seg || r.events[n-1] == e {
		return false
	}
	for i := e.lo - 1; i >= r.events[n-1].hi && i >= e.lo-6; i-- {
		if c, ok := r.cue(i, lexicon.ArgDuring); ok && i+c.n <= e.lo {
			return r.mentionsBetween(e.sent, r.events[n-1].hi, i) > 0
		}
	}
	return false
}

// inClause reports that a mention is in the trigger's own clause.
func (r *reading) inClause(m *mention, e *event) bool {
	return r.segs[m.lo] == e.seg || r.segs[m.nlo] == e.seg
}

// takesPart says whether a mention in the clause is an argument of the
// trigger.
func (r *reading) takesPart(m *mention, e *event, topic int) bool {
	if m.inner || m.kind == aPlace && !r.placeActs(m, e) {
		return false
	}
	if m.lo >= topic && !r.afterWith(m) {
		return false
	}
	if m.poss && !r.possesses(m, e) {
		return false
	}
	if m.lo < e.lo && (r.reports(m, e) || r.inner(e) && !m.poss && !m.joined && e.lo-m.hi > 1) {
		return false
	}
	if e.adds && m.human() {
		return true
	}
	if m.kind == aState || m.kind == anOrg {
		return r.sideTakesPart(m, e)
	}
	return !r.mentionedOnly(m)
}

// placeActs reports a city that stands for its government as a subject.
func (r *reading) placeActs(m *mention, e *event) bool {
	return m.metonym && !r.afterPlaceWord(m) && !m.poss && (m.lo < e.lo || r.afterWith(m))
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
	w := r.wordBefore(m)
	if w == "of" || w == "for" || w == "across" || w == "throughout" || w == "into" || w == "towards" || w == "toward" {
		return true
	}
	i := r.indexBefore(m)
	return i >= 0 && r.has(i, i+1, lexicon.ArgPlace)
}

// indexBefore is the token before a mention, an article passed over; -1 at
// the start of the sentence.
func (r *reading) indexBefore(m *mention) int {
	i := m.lo - 1
	lo := r.sents[m.sent].lo
	if i >= lo && (r.toks[i].low == "the" || r.toks[i].low == "a" || r.toks[i].low == "an") {
		i--
	}
	if i < lo {
		return -1
	}
	return i
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
	switch r.wordBefore(r.head(m)) {
	case "with", "between", "among":
		return true
	}
	return false
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
			return r.mentionsBetween(m.sent, k, e.lo) > 0
		}
	}
	return false
}

// mentionedOnly reports a person who is only talked about: "about X", "of X".
func (r *reading) mentionedOnly(m *mention) bool {
	if i := r.indexBefore(m); i >= 0 && i == r.segOf[r.segs[m.lo]].lo {
		return false // "after Trump had a call": the clause's subject
	}
	switch r.wordBefore(m) {
	case "about", "regarding", "concerning", "of", "for", "from", "under", "after", "against", "over":
		return m.kind != aPeer || r.wordBefore(m) != "of"
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
	for i > lo && i > e.lo-4 && !r.toks[i].mark && !r.has(i, i+1, lexicon.ArgTopic) && r.toks[i].low != "of" {
		if r.has(i, i+1, lexicon.PronounPoss) || r.toks[i].low == "'s" {
			return false
		}
		i--
	}
	if r.has(max(lo, i-3), i+1, lexicon.FrameEncounter) {
		return true // "on the sidelines of a conference"
	}
	if r.toks[i].low == "of" {
		return i > lo && r.has(i-1, i, lexicon.ToldNoun)
	}
	return r.has(i, i+1, lexicon.ArgTopic) && (r.toks[i].low == "on" || r.toks[i].low == "about") && !r.has(i, i+1, lexicon.FrameEncounter)
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
	if w := r.wordBefore(m); w == "of" {
		return e.noun && m.lo-e.hi <= 2 && m.lo >= e.hi || r.sideOf(m)
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
func (e *event) travels() bool { return e.kind == "visit" || e.kind == "travel" }

// adjectiveActs reports an adjective of a side: "Russian and Ukrainian
// negotiators", "Israeli-Hamas talks".
func (r *reading) adjectiveActs(m *mention, e *event) bool {
	k := m.hi
	hi := min(m.hi+7, r.sents[m.sent].hi)
	for k < hi {
		switch {
		case e.noun && k == e.lo:
			return true
		case r.sideNounAt(k):
			return true
		}
		if v := mentionAt(r.mentions[m.sent], k); v != nil && v.adj {
			k = v.hi
			continue
		}
		t := r.toks[k]
		if t.low == "and" || t.low == "," || t.hyphen {
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

// sideOf reports "foreign ministers of the G7": a noun of a side before "of".
func (r *reading) sideOf(m *mention) bool {
	for k := range r.mentions[m.sent] {
		if o := &r.mentions[m.sent][k]; o.office != nil && o.office.plural && o.lo <= m.lo && m.hi <= o.hi {
			return true
		}
	}
	i := r.indexBefore(m)
	return i > 0 && (r.has(i-1, i, lexicon.SideNoun) || mentionEnding(r.mentions[m.sent], i) != nil && mentionEnding(r.mentions[m.sent], i).kind == anOffice)
}

// topicStart is where the clause turns from who met to what about.
func (r *reading) topicStart(e *event) int {
	hi := r.sents[e.sent].hi
	for i := e.hi; i < hi; i++ {
		if r.segs[i] != e.seg {
			continue
		}
		if _, ok := r.cue(i, lexicon.ArgTopic); ok && !r.notTopic(i) && !r.covered(e.sent, i) {
			return i
		}
	}
	return hi
}

// notTopic reports "on Tuesday", "over dinner", "on the sidelines".
func (r *reading) notTopic(i int) bool {
	j := i + 1
	if j >= len(r.toks) {
		return true
	}
	if r.isTime(j) || r.toks[j].num || r.has(i, i+1, lexicon.FrameEncounter) {
		return true
	}
	if c, ok := r.cue(i, lexicon.ArgTopic); ok && c.n == 1 && r.has(j, min(j+4, r.sents[r.toks[i].sent].hi), lexicon.TopicNot) {
		return true
	}
	if r.toks[j].low == "the" || r.toks[j].low == "a" {
		j++
	}
	return r.has(j, j+1, lexicon.MeetNoun) || r.has(j, j+2, lexicon.Weekday) || r.has(i, i+1, lexicon.FramePhone)
}

// join adds what a mention stands for to an event.
func (r *reading) join(e *event, m *mention) {
	switch m.kind {
	case aGroup:
		r.joinGroup(e)
	case aState, anOrg, aPlace:
		if a := m.asParty(r); a != nil {
			e.addSide(*a)
		}
	case aPeer:
		if m.office.party != nil {
			e.addSide(*m.office.party)
		}
	case anOffice:
		if m.person < 0 {
			if a := r.serves(m.office); a != nil {
				e.addSide(*a)
			}
		}
	}
	if m.person >= 0 {
		e.addPerson(m.person)
	}
}

// serves is the state or organisation that a title names or belongs to.
func (r *reading) serves(o *office) *Actor {
	switch {
	case o.party != nil && !o.weak:
		return o.party
	case o.home != "":
		return r.lex.party("country:" + o.home)
	}
	return nil
}

// joinGroup adds whom "the two leaders" or "they" stands for: the people of
// the event before.
func (r *reading) joinGroup(e *event) {
	e.group = len(e.people)+len(e.sides) == 0
	if r.joinPair(e) {
		return
	}
	f := r.focus(e)
	if ps := r.lastPair(e); len(ps) > 0 && (f == nil || r.mentionSent(ps[0]) > f.sent) {
		for _, m := range ps {
			r.join(e, m)
		}
		return
	}
	if f == nil {
		return
	}
	for _, p := range f.people {
		e.addPerson(p.person)
	}
	for _, s := range f.sides {
		e.addSide(s.Actor)
	}
}

// joinPair adds the actors whom the same sentence joins before the trigger:
// "the US and Ukraine said that they".
func (r *reading) joinPair(e *event) bool {
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if m.lo >= e.lo || m.kind == aGroup || !r.canAct(m) {
			continue
		}
		if j := r.joined(m.hi, e.lo, e.sent); j != nil && j.kind != aGroup {
			r.join(e, m)
			for ; j != nil; j = r.joined(j.hi, e.lo, e.sent) {
				r.join(e, j)
			}
			return true
		}
	}
	return false
}

// mentionSent is the sentence of a mention.
func (r *reading) mentionSent(m *mention) int { return m.sent }

// lastPair are the people whom the text last joined by "and", within four
// sentences before the event's.
func (r *reading) lastPair(e *event) []*mention {
	for s := e.sent - 1; s >= 0 && s >= e.sent-4; s-- {
		for k := len(r.mentions[s]) - 1; k >= 0; k-- {
			m := &r.mentions[s][k]
			if m.kind != aPerson && m.kind != anOffice || m.person < 0 || m.inner || r.has(m.lo-1, m.lo, lexicon.ArgBy) {
				continue
			}
			if j := r.joined(m.hi, r.sents[s].hi, s); j != nil && j.person >= 0 && j.person != m.person {
				return []*mention{m, j}
			}
		}
	}
	return nil
}

// focus is the last event before e that has somebody in it.
func (r *reading) focus(e *event) *event {
	for i := len(r.events) - 1; i >= 0; i-- {
		f := r.events[i]
		if f != e && len(f.people)+len(f.sides) >= 2 {
			return f
		}
	}
	return nil
}

// joinSubject finds the subject of a clause without one: the antecedent of
// "who", the reporter ("said he"), the subject of the clause around it.
func (r *reading) joinSubject(e *event) {
	for seg, n := e.seg, 0; seg >= 0 && n < 4; n++ {
		c := r.segOf[seg]
		if c.relative && c.antecedent >= 0 {
			r.join(e, &r.mentions[e.sent][c.antecedent])
			return
		}
		seg = c.parent
		if seg < 0 || c.opener == "said" || c.opener == ";" {
			return
		}
		for k := range r.mentions[e.sent] {
			m := &r.mentions[e.sent][k]
			if r.segs[m.lo] == seg && m.lo < e.lo && r.subjectLike(m) {
				for ; m != nil; m = r.joined(m.hi, e.lo, e.sent) {
					r.join(e, m)
				}
				return
			}
		}
	}
}

// subjectLike reports a mention that can be a subject.
func (r *reading) subjectLike(m *mention) bool {
	if m.inner || m.poss || m.kind == aPlace && !m.metonym {
		return false
	}
	if m.adj || r.afterPlaceWord(m) {
		return false
	}
	return true
}

// addPerson adds a person once.
func (e *event) addPerson(p int) {
	for _, m := range e.people {
		if m.person == p {
			return
		}
	}
	e.people = append(e.people, member{p, "participant"})
}

// addSide adds a state or organisation once.
func (e *event) addSide(a Actor) {
	for _, s := range e.sides {
		if s.Name == a.Name {
			return
		}
	}
	e.sides = append(e.sides, Side{a, "participant"})
}
