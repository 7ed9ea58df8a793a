package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// purpose reads "to" and a verb at token i where it says what a meeting is for:
// "met in Oslo on Friday to improve ferry links". It stands behind the meeting,
// who met, where or when; the cue covers both words.
func (r *reading) purpose(i int) (cue, bool) {
	if r.toks[i].low != "to" {
		return cue{}, false
	}
	s := r.toks[i].sent
	hi := r.sents[s].hi
	if i+2 >= hi || i == r.sents[s].lo || !r.plainVerb(i+1) {
		return cue{}, false
	}
	if m := mentionEnding(r.mentions[s], i); m != nil && !m.poss && !m.adj || r.timeEnding(i, s) >= 0 || r.has(i-1, i, lexicon.MeetNoun) || r.meetVerbEnding(i, s) {
		n := 2
		if c, ok := r.cue(i+1, lexicon.TopicVerb); ok {
			n = 1 + c.n
		} else if r.has(i+2, i+3, lexicon.SubjectAfter) {
			n++ // "to protest against"
		}
		return cue{lexicon.ArgTopic, n, "", r.toks[i+n-1].low}, r.toks[i+2].low != "to" && !r.committed(i, s)
	}
	return cue{}, false
}

// committed reports a verb before token i in its clause of which an infinitive
// says what was promised: "agreed on Friday to exchange prisoners".
func (r *reading) committed(i, s int) bool {
	for k := i - 1; k >= max(r.sents[s].lo, i-clauseLength) && r.segs[k] == r.segs[i]; k-- {
		if r.has(k, k+1, lexicon.OutcomeVerb) || r.has(k, k+1, lexicon.Act) || r.has(k, k+1, lexicon.MeetWeak) {
			return true
		}
	}
	return false
}

// plainVerb reports a word at token k that may be a verb after "to", and none
// of meeting, moving or going on.
func (r *reading) plainVerb(k int) bool {
	t := r.toks[k]
	if t.mark || t.caps || t.num || r.isTime(k) || strings.HasSuffix(t.low, "ing") {
		return false
	}
	for _, c := range []lexicon.Class{lexicon.MeetVerb, lexicon.MeetLight, lexicon.MeetResume, lexicon.TopicLead, lexicon.Definite, lexicon.PronounPoss, lexicon.PronounOne, lexicon.TopicNoPurpose, lexicon.Reporting, lexicon.PlaceNoun, lexicon.PlaceMod, lexicon.MeetNoun} {
		if r.has(k, k+1, c) {
			return false
		}
	}
	return true
}

// meetVerbEnding reports a verb of meeting that ends at token i.
func (r *reading) meetVerbEnding(i, s int) bool {
	for k := i - 1; k >= max(i-3, r.sents[s].lo); k-- {
		if c, ok := r.cue(k, lexicon.MeetVerb); ok && k+c.n == i {
			return true
		}
	}
	return false
}

// spread is the verb of discussing at token i from which an adverb parts its
// preposition: "focused above all on", "haggled for hours over".
func (r *reading) spread(i, s int) (cue, bool) {
	c, ok := r.cue(i, lexicon.TopicSpread)
	if !ok {
		return cue{}, false
	}
	for k := i + 1; k < min(i+7, r.sents[s].hi); k++ {
		switch t := r.toks[k]; {
		case strings.Contains(c.value, t.low+"/"):
			return cue{lexicon.TopicVerb, k + 1 - i, "", t.low}, true
		case !t.num && !strings.HasSuffix(t.low, "ly") && !r.has(k, k+1, lexicon.TopicAdverb) && !r.has(k, k+1, lexicon.TimeUnit) && !r.has(k, k+1, lexicon.Number):
			return cue{}, false
		}
	}
	return cue{}, false
}
