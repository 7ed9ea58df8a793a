package extract

import (
	"cmp"
	"slices"

	"parley/loader/lexicon"
)

// speech is what somebody is quoted as saying: tokens [lo, hi), without their
// quotation marks.
type speech struct {
	lo, hi int
	by     []Actor
	named  int  // the sentence that names the speaker
	quoted bool // in quotation marks; else a statement after a colon
}

// minSpeech is the length in tokens of a quote that says something; a shorter
// one only borrows a word.
const minSpeech = 4

// findSpeech finds who speaks in the quotes of the document and in statements
// that "X said:" opens.
func (r *reading) findSpeech() {
	var last *speech
	for i := 0; i < len(r.toks); {
		s, next := r.toks[i].sent, i+1
		switch t := r.toks[i].text; {
		case t == "“" || t == "\"":
			last, next = r.quoteAt(i, last)
		case t == ":" && next == r.sents[s].hi:
			if v := r.statement(s); v != nil {
				r.speeches, last, next = append(r.speeches, v), v, v.hi
			}
		}
		i = next
	}
}

// quoteAt records the quote that the mark at token i opens, if its speaker is
// known, and returns the last known speech and the token to go on from.
func (r *reading) quoteAt(i int, last *speech) (*speech, int) {
	hi, next := r.quoteEnd(i)
	if hi == 0 {
		return last, next
	}
	v := r.quoteBy(i, hi, last)
	if v != nil {
		r.speeches = append(r.speeches, v)
	}
	return v, next
}

// quoteEnd is the last token of the quote that opens at token i, its closing
// mark or the end of a paragraph after which it goes on with a mark of its own,
// 0 where it doesn't end; and the token after what it has looked at.
func (r *reading) quoteEnd(i int) (hi, next int) {
	const longest = 400
	open := r.toks[i].text
	par := r.sents[r.toks[i].sent].par
	for k := i + 1; k < min(len(r.toks), i+longest); k++ {
		t := r.toks[k].text
		if r.sents[r.toks[k].sent].par != par {
			if t == open && k > i+1 {
				return k - 1, k
			}
			return 0, k
		}
		if t == "”" || open == "\"" && t == "\"" {
			return k, k + 1
		}
	}
	return 0, min(len(r.toks), i+longest)
}

// quoteBy is the speech of the quote between marks [lo, hi], nil where nobody
// is named who says it.
func (r *reading) quoteBy(lo, hi int, last *speech) *speech {
	v := &speech{lo: lo + 1, hi: hi, quoted: true}
	s, end := r.toks[lo].sent, r.toks[hi].sent
	if hi-lo <= minSpeech && !r.has(hi+1, hi+2, lexicon.ActVoice) {
		return nil
	}
	if v.by = r.sayerAfter(hi+1, end, last); len(v.by) > 0 {
		v.named = end
		return v
	}
	if v.by = r.sayerBefore(lo, s); len(v.by) > 0 {
		v.named = s
		return v
	}
	if last != nil && r.saysMore(last, lo) {
		v.by, v.named = last.by, last.named
		return v
	}
	return nil
}

// saysMore reports a quote that goes on with what was said before: it opens
// its sentence, and nobody else spoke in between.
func (r *reading) saysMore(last *speech, lo int) bool {
	s := r.toks[lo].sent
	return lo == r.sents[s].lo && last.quoted && s-r.toks[last.hi-1].sent <= 1 || s == r.toks[last.hi-1].sent
}

// sayerAfter are those whom a verb of saying names after a quote that ends
// before token i: "…", he said; "…", said the minister.
//
// A "he" right after the quotes of somebody is the same speaker, last.
func (r *reading) sayerAfter(i, s int, last *speech) []Actor {
	hi := min(i+10, r.sents[s].hi)
	for k := i; k < hi && !isQuote(r.toks[k].text); k++ {
		if !r.has(k, k+1, lexicon.ActVoice) || r.covered(s, k) {
			continue
		}
		for j := k + 1; j < min(k+3, hi); j++ {
			if m := mentionAt(r.mentions[s], j); m != nil && !m.poss && !m.inner && r.mentionsBetween(s, i, k) == 0 {
				return r.actorsOf(m)
			}
		}
		if r.mentionsBetween(s, i, k) > 0 {
			if m := mentionEnding(r.mentions[s], k); m != nil && m.kind == aPronoun && last != nil && s-r.toks[last.hi-1].sent <= 2 {
				return last.by
			}
			return r.subjectsOf(k, s)
		}
	}
	return nil
}

// sayerBefore are those whom a verb of saying names before the quote at token
// i: "he said: “…”".
func (r *reading) sayerBefore(i, s int) []Actor {
	for k := i - 1; k >= max(r.sents[s].lo, i-14); k-- {
		if r.has(k, k+1, lexicon.ActVoice) && !r.covered(s, k) {
			return r.subjectsOf(k, s)
		}
	}
	if i > r.sents[s].lo && (r.toks[i-1].low == "," || r.toks[i-1].low == ":") {
		return r.clauseSubjects(i, i-1, s) // "defended his decision: “…”"
	}
	return nil
}

// statement is the speech that sentence s opens with a colon: all that follows,
// until the text speaks of the speaker again.
func (r *reading) statement(s int) *speech {
	const longest = 60
	if s+1 >= len(r.sents) || isQuote(r.toks[r.sents[s+1].lo].text) {
		return nil
	}
	by := r.sayerBefore(r.sents[s].hi-1, s)
	if len(by) != 1 {
		return nil
	}
	v := &speech{lo: r.sents[s+1].lo, by: by, named: s}
	e := s + 1
	for e < min(len(r.sents), s+longest) && !r.speaksOf(e, by[0]) {
		e++
	}
	if v.hi = r.sents[e-1].hi; v.hi <= v.lo {
		return nil
	}
	return v
}

// speaksOf reports a sentence that names an actor.
func (r *reading) speaksOf(s int, a Actor) bool {
	return slices.ContainsFunc(r.mentions[s], func(m mention) bool {
		b := r.actorOf(&m)
		return b != nil && *b == a
	})
}

// speechAt is the speech in which token i stands, nil for none.
func (r *reading) speechAt(i int) *speech {
	n, ok := slices.BinarySearchFunc(r.speeches, i, func(v *speech, i int) int { return cmp.Compare(v.lo, i) })
	if !ok {
		n--
	}
	if n >= 0 && i < r.speeches[n].hi {
		return r.speeches[n]
	}
	return nil
}

// speaker are those who say what stands at token i: whom a quote or the clause
// around it names, or for a "we" the publisher.
func (r *reading) speaker(i, s int) []Actor {
	if v := r.speechAt(i); v != nil {
		return v.by
	}
	if k := r.saidBy(i, s); k >= 0 {
		return r.actSubjects(k, s)
	}
	if as := r.trailing(i, s); len(as) > 0 {
		return as
	}
	if r.publisher != nil && (r.has(r.segOf[r.segs[i]].lo, i+1, lexicon.PronounWe)) {
		return []Actor{*r.publisher}
	}
	return nil
}

// saidBy is the verb before token i that gives voice to what stands there, -1
// for none.
func (r *reading) saidBy(i, s int) int {
	that := false
	for k := i - 1; k >= max(r.sents[s].lo, i-30); k-- {
		t := r.toks[k]
		if t.low == ";" {
			return -1
		}
		if r.has(k, k+1, lexicon.ActVoice) && !r.covered(s, k) && !r.actAsNoun(k, s) {
			if that || r.segOf[r.segs[i]].opener == "said" || r.opensContent(k+1, s) {
				return k
			}
			return -1
		}
		that = that || t.low == "that" || t.low == ":"
	}
	return -1
}

// opensContent reports that what a verb of saying tells starts at token k.
func (r *reading) opensContent(k, s int) bool {
	for k < r.sents[s].hi && (r.has(k, k+1, lexicon.Definite) || r.verbModifier(k)) {
		k++
	}
	return k < r.sents[s].hi && !r.toks[k].mark && !r.has(k, k+1, lexicon.ActUnder)
}

// trailing are the speakers whom the end of a sentence names: ", he said".
func (r *reading) trailing(i, s int) []Actor {
	hi := r.sents[s].hi
	for k := i + 1; k < hi; k++ {
		if m := r.sayerAt(k, hi, s); m != nil {
			return r.actorsOf(m)
		}
	}
	return nil
}

// sayerAt is the mention that a comma at token k and a verb of saying stand
// around, nil for none.
func (r *reading) sayerAt(k, hi, s int) *mention {
	if r.toks[k].low != "," {
		return nil
	}
	for j := k + 1; j < min(k+4, hi); j++ {
		if m := mentionAt(r.mentions[s], j); m != nil {
			if m.hi < hi && r.has(m.hi, m.hi+1, lexicon.ActVoice) && !m.poss && (m.hi+1 == hi || r.toks[m.hi+1].low != "that") {
				return m
			}
			return nil
		}
	}
	return nil
}

// maxSayings bounds the plain quotes of one document.
const maxSayings = 12

// addSayings records what actors are quoted as saying where the quote has
// shown no stronger position.
func (r *reading) addSayings() {
	n, stances := 0, r.positions
	for _, v := range r.speeches {
		s := r.toks[v.lo].sent
		if n == maxSayings || !v.quoted || v.hi-v.lo < 2*minSpeech || r.stronger(v, stances) {
			continue
		}
		before := len(r.positions)
		r.addPositions(v.by, "says", v.lo, min(v.hi, v.lo+60), s)
		if len(r.positions) > before {
			n++
		}
	}
	slices.SortStableFunc(r.positions, func(a, b Position) int { return cmp.Compare(a.Evidence[0].Start, b.Evidence[0].Start) })
}

// stronger reports a position of the speaker's, among those found, from the
// sentences of a quote.
func (r *reading) stronger(v *speech, found []Position) bool {
	lo, hi := r.sents[r.toks[v.lo].sent].Start, r.sents[r.toks[v.hi-1].sent].End
	n, _ := slices.BinarySearchFunc(found, lo, func(p Position, lo int) int { return cmp.Compare(p.Evidence[0].Start, lo) })
	for _, p := range found[n:] {
		if p.Evidence[0].Start >= hi {
			break
		}
		if slices.Contains(v.by, p.Actor) {
			return true
		}
	}
	return false
}
