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
	for i, e := range r.events {
		r.completeParties(e)
		r.continuePlan(e)
		fillGroup(kept, e)
		if r.idle(e) {
			e.rejected = "tells of no meeting by itself: nobody, nowhere, at no time, or only talked about"
			continue
		}
		if e.adds && r.ownMeeting(i) {
			waiting = append(waiting, e)
			continue
		}
		if e.adds && r.joinCompany(kept, e) {
			continue
		}
		if f := r.earlier(kept, e); f != nil {
			r.merge(f, e)
			continue
		}
		if r.match(e) {
			e.rejected = "is a match, by the words beside it"
			continue
		}
		r.inheritSides(kept, e)
		r.inheritPair(kept, e)
		r.inheritDate(kept, e)
		known := r.meets(e) || len(kept) > 0 && r.ofSeries(e)
		if e.empty = !known && e.vacant(); !known && !e.empty {
			if e.adds && len(e.people) > 0 && r.claims(e) {
				waiting = append(waiting, e)
			}
			e.rejected = "names too little: two of who, where and when are needed"
			continue
		}
		e.who = crowdOf(e)
		kept = append(kept, e)
		waiting = r.adopt(waiting, e)
	}
	kept = dropVacant(kept)
	r.linkReferences(kept)
	r.events = r.split(kept)
}

// inheritPair gives "their previous meeting", with a place or a day of its own,
// those of the meeting told before it.
func (r *reading) inheritPair(kept []*event, e *event) {
	f := last(kept)
	if f == nil || len(e.people)+len(e.sides) > 0 || e.owned || e.status != "held" || !e.located() || !r.theirOther(e) || datesAgree(f.date, e.date) && r.placesAgree(f, e) {
		return
	}
	if len(f.people) >= 2 || len(f.sides) >= 2 {
		e.people, e.sides, e.anaphor = slices.Clone(f.people), slices.Clone(f.sides), false
	}
}

// theirOther reports "their previous meeting": another one of the same.
func (r *reading) theirOther(e *event) bool {
	i := e.lo - 1
	return e.noun && i > r.sents[e.sent].lo && r.has(i, i+1, lexicon.NounOther) && r.has(i-1, i, lexicon.PronounPoss)
}

// located reports a place or a time of its own.
func (e *event) located() bool { return e.place != nil || e.venue != "" || e.date != "" }

// another reports "another summit", "a second round": one like that before it.
func (r *reading) another(e *event) bool {
	return e.noun && r.has(max(r.sents[e.sent].lo, e.lo-3), e.lo, lexicon.NounAnother)
}

// delegates reports a verb whose subject is only "experts" or "negotiators":
// those of the sides told before.
func (r *reading) delegates(e *event) bool {
	for i := e.lo - 1; i >= r.sents[e.sent].lo && i >= e.lo-8; i-- {
		if r.segs[i] == e.seg && r.has(i, i+1, lexicon.SideNoun) && !r.has(i, i+1, lexicon.SideNot) {
			return true
		}
	}
	return false
}

// hasName reports a meeting with a name of its own that nothing explains: "the
// SACN summit".
func (r *reading) hasName(e *event) bool {
	i := e.lo - 1
	return i > r.sents[e.sent].lo && isAcronym(r.toks[i].text) && !r.covered(e.sent, i)
}

// match reports sides without anybody named that met in a game: "France and
// Spain meet in the semi-final".
func (r *reading) match(e *event) bool {
	sn := r.sents[e.sent]
	return len(e.people) == 0 && r.has(sn.lo, sn.hi, lexicon.NotScene)
}

// idle reports a mention that tells nothing of a meeting: "the talks" with no
// actor, place, date or change of status, and a meeting that is only talked
// about ("urged the sides to return to negotiations").
func (r *reading) idle(e *event) bool {
	if e.adds && r.absent(e) {
		return true
	}
	bare := !e.located()
	if e.status == unreal || e.status == "denied" && !e.anaphor && (bare && !r.flatly(e) || max(len(e.people), len(e.sides)) < 2) {
		return true
	}
	loose := e.anaphor || r.has(e.lo, e.hi, lexicon.NounSeveral) && !r.ownPlace(e)
	if loose && e.noun && max(len(e.people), len(e.sides)) < 2 && !e.adds && !(e.ahead() && r.another(e)) && r.onlyDiscussed(e) {
		return true // "praised the talks in Berlin on Wednesday"
	}
	if e.kind == "mediation" && !e.noun && e.group && bare {
		return true // "had mediated between them without result"
	}
	if e.anaphor {
		return bare && len(e.people)+len(e.sides) == 0 && (e.status == "held" || e.status == "proposed" || e.status == "ongoing")
	}
	if e.kind == "ceremony" && !e.noun && !e.named && bare && !r.has(e.hi, r.sents[e.sent].hi, lexicon.Witnesses) {
		return true // a signature without an occasion is the outcome of talks
	}
	if e.noun && (e.status == "cancelled" || e.status == "postponed" || r.another(e)) && len(e.people)+len(e.sides) == 0 {
		return false // its sides are those told before
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
	e.sides, e.who = sides, crowdOf(e)
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
	if e.noun && who == 1 && !e.adds && e.place == nil && (e.anaphor || e.kind == "call") && !r.has(e.hi, e.hi+1, lexicon.ArgWith) {
		return false // "had opened the session on Monday", "helped by telephone"
	}
	if r.amongOwn(e) || e.status == "proposed" && !e.anaphor && who < 2 && e.place == nil {
		return false
	}
	if len(e.people) == 0 && len(e.sides) == 0 {
		return e.kind == "summit" && e.place != nil && (e.date != "" || e.status == "scheduled")
	}
	if !e.located() && e.noun && !e.adds && len(e.people) == 0 && e.status == "held" && !r.actual(e) {
		return false // "talks between Moscow and Kyiv have stalled"
	}
	if !e.noun && who == 1 && len(e.sides) == 1 && r.gathers(e.sides[0].Code) {
		return known >= 2
	}
	if !e.noun && who < 2 && !(e.kind == "visit" && r.purposeful(e)) && e.kind != "conference" && e.kind != "summit" && !r.unnamed(e) {
		return false
	}
	return known >= 2
}

// amongOwn reports what one state does by itself: its parliament's session, a
// journey at home.
func (r *reading) amongOwn(e *event) bool {
	if len(e.sides) != 1 || len(e.people) > 1 || e.adds || !strings.HasPrefix(e.sides[0].Code, "country:") {
		return false
	}
	if len(e.people) == 1 && e.kind != "visit" {
		return false
	}
	return e.place == nil || r.within(e.place.Code, e.sides[0].Code) || len(e.people) == 0 && e.anaphor
}

// purposeful reports a journey of which the text says what it is for.
func (r *reading) purposeful(e *event) bool {
	for i := e.hi; i+1 < r.sents[e.sent].hi; i++ {
		t := r.toks[i+1]
		if r.segs[i] == e.seg && (mentionEnding(r.mentions[e.sent], i) != nil || r.toks[i-1].num || r.has(i-1, i, lexicon.Weekday)) && r.toks[i].low == "to" && !t.caps && !t.num && !t.mark && !r.has(i+1, i+2, lexicon.Definite) {
			return true // "to settle the quarrel"
		}
	}
	return r.topicStart(e) < r.sents[e.sent].hi || e.owned
}

// actual reports a noun of meeting with a verb of holding or taking part
// before it: "held talks".
func (r *reading) actual(e *event) bool {
	for i := max(r.sents[e.sent].lo, e.lo-6); i < e.lo; i++ {
		if r.segs[i] == e.seg && r.has(i, i+1, lexicon.MeetLight) {
			return true
		}
	}
	return !e.noun || e.named
}

// unnamed reports a counterpart who stays without a name or a state: "meets
// with business representatives".
func (r *reading) unnamed(e *event) bool {
	hi := min(e.hi+6, r.sents[e.sent].hi)
	for i := e.hi; i < hi && !r.toks[i].mark && r.segs[i] == e.seg; i++ {
		if r.has(i, i+1, lexicon.SideNoun) && !r.has(i, i+1, lexicon.SideNot) {
			return true
		}
		if r.toks[i].low == "and" || r.has(i, i+1, lexicon.PronounPoss) || r.has(i, i+1, lexicon.ArgPlace) || r.has(i, i+1, lexicon.ArgTopic) {
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

// merge adds what b says to a.
func (r *reading) merge(a, b *event) {
	b.merged = a
	a.officials = a.officials || b.officials
	a.told = append(a.told, b.told...)
	for _, m := range b.people {
		a.addPerson(m.person)
		a.takeRole(m)
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

// takeRole gives a person in an event the role that another mention of it gives
// him, where the event gives none.
func (e *event) takeRole(m member) {
	for i := range e.people {
		if p := &e.people[i]; p.person == m.person && p.role == participant {
			p.role = m.role
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
		first, others := e.people[0], e.people[1:]
		if e.late == 1 && e.sents[0] == e.sents[len(e.sents)-1] {
			n := len(e.people) - 1
			first, others = e.people[n], e.people[:n] // "Y, who saw A and B separately"
		}
		for _, m := range others {
			c := *e
			c.people, c.sides = []member{first, m}, nil
			r.completeParties(&c)
			out = append(out, &c)
		}
	}
	return out
}
