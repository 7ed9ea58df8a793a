package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// Openers of clauses that go on with the subject of the one before.
const (
	nextVerb = "and then" // a further verb: "received X and later met Y"
	gapped   = "gap"      // a further complement of its verb: "met X in Rome on Monday and Y in Oslo on Friday"
)

// shares reports a clause that has its subject from the one before.
func (c clause) shares() bool { return c.opener == nextVerb || c.opener == gapped }

// goesOn reports that at a comma or "and" the subject of the clause before
// meets somebody else, and how: by a further verb or a further complement.
func (r *reading) goesOn(i, hi int) string {
	if r.toks[i].low != "," && r.toks[i].low != "and" {
		return ""
	}
	k := r.triggerBefore(i)
	if k < 0 {
		return ""
	}
	j := r.pastAdverbs(i+1, hi)
	switch {
	case r.joins(i, j) && r.furtherVerb(r.pastTo(j, hi), hi) && (r.counterpartIn(k, i) || r.twoTimes(k, i, j, hi)):
		return nextVerb
	case r.furtherComplement(j, hi) && r.settingIn(k, i):
		return gapped
	}
	return ""
}

// joins reports that the comma or "and" at token i can join a further verb at
// token j to the one before: an "and", an adverb after it, or a date before it
// ("met X on Monday, received Y").
func (r *reading) joins(i, j int) bool {
	if r.toks[i].low == "and" || j > i+1 {
		return true
	}
	return r.timeEnds(i) && j < len(r.toks) && !strings.HasSuffix(r.toks[j].low, "ing")
}

// twoTimes reports a time with the verb at k, before the "and" at token i, and
// another with the verb at j: "flew there on Monday and met X the next day".
func (r *reading) twoTimes(k, i, j, hi int) bool {
	return r.timeIn(k, i) && r.timeIn(i+1, min(hi, j+20))
}

// triggerBefore is where the last word of meeting starts in the clause before
// token i, -1 for none.
func (r *reading) triggerBefore(i int) int {
	for k := i - 1; k >= r.sents[r.toks[i].sent].lo && k >= i-40; k-- {
		if r.segs[k] != r.segs[i-1] || r.covered(r.toks[k].sent, k) || r.skipped(k) > 0 {
			continue
		}
		if r.has(k, k+1, lexicon.MeetVerb) || r.has(k, k+1, lexicon.MeetNoun) {
			return k
		}
	}
	if c := r.segOf[r.segs[i-1]]; c.opener == gapped {
		return c.lo
	}
	return -1
}

// pastAdverbs passes what may stand between "and" and a further verb or
// complement: "later", "on Friday", a comma.
func (r *reading) pastAdverbs(j, hi int) int {
	for n := 0; n < 5 && j < hi; n++ {
		switch {
		case r.toks[j].low == "," || r.toks[j].low == "and" || r.has(j, j+1, lexicon.AdverbOrder):
			j++
		case r.isTime(j):
			j = r.timeEnd(j)
		case r.has(j, j+1, lexicon.ArgPlace) && j+1 < hi && r.isTime(j+1):
			j++ // "on Friday"
		case r.has(j, j+1, lexicon.ArgPlace) && j+2 < hi && r.toks[j+1].low == "the" && r.isTime(j+2):
			j += 2 // "on the third of May"
		default:
			return j
		}
	}
	return j
}

// pastTo passes the "to" of a further infinitive: "to see X and to meet Y".
func (r *reading) pastTo(j, hi int) int {
	if j+1 < hi && r.toks[j].low == "to" {
		return j + 1
	}
	return j
}

// furtherVerb reports a verb of meeting at token j with somebody after it.
func (r *reading) furtherVerb(j, hi int) bool {
	if j >= hi || r.covered(r.toks[j].sent, j) || r.skipped(j) > 0 {
		return false
	}
	c, ok := r.cue(j, lexicon.MeetVerb)
	if !ok || c.value == "adds" || r.has(j, j+1, lexicon.MeetNoun) {
		return false
	}
	return r.counterpartIn(j+c.n, min(hi, j+c.n+12)) || c.value == "travel" && r.placeAt(j+c.n)
}

// counterpartIn reports people, or a side after "with", in tokens [lo, hi).
func (r *reading) counterpartIn(lo, hi int) bool {
	if lo >= hi {
		return false
	}
	for k := range r.mentions[r.toks[lo].sent] {
		m := &r.mentions[r.toks[lo].sent][k]
		if m.lo >= lo && m.hi <= hi && !m.inner && !m.poss && (m.human() && m.kind != aGroup || !m.human() && r.afterWith(m)) {
			return true
		}
	}
	return false
}

// settingIn reports a place or a time in tokens [lo, hi), with somebody
// before it.
func (r *reading) settingIn(lo, hi int) bool {
	return r.settingAt(lo, hi) >= 0 && r.counterpartIn(lo, hi)
}

// settingAt is where the first place or time in tokens [lo, hi) starts, -1
// for none.
func (r *reading) settingAt(lo, hi int) int {
	for k := lo; k < hi; k++ {
		if r.isTime(k) {
			return k
		}
		if c, ok := r.cue(k, lexicon.PlaceAfter); ok && c.value == "within" && k+1 < hi && r.placeAt(k+1) {
			return k
		}
	}
	return -1
}

// placeAt reports a place or state at token k, an article passed over.
func (r *reading) placeAt(k int) bool {
	if r.toks[k].low == "the" {
		k++
	}
	if k >= len(r.toks) {
		return false
	}
	m := mentionAt(r.mentions[r.toks[k].sent], k)
	return m != nil && (m.kind == aPlace || m.kind == aState && !m.adj)
}

// furtherComplement reports somebody at token j, with a place or a time of his own
// and no verb.
func (r *reading) furtherComplement(j, hi int) bool {
	if j < hi && (r.has(j, j+1, lexicon.CounterpartAfter) || r.has(j, j+1, lexicon.ArgBy)) {
		j++
	}
	for j < hi && (r.toks[j].low == "the" || r.has(j, j+1, lexicon.Honorific) && mentionAt(r.mentions[r.toks[j].sent], j) == nil) {
		j++
	}
	if j >= hi {
		return false
	}
	m := mentionAt(r.mentions[r.toks[j].sent], j)
	if m != nil && m.poss && m.kind == aState && m.hi+1 < hi {
		m = mentionAt(r.mentions[m.sent], m.hi+1) // "Mali's X"
	}
	if m == nil || m.inner || m.poss || !m.human() || m.kind == aGroup {
		return false
	}
	end := m.hi
	if end < hi && r.toks[end].low == "," && r.titleApart(m) {
		end++ // "and the minister, X, on Friday"
	}
	for end < hi && r.toks[end].low != "and" && r.toks[end].low != ";" && r.toks[end].low != "," {
		if r.finiteVerb(end) || r.has(end, end+1, lexicon.ClauseBreak) || r.has(end, end+1, lexicon.MeetNoun) {
			return false
		}
		end++
	}
	return r.settingAt(m.hi, end) >= 0 || r.settingAt(r.clauseStart(j), j) >= 0
}

// titleApart reports a mention in which a comma parts a title from a name.
func (r *reading) titleApart(m *mention) bool {
	for k := m.lo + 1; k < m.nlo; k++ {
		if r.toks[k].low == "," {
			return true
		}
	}
	return false
}

// clauseStart is the comma or "and" before token j.
func (r *reading) clauseStart(j int) int {
	for j > r.sents[r.toks[j].sent].lo && r.toks[j].low != "," && r.toks[j].low != "and" {
		j--
	}
	return j
}

// furtherEvent is the event of a clause that opens at token i and shares the
// verb of the one before it; nil where none does.
func (r *reading) furtherEvent(i, s int) *event {
	c := r.segOf[r.segs[i]]
	if c.lo != i || c.opener != gapped {
		return nil
	}
	for k := len(r.events) - 1; k >= 0 && r.events[k].sent == s; k-- {
		if f := r.events[k]; f.seg == c.parent || f.seg == r.segs[i] {
			return &event{sent: s, seg: r.segs[i], lo: i, hi: i + 1, noun: f.noun, word: f.word, kind: f.kind, like: f, rules: f.rules[:1]}
		}
	}
	return nil
}

// sharedStatus is the status of the verb before, whose "will" a further verb
// shares: "will meet X and then hold talks with Y"; "" for none.
func (r *reading) sharedStatus(e *event) string {
	c := r.segOf[e.seg]
	if c.opener != nextVerb || strings.HasSuffix(e.word, "ed") || r.has(e.lo, e.lo+1, lexicon.VerbPast) {
		return ""
	}
	for k := len(r.events) - 1; k >= 0 && r.events[k].sent == e.sent; k-- {
		if f := r.events[k]; f.seg == c.parent {
			return f.status
		}
	}
	return ""
}
