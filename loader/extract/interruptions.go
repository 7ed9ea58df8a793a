package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// comesBack reports that at token i the clause around an interrupting one goes
// on. After "after talks with X," only a verb does.
func (r *reading) comesBack(i, hi int, strict bool) bool {
	t := r.toks[i].low
	if strict {
		return t == "," && i+1 < hi && r.finiteVerb(i+1)
	}
	return (t == "," || t == ")") && r.resumes(i, hi)
}

// saidAll reports that a relative clause has its verb before token i: "where X,
// the head of the bank, met Y" and "whose ministers, X and Y, met" go on after
// their commas.
func (r *reading) saidAll(seg, i int) bool {
	for k := r.segOf[seg].lo; k < i; k++ {
		if r.segs[k] == seg && (r.finiteVerb(k) || !r.covered(r.toks[k].sent, k) && strings.HasSuffix(r.toks[k].low, "ed")) {
			return true
		}
	}
	switch c := r.segOf[seg]; c.opener {
	case "where", "when":
		return false
	case "whose", "which", "whom":
		m := mentionEnding(r.mentions[c.sent], i) // "whose ministers, X and Y, met"
		return m == nil || m.kind != aPerson
	}
	return true
}

// resumes reports that after a comma the clause around a relative one goes on:
// with a verb, or a preposition.
func (r *reading) resumes(i, hi int) bool {
	j := i + 1
	if j >= hi {
		return false
	}
	if r.toks[j].low == "and" && r.lengthens(i, hi) {
		return false
	}
	if r.finiteVerb(j) || r.has(j, j+1, lexicon.ArgWith) || r.has(j, j+1, lexicon.StatusScheduled) {
		return true
	}
	if c, ok := r.cue(j, lexicon.StatusProposed); ok && j+c.n <= hi {
		return true // "X, whose term ends, hopes to"
	}
	if m := mentionAt(r.mentions[r.toks[i].sent], j); m != nil {
		return m.hi < hi && r.finiteVerb(m.hi)
	}
	return r.has(j, j+1, lexicon.ArgPlace) || r.isTime(j)
}

// lengthens reports ", and Y" at token i after somebody whom the relative clause
// says was met, with no verb of his own: "who saw X, and Y, one after the other".
func (r *reading) lengthens(i, hi int) bool {
	s := r.toks[i].sent
	if mentionEnding(r.mentions[s], i) == nil {
		return false
	}
	if k := r.triggerBefore(i); k < 0 || !r.counterpartIn(k, i) {
		return false
	}
	j := i + 2
	for j < hi && (r.toks[j].low == "the" || r.has(j, j+1, lexicon.Honorific) && mentionAt(r.mentions[s], j) == nil) {
		j++
	}
	m := mentionAt(r.mentions[s], j)
	return m != nil && m.human() && (m.hi >= hi || !r.finiteVerb(m.hi))
}

// adverbialPhrase reports that up to the next comma the phrase at token i only
// says when, with nobody and no verb: "a week before that, in Rome, X met Y".
func (r *reading) adverbialPhrase(i, hi int) bool {
	for k := i + 1; k < min(i+8, hi); k++ {
		switch s := r.toks[k].sent; {
		case r.toks[k].low == ",":
			return !r.hasVerb(i)
		case mentionAt(r.mentions[s], k) != nil && mentionAt(r.mentions[s], k).human() || r.finiteVerb(k) || r.has(k, k+1, lexicon.MeetNoun):
			return false
		}
	}
	return false
}
