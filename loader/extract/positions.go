package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// stanceWords are the classes whose phrases can state a position.
var stanceWords = lexicon.ClassesOf(lexicon.Act, lexicon.ActModal, lexicon.ActAsk, lexicon.ActNoun, lexicon.ActNames,
	lexicon.ActPrepared, lexicon.ActNot, lexicon.ActJudged, lexicon.ActHostile)

// findPositions reads what actors demand, offer, refuse, agree to, and what
// they are quoted as saying.
func (r *reading) findPositions() {
	r.acting = map[string]*Actor{}
	for _, p := range r.people {
		r.acting[p.Name] = p.Party
	}
	r.findSpeech()
	for s := range r.sents {
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			if !r.classes[i].Meets(&stanceWords) {
				continue
			}
			if n := r.positionAt(i, s); n > 0 {
				i += n - 1
			}
		}
	}
	r.addSayings()
}

// positionAt reads the position whose cue stands at token i and returns how
// many tokens it takes, 0 for none.
func (r *reading) positionAt(i, s int) int {
	if c, ok := r.cue(i, lexicon.ActNot); ok {
		return c.n // "should have known": a regret, no demand
	}
	for _, k := range []struct {
		class lexicon.Class
		read  func(i int, c cue, s int) int
	}{
		{lexicon.ActPrepared, r.prepared},
		{lexicon.ActNoun, r.stanceNoun},
		{lexicon.ActNames, r.named},
		{lexicon.ActJudged, r.judged},
		{lexicon.ActHostile, r.hostile},
		{lexicon.ActAsk, r.asked},
		{lexicon.Act, r.verb},
		{lexicon.ActModal, r.modal},
	} {
		if c, ok := r.cue(i, k.class); ok && !r.covered(s, i) {
			if n := k.read(i, c, s); n > 0 {
				return n
			}
		}
	}
	return 0
}

// verb reads a verb of position: "rejected the proposal", "was backed by".
func (r *reading) verb(i int, c cue, s int) int {
	if c.value == "none" || r.noVerb(i, c, s) {
		return 0
	}
	if n := r.passive(i, c, s); n > 0 {
		return n
	}
	lo, hi := r.complement(r.afterAdjuncts(i+c.n, s), s)
	lo, hi = r.withObject(i, lo, hi, s)
	if hi-lo < 1 || r.voidComplement(i, c, lo, hi) {
		return c.n
	}
	if r.voices(i, lo, hi, s) {
		return c.n // "reaffirmed that the United States supports": what is reaffirmed counts
	}
	actors := r.actSubjects(i, s)
	act := r.negated(r.vowed(c.value, lo, hi, len(actors)), i, s)
	if c.value == "agrees" && act == "rejects" && len(actors) > 1 {
		return c.n // the sides have not agreed: no refusal of either
	}
	if act == "offers" && len(actors) > 1 {
		act = "agrees" // "the two pledged to"
	}
	if act == "" || len(actors) == 0 {
		return c.n
	}
	r.addPositions(actors, act, lo, hi, s)
	r.nounsWithin(lo, hi, s)
	r.stated = hi
	return c.n
}

// vowed says of a vow whether it is a threat or an offer, and of a commitment,
// by how many share it, whether they agree on something or support it.
func (r *reading) vowed(act string, lo, hi, actors int) string {
	next, _ := r.cue(lo, lexicon.Act)
	switch {
	case act == "vows" && r.has(lo, hi, lexicon.ActHostile):
		return "threatens"
	case act == "vows":
		return "offers"
	case act == "commits" && actors > 1 && next.value != "supports":
		return "agrees"
	case act == "commits":
		return "supports"
	}
	return act
}

// noVerb reports a cue that states nothing here: a noun, part of a compound, an
// infinitive that no subject governs, a supposition.
func (r *reading) noVerb(i int, c cue, s int) bool {
	return r.actAsNoun(i, s) || r.untensed(i, c, s) || r.conditional(i) || i > 0 && r.toks[i-1].hyphen ||
		r.has(r.beforeVerb(i, s)+1, i, lexicon.ActMaybe) || r.doubted(i, s)
}

// doubted reports what somebody does not say or believe: "did not think that
// Kyiv would agree".
func (r *reading) doubted(i, s int) bool {
	k := r.saidBy(i, s)
	return k >= 0 && r.has(r.beforeVerb(k, s)+1, k, lexicon.Negation)
}

// untensed reports an infinitive ("to support X"), one that continues another
// ("to meet and agree on") or a participle that a preposition or a noun
// governs ("focused on supporting").
func (r *reading) untensed(i int, c cue, s int) bool {
	k, lo := i-1, r.sents[s].lo
	for k >= lo && r.verbModifier(k) && !r.has(k, k+1, lexicon.Auxiliary) {
		k--
	}
	low := r.toks[i].low
	if strings.HasSuffix(low, "ing") && k >= lo {
		return r.has(k, k+1, lexicon.ActUnder) && r.toks[k].low != "by" || r.toks[k].low == "to"
	}
	if k < lo || strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "s") {
		return false
	}
	if r.toks[k].low == "to" {
		return true
	}
	if r.toks[k].low != "and" && r.toks[k].low != "," {
		return false
	}
	for ; k >= lo && r.segs[k] == r.segs[i]; k-- {
		if r.toks[k].low == "to" {
			return true
		}
	}
	return false
}

// negated turns an act of assent after a "not" into a refusal; what is not yet
// settled is none, nor is what is not refused.
func (r *reading) negated(act string, i, s int) string {
	lo := r.beforeVerb(i, s) + 1
	if !r.has(lo, i, lexicon.Negation) && !r.has(lo, i, lexicon.StatusNegated) {
		return act
	}
	for k := lo; k < i; k++ {
		if r.toks[k].low == "yet" || r.toks[k].low == "only" {
			return ""
		}
	}
	switch act {
	case "accepts", "agrees", "supports", "offers":
		return "rejects"
	}
	return ""
}

// conditional reports a clause that only supposes: "if Ukraine accepts".
func (r *reading) conditional(i int) bool {
	seg := r.segs[i]
	for k := i - 1; k >= r.segOf[seg].lo; k-- {
		if r.segs[k] != seg {
			continue
		}
		if r.has(k, k+1, lexicon.Supposing) {
			return true
		}
		if r.toks[k].low == "," && (r.toks[k+1].low == "and" || r.toks[k+1].low == "but") {
			return false // "if Kyiv began, and threatened": back in the clause around it
		}
	}
	return false
}

// actAsNoun reports that a verb's form stands as a noun.
func (r *reading) actAsNoun(i, s int) bool {
	if i == r.sents[s].lo {
		return false
	}
	low, under := r.toks[i].low, r.has(i-1, i, lexicon.ActUnder)
	switch {
	case under && strings.HasSuffix(low, "ing"): // "by suggesting": untensed says
	case r.has(i-1, i, lexicon.ActNounAfter) || r.possessiveAt(i-1):
		return true
	case under && r.toks[i-1].low != "to" && !strings.HasSuffix(low, "ed"):
		return true // "talks about demands"
	}
	m := mentionEnding(r.mentions[s], i)
	return m != nil && m.adj && !m.demonym && m.kind == aState
}

// prepared reads "the draft prepared by the US side": its author proposes it.
func (r *reading) prepared(i int, c cue, s int) int {
	a := r.actorFrom(s, i+c.n)
	if a == nil {
		return c.n
	}
	for _, p := range r.plansIn(s) {
		if p.hi <= i && i-p.hi <= 3 {
			r.addPositions([]Actor{*a}, "proposes", p.lo, p.hi, s)
			return c.n
		}
	}
	return c.n
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
		p := Position{Actor: a, Act: act, What: what, OnProposal: plan, Evidence: r.evidenceOf(a, lo, s)}
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

// evidenceOf is the sentence of a position, with the one that names its
// speaker where that is another.
func (r *reading) evidenceOf(a Actor, i, s int) []Span {
	out := []Span{r.sents[s].Span}
	if v := r.speechAt(i); v != nil && v.named != s && slices.Contains(v.by, a) {
		out = append(out, r.sents[v.named].Span)
	}
	return out
}

// taken reports that the sentence has shown the actor with this act already, in
// some of the same words.
func (r *reading) taken(p Position) bool {
	for _, q := range slices.Backward(r.positions) {
		if q.Evidence[0] != p.Evidence[0] {
			return false // of an earlier sentence
		}
		if q.Actor == p.Actor && q.Act == p.Act && (strings.Contains(q.What, p.What) || strings.Contains(p.What, q.What)) {
			return true
		}
	}
	return false
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
