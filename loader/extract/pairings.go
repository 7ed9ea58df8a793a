package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// readPairings gives the people of a list, of whom the text does not say for
// whom they act, the states or organisations of a list of as many told before,
// in order: "Chad and Niger made peace. Foreign ministers A and B …", "… A and B
// headed the two delegations".
func (r *reading) readPairings(s int) {
	list := r.strangerList(s)
	if len(list) < 2 {
		return
	}
	for b := s; b >= 0 && b >= s-2; b-- {
		sides := r.sideList(b, len(list), list[0])
		if sides == nil && b == s-1 {
			sides = r.partyList(b, len(list))
		}
		if sides == nil {
			continue
		}
		for i, m := range list {
			if p := r.people[m.person]; p.Party == nil && !p.retired() {
				p.Party = sides[i]
			}
		}
		return
	}
}

// strangerList are the names of a list in sentence s that share a title, or
// that lead as many delegations, if no party of any of them is told.
func (r *reading) strangerList(s int) []*mention {
	var list []*mention
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.kind != aPerson || m.person < 0 || m.inner {
			continue
		}
		if p := r.people[m.person]; p.Party != nil || p.known != nil {
			return nil
		}
		if n := len(list); n > 0 && (list[n-1].listed != m.listed || !r.listed(list[n-1].hi, m.lo, s)) {
			return nil
		}
		list = append(list, m)
	}
	if len(list) == 0 || list[0].listed == 0 && !r.headsSides(list, s) {
		return nil
	}
	return list
}

// headsSides reports that those listed lead the delegations or sides at hand.
func (r *reading) headsSides(list []*mention, s int) bool {
	lo := list[len(list)-1].hi
	hi := min(lo+8, r.sents[s].hi)
	return r.hasFrame(lo, hi, delegated) && slices.ContainsFunc(r.mentions[s], func(m mention) bool {
		return m.kind == aGroup && m.lo > lo && m.hi <= hi+2 && groupOf(m.code).rank == "side"
	}) || r.hasFrame(lo, hi, delegated) && r.has(lo, hi, lexicon.SideNoun)
}

// sideList are the states and organisations of the first list of n of them in
// sentence s, before a name where that is in the same sentence; nil for none.
func (r *reading) sideList(s, n int, before *mention) []*Actor {
	var out []*Actor
	var prev *mention
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.kind == aPerson || before.sent == s && m.lo >= before.lo {
			break
		}
		a := m.asParty(r)
		if a == nil || m.inner || m.poss || m.kind == anOffice || m.kind == aPlace && (!m.metonym || r.afterPlaceWord(m) && prev == nil) {
			continue
		}
		if prev != nil && !r.listed(prev.hi, m.lo, s) {
			if len(out) == n {
				break
			}
			out = out[:0]
		}
		out, prev = append(out, a), m
	}
	if len(out) != n || r.sideTwice(out) {
		return nil
	}
	return out
}

// partyList are the parties of the people of sentence s, where they are n, each
// of another: "A (Norway) met B (Iceland). The two secretaries, C and D, …"; nil
// where they are not so.
func (r *reading) partyList(s, n int) []*Actor {
	ps := r.peopleIn(s, r.sents[s].hi)
	if len(ps) != n {
		return nil
	}
	var out []*Actor
	for _, p := range ps {
		a := r.people[p].Party
		if a == nil {
			return nil
		}
		out = append(out, a)
	}
	if r.sideTwice(out) {
		return nil
	}
	return out
}

// sideTwice reports a side that is in a list twice.
func (r *reading) sideTwice(as []*Actor) bool {
	for i, a := range as {
		if slices.ContainsFunc(as[:i], func(b *Actor) bool { return a.Name == b.Name }) {
			return true
		}
	}
	return false
}
