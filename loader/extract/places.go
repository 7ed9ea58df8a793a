package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// fillPlace finds where an event takes place: a place after a preposition in
// its clause, the nearest after the trigger first; a venue brings its city.
func (r *reading) fillPlace(e *event) {
	if e.escorts() {
		return
	}
	m := r.ownPlaceOf(e)
	if m == nil && e.sent <= 2 && e.status == "held" {
		m = r.dateline
	}
	if m != nil {
		r.setPlace(e, m)
	}
}

// ownPlaceOf is the place that an event's sentence gives it, nil for none.
func (r *reading) ownPlaceOf(e *event) *mention {
	c := r.segOf[e.seg]
	if m := r.placeIn(e, func(m *mention) bool { return r.segs[m.lo] == e.seg }); m != nil {
		if t := r.sameTown(m); t != nil {
			return t
		}
		e.tour = e.travels() && r.stops(m) >= 3
		return m
	}
	if c.opener == "where" {
		if m := r.townBefore(e.sent, c.lo); m != nil {
			return m
		}
		if m := r.placeBefore(e.sent, c.lo); m != nil {
			return m
		}
	}
	if m := r.there(e); m != nil {
		return m
	}
	k := r.heldClause(e)
	if k < 0 && e.status == "proposed" {
		k = r.ownRelative(e)
	}
	if k >= 0 {
		if m := r.placeIn(e, func(m *mention) bool { return r.segs[m.lo] == k }); m != nil {
			return m
		}
	}
	if m := r.placeIn(e, func(m *mention) bool { return r.encloses(r.segs[m.lo], e.seg) && !r.ofSpeech(m, e) }); m != nil {
		return m
	}
	if k := r.travelClause(e); k >= 0 {
		if m := r.placeOfClause(e.sent, k); m != nil {
			return m
		}
	}
	if c.opener == nextVerb && r.tellsTravel(c.parent) {
		if m := r.placeOfClause(e.sent, c.parent); m != nil {
			return m
		}
	}
	if m := r.hostTown(e); m != nil {
		return m
	}
	if m := r.leftTown(e); m != nil {
		return m
	}
	if m := r.newTown(e); m != nil {
		return m
	}
	if !e.noun && !e.travels() && len(e.people)+len(e.sides) > 1 {
		return r.settingOf(e.sent)
	}
	return nil
}

// hostTown is a town that itself is said to host: "Budapest will host a
// summit"; nil for none.
func (r *reading) hostTown(e *event) *mention {
	for k := range r.mentions[e.sent] {
		if m := &r.mentions[e.sent][k]; m.kind == aPlace && r.townHosts(m, e) {
			return m
		}
	}
	return nil
}

// townHosts reports a town right before a verb of hosting and a noun of
// meeting.
func (r *reading) townHosts(m *mention, e *event) bool {
	if !e.noun || m.venue || m.adj || m.poss || r.segs[m.lo] != e.seg || m.hi > e.lo {
		return false
	}
	return r.has(m.hi, min(m.hi+4, e.lo), lexicon.PlaceHosts)
}

// heldClause is the relative clause that tells of a noun's meeting when or
// where it took place ("the session, which opened in Oslo on Monday"), -1 for
// none.
func (r *reading) heldClause(e *event) int {
	if !e.noun {
		return -1
	}
	for k := e.seg + 1; k < len(r.segOf) && r.segOf[k].sent == e.sent && r.segOf[k].lo-e.hi <= 20; k++ {
		c := r.segOf[k]
		if c.relative && c.parent == e.seg && c.lo >= e.hi && r.has(c.lo, min(c.lo+6, r.sents[e.sent].hi), lexicon.TimeHeld) {
			return k
		}
	}
	return -1
}

// ofSpeech reports where somebody told of a meeting to come: "said in Rome that
// he would see her".
func (r *reading) ofSpeech(m *mention, e *event) bool {
	return e.status != "held" && r.segOf[e.seg].opener == "said" && m.lo < e.lo && r.segs[m.lo] != e.seg
}

// placeBefore is the last place named in sentence s before token i.
func (r *reading) placeBefore(s, i int) *mention {
	var best *mention
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.hi > i {
			break
		}
		if p := r.placeMeant(m); p != nil {
			m = p
		}
		if (m.kind == aPlace || m.kind == aState) && !m.adj && !m.poss && !m.inner && r.afterPlaceWord(m) && (best == nil || !r.within(best.code, m.code)) {
			best = m
		}
	}
	return best
}

// townBefore is the place that a sentence names right before the comma at which
// "where" follows: "The next stop was Oslo, where"; nil for none.
func (r *reading) townBefore(s, where int) *mention {
	if where-1 <= r.sents[s].lo || r.toks[where-1].low != "," {
		return nil
	}
	m := mentionEnding(r.mentions[s], where-1)
	if m == nil || m.kind != aPlace || m.adj || m.poss || m.inner {
		return nil
	}
	return m
}

// placeIn is the best place among the mentions that pass the test.
func (r *reading) placeIn(e *event, ok func(*mention) bool) *mention {
	var best *mention
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if m.kind != aPlace && m.kind != aState && m.kind != anOrg || !ok(m) {
			continue
		}
		if m.kind == anOrg {
			if m = r.house(m); m == nil {
				continue
			}
		}
		if p := r.placeMeant(m); p != nil {
			m = p
		}
		if r.standsAsPlace(m, e) && (best == nil || r.betterPlace(m, best, e)) {
			best = m
		}
	}
	return best
}

// standsAsPlace reports a place, state or weak name after a preposition of
// place that belongs to the event.
func (r *reading) standsAsPlace(m *mention, e *event) bool {
	if m.adj || m.inner || m.poss && r.ownedVenue(m) == 0 {
		return false
	}
	if p, ok := r.lex.Place(m.code); ok && p.Type == lexicon.TypeContinent || r.qualifies(m) {
		return false // "her first trip to Asia", "the Black Sea resort of Sochi"
	}
	if e.noun && m.kind == aPlace && m.hi == e.lo {
		return true // "the Alaska summit"
	}
	i := r.placeWord(m)
	if i < 0 || r.spokenIn(m, i) {
		return false
	}
	if e.noun && m.lo >= e.hi && r.signsOff(m) {
		return true
	}
	c, _ := r.cue(i, lexicon.PlaceAfter)
	switch {
	case c.value == "since":
		return i == e.hi
	case c.value == "within":
		return !r.partOfTopic(m, i, e)
	case c.value == "towards":
		return !r.partOfTopic(m, i, e) && (e.travels() || r.segs[i] == e.seg && r.leadsTo(m, i, e)) || e.kind == "travel" || m.hi <= e.lo && r.stays(m)
	case r.toks[i].low == ",":
		p := mentionEnding(r.mentions[e.sent], i)
		return p != nil && p.kind == aPlace && r.standsAsPlace(p, e)
	}
	k, ok := r.cue(e.lo, lexicon.MeetVerb)
	return ok && k.value == "visit" && m.lo >= e.hi && m.lo-e.hi <= 2
}

// signsOff reports a town between commas before a date, as lists have it:
// "Meeting with X, Oslo, 5 May".
func (r *reading) signsOff(m *mention) bool {
	i := m.hi
	if m.kind != aPlace || r.toks[m.lo-1].low != "," || i+1 >= r.sents[m.sent].hi {
		return false
	}
	return r.isTime(i) || r.toks[i].low == "," && r.isTime(i+1)
}

// spokenIn reports a place where somebody only spoke: "said in Brussels", "his
// office in Brussels said".
func (r *reading) spokenIn(m *mention, prep int) bool {
	says := func(i int) bool {
		return i >= r.sents[m.sent].lo && i < r.sents[m.sent].hi && r.has(i, i+1, lexicon.Reporting) && !r.covered(m.sent, i)
	}
	return says(prep-1) || says(m.hi)
}

// leadsTo reports that somebody goes to a place after preposition i to meet
// there: "to Rome for a ceremony", "the summit promised to Rome".
func (r *reading) leadsTo(m *mention, i int, e *event) bool {
	if i > e.lo {
		return r.has(i-1, i, lexicon.PlaceMoved) || r.has(e.lo, e.hi, lexicon.PlaceMoved)
	}
	return e.kind == "talks" || r.toks[m.hi].low == "for"
}

// partOfTopic reports that a preposition stands inside what a meeting is
// about: "the war in Ukraine".
// A town that a day follows is the meeting's again: "talks on the fleet in Oslo
// on Friday"; m is nil for one that the gazetteer does not know.
func (r *reading) partOfTopic(m *mention, i int, e *event) bool {
	t := r.topicStart(e)
	if i < t || e.noun && r.heldAfter(t, i) || m != nil && r.isTown(m) && r.onDay(m.hi, m.sent) {
		return false
	}
	prev := r.toks[i-1].low
	return prev != "," && i > t
}

// heldAfter reports that between a topic's start and token i a verb says when
// or where the talks on it took place: "talks on gas ended in".
func (r *reading) heldAfter(topic, i int) bool {
	k, ok := r.first(topic, i, lexicon.TimeHeld)
	return ok && r.segs[k] == r.segs[topic] && !r.covered(r.toks[k].sent, k)
}

// onDay reports an expression of time at token i, or after a preposition there.
func (r *reading) onDay(i, s int) bool {
	return r.timeStarting(i, s) >= 0 || i+1 < r.sents[s].hi && r.timeStarting(i+1, s) >= 0
}

// betterPlace prefers what is nearer and after the trigger, what lies in the
// other, and a city before a state.
func (r *reading) betterPlace(m, best *mention, e *event) bool {
	switch {
	case r.within(best.code, m.code):
		return false
	case r.within(m.code, best.code):
		return true
	}
	if a, b := r.isTown(m), r.isTown(best); a != b {
		return a
	}
	if a, b := m.lo >= e.lo, best.lo >= e.lo; a != b {
		return a
	}
	return m.lo < e.lo
}

// isTown reports a place that is no state, or a state of one city.
func (r *reading) isTown(m *mention) bool {
	if m.kind == aPlace {
		return true
	}
	c, ok := r.lex.Country(m.code)
	return ok && r.lex.Name(c.Capital) == c.Name
}

// setPlace writes a mention as the event's place and venue.
func (r *reading) setPlace(e *event, m *mention) {
	if hi := r.ownedVenue(m); m.poss && hi > 0 {
		e.venue = r.words(m.hi+1, hi)
	}
	if hi := r.namesVenue(m); hi > 0 {
		v := *m
		v.hi, v.nhi, v.venue = hi, hi, true
		if r.townOf(&v) != nil {
			m = &v
		}
	}
	if !m.venue {
		e.place = &Place{Name: r.placeName(m), Code: m.code, In: m.in}
		return
	}
	e.venue = r.words(m.nlo, m.nhi)
	if t := r.townOf(m); t != nil {
		e.place = &Place{Name: r.placeName(t), Code: t.code, In: t.in}
		return
	}
	for _, p := range r.lex.Around(m.code) {
		if p.Type != lexicon.TypeCity && p.Type != lexicon.TypeRegion {
			continue
		}
		e.place = &Place{Name: p.Name, Code: p.Code, Implied: true}
		if t, ok := r.namedPlaces()[p.Code]; ok {
			e.place.Name, e.place.Implied = t, false
		}
		return
	}
}

// namesVenue is where a venue ends that bears a place's name: "Rajma base"; 0
// for none.
func (r *reading) namesVenue(m *mention) int {
	if m.kind != aPlace || m.venue || m.poss {
		return 0
	}
	if c, ok := r.cue(m.hi, lexicon.PlaceVenue); ok && m.hi+c.n <= r.sents[m.sent].hi {
		return m.hi + c.n
	}
	return 0
}

// townOf is the place in which the text puts a venue right after it: "the
// Kremlin in Moscow", nil for none.
func (r *reading) townOf(venue *mention) *mention {
	for k := range r.mentions[venue.sent] {
		m := &r.mentions[venue.sent][k]
		if m.lo < venue.hi || m.kind != aPlace || m.venue || m.adj || m.poss {
			continue
		}
		i := r.placeWord(m)
		if i < 0 || m.lo-venue.hi > 10 || r.segs[m.lo] != r.segs[venue.lo] {
			return nil
		}
		if c, _ := r.cue(i, lexicon.PlaceAfter); c.value == "within" || i == venue.hi && r.toks[i].low == "," {
			return m
		}
		return nil
	}
	return nil
}

// namedPlaces are the places that the document names, by code, as it first
// writes them.
func (r *reading) namedPlaces() map[string]string {
	if r.placed != nil {
		return r.placed
	}
	r.placed = map[string]string{}
	for _, ms := range r.mentions {
		for k := range ms {
			if m := &ms[k]; m.kind == aPlace && !m.venue && r.placed[m.code] == "" {
				r.placed[m.code] = r.placeName(m)
			}
		}
	}
	return r.placed
}

// placeName is the lexicon's name for a state, else the text's word.
func (r *reading) placeName(m *mention) string {
	if m.kind == aState || m.stands {
		return m.name
	}
	name := r.words(m.nlo, m.nhi)
	if len(name) > 3 && isAcronym(name) && m.name != "" {
		return m.name // a dateline's capitals
	}
	return stateOf(strings.TrimSuffix(name, ","), m.name)
}
