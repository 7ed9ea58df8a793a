package extract

import "parley/loader/lexicon"

// chairedByThird reports talks of two sides in which somebody of a third keeps
// the chair: "under the chairmanship of X", "X presided".
func (r *reading) chairedByThird(i int, e *event) bool {
	if len(e.sides) != 3 {
		return false
	}
	for k := r.sents[e.sent].lo; k < r.untold(i, e, 1); k++ {
		c, ok := r.cue(k, lexicon.FrameChair)
		if !ok || r.covered(r.toks[k].sent, k) {
			continue
		}
		m := r.personBefore(k)
		if c.value == "by" {
			m = r.personAfter(k + c.n)
		}
		if m != nil && r.inEvent(e, m.person) && r.outsider(m, e) {
			return true
		}
	}
	return false
}

// personAfter is the first person told after token k, within a few words.
func (r *reading) personAfter(k int) *mention {
	s := r.toks[min(k, len(r.toks)-1)].sent
	for j := k; j < min(k+16, r.sents[s].hi); j++ {
		if m := mentionAt(r.mentions[s], j); m != nil && m.person >= 0 {
			return m
		}
	}
	return nil
}

// personBefore is the last person told before token k, within a few words.
func (r *reading) personBefore(k int) *mention {
	s := r.toks[k].sent
	for j := k; j > max(k-12, r.sents[s].lo); j-- {
		if m := mentionEnding(r.mentions[s], j); m != nil && m.person >= 0 {
			return m
		}
	}
	return nil
}

// outsider reports a person whose state or organisation nobody else in a meeting
// acts for, and which is not named among those who met.
func (r *reading) outsider(m *mention, e *event) bool {
	p := r.people[m.person].Party
	if p == nil {
		return false
	}
	for _, o := range e.people {
		if q := r.people[o.person].Party; o.person != m.person && q != nil && q.Name == p.Name {
			return false
		}
	}
	for k := range r.mentions[e.sent] {
		o := &r.mentions[e.sent][k]
		if o.person < 0 && !o.inner && o.hi <= e.hi+1 && o.asParty(r) != nil && o.asParty(r).Name == p.Name {
			return false
		}
	}
	return true
}

// assembly reports a meeting of an organisation's own ministers or leaders:
// "a meeting of ASEAN foreign ministers", "EU leaders met".
func (r *reading) assembly(e *event) bool {
	lo := r.sents[e.sent].lo
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if m.kind != anOrg || m.person >= 0 || m.joined || !r.gathers(m.code) {
			continue
		}
		end := r.pastOfficials(m.hi)
		switch {
		case end == m.hi:
		case end == e.lo && (e.noun || !r.twoSides(e)):
			return true
		case e.noun && m.lo >= e.hi+1 && m.lo <= e.hi+2 && r.toks[e.hi].low == "of" && e.lo > lo:
			return true
		}
	}
	return false
}

// pastOfficials is where words like "foreign ministers" end that start at token
// i, a possessive's mark included; i for none.
func (r *reading) pastOfficials(i int) int {
	j, found := i, false
	for ; j < min(i+5, len(r.toks)); j++ {
		t := r.toks[j].low
		if r.has(j, j+1, lexicon.SideNoun) {
			found = true
		} else if t != "foreign" && t != "defence" && t != "defense" && t != "’" && t != "'" && t != "'s" && t != "’s" && t != "interior" && t != "finance" {
			break
		}
	}
	if !found {
		return i
	}
	return j
}
