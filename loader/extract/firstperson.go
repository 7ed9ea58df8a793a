package extract

import "parley/loader/lexicon"

// joinSpeaker adds the one who says of himself that he met somebody, in a quote
// whose speaker its sentence names: "“I met X in Rome,” Y said". It reports
// whether the trigger's subject is such an "I".
func (r *reading) joinSpeaker(e *event) bool {
	lo, i := r.sents[e.sent].lo, e.lo-1
	for i > lo && (r.has(i, i+1, lexicon.Auxiliary) || r.has(i, i+1, lexicon.AdverbOrder) || e.noun && r.has(i, i+1, lexicon.MeetLight)) {
		i--
	}
	if i <= lo || r.toks[i].low != "i" || r.covered(e.sent, i) {
		return false
	}
	m := r.speakerAfter(e.hi, e.sent)
	if m == nil {
		m = r.speakerBefore(i, e.sent)
	}
	if m != nil {
		r.join(e, m)
	}
	return m != nil
}

// speakerAfter is who says the quote that ends after token i: "…,” Y said",
// "…,” said Y"; nil where nobody is named.
func (r *reading) speakerAfter(i, s int) *mention {
	hi := r.sents[s].hi
	for i < hi && r.toks[i].text != "”" && r.toks[i].text != "\"" {
		i++
	}
	for v := i + 1; v < min(i+10, hi) && !isQuote(r.toks[v].text); v++ {
		if !r.has(v, v+1, lexicon.Reporting) || r.covered(s, v) {
			continue
		}
		m := mentionEnding(r.mentions[s], v)
		if r.mentionsBetween(s, i, v) == 0 {
			m = mentionAt(r.mentions[s], r.pastHonorific(v+1, s))
		}
		return speaking(m)
	}
	return nil
}

// speakerBefore is who says the quote that opens before token i: "Y said: “I
// met"; nil where nobody is named.
func (r *reading) speakerBefore(i, s int) *mention {
	lo := r.sents[s].lo
	for i > lo && !isQuote(r.toks[i].text) {
		i--
	}
	for v := i - 1; v > lo && v >= i-3; v-- {
		if r.has(v, v+1, lexicon.Reporting) && !r.covered(s, v) {
			return speaking(mentionEnding(r.mentions[s], v))
		}
	}
	return nil
}

// speaking is a mention of one person, else nil.
func speaking(m *mention) *mention {
	if m == nil || m.person < 0 || m.inner {
		return nil
	}
	return m
}
