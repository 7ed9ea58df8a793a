package claims

import (
	"slices"

	"parley/loader/extract"
)

// person lets in a person whom the document names, with what it bears out of
// the roles and the party.
func (g *ground) person(c extract.GoldPerson) {
	p := g.somebody(c.Name)
	if p == nil {
		g.claim(BadName)
		return
	}
	var around []extract.Span
	for _, m := range p.Mentions {
		around = append(around, m.Sentence)
	}
	for _, role := range c.Roles {
		role = one(role)
		switch {
		case !g.borne(role, around):
			g.detail(BadWords)
		case !slices.Contains(p.Roles, role):
			p.Roles = append(p.Roles, role)
		}
	}
	if party := deref(c.Party); party != "" {
		a, ok := g.party(party)
		if !ok {
			g.detail(BadName)
		} else if p.Party == nil {
			p.Party = &a
		}
	}
}

// somebody is the person of the extraction whom a name means, taken over from
// the document on the first call; nil if the document names nobody so.
func (g *ground) somebody(name string) *extract.Person {
	if len(name) > maxPhrase {
		return nil
	}
	p, ok := g.survey.Person(one(name))
	if !ok || len(p.Mentions) == 0 {
		return nil
	}
	i := slices.IndexFunc(g.out.People, func(q extract.Person) bool { return q.Name == p.Name })
	if i < 0 {
		i = len(g.out.People)
		p.Roles = slices.Clone(p.Roles)
		g.out.People = append(g.out.People, p)
	}
	return &g.out.People[i]
}

// party is the state or organisation that a name means.
func (g *ground) party(name string) (extract.Actor, bool) {
	if len(name) > maxPhrase {
		return extract.Actor{}, false
	}
	return g.survey.Party(one(name))
}
