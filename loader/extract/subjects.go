package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// nounOwner is the state right before a cue whose clause has somebody else as
// its subject: "She highlighted U.S. preparedness to talk".
func (r *reading) nounOwner(i, s int, subjects []Actor) *Actor {
	m := mentionEnding(r.mentions[s], i)
	if m == nil || m.kind != aState || m.poss || len(subjects) != 1 || subjects[0].Kind != ActorPerson {
		return nil
	}
	return r.actorOf(m)
}

// lentActor is the state whose support somebody only voices: "emphasised U.S.
// support for", "the United States' commitment to".
func (r *reading) lentActor(lo, hi, s int) *Actor {
	if lo < hi && r.toks[lo].low == "the" {
		lo++
	}
	m := mentionAt(r.mentions[s], lo)
	if m == nil {
		m = mentionAt(r.mentions[s], lo+1) // "unwavering U.S. support"
	}
	if m == nil || m.kind != aState && m.kind != anOrg {
		return nil
	}
	reach := 5
	if !m.adj && !m.poss {
		reach = 2 // "U.S. support"
	}
	for k := m.hi; k < min(m.hi+reach, hi); k++ {
		if r.has(k, k+1, lexicon.ActLight) {
			return r.actorOf(m)
		}
	}
	return nil
}

// actSubjects are the actors who are subject of the cue at token i.
func (r *reading) actSubjects(i, s int) []Actor {
	seg := r.segs[i]
	for n := 0; seg >= 0 && n < 3; n++ {
		if as := r.subjectsIn(seg, i, s); len(as) > 0 {
			return as
		}
		c := r.segOf[seg]
		if c.relative && c.antecedent >= 0 {
			return r.actorsOf(&r.mentions[s][c.antecedent])
		}
		seg = c.parent
	}
	return nil
}

// subjectsIn are the subjects of clause seg before token i: its first actor
// that no preposition governs, with those joined to it.
func (r *reading) subjectsIn(seg, i, s int) []Actor {
	for k := r.sents[s].lo; k < i; k++ {
		if r.segs[k] == seg && r.publisher != nil && r.has(k, k+1, lexicon.PronounWe) && r.toks[k].low == "we" {
			return []Actor{*r.publisher}
		}
		m := mentionAt(r.mentions[s], k)
		if m == nil || r.segs[k] != seg || m.hi > i || !r.canAct(m) {
			continue
		}
		out := r.actorsOf(m)
		for j := r.joined(m.hi, i, s); j != nil; j = r.joined(j.hi, i, s) {
			out = append(out, r.actorsOf(j)...)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// joined is the mention that "and" or a comma joins to what ends at token k.
func (r *reading) joined(k, hi, s int) *mention {
	n := 0
	for k < hi && (r.toks[k].low == "," || r.toks[k].low == "and" || r.toks[k].low == "the") && n < 3 {
		k, n = k+1, n+1
	}
	if n == 0 {
		return nil
	}
	m := mentionAt(r.mentions[s], k)
	if m == nil || m.hi > hi || !r.canAct(m) {
		return nil
	}
	return m
}

// canAct reports a mention that can be the subject of a position.
func (r *reading) canAct(m *mention) bool {
	if m.inner || m.kind == aPlace && (!m.metonym || r.afterPlaceWord(m)) {
		return false
	}
	if m.poss {
		return r.sideNounAt(m.hi+1) || r.speaksFor(m.hi+1)
	}
	if m.adj && m.person < 0 {
		return r.sideNounAt(m.hi)
	}
	return !r.afterPlaceWord(m) && r.wordBefore(m) != "with" && r.wordBefore(m) != "by"
}

// speaksFor reports a paper or statement that stands for its owner: "the
// Kremlin's paper demanded".
func (r *reading) speaksFor(k int) bool {
	return k < len(r.toks) && (r.has(k, k+1, lexicon.ProposalNoun) || r.has(k, k+2, lexicon.ReportVerb))
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
		for _, e := range slices.Backward(lately(until(r.events, m.sent))) {
			if len(e.sides) >= 2 {
				return e.sideActors()
			}
		}
		return nil
	}
	if a := r.actorOf(m); a != nil {
		return []Actor{*a}
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
