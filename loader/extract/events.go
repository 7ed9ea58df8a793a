package extract

import (
	"cmp"
	"strings"

	"parley/loader/lexicon"
)

// event is one mention of a meeting, before mentions of the same meeting are
// merged.
type event struct {
	sent, seg int
	lo, hi    int // the trigger's tokens
	noun      bool
	anaphor   bool    // "the meeting": refers back
	adds      bool    // "Foreign ministers attended": only adds to a meeting told before
	company   company // how it adds them
	officials bool    // with officials of no stated side
	word      string
	kind      string
	status    string
	people    []member
	sides     []Side
	who       crowd // its people and sides
	place     *Place
	venue     string
	date      string
	topics    []string
	outcome   string
	sents     []int     // evidence, in order
	told      []trigger // where the text tells of it
	found     []topic
	index     int // in the extraction, once it is written down
	after     []*event
	rules     []string
	merged    *event
	like      *event // whose verb it shares: "met X in Rome and Y in Oslo"
	faced     bool   // somebody stands after "with"
	named     bool   // a verb with a noun of meeting: "attended the talks"
	owned     bool   // only told of: "praised the minister's visit"
	group     bool   // its actors are only "the parties", "they"
	separate  bool
	empty     bool   // nobody is told to be in it so far
	late      int    // how many people, the last, are the subject of a clause around its own
	trip      bool   // a journey, before what it is for is read
	tour      bool   // a journey to three places or more
	rejected  string // why it is no meeting of its own, for explanations
}

// member is a person in an event.
type member struct {
	person  int
	role    string
	company bool // added by a sentence of its own: "X also attended"
}

// findEvents reads every trigger of every sentence, in order.
func (r *reading) findEvents() {
	r.dateline = r.findDateline()
	for s := range r.sents {
		first := len(r.events)
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			e := r.furtherEvent(i, s)
			if e == nil {
				e = r.eventAt(i, s)
			}
			if e != nil {
				i = e.hi - 1
				r.addEvent(e, first)
			} else if n := r.skipped(i); n > 0 {
				i += n - 1
			}
		}
		r.readEffects(s, first)
		for _, e := range r.events[first:] {
			r.events = append(r.events, r.onOtherDays(e)...)
		}
		for _, e := range r.events[first:] {
			r.findLegs(e)
		}
	}
}

// addEvent adds an event to those of its sentence, which start at first, or
// joins it to the one whose frame it belongs to.
func (r *reading) addEvent(e *event, first int) {
	r.traced(e)
	last := len(r.events) - 1
	switch {
	case r.refersOnly(e):
		e.rejected = "only says when another meeting was"
	case r.onFringe(e):
		e.rejected = "is where another meeting took place"
	case last >= first && r.sameFrame(r.events[last], e):
		r.absorb(r.events[last], e)
	default:
		r.fill(e)
		if r.contains(e) {
			r.settingFrom(r.events[last], e)
		}
		r.events = append(r.events, e)
	}
}

// settingFrom gives a meeting the place and date of the one within which it
// took place.
func (r *reading) settingFrom(a, b *event) {
	if a.kind == "call" {
		a.kind = "talks" // they speak where both attend
	}
	if a.place == nil {
		a.place = b.place
	}
	if a.date == "" {
		a.date = b.date
	}
}

// skipped is the length of a phrase at token i that only looks like a meeting.
func (r *reading) skipped(i int) int {
	c, ok := r.cue(i, lexicon.NotMeeting)
	if !ok {
		return 0
	}
	return c.n
}

// eventAt makes the bare event of the trigger at token i, nil for none.
func (r *reading) eventAt(i, s int) *event {
	if n := r.skipped(i); n > 0 {
		return r.passOver(i, n, "a phrase that only looks like a meeting")
	}
	if r.covered(s, i) && !r.coveredByOrg(s, i) {
		return nil
	}
	if e := cmp.Or(r.splitVerb(i, s), r.guestVerb(i, s), r.repeatAt(i, s)); e != nil {
		return e
	}
	if c, ok := r.cue(i, lexicon.MeetVerb); ok && !r.nounUse(i, c) {
		if r.contest(i, s) {
			return r.passOver(i, c.n, "a contest")
		}
		if v, need := strings.CutSuffix(c.value, "!"); need {
			if !r.objectAt(i+c.n, s) && !r.passiveBy(i, i+c.n, s) && r.whom(r.segs[i]) == nil {
				return r.passOver(i, c.n, "needs a person or a side as its object")
			}
			c.value = v
		}
		if c.value == "sends" && !r.sentAlone(i+c.n, s) {
			return nil
		}
		if c.value == "conference" && r.reduced(i, s) {
			return r.passOver(i, c.n, "says where somebody is, not that he meets")
		}
		if c.value == "acts" && r.countsAt(i+c.n, s) {
			c.value = "speak" // "spoke for forty minutes"
			if r.segOf[r.segs[i]].relative {
				c.value = "talks" // "a summit at which they spoke for an hour"
			}
		}
		return &event{sent: s, seg: r.segs[i], lo: i, hi: i + c.n, kind: c.value, word: r.toks[i].low, rules: []string{"verb:" + r.words(i, i+c.n)}}
	}
	c, ok := r.cue(i, lexicon.MeetNoun)
	if !ok || i > r.sents[s].lo && r.has(i-1, i, lexicon.PronounOne) && r.toks[i-1].low != "her" {
		return nil // "what he calls"
	}
	if c.value == again && (i+c.n >= r.sents[s].hi || !r.isTime(i+c.n) || r.lastMeeting() == nil) {
		return nil
	}
	kind, need := strings.CutSuffix(c.value, "!")
	if need && !r.objectAt(i+c.n, s) {
		return nil // "an hour with"
	}
	e := &event{sent: s, seg: r.segs[i], lo: i, hi: i + c.n, kind: r.plainKind(i, kind), noun: true, word: c.word}
	e.rules = []string{"noun:" + r.words(i, i+c.n)}
	e.anaphor = r.definite(i)
	return e
}

// contest reports that the clause of token i tells of a match, a battle or a
// debate of candidates.
func (r *reading) contest(i, s int) bool {
	for k := max(r.sents[s].lo, i-8); k < min(i+16, r.sents[s].hi); k++ {
		if r.segs[k] == r.segs[i] && r.has(k, k+1, lexicon.NotOccasion) && !r.covered(s, k) {
			return true
		}
	}
	return false
}

// coveredByOrg lets the "General Assembly" of a name count as a session.
func (r *reading) coveredByOrg(s, i int) bool {
	for _, m := range r.mentions[s] {
		if m.lo <= i && i < m.hi {
			return m.kind == anOrg && r.has(i, i+1, lexicon.MeetMultilateral) || m.kind == aPerson && m.person < 0
		}
	}
	return false
}

// nounUse reports that a word that is also a verb stands as a noun: after an
// article, an adjective, a possessive.
func (r *reading) nounUse(i int, c cue) bool {
	if i == 0 || r.toks[i-1].sent != r.toks[i].sent {
		return false
	}
	if _, noun := r.cue(i, lexicon.MeetNoun); !noun && (c.n > 1 || r.titleEnds(i)) {
		return false // "the Secretary of State received X"
	}
	if r.has(i-1, i, lexicon.NounAfter) || r.toks[i-1].hyphen {
		return true
	}
	_, noun := r.cue(i, lexicon.MeetNoun)
	return noun && !r.toks[i-1].mark && !r.has(i-1, i, lexicon.VerbAfter) && mentionEnding(r.mentions[r.toks[i].sent], i) == nil
}

// definite reports a noun that refers back: "the talks", "these meetings",
// "that meeting".
func (r *reading) definite(i int) bool {
	lo := r.sents[r.toks[i].sent].lo
	for k := i - 1; k >= lo && k >= i-3; k-- {
		if r.toks[k].low == "that" && r.segOf[r.segs[k]].lo == k {
			return false // "said that talks"
		}
		if c, ok := r.cue(k, lexicon.Definite); ok {
			return c.value == "definite"
		}
		if r.toks[k].low == "," {
			return false
		}
	}
	return false
}

// sameFrame reports that a second trigger belongs to the first: "held talks",
// "will travel to Berlin for a meeting", "met for talks".
func (r *reading) sameFrame(a, b *event) bool {
	if a.trip && r.journeyTo(a, b) {
		return true
	}
	if a.seg != b.seg || !b.noun && !a.noun {
		return a.seg == b.seg && r.has(a.lo, a.lo+1, lexicon.MeetSpan)
	}
	if !a.noun && b.noun && !a.named && !r.hasNoun(a, b) {
		return false
	}
	if b.anaphor && !b.noun || r.hasWord(a.hi, b.lo, "that") || b.noun && r.has(max(a.hi, b.lo-5), b.lo, lexicon.FrameEncounter) {
		return false
	}
	between := r.mentionsBetween(a.sent, a.hi, b.lo)
	switch {
	case a.noun && b.kind == "mediation" && r.has(max(a.hi, b.lo-5), b.lo, lexicon.Auspices):
		return true // "talks under Omani and Swiss mediation"
	case b.noun && r.has(b.lo-1, b.lo, lexicon.ArgTopic) && !b.anaphor && between == 0:
		return true // "met in Rome, at length and over dinner"
	case a.noun && b.noun:
		return b.lo-a.hi <= 3 && between == 0
	case !a.noun && b.noun:
		return (a.kind == "travel" || a.kind == "visit" || a.kind == "attend" || between == 0) && b.lo-a.hi < 14 && !b.anaphor || b.lo-a.hi <= 2
	default:
		return b.lo-a.hi <= 4 && between == 0
	}
}

// journeyTo reports that b is what journey a was made for: "a trip to Rome for
// talks with X", "goes to Rome to see X".
func (r *reading) journeyTo(a, b *event) bool {
	if a.seg != b.seg {
		return false
	}
	if b.noun {
		return a.noun && r.toks[b.lo-1].low == "for"
	}
	return !a.noun && (r.toks[b.lo].low == "to" || r.toks[b.lo-1].low == "to") && r.mentionsBetween(a.sent, a.hi, b.lo) == 0
}

// hasNoun reports that the noun of b can belong to the verb of a: as its object
// ("held talks"), or after a preposition ("met for talks", "over dinner").
func (r *reading) hasNoun(a, b *event) bool {
	if c, ok := r.cue(a.lo, lexicon.MeetLight); ok && a.lo+c.n == a.hi || r.has(a.hi-1, a.hi, lexicon.MeetLight) {
		return true
	}
	for i := a.hi - 1; i < b.lo; i++ {
		if r.has(i, i+1, lexicon.ArgPlace) || r.has(i, i+1, lexicon.ArgTopic) || r.has(i, i+1, lexicon.ArgDuring) || r.toks[i].low == "for" || r.toks[i].low == "with" || r.toks[i].low == "by" {
			return true
		}
	}
	return b.lo-a.hi <= 0
}

// mentionsBetween counts the actors, other than places, named in tokens [lo, hi).
func (r *reading) mentionsBetween(s, lo, hi int) int {
	n := 0
	for _, m := range r.mentions[s] {
		if m.lo >= lo && m.hi <= hi && m.kind != aPlace && !m.inner {
			n++
		}
	}
	return n
}

// absorb joins a second trigger of one frame to the first.
func (r *reading) absorb(a, b *event) {
	b.merged = a
	a.rules = append(a.rules, b.rules...)
	if weight(b.kind) > weight(a.kind) || a.trip && (a.noun || !b.noun) || b.noun && (a.trip || a.company == present) {
		a.kind = b.kind // "will travel to Rome for talks", "took part in talks"
	}
	if !a.noun || b.noun {
		a.anaphor = false
	}
	a.hi = b.hi
	a.named = a.named || b.noun
	r.fill(a)
}

// fill finds the arguments, status, place and date of an event.
func (r *reading) fill(e *event) {
	e.people, e.sides, e.sents, e.late = nil, nil, []int{e.sent}, 0
	r.fillActors(e)
	e.officials = r.meetsOfficials(e)
	e.status = r.statusOf(e)
	r.fillPlace(e)
	r.settleDate(e)
	r.dateThere(e)
	e.separate = r.has(r.sents[e.sent].lo, r.sents[e.sent].hi, lexicon.Separate) || r.oneEach(e)
	e.told = []trigger{{e.sent, e.seg, e.lo, e.hi, e.owned || r.segOf[e.seg].relative || r.objectOf(e)}}
	switch {
	case e.kind == again:
		r.fillAgain(e)
	case e.like == nil && len(r.events) > 0 && r.comesNext(e):
		e.like = r.events[len(r.events)-1]
		e.after = appendOnce(e.after, e.like)
	}
	r.settleKind(e)
}

// oneEach reports "meetings with X and Y": one with each.
func (r *reading) oneEach(e *event) bool {
	return e.hi < r.sents[e.sent].hi && r.has(e.hi-1, e.hi, lexicon.NounSeveral) && r.toks[e.hi].low == "with"
}
