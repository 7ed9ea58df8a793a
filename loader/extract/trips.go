package extract

import (
	"slices"
	"sync"

	"parley/loader/lexicon"
)

// leg is one stop of a journey.
type leg struct {
	person int
	place  *Place
	date   string
	event  *event
}

// maxLegs bounds the stops of a document's journeys, which are held against
// all its meetings.
const maxLegs = 500

// findLegs reads the stops of an event of travel: each place after the
// trigger, with the date that follows it at once, else the event's.
func (r *reading) findLegs(e *event) {
	if !e.travels() && e.kind != "visit" || len(e.people) == 0 || len(r.legs) > maxLegs {
		return
	}
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if m.lo < e.lo || m.kind != aPlace && m.kind != aState || m.adj || m.inner || r.segs[m.lo] != e.seg {
			continue
		}
		date := e.date
		if w := r.dateAfter(m); w != nil {
			date = r.cal.resolve(w, tenseOf(e))
		}
		r.legs = append(r.legs, leg{e.people[0].person, &Place{Name: r.placeName(m), Code: m.code}, date, e})
	}
}

// dateAfter is the date right after a mention, a preposition passed over.
func (r *reading) dateAfter(m *mention) *when {
	for i := range r.dates[m.sent] {
		if w := &r.dates[m.sent][i]; w.lo >= m.hi && w.lo-m.hi <= 2 && !w.bound {
			return w
		}
	}
	return nil
}

// settleTrips gives meetings on a journey its dates, and drops the journey
// itself where the text tells of the meetings it was made for.
func (r *reading) settleTrips() {
	used := map[*event]bool{}
	for _, e := range r.events {
		for _, l := range r.legs {
			if l.event == e || !r.inEvent(e, l.person) || e.kind == "call" || r.events[0] == e && len(e.people) == 1 {
				continue
			}
			if e.place != nil && (e.place.Name == l.place.Name || r.within(e.place.Code, l.place.Code)) {
				used[l.event] = true
				if e.date == "" {
					e.date = l.date
				}
			}
		}
	}
	kept := r.events[:0]
	for _, e := range r.events {
		if used[e] && len(e.people) < 2 && len(e.sides) < 2 {
			e.rejected = "is the journey to meetings that are told by themselves"
			continue
		}
		kept = append(kept, e)
	}
	r.events = kept
}

// settleHosts lets officials whose state the text does not name act for the
// state in which they are met by somebody of another.
func (r *reading) settleHosts() {
	called := sync.OnceValue(r.titleParty) // few texts need it
	for _, e := range r.events {
		if len(e.sides) > 1 && !r.hostedByStranger(e) {
			continue
		}
		home := r.hostParty(e, called)
		if home == nil || hasSide(e.sides, home.Name) {
			continue
		}
		found := e.officials && len(e.sides) == 1
		if found {
			e.addSide(*home)
		}
		for _, m := range e.people {
			p := r.people[m.person]
			if p.Party == nil && r.ownMinister(p) && (len(e.sides) < 2 || m.role == host) {
				p.Party, found = home, true
			}
		}
		if found {
			r.completeParties(e)
		}
	}
}

// hostedByStranger reports a host of whom the text does not say for whom he
// acts: he receives others at home.
func (r *reading) hostedByStranger(e *event) bool {
	return slices.ContainsFunc(e.people, func(m member) bool { return m.role == host && r.people[m.person].Party == nil })
}

// meetsOfficials reports a meeting with unnamed officials of no stated side:
// "met ministers and senior officials", those of the place.
func (r *reading) meetsOfficials(e *event) bool {
	if e.noun || e.adds || len(e.people) == 0 {
		return false
	}
	for i := e.hi; i < min(e.hi+6, r.sents[e.sent].hi); i++ {
		if m := mentionAt(r.mentions[e.sent], i); m != nil && (m.inner || m.kind != anOffice && m.kind != aGroup || m.office != nil && m.office.party != nil) {
			return false
		}
		t, _ := r.cue(i, lexicon.Title)
		n, _ := r.cue(i, lexicon.SideNoun)
		if t.value == "ministers" || t.value == "leaders" || n.value == ofPlace {
			return true
		}
	}
	return false
}

// ofPlace is the value of nouns of those who govern the place at hand.
const ofPlace = "home"

// ownMinister reports somebody who has a post in a government.
func (r *reading) ownMinister(p *individual) bool {
	for _, o := range p.offices {
		if o.past {
			continue
		}
		switch o.rank {
		case "minister", "leader", "adviser", "military", "person", "head":
			return true
		}
	}
	return false
}

// hostParty is the state in which an event takes place, or, where that is not
// told, the one that called returns; called may be nil.
func (r *reading) hostParty(e *event, called func() *Actor) *Actor {
	if e.place == nil && called == nil {
		return nil
	}
	if e.place == nil {
		return called()
	}
	if p, ok := r.lex.Place(e.place.Code); ok && p.Country != "" {
		return r.lex.party(p.Country)
	}
	return nil
}

// titleParty is the state that the document's title names beside the
// publisher's.
func (r *reading) titleParty() *Actor {
	for _, m := range r.lex.Match(r.doc.Title, r.lex.Splitter().Tokens(r.doc.Title)) {
		if x := m.Entries[0]; x.Kind == lexicon.KindCountry && (r.publisher == nil || x.Code != r.publisher.Code) {
			return r.lex.party(x.Code)
		}
	}
	return nil
}

// settingOf is the place that the discourse has set before sentence s: "In
// Morocco, …" in it, or in the sentence before it where a journey is told.
func (r *reading) settingOf(s int) *mention {
	for b := s; b >= 0 && b >= s-2 && len(r.legs) > 0; b-- {
		for k := range r.mentions[b] {
			m := &r.mentions[b][k]
			if (m.kind == aPlace || m.kind == aState) && !m.adj && !m.inner && !m.poss && r.setsScene(m) {
				return m
			}
		}
	}
	return nil
}

// setsScene reports a place that opens a sentence ("In Morocco,") or to which
// somebody travels.
func (r *reading) setsScene(m *mention) bool {
	i := r.indexBefore(m)
	lo := r.sents[m.sent].lo
	if i >= 0 && i <= lo+1 && r.toks[i].low == "in" {
		return true
	}
	for _, l := range slices.Backward(r.legs) {
		if l.event.sent < m.sent {
			return false
		}
		if l.event.sent == m.sent && l.place.Name == r.placeName(m) {
			return true
		}
	}
	return false
}

// travelClause is the relative clause in which somebody of the event's clause
// travels to meet: "X, who arrived in Oslo on Monday, met Y"; -1 for none.
func (r *reading) travelClause(e *event) int {
	for i := r.sents[e.sent].lo; i < r.sents[e.sent].hi; i++ {
		k := r.segs[i]
		if c := r.segOf[k]; k == e.seg || !c.relative || c.parent != e.seg || c.lo > e.lo {
			continue
		}
		if r.travelsAt(i) {
			return k
		}
	}
	return -1
}

// tellsTravel reports a clause with a verb of travelling.
func (r *reading) tellsTravel(k int) bool {
	for i := r.segOf[k].lo; i < r.sents[r.segOf[k].sent].hi; i++ {
		if r.segs[i] == k && r.travelsAt(i) {
			return true
		}
	}
	return false
}

// travelsAt reports a verb of travelling at token i.
func (r *reading) travelsAt(i int) bool {
	q, ok := r.cue(i, lexicon.MeetVerb)
	return ok && q.value == "travel"
}

// placeOfClause is the first place of a clause that follows a preposition of
// place or a verb with one ("arrived in"); nil for none.
func (r *reading) placeOfClause(s, k int) *mention {
	for n := range r.mentions[s] {
		if m := &r.mentions[s][n]; r.segs[m.lo] == k && (m.kind == aPlace || m.kind == aState) && !m.adj && !m.poss && !m.inner && r.afterPlaceWord(m) {
			return m
		}
	}
	return nil
}

// stops is how many places the list has that a place opens: "to Kuwait,
// Qatar and Oman".
func (r *reading) stops(m *mention) int {
	n, end := 1, m.hi
	for k := range r.mentions[m.sent] {
		o := &r.mentions[m.sent][k]
		if o.lo <= m.lo || o.kind != aPlace && o.kind != aState || o.adj || o.lo-end > 4 {
			continue
		}
		if t := r.toks[end].low; t != "," && t != "and" {
			break
		}
		if !r.within(m.code, o.code) {
			n++
		}
		end = o.hi
	}
	return n
}

// leftTown is the place that somebody left after a meeting: "flew home from
// Oslo after talks"; nil for none.
func (r *reading) leftTown(e *event) *mention {
	c := r.segOf[e.seg]
	if !r.has(c.lo, c.lo+1, lexicon.Follows) || c.parent < 0 {
		return nil
	}
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if m.kind != aPlace || m.hi > c.lo || m.poss || r.segs[m.lo] != c.parent {
			continue
		}
		for n := 1; n <= 3 && m.lo-n >= r.sents[e.sent].lo; n++ {
			if q, ok := r.cue(m.lo-n, lexicon.PlaceLeft); ok && q.n == n {
				return m
			}
		}
	}
	return nil
}
