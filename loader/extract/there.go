package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// there is the place last named before "there" or "in the same city" in the
// event's clause, or the dateline's for "here"; nil for none.
func (r *reading) there(e *event) *mention {
	for i := r.sents[e.sent].lo; i < r.sents[e.sent].hi; i++ {
		if r.has(i, i+1, lexicon.PlaceHere) && r.encloses(r.segs[i], e.seg) && !r.quoted(i) {
			return r.datelinePlace()
		}
		c, ok := r.cue(i, lexicon.PlaceSame)
		if !ok || !r.encloses(r.segs[i], e.seg) || r.expletive(i, i+c.n) {
			continue
		}
		for s := e.sent; s >= 0 && s >= e.sent-3; s-- {
			hi := r.sents[s].hi
			if s == e.sent {
				hi = i
			}
			if m := r.placeBefore(s, hi); m != nil {
				return r.homeOf(m, e)
			}
			if m := r.actingTown(s); m != nil && s == e.sent-1 {
				return m
			}
			if m := r.townTold(s, hi); m != nil && s == e.sent-1 {
				return m
			}
		}
	}
	return nil
}

// townTold is the only town that sentence s names before token i, as what it
// tells of: "Ankara is watching."; nil for none.
func (r *reading) townTold(s, i int) *mention {
	var town *mention
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.kind != aPlace || m.venue || m.adj || m.hi > i {
			continue
		}
		if town != nil {
			return nil
		}
		town = m
	}
	return town
}

// actingTown is the town with which sentence s opens, and which acts in it:
// "Ankara is watching. The president received X there"; nil for none.
func (r *reading) actingTown(s int) *mention {
	m := mentionAt(r.mentions[s], r.sents[s].lo)
	if m == nil || m.kind != aPlace || !m.metonym || m.poss || m.venue {
		return nil
	}
	return m
}

// homeOf is, of two places that "and" joins and the second of which is m, the
// one in the state of somebody in the meeting: "in Israel and the West Bank.
// There he will meet X".
func (r *reading) homeOf(m *mention, e *event) *mention {
	i := r.indexBefore(m)
	if i <= r.sents[m.sent].lo || r.toks[i].low != "and" {
		return m
	}
	o := mentionEnding(r.mentions[m.sent], i)
	if o == nil || o.kind != aPlace && o.kind != aState || !r.isHome(o, e) || r.isHome(m, e) {
		return m
	}
	return o
}

// isHome reports a place in the state of somebody in the meeting.
func (r *reading) isHome(m *mention, e *event) bool {
	return slices.ContainsFunc(e.people, func(x member) bool {
		p := r.people[x.person].Party
		return p != nil && p.Code == m.state
	})
}

// quoted reports that a quotation is open before token i of its sentence.
func (r *reading) quoted(i int) bool {
	open := false
	for k := r.sents[r.toks[i].sent].lo; k < i; k++ {
		switch r.toks[k].text {
		case "\"":
			open = !open
		case "“":
			open = true
		case "”":
			open = false
		}
	}
	return open
}

// expletive reports "there is", "and there comes": no place. "There, in the
// hall," and "There she met X" are one.
func (r *reading) expletive(i, end int) bool {
	s := r.toks[i].sent
	if end < r.sents[s].hi && r.has(end, end+1, lexicon.Auxiliary) {
		return true
	}
	if i > r.sents[s].lo {
		return r.toks[i-1].mark
	}
	return end >= r.sents[s].hi || r.toks[end].low != "," && !r.has(end, end+1, lexicon.Definite) && mentionAt(r.mentions[s], end) == nil
}

// dateThere dates a meeting "there" with the day that was told right after the
// place: "It had begun in Oslo on 13 May. There they met."
func (r *reading) dateThere(e *event) {
	if e.date != "" || e.status != "held" || len(r.dates[e.sent]) > 0 {
		return
	}
	m := r.there(e)
	if m == nil || m.sent == e.sent {
		return
	}
	if w := r.dateAfter(m); w != nil {
		e.date = r.cal.resolve(w, past)
	}
}

// sameTown is the town last told before that of a meeting which is said to lie
// in it: "at a barracks at Kalender in the same city"; nil for none.
func (r *reading) sameTown(m *mention) *mention {
	const back = 8
	c, ok := r.cue(m.hi, lexicon.PlaceSame)
	if !ok || c.n < 3 || m.hi >= r.sents[m.sent].hi {
		return nil
	}
	for s := m.sent; s >= 0 && s >= m.sent-back; s-- {
		for k := len(r.mentions[s]) - 1; k >= 0; k-- {
			t := &r.mentions[s][k]
			if t.kind == aPlace && !t.venue && !t.adj && !t.poss && (s < m.sent || t.hi <= m.lo) && t.code != m.code && r.afterPlaceWord(t) {
				return t
			}
		}
	}
	return nil
}
