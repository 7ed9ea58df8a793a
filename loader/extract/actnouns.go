package extract

import "parley/loader/lexicon"

// stanceNoun reads a position that a noun states: "Russia's main demands
// include", "the U.S. commitment to", "the refusal of the president to",
// "signalled its readiness to". It returns the tokens taken, 0 for no
// position.
func (r *reading) stanceNoun(i int, c cue, s int) int {
	if r.conditional(i) {
		return 0
	}
	j := i + c.n
	actors := r.nounOwner(i, c, s)
	if len(actors) == 0 || !r.nounOpens(j, s) {
		if actors, j = r.nounOf(j, s); len(actors) == 0 {
			return 0
		}
	}
	lo, hi := r.complement(j, s)
	for lo < hi && r.has(lo, lo+1, lexicon.ActNounBefore) {
		lo++
	}
	if hi-lo < 1 || r.has(lo, lo+1, lexicon.ActVoid) {
		return 0
	}
	r.addPositions(actors, c.value, lo, hi, s)
	r.nounsWithin(lo, hi, s)
	return hi - i
}

// nounsWithin reads the nouns of position within the words of another:
// "rejected Kyiv's demand that", "welcomed the pledge by".
func (r *reading) nounsWithin(lo, hi, s int) {
	for k := lo; k < hi; k++ {
		if c, ok := r.cue(k, lexicon.ActNoun); ok && !r.covered(s, k) {
			r.stanceNoun(k, c, s)
		}
	}
}

// nounOpens reports that what a noun of position is about follows at token j.
func (r *reading) nounOpens(j, s int) bool {
	return j < r.sents[s].hi && (r.toks[j].low == ":" || r.has(j, j+1, lexicon.ActNounBefore))
}

// nounOwner are the actors who own the noun at token i: "Japan's", "the U.S.",
// or with "its" the subject of the clause.
func (r *reading) nounOwner(i int, c cue, s int) []Actor {
	k := i - 1
	for n := 0; k >= r.sents[s].lo && n < 3; n++ {
		t := r.toks[k]
		if r.has(k, k+1, lexicon.PronounPoss) && !r.covered(s, k) || t.low == "our" {
			return r.actSubjects(k, s)
		}
		end := k + 1
		if r.possessiveAt(k) {
			end = k
		}
		if m := mentionEnding(r.mentions[s], end); m != nil {
			if !m.adj && !m.poss && m.kind != aState || m.inner {
				return nil
			}
			return r.actorsOf(m)
		}
		if t.mark || r.has(k, k+1, lexicon.ActUnder) || t.low == "to" || t.low == "the" || t.low == "a" || t.low == "and" {
			return nil
		}
		k--
	}
	return nil
}

// nounOf are the actors whom "by" or "of" names after a noun of position, and
// the token after them: "the pledge by Saudi Arabia to".
func (r *reading) nounOf(j, s int) ([]Actor, int) {
	if j+1 >= r.sents[s].hi || r.toks[j].low != "by" && r.toks[j].low != "of" {
		return nil, j
	}
	k := j + 1
	if r.toks[k].low == "the" {
		k++
	}
	m := mentionAt(r.mentions[s], k)
	if m == nil || m.poss || m.adj || m.inner || m.kind == aPlace && !m.metonym {
		return nil, j
	}
	end := m
	for n := r.joinedAfter(m.hi, s); n != nil; n = r.joinedAfter(n.hi, s) {
		end = n
	}
	if end.hi >= r.sents[s].hi || r.toks[end.hi].low != "to" && r.toks[end.hi].low != "that" {
		return nil, j
	}
	return r.agents(j+1, s), end.hi
}
