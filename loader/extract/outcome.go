package extract

import "parley/loader/lexicon"

// readOutcomes finds what came of each held meeting: the first words of
// agreement or failure that its sentences, or those after them, tell of those
// who met.
func (r *reading) readOutcomes() {
	for s := range r.sents {
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			c, ok := r.cue(i, lexicon.OutcomeVerb)
			if !ok {
				continue
			}
			if r.tellsOutcome(i, s, c) {
				r.setOutcome(i, s, c)
			}
			i += c.n - 1
		}
	}
	for i, e := range r.events {
		if i > 0 && oneTelling(r.events[i-1], e) && e.outcome == "" {
			e.outcome = r.events[i-1].outcome
		}
	}
}

// tellsOutcome reports words of outcome at token i that are no noun, denied or
// yet to come.
func (r *reading) tellsOutcome(i, s int, c cue) bool {
	lo := r.sents[s].lo
	if r.covered(s, i) || c.value == "object" && r.lacksObject(i, s) {
		return false
	}
	if c.value != "none" && (r.actAsNoun(i, s) || r.has(max(lo, i-4), i, lexicon.Negation) || r.has(max(lo, i-4), i, lexicon.StatusDenied)) {
		return false
	}
	from := r.segOf[r.segs[i]].lo
	return i == lo || !r.has(i-1, i, lexicon.StatusScheduled) && (from == lo || !r.has(from, from+1, lexicon.ClauseBreak) || r.segOf[r.segs[i]].relative)
}

// lacksObject reports a verb at token i that has neither an object nor stands in
// the passive: "the understandings reached in May".
func (r *reading) lacksObject(i, s int) bool {
	if i > r.sents[s].lo && r.has(i-1, i, lexicon.Passive) {
		return false
	}
	j := i + 1
	return j >= r.sents[s].hi || r.toks[j].mark && r.toks[j].text != "“" && r.toks[j].text != "\"" || r.isTime(j) || r.toks[j].low == "for" || r.has(j, j+1, lexicon.ArgPlace) || r.has(j, j+1, lexicon.Auxiliary)
}

// setOutcome gives the words of outcome at token i to their meeting.
func (r *reading) setOutcome(i, s int, c cue) {
	lo := i
	passive := i > r.sents[s].lo && r.has(i-1, i, lexicon.Passive)
	if passive && c.n > 1 {
		return // "is committed to"
	}
	if passive {
		lo = r.passiveSubject(i, s)
	}
	e := r.endedIn(i, s, passive)
	if e == nil || e.outcome != "" || e.status != "held" {
		return
	}
	if passive && !r.has(lo, lo+1, lexicon.PronounOne) && r.toks[lo].low != "it" && lo < i {
		e.outcome = trimPhrase(r.words(r.skipLead(lo, i), i+c.n))
	} else {
		e.outcome = trimPhrase(r.words(i, r.outcomeEnd(i+c.n, s)))
	}
	e.addSentence(s)
}

// passiveSubject is where the subject of the passive verb at token i starts,
// what opens the clause passed over: "At the summit that followed, a pact".
func (r *reading) passiveSubject(i, s int) int {
	lo, _ := r.subjectFrom(i, s, false)
	if !r.has(lo, lo+1, lexicon.ArgPlace) && !r.has(lo, lo+1, lexicon.Follows) && !r.has(lo, lo+1, lexicon.ArgDuring) {
		return lo
	}
	for k := i - 1; k > lo; k-- {
		if r.toks[k].low == "," {
			return k + 1
		}
	}
	return lo
}

// endedIn is the meeting of which the words at token i tell an outcome: that
// of its sentence, else the last one of those who agreed.
func (r *reading) endedIn(i, s int, passive bool) *event {
	for k := range r.tells[s] {
		t := &r.tells[s][k]
		if t.seg >= 0 && !t.passing && (r.segs[i] == t.seg || r.encloses(r.segs[i], t.seg) || r.encloses(t.seg, r.segs[i])) {
			return t.event
		}
	}
	w := r.talkers(i, s)
	if w.any = passive || w.any && r.groupBefore(i, s); w.nobody() {
		return nil
	}
	return r.likeliest(r.tells, w, s-1, -1, max(-1, s-1-soon))
}

// groupBefore reports "they", "the ministers" or "the talks" as the subject of
// the verb at token i.
func (r *reading) groupBefore(i, s int) bool {
	lo := max(r.sents[s].lo, i-clauseLength)
	for _, m := range r.mentionsIn(s, lo, i) {
		if m.kind == aGroup || m.kind == anOffice {
			return true
		}
	}
	return r.has(lo, i, lexicon.MeetNoun)
}

// outcomeEnd is where words of outcome that go on at token i end.
func (r *reading) outcomeEnd(i, s int) int {
	const longest = 24
	hi := min(r.sents[s].hi, i+longest)
	for end := i; end < hi; end++ {
		t := r.toks[end]
		switch {
		case t.low == "," || t.low == ";" || t.low == ":" || t.low == "." || r.spacedDash(end) || r.closesQuote(i, end):
			return end
		case end > i+1 && r.has(end, end+1, lexicon.ClauseBreak) && t.low != "whether" && t.low != "who" && t.low != "which":
			return end
		case end > i+1 && r.has(end, end+1, lexicon.Follows):
			return end
		}
	}
	return hi
}
