package claims

import (
	"strings"

	"parley/loader/extract"
)

// position lets in what an actor of the document demands, offers or refuses.
func (g *ground) position(c extract.GoldPosition) {
	act, ok := value(c.Act, Acts)
	if !ok {
		g.claim(BadValue)
		return
	}
	evidence := g.passages([]string{c.Evidence})
	if len(evidence) == 0 {
		g.claim(BadPassage)
		return
	}
	what := one(c.What)
	if !g.borne(what, evidence) {
		g.claim(BadWords)
		return
	}
	actors := g.takers(c.Actor)
	if len(actors) == 0 {
		g.claim(BadName)
		return
	}
	for _, a := range actors {
		g.out.Positions = append(g.out.Positions, extract.Position{Actor: a, Act: act, What: what, OnProposal: -1, Evidence: evidence})
	}
}

// takers are the actors whom a name means: one, or each of "A, B and C".
func (g *ground) takers(name string) []extract.Actor {
	if a, ok := g.taker(name); ok {
		return []extract.Actor{a}
	}
	if len(name) > maxPhrase {
		return nil
	}
	var out []extract.Actor
	for n := range strings.SplitSeq(strings.ReplaceAll(name, " and ", ", "), ", ") {
		if a, ok := g.taker(n); ok {
			out = append(out, a)
		}
	}
	return out
}

// taker is a state, organisation or person of the document.
func (g *ground) taker(name string) (extract.Actor, bool) {
	if a, ok := g.party(name); ok && a.Code != "" {
		return a, true
	}
	if p := g.somebody(name); p != nil {
		return extract.Actor{Name: p.Name, Kind: extract.ActorPerson}, true
	}
	return g.party(name)
}
