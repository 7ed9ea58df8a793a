package resolve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"parley/loader/extract"
)

// Reports takes over what a document says of meetings: one report a meeting,
// in the document's order. The document's ID is "document:" and a hash, its
// reports' "report:", the same hash, and their number.
func (n *Namer) Reports(document string, x *extract.Extraction) []*Report {
	return n.Cast(document, x).Reports()
}

// Reports takes over what the document says of meetings.
func (c *Cast) Reports() []*Report {
	x := c.x
	_, hash, _ := strings.Cut(c.document, ":")
	var out []*Report
	for i := range x.Meetings {
		r := c.report(&x.Meetings[i], x.Proposals)
		r.ID, r.Document, r.Published = "report:"+hash+"-"+strconv.Itoa(i), c.document, x.Published
		out = append(out, r)
	}
	sequence(out, x.Meetings)
	return out
}

// report takes over one meeting, all but what ties it to its document.
func (c *Cast) report(m *extract.Meeting, proposals []extract.Proposal) *Report {
	r := &Report{
		Kind: m.Kind, Status: m.Status, Venue: m.Venue, Confidence: m.Confidence,
		Actors: c.actors(m), Place: c.where(m),
	}
	r.Start, r.End, _ = strings.Cut(m.Date, "/")
	r.End = cmp.Or(r.End, r.Start)
	if e, ok := c.Venue(m.Venue); ok {
		r.Site = c.placeOf(e)
	}
	for _, t := range m.Topics {
		r.Topics = union(r.Topics, []string{c.Topic(t).ID})
	}
	for _, p := range m.Proposals {
		r.Proposals = union(r.Proposals, []string{c.Proposal(proposals[p]).ID})
	}
	return r
}

// actors returns who takes part: people first, then the sides.
func (c *Cast) actors(m *extract.Meeting) []Actor {
	var out []Actor
	add := func(a Actor) {
		if !slices.ContainsFunc(out, func(o Actor) bool { return o.ID == a.ID }) {
			out = append(out, a)
		}
	}
	for _, p := range m.Participants {
		id := c.Actor(p.Actor).ID
		a := Actor{ID: id, Name: p.Name, Short: c.Surname(id, p.Name), Person: true, Role: p.Role, Side: c.Side(id)}
		if p.Party != nil {
			a.Side = c.Actor(*p.Party).ID
		}
		add(a)
	}
	for _, s := range m.Sides {
		id := c.Actor(s.Actor).ID
		add(Actor{ID: id, Name: s.Name, Short: s.Name, Role: s.Role, Side: id})
	}
	return out
}

// where returns where the meeting is: the city or region that the text gives,
// else the venue, where the gazetteer knows it.
func (n *Namer) where(m *extract.Meeting) *Place {
	var e Entity
	switch {
	case m.Place != nil:
		e = n.Place(*m.Place)
	case m.Venue != "":
		var ok bool
		if e, ok = n.Venue(m.Venue); !ok {
			return nil
		}
	default:
		return nil
	}
	return n.placeOf(e)
}

// placeOf says where a place lies.
func (n *Namer) placeOf(e Entity) *Place {
	return &Place{ID: e.ID, Name: cmp.Or(n.Describe(e.ID).Name, e.Form), Within: n.Within(e.ID)}
}

// sequence notes which of a document's meetings came before which, and what
// that says of their dates.
func sequence(reports []*Report, meetings []extract.Meeting) {
	for i := range meetings {
		for _, j := range meetings[i].Follows {
			if j == i || j < 0 || j >= len(reports) {
				continue
			}
			before, after := reports[j], reports[i]
			after.Follows = union(after.Follows, []string{before.ID})
			before.Leads = union(before.Leads, []string{after.ID})
			after.After = max(after.After, before.Start)
			if after.Start != "" && (before.Before == "" || after.End < before.Before) {
				before.Before = after.End
			}
		}
	}
}
