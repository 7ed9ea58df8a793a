package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// company says how a sentence adds people to a meeting told elsewhere.
type company uint8

const (
	alone     company = iota // it doesn't: it tells of a meeting by itself
	delegated                // "the team was led by X": people of a side that is in the meeting
	beside                   // "Y was at her side": people of the same side as somebody in it
	present                  // "Z also attended": people of any side
)

// companies are the kinds of the lexicon's frames that add people.
var companies = map[string]company{"adds": delegated, "acts": delegated, "beside": beside, "joins": present, "sends": present, "attend": present}

// settleCompany turns a frame that adds people into a meeting that refers
// back.
func (e *event) settleCompany() {
	c, ok := companies[e.kind]
	switch {
	case !ok:
		return
	case e.kind == "attend":
		e.kind = "conference"
	default:
		e.kind = "talks"
	}
	e.company, e.anaphor, e.adds = c, true, true
}

// addsPeople reports a frame of company, before and after its kind is settled.
func (e *event) addsPeople() bool {
	return e.company != alone || companies[e.kind] != alone && e.kind != "attend"
}

// escorts reports a frame that only says who leads a side or is with somebody,
// beside which a date or place is of something else.
func (e *event) escorts() bool {
	return e.addsPeople() && !e.named && e.company != present && companies[e.kind] != present
}

// sentAlone reports that after somebody sent, named at token i, no word says
// where or what for: he was sent to the meeting told before.
func (r *reading) sentAlone(i, s int) bool {
	for hi := min(i+16, r.sents[s].hi); i < hi; i++ {
		m := mentionAt(r.mentions[s], i)
		if m == nil || m.kind != aPerson || m.poss {
			continue
		}
		return m.hi >= r.sents[s].hi || r.toks[m.hi].mark && !r.toks[m.hi].hyphen && !r.has(m.hi+1, r.sents[s].hi, lexicon.ArgPlace)
	}
	return false
}

// reduced reports a participle right after a comma that follows a mention: "the
// team, gathered at the embassy, was led by".
func (r *reading) reduced(i, s int) bool {
	lo := r.sents[s].lo
	if i-1 <= lo || r.toks[i-1].low != "," || !strings.HasSuffix(r.toks[i].low, "ed") {
		return false
	}
	return r.sideNounAt(i-2) || mentionEnding(r.mentions[s], i-1) != nil
}

// countsAt reports a number at token i of sentence s.
func (r *reading) countsAt(i, s int) bool {
	return i < r.sents[s].hi && (r.toks[i].num || r.has(i, i+1, lexicon.Number))
}

// joinCompany adds the people of e to the meeting they were in, and reports
// whether the text has told of it.
func (r *reading) joinCompany(kept []*event, e *event) bool {
	if f := r.companyOf(kept, e); f != nil {
		r.addCompany(f, e)
		return true
	}
	return false
}

// adopt adds the people told right before a meeting to it: "A spoke for
// Moscow. The talks were opened by B". It returns those still waiting.
func (r *reading) adopt(waiting []*event, f *event) []*event {
	sides := slices.Clone(f.sides)
	return slices.DeleteFunc(waiting, func(e *event) bool {
		if f.sent-e.sent > 3 {
			return true
		}
		if r.sents[f.sent].par != r.sents[e.sent].par || !r.admits(f, e) || !fits(e.sides, sides) {
			return false
		}
		r.addCompany(f, e)
		return true
	})
}

// ownMeeting reports that the clause in which event i adds people goes on to
// name the meeting: "X, in the chair of Friday's gathering".
func (r *reading) ownMeeting(i int) bool {
	if i+1 >= len(r.events) {
		return false
	}
	e, next := r.events[i], r.events[i+1]
	return e.company == present && next.sent == e.sent && next.seg == e.seg && next.noun && !next.adds && !next.anaphor
}

// companyOf is the meeting told before that the people of e were in: the last
// one with somebody of theirs, else the last one near by that they fit.
func (r *reading) companyOf(kept []*event, e *event) *event {
	const near, far = 3, 8
	var second *event
	for i := len(kept) - 1; i >= 0 && e.sent-kept[i].sent <= 5*far; i-- {
		f := kept[i]
		gap := e.sent - f.sents[len(f.sents)-1]
		if gap > far || !r.admits(f, e) {
			continue
		}
		if c := r.segOf[e.seg]; c.relative && slices.ContainsFunc(f.told, func(t trigger) bool { return t.seg == c.parent }) {
			return f // "the council's session, for which X had sent Y", though itself told in passing
		}
		if r.segOf[f.seg].relative && i > 0 {
			continue // told in passing
		}
		shared, _, _ := overlapPeople(f, e)
		if shared > 0 || len(e.sides) > 0 && sidesWithin(e.sides, f.sides) {
			return f
		}
		if second == nil && gap <= near && r.claims(e) && (e.company == present || fits(e.sides, f.sides) || gap <= 1 && r.represented(e)) {
			second = f
		}
	}
	return second
}

// represented reports "Latvia was represented by X", "its delegation was led by
// Y", which suppose a meeting right before them.
func (r *reading) represented(e *event) bool {
	c, ok := r.cue(e.lo, lexicon.MeetVerb)
	return ok && companies[c.value] == delegated && r.toks[e.lo+c.n-1].low == "by"
}

// admits reports a meeting that people can be added to at the time and place
// that e names; what stands beside a delegation's head is of something else.
func (r *reading) admits(f, e *event) bool {
	if f.status == "denied" || len(f.people)+len(f.sides) == 0 && !f.empty || f.kind == "call" && e.company != present {
		return false
	}
	if f.kind != "ceremony" && e.kind == "ceremony" {
		return false
	}
	if (e.named || e.company == present) && (!datesAgree(f.date, e.date) || !r.placesAgree(f, e)) {
		return false
	}
	return planned(f) == planned(e)
}

// absent reports "neither A nor B were present", "X did not attend".
func (r *reading) absent(e *event) bool {
	for i := r.sents[e.sent].lo; i < e.lo; i++ {
		if r.segs[i] == e.seg && r.has(i, i+1, lexicon.Negation) && !r.covered(e.sent, i) {
			return true
		}
	}
	return false
}

// claims reports that e says enough to look for its meeting: of whose side it
// is, or that they were there.
func (r *reading) claims(e *event) bool {
	return e.company == present || len(e.sides) > 0 || r.hasSideNoun(e)
}

// hasSideNoun reports "delegation", "team" or the like in the clause of e.
func (r *reading) hasSideNoun(e *event) bool {
	for i := r.sents[e.sent].lo; i < r.sents[e.sent].hi; i++ {
		if r.segs[i] == e.seg && r.sideNounAt(i) {
			return true
		}
	}
	return false
}

// standsFor reports a state or organisation right after a frame of company
// and "for": "ministers attended for A, B and C".
func (r *reading) standsFor(m *mention, e *event) bool {
	h := r.head(m)
	adds := e.company != alone || companies[e.kind] != alone
	return adds && r.wordBefore(h) == "for" && h.lo > e.hi && h.lo-e.hi <= 2
}

// addCompany adds the people of e to meeting f.
func (r *reading) addCompany(f, e *event) {
	if e.company == beside {
		r.lendSide(e)
	}
	e.rejected = ""
	n := len(f.people)
	r.merge(f, e)
	for i := n; i < len(f.people); i++ {
		f.people[i].company = true
	}
	if len(f.people) == n && len(e.people) > 0 {
		return
	}
	r.completeParties(f)
}

// lendSide lets those at somebody's side act for whom he acts, where the text
// doesn't say for whom.
func (r *reading) lendSide(e *event) {
	if len(e.sides) != 1 {
		return
	}
	side := e.sides[0].Actor
	for _, m := range e.people {
		if p := r.people[m.person]; p.Party == nil && !p.retired() {
			p.Party = &side
		}
	}
}

// inCompany reports a clause that only goes on with a list of those present:
// "on one side A and B; on the other, C and D", "Also there were: X and Y".
func (r *reading) inCompany(seg int, e *event) bool {
	c := r.segOf[seg]
	if c.opener == ":" {
		return true
	}
	return c.opener == ";" && c.parent == e.seg && r.has(c.lo+1, c.lo+2, lexicon.ArgPlace)
}
