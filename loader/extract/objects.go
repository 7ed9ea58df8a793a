package extract

import "parley/loader/lexicon"

// splitVerb makes the event of a verb whose particle stands after its object,
// "brought X together with Y", nil for none: who brings others together
// mediates.
func (r *reading) splitVerb(i, s int) *event {
	c, ok := r.cue(i, lexicon.MeetSplit)
	if !ok {
		return nil
	}
	for k := i + 2; k < min(i+14, r.sents[s].hi) && r.segs[k] == r.segs[i]; k++ {
		if p, ok := r.cue(k, lexicon.MeetParticle); ok && p.value == c.value && r.mentionsBetween(s, i, k) > 0 {
			return &event{sent: s, seg: r.segs[i], lo: i, hi: i + 1, kind: "mediation", word: r.toks[i].low, rules: []string{"verb:" + r.words(i, i+1) + " " + r.words(k, k+1)}}
		}
	}
	return nil
}

// whom is the person or side for which the "whom" that opens a clause stands,
// the object of its verb: "X, whom she will receive"; nil for none.
func (r *reading) whom(seg int) *mention {
	c := r.segOf[seg]
	if c.opener != "whom" || c.antecedent < 0 {
		return nil
	}
	if m := &r.mentions[c.sent][c.antecedent]; m.human() {
		return m
	}
	return nil
}

// objectAt reports a person, an official or a side right at token i, an
// article or "by" passed over: verbs such as "see" need one.
func (r *reading) objectAt(i, s int) bool {
	for n := 0; n < 3 && i < r.sents[s].hi; n++ {
		m := mentionAt(r.mentions[s], i)
		if m != nil && m.inner && m.poss {
			i = m.hi + 1 // "Ukraine's X"
			continue
		}
		if c, ok := r.cue(i, lexicon.Honorific); ok && m == nil && r.toks[i].caps {
			i += c.n
			continue
		}
		if m != nil && m.office != nil && m.office.plural {
			return true // "the Romanian and Greek prime ministers, X and Y"
		}
		if m != nil && m.adj && m.inner && m.hi+1 < r.sents[s].hi && r.toks[m.hi].low == "and" {
			i = m.hi + 1
			continue
		}
		if m != nil && m.adj && m.person < 0 && r.adjectiveActs(m, &event{}) {
			return true // "the Ugandan and the Kenyan delegations"
		}
		if m != nil && !m.inner {
			return m.kind != aPlace && (m.kind != aState || m.adj && m.person >= 0 || m.demonym) && m.kind != anOrg && (!m.poss || m.person < 0)
		}
		if w := r.toks[i].low; w != "the" && w != "by" && w != "a" && w != "an" && w != "again" {
			return false
		}
		i++
	}
	return false
}

// guestVerb makes the event of a verb of receiving that needs a guest and where
// he comes, or to what meeting, nil for none: "welcomed X to Rome", but not
// "welcomed the talks".
func (r *reading) guestVerb(i, s int) *event {
	c, ok := r.cue(i, lexicon.MeetGuest)
	if !ok || !r.objectAt(i+c.n, s) || !r.guestAt(i+c.n, s) {
		return nil
	}
	return &event{sent: s, seg: r.segs[i], lo: i, hi: i + c.n, kind: "talks", word: r.toks[i].low, rules: []string{"verb:" + r.words(i, i+c.n)}}
}

// guestAt reports that after somebody named at token i the clause says where he
// comes, or that he comes to a meeting: "X in Rome", "X for talks".
func (r *reading) guestAt(i, s int) bool {
	hi := min(i+20, r.sents[s].hi)
	for k := i; k+1 < hi; k++ {
		if r.segs[k] != r.segs[i] || r.covered(s, k) {
			continue
		}
		if r.has(k, k+1, lexicon.PlaceAfter) && r.placeAt(k+1) || r.toks[k].low == "for" && r.has(k+1, min(k+3, hi), lexicon.MeetNoun) {
			return true
		}
	}
	return false
}

// passiveBy reports "was received in Rome by X": a passive whose agent stands
// later in the clause.
func (r *reading) passiveBy(i, end, s int) bool {
	if i == r.sents[s].lo {
		return false
	}
	if !r.has(i-1, i+1, lexicon.Passive) {
		return false
	}
	for k := end; k < min(end+10, r.sents[s].hi); k++ {
		if r.toks[k].low == "by" && r.segs[k] == r.segs[i] {
			return r.objectAt(k, s)
		}
	}
	return false
}
