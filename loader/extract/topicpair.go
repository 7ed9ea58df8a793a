package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// twoTopics reports an "and" at token j between two noun phrases that each say
// something alone: "fishing quotas and seabed pipelines", but not "political
// and security issues", "Kenya's roads and rural schools".
func (r *reading) twoTopics(i, j, hi int) bool {
	for i < j-1 && r.has(i, i+1, lexicon.TopicLead) {
		i++
	}
	one := r.hasWord(max(i-2, 0), i, "a") || r.hasWord(max(i-2, 0), i, "an")
	if m := mentionAt(r.mentions[r.toks[j].sent], j+1); m != nil && m.poss && j-i > 1 && !r.adjectival(j-1) {
		return true // "visa rules and Portugal's harbours"
	}
	end := r.plainEnd(j+1, hi)
	if end == j+1 || r.infinitive(i) || r.plainEnd(i, j) < j || r.shares(i, j) || r.has(end-1, end, lexicon.TopicVague) {
		return false
	}
	right := end - j - 1
	switch {
	case r.namesPlace(i, j):
		return !r.toks[j+1].caps || right > 1
	case j-i == 1 && right == 1 && end == hi-1 && r.plural(j+1) && !r.adjectival(i):
		return true // "salmon and seals."
	case j-i == 1 && !r.plural(i) && !one:
		return false
	case right == 1:
		return one || r.alone(j+1) && !r.adjectival(i) || end < hi && r.toks[end].low == "of"
	}
	return right <= 4 && !r.adjectival(end-1)
}

// plainEnd is where words end that are neither marks nor prepositions, from
// token i on.
func (r *reading) plainEnd(i, hi int) int {
	for j := i; j < hi; j++ {
		t := r.toks[j]
		if t.mark && !t.hyphen && t.low != "’s" || t.low == "and" || t.low == "or" || r.isTime(j) {
			return j
		}
		if r.has(j, j+1, lexicon.TopicEnd) || r.has(j, j+1, lexicon.ObjectAfter) || r.has(j, j+1, lexicon.ArgPlace) || r.has(j, j+1, lexicon.SubjectAfter) || r.predicate(j) {
			return j
		}
	}
	return hi
}

// shares reports words [i, j) that lean on what follows an "and" after them, or
// lend it something: an adjective at their end, an owner or a gerund at their
// start.
func (r *reading) shares(i, j int) bool {
	if r.adjectival(j-1) || r.has(i, i+1, lexicon.PronounPoss) || i > 0 && r.has(i-1, i, lexicon.PronounPoss) {
		return true
	}
	if strings.HasSuffix(r.toks[i].low, "ing") && j-i > 2 {
		return !r.alone(i)
	}
	for k := i; k < j; k++ {
		if m := mentionAt(r.mentions[r.toks[k].sent], k); m != nil && (m.poss || m.adj && m.hi == j) {
			return true
		}
	}
	return false
}

// adjectival reports a word at token k that looks like an adjective.
func (r *reading) adjectival(k int) bool {
	if r.has(k, k+1, lexicon.TopicScope) || r.has(k, k+1, lexicon.TopicAdjective) {
		return true
	}
	w := r.toks[k].low
	for _, end := range []string{"al", "ic", "ive", "ous", "ary", "able", "ful", "ian"} {
		if len(w) > len(end)+3 && strings.HasSuffix(w, end) && !r.alone(k) {
			return true
		}
	}
	return false
}

// namesPlace reports a state or a place that is all of tokens [i, j).
func (r *reading) namesPlace(i, j int) bool {
	m := mentionAt(r.mentions[r.toks[i].sent], i)
	return m != nil && m.hi == j && !m.adj && !m.poss && (m.kind == aState || m.kind == aPlace)
}
