package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// weight orders kinds by how much they say.
func weight(kind string) int {
	switch kind {
	case "summit", "ceremony", "call", "phone", "mediation", "conference":
		return 4
	case "encounter", "sign":
		return 3
	case "visit":
		return 2
	case "travel":
		return 0
	}
	return 1
}

// plainKind is the kind that a noun of meeting gives at token i: "their first
// encounter since the war" may have been long and formal.
func (r *reading) plainKind(i int, kind string) string {
	if kind == "encounter" && r.has(max(i-2, r.sents[r.toks[i].sent].lo), i, lexicon.PronounPoss) {
		return "talks"
	}
	return kind
}

// settleKind turns a frame's kind into one of Meeting's.
func (r *reading) settleKind(e *event) {
	sn := r.sents[e.sent]
	in := func(c lexicon.Class) bool {
		for i := sn.lo; i < sn.hi; i++ {
			if _, ok := r.cue(i, c); ok && r.segs[i] == e.seg {
				return true
			}
		}
		return false
	}
	switch {
	case e.kind == "phone" || e.kind == "call":
		e.kind = "call"
	case e.kind == "sign":
		e.kind = "ceremony"
	case e.kind == "speak":
		e.kind = "talks"
		if in(lexicon.FramePhone) || r.titleSays(lexicon.FramePhone) || r.titleNoun("call") || e.place == nil && len(e.people) == 2 && !r.stillTogether(e) && !r.toEachOther(e) {
			e.kind = "call"
		}
	case in(lexicon.FramePhone) && e.noun && !r.objectOf(e):
		e.kind = "call"
	case e.kind == "bring" || e.kind == "convene":
		e.kind = r.gathered(e)
	case e.kind == "talks" && in(lexicon.FrameEncounter) && !r.has(max(sn.lo, e.lo-6), e.lo, lexicon.FrameEncounter):
		e.kind = "encounter"
	case e.kind == "talks" && in(lexicon.FrameMediation) && !r.unmediated(e) && !r.assembly(e):
		e.kind = "mediation"
	case e.kind == "travel":
		e.kind, e.trip = "visit", true
	default:
		e.settleCompany()
	}
	if e.kind == "call" {
		e.place, e.venue = nil, ""
	}
}

// toEachOther reports "spoke to each other": those who phone are told of one
// calling the other.
func (r *reading) toEachOther(e *event) bool {
	return e.hi+1 < r.sents[e.sent].hi && (r.toks[e.hi].low == "each" || r.toks[e.hi].low == "one") && (r.toks[e.hi+1].low == "other" || r.toks[e.hi+1].low == "another")
}

// stillTogether reports "the two talked for an hour" right after the text told
// that they met.
func (r *reading) stillTogether(e *event) bool {
	f := last(r.events)
	if f == e && len(r.events) > 1 {
		f = r.events[len(r.events)-2]
	}
	if f != nil && f != e && f.sent == e.sent && f.kind != "call" && f.lo < e.lo {
		both, _, _ := overlapPeople(f, e)
		return both > 0
	}
	if f == nil || f == e || !e.group || f.kind == "call" || f.status != "held" || e.sent-f.sent > 2 {
		return false
	}
	_, onlyF, onlyE := overlapPeople(f, e)
	return onlyF+onlyE == 0
}

// gathered is the kind of a meeting to which somebody calls others: mediation
// where they are two sides or more beside his own.
func (r *reading) gathered(e *event) string {
	switch {
	case len(e.people) >= 3 || len(e.sides) >= 3 || e.kind == "bring" && r.passiveAt(e.lo):
		return "mediation"
	case e.kind == "convene":
		return "conference"
	}
	return "talks"
}

// unmediated reports "without a mediator" in the event's sentence.
func (r *reading) unmediated(e *event) bool {
	sn := r.sents[e.sent]
	i, ok := r.first(sn.lo, sn.hi, lexicon.FrameMediation)
	return ok && r.has(max(sn.lo, i-2), i, lexicon.Negation)
}

// titleSays reports a phrase of a class in the document's title.
func (r *reading) titleSays(class lexicon.Class) bool {
	for _, w := range lexicon.GrammarWords(r.doc.Title) {
		for _, p := range r.gram.At(w) {
			if p.Class == class && len(p.Words) == 1 {
				return true
			}
		}
	}
	return false
}

// titleNoun reports that the title has a noun of this kind of meeting.
func (r *reading) titleNoun(kind string) bool {
	for _, w := range lexicon.GrammarWords(r.doc.Title) {
		for _, p := range r.gram.At(w) {
			if p.Class == lexicon.MeetNoun && p.Value == kind && len(p.Words) == 1 {
				return true
			}
		}
	}
	return false
}

// settleKinds looks at the whole of each meeting once all that the text says
// of it is gathered: who ran it, who came to whom, what it is called later.
func (r *reading) settleKinds() {
	summit := false
	for i, e := range r.events {
		switch {
		case e.kind != "talks" && e.kind != "conference" && e.kind != "encounter":
		case !summit && r.calledSummit(i, e):
			e.kind = "summit"
		case e.kind == "talks" && ((e.adds || e.owned || e.onlyCompany()) && r.ofOrganisation(e) || r.assembly(e)):
			e.kind = "conference"
		case e.kind == "talks" && (r.runByThird(i, e) || r.chairedByThird(i, e) || r.nextRound(i, e)):
			e.kind = "mediation"
		case e.kind == "talks" && (r.guestOfState(e) || r.onVisit(e) || r.framedVisit(e)):
			e.kind = "visit"
		}
		summit = summit || e.kind == "summit"
	}
}

// onlyCompany reports one side with nobody, or with those of whom a sentence of
// its own says that they were among them.
func (e *event) onlyCompany() bool {
	if len(e.people) == 0 {
		return len(e.sides) == 1
	}
	return !slices.ContainsFunc(e.people, func(m member) bool { return !m.company })
}

// ofOrganisation reports a meeting that an organisation of states holds: its
// clause names it.
func (r *reading) ofOrganisation(e *event) bool {
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if m.person < 0 && !m.inner && r.segs[m.lo] == e.seg {
			if a := r.actorOf(m); a != nil && r.gathers(a.Code) {
				if c, ok := r.cue(m.hi, lexicon.MeetNoun); ok && m.hi+c.n != e.hi && m.lo > e.hi {
					continue // "on the eve of the APEC summit"
				}
				return true
			}
		}
	}
	return false
}

// calledSummit reports a meeting of two heads of state or government that the
// text calls a summit afterwards, or in its title.
func (r *reading) calledSummit(i int, e *event) bool {
	if r.leaders(e) < 2 {
		return false
	}
	if i == 0 && r.titleNoun("summit") {
		return true
	}
	for k := r.sents[e.sent].lo + 1; k < r.untold(i, e, 6); k++ {
		if c, ok := r.cue(k, lexicon.MeetNoun); ok && c.value == "summit" && c.n == 1 && r.theirs(k) {
			return true
		}
	}
	return false
}

// theirs reports "the summit", "the three-way summit": no name stands before
// the noun at token k.
func (r *reading) theirs(k int) bool {
	for i := k - 1; i >= max(k-4, r.sents[r.toks[k].sent].lo); i-- {
		t := &r.toks[i]
		switch {
		case t.low == "the":
			return true
		case t.caps || t.mark && !t.hyphen || r.covered(t.sent, i) || r.has(i, i+1, lexicon.ObjectAfter) || r.has(i, i+1, lexicon.Definite):
			return false
		}
	}
	return false
}

// untold is the token where the sentences end that only tell of an event: up to
// n after its last, and before the next event's trigger.
func (r *reading) untold(i int, e *event, n int) int {
	hi := r.sents[min(e.sents[len(e.sents)-1]+n, len(r.sents)-1)].hi
	for _, f := range r.events[i+1:] {
		if f.sent > e.sent {
			return min(hi, f.lo)
		}
	}
	return hi
}

// leaders counts the heads of state or government of an event, one a state.
func (r *reading) leaders(e *event) int {
	var of []string
	for _, m := range e.people {
		if p := r.people[m.person]; r.headsState(p) && !slices.Contains(of, p.Party.Name) {
			of = append(of, p.Party.Name)
		}
	}
	return len(of)
}

// headsState reports a head of state or government.
func (r *reading) headsState(p *individual) bool {
	if p.Party == nil || p.Party.Kind != ActorCountry {
		return false
	}
	return slices.ContainsFunc(p.offices, func(o *office) bool { return o.rank == "leader" }) || r.lex.holds(p.known, "leader", "")
}

// runByThird reports words of mediation in what the text tells of an event of
// two sides or more.
func (r *reading) runByThird(i int, e *event) bool {
	if len(e.sides) < 2 {
		return false
	}
	if m := mentionAt(r.mentions[e.sent], e.hi); m != nil && m.kind == aGroup && len(e.sides) > 2 && r.has(e.lo, e.hi, lexicon.RoleHost) {
		return true // "received the pair"
	}
	lo := r.sents[e.sent].lo
	for k := lo; k < r.untold(i, e, 1); k++ {
		if c, ok := r.cue(k, lexicon.FrameMediation); ok && c.value != "clause" {
			return !r.has(max(lo, k-2), k, lexicon.Negation)
		}
	}
	return false
}

// nextRound reports another round, planned, of a mediation told before.
func (r *reading) nextRound(i int, e *event) bool {
	if !e.noun || e.status == "held" || len(e.people) > 0 || i == 0 {
		return false
	}
	f := r.events[i-1]
	return f.kind == "mediation" && sidesWithin(e.sides, f.sides) && sidesWithin(f.sides, e.sides)
}

// passiveAt reports a passive's auxiliary at token i or before it.
func (r *reading) passiveAt(i int) bool {
	return r.has(i, i+1, lexicon.Passive) || i > r.sents[r.toks[i].sent].lo && r.has(i-1, i, lexicon.Passive)
}

// receives reports a verb of receiving a guest.
func (r *reading) receives(e *event) bool {
	for i := e.lo; !e.noun && i < e.hi; i++ {
		if c, ok := r.cue(i, lexicon.RoleHost); ok && c.value == "guest" {
			return true
		}
	}
	return false
}

// onVisit reports "a visit to Rome for talks": one meeting.
func (r *reading) onVisit(e *event) bool {
	lo := r.sents[e.sent].lo
	if c := r.segOf[e.seg]; c.relative && r.receives(e) {
		return r.visitNoun(lo, c.lo, c.parent) // "the visit of X, who was received by Y"
	}
	if c, ok := r.cue(e.lo, lexicon.MeetNoun); ok && e.noun && c.value == "travel" {
		return true // "his trip to Rome for talks"
	}
	i := e.lo - 1
	for i > lo && i > e.lo-3 && r.toks[i].low != "for" {
		i--
	}
	if !e.noun || i < lo || r.toks[i].low != "for" {
		return false
	}
	return r.visitNoun(lo, i, e.seg)
}

// visitNoun reports a visit among tokens [lo, hi) of a clause.
func (r *reading) visitNoun(lo, hi, seg int) bool {
	for i := max(lo, hi-clauseLength); i < hi; i++ {
		if c, ok := r.cue(i, lexicon.MeetNoun); ok && (c.value == "visit" || c.value == "travel") && r.segs[i] == seg {
			return true
		}
	}
	return false
}

// guestOfState reports a head of state or government who is received by another,
// and not in his own country.
func (r *reading) guestOfState(e *event) bool {
	if r.leaders(e) < 2 || !r.receives(e) {
		return false
	}
	home, received := r.hostParty(e, nil), false
	for _, m := range e.people {
		p := r.people[m.person]
		if !r.headsState(p) {
			continue
		}
		if m.role != host && home != nil && home.Name == p.Party.Name {
			return false
		}
		received = received || m.role == host
	}
	return received
}
