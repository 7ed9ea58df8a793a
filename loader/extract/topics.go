package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

const maxTopics = 4

// readTopics gives every meeting what its own clause says it was about, then
// what the sentences that follow it say was discussed, then what was stressed
// there.
func (r *reading) readTopics() {
	for _, e := range r.events {
		for _, s := range e.sents {
			r.clauseTopics(e, s)
		}
		r.discussed(e, false)
		r.discussed(e, true)
		if len(e.topics) == 0 {
			r.namedTopic(e)
		}
	}
}

// namedTopic falls back on a noun of diplomacy in the event's own sentences
// ("ceasefire in Ukraine"), with its modifiers and complement.
func (r *reading) namedTopic(e *event) {
	for _, s := range e.sents {
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			c, ok := r.cue(i, lexicon.TopicNoun)
			if !ok || i >= e.lo && i < e.hi || i+c.n == e.lo || r.covered(s, i) {
				continue
			}
			end := i + c.n
			if w := r.toks[min(end, len(r.toks)-1)].low; w == "in" || w == "of" || w == "for" || w == "on" || w == "to" {
				end = max(end, r.phraseEnd(end, min(end+7, r.sents[s].hi)))
			}
			e.topics = append(e.topics, trimPhrase(r.words(r.modifiers(i, s), end)))
			return
		}
	}
}

// modifiers is where the adjectives before token i start.
func (r *reading) modifiers(i, s int) int {
	for k := i - 1; k >= r.sents[s].lo && i-k <= 2; k-- {
		m := mentionEnding(r.mentions[s], k+1)
		if m != nil && m.adj && !m.poss {
			return m.lo
		}
		if _, ok := r.cue(k, lexicon.ProposalHead); !ok {
			return k + 1
		}
	}
	return max(i-2, r.sents[s].lo)
}

// clauseTopics reads the topics of a sentence that states the event.
func (r *reading) clauseTopics(e *event, s int) {
	from := r.sents[s].lo
	if s == e.sent {
		from = e.hi
	}
	for i := from; i < r.sents[s].hi; i++ {
		c, ok := r.cue(i, lexicon.ArgTopic)
		if !ok || r.notTopic(i) || r.covered(s, i) {
			continue
		}
		if s == e.sent && r.segs[i] != e.seg && !r.encloses(e.seg, r.segs[i]) || s != e.sent && c.n < 2 {
			continue
		}
		r.addTopics(e, i+c.n, r.sents[s].hi)
		return
	}
}

// discussed reads the sentences after a meeting's first until another one
// starts: "They discussed X and Y"; weak ones are those that only stress.
func (r *reading) discussed(e *event, weak bool) {
	last := e.sents[len(e.sents)-1]
	for s := e.sent; s < len(r.sents) && s <= last+9 && len(e.topics) < maxTopics; s++ {
		if s > e.sent && r.startsOther(e, s) {
			return
		}
		had := len(e.topics)
		if s > e.sent && !weak {
			r.subjectTopics(e, s)
		}
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			if c, ok := r.topicVerb(i, s, e, weak); ok && (s > e.sent || i > e.hi) {
				r.addTopics(e, i+c.n, r.sents[s].hi)
				i += c.n
			}
		}
		if len(e.topics) > had && !slices.Contains(e.sents, s) && !weak {
			e.sents = append(e.sents, s)
			slices.Sort(e.sents)
		}
	}
}

// subjectTopics reads the subject of a passive of discussing: "Trade and the
// Arctic were touched upon".
func (r *reading) subjectTopics(e *event, s int) {
	lo := r.sents[s].lo
	for i := lo + 1; i < r.sents[s].hi && i-lo < 40; i++ {
		if r.has(i, i+1, lexicon.TopicPassive) && !r.covered(s, i) && r.segs[i] == r.segs[lo] {
			r.addTopics(e, lo, i)
			return
		}
	}
}

// startsOther reports that sentence s first tells of another meeting.
func (r *reading) startsOther(e *event, s int) bool {
	for _, f := range r.events {
		if f != e && f.sents[0] == s && f.sent != e.sent && !f.owned {
			return true
		}
	}
	return false
}

// topicVerb is the verb of discussing, or of stressing, at token i, whose
// subject took part in e.
func (r *reading) topicVerb(i, s int, e *event, weak bool) (cue, bool) {
	c, ok := r.cue(i, lexicon.TopicVerb)
	_, w := r.cue(i, lexicon.TopicWeak)
	if !ok || w != weak || r.covered(s, i) || r.has(max(i-3, r.sents[s].lo), i, lexicon.Negation) {
		return cue{}, false
	}
	if j := i + c.n; weak && j < len(r.toks) && r.toks[j].low == "that" {
		return cue{}, false
	}
	for _, m := range r.mentions[s] {
		if m.lo < i && !m.inner && (m.kind == aGroup || m.person >= 0 && r.inEvent(e, m.person) || m.kind == anOffice) {
			return c, true
		}
	}
	return c, i <= r.sents[s].lo+3 || r.sideActs(s, i, e)
}

// sideActs reports a side of the event named before token i.
func (r *reading) sideActs(s, i int, e *event) bool {
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.lo < i && (m.kind == aState || m.kind == anOrg) && !m.adj && !m.poss && hasSide(e.sides, m.name) {
			return true
		}
	}
	return false
}

// inEvent reports that a person takes part.
func (r *reading) inEvent(e *event, p int) bool {
	return slices.ContainsFunc(e.people, func(m member) bool { return m.person == p })
}

// addTopics cuts the words from token i on into topic phrases. A single word
// is one only where the grammar lists it.
func (r *reading) addTopics(e *event, i, hi int) {
	for _, p := range r.phrases(i, hi) {
		if len(e.topics) >= maxTopics {
			return
		}
		if p.hi-p.lo == 1 && !r.toks[p.lo].caps && !r.has(p.lo, p.hi, lexicon.TopicSingle) && !r.has(p.lo, p.hi, lexicon.TopicNoun) {
			continue
		}
		t := trimPhrase(r.words(p.lo, p.hi))
		if t != "" && !slices.ContainsFunc(e.topics, func(x string) bool { return strings.EqualFold(x, t) || strings.Contains(x, t) }) {
			e.topics = append(e.topics, t)
		}
	}
}

// phrase is a topic phrase at tokens [lo, hi).
type phrase struct{ lo, hi int }

// phrases cuts tokens [i, hi) into noun phrases: at commas, "and" before a
// new phrase, "including", and where a clause starts.
func (r *reading) phrases(i, hi int) []phrase {
	var out []phrase
	for i < hi {
		i = r.skipLead(i, hi)
		end := r.phraseEnd(i, hi)
		if end > i && end-i <= 16 && r.topical(i, end) {
			out = append(out, phrase{i, end})
		}
		if end >= hi || !r.continues(end, hi) {
			break
		}
		i = end + 1
	}
	return out
}

// skipLead passes words that a topic does not start with.
func (r *reading) skipLead(i, hi int) int {
	for i < hi {
		if m := mentionAt(r.mentions[r.toks[i].sent], r.afterArticle(i+1)); r.toks[i].low == "with" && m != nil {
			i = m.hi // "discussed with the minister …"
			continue
		}
		if c, ok := r.cue(i, lexicon.TopicNoise); ok {
			i += c.n
			continue
		}
		if c, ok := r.cue(i, lexicon.TopicMore); ok {
			i += c.n
			continue
		}
		if _, ok := r.cue(i, lexicon.TopicLead); ok || r.toks[i].low == "and" || r.toks[i].low == "," {
			i++
			continue
		}
		break
	}
	return i
}

// afterArticle passes an article at token i.
func (r *reading) afterArticle(i int) int {
	if i < len(r.toks) && (r.toks[i].low == "the" || r.toks[i].low == "a") {
		return i + 1
	}
	return i
}

// phraseEnd is where a topic phrase that starts at i ends.
func (r *reading) phraseEnd(i, hi int) int {
	for j := i; j < hi; j++ {
		t := r.toks[j]
		switch {
		case t.low == "," && j > i && r.placeList(j, hi):
			continue
		case t.low == "and" && j > i && (r.has(j+1, j+2, lexicon.TopicVerb) || r.placeList(j, hi)):
			if r.placeList(j, hi) {
				continue
			}
			return j
		case t.low == "," || t.low == "." || t.low == ";" || t.low == ":" || t.low == "(" || t.text == "”" || t.text == "\"" || r.spacedDash(j):
			return j
		case j > i && (r.has(j, j+1, lexicon.TopicEnd) || r.has(j, j+1, lexicon.TopicMore)):
			return j
		case j > i && r.predicate(j) && !r.has(i, i+1, lexicon.ClauseBreak):
			return j // "a ceasefire will begin": the phrase is a subject
		case j > i && r.has(j, j+1, lexicon.ArgPlace) && r.has(r.afterArticle(j+1), r.afterArticle(j+1)+1, lexicon.MeetNoun):
			return j // "discussed the plan in a phone call"
		case j > i && r.isTime(j) && r.toks[j-1].low != "'s" && r.toks[j-1].low != "’" && r.toks[j-1].low != "the":
			return r.beforeTime(j)
		case t.low == "and" && j > i && (r.listAnd(j, hi) || j-i == 1 && r.pairOfTopics(j, hi)):
			return j
		case j > i && t.low == "with" && mentionAt(r.mentions[t.sent], j+1) != nil:
			return j
		}
	}
	return hi
}

// placeList reports a comma or "and" between two places: "in Israel, the West
// Bank, and Gaza" is one phrase.
func (r *reading) placeList(j, hi int) bool {
	s := r.toks[j].sent
	i := j
	for i > 0 && (r.toks[i-1].low == "," || r.toks[i-1].low == "and") {
		i--
	}
	for j < hi && (r.toks[j].low == "," || r.toks[j].low == "and" || r.toks[j].low == "the") {
		j++
	}
	a, b := mentionEnding(r.mentions[s], i), mentionAt(r.mentions[s], j)
	return a != nil && b != nil && !a.human() && !b.human() && !a.adj && !b.adj && !b.poss
}

// beforeTime drops the preposition of a date.
func (r *reading) beforeTime(j int) int {
	if p := r.toks[j-1].low; p == "on" || p == "in" || p == "at" || p == "of" || p == "from" {
		return j - 1
	}
	return j
}

// listAnd reports an "and" that joins two topics: an article, a possessive or
// a gerund follows.
func (r *reading) listAnd(j, hi int) bool {
	if j+1 >= hi {
		return true
	}
	if r.has(j+1, j+2, lexicon.TopicAfterAnd) {
		return true
	}
	w := r.toks[j+1].low
	return strings.HasSuffix(w, "ing") && len(w) > 5
}

// pairOfTopics reports that the words right before and after an "and" are each
// a topic of their own: "tariffs and soybeans".
func (r *reading) pairOfTopics(j, hi int) bool {
	if j+2 < hi && !r.toks[j+2].mark && !r.has(j+2, j+3, lexicon.TopicEnd) {
		return false
	}
	alone := func(k int) bool {
		return r.has(k, k+1, lexicon.TopicSingle) || r.has(k, k+1, lexicon.TopicNoun) || r.toks[k].caps
	}
	return alone(j-1) && alone(j+1)
}

// continues reports that another topic follows: a comma or "and".
func (r *reading) continues(j, hi int) bool {
	if _, ok := r.cue(j, lexicon.TopicMore); ok {
		return true
	}
	if r.toks[j].low == "," && r.has(j+1, j+2, lexicon.TopicMore) {
		return true
	}
	if j+1 < hi && r.toks[j].low == "," && r.has(j+1, j+2, lexicon.TopicEnd) {
		return false
	}
	return (r.toks[j].low == "," || r.toks[j].low == "and") && j+1 < hi && (r.mentionsBetween(r.toks[j].sent, j+1, min(j+4, hi)) == 0 || j > 0 && r.pairOfTopics(j, hi))
}

// predicate reports a verb that ends a noun phrase at token j: an auxiliary,
// or a verb of outcome after an "and" or a noun.
func (r *reading) predicate(j int) bool {
	if r.covered(r.toks[j].sent, j) {
		return false
	}
	return r.has(j, j+1, lexicon.Auxiliary) || r.toks[j].low == "and" && r.has(j+1, j+2, lexicon.Reporting)
}

// noNoun reports a phrase that no noun phrase starts like, or that reports
// speech: "by telephone", "it for an hour", "aide X said".
func (r *reading) noNoun(i, end int) bool {
	for _, c := range []lexicon.Class{lexicon.TopicNoHead, lexicon.Auxiliary, lexicon.PronounOne, lexicon.GroupWord, lexicon.FramePhone} {
		if _, ok := r.cue(i, c); ok && !r.toks[i].caps {
			return true
		}
	}
	for k := i; k < end; k++ {
		if c, ok := r.cue(k, lexicon.ReportVerb); ok && k+c.n == end && end-i > 1 {
			return true
		}
	}
	return false
}

// topical reports a phrase with a word of substance in it.
func (r *reading) topical(i, end int) bool {
	if r.noNoun(i, end) {
		return false
	}
	for k := i; k < end; k++ {
		if len(r.toks[k].low) > 3 && !r.toks[k].mark || r.toks[k].caps {
			return true
		}
	}
	return false
}
