package extract

import "parley/loader/lexicon"

// entryAt reports a sentence that is an entry of a diary: its paragraph opens
// with the time of day, which may be a sentence of its own.
func (r *reading) entryAt(s int) bool {
	for first := s; first >= s-1 && first >= 0; first-- {
		if r.sents[first].par != r.sents[s].par {
			return false
		}
		if first == 0 || r.sents[first-1].par != r.sents[s].par {
			return r.opensWithClock(first) && (first == s || r.sents[first].hi-r.sents[first].lo <= clockTokens)
		}
	}
	return false
}

// clockTokens is how many tokens a time of day has at most: "10:30 a.m.".
const clockTokens = 5

// opensWithClock reports a sentence that starts with a time of day: "10:30
// a.m.", "14:00".
func (r *reading) opensWithClock(s int) bool {
	lo, hi := r.sents[s].lo, r.sents[s].hi
	if lo >= hi || !r.toks[lo].num {
		return false
	}
	return r.has(lo+1, min(lo+clockTokens, hi), lexicon.TimeClock) || lo+2 < hi && r.toks[lo+1].text == ":" && r.toks[lo+2].num
}

// ofDiary reports an entry that names no subject: "4:00 p.m. Telephone
// conversation with X". It is of whoever keeps the diary.
func (r *reading) ofDiary(e *event) bool {
	return e.noun && !e.anaphor && r.toks[min(e.hi, len(r.toks)-1)].low == "with" && r.entryAt(e.sent)
}

// keeper is the person whose engagements a diary lists: the first whom the text
// names before its first entry, -1 for none.
func (r *reading) keeper() int {
	if r.keptBy == 0 {
		r.keptBy = r.findKeeper() + 2
	}
	return r.keptBy - 2
}

func (r *reading) findKeeper() int {
	const opening = 12 // sentences
	for s := 0; s < min(len(r.sents), opening) && !r.entryAt(s); s++ {
		if p := r.firstPerson(s, r.sents[s].hi); p >= 0 {
			return p
		}
	}
	return -1
}
