package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// afterAdjuncts passes the time and the place that stand between a verb of
// position and what it governs: "agreed on Saturday in Rome to".
func (r *reading) afterAdjuncts(i, s int) int {
	end := r.sents[s].hi
	i = r.afterInsertion(i, end)
	for n := 0; n < 3 && i < end; n++ {
		j := i
		for j < end && (r.has(j, j+1, lexicon.ArgPlace) && r.toks[j].low != "to" || r.toks[j].low == "late" || r.toks[j].low == "early") {
			j++
		}
		hi := r.timeStarting(j, s)
		if hi < 0 && r.toks[min(i-1, end-1)].low == "on" {
			hi = r.timeStarting(i, s)
		}
		if m := mentionAt(r.mentions[s], j); hi < 0 && j > i && m != nil && m.kind == aPlace {
			hi = m.hi
		}
		if hi < 0 {
			break
		}
		i = hi
	}
	return i
}

// afterInsertion passes what interrupts a sentence: ", in English, that", or
// between two parts of a quote, ” said the minister “.
func (r *reading) afterInsertion(i, end int) int {
	if i+1 < end && r.toks[i].low == "," && r.toks[i+1].mark {
		i++ // “We stand ready,” said
	}
	if i >= end || r.toks[i].low != "," && r.toks[i].text != "”" && r.toks[i].text != "\"" {
		return i
	}
	comma := r.toks[i].low == ","
	for j := i + 1; j+1 < min(i+9, end); j++ {
		switch {
		case comma && r.toks[j].low == "," && (r.toks[j+1].low == "that" || r.toks[j+1].low == "to"):
			return j + 1
		case !comma && isQuote(r.toks[j].text):
			return j + 1
		}
	}
	return i
}

// withObject puts before what a verb in a relative clause governs the object
// that the clause is about: "the questions, which Kyiv refuses to settle".
func (r *reading) withObject(i, lo, hi, s int) (int, int) {
	seg := r.segs[i]
	c := r.segOf[seg]
	if !c.relative || r.toks[c.lo].low != "which" || r.beforeVerb(i, s) <= c.lo || r.has(c.lo-1, c.lo, lexicon.ActUnder) {
		return lo, hi
	}
	for k := lo; k < hi; k++ {
		if r.segs[k] == c.parent {
			hi = k
		}
	}
	for k := c.lo - 1; k >= max(c.lo-7, r.sents[s].lo); k-- {
		if r.has(k, k+1, lexicon.Definite) || r.has(k, k+1, lexicon.PronounPoss) {
			return k, hi
		}
	}
	return lo, hi
}

// timeStarting is where the expression of time ends that starts at token i, -1
// for none.
func (r *reading) timeStarting(i, s int) int {
	for _, w := range r.dates[s] {
		if w.lo == i {
			return w.hi
		}
	}
	return -1
}

// complement is what a cue of position governs: to the end of its clause,
// without a leading "that", "to", "for".
func (r *reading) complement(i, s int) (lo, hi int) {
	const longest = 32
	end := r.sents[s].hi
	for i < end && r.has(i, i+1, lexicon.ActLead) {
		i++
	}
	for j := i; j < end; j++ {
		switch t := r.toks[j]; {
		case t.low == ";" || j-i >= longest || j > i && t.low == "." && j == end-1:
			return i, j
		case j == i:
		case t.low == "and" && (r.verbNext(j+1, s) || r.ownedNext(j+1, s)):
			return i, r.trimComma(i, j)
		case t.low == "while" || t.low == "but" || r.sayerAt(j, end, s) != nil:
			return i, r.trimComma(i, j)
		}
	}
	return i, end
}

// verbNext reports that the clause goes on at token j with another verb, or
// with more of what was said.
func (r *reading) verbNext(j, s int) bool {
	if j >= r.sents[s].hi {
		return false
	}
	for j < r.sents[s].hi-1 && r.verbModifier(j) {
		j++
	}
	verb := r.has(j, j+1, lexicon.Act) || r.has(j, j+1, lexicon.ActAsk) || r.has(j, j+1, lexicon.TopicVerb) || r.has(j, j+1, lexicon.ReportVerb)
	return r.toks[j].low == "that" || verb && !r.actAsNoun(j, s)
}

// ownedNext reports that another position follows an "and" as a noun: "and
// Qatar's pledge to".
func (r *reading) ownedNext(j, s int) bool {
	m := mentionAt(r.mentions[s], j)
	if m == nil || !m.poss {
		return false
	}
	for k := m.hi; k < min(m.hi+4, r.sents[s].hi); k++ {
		if c, ok := r.cue(k, lexicon.ActNoun); ok {
			return r.nounOpens(k+c.n, s)
		}
	}
	return false
}

// trimComma drops a comma at the end.
func (r *reading) trimComma(lo, hi int) int {
	if hi > lo && r.toks[hi-1].low == "," {
		return hi - 1
	}
	return hi
}

// voidComplement reports words that make no position of a verb: "declined to
// comment", "agreed to stay in touch", "welcomed him", "warned of rain".
func (r *reading) voidComplement(i int, c cue, lo, hi int) bool {
	s := r.toks[i].sent
	first := r.toks[i+c.n].low
	switch {
	case r.toks[lo].mark && r.toks[lo].low != "“" && r.toks[lo].low != "\"" && r.toks[lo].low != "‘":
		return true
	case r.has(lo, lo+1, lexicon.ActVoid) || i+c.n == lo && r.has(lo, lo+1, lexicon.Auxiliary):
		return true
	case (r.toks[lo].low == "in" || r.toks[lo].low == "at") && mentionAt(r.mentions[s], lo+1) != nil:
		return true
	case c.value == "threatens" && !r.aims(i, lo, hi, s):
		return true
	case c.value == "demands" && c.word == "on" && strings.HasPrefix(r.toks[i].low, "call"):
		return !r.hasWord(lo, hi, "to")
	case c.value == "supports" && i+c.n == lo:
		m := mentionAt(r.mentions[s], lo)
		return m != nil && !m.poss && !m.adj && m.person >= 0 || first == "him" || first == "them" || first == "it"
	case c.value == "agrees" && c.n == 1:
		return first == "for" || first == "by"
	}
	return false
}

// aims reports a threat that names whom it is for, or on what condition: other
// warnings only foretell.
func (r *reading) aims(i, lo, hi, s int) bool {
	if !strings.HasPrefix(r.toks[i].low, "warn") {
		return true
	}
	for k := range r.mentions[s] {
		if m := &r.mentions[s][k]; m.lo >= lo && m.hi <= hi && m.kind != aPlace {
			return r.toks[lo].low != "against" && r.toks[lo].low != "of"
		}
	}
	return r.has(lo, hi, lexicon.Supposing)
}

// hasWord reports a word within [lo, hi).
func (r *reading) hasWord(lo, hi int, word string) bool {
	for k := lo; k < hi; k++ {
		if r.toks[k].low == word {
			return true
		}
	}
	return false
}

// voices reports a verb that only gives voice to a position which its words
// state: "underscored the United States' rejection of", "reaffirmed that the
// United States stands with".
func (r *reading) voices(i, lo, hi, s int) bool {
	if !r.has(i, i+1, lexicon.ActVoice) {
		return false
	}
	for k := lo; k < hi; k++ {
		if c, ok := r.cue(k, lexicon.ActNoun); ok && r.nounOwner(k, c, s) != nil && r.nounOpens(k+c.n, s) {
			return true
		}
		if c, ok := r.cue(k, lexicon.Act); ok && k > lo && !r.noVerb(k, c, s) && r.subjectWithin(k, lo, s) {
			return true
		}
	}
	return false
}

// subjectWithin reports that the verb at token k has a subject of its own after
// token lo: "that the United States stands".
func (r *reading) subjectWithin(k, lo, s int) bool {
	b := r.beforeVerb(k, s)
	m := mentionEnding(r.mentions[s], b+1)
	return m != nil && m.lo >= lo && !m.inner && !r.subordinate(m)
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
