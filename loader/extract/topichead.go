package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// headReach is how many words stand at most between a noun like "agenda" and
// the verb that tells what was on it.
const headReach = 14

// headOpens is where the topics start that a noun like "agenda" at token i
// opens: "the main subject of the talks was", "three topics:"; 0 for nowhere.
func (r *reading) headOpens(i, s int) int {
	c, ok := r.cue(i, lexicon.TopicHead)
	hi := r.sents[s].hi
	if !ok || i+c.n >= hi || r.covered(s, i) || r.has(max(i-2, r.sents[s].lo), i, lexicon.NounNone) {
		return 0
	}
	if r.toks[i+c.n].low == ":" {
		return i + c.n + 1
	}
	if c.value == "main" && !r.has(max(i-3, r.sents[s].lo), i, lexicon.TopicMain) {
		return 0
	}
	for k := i + c.n; k < min(i+c.n+headReach, hi); k++ {
		if v, ok := r.cue(k, lexicon.TopicIs); ok {
			if k+v.n < hi && !r.looksDone(k+v.n) {
				return k + v.n
			}
		} else if r.toks[k].mark && !r.toks[k].hyphen || k == i+c.n && c.value != "far" && !r.headContinues(k) {
			return 0
		}
	}
	return 0
}

// headContinues reports a word at token k with which a noun goes on: "of the talks",
// "that they raised", "discussed".
func (r *reading) headContinues(k int) bool {
	return r.has(k, k+1, lexicon.ObjectAfter) || r.has(k, k+1, lexicon.ArgPlace) || r.toks[k].low == "that" || r.toks[k].low == "they" || r.toks[k].low == "between" || r.looksDone(k)
}

// looksDone reports a word at token k that looks like a past participle.
func (r *reading) looksDone(k int) bool {
	w := r.toks[k].low
	return len(w) > 4 && w[len(w)-2:] == "ed" && !r.alone(k)
}

// headPredicate reports a verb at token i that calls its subject a topic: "was
// the main subject", "were among the questions raised"; or an "as" that does.
func (r *reading) headPredicate(i, s int) bool {
	v, ok := r.cue(i, lexicon.TopicIs)
	if r.toks[i].low == "as" {
		v, ok = cue{n: 1}, true
	}
	k := i + v.n
	for k < r.sents[s].hi && (r.has(k, k+1, lexicon.TopicAdverb) || strings.HasSuffix(r.toks[k].low, "ly")) {
		k++ // "was again the thorniest question"
	}
	lo := k
	if !ok || k >= r.sents[s].hi || !r.has(k, k+1, lexicon.TopicBeforeHead) {
		return false
	}
	for ; k < min(lo+6, r.sents[s].hi) && !r.toks[k].mark; k++ {
		if c, ok := r.cue(k, lexicon.TopicHead); ok {
			return c.value == "" || r.toks[lo].low == "among" || r.toks[lo].low == "one" || r.has(lo, k, lexicon.TopicMain)
		}
	}
	return false
}

// headTopics hands what a noun like "agenda" at token i opens to the meeting
// told of before. It returns where the topics end, i for none.
func (r *reading) headTopics(i, s int) int {
	j := r.headOpens(i, s)
	if j == 0 {
		return i
	}
	if e := r.lastTold(r.tells, s); e != nil {
		return max(j, r.addTopics(e, j, r.sents[s].hi, discussed))
	}
	return i
}

// aboutMeeting reports a noun of meeting, or what stands for one, within the
// words from token k on: "topped their agenda", "filled the second session".
func (r *reading) aboutMeeting(k, hi int) bool {
	if k < hi && r.toks[k].low == "." {
		return true // "Ebola dominated."
	}
	for j := k; j < min(k+4, hi) && !r.toks[j].mark; j++ {
		if r.has(j, j+1, lexicon.TopicOf) || r.has(j, j+1, lexicon.MeetNoun) {
			return true
		}
	}
	return false
}
