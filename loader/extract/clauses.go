package extract

import "parley/loader/lexicon"

// clause is a stretch of a sentence with one verb's arguments. A relative
// clause interrupts the one around it, so a clause's tokens need not be
// consecutive: reading.segs says to which one each token belongs.
type clause struct {
	sent   int
	lo     int // first token
	parent int // the clause around or before it, -1 for a sentence's first
	// antecedent is the index in the sentence's mentions of whom a relative
	// pronoun stands for, -1 for none.
	antecedent int
	relative   bool
	opener     string // the word that opened it: "who", "after", "that"
	reporter   int    // index of the mention that reports this clause, -1
	governor   int    // token of the verb that it completes: "proposed" of "proposed that they meet"; -1
}

// divideClauses cuts every sentence into clauses.
func (r *reading) divideClauses() {
	r.segs = zeros(r.segs, len(r.toks))
	for s := range r.sents {
		r.divide(s)
	}
}

// open starts a clause at token i.
func (r *reading) open(s, i, parent int, opener string) int {
	r.segOf = append(r.segOf, clause{sent: s, lo: i, parent: parent, antecedent: -1, opener: opener, reporter: -1, governor: -1})
	return len(r.segOf) - 1
}

// divide cuts one sentence.
func (r *reading) divide(s int) {
	sn := r.sents[s]
	start := r.afterDateline(s)
	cur := r.open(s, sn.lo, -1, "")
	for i := sn.lo; i < start; i++ {
		r.segs[i] = cur
	}
	if start > sn.lo {
		cur = r.open(s, start, -1, "")
	}
	back, strict := -1, false // the clause to go back to after one that interrupts it
	for i := start; i < sn.hi; i++ {
		if back >= 0 && r.comesBack(i, sn.hi, strict) && r.saidAll(cur, i) {
			r.segs[i] = back
			cur, back = back, -1
			continue
		}
		if opener, rel := r.breakAt(i, sn.hi, start); opener != "" {
			if follows := r.has(i, i+1, lexicon.Follows); back < 0 && (rel || follows || opener == "as") {
				back, strict = cur, follows && !rel && !r.adverbialPhrase(i, sn.hi)
			}
			cur = r.openAt(i, cur, opener, rel)
		}
		r.segs[i] = cur
	}
}

// andThat reports that a second "that" goes on with what a clause before it
// reports: "said that he would come and that talks".
func (r *reading) andThat(i int) bool {
	c := r.segOf[r.segs[i-1]]
	return r.toks[i].low == "that" && r.toks[i-1].low == "and" && c.opener == "said" && r.hasWord(c.lo, i, "that")
}

// openAt starts the clause at token i that breakAt found inside clause cur.
func (r *reading) openAt(i, cur int, opener string, relative bool) int {
	s := r.toks[i].sent
	if opener == gapped && r.segOf[cur].opener == gapped || opener == nextVerb && r.segOf[cur].shares() {
		cur = r.segOf[cur].parent // both complete one verb, or have one subject
	}
	if f := r.segOf[cur]; opener == "said" && r.andThat(i) {
		n := r.open(s, i, f.parent, opener)
		r.segOf[n].reporter, r.segOf[n].governor = f.reporter, f.governor
		return n
	}
	n := r.open(s, i, cur, opener)
	c := &r.segOf[n]
	if relative {
		c.relative, c.antecedent = true, r.lastMentionBefore(s, i)
	}
	if opener == "said" {
		c.reporter, c.governor = r.lastMentionBefore(s, i), r.governorOf(i)
	}
	return n
}

// breakAt reports that a clause opens at token i, with the word that opens it
// and whether it is a relative clause.
func (r *reading) breakAt(i, hi, lo int) (opener string, relative bool) {
	t := r.toks[i]
	if i == lo {
		return "", false
	}
	switch {
	case t.low == ";" || t.low == ":" || r.spacedDash(i):
		return t.low, false
	case r.relativeAt(i):
		return t.low, true
	case r.clauseWord(i, hi):
		return t.low, false
	}
	if c, ok := r.cue(i-1, lexicon.Reporting); ok && c.n == 1 && r.reportsClause(i, hi) && !r.covered(t.sent, i-1) && !r.tellsSomebody(i) {
		return "said", false
	}
	if r.toldBefore(i, hi) {
		return "said", false
	}
	if t.low == "that" && (r.governorOf(i) >= 0 || r.andThat(i)) {
		return "said", false
	}
	if t.low == "for" && r.subjectOfInfinitive(i, hi) {
		return "for", false
	}
	if t.low == "," && r.trailingReport(i+1, hi) && !r.adverbial(i) {
		return ",", false
	}
	if (t.low == "," || t.low == "and") && r.newSubject(i, hi) {
		return t.low, false
	}
	return r.goesOn(i, hi), false
}

// governorOf is the last verb of saying or proposing in the clause before
// token i, of which a clause that opens there tells the content; -1 for none.
func (r *reading) governorOf(i int) int {
	for k := i - 1; k >= 0 && k >= i-16 && r.segs[k] == r.segs[i-1] && r.toks[k].sent == r.toks[i].sent; k-- {
		if !r.covered(r.toks[k].sent, k) && !r.inTime(k) && (r.has(k, k+1, lexicon.Reporting) || r.has(k, k+1, lexicon.StatusProposed)) {
			return k
		}
	}
	return -1
}

// subjectOfInfinitive reports "for X to meet": the subject is the infinitive's
// and not the verb's before it.
func (r *reading) subjectOfInfinitive(i, hi int) bool {
	j := i + 1
	if j < hi && r.has(j, j+1, lexicon.Definite) {
		j++
	}
	m := mentionAt(r.mentions[r.toks[i].sent], j)
	return m != nil && m.hi+1 < hi && r.toks[m.hi].low == "to" && r.has(m.hi, m.hi+2, lexicon.MeetVerb)
}

// spacedDash reports a dash with white space before it.
func (r *reading) spacedDash(i int) bool {
	t := &r.toks[i]
	return t.mark && (t.text == "-" || t.text == "–" || t.text == "—") && i > 0 && r.toks[i-1].End < t.Start
}

// relativeAt reports a relative pronoun at i.
func (r *reading) relativeAt(i int) bool {
	c, ok := r.cue(i, lexicon.Relative)
	return ok && (c.value == "" || r.toks[i-1].low == c.value) // "where" only after a comma
}

// clauseWord reports a conjunction that opens a clause.
func (r *reading) clauseWord(i, hi int) bool {
	if c, ok := r.cue(i-1, lexicon.MeetVerb); ok && c.n > 1 {
		return false // "laid before the president"
	}
	if r.has(i-1, i, lexicon.Separate) {
		return false // "one after the other"
	}
	if !r.has(i, i+1, lexicon.ClauseBreak) {
		f, ok := r.cue(i, lexicon.Follows)
		return ok && (f.value == "after" || f.value == "before") && i+f.n < hi && !r.isTime(i+f.n) && !r.timeSoon(i+f.n, hi)
	}
	if i+1 < hi && r.noConjunction(i) {
		return false
	}
	if c, ok := r.cue(i, lexicon.AdverbOrder); ok && c.n > 1 {
		return false // "once more"
	}
	if r.toks[i].low == "what" {
		return i+1 < hi && r.has(i+1, i+2, lexicon.Auxiliary) // "over what had passed between them"
	}
	return r.toks[i].low != "as" && r.toks[i].low != "since" || r.toks[i-1].low == ","
}

// noConjunction reports "as well", and "once more": no clause starts there.
func (r *reading) noConjunction(i int) bool {
	next := r.toks[i+1].low
	return r.toks[i].low == "as" && next == "well" || r.toks[i].low == "once" && (next == "more" || next == "again")
}

// timeSoon reports a time expression within four tokens, with no actor and no
// verb before it: "the end of August", "the evening of Monday".
func (r *reading) timeSoon(i, hi int) bool {
	for k := i; k < min(i+4, hi) && (k == i || r.isArticle(i)); k++ {
		if r.isTime(k) || r.has(k, k+1, lexicon.TimePart) {
			return true
		}
		if mentionAt(r.mentions[r.toks[k].sent], k) != nil || r.finiteVerb(k) {
			return false
		}
	}
	return false
}

// reportsClause reports that what follows a verb of saying is a clause of its
// own: "that", a subject, an opening quote.
func (r *reading) reportsClause(i, hi int) bool {
	t := r.toks[i]
	if t.low == "that" || t.low == "he" || t.low == "she" || t.low == "they" || t.low == "the" || t.mark && t.low != "," && t.low != "." {
		return true
	}
	return t.caps || i+1 < hi && t.low == "on" && r.isTime(i+1) || r.isTime(i)
}

// adverbial reports that all the clause has before token i is where or when:
// "In Rome on Monday, X told Y".
func (r *reading) adverbial(i int) bool {
	s, lo := r.toks[i].sent, r.segOf[r.segs[i-1]].lo
	if !r.has(lo, lo+1, lexicon.ArgPlace) && !r.isTime(lo) {
		return false
	}
	for _, m := range r.mentions[s] {
		if m.lo >= lo && m.hi <= i && m.kind != aPlace && m.kind != aState {
			return false
		}
	}
	return !r.hasVerb(i)
}

// tellsSomebody reports "told" before somebody at token i: what he is told
// comes after him.
func (r *reading) tellsSomebody(i int) bool {
	s := r.toks[i].sent
	return r.has(i-1, i, lexicon.ReportTo) && mentionAt(r.mentions[s], r.pastHonorific(i, s)) != nil
}

// toldBefore reports that right after somebody who is told something a clause
// opens: "told Merz he would come".
func (r *reading) toldBefore(i, hi int) bool {
	if !r.covered(r.toks[i].sent, i-1) {
		return false // nobody ends there
	}
	m := mentionEnding(r.mentions[r.toks[i].sent], i)
	if m == nil || !m.human() || !r.has(max(r.sents[m.sent].lo, m.lo-2), m.lo, lexicon.ReportTo) {
		return false
	}
	return r.toks[i].low != "that" && !r.isTime(i) && !r.toks[i].mark && r.reportsClause(i, hi)
}

// trailingReport reports ", Araqchi said": a mention and a verb of saying.
func (r *reading) trailingReport(i, hi int) bool {
	if i >= hi || r.toks[i].low == "that" {
		return false
	}
	s := r.toks[i].sent
	for j := i; j < min(i+3, hi); j++ {
		if m := mentionAt(r.mentions[s], j); m != nil {
			for k := m.hi; k < min(m.hi+2, hi); k++ {
				if _, ok := r.cue(k, lexicon.Reporting); ok {
					return r.toks[k].low != "that"
				}
			}
			return false
		}
	}
	return false
}

// newSubject reports that after a comma or "and" a new subject and its verb
// follow.
func (r *reading) newSubject(i, hi int) bool {
	if !r.hasVerb(i) || r.toks[i].low == "and" && r.opensList(i) {
		return false // "the US and Ukraine declared": one subject
	}
	j := i + 1
	if j < hi && (r.toks[j].low == "and" || r.toks[j].low == "but") {
		j++
	}
	s := r.toks[i].sent
	if j+1 < hi && r.has(j, j+1, lexicon.ArgPlace) && r.isTime(j+1) {
		j++ // "and from today she attends"
	}
	if j < hi && r.isTime(j) {
		for _, w := range r.dates[s] {
			if w.lo == j {
				j = w.hi
			}
		}
	}
	for n := 0; n < 2 && j < hi && mentionAt(r.mentions[s], j) == nil; n++ {
		if r.toks[j].low == "the" || r.toks[j].low == "on" || r.toks[j].low == "then" {
			j++
		}
	}
	m := mentionAt(r.mentions[s], j)
	if m == nil || m.adj {
		return false
	}
	k := m.hi
	for k < hi && (r.toks[k].low == "also" || r.toks[k].low == "then" || r.toks[k].low == "had" || r.toks[k].low == "has") {
		k++
	}
	return k < hi && r.finiteVerb(k)
}

// opensList reports a mention right before an "and", so that "and" continues a
// list rather than opens a clause.
func (r *reading) opensList(i int) bool {
	return mentionEnding(r.mentions[r.toks[i].sent], i) != nil
}

// hasVerb reports that the clause of token i-1 has had a verb before it.
func (r *reading) hasVerb(i int) bool {
	seg := r.segs[i-1]
	if c := r.segOf[seg]; c.parent >= 0 && r.segOf[c.parent].sent == c.sent && r.has(c.lo, c.lo+1, lexicon.Follows) {
		return true // "was received, after talks with X, and attends"
	}
	for k := i - 1; k >= 0 && r.toks[k].sent == r.toks[i].sent; k-- {
		if r.segs[k] == seg && r.finiteVerb(k) && !r.covered(r.toks[k].sent, k) {
			return true
		}
	}
	return false
}

// finiteVerb reports a verb that only a subject can stand before.
func (r *reading) finiteVerb(k int) bool {
	if r.covered(r.toks[k].sent, k) {
		return false
	}
	for _, c := range []lexicon.Class{lexicon.Auxiliary, lexicon.MeetVerb, lexicon.Reporting, lexicon.Act, lexicon.TopicVerb, lexicon.MeetLight, lexicon.MeetWeak} {
		if q, ok := r.cue(k, c); ok && q.n >= 1 && !r.has(k, k+1, lexicon.MeetNoun) && r.toks[k].low != "signing" {
			return true
		}
	}
	return false
}

// lastMentionBefore is the index of the last actor of sentence s that ends
// before token i, -1 for none.
func (r *reading) lastMentionBefore(s, i int) int {
	best := -1
	for k := range r.mentions[s] {
		if m := &r.mentions[s][k]; m.hi <= i && !m.inner && m.kind != aPlace {
			best = k
		}
	}
	return best
}
