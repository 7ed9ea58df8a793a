package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// The kinds of weak frames, verbs that tell of a meeting only where the
// clause also says who was face to face with whom, and where or when.
const (
	jointly  = "joint"  // "X and Y discussed the truce in Rome"
	agreeing = "agree"  // the same, where states also do it from afar
	toFace   = "toface" // "in Rome, X told Y that the truce held"
	resuming = "resume" // "the two sides agreed to continue on Friday": a plan
	planning = "plan"   // "X and Y will discuss it in Rome on Friday"
)

// readEffects adds the meeting that sentence s tells of only by what was said
// or settled there: "X and Y agreed in Rome on Monday to extend the truce".
// Events from first on are the sentence's others.
func (r *reading) readEffects(s, first int) {
	for i := r.sents[s].lo + 1; i < r.sents[s].hi; i++ {
		c, ok := r.cue(i, lexicon.MeetWeak)
		if !ok || r.told(i, first) || r.covered(s, i) || r.skipped(i) > 0 || r.has(i-1, i, lexicon.NounAfter) {
			continue
		}
		e := &event{sent: s, seg: r.segs[i], lo: i, hi: i + c.n, kind: "talks", word: r.toks[i].low, sents: []int{s}, rules: []string{"effect:" + r.words(i, i+c.n)}}
		if r.takesEffect(e, c.value) {
			r.traced(e)
			r.events = append(r.events, e)
			return
		}
	}
}

// told reports that a stronger frame has the clause of token i.
func (r *reading) told(i, first int) bool {
	return slices.ContainsFunc(r.events[first:], func(e *event) bool { return e.seg == r.segs[i] })
}

// takesEffect fills a weak frame and says whether it tells of a meeting.
func (r *reading) takesEffect(e *event, frame string) bool {
	if !r.joinBoth(e, frame) || len(e.people) < 2 && !r.twoSides(e) || r.fromAfar(e) {
		return false
	}
	e.status = r.statusOf(e)
	plan := (frame == resuming || frame == planning) && (e.status == "held" || e.status == "scheduled")
	if plan {
		e.status = "scheduled"
	}
	r.effectPlace(e)
	r.settleDate(e)
	if frame == planning && (!plan || e.date == "") || e.status != "held" && !plan || e.place == nil && e.venue == "" && (frame != jointly && frame != resuming || e.date == "") {
		return false
	}
	e.told = []trigger{{e.sent, e.seg, e.lo, e.hi, false}}
	r.settleKind(e)
	return true
}

// joinBoth adds the subject of a weak frame, and who stands after "with", or
// is told.
func (r *reading) joinBoth(e *event, frame string) bool {
	var subject, other *mention
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		switch {
		case r.segs[m.lo] != e.seg || m.inner:
		case m.hi <= e.lo && (subject == nil && r.actsFor(m, e) || subject != nil && (m.hi <= subject.hi || r.listed(subject.hi, m.lo, e.sent))):
			n := len(e.people) + len(e.sides)
			r.join(e, m)
			if n < len(e.people)+len(e.sides) && (subject == nil || m.lo >= subject.hi) {
				subject = m // not the title of "the head of the navy, Admiral X"
			}
		case m.lo >= e.hi && (other == nil && r.facedBy(m, e, frame) || other != nil && r.listed(other.hi, m.lo, e.sent)):
			other = m
			r.join(e, m)
		}
	}
	return subject != nil && (frame != toFace || other != nil)
}

// actsFor reports a mention that can be a subject, or for whom one acts:
// "negotiators for Israel".
func (r *reading) actsFor(m *mention, e *event) bool {
	if r.subjectLike(m) || m.adj && r.adjectiveActs(m, e) {
		return true
	}
	i := r.indexBefore(m)
	return i > r.sents[m.sent].lo && (r.toks[i].low == "for" || r.toks[i].low == "of") && r.has(i-1, i, lexicon.SideNoun)
}

// listed reports that nothing but "and", a comma, an article and whose the
// next is stands between two mentions, in tokens [lo, hi).
func (r *reading) listed(lo, hi, s int) bool {
	and := false
	for i := lo; i < hi; i++ {
		switch w := r.toks[i].low; {
		case w == "and" || w == ",":
			and = true
		case w == "the" || w == "'s" || w == "’" || r.has(i, i+1, lexicon.Honorific) || r.covered(s, i):
		default:
			return false
		}
	}
	return and
}

// facedBy reports somebody with whom, or to whose face, the subject speaks.
func (r *reading) facedBy(m *mention, e *event, frame string) bool {
	if frame != toFace {
		return m.human() && r.afterWith(m) && m.lo-e.hi < 16
	}
	if m.poss || mentionAt(r.mentions[e.sent], r.pastHonorific(e.hi, e.sent)) != m {
		return false
	}
	return m.kind == aPerson || m.person >= 0 || m.kind == anOffice || m.adj && r.sideNounAt(m.hi) || m.adj && r.toks[m.hi].low == "and"
}

// pastHonorific passes an article and "Mr" at token i.
func (r *reading) pastHonorific(i, s int) int {
	for i < r.sents[s].hi && mentionAt(r.mentions[s], i) == nil && (r.toks[i].low == "the" || r.has(i, i+1, lexicon.Honorific)) {
		i++
	}
	return i
}

// twoSides reports actors of two states or organisations.
func (r *reading) twoSides(e *event) bool {
	sides := slices.Clone(e.sides)
	for _, m := range e.people {
		if p := r.people[m.person].Party; p != nil && !hasSide(sides, p.Name) {
			sides = append(sides, Side{*p, participant})
		}
	}
	return len(sides) >= 2
}

// fromAfar reports words sent rather than spoken: "in a letter".
func (r *reading) fromAfar(e *event) bool {
	for i := r.sents[e.sent].lo; i < r.sents[e.sent].hi; i++ {
		if r.has(i, i+1, lexicon.SpeechFar) {
			return true
		}
	}
	return false
}

// effectPlace is where a weak frame's clause puts it: a place before the verb,
// one right before a time or the clause's end, or any venue.
func (r *reading) effectPlace(e *event) {
	for k := range r.mentions[e.sent] {
		if m := &r.mentions[e.sent][k]; m.venue && !m.inner && !m.poss && r.segs[m.lo] == e.seg {
			r.setPlace(e, m)
			return
		}
	}
	best := r.placeIn(e, func(m *mention) bool {
		return r.segs[m.lo] == e.seg && (m.lo < e.lo || r.isSetting(m) || r.afterDay(m, e))
	})
	if best == nil {
		best = r.there(e)
	}
	if best != nil {
		r.setPlace(e, best)
	}
}

// afterDay reports a city told right after the time, perhaps with a room in
// it: "discussed the truce on Monday at his office in Rome with X".
func (r *reading) afterDay(m *mention, e *event) bool {
	const far = 6
	i := r.placeWord(m)
	for k := i; k > e.hi && k >= i-far && m.kind == aPlace && !r.toks[k].mark; k-- {
		if r.has(k, k+1, lexicon.ArgPlace) && r.inTime(k-1) && !r.inTime(k) {
			return true
		}
	}
	return false
}

// isSetting reports a city that a time, a comma or the clause's end follows.
func (r *reading) isSetting(m *mention) bool {
	if p, ok := r.lex.Place(m.code); !ok || p.Type == lexicon.TypeRegion || m.kind != aPlace {
		return false
	}
	hi := r.sents[m.sent].hi
	if m.hi >= hi || r.segs[m.hi] != r.segs[m.lo] || r.toks[m.hi].mark || r.isTime(m.hi) {
		return true
	}
	if r.has(m.hi, m.hi+1, lexicon.CounterpartAfter) {
		return true
	}
	return m.hi+1 < hi && (r.has(m.hi, m.hi+1, lexicon.ArgPlace) && r.isTime(m.hi+1) || r.toks[m.hi].low == "for" && r.countsAt(m.hi+1, m.sent))
}
