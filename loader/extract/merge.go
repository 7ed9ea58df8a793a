package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// mergeEvents joins mentions of one meeting, in order, and drops what names
// too little to be one.
func (r *reading) mergeEvents() {
	var kept, waiting []*event
	for _, e := range r.events {
		r.completeParties(e)
		if r.idle(e) {
			e.rejected = "tells of no meeting by itself: nobody, nowhere, at no time, or only talked about"
			continue
		}
		if e.adds && r.joinCompany(kept, e) {
			continue
		}
		if f := r.earlier(kept, e); f != nil {
			r.merge(f, e)
			continue
		}
		r.inheritSides(kept, e)
		r.inheritDate(kept, e)
		if !r.meets(e) {
			if e.adds && len(e.people) > 0 && r.claims(e) {
				waiting = append(waiting, e)
			}
			e.rejected = "names too little: two of who, where and when are needed"
			continue
		}
		kept = append(kept, e)
		waiting = r.adopt(waiting, e)
	}
	r.linkReferences(kept)
	r.events = r.split(kept)
}

// inheritSides gives a meeting that is planned or put off, and names nobody,
// the sides of the meeting told before it: "A fourth round is planned".
func (r *reading) inheritSides(kept []*event, e *event) {
	if !e.noun || len(e.people)+len(e.sides) > 0 || e.status == "held" || e.status == "proposed" || e.owned {
		return
	}
	for _, f := range slices.Backward(lately(kept)) {
		if len(f.sides) >= 2 && len(f.sides) <= 4 && (e.place != nil || e.date != "") {
			e.sides = append([]Side(nil), f.sides...)
			return
		}
	}
}

// inheritDate gives a held meeting without a date that of a meeting with some
// of the same people told right before it.
func (r *reading) inheritDate(kept []*event, e *event) {
	if e.date != "" || e.status != "held" || e.owned || len(kept) == 0 || len(r.dates[e.sent]) > 0 || e.anaphor {
		return
	}
	f := kept[len(kept)-1]
	if e.place == nil && e.venue == "" && e.kind != "call" && f.kind != "call" && e.sent-f.sents[len(f.sents)-1] <= 1 && e.status == f.status && (sharePeople(f, e) || shareSide(f, e) || len(e.people)+len(e.sides) == 0) {
		e.place = f.place
	}
	if shared, _, _ := overlapPeople(f, e); f.status == "held" && shared > 0 && e.sent-f.sents[len(f.sents)-1] <= 1 && !r.has(r.sents[e.sent].lo, e.lo, lexicon.Follows) {
		e.date = f.date
	}
}

// idle reports a mention that tells nothing of a meeting: "the talks" with no
// actor, place, date or change of status, and a meeting that is only talked
// about ("urged the sides to return to negotiations").
func (r *reading) idle(e *event) bool {
	if e.adds && r.absent(e) {
		return true
	}
	bare := e.place == nil && e.venue == "" && e.date == ""
	if e.status == unreal || e.status == "denied" && !e.anaphor && (bare || max(len(e.people), len(e.sides)) < 2) {
		return true
	}
	if e.anaphor && e.noun && max(len(e.people), len(e.sides)) < 2 && !e.adds && r.onlyDiscussed(e) {
		return true // "praised the talks in Berlin on Wednesday"
	}
	if e.anaphor {
		return bare && len(e.people)+len(e.sides) == 0 && (e.status == "held" || e.status == "proposed" || e.status == "ongoing")
	}
	if e.kind == "ceremony" && !e.noun && !e.named && bare {
		return true // a signature without an occasion is the outcome of talks
	}
	return (e.noun || e.status == "proposed") && bare && (!r.meets(e) || r.onlyDiscussed(e))
}

// onlyDiscussed reports a verb of discussing or demanding between the clause's
// subject and the trigger.
func (r *reading) onlyDiscussed(e *event) bool {
	for i := r.sents[e.sent].lo; i < e.lo; i++ {
		if r.segs[i] != e.seg {
			continue
		}
		if r.has(i, i+1, lexicon.TopicVerb) || r.has(i, i+1, lexicon.ActNames) || r.has(i, i+1, lexicon.Act) && !r.actAsNoun(i, e.sent) {
			return true
		}
	}
	return false
}

// completeParties adds the parties of an event's people to its sides.
func (r *reading) completeParties(e *event) {
	var sides []Side
	for _, m := range e.people {
		if p := r.people[m.person].Party; p != nil && !hasSide(sides, p.Name) {
			sides = append(sides, Side{*p, participant})
		}
	}
	for _, s := range e.sides {
		if !hasSide(sides, s.Name) {
			sides = append(sides, s)
		}
	}
	e.sides = sides
	r.settleRoles(e)
}

func hasSide(ss []Side, name string) bool {
	return slices.ContainsFunc(ss, func(s Side) bool { return s.Name == name })
}

// meets says whether an event is a meeting at all: at least two sides or
// people, or one and a place or date.
func (r *reading) meets(e *event) bool {
	who := max(len(e.people), len(e.sides))
	known := 0
	if who >= 1 {
		known++
	}
	if who >= 2 {
		known++
	}
	if e.place != nil || e.venue != "" {
		known++
	}
	if e.date != "" {
		known++
	}
	if e.adds && e.named && (e.place != nil || e.date != "" || e.kind == "ceremony") {
		return len(e.people)+len(e.sides) > 1
	}
	if e.adds || e.anaphor && e.word == "call" && e.date == "" && !r.has(e.hi, e.hi+1, lexicon.ArgWith) {
		return false
	}
	if e.noun && e.kind == "conference" && e.status == "held" && len(e.people) == 0 && e.place == nil && e.venue == "" && e.date == "" {
		return false // "relations with the forum"
	}
	if len(e.people) == 0 && len(e.sides) == 0 {
		return e.kind == "summit" && e.place != nil && (e.date != "" || e.status == "scheduled")
	}
	if !e.noun && who == 1 && len(e.sides) == 1 && r.gathers(e.sides[0].Code) {
		return known >= 2
	}
	if !e.noun && who < 2 && e.kind != "visit" && e.kind != "conference" && e.kind != "summit" && !r.unnamed(e) {
		return false
	}
	return known >= 2
}

// unnamed reports a counterpart who stays without a name or a state: "meets
// with business representatives".
func (r *reading) unnamed(e *event) bool {
	hi := min(e.hi+6, r.sents[e.sent].hi)
	for i := e.hi; i < hi && !r.toks[i].mark && r.segs[i] == e.seg; i++ {
		if r.has(i, i+1, lexicon.SideNoun) && !r.has(i, i+1, lexicon.SideNot) {
			return true
		}
		if r.toks[i].low == "and" || r.has(i, i+1, lexicon.ArgPlace) || r.has(i, i+1, lexicon.ArgTopic) {
			return false
		}
	}
	return false
}

// gathers reports an organisation of states, which meets by itself.
func (r *reading) gathers(code string) bool {
	o, ok := r.lex.Org(code)
	return ok && (o.Kind == lexicon.OrgAlliance || o.Kind == lexicon.OrgInternational)
}

// earlier is the event before that e mentions again, nil for none.
func (r *reading) earlier(kept []*event, e *event) *event {
	if e.group && e.anaphor && e.place != nil {
		for _, f := range slices.Backward(lately(kept)) {
			if f.place != nil && r.placesAgree(f, e) && datesAgree(f.date, e.date) {
				e.people, e.sides = nil, nil
				return f
			}
		}
	}
	for _, f := range slices.Backward(lately(kept)) {
		if e.adds && r.segOf[f.seg].relative {
			continue // told in passing: delegates join the meeting of the main thread
		}
		if r.sameMeeting(f, e) {
			return f
		}
	}
	return nil
}

// sameMeeting says whether b mentions the meeting of a again.
func (r *reading) sameMeeting(a, b *event) bool {
	if b.apartFrom(a) {
		return false
	}
	if (a.kind == "call") != (b.kind == "call") && !(b.anaphor && b.place == nil && a.kind == "call" && b.word != "visit") {
		return false
	}
	if !datesAgree(a.date, b.date) || !r.placesAgree(a, b) || r.introduced(b) && a.sent != b.sent {
		return false
	}
	if a.kind == "ceremony" && b.kind != "ceremony" || b.kind == "ceremony" && a.kind != "ceremony" {
		return false
	}
	shared, onlyA, onlyB := overlapPeople(a, b)
	if b.adds {
		return !(a.ahead() && b.status == "held") && b.sent-a.sents[len(a.sents)-1] <= 3 && len(a.people)+len(a.sides) > 0 && a.kind != "call" && fits(b.sides, a.sides)
	}
	if oneSide(b) && len(a.sides) >= 2 && a.status == b.status && sidesWithin(b.sides, a.sides) && b.sent-a.sents[len(a.sents)-1] <= 2 {
		return true // one side's delegation
	}
	if b.anaphor && onlyB == 0 && sidesWithin(b.sides, a.sides) {
		return b.sent-a.sent <= 6 || shared > 0
	}
	if !statusAgree(a, b) {
		return false
	}
	if len(a.people) > 0 && len(b.people) > 0 {
		return shared > 0 && (onlyB == 0 && (onlyA == 0 || shared >= 2 || len(b.sides) >= 2 && sidesWithin(b.sides, a.sides)) || onlyA == 0 && shared >= 2 || shared >= 3)
	}
	if len(b.sides) == 0 && len(b.people) == 0 {
		return b.anaphor
	}
	if len(a.people) == 0 && len(b.people) == 0 {
		return sidesWithin(b.sides, a.sides) || sidesWithin(a.sides, b.sides)
	}
	return len(b.sides) >= 2 && sidesWithin(b.sides, a.sides) || len(a.sides) >= 2 && sidesWithin(a.sides, b.sides)
}

// introduced reports a meeting that the text brings in as a new one: "there
// was a dinner".
func (r *reading) introduced(e *event) bool {
	lo := r.sents[e.sent].lo
	for i := e.lo - 1; e.noun && i > lo+1 && i > e.lo-4; i-- {
		if r.toks[i].low == "a" && r.has(i-1, i, lexicon.Auxiliary) && r.has(i-2, i-1, lexicon.PlaceSame) {
			return true
		}
	}
	return false
}

// oneSide reports an event of people who all act for one side.
func oneSide(e *event) bool { return len(e.sides) == 1 && len(e.people) >= 2 }

// fits reports that no side of b is new to a meeting whose sides are known.
func fits(b, a []Side) bool { return len(a) < 2 || sidesWithin(b, a) }

// datesAgree reports dates that can be one: either unknown, equal, or one
// within the other.
func datesAgree(a, b string) bool {
	if a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return true
	}
	alo, ahi, ar := strings.Cut(a, "/")
	blo, bhi, br := strings.Cut(b, "/")
	switch {
	case ar && br:
		return alo <= bhi && blo <= ahi
	case ar:
		return alo <= b && b <= ahi
	case br:
		return blo <= a && a <= bhi
	}
	return false
}

// placesAgree reports places that can be one: either unknown, equal, or one
// within the other.
func (r *reading) placesAgree(a, b *event) bool {
	if a.place == nil || b.place == nil || a.place.Name == b.place.Name {
		return true
	}
	return r.within(a.place.Code, b.place.Code) || r.within(b.place.Code, a.place.Code) ||
		strings.Contains(a.place.Name, b.place.Name) || strings.Contains(b.place.Name, a.place.Name)
}

// within reports that the gazetteer puts one place inside another.
func (r *reading) within(inner, outer string) bool {
	if inner == "" || outer == "" {
		return false
	}
	for _, p := range r.lex.Around(inner) {
		if p.Code == outer {
			return true
		}
	}
	return false
}

// statusAgree reports statuses of one meeting: equal, or a plan and its
// cancellation.
func statusAgree(a, b *event) bool {
	if a.status == b.status {
		return true
	}
	if planned(a) && planned(b) {
		return true
	}
	return b.anaphor && (a.date == b.date || b.date == "")
}

// planned reports a meeting that has not taken place yet, or never did.
func planned(e *event) bool { return e.status != "held" && e.status != "ongoing" }

// overlapPeople counts the people of both events and of each alone.
func overlapPeople(a, b *event) (both, onlyA, onlyB int) {
	for _, m := range b.people {
		if slices.ContainsFunc(a.people, func(x member) bool { return x.person == m.person }) {
			both++
		}
	}
	return both, len(a.people) - both, len(b.people) - both
}

// sidesWithin reports that every side of a is one of b.
func sidesWithin(a, b []Side) bool {
	for _, s := range a {
		if !hasSide(b, s.Name) {
			return false
		}
	}
	return true
}

// merge adds what b says to a.
func (r *reading) merge(a, b *event) {
	b.merged = a
	a.told = append(a.told, b.told...)
	for _, m := range b.people {
		a.addPerson(m.person)
	}
	for _, s := range b.sides {
		a.addSide(s.Actor)
	}
	if a.place == nil || b.place != nil && r.within(b.place.Code, a.place.Code) {
		a.place = b.place
	}
	if a.venue == "" {
		a.venue = b.venue
	}
	if len(b.date) > len(a.date) && !strings.Contains(b.date, "/") || a.date == "" {
		a.date = b.date
	}
	if saysMore(a, b) {
		a.kind = b.kind
	}
	if b.status == "cancelled" || b.status == "postponed" || a.status == "proposed" && b.status == "scheduled" {
		a.status = b.status
	}
	for _, s := range b.sents {
		a.sents = addSentence(a.sents, s)
	}
	for _, x := range b.rules {
		if !slices.Contains(a.rules, x) {
			a.rules = append(a.rules, x)
		}
	}
}

// saysMore reports that the later mention names the sort of meeting better. A
// handshake told later was a moment of it, and "the summit" is what it was.
func saysMore(a, b *event) bool {
	if b.anaphor {
		return b.kind == "summit" && a.kind == "talks"
	}
	return weight(b.kind) > weight(a.kind) && (b.kind != "encounter" || a.sent == b.sent)
}

// split makes one meeting a counterpart of those that the text says were
// separate.
func (r *reading) split(es []*event) []*event {
	var out []*event
	for _, e := range es {
		if !e.separate || len(e.people) < 3 {
			out = append(out, e)
			continue
		}
		first := e.people[0]
		for _, m := range e.people[1:] {
			c := *e
			c.people, c.sides = []member{first, m}, nil
			r.completeParties(&c)
			out = append(out, &c)
		}
	}
	return out
}
