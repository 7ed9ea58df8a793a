package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

const maxTopics = 4

// readTopics gives every meeting what its own clause says it was about, then
// what the sentences that follow it say was discussed.
func (r *reading) readTopics() {
	for _, e := range r.events {
		for _, s := range e.sents {
			r.clauseTopics(e, s)
		}
		r.discussed(e)
	}
}

// clauseTopics reads the topics of an event's own sentence.
func (r *reading) clauseTopics(e *event, s int) {
	from := r.sents[s].lo
	if s == e.sent {
		from = e.hi
	}
	for i := from; i < r.sents[s].hi; i++ {
		c, ok := r.cue(i, lexicon.ArgTopic)
		if !ok || r.notTopic(i) || s == e.sent && r.segs[i] != e.seg && !r.encloses(e.seg, r.segs[i]) || s != e.sent && c.n < 2 {
			continue
		}
		r.addTopics(e, i+c.n, r.sents[s].hi)
		return
	}
}

// discussed reads the sentences after a meeting's last until another one
// starts: "They discussed X and Y".
func (r *reading) discussed(e *event) {
	last := e.sents[len(e.sents)-1]
	for s := e.sent + 1; s < len(r.sents) && s <= last+8; s++ {
		if r.startsOther(e, s) {
			return
		}
		if len(e.topics) >= maxTopics {
			return
		}
		i, n := r.topicVerbIn(s, e)
		if n == 0 {
			continue
		}
		had := len(e.topics)
		r.addTopics(e, i+n, r.sents[s].hi)
		if len(e.topics) > had && !slices.Contains(e.sents, s) && !r.has(i, i+1, lexicon.TopicWeak) {
			e.sents = append(e.sents, s)
			slices.Sort(e.sents)
		}
	}
}

// startsOther reports that sentence s first tells of another meeting.
func (r *reading) startsOther(e *event, s int) bool {
	for _, f := range r.events {
		if f != e && f.sents[0] == s && f.sent != e.sent {
			return true
		}
	}
	return false
}

// topicVerbIn finds a verb of discussing in sentence s whose subject took
// part in e.
func (r *reading) topicVerbIn(s int, e *event) (int, int) {
	for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
		c, ok := r.cue(i, lexicon.TopicVerb)
		if !ok {
			continue
		}
		for _, m := range r.mentions[s] {
			if m.lo < i && !m.inner && (m.kind == aGroup || m.person >= 0 && r.inEvent(e, m.person) || m.kind == anOffice) {
				return i, c.n
			}
		}
		if i <= r.sents[s].lo+3 {
			return i, c.n
		}
	}
	return 0, 0
}

// inEvent reports that a person takes part.
func (r *reading) inEvent(e *event, p int) bool {
	return slices.ContainsFunc(e.people, func(m member) bool { return m.person == p })
}

// addTopics cuts the words from token i on into topic phrases.
func (r *reading) addTopics(e *event, i, hi int) {
	for _, t := range r.phrases(i, hi) {
		if len(e.topics) >= maxTopics {
			return
		}
		if !slices.ContainsFunc(e.topics, func(x string) bool { return strings.EqualFold(x, t) || strings.Contains(x, t) }) {
			e.topics = append(e.topics, t)
		}
	}
}

// phrases cuts tokens [i, hi) into noun phrases: at commas, "and" before a
// new phrase, and where a clause starts.
func (r *reading) phrases(i, hi int) []string {
	var out []string
	for i < hi {
		i = r.skipLead(i, hi)
		end := r.phraseEnd(i, hi)
		if end > i && end-i <= 16 && r.topical(i, end) {
			out = append(out, r.words(i, end))
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
		if c, ok := r.cue(i, lexicon.TopicNoise); ok {
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

// phraseEnd is where a topic phrase that starts at i ends.
func (r *reading) phraseEnd(i, hi int) int {
	for j := i; j < hi; j++ {
		t := r.toks[j]
		switch {
		case t.low == "," || t.low == "." || t.low == ";" || t.low == ":" || t.low == "(" || t.text == "”" || t.text == "\"" || r.spacedDash(j):
			return j
		case j > i && r.has(j, j+1, lexicon.TopicEnd):
			return j
		case j > i && r.isTime(j):
			return r.beforeTime(j)
		case t.low == "and" && j > i && r.listAnd(j, hi):
			return j
		case j > i && t.low == "with" && mentionAt(r.mentions[t.sent], j+1) != nil:
			return j
		}
	}
	return hi
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
	w := r.toks[j+1].low
	switch w {
	case "the", "a", "an", "their", "his", "her", "how", "to", "other", "on", "its":
		return true
	}
	return strings.HasSuffix(w, "ing") && len(w) > 5
}

// continues reports that another topic follows: a comma or "and".
func (r *reading) continues(j, hi int) bool {
	return (r.toks[j].low == "," || r.toks[j].low == "and") && j+1 < hi && r.mentionsBetween(r.toks[j].sent, j+1, min(j+4, hi)) == 0
}

// topical reports a phrase with a word of substance in it.
func (r *reading) topical(i, end int) bool {
	for k := i; k < end; k++ {
		if len(r.toks[k].low) > 3 && !r.toks[k].mark || r.toks[k].caps {
			return true
		}
	}
	return false
}
