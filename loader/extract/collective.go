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
		if out := r.sidesHere(m); len(out) > 0 {
			return out
		}
		if out := r.pairBefore(m); len(out) > 0 {
			return out
		}
		return r.sidesLately(m.sent)
	}
	if a := r.actorOf(m); a != nil {
		return []Actor{*a}
	}
	return nil
}

// sidesLately are the sides of the last meeting told until sentence s.
func (r *reading) sidesLately(s int) []Actor {
	for _, e := range slices.Backward(lately(until(r.events, s))) {
		if len(e.sides) >= 2 {
			return e.sideActors()
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

// sideActors are the states and organisations of an event.
func (e *event) sideActors() []Actor {
	var out []Actor
	for _, s := range e.sides {
		out = append(out, s.Actor)
	}
	return out
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
