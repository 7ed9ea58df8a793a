package extract

import "slices"

// together are the actors of one position: people who act beside states, or
// beside others of their own side, act for their side.
func (r *reading) together(as []Actor) []Actor {
	if len(as) < 2 || !r.actForSides(as) {
		return as
	}
	var out []Actor
	for _, a := range as {
		if p := r.partyOf(a); p != nil {
			a = *p
		}
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// actForSides reports people among states, or people of one side.
func (r *reading) actForSides(as []Actor) bool {
	people, one := 0, true
	first := r.partyOf(as[0])
	for _, a := range as {
		if a.Kind == ActorPerson {
			people++
		}
		p := r.partyOf(a)
		one = one && p != nil && first != nil && *p == *first
	}
	return people > 0 && (people < len(as) || one)
}

// partyOf is the side for which a person acts, nil for none and for a side.
func (r *reading) partyOf(a Actor) *Actor {
	if a.Kind != ActorPerson {
		return nil
	}
	return r.acting[a.Name]
}

// actorsOf are the actors that a mention stands for: for "they" all sides of
// the meeting before.
func (r *reading) actorsOf(m *mention) []Actor {
	if m.kind == aGroup {
		return r.members(m)
	}
	if a := r.actorOf(m); a != nil {
		return []Actor{*a}
	}
	return nil
}

// members are the actors for whom a group stands, as many as its words say
// where they say it.
func (r *reading) members(g *mention) []Actor {
	if out, said := r.whoSaid(g); said {
		return out
	}
	size := groupOf(g.code).size
	fits := func(as []Actor) bool { return len(as) > 1 && (size == 0 || size == len(as)) }
	if out := r.sidesHere(g); fits(out) {
		return out
	}
	if out := r.pairBefore(g); fits(out) {
		return out
	}
	if out := r.sidesLately(g.sent); fits(out) {
		return out
	}
	return nil
}

// whoSaid are those who say what a "they" does in their own words: "the
// ministers said they objected"; false where nobody says it.
func (r *reading) whoSaid(g *mention) ([]Actor, bool) {
	c := r.segOf[r.segs[g.lo]]
	if g.name != "they" || c.opener != "said" || c.governor < 0 || g.lo-c.lo > 1 {
		return nil, false
	}
	out := r.subjectsOf(c.governor, g.sent)
	return out, len(out) != 1
}

// sidesLately are the sides of the last meeting told until sentence s.
func (r *reading) sidesLately(s int) []Actor {
	for _, e := range slices.Backward(lately(until(r.events, s))) {
		if len(e.sides) >= 2 {
			return e.sideActors()
		}
	}
	for b := s - 1; b >= max(0, s-8); b-- {
		if out := r.pairIn(b); len(out) > 0 {
			return out
		}
	}
	return nil
}

// pairIn are the states that a sentence joins: "delegations from Iran and the
// United States".
func (r *reading) pairIn(s int) []Actor {
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		i := r.indexBefore(m)
		if i < 0 || r.toks[i].low != "and" || m.kind != aState || m.poss || m.adj {
			continue
		}
		if p := mentionEnding(r.mentions[s], i); p != nil && p.kind == aState && !p.adj {
			return append(r.actorsOf(p), r.actorsOf(m)...)
		}
	}
	return nil
}

// sidesHere are the sides of a meeting told before a "they" in its sentence.
func (r *reading) sidesHere(g *mention) []Actor {
	for _, e := range slices.Backward(until(r.events, g.sent)) {
		if e.sent < g.sent {
			return nil
		}
		if e.lo < g.lo && len(e.sides) >= 2 {
			return e.sideActors()
		}
	}
	return nil
}

// sideActors are the states and organisations of an event, of more than two
// those that neither host nor mediate.
func (e *event) sideActors() []Actor {
	var all, out []Actor
	for _, s := range e.sides {
		all = append(all, s.Actor)
		if s.Role == participant {
			out = append(out, s.Actor)
		}
	}
	if len(all) > 2 && len(out) >= 2 {
		return out
	}
	return all
}

// pairBefore are the actors whom the sentence joins before a "they".
func (r *reading) pairBefore(g *mention) []Actor {
	for k := range r.mentions[g.sent] {
		m := &r.mentions[g.sent][k]
		if m.lo >= g.lo || m.kind == aGroup || !r.canAct(m) {
			continue
		}
		j := r.joined(m.hi, g.lo, g.sent)
		if j == nil || j.kind == aGroup {
			continue
		}
		out := r.actorsOf(m)
		for ; j != nil; j = r.joined(j.hi, g.lo, g.sent) {
			out = append(out, r.actorsOf(j)...)
		}
		return out
	}
	return nil
}
