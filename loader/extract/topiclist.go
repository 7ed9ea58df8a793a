package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// infinitive reports a verb at token i, after "to": what a list goes on with
// nextPhrase is where the next topic of a list starts after one that ends at
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
// repeated is where "and on" repeats the preposition at token open within a
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

// andEnds reports an "and" at token j that ends the phrase from i: another
// oneTopic reports an "and" at token j within a topic of the grammar: "peace
// inTitle reports a comma or "and" at token j between capitalised words that
// adjectives is where a list of adjectives ends that an article opens: "a
// strong, free and open sea". It is j where the comma at j is in none.
func (r *reading) adjectives(i, j, hi int) int {
	if a := r.toks[max(j-2, 0)].low; j-i > 1 && a != "a" && a != "an" || j-1 < i || r.alone(j-1) {
		return j
	}
	if j-i == 1 && (i == 0 || r.toks[i-1].low != "a" && r.toks[i-1].low != "an") {
		return j
	}
	k := j
	for k+2 < hi && (r.toks[k].low == "," || r.toks[k].low == "and") {
		if k++; r.toks[k].low == "and" {
			k++
		}
		if r.toks[k].mark || r.has(k, k+1, lexicon.TopicLead) {
			return j
		}
		k++
	}
	return k
}

// loneNoun reports that what stands before an "and" is one word that is no
// oxford reports a comma before an "and" further on in the list.
func (r *reading) oxford(j, hi int) bool {
	for k := j; k+1 < hi; k++ {
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
// alone reports a word that is a topic by itself.
func (r *reading) alone(k int) bool {
	return r.has(k, k+1, lexicon.TopicSingle) || r.has(k, k+1, lexicon.TopicNoun) || r.toks[k].caps && r.covered(r.toks[k].sent, k)
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
	if r.has(k, k+1, lexicon.TopicVerb) || r.has(k, k+1, lexicon.TopicEnd) {
		return false
	}
	if r.pairOfTopics(j, hi) {
		return true
	}
	for ; k < min(j+4, hi); k++ {
		if m := mentionAt(r.mentions[r.toks[k].sent], k); m != nil && m.kind != aPlace && !m.poss && !m.adj && !m.inner {
			return false
		}
	}
	return true
}
