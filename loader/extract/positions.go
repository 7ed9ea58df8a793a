package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// findPositions reads what actors demand, offer, refuse, agree to.
func (r *reading) findPositions() {
	for s := range r.sents {
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			if n := r.positionAt(i, s); n > 0 {
				i += n - 1
			}
		}
	}
}

// positionAt reads the position whose cue stands at token i and returns the
// tokens of the cue, 0 for none.
func (r *reading) positionAt(i, s int) int {
	if c, ok := r.cue(i, lexicon.ActNot); ok {
		return c.n // "should have known": a regret, no demand
	}
	if c, ok := r.cue(i, lexicon.ActPrepared); ok {
		r.prepared(i, c, s)
		return c.n
	}
	if c, ok := r.cue(i, lexicon.ActNoun); ok {
		if hi := r.ownedNoun(i, c, s); hi > 0 {
			return hi - i
		}
	}
	if c, ok := r.cue(i, lexicon.ActNames); ok {
		if hi := r.named(i, c, s); hi > 0 {
			return hi - i
		}
	}
	c, ok := r.cue(i, lexicon.Act)
	if !ok || r.actAsNoun(i, s) || r.covered(s, i) || i+c.n < len(r.toks) && r.isTime(i+c.n) {
		return 0
	}
	lo, hi := r.complement(i+c.n, s)
	if hi-lo < 1 {
		return c.n
	}
	actors := r.actSubjects(i, s)
	if own := r.nounOwner(i, s, actors); own != nil {
		actors = []Actor{*own}
	}
	if own := r.lentActor(lo, hi, s); own != nil && c.value == "supports" {
		actors = []Actor{*own}
	}
	if r.conditional(i) {
		return c.n
	}
	r.addPositions(actors, r.negated(c.value, i, s), lo, hi, s)
	if len(actors) == 0 {
		return c.n
	}
	return hi - i
}

// negated turns an act of assent after a "not" into a refusal.
func (r *reading) negated(act string, i, s int) string {
	switch act {
	case "accepts", "agrees", "supports", "offers":
		if r.has(max(i-2, r.sents[s].lo), i, lexicon.Negation) {
			return "rejects"
		}
	}
	return act
}

// conditional reports a clause that only supposes: "if Ukraine accepts".
func (r *reading) conditional(i int) bool {
	seg := r.segs[i]
	for k := r.segOf[seg].lo; k < i; k++ {
		if r.segs[k] == seg && r.has(k, k+1, lexicon.Supposing) {
			return true
		}
	}
	return false
}

// actAsNoun reports that a verb's form stands as a noun.
func (r *reading) actAsNoun(i, s int) bool {
	if i == r.sents[s].lo {
		return false
	}
	if r.has(i-1, i, lexicon.ActNounAfter) || r.possessiveAt(i-1) {
		return true
	}
	m := mentionEnding(r.mentions[s], i)
	return m != nil && m.adj && !m.demonym && m.kind == aState
}

// prepared reads "the draft prepared by the US side": its author proposes it.
func (r *reading) prepared(i int, c cue, s int) {
	a := r.actorFrom(s, i+c.n)
	if a == nil {
		return
	}
	for _, p := range r.plansIn(s) {
		if p.hi <= i && i-p.hi <= 3 {
			r.addPositions([]Actor{*a}, "proposes", p.lo, p.hi, s)
			return
		}
	}
}

// ownedNoun reads "Russia's main demands include …".
//
// It returns the token after what is demanded, 0 for no position.
func (r *reading) ownedNoun(i int, c cue, s int) int {
	var owner *mention
	for k := range r.mentions[s] {
		if m := &r.mentions[s][k]; m.hi < i && i-m.hi <= 3 && (m.poss || m.adj) {
			owner = m
		}
	}
	j := i + c.n
	if owner == nil || j >= r.sents[s].hi {
		return 0
	}
	if r.toks[j].low != ":" && !r.has(j, j+1, lexicon.ActNounBefore) {
		return 0
	}
	a := r.actorOf(owner)
	if a == nil {
		return 0
	}
	lo, hi := r.complement(j+1, s)
	r.addPositions([]Actor{*a}, c.value, lo, hi, s)
	return hi
}

// named reads "Kyiv calls these conditions “capitulation”": a demand or plan
// that gets a name in quotes is refused. It returns the token after it, 0 for
// no position.
func (r *reading) named(i int, c cue, s int) int {
	hi := min(i+c.n+8, r.sents[s].hi)
	noun, quoted := false, false
	for k := i + c.n; k < hi; k++ {
		noun = noun || r.has(k, k+1, lexicon.ActNoun) || r.has(k, k+1, lexicon.ProposalNoun)
		quoted = quoted || noun && isQuote(r.toks[k].text)
	}
	if !quoted {
		return 0
	}
	lo, end := r.complement(i+c.n, s)
	r.addPositions(r.actSubjects(i, s), c.value, lo, end, s)
	return end
}

func isQuote(s string) bool { return s == "“" || s == "\"" || s == "‘" }

// complement is what a cue of position governs: to the end of its clause,
// without a leading "that", "to", "for".
func (r *reading) complement(i, s int) (lo, hi int) {
	const longest = 32
	end := r.sents[s].hi
	for i < end && (r.toks[i].low == "that" || r.toks[i].low == "to" || r.toks[i].low == "for" || r.toks[i].low == "on" || r.toks[i].low == ":") {
		i++
	}
	for j := i; j < end; j++ {
		t := r.toks[j]
		if t.low == ";" || j-i >= longest || j > i && (t.low == "." && j == end-1) {
			return i, j
		}
		if j > i && t.low == "and" && (r.has(j+1, j+2, lexicon.Act) || r.has(j+1, j+2, lexicon.TopicVerb) || r.has(j+1, j+2, lexicon.ReportVerb)) && !r.actAsNoun(j+1, s) {
			return i, j
		}
		if j > i && (t.low == "while" || t.low == "but") {
			return i, r.trimComma(i, j)
		}
	}
	return i, end
}

// trimComma drops a comma at the end.
func (r *reading) trimComma(lo, hi int) int {
	if hi > lo && r.toks[hi-1].low == "," {
		return hi - 1
	}
	return hi
}

// addPositions records one position for each actor.
func (r *reading) addPositions(actors []Actor, act string, lo, hi, s int) {
	if lo >= hi {
		return
	}
	what := trimPhrase(r.words(lo, hi))
	if what == "" {
		return
	}
	plan := r.planIn(lo, hi)
	for _, a := range actors {
		p := Position{Actor: a, Act: act, What: what, OnProposal: plan, Evidence: []Span{r.sents[s].Span}}
		if plan < 0 {
			p.OnActor = r.target(lo, hi, s, a)
		}
		if !r.taken(p) {
			r.positions = append(r.positions, p)
		}
		if plan >= 0 && act == "proposes" {
			r.proposals[plan].addAuthor(a)
		}
	}
}

// taken reports that the sentence has shown the actor with this act already.
func (r *reading) taken(p Position) bool {
	for _, q := range slices.Backward(r.positions) {
		if q.Evidence[0] != p.Evidence[0] {
			return false // of an earlier sentence
		}
		if q.Actor == p.Actor && q.Act == p.Act {
			return true
		}
	}
	return false
}

// trimPhrase drops the marks at the ends of a phrase, and a quotation mark that
// has lost its partner.
func trimPhrase(s string) string {
	s = strings.Trim(s, " ,;:.-–—")
	if strings.HasSuffix(s, ".”") {
		s = strings.TrimSuffix(s, ".”") + "”"
	}
	if !strings.Contains(s, "“") {
		s = strings.TrimSuffix(s, "”")
	}
	if !strings.Contains(s, "”") {
		s = strings.TrimPrefix(s, "“")
	}
	if strings.Count(s, "\"")%2 == 1 {
		s = strings.Trim(s, "\"")
	}
	return strings.TrimSpace(s)
}

// target is the first other actor that a position's words name.
func (r *reading) target(lo, hi, s int, by Actor) *Actor {
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.lo < lo || m.hi > hi || m.inner || m.adj {
			continue
		}
		if a := r.actorOf(m); a != nil && *a != by {
			return a
		}
	}
	return nil
}
