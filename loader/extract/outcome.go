package extract

import "parley/loader/lexicon"

// readOutcomes finds what came of each held meeting: the first words of
// agreement or failure in its evidence, or in the sentence after it.
func (r *reading) readOutcomes() {
	for _, e := range r.events {
		if e.status != "held" {
			continue
		}
		for _, s := range e.sents {
			if e.outcome = r.outcomeIn(s, e); e.outcome != "" {
				break
			}
		}
	}
}

// outcomeIn is the outcome told in sentence s, "" for none.
func (r *reading) outcomeIn(s int, e *event) string {
	from := r.sents[s].lo
	if s == e.sent {
		from = e.hi
	}
	for i := from; i < r.sents[s].hi; i++ {
		if _, ok := r.cue(i, lexicon.OutcomeVerb); !ok || r.actAsNoun(i, s) {
			continue
		}
		end := i + 1
		for end < r.sents[s].hi && end-i < 24 {
			if t := r.toks[end]; t.low == "," || t.low == ";" || t.low == "." && end == r.sents[s].hi-1 {
				break
			}
			end++
		}
		return trimPhrase(r.words(i, end))
	}
	return ""
}
