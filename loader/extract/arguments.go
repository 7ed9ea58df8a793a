package extract

import (
	"strings"

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
		e.faced = e.faced || left && m.lo >= e.hi && r.afterWith(m)
		r.join(e, m)
	}
	if m := r.whom(e.seg); m != nil && !e.noun {
		r.join(e, m)
	}
	if p := r.possessor(e); p >= 0 {
		e.addPerson(p)
	}
	if !left && r.ofDiary(e) {
		if p := r.keeper(); p >= 0 {
			e.addPerson(p)
			return
		}
	}
	if r.inner(e) || r.betweenOthers(e) {
		e.owned = e.owned || r.inner(e)
		return
	}
	if !left && r.joinSpeaker(e) {
		return
	}
	if !left && (!e.noun || len(e.people)+len(e.sides) < 2) && (!e.anaphor || r.ownPlace(e)) {
		n := len(e.people)
		r.joinSubject(e)
		e.late = len(e.people) - n
	}
}

// ownPlace reports that a place follows the trigger at once, or after a date:
// "the meeting in Paris", "the session of 4 May in Paris" names a meeting by
// itself.
func (r *reading) ownPlace(e *event) bool {
	i, hi := e.hi, r.sents[e.sent].hi
	if i+1 < hi && (r.toks[i].low == "of" || r.toks[i].low == "on") && r.isTime(i+1) {
		i = r.timeEnd(i + 1)
	}
	if i+1 >= hi || r.toks[i].low != "in" && r.toks[i].low != "at" {
		return false
	}
	m := mentionAt(r.mentions[e.sent], i+1)
	return m != nil && (m.kind == aPlace || m.kind == aState)
}

// possessor is whom the pronoun before a noun of meeting means, where a
// counterpart follows it: "his talks with X"; -1 for nobody.
func (r *reading) possessor(e *event) int {
	if !e.noun || e.hi >= r.sents[e.sent].hi || r.toks[e.hi].low != "with" {
		return -1
	}
	for i := e.lo - 1; i >= r.sents[e.sent].lo && i >= e.lo-4 && !r.toks[i].mark && !r.covered(e.sent, i); i-- {
		if w := r.toks[i].low; w == "his" || w == "her" {
			return r.subjectBefore(i, e.sent)
		}
	}
	return -1
}

// nextTrigger is where another meeting's arguments start in the clause.
func (r *reading) nextTrigger(e *event) int {
	hi := r.sents[e.sent].hi
	for i := e.hi; i < hi; i++ {
		if r.segs[i] != e.seg || r.covered(e.sent, i) {
			continue
		}
		c, ok := r.cue(i, lexicon.MeetNoun)
		if ok && i+c.n < hi && (r.toks[i+c.n].low == "with" || r.toks[i+c.n].low == "between" || r.anotherNoun(i)) && (r.mentionsBetween(e.sent, e.hi, i) > 0 || i-e.hi > 5 && r.mentionsBetween(e.sent, r.sents[e.sent].lo, e.lo) > 0) {
			return i
		}
		if v := before(r.mentions[e.sent], r, i); ok && v != nil && v.poss && v.person >= 0 && v.lo >= e.hi {
			return v.lo // "the call follows X's conversation"
		}
		if v, ok := r.cue(i, lexicon.MeetVerb); ok && e.noun && e.kind != "visit" && companies[v.value] == alone && r.toks[i-1].low == "," && !r.nounUse(i, v) {
			return i // "the talks in Rome, visiting Oslo"
		}
		if ok && e.noun && r.has(max(e.hi, i-3), i, lexicon.MeetNext) {
			return i // "the meeting followed a call on Monday"
		}
	}
	return hi
}

// anotherNoun reports ", and the visit" at a noun of meeting: one more is told.
func (r *reading) anotherNoun(i int) bool {
	return i >= 2 && r.toks[i-1].low == "the" && r.toks[i-2].low == "and"
}

// oneMore reports a meeting that a clause adds to one it has told of.
func (r *reading) oneMore(e *event) bool {
	n := len(r.events)
	return e.noun && n > 0 && r.events[n-1].seg == e.seg && r.events[n-1] != e && r.anotherNoun(e.lo)
}

// inClause reports that a mention is in the trigger's own clause.
func (r *reading) inClause(m *mention, e *event) bool {
	seg := r.segs[m.nlo]
	if m.listed > 0 {
		seg = r.segs[m.listed-1] // "the envoys of A and B: X and Y"
	}
	if e.addsPeople() && r.inCompany(seg, e) || r.aboutEvent(seg, e) && !r.has(m.hi, m.hi+3, lexicon.ArgSends) {
		seg = r.segOf[seg].parent // "Also present were: X and Y"
	}
	return r.segs[m.lo] == e.seg || seg == e.seg
}

// aboutEvent reports a relative clause of the trigger itself, told after it:
// "a dinner to which X and Y were invited".
func (r *reading) aboutEvent(seg int, e *event) bool {
	c := r.segOf[seg]
	return e.noun && c.relative && c.parent == e.seg && c.lo > e.hi && r.has(c.lo-1, c.lo, lexicon.ArgRelative)
}

// takesPart says whether a mention in the clause is an argument of the
// trigger.
func (r *reading) takesPart(m *mention, e *event, topic int) bool {
	if m.inner || m.kind == aPlace && !r.placeActs(m, e) {
		return false
	}
	adds := e.addsPeople() && m.human()
	if adds && m.lo < e.lo && r.has(e.lo, e.hi, lexicon.ArgSends) {
		return false // who sends somebody stays at home
	}
	if m.lo >= topic && !adds && !r.afterWith(m) {
		return false
	}
	if m.poss && !r.possesses(m, e) || r.proposesFor(m, e) {
		return false
	}
	if m.lo < e.lo && (!m.joined && r.betweenOthers(e) || r.sends(m, e) || r.oneMore(e)) {
		return false
	}
	if m.lo < e.lo && (r.reports(m, e) || r.inner(e) && !m.poss && !m.joined && e.lo-m.hi > 1) {
		return false
	}
	if adds {
		return r.wordBefore(m) != "of" || r.meetingOf(m, e) || r.agent(m)
	}
	if m.lo >= e.hi && !m.human() && r.has(m.hi, m.hi+1, lexicon.MeetNoun) {
		return false // of the next meeting: "at the NATO summit"
	}
	if m.kind == aState || m.kind == anOrg {
		return r.sideTakesPart(m, e) || r.standsFor(m, e)
	}
	return !r.mentionedOnly(m) || r.meetingOf(m, e) || m.lo >= e.hi && (r.indexBefore(m) < e.hi || r.ranBy(m, e))
}

// ranBy reports "two rounds under X": who runs a meeting stands right after it.
func (r *reading) ranBy(m *mention, e *event) bool {
	return e.noun && r.toks[e.hi].low == "under" && r.indexBefore(m) == e.hi
}

// proposesFor reports who only calls for a meeting of others: "X called for a
// summit of Y and Z".
func (r *reading) proposesFor(m *mention, e *event) bool {
	if !e.noun || m.hi > e.lo || e.hi >= r.sents[e.sent].hi || r.toks[e.hi].low != "of" && r.toks[e.hi].low != "between" {
		return false
	}
	if !r.has(m.hi, e.lo, lexicon.StatusProposed) || r.has(m.hi, e.lo, lexicon.RoleHost) || r.has(m.hi, e.lo, lexicon.RoleMediator) {
		return false
	}
	return r.mentionsBetween(e.sent, e.hi, min(e.hi+12, r.sents[e.sent].hi)) >= 2
}

// topicStart is where the clause turns from who met to what about.
func (r *reading) topicStart(e *event) int {
	hi := r.sents[e.sent].hi
	for i := e.hi; i < hi; i++ {
		if r.segs[i] != e.seg {
			continue
		}
		if _, ok := r.argTopic(i); ok && !r.covered(e.sent, i) {
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
	if r.isTime(j) && r.toks[i].low == "on" && r.toks[r.timeEnd(j)-1].low != "day" {
		return true // "on the third of May"
	}
	if r.pastParticiple(i) {
		return true
	}
	if c, ok := r.cue(i, lexicon.ArgTopic); ok && c.n > 1 {
		return r.has(i, i+1, lexicon.FramePhone) // "to discuss Monday's attack"
	}
	return r.has(j, j+1, lexicon.MeetNoun) || r.has(j, j+2, lexicon.Weekday) || r.has(i, i+1, lexicon.FramePhone)
}

// pastParticiple reports a verb in the passive at token i: "was discussed".
func (r *reading) pastParticiple(i int) bool {
	return strings.HasSuffix(r.toks[i].low, "ed") && i > r.sents[r.toks[i].sent].lo && r.has(i-1, i, lexicon.Passive)
}

// join adds what a mention stands for to an event.
func (r *reading) join(e *event, m *mention) {
	switch m.kind {
	case aGroup:
		if companies[e.kind] != delegated {
			r.joinGroup(e, m) // "led the visitors": them, not all
		}
	case aState, anOrg, aPlace:
		if a := m.asParty(r); a != nil {
			e.addSide(*a)
			r.joinNationals(e, m, a)
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
		if m.office != nil && m.office.plural {
			for _, p := range r.holders(m) {
				e.addPerson(p)
			}
		}
	}
	if m.person >= 0 {
		e.addPerson(m.person)
	}
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
		if c.shares() && c.parent >= 0 && r.segOf[c.parent].relative {
			seg = c.parent // "who met X in Rome and Y in Oslo"
			continue
		}
		seg = c.parent
		if seg < 0 || c.opener == "said" && !r.cameFrom(e) || c.opener == "for" || c.opener == "what" || c.opener == ";" {
			return
		}
		if r.joinSubjectOf(e, seg, 1) {
			if around := r.segOf[seg]; around.opener == "," && len(e.people)+len(e.sides) < 3 {
				r.joinSubjectOf(e, around.parent, 2) // "A and B agreed, X said after talks"
			}
			return
		}
	}
}

// joinSubjectOf adds the subject of a clause before the trigger where it has at
// least so many members, and reports whether it did.
func (r *reading) joinSubjectOf(e *event, seg, least int) bool {
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if r.segs[m.lo] != seg || m.lo >= e.lo || !r.subjectLike(m) {
			continue
		}
		if least > 1 && r.joined(m.hi, e.lo, e.sent) == nil {
			return false
		}
		for ; m != nil; m = r.joined(m.hi, e.lo, e.sent) {
			r.join(e, m)
		}
		return true
	}
	return false
}

// cameFrom reports "said … after talks with": who says it comes from them.
func (r *reading) cameFrom(e *event) bool {
	lo := r.sents[e.sent].lo
	for i := e.lo - 1; e.noun && i >= lo && i >= e.lo-3; i-- {
		if c, ok := r.cue(i, lexicon.Follows); ok && i+c.n <= e.lo {
			return len(e.people) > 0
		}
	}
	return false
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
	e.people = append(e.people, member{person: p, role: participant})
	e.who.addPerson(p)
}

// addSide adds a state or organisation once.
func (e *event) addSide(a Actor) {
	for _, s := range e.sides {
		if s.Name == a.Name {
			return
		}
	}
	e.sides = append(e.sides, Side{a, participant})
	e.who.addSide(a.Name)
}
