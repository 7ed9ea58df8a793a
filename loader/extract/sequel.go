package extract

import "parley/loader/lexicon"

// hearSequel gives a meeting the place and the day that the sentence after it
// tells of it alone: "It took place in Oslo", "The setting was a castle near
// Riga."
func (r *reading) hearSequel(e *event) {
	s := e.sents[len(e.sents)-1] + 1
	if e.kind == "call" || s >= len(r.sents) || r.sents[s].par != r.sents[s-1].par {
		return
	}
	setting := r.has(r.sents[s].lo, r.sents[s].lo+1, lexicon.PlaceSetting)
	if !setting && !r.itWasHeld(s) {
		return
	}
	if m := r.placeBefore(s, r.sents[s].hi); m != nil && e.placeless() {
		r.setPlace(e, m)
	} else if m := r.firstPlace(s); m != nil && setting && e.placeless() {
		r.setPlace(e, m)
	}
	for k := range r.dates[s] {
		if w := &r.dates[s][k]; e.date == "" && !w.bound {
			e.date = r.dateOf(e, w)
		}
	}
	e.sents = addSentence(e.sents, s)
}

// itWasHeld reports a sentence of which "it" is the subject and "took place",
// "ended" or the like the verb.
func (r *reading) itWasHeld(s int) bool {
	lo, hi := r.sents[s].lo, r.sents[s].hi
	if lo >= hi || r.toks[lo].low != "it" {
		return false
	}
	i, ok := r.first(lo+1, min(lo+4, hi), lexicon.TimeHeld)
	return ok && !r.covered(s, i)
}

// firstPlace is the first place that sentence s names, nil for none.
func (r *reading) firstPlace(s int) *mention {
	for k := range r.mentions[s] {
		if m := &r.mentions[s][k]; m.kind == aPlace && !m.adj {
			return m
		}
	}
	return nil
}
