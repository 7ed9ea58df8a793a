package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// settleParties decides for whom each person acts: by a title that says so,
// by "Ukraine's X", by the lexicon's knowledge of the person, by the master's
// party, by the wording of the title. A title of the past says nothing.
func (r *reading) settleParties() {
	for _, p := range r.people {
		p.Party = r.statedParty(p)
		if p.Party == nil && p.known != nil && !p.retired() {
			p.Party = r.lex.party(p.known.Country)
		}
	}
	for range 2 { // a master may be the servant of another
		r.lendParties()
	}
	r.lendDelegations()
	r.lendRepresented()
	for _, p := range r.people {
		if p.Party == nil {
			p.Party = r.homeParty(p)
		}
	}
}

// retired reports somebody whose every title is one of the past.
func (p *individual) retired() bool {
	return len(p.offices) > 0 && !slices.ContainsFunc(p.offices, func(o *office) bool { return !o.past })
}

// statedParty is the party in a person's own titles or "Ukraine's X".
func (r *reading) statedParty(p *individual) *Actor {
	for _, o := range p.offices {
		if o.party != nil && !o.weak && !o.past {
			return o.party
		}
	}
	return p.Party
}

// homeParty is the state to which the wording of a title belongs, else, for
// an official without any, the publisher's.
func (r *reading) homeParty(p *individual) *Actor {
	for _, o := range p.offices {
		if o.home != "" {
			return r.lex.home(o.home)
		}
	}
	for _, o := range p.offices {
		switch o.rank {
		case "speaker", "envoy", "head", "adviser":
			return r.publisher
		}
	}
	return nil
}

// lendParties gives people the party of whom their titles refer to: "Trump's
// envoy", "his son-in-law", "its foreign minister".
func (r *reading) lendParties() {
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if m.office == nil || m.person < 0 || r.people[m.person].Party != nil {
				continue
			}
			for _, o := range append([]*office{m.office}, m.also...) {
				if a := r.masterParty(o, m, s); a != nil {
					r.people[m.person].Party = a
					break
				}
			}
		}
	}
}

// masterParty is the party of the owner of a mention's title o.
func (r *reading) masterParty(o *office, m *mention, s int) *Actor {
	if o.peer {
		return o.party
	}
	if o.its {
		return r.thingBefore(o.lo, s)
	}
	if o.nth > 0 {
		return r.nthOwner(o, m, s)
	}
	if own := r.ownerOf(o, m, s); own >= 0 {
		return r.people[own].Party
	}
	return nil
}

// nthOwner is the party of the one among as many people named before to whom a
// title in a list goes back: "A and B met after their ministers, C and D".
func (r *reading) nthOwner(o *office, m *mention, s int) *Actor {
	for b := s; b >= 0 && b >= s-1; b-- {
		if ps := r.peopleIn(b, m.listed); len(ps) == o.of {
			return r.people[ps[o.nth-1]].Party
		} else if len(ps) > 0 {
			return nil
		}
	}
	return nil
}

// thingBefore is the state or organisation for which "its" stands at token i:
// the last one named before it, in its sentence or the two before.
func (r *reading) thingBefore(i, s int) *Actor {
	for b := s; b >= 0 && b >= s-2; b-- {
		for k := len(r.mentions[b]) - 1; k >= 0; k-- {
			m := &r.mentions[b][k]
			if m.hi > i || m.adj || m.kind != aState && m.kind != anOrg && !m.metonym {
				continue
			}
			if r.insideRelative(m) {
				continue // "Malaysia, which chairs ASEAN, sent its"
			}
			if a := m.asParty(r); a != nil && (m.kind != aPlace || !r.afterPlaceWord(m)) {
				return a
			}
		}
	}
	return nil
}

// insideRelative reports a mention at the end of a relative clause between commas.
func (r *reading) insideRelative(m *mention) bool {
	if m.hi >= r.sents[m.sent].hi || r.toks[m.hi].low != "," {
		return false
	}
	for i := m.lo - 1; i > r.sents[m.sent].lo && i > m.lo-5; i-- {
		if r.has(i, i+1, lexicon.Relative) {
			return r.toks[i-1].low == ","
		}
	}
	return false
}

// ownerOf is the person whose official or relative a title says its bearer
// is, -1 for none.
func (r *reading) ownerOf(o *office, m *mention, s int) int {
	for k := range r.mentions[s] {
		v := &r.mentions[s][k]
		if v.kind != aPerson || v.person < 0 || v.person == m.person {
			continue
		}
		if v.lo >= o.lo && v.hi <= o.hi || v.poss && v.hi+1 == o.lo {
			return v.person
		}
	}
	if !o.his {
		return -1
	}
	if a := r.sharedOwner(o, s); a >= 0 {
		return a
	}
	if a := r.subjectBefore(o.lo, s); a >= 0 && a != m.person {
		return a
	}
	return -1
}

// sharedOwner reads "the president's envoy A and his son-in-law B": his is the
// president's too; -1 where the text is not so.
func (r *reading) sharedOwner(o *office, s int) int {
	if o.lo < 2 || r.toks[o.lo-1].low != "and" {
		return -1
	}
	p := mentionEnding(r.mentions[s], o.lo-1)
	if p == nil || p.office == nil || p.office.owner < 0 {
		return -1
	}
	return r.ownerOf(p.office, p, s)
}

// lendDelegations lets people act for the side of whom their sentence says
// that they are: "the Ghanaian delegation was led by X", "Y completed the
// Ukrainian side", "on the Togolese side, Z".
func (r *reading) lendDelegations() {
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			r.lendThatOf(m)
			if m.kind != aState && m.kind != anOrg && !m.metonym || m.hi >= r.sents[s].hi || !r.sideNounAt(r.afterPossessive(m)) && !r.hasFrame(m.hi, m.hi+1, delegated) {
				continue
			}
			if a := m.asParty(r); a != nil {
				r.lendDelegation(a, m)
			}
		}
	}
}

// lendThatOf reads "and that of the rebels by X" after "was headed by": X acts
// for the rebels.
func (r *reading) lendThatOf(m *mention) {
	i := r.indexBefore(m)
	if m.human() || m.adj || i <= r.sents[m.sent].lo || r.toks[i].low != "of" || r.toks[i-1].low != "that" {
		return
	}
	if hi := r.sents[m.sent].hi; m.hi < hi && r.toks[m.hi].low == "by" {
		r.represent(r.personIn(m.sent, m.hi+1, hi), m.asParty(r))
	}
}

// afterPossessive is the token after a mention and its possessive ending.
func (r *reading) afterPossessive(m *mention) int {
	if m.poss {
		return m.hi + 1
	}
	return m.hi
}

// lendDelegation lets the people of one part of a sentence act for a, if it
// says of them that they belong to a's side and names nobody of another.
func (r *reading) lendDelegation(a *Actor, of *mention) {
	lo, hi := r.part(of.lo, of.sent)
	if of.lo-2 >= lo && r.toks[of.lo-2].low == "on" {
		lo, hi = of.lo, r.nextSide(of, hi) // "on the Togolese side, …"
	} else if i, ok := r.frameIn(lo, hi, delegated); !ok {
		return
	} else if by := r.afterBy(i, hi); by > i {
		lo, hi = by, r.listEnd(by, hi, of.sent)
	}
	var free []*individual
	for k := range r.mentions[of.sent] {
		m := &r.mentions[of.sent][k]
		if m.kind != aPerson || m.person < 0 || m.inner || m.nlo < lo || m.hi > hi {
			continue
		}
		switch p := r.people[m.person]; {
		case p.Party != nil && p.Party.Name != a.Name:
			return
		case p.Party == nil && !p.retired():
			free = append(free, p)
		}
	}
	for _, p := range free {
		p.Party = a
	}
}

// lendRepresented lets people act for whom they speak for, sign for or
// represent: "X spoke for Moscow", "Latvia was represented by Y".
func (r *reading) lendRepresented() {
	for s := range r.sents {
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			c, ok := r.cue(i, lexicon.MeetVerb)
			if !ok || c.value != "acts" || r.covered(s, i) {
				continue
			}
			lo, hi := r.part(i, s)
			if r.toks[i+c.n-1].low == "by" {
				r.represent(r.personIn(s, i+c.n, hi), r.actorEnding(i, lo, s))
				r.representFurther(i+c.n, hi, s)
			} else {
				p := r.firstPersonIn(s, lo, i)
				if m := mentionEnding(r.mentions[s], i); m != nil && m.kind == aPerson && !m.inner {
					p = m.person
				}
				r.represent(p, r.actorAt(i+c.n, s))
			}
		}
	}
}

// representFurther reads what goes on without its verb: "and Nepal by Y".
func (r *reading) representFurther(i, hi, s int) {
	for ; i < hi; i++ {
		if r.toks[i].low != "by" {
			continue
		}
		if m := mentionEnding(r.mentions[s], i); m != nil && !m.human() && !m.adj && !m.inner {
			r.represent(r.personIn(s, i+1, hi), m.asParty(r))
		}
	}
}

// represent lets a person act for a, where nothing else says for whom.
func (r *reading) represent(person int, a *Actor) {
	if person < 0 || a == nil {
		return
	}
	if p := r.people[person]; p.Party == nil && !p.retired() {
		p.Party = a
	}
}

// personIn is the first person named within tokens [lo, hi) of sentence s.
func (r *reading) personIn(s, lo, hi int) int {
	for k := range r.mentions[s] {
		if m := &r.mentions[s][k]; m.lo >= lo && m.hi <= hi && m.kind == aPerson && !m.inner {
			return m.person
		}
	}
	return -1
}

// actorAt is the state or organisation named at token i, an article passed
// over.
func (r *reading) actorAt(i, s int) *Actor {
	if i < r.sents[s].hi && r.toks[i].low == "the" {
		i++
	}
	m := mentionAt(r.mentions[s], i)
	if m == nil || m.human() || m.adj || m.poss {
		return nil
	}
	return m.asParty(r)
}

// actorEnding is the state or organisation last named in tokens [lo, i).
func (r *reading) actorEnding(i, lo, s int) *Actor {
	for k := len(r.mentions[s]) - 1; k >= 0; k-- {
		if m := &r.mentions[s][k]; m.lo >= lo && m.hi <= i && !m.human() && !m.adj && !m.inner {
			return m.asParty(r)
		}
	}
	return nil
}

// hasFrame reports a frame of that kind of company within tokens [lo, hi).
func (r *reading) hasFrame(lo, hi int, c company) bool {
	_, ok := r.frameIn(lo, hi, c)
	return ok
}

// nextSide is where after a mention, before token hi, another side is named:
// "on the Togolese side X, on the Ghanaian side Y".
func (r *reading) nextSide(of *mention, hi int) int {
	for k := range r.mentions[of.sent] {
		m := &r.mentions[of.sent][k]
		if m.lo >= of.hi && m.lo < hi && !m.human() && r.sideNounAt(r.afterPossessive(m)) {
			return m.lo
		}
	}
	return hi
}

// frameIn is where the first frame of that kind of company starts within tokens
// [lo, hi).
func (r *reading) frameIn(lo, hi int, c company) (int, bool) {
	for i := lo; i < hi; i++ {
		if q, ok := r.cue(i, lexicon.MeetVerb); ok && companies[q.value] == c {
			return i, true
		}
	}
	return 0, false
}

// afterBy is the token after the "by" of the frame at token i, i where it has
// none.
func (r *reading) afterBy(i, hi int) int {
	if c, _ := r.cue(i, lexicon.MeetVerb); i+c.n < hi && r.toks[i+c.n-1].low == "by" {
		return i + c.n
	}
	return i
}

// listEnd is where the list of people ends whose first is named next after
// token i.
func (r *reading) listEnd(i, hi, s int) int {
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.kind != aPerson || m.nlo < i || m.inner {
			continue
		}
		end := m.hi
		for j := r.joined(end, hi, s); j != nil && j.kind == aPerson; j = r.joined(end, hi, s) {
			end = j.hi
		}
		return end
	}
	return hi
}
