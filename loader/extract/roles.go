package extract

import "parley/loader/lexicon"

// Roles of an actor in a meeting.
const (
	participant = "participant"
	host        = "host"
	mediator    = "mediator"
	observer    = "observer"
)

// settleRoles finds who hosts and who mediates: the subject of such a verb, or
// whom "by" names after its passive; the state of "Qatari-mediated"; and who
// only observes.
func (r *reading) settleRoles(e *event) {
	for i := max(r.sents[e.sent].lo, e.lo-3); i < min(e.hi+1, r.sents[e.sent].hi); i++ {
		if r.segs[i] != e.seg {
			continue
		}
		if c, ok := r.cue(i, lexicon.RoleHost); ok {
			r.giveRole(e, i, c, host)
		}
		if c, ok := r.cue(i, lexicon.RoleMediator); ok {
			r.giveRole(e, i, c, mediator)
		}
	}
	for i := e.lo; i < r.sents[e.sent].hi; i++ {
		if c, ok := r.cue(i, lexicon.RoleObserver); ok && !r.covered(e.sent, i) {
			r.observe(e, i, c)
		}
	}
}

// observe makes observers of those named right before the cue at token i,
// "with A and B observing", or of the subject of "attended as an observer".
func (r *reading) observe(e *event, i int, c cue) {
	m := mentionEnding(r.mentions[e.sent], i)
	if c.value == "beside" && (m == nil || !r.toks[min(i+c.n, len(r.toks)-1)].mark) {
		return // "observing a truce" is no role
	}
	if m == nil {
		for k := range r.mentions[e.sent] {
			v := &r.mentions[e.sent][k]
			if v.lo < i && r.segs[v.lo] == r.segs[i] && !v.inner && (m == nil || !r.canAct(m)) {
				m = v
			}
		}
	}
	for n := 0; m != nil && n < 12; n++ {
		e.role(r, m, observer)
		m = r.listedBefore(m)
	}
}

// listedBefore is the mention that an "and" or a comma joins to m on its left.
func (r *reading) listedBefore(m *mention) *mention {
	k := r.indexBefore(m)
	if k < r.sents[m.sent].lo || r.toks[k].low != "and" && r.toks[k].low != "," {
		return nil
	}
	return mentionEnding(r.mentions[m.sent], k)
}

// giveRole gives a role to the subject of the verb at token i, or in the
// passive to whom its "by" names.
func (r *reading) giveRole(e *event, i int, c cue, role string) {
	passive := r.toks[i+c.n-1].low == "by" || i > r.sents[e.sent].lo && r.has(i-1, i, lexicon.Passive)
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if m.inner || r.segs[m.lo] != e.seg || passive != (m.lo >= i+c.n) {
			continue
		}
		if passive && r.wordBefore(m) != "by" {
			continue
		}
		if e.role(r, m, role) {
			return
		}
	}
}

// role sets the role of what a mention stands for; false when it is not in
// the event.
func (e *event) role(r *reading, m *mention, role string) bool {
	found := false
	for i := range e.people {
		if m.person >= 0 && e.people[i].person == m.person {
			e.people[i].role, found = role, true
		}
	}
	a := m.asParty(r)
	if m.person >= 0 {
		a = r.people[m.person].Party
	}
	for i := range e.sides {
		if a != nil && e.sides[i].Name == a.Name {
			e.sides[i].Role, found = role, true
		}
	}
	return found
}
