package resolve

import (
	"maps"
	"slices"

	"parley/loader/extract"
	"parley/loader/resolve/person"
)

// Cast is who the people of one document are.
type Cast struct {
	*Namer
	document string
	x        *extract.Extraction
	party    map[string]string          // by name
	people   map[string]person.Identity // by name
}

// Cast says who the people of a document are, by all that it says of them.
func (n *Namer) Cast(document string, x *extract.Extraction) *Cast {
	c := &Cast{n, document, x, map[string]string{}, map[string]person.Identity{}}
	for i := range x.People {
		p := &x.People[i]
		if p.Party != nil {
			c.party[p.Name] = p.Party.Code
		}
		c.people[p.Name] = n.book.Identify(c.mention(p.Name, p.Roles, c.party[p.Name]))
	}
	for _, m := range x.Meetings {
		for _, p := range m.Participants {
			if _, ok := c.people[p.Name]; !ok {
				c.people[p.Name] = n.book.Identify(c.mention(p.Name, nil, codeOf(p.Party)))
			}
		}
	}
	return c
}

// codeOf is the code of a side, "" of none.
func codeOf(a *extract.Actor) string {
	if a == nil {
		return ""
	}
	return a.Code
}

func (c *Cast) mention(name string, roles []string, party string) person.Mention {
	return person.Mention{Name: name, Titles: roles, Party: party, Date: c.x.Published, Document: c.document}
}

// Actor returns the node of somebody or something that acts.
func (c *Cast) Actor(a extract.Actor) Entity {
	if a.Code != "" || a.Kind != extract.ActorPerson {
		return c.Namer.Actor(a)
	}
	return Entity{c.identity(a.Name).ID, a.Name}
}

// Unclear are the people whom the document names and of whom several may be
// meant: by ID the candidates' names, the likelier first.
func (c *Cast) Unclear() map[string][]string {
	out := map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(c.people)) {
		id := c.people[name]
		if id.Known || out[id.ID] != nil {
			continue
		}
		for _, m := range id.Candidates {
			out[id.ID] = append(out[id.ID], c.lex.Name(m.ID))
		}
	}
	return out
}

func (c *Cast) identity(name string) person.Identity {
	if id, ok := c.people[name]; ok {
		return id
	}
	id := c.book.Identify(c.mention(name, nil, c.party[name]))
	c.people[name] = id
	return id
}
