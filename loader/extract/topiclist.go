package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// infinitive reports a verb at token i, after "to": what a list goes on with
// is to be done as well.
func (r *reading) infinitive(i int) bool { return i > 0 && r.toks[i-1].low == "to" }

// toDo reports a phrase that is about doing something: "efforts to restore".
func (r *reading) toDo(i, end int) bool {
	for k := i + 1; k < end-1; k++ {
		if r.toks[k].low == "to" && !r.toks[k+1].caps && !r.has(k+1, k+2, lexicon.TopicLead) {
			return true
		}
	}
	return false
}

// bare reports a part of a list at token i that nothing opens as a topic of
// its own.
func (r *reading) bare(i int) bool {
	if i < len(r.toks) && r.toks[i].low == "and" {
		i++
	}
	for _, c := range []lexicon.Class{lexicon.TopicAfterAnd, lexicon.TopicNoise, lexicon.TopicClause, lexicon.TopicLead} {
		if r.has(i, i+1, c) {
			return false
		}
	}
	return true
}

// nextPhrase is where the next topic of a list starts after one that ends at
// token end, -1 where the list ends there.
func (r *reading) nextPhrase(end, more, hi int, from bool) int {
	switch {
	case end >= hi:
		return -1
	case more > end:
		return more
	case from && r.toks[end].low == "to":
		return end + 1
	case r.toks[end].low == "(":
		return r.afterBrackets(end, hi)
	case r.toks[end].low == "," && end+1 < hi && r.relativeAt(end+1):
		return r.afterRelative(end+1, hi)
	case r.continues(end, hi):
		return end + 1
	}
	return -1
}

// rangeEnd is the "to" of "from trade to visas", where token open is the "from";
// hi for none.
func (r *reading) rangeEnd(open, i, hi int) int {
	if open < 0 || r.toks[open].low != "from" {
		return hi
	}
	for k := i + 1; k < min(hi, i+12); k++ {
		if r.toks[k].low == "to" {
			return k
		}
	}
	return hi
}

// afterBrackets passes what a list has in brackets at token i.
func (r *reading) afterBrackets(i, hi int) int {
	for j := i + 1; j+1 < min(hi, i+12); j++ {
		if r.toks[j].low == ")" && r.continues(j+1, hi) {
			return j + 2
		}
	}
	return -1
}

// moreAt is where the examples start that "including", "such as" or ", among
// them" opens at token i; i for none.
func (r *reading) moreAt(i, hi int) int {
	j := i
	if j < hi && r.toks[j].low == "," {
		j++
	}
	if c, ok := r.cue(j, lexicon.TopicMore); ok && j < hi {
		return j + c.n
	}
	return i
}

// addsOn reports "as well as" at token i, which opens no example.
func (r *reading) addsOn(i int) bool {
	if r.toks[i].low == "," {
		i++
	}
	c, ok := r.cue(i, lexicon.TopicMore)
	return ok && c.value == "and"
}

// afterRelative passes a relative clause within a list: "the deficit, which
// has grown, and steel". It is where the list goes on, -1 for nowhere.
func (r *reading) afterRelative(i, hi int) int {
	for j := i + 1; j+1 < min(hi, i+clauseLength); j++ {
		if r.toks[j].low != "," {
			continue
		}
		k := j + 1
		if r.toks[k].low == "and" && k+1 < hi {
			k++
		}
		if r.finiteVerb(k) || r.has(j+1, j+2, lexicon.TopicEnd) {
			return -1
		}
		return j + 1
	}
	return -1
}

// repeated is where "and on" repeats the preposition at token open within a
// few words after end, -1 for nowhere.
func (r *reading) repeated(open, end, hi int) int {
	if open < 0 || !r.has(open, open+1, lexicon.TopicAgain) {
		return -1
	}
	for j := end; j+2 < min(hi, end+16); j++ {
		if r.toks[j].low == "and" && r.toks[j+1].low == r.toks[open].low {
			return j + 2
		}
	}
	return -1
}

// placeList reports a comma or "and" between two places: "in Israel, the West
// Bank, and Gaza" is one phrase, but not "Israel and Gaza", where the phrase
// starts with the first, at token from.
func (r *reading) placeList(from, j, hi int) bool {
	s := r.toks[j].sent
	if r.namesPlace(r.afterArticle(from), j) && (from == r.sents[s].lo || r.toks[from-1].low != "in" && r.toks[from-1].low != "for") {
		return false
	}
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

// andEnds reports an "and" at token j that ends the phrase from i: another
// topic follows, or a verb.
func (r *reading) andEnds(i, j, hi int, listed bool) bool {
	switch {
	case j+1 >= hi || r.newVerb(j+1):
		return true
	case r.placeList(i, j, hi) || r.oneTopic(i, j) || r.inTitle(j) || r.adjectives(j, hi) > j:
		return false
	case r.twoTopics(i, j, hi):
		return true
	case r.pairOfTopics(j, hi):
		return j-i == 1 || listed
	case r.loneNoun(i, j):
		return false
	}
	return r.listAnd(j-i, j, hi) || listed && !r.oxford(j, hi)
}

// newVerb reports another verb of the clause at token k.
func (r *reading) newVerb(k int) bool {
	return r.has(k, k+1, lexicon.TopicVerb) || r.has(k, k+1, lexicon.Reporting) || r.has(k, k+1, lexicon.OutcomeVerb) || r.pastVerb(k)
}

// pastVerb reports a word at token k that looks like a past tense with an
// object: "and thanked the minister", but not "and related matters".
func (r *reading) pastVerb(k int) bool {
	if k+1 >= len(r.toks) || r.covered(r.toks[k].sent, k) {
		return false
	}
	if !r.has(k, k+1, lexicon.TopicPast) && (!strings.HasSuffix(r.toks[k].low, "ed") || len(r.toks[k].low) < 5) {
		return false
	}
	return r.toks[k+1].low == "," || r.has(k+1, k+2, lexicon.TopicLead) || mentionAt(r.mentions[r.toks[k].sent], k+1) != nil
}

// oneTopic reports an "and" at token j within a topic of the grammar: "peace
// and security".
func (r *reading) oneTopic(i, j int) bool {
	for k := max(i, j-4); k < j; k++ {
		if c, ok := r.cue(k, lexicon.TopicNoun); ok && k+c.n > j {
			return true
		}
	}
	return false
}

// inTitle reports a comma or "and" at token j between capitalised words that
// name nobody: "Commission on Trade, Scientific and Cultural Cooperation".
func (r *reading) inTitle(j int) bool {
	s := r.toks[j].sent
	if j+1 >= r.sents[s].hi || j-1 <= r.sents[s].lo {
		return false
	}
	return r.toks[j-1].caps && r.toks[j+1].caps && !r.covered(s, j-1) && !r.covered(s, j+1)
}

// adjectives is where a list of adjectives ends that goes on at the comma at
// token j: "a strong, free and open sea"; j for none.
func (r *reading) adjectives(j, hi int) int {
	k := j
	for k+2 < hi && (r.toks[k].low == "," || r.toks[k].low == "and") && r.has(k-1, k, lexicon.TopicAdjective) {
		if k++; r.toks[k].low == "and" {
			k++
		}
		k++
	}
	return k
}

// loneNoun reports that what stands before an "and" is one word that is no
// topic alone: "the fight and the progress made against".
func (r *reading) loneNoun(i, j int) bool {
	k := i
	for k < j-1 && r.has(k, k+1, lexicon.TopicLead) {
		k++
	}
	return j-k == 1 && !r.alone(k)
}

// oxford reports a comma before an "and" further on in the list.
func (r *reading) oxford(j, hi int) bool {
	for k := j; k+1 < min(hi, j+clauseLength); k++ {
		if r.toks[k].low == "," && (r.toks[k+1].low == "and" || r.toks[k+1].low == "or") {
			return true
		}
	}
	return false
}

// listAnd reports an "and" that joins two topics, the first of n words: an
// article, a possessive or a gerund follows.
func (r *reading) listAnd(n, j, hi int) bool {
	if c, ok := r.cue(j+1, lexicon.TopicAfterAnd); ok {
		return c.value == "" || n > 1
	}
	w := r.toks[j+1].low
	return strings.HasSuffix(w, "ing") && len(w) > 5
}

// pairOfTopics reports that the words right before and after an "and" are each
// a topic of their own: "tariffs and soybeans".
func (r *reading) pairOfTopics(j, hi int) bool {
	end := j + 2
	if c, ok := r.cue(j+1, lexicon.TopicNoun); ok {
		end = j + 1 + c.n
	}
	if end < hi && !r.toks[end].mark && !r.has(end, end+1, lexicon.TopicEnd) {
		return false
	}
	return r.alone(j-1) && r.alone(j+1)
}

// alone reports a word that is a topic by itself.
func (r *reading) alone(k int) bool {
	return r.has(k, k+1, lexicon.TopicSingle) || r.has(k, k+1, lexicon.TopicNoun) || r.toks[k].caps && r.covered(r.toks[k].sent, k)
}

// clauseStarts reports a subject with its verb at token k: ", and the answer was".
func (r *reading) clauseStarts(k, hi int) bool {
	for i := k + 1; i < min(k+8, hi) && !r.toks[i].mark && !r.relativeAt(i) && r.toks[i].low != "that"; i++ {
		if r.predicate(i) {
			return true
		}
	}
	return false
}

// continues reports that another topic follows: a comma or "and".
func (r *reading) continues(j, hi int) bool {
	if j+1 >= hi || r.toks[j].low != "," && r.toks[j].low != "and" {
		return false
	}
	k := j + 1
	if r.toks[k].low == "and" {
		k++
	}
	if r.newVerb(k) || r.has(k, k+1, lexicon.TopicEnd) {
		return false
	}
	if r.pairOfTopics(j, hi) {
		return true
	}
	if r.toks[j].low == "," && k == j+2 && r.clauseStarts(k, hi) {
		return false
	}
	for ; k < min(j+4, hi); k++ {
		if m := mentionAt(r.mentions[r.toks[k].sent], k); m != nil && !m.poss && !m.adj && !m.inner {
			return !m.human() && (m.hi >= hi || !r.finiteVerb(m.hi))
		}
	}
	return true
}
