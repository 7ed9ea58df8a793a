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
	party := map[string]string{}
	for _, p := range x.People {
		if p.Party != nil {
			party[p.Name] = p.Party.Code
		}
	}
	_, hash, _ := strings.Cut(document, ":")
	var out []*Report
	for i := range x.Meetings {
		r := n.report(&x.Meetings[i], x.Proposals, party)
		r.ID, r.Document, r.Published = "report:"+hash+"-"+strconv.Itoa(i), document, x.Published
		out = append(out, r)
	}
	sequence(out, x.Meetings)
	return out
}

// report takes over one meeting, all but what ties it to its document.
func (n *Namer) report(m *extract.Meeting, proposals []extract.Proposal, party map[string]string) *Report {
	r := &Report{
		Kind: m.Kind, Status: m.Status, Venue: m.Venue, Confidence: m.Confidence,
		Actors: n.actors(m, party), Place: n.where(m),
	}
	r.Start, r.End, _ = strings.Cut(m.Date, "/")
	r.End = cmp.Or(r.End, r.Start)
	if e, ok := n.Venue(m.Venue); ok {
		r.Site = n.placeOf(e)
	}
	for _, t := range m.Topics {
		r.Topics = union(r.Topics, []string{n.Topic(t).ID})
	}
	for _, p := range m.Proposals {
		r.Proposals = union(r.Proposals, []string{n.Proposal(proposals[p]).ID})
	}
	return r
}

// actors returns who takes part: people first, then the sides.
func (n *Namer) actors(m *extract.Meeting, party map[string]string) []Actor {
	var out []Actor
	add := func(a Actor) {
		if !slices.ContainsFunc(out, func(o Actor) bool { return o.ID == a.ID }) {
			out = append(out, a)
		}
	}
	for _, p := range m.Participants {
		a := Actor{ID: n.Actor(p.Actor, party[p.Name]).ID, Name: p.Name, Short: n.Surname(p.Name), Person: true, Role: p.Role}
		if p.Party != nil {
			a.Side = n.Actor(*p.Party, "").ID
		} else {
			a.Side = n.Side(a.ID)
		}
		add(a)
	}
	for _, s := range m.Sides {
		id := n.Actor(s.Actor, "").ID
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
