package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// maxTopics is how many topics of a meeting are kept: the guidelines' number.
const maxTopics = 4

// What speaks for a topic, the strongest first.
const (
	stated    = iota // with the meeting itself: "met to discuss trade"
	discussed        // later, as discussed there
	stressed         // only stressed there by somebody
	example          // an example of another: "trade, including cars"
	settled          // only agreed on, signed, asked for or handed over there
)

// topic is a phrase that may be what a meeting was about.
type topic struct {
	phrase
	rank  int
	later bool // not the first of its list
}

// readTopics gives every meeting what its own clauses say it was about, then
// what the sentences that follow it say was discussed, then what was only
// stressed there.
func (r *reading) readTopics() {
	r.tells = r.tellings()
	for s := range r.sents {
		r.sentenceTopics(s)
	}
	for i, e := range r.events {
		if i > 0 && oneTelling(r.events[i-1], e) {
			e.found = r.events[i-1].found
		}
		r.chooseTopics(e)
		if !slices.ContainsFunc(e.found, func(t topic) bool { return t.rank <= discussed || t.rank == settled }) {
			r.namedTopic(e)
		}
	}
}

// sentenceTopics hands every topic told in sentence s to its meeting.
func (r *reading) sentenceTopics(s int) {
	for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
		if r.covered(s, i) {
			continue
		}
		if c, ok := r.argTopic(i); ok {
			if t := r.stating(r.tells[s], i, c); t != nil {
				i = max(i+c.n, r.addTopics(t.event, i+c.n, r.sents[s].hi, stated)) - 1
				continue
			}
		}
		if c, ok := r.topicVerb(i, s); ok {
			if e := r.talkedAt(r.tells, i, s); e != nil {
				r.addTopics(e, i+c.n, r.sents[s].hi, rankOf(c))
				r.tells[s] = append(r.tells[s], telling{trigger: trigger{sent: s, seg: -1, lo: i, hi: i}, event: e})
			}
			i += c.n - 1
		} else {
			i = max(i, r.headTopics(i, s)-1)
		}
	}
	r.subjectTopics(r.tells, s)
	r.frontedTopic(r.tells, s)
}

// argTopic is what opens topics in a meeting's own clause at token i.
func (r *reading) argTopic(i int) (cue, bool) {
	if c, ok := r.cue(i, lexicon.ArgTopic); ok && !r.notTopic(i) {
		return c, true
	}
	return r.purpose(i)
}

// rankOf is how much a verb of discussing says for what follows it.
func rankOf(c cue) int {
	switch c.value {
	case "weak":
		return stressed
	case "settled":
		return settled
	}
	return discussed
}

// stating is the telling in whose clause the cue at token i says what the
// meeting was about. One preposition a telling counts: "talks on trade on …".
func (r *reading) stating(ts []telling, i int, c cue) *telling {
	for k := len(ts) - 1; k >= 0; k-- {
		t := &ts[k]
		if t.hi > i || r.segs[i] != t.seg && (!r.encloses(t.seg, r.segs[i]) || c.n == 1 && r.segOf[r.segs[i]].opener == "said") {
			continue
		}
		if c.n == 1 && t.stated && r.has(i, i+1, lexicon.TopicAfterAnd) {
			return nil
		}
		t.stated = true
		return t
	}
	return nil
}

// addTopics cuts the words from token i on into topics of a meeting. A single
// word is one only where the grammar lists it, or where it must be a noun. It
// returns where they end.
func (r *reading) addTopics(e *event, i, hi, rank int) int {
	ps, end := r.phrases(i, hi)
	for k, p := range ps {
		p.hi = r.beforePlace(e, p)
		if p.hi-p.lo == 1 && !r.toks[p.lo].caps && !r.alone(p.lo) && (rank >= stressed || !r.nounLike(p.lo, len(ps), rank)) {
			continue
		}
		t := topic{p, rank, k > 0}
		if p.sub && rank < settled {
			t.rank = example
		}
		e.found = append(e.found, t)
	}
	return end
}

// beforePlace is where a topic ends that the meeting's own place and time
// follow: "the release of prisoners in Oslo on Friday".
func (r *reading) beforePlace(e *event, p phrase) int {
	s := r.toks[p.lo].sent
	m := mentionEnding(r.mentions[s], p.hi)
	if m == nil || e.place == nil || m.name != e.place.Name || m.lo-1 <= p.lo || !r.has(m.lo-1, m.lo, lexicon.ArgPlace) {
		return p.hi
	}
	if r.onDay(p.hi, s) {
		return m.lo - 1
	}
	return p.hi
}

// plural reports a word that may be a noun in the plural, and says something.
func (r *reading) plural(k int) bool {
	w := r.toks[k].low
	return len(w) > 4 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !r.has(k, k+1, lexicon.TopicVague) && !r.has(k, k+1, lexicon.TopicNot) && !r.has(k, k+1, lexicon.SideNoun)
}

// nounLike reports that a word which stands for a topic by itself, one of n, is
// a noun: a plural or what an article opens among others, what was discussed
// after "a", or the subject of a passive.
func (r *reading) nounLike(k, n, rank int) bool {
	if k == 0 || len(r.toks[k].low) < 4 || r.has(k, k+1, lexicon.TopicVague) || r.has(k, k+1, lexicon.TopicNot) || r.has(k, k+1, lexicon.SideNoun) {
		return false
	}
	w := r.toks[k-1].low
	if n == 1 {
		return rank == discussed && (w == "a" || w == "an" || r.has(k+1, k+2, lexicon.TopicPassive) || r.toks[k+1].low == "as")
	}
	pair := k+2 < len(r.toks) && r.toks[k+1].low == "and" && r.plural(k+2)
	return r.plural(k) || pair || w == "a" || w == "an" || w == "the" || w == "from"
}

// after orders topics by what speaks for them, the first of each list first.
func (t topic) after(u topic) int {
	switch {
	case t.rank != u.rank:
		return t.rank - u.rank
	case t.later == u.later:
		return 0
	case t.later:
		return 1
	}
	return -1
}

// chooseTopics keeps the topics that most speaks for, in the text's order
// among equals, each once, and the sentences that tell them.
func (r *reading) chooseTopics(e *event) {
	slices.SortStableFunc(e.found, topic.after)
	for _, t := range e.found {
		w := trimPhrase(r.words(t.lo, t.hi))
		if w == "" || slices.ContainsFunc(e.topics, func(x string) bool { return within(x, w) || within(w, x) }) {
			continue
		}
		if len(e.topics) == maxTopics || t.rank == settled && e.found[0].rank != settled {
			break
		}
		e.topics = append(e.topics, w)
		if t.rank < stressed || t.rank == example {
			e.addSentence(r.toks[t.lo].sent)
		}
	}
}

// addSentence adds a sentence to those that tell of an event.
func (e *event) addSentence(s int) {
	if !slices.Contains(e.sents, s) {
		e.sents = append(e.sents, s)
		slices.Sort(e.sents)
	}
}

// within reports a topic that another one names too, in more words.
func within(a, b string) bool { return strings.Contains(strings.ToLower(b), strings.ToLower(a)) }

// namedTopic falls back on a noun of diplomacy in the event's own sentences
// ("ceasefire in Ukraine"), with its modifiers and complement.
func (r *reading) namedTopic(e *event) {
	if t := r.modifierTopic(e); t != "" {
		e.topics = append(e.topics, t)
		return
	}
	for _, s := range e.sents {
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			c, ok := r.cue(i, lexicon.TopicNoun)
			if !ok || i >= e.lo && i < e.hi || i+c.n == e.lo || r.covered(s, i) || r.toks[i].caps && i > r.sents[s].lo || !r.nearest(r.tells[s], i, e) {
				continue
			}
			end := i + c.n
			if w := r.toks[min(end, len(r.toks)-1)].low; w == "in" || w == "of" || w == "for" || w == "on" || w == "to" {
				end = max(end, r.phraseEnd(end, min(end+7, r.sents[s].hi), false))
			}
			e.topics = append(e.topics, trimPhrase(r.words(r.modifiers(i, s), end)))
			return
		}
	}
}

// modifierTopic is what a noun of meeting names itself by: "the border talks".
func (r *reading) modifierTopic(e *event) string {
	if !e.noun {
		return ""
	}
	for k := e.lo - 1; k <= e.lo && k >= r.sents[e.sent].lo; k++ {
		if c, ok := r.cue(k, lexicon.TopicModifier); ok && k+c.n < e.hi && r.cueOf(e.hi-1, lexicon.MeetNoun).value == "talks" {
			return r.words(k, k+c.n)
		}
	}
	return ""
}

// nearest reports that of the meetings told in its sentence, token i is
// nearest to e: in its clause, or after it.
func (r *reading) nearest(ts []telling, i int, e *event) bool {
	if i > r.sents[r.toks[i].sent].lo && r.has(i-1, i, lexicon.Negation) {
		return false // "no plan"
	}
	var best *event
	for _, t := range ts {
		if t.seg == r.segs[i] && (t.lo < i || best == nil) {
			best = t.event
		}
	}
	return best == nil || oneTelling(best, e)
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
