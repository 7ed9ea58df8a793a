package extract

import "parley/loader/lexicon"

// Roles of an actor in a meeting.
const (
	participant = "participant"
	host        = "host"
	mediator    = "mediator"
)

// settleRoles finds who hosts and who mediates: the subject of such a verb, or
// whom "by" names after its passive; the state of "Qatari-mediated".
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
