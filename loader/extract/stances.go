package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// passive reads "was backed by X", "a plan rejected by Kyiv", and of what was
// agreed without a "by" the sides of the meeting told before. It returns the
// tokens taken, 0 for an active verb.
func (r *reading) passive(i int, c cue, s int) int {
	k := i - 1
	for k >= r.sents[s].lo && (r.verbModifier(k) && !r.has(k, k+1, lexicon.Auxiliary)) {
		k--
	}
	j := i + c.n
	by := j < r.sents[s].hi && r.toks[j].low == "by"
	was := k >= r.sents[s].lo && r.has(k, k+1, lexicon.Passive) && !strings.HasSuffix(r.toks[i].low, "ing")
	if !by && !was || c.word == "by" {
		return 0
	}
	if !was && k >= r.sents[s].lo && r.toks[k].low == "and" {
		return c.n // "based on X and supported by Y": of what, is told elsewhere
	}
	var actors []Actor
	if by {
		actors = r.agents(j+1, s)
	} else if r.has(i, i+1, lexicon.ActMutual) {
		actors = r.sidesLately(s)
	}
	lo, hi := r.patient(k+1, was, s)
	if r.has(lo, hi, lexicon.Expletive) && hi-lo == 1 && !by {
		lo, hi = r.complement(j, s)
	}
	if r.has(lo, lo+1, lexicon.ActVoid) && hi-lo == 1 || r.oneself(lo, hi, s) {
		return c.n
	}
	r.addPositions(actors, c.value, lo, hi, s)
	return c.n
}

// oneself reports a person as what is supported: he was welcomed.
func (r *reading) oneself(lo, hi, s int) bool {
	m := mentionEnding(r.mentions[s], hi)
	return m != nil && m.lo >= lo && (m.person >= 0 || m.kind == aGroup)
}

// patient is the subject of a passive whose participle stands at token k, or
// what a participle says more of.
func (r *reading) patient(k int, was bool, s int) (lo, hi int) {
	hi = k
	for hi > r.sents[s].lo && r.has(hi-1, hi, lexicon.Auxiliary) || was && hi > r.sents[s].lo && (r.has(hi-1, hi, lexicon.Passive) || r.verbModifier(hi-1)) {
		hi--
	}
	if hi > r.sents[s].lo && r.toks[hi-1].low == "," {
		hi--
	}
	lo = hi
	for lo > r.sents[s].lo && hi-lo < 16 && (!r.toks[lo-1].mark || r.toks[lo-1].hyphen) && r.segs[lo-1] == r.segs[hi-1] && !r.has(lo-1, lo, lexicon.ClauseBreak) && r.toks[lo-1].low != "that" {
		lo--
	}
	return lo, hi
}

// agents are the actors whom the "by" before token i names.
func (r *reading) agents(i, s int) []Actor {
	if i < r.sents[s].hi && r.toks[i].low == "the" {
		i++
	}
	m := mentionAt(r.mentions[s], i)
	if m == nil || m.inner || m.kind == aPlace && !m.metonym {
		return nil
	}
	if m.poss && !r.speaksFor(m.hi+1) && !r.sideNounAt(m.hi+1) {
		return nil
	}
	out := r.actorsOf(m)
	for j := r.joinedAfter(m.hi, s); j != nil; j = r.joinedAfter(j.hi, s) {
		out = append(out, r.actorsOf(j)...)
	}
	return r.together(out)
}

// joinedAfter is the actor that "and" or a comma joins to what ends at token
// k.
func (r *reading) joinedAfter(k, s int) *mention {
	n := k
	for n < r.sents[s].hi && n < k+3 && (r.toks[n].low == "," || r.toks[n].low == "and" || r.toks[n].low == "the") {
		n++
	}
	m := mentionAt(r.mentions[s], n)
	if n == k || m == nil || m.inner || m.poss || m.kind == aPlace {
		return nil
	}
	return m
}

// asked reads a verb whose complement follows whom it is put to: "asked
// Washington for missiles", "told Kyiv to withdraw".
func (r *reading) asked(i int, c cue, s int) int {
	if r.noVerb(i, c, s) || r.negated(c.value, i, s) == "" {
		return 0
	}
	j := i + c.n
	if j < r.sents[s].hi && r.toks[j].low == "the" {
		j++
	}
	if mentionAt(r.mentions[s], j) == nil && j+1 < r.sents[s].hi && r.has(j, j+1, lexicon.Honorific) {
		j++
	}
	m := mentionAt(r.mentions[s], j)
	if m == nil {
		return 0
	}
	k := m.hi
	if k+1 < r.sents[s].hi && r.toks[k].low == "not" {
		k++ // "warned Kyiv not to"
	}
	if k >= r.sents[s].hi || r.toks[k].low != "to" && r.toks[k].low != "for" {
		return 0
	}
	if r.toks[k].low == "for" && c.word != "asked" && c.value == "demands" {
		return 0
	}
	_, hi := r.complement(k, s)
	if r.has(k+1, k+2, lexicon.ActVoid) || hi-k < 2 {
		return 0
	}
	actors := r.actSubjects(i, s)
	r.addPositions(actors, c.value, m.lo, hi, s)
	if len(actors) == 0 {
		return 0
	}
	return hi - i
}

// named reads "Kyiv calls these conditions “capitulation”" and "called the
// measures illegal": a demand or plan that gets a name in quotes, and what is
// spoken ill of, is refused. It returns the tokens taken, 0 for no position.
func (r *reading) named(i int, c cue, s int) int {
	if r.actAsNoun(i, s) {
		return 0
	}
	hi := min(i+c.n+12, r.sents[s].hi)
	noun, quoted := false, false
	for k := i + c.n; k < hi && r.toks[k].low != ";"; k++ {
		noun = noun || r.has(k, k+1, lexicon.ActNoun) || r.has(k, k+1, lexicon.ProposalNoun)
		quoted = quoted || noun && isQuote(r.toks[k].text) || r.has(k, k+1, lexicon.ActScorn)
	}
	if !quoted {
		return 0
	}
	lo, end := r.complement(i+c.n, s)
	r.addPositions(r.actSubjects(i, s), c.value, lo, end, s)
	return end - i
}

// isQuote reports a mark that opens a quote.
func isQuote(s string) bool { return s == "“" || s == "\"" || s == "‘" }

// judged reads "unacceptable to Moscow": whom it is for accepts or refuses.
func (r *reading) judged(i int, c cue, s int) int {
	actors := r.agents(i+c.n, s)
	if len(actors) == 0 || r.conditional(i) {
		return 0
	}
	act := c.value
	if act == "accepts" && r.has(max(r.sents[s].lo, i-3), i, lexicon.Negation) {
		act = "rejects"
	}
	k := i
	for k > r.sents[s].lo && r.verbModifier(k-1) {
		k--
	}
	lo, hi := r.patient(k, false, s)
	r.addPositions(actors, act, lo, hi, s)
	return c.n
}

// hostile reads a threat on a condition: "if Kyiv refuses, the army will
// advance".
func (r *reading) hostile(i int, c cue, s int) int {
	lo := r.sents[s].lo
	k := i - 1
	for k > lo && i-k < 14 && r.toks[k].low != "will" && r.segs[k] == r.segs[i] {
		k--
	}
	if k < lo || r.toks[k].low != "will" {
		return 0
	}
	at := r.condition(s)
	if at < 0 {
		return 0
	}
	_, hi := r.complement(i, s)
	r.addPositions(r.speaker(i, s), c.value, min(at, i), hi, s)
	return c.n
}

// condition is where a sentence says "if" or "unless", -1 for nowhere.
func (r *reading) condition(s int) int {
	for k := r.sents[s].lo; k < r.sents[s].hi; k++ {
		if r.has(k, k+1, lexicon.Supposing) && r.toks[k].low != "whether" {
			return k
		}
	}
	return -1
}

// modal reads "must", "it is essential that": whoever says so demands it.
func (r *reading) modal(i int, c cue, s int) int {
	if i < r.stated || r.conditional(i) || r.segOf[r.segs[i]].relative {
		return 0
	}
	actors := r.speaker(i, s)
	if len(actors) == 0 {
		return 0
	}
	lo, hi := r.complement(i+c.n, s)
	if hi-lo < 1 || r.has(lo, lo+1, lexicon.ActVoid) {
		return 0
	}
	if c.n == 1 || c.word == "be" {
		lo, _ = r.patient(i, false, s)
		lo = max(lo, r.saidBy(i, s)+1)
	}
	act := c.value
	if act == "should" {
		act = "proposes"
		if b := r.beforeVerb(i, s); r.covered(s, b) {
			act = "demands" // of somebody
		}
	}
	r.addPositions(actors, act, lo, hi, s)
	return hi - i
}
