package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

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
	if f := r.occasion(kept, e); f != nil {
		return f
	}
	const near = 4
	for _, f := range slices.Backward(lately(kept)) {
		if strangers(f, e) && f.who > 0 && e.who > 0 && e.sent-f.sents[len(f.sents)-1] > near {
			continue
		}
		if e.adds && r.segOf[f.seg].relative {
			continue // told in passing: delegates join the meeting of the main thread
		}
		if r.sameMeeting(f, e) {
			return f
		}
	}
	return nil
}

// occasion is the meeting of whose noun the clause of e tells what was to
// happen there: "a forum at which they were to speak with bankers"; nil for
// none.
func (r *reading) occasion(kept []*event, e *event) *event {
	c := r.segOf[e.seg]
	if f := last(kept); f != nil && c.opener == "where" && e.kind == "ceremony" && !e.noun && f.sent == e.sent && f.seg == c.parent {
		return f // "a summit where they signed a treaty"
	}
	if len(kept) == 0 || !c.relative || e.kind == "encounter" {
		return nil
	}
	if begins := e.noun && r.has(c.lo, e.lo, lexicon.MeetLight) && !e.faced; !begins && !r.has(c.lo-1, c.lo, lexicon.ArgRelative) {
		return nil // nor "which had begun with a dinner"
	}
	f := kept[len(kept)-1]
	if f.sent == e.sent && f.seg == c.parent && f.noun && planned(f) == planned(e) {
		return f
	}
	return nil
}

// last is the last of some events, nil for none.
func last(es []*event) *event {
	if len(es) == 0 {
		return nil
	}
	return es[len(es)-1]
}

// attends reports that b only says who was at the meeting of a, which it calls
// by the same noun and one of the same sides: "at the AU summit, X said". Talks
// with people of their own are not open to more; an assembly is.
func (b *event) attends(a *event) bool {
	if !b.anaphor || !b.noun || a.kind != b.kind || len(a.people) > 0 && a.kind != "summit" && a.kind != "conference" || b.place != nil || b.date != "" {
		return false
	}
	return slices.ContainsFunc(a.sides, func(s Side) bool { return hasSide(b.sides, s.Name) })
}

// sameMeeting says whether b mentions the meeting of a again.
func (r *reading) sameMeeting(a, b *event) bool {
	if b.apartFrom(a) || r.otherThanNow(b) && !r.otherThanNow(a) && b.date != a.date || a.status == "denied" && b.status == "held" {
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
	if b.kind == "visit" && a.kind != "visit" && !b.anaphor && len(b.people) == 1 && len(b.sides) == 1 && len(a.sides) >= 2 && a.place == nil {
		return false // a journey elsewhere
	}
	if a.empty && len(a.people)+len(a.sides) == 0 {
		return r.fills(a, b)
	}
	shared, onlyA, onlyB := overlapPeople(a, b)
	if b.adds {
		return !(a.ahead() && b.status == "held") && b.sent-a.sents[len(a.sents)-1] <= 3 && a.kind != "call" && fits(b.sides, a.sides)
	}
	if r.oneSide(b) && !b.faced && len(a.sides) >= 2 && a.status == b.status && sidesWithin(b.sides, a.sides) && b.sent-a.sents[len(a.sents)-1] <= 2 {
		return true // one side's delegation
	}
	if b.anaphor && onlyB == 0 && sidesWithin(b.sides, a.sides) && !b.further(a) {
		return b.sent-a.sent <= 6 || shared > 0
	}
	if r.chaired(a, b) || b.attends(a) {
		return true
	}
	if !statusAgree(a, b) {
		return false
	}
	if len(a.people) > 0 && len(b.people) > 0 {
		if onlyA == 0 && shared == 1 && len(a.sides) > 2 && b.sent-a.sent <= 3 && sidesWithin(a.sides, b.sides) {
			return true // the states first, then who they sent
		}
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

// ofSeries reports one more of the meetings that the text tells of, said to
// have taken place somewhere at some time: "the last meeting of the group took
// place in Lome in May".
func (r *reading) ofSeries(e *event) bool {
	if len(e.people)+len(e.sides) > 0 || e.place == nil || e.date == "" || e.status != "held" || !r.another(e) {
		return false
	}
	for i := e.hi; i < min(e.hi+8, r.sents[e.sent].hi); i++ {
		if r.segs[i] == e.seg && r.has(i, i+2, lexicon.TimeHeld) {
			return true
		}
	}
	return false
}

// otherThanNow reports "the last meeting", "the next round": not the one that the
// text is about.
func (r *reading) otherThanNow(e *event) bool {
	for i := max(r.sents[e.sent].lo, e.lo-3); e.noun && i < e.lo; i++ {
		if c, ok := r.cue(i, lexicon.NounAnother); ok && c.value == "other" {
			return true
		}
	}
	return false
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

// further reports a meeting that lies ahead, with a place or a time of its own,
// after one that took place: "is expected at the summit in June".
func (e *event) further(a *event) bool {
	return a.status == "held" && (e.status == "scheduled" || e.status == "proposed") && (e.place != nil || e.date != "")
}

// chaired reports that b only says who opened or led the meeting of a: "the
// minister opened the session".
func (r *reading) chaired(a, b *event) bool {
	return b.anaphor && b.noun && len(b.people) <= 1 && a.kind != "call" && a.status == "held" && b.status == "held" &&
		b.sent-a.sents[len(a.sents)-1] <= 4 && a.place != nil &&
		(r.has(max(r.sents[b.sent].lo, b.lo-4), b.lo, lexicon.RoleChair) || r.chairedBy(b))
}

// chairedBy reports "the session was opened by X" at a noun of meeting.
func (r *reading) chairedBy(e *event) bool {
	for i := e.hi + 1; i+1 < r.sents[e.sent].hi; i++ {
		if r.segs[i] == e.seg && r.has(i, i+1, lexicon.RoleChair) {
			return r.has(i-1, i, lexicon.Passive) && r.toks[i+1].low == "by"
		}
	}
	return false
}

// oneSide reports an event of people who all act for one side; somebody for
// whom the text names none may be of another.
func (r *reading) oneSide(e *event) bool {
	return len(e.sides) == 1 && len(e.people) >= 2 && !slices.ContainsFunc(e.people, func(m member) bool { return r.people[m.person].Party == nil })
}

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
	return inner != "" && outer != "" && r.lex.Within(inner, outer)
}

// statusAgree reports statuses of one meeting: equal, or a plan and its
// cancellation.
func statusAgree(a, b *event) bool {
	if a.status == b.status {
		return true
	}
	if planned(a) && planned(b) {
		return a.status != "cancelled" || b.status == "postponed" || b.anaphor // what is planned after a cancellation is another
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
