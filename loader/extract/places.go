package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// fillPlace finds where an event takes place: a place after a preposition in
// its clause, the nearest after the trigger first; a venue brings its city.
func (r *reading) fillPlace(e *event) {
	best := r.placeIn(e, func(m *mention) bool { return r.segs[m.lo] == e.seg })
	if c := r.segOf[e.seg]; best == nil && c.opener == "where" {
		best = r.placeBefore(e.sent, c.lo)
	}
	if best == nil {
		best = r.there(e)
	}
	if best == nil {
		best = r.placeIn(e, func(m *mention) bool { return r.encloses(r.segs[m.lo], e.seg) })
	}
	if best == nil && !e.noun && !e.travels() && len(e.people)+len(e.sides) > 1 {
		best = r.settingOf(e.sent)
	}
	if best == nil && e.sent <= 2 && e.status == "held" {
		best = r.dateline
	}
	if best == nil {
		return
	}
	r.setPlace(e, best)
}

// findDateline finds the place with which the document opens, where a later
// sentence names it as well; nil for none.
func (r *reading) findDateline() *mention {
	if len(r.sents) == 0 {
		return nil
	}
	end := r.afterDateline(0)
	for k := range r.mentions[0] {
		m := &r.mentions[0][k]
		if m.lo < end && m.kind == aPlace && r.namedAgain(m, end) {
			return m
		}
	}
	return nil
}

// namedAgain reports that the text after the dateline puts something at its
// place: "in Geneva".
func (r *reading) namedAgain(d *mention, end int) bool {
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if m.lo >= end && m.kind == aPlace && m.code == d.code && r.afterPlaceWord(m) {
				return true
			}
		}
	}
	return false
}

// placeBefore is the last place named in sentence s before token i.
func (r *reading) placeBefore(s, i int) *mention {
	var best *mention
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.hi <= i && (m.kind == aPlace || m.kind == aState) && !m.adj && !m.poss && !m.inner && r.afterPlaceWord(m) {
			best = m
		}
	}
	return best
}

// placeIn is the best place among the mentions that pass the test.
func (r *reading) placeIn(e *event, ok func(*mention) bool) *mention {
	var best *mention
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if !ok(m) || !r.standsAsPlace(m, e) {
			continue
		}
		if best == nil || r.betterPlace(m, best, e) {
			best = m
		}
	}
	return best
}

// standsAsPlace reports a place, state or weak name after a preposition of
// place that belongs to the event.
func (r *reading) standsAsPlace(m *mention, e *event) bool {
	if m.kind != aPlace && m.kind != aState || m.adj || m.inner || m.poss {
		return false
	}
	if p, ok := r.lex.Place(m.code); ok && p.Type == lexicon.TypeContinent {
		return false // "her first trip to Asia"
	}
	if e.noun && m.kind == aPlace && m.hi == e.lo || m.poss && e.noun && e.lo == m.hi+1 {
		return true // "the Alaska summit"
	}
	i := r.indexBefore(m)
	if i < 0 {
		return false
	}
	c, _ := r.cue(i, lexicon.PlaceAfter)
	switch {
	case c.value == "since":
		return i == e.hi
	case c.value == "within":
		return !r.partOfTopic(i, e)
	case c.value == "towards":
		return !r.partOfTopic(i, e) && e.travels() || e.kind == "travel" || e.kind == "talks" && r.segs[i] == e.seg && i < e.lo
	case r.toks[i].low == ",":
		p := mentionEnding(r.mentions[e.sent], i)
		return p != nil && p.kind == aPlace && r.standsAsPlace(p, e)
	}
	if k, ok := r.cue(e.lo, lexicon.MeetVerb); ok && k.value == "visit" && m.lo >= e.hi && m.lo-e.hi <= 2 {
		return true
	}
	return false
}

// partOfTopic reports that a preposition stands inside what a meeting is
// about: "the war in Ukraine".
func (r *reading) partOfTopic(i int, e *event) bool {
	t := r.topicStart(e)
	if i < t {
		return false
	}
	prev := r.toks[i-1].low
	return prev != "," && i > t
}

// betterPlace prefers what is nearer and after the trigger, and a city before
// the state that follows it.
func (r *reading) betterPlace(m, best *mention, e *event) bool {
	if m.kind == aState && best.kind == aPlace {
		return false
	}
	if m.kind == aPlace && best.kind == aState {
		return true
	}
	a, b := m.lo >= e.lo, best.lo >= e.lo
	if a != b {
		return a
	}
	if a {
		return false
	}
	return true
}

// setPlace writes a mention as the event's place and venue.
func (r *reading) setPlace(e *event, m *mention) {
	if !m.venue {
		e.place = &Place{Name: r.placeName(m), Code: m.code}
		return
	}
	e.venue = r.words(m.nlo, m.nhi)
	for _, p := range r.lex.Around(m.code) {
		if p.Type == lexicon.TypeCity || p.Type == lexicon.TypeRegion {
			e.place = &Place{Name: p.Name, Code: p.Code}
			return
		}
	}
}

// placeName is the lexicon's name for a state, else the text's word.
func (r *reading) placeName(m *mention) string {
	if m.kind == aState {
		return m.name
	}
	name := r.words(m.nlo, m.nhi)
	if len(name) > 3 && isAcronym(name) && m.name != "" {
		return m.name // a dateline's capitals
	}
	return strings.TrimSuffix(name, ",")
}
