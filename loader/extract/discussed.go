package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// trigger is where a text tells of a meeting.
type trigger struct {
	sent, seg, lo, hi int
	passing           bool // told of within something else
}

// telling is a trigger with its meeting.
type telling struct {
	trigger
	event  *event
	stated bool // has said what the meeting was about
}

// reach is how many sentences after a meeting tell what it was about where they
// name who met.
const reach = 15

// clauseLength is how many tokens before a verb its subject is looked for.
const clauseLength = 60

// soon is how many sentences after a meeting are still of it where they name
// nobody.
const soon = 5

// tellings lists where each sentence tells of meetings, in order.
func (r *reading) tellings() [][]telling {
	out := make([][]telling, len(r.sents))
	for i, e := range r.events {
		if i > 0 && oneTelling(r.events[i-1], e) {
			continue
		}
		for _, t := range e.told {
			out[t.sent] = append(out[t.sent], telling{trigger: t, event: e})
		}
	}
	for _, ts := range out {
		slices.SortStableFunc(ts, func(a, b telling) int { return a.lo - b.lo })
		for k := 1; k < len(ts); k++ {
			ts[k].passing = ts[k].passing || ts[k].event == ts[k-1].event && ts[k-1].passing
		}
	}
	return out
}

// oneTelling reports two meetings that the same words tell of: separate ones
// with each counterpart.
func oneTelling(a, b *event) bool { return a.sent == b.sent && a.lo == b.lo }

// topicVerb is the verb of discussing, or of stressing, at token i, or what
// else opens topics: "under discussion was".
func (r *reading) topicVerb(i, s int) (cue, bool) {
	c, ok := r.cue(i, lexicon.TopicOpener)
	if !ok {
		c, ok = r.cue(i, lexicon.TopicVerb)
	}
	if !ok {
		c, ok = r.spread(i, s)
	}
	if !ok || r.has(max(i-3, r.sents[s].lo), i, lexicon.Negation) {
		return cue{}, false
	}
	if j := i + c.n; c.value == "settled" && (j >= r.sents[s].hi || r.isTime(j)) {
		return cue{}, false // "agreed on Saturday to"
	}
	if c.n == 1 && r.passiveAt(i) || r.aside(i, s) {
		return cue{}, false // "fish was discussed, and"
	}
	if j := i + c.n; c.value == "weak" && j < len(r.toks) && (r.toks[j].low == "that" || r.toks[j].low == "to" || r.toks[j].low == ",") {
		return cue{}, false // "stressed to them that"
	}
	return c, true
}

// aside reports an infinitive at token i that is not what those who meet are to
// do: "steps to tackle drought", but not "they are to tackle".
func (r *reading) aside(i, s int) bool {
	if i-2 < r.sents[s].lo || r.toks[i-1].low != "to" || r.toks[i].low == "discuss" {
		return false
	}
	return r.toks[i-2].low != "order" && !r.has(max(i-4, r.sents[s].lo), i-1, lexicon.StatusScheduled)
}

// objectOf reports a noun of meeting that somebody tells of: "informed them of
// his talks".
func (r *reading) objectOf(e *event) bool {
	for i := e.lo - 1; e.noun && i >= r.sents[e.sent].lo && i >= e.lo-5; i-- {
		switch w := r.toks[i].low; {
		case w == "of" && i > 0 && (r.has(i-1, i, lexicon.TimeUnit) || r.has(i-1, i, lexicon.MeetNoun)):
			return false // "two days of talks"
		case w == "of" || w == "about" || w == "on" && r.humanBefore(i):
			return true
		case r.toks[i].mark && !r.toks[i].hyphen || r.finiteVerb(i):
			return false
		}
	}
	return false
}

// humanBefore reports somebody named right before token i: "briefed X on".
func (r *reading) humanBefore(i int) bool {
	m := mentionEnding(r.mentions[r.toks[i].sent], i)
	return m != nil && m.human()
}

// talkedAt is the meeting at which what token i says was discussed: the one
// told before it in its sentence, else the last before with its subject.
func (r *reading) talkedAt(told [][]telling, i, s int) *event {
	for k := len(told[s]) - 1; k >= 0; k-- {
		if t := told[s][k]; (t.hi <= i || t.lo == i) && (!t.passing || t.seg == r.segs[i]) {
			return t.event
		}
	}
	for _, t := range told[s] {
		if t.lo > i && (t.seg == r.segs[i] && r.has(max(t.lo-4, i), t.lo, lexicon.ArgDuring) || r.segOf[t.seg].opener == "when") {
			return t.event // "discussed trade at a meeting", "when he met"
		}
	}
	who := r.talkers(i, s)
	if who.nobody() || r.meetsBefore(i, s) || who.alone() && r.needsTwo(i) {
		return nil
	}
	if e := r.likeliest(told, who, s, 1, s+1); e != nil && who.named() {
		return e // "the envoy, who met X on Friday, complained about"
	}
	back := reach
	if !who.named() {
		back = soon
	}
	if e := r.likeliest(told, who, s-1, -1, max(-1, s-1-back)); e != nil || r.anyTold(told, s) || !who.named() && !r.has(i, i+1, lexicon.TopicOpener) {
		return e
	}
	return r.likeliest(told, who, s+1, 1, min(len(told), s+1+r.ahead(s)))
}

// needsTwo reports a verb at token i that one alone can do in front of anybody:
// "spoke of the best day".
func (r *reading) needsTwo(i int) bool {
	c, ok := r.cue(i, lexicon.TopicVerb)
	return ok && c.value == "together"
}

// ahead is how far a lead, or what stands in its place, tells what a meeting
// after it was about: to the next sentences, or to the document's only meeting.
func (r *reading) ahead(s int) int {
	const lead = 3
	switch {
	case s > lead:
		return 0
	case len(r.events) == 1:
		return reach
	}
	return lead
}

// anyTold reports a meeting told before sentence s: else what is told there is
// of one that follows, as in a headline.
func (r *reading) anyTold(told [][]telling, s int) bool {
	return slices.ContainsFunc(told[max(0, s-reach):s], func(ts []telling) bool { return len(ts) > 0 })
}

// likeliest is the meeting told in sentences from lo on, in steps, up to hi
// that most of the talkers attended, the first of equals, rather not one told
// of in passing.
func (r *reading) likeliest(told [][]telling, who talkers, lo, step, hi int) (best *event) {
	most := -1
	for b := lo; b != hi; b += step {
		for k := len(told[b]) - 1; k >= 0; k-- {
			t := told[b][k]
			n := r.among(who, t.event) * 2
			if who.named() && n == 0 || who.call && t.event.kind != "call" {
				continue
			}
			if !t.passing {
				n++
			}
			if n > most {
				best, most = t.event, n
			}
		}
	}
	return best
}

// meetsBefore reports a verb of meeting before token i in its clause: what
// follows was the topic of that, which is told of elsewhere or is no meeting.
func (r *reading) meetsBefore(i, s int) bool {
	for k := max(r.sents[s].lo, i-clauseLength); k < i; k++ {
		if c, ok := r.cue(k, lexicon.MeetVerb); ok && r.segs[k] == r.segs[i] && !r.covered(s, k) && !r.nounUse(k, c) && r.skipped(k) == 0 {
			return true
		}
	}
	return false
}

// talkers are those who are said to discuss something.
type talkers struct {
	people []int
	sides  []string
	any    bool // "they", "the talks": whoever met
	call   bool // "the call"
	group  bool // "they", "the ministers", "the talks"
}

func (w talkers) nobody() bool { return !w.any && !w.named() }

func (w talkers) named() bool { return len(w.people)+len(w.sides) > 0 }

// alone reports one actor, and nobody else.
func (w talkers) alone() bool { return !w.group && len(w.people)+len(w.sides) == 1 }

// talkers finds the subject of the verb of discussing at token i.
func (r *reading) talkers(i, s int) talkers {
	w := talkers{any: i <= r.sents[s].lo+3 || r.has(i, i+1, lexicon.TopicOpener)}
	lo := max(r.sents[s].lo, i-clauseLength)
	for k := lo; k < i; k++ {
		if c, ok := r.cue(k, lexicon.MeetNoun); ok && (r.definite(k) || r.has(max(lo, k-5), k, lexicon.PronounPoss)) {
			w.any, w.group, w.call = true, true, c.value == "call"
		}
	}
	ms := r.mentionsIn(s, lo, i)
	for k := range ms {
		m := &ms[k]
		if m.inner {
			continue
		}
		switch {
		case m.person >= 0:
			w.people = append(w.people, m.person)
		case m.kind == aGroup || m.kind == anOffice:
			w.any, w.group = true, true
		case (m.kind == aState || m.kind == anOrg) && !m.adj && !m.poss:
			w.sides = append(w.sides, m.name)
		}
	}
	return w
}

// mentionsIn are the mentions that start at tokens [lo, hi) of a sentence.
func (r *reading) mentionsIn(s, lo, hi int) []mention {
	ms := r.mentions[s]
	at := func(m mention, i int) int { return m.lo - i }
	a, _ := slices.BinarySearchFunc(ms, lo, at)
	b, _ := slices.BinarySearchFunc(ms, hi, at)
	return ms[a:b]
}

// among is how many of the talkers take part in a meeting.
func (r *reading) among(w talkers, e *event) int {
	n := 0
	for _, p := range w.people {
		if r.inEvent(e, p) {
			n++
		}
	}
	if len(w.people) > 0 {
		return n
	}
	for _, x := range w.sides {
		if hasSide(e.sides, x) {
			n++
		}
	}
	return n
}

// inEvent reports that a person takes part.
func (r *reading) inEvent(e *event, p int) bool {
	return slices.ContainsFunc(e.people, func(m member) bool { return m.person == p })
}

// subjectTopics reads the subject of a passive of discussing: "Trade and the
// Arctic were touched upon", "with visas high on the agenda", "fish was the
// main subject".
func (r *reading) subjectTopics(told [][]telling, s int) {
	for i := r.sents[s].lo + 1; i < r.sents[s].hi; i++ {
		only, ok := r.topicPassive(i, s)
		if !ok {
			continue
		}
		lo, with := r.subjectFrom(i, s, only)
		if e := r.lastTold(told, s); e != nil && (with || !only) {
			r.addTopics(e, lo, i, discussed)
			return
		}
	}
}

// topicPassive reports at token i what makes topics of the words before it, and
// whether only after a "with".
func (r *reading) topicPassive(i, s int) (with, ok bool) {
	if r.covered(s, i) {
		return false, false
	}
	c, ok := r.cue(i, lexicon.TopicPassive)
	switch {
	case !ok:
		return r.toks[i].low == "as", r.headPredicate(i, s)
	case r.has(max(i-3, r.sents[s].lo), i, lexicon.Negation) || r.segOf[r.segs[i]].opener == "whether":
		return false, false // "say whether trade had been raised"
	case strings.HasSuffix(c.value, "of") && !r.aboutMeeting(i+c.n, r.sents[s].hi):
		return false, false
	}
	return strings.HasPrefix(c.value, "with"), true
}

// frontedTopic reads what a sentence puts first: "On Taiwan, they differed".
func (r *reading) frontedTopic(told [][]telling, s int) {
	lo, hi := r.sents[s].lo, r.sents[s].hi
	c, ok := r.cue(lo, lexicon.TopicFront)
	if !ok || lo+c.n >= hi || r.notTopic(lo) {
		return
	}
	i := r.afterArticle(lo + c.n)
	end := r.phraseEnd(i, min(hi, i+8), false)
	if m := mentionAt(r.mentions[s], i); m != nil && !m.adj && !m.poss {
		if end = m.hi; m.human() || m.venue || m.metonym && m.kind != aState {
			return
		}
	} else if end >= hi || r.toks[end].low != "," {
		return
	}
	if e := r.likeliest(told, talkers{}, s-1, -1, max(-1, s-1-soon)); e != nil {
		r.addTopics(e, i, end, stressed)
	}
}

// subjectFrom is where the subject of the verb at token i starts: with its
// clause, or after a "with" that opens no counterpart; only says that it must.
func (r *reading) subjectFrom(i, s int, only bool) (lo int, with bool) {
	lo = max(r.sents[s].lo, r.segOf[r.segs[i]].lo, i-40)
	for k := i - 1; k >= lo; k-- {
		if r.toks[k].low == ";" || r.spacedDash(k) {
			return k + 1, false
		}
		if r.toks[k].low != "with" || k == lo {
			continue
		}
		if m := mentionAt(r.mentions[s], r.afterArticle(k+1)); r.toks[k-1].low == "," || m == nil || m.adj || only && m.hi < i && !m.human() {
			return k + 1, true
		}
	}
	return r.afterOpening(lo, i), false
}

// afterOpening passes a time that opens a sentence: "On Thursday the plan".
func (r *reading) afterOpening(i, hi int) int {
	for _, w := range r.dates[r.toks[i].sent] {
		if w.lo-i <= 1 && w.hi < hi {
			return w.hi
		}
	}
	return i
}

// lastTold is the last meeting told up to sentence s, rather not one told of
// in passing.
func (r *reading) lastTold(told [][]telling, s int) *event {
	var passing *event
	for b := s; b >= 0 && b >= s-soon; b-- {
		for k := len(told[b]) - 1; k >= 0; k-- {
			if t := told[b][k]; !t.passing {
				return t.event
			} else if passing == nil {
				passing = t.event
			}
		}
	}
	return passing
}
