package extract

// afterDateline is the first token after "KYIV, Nov 21 (Wire) -", or the
// sentence's first.
func (r *reading) afterDateline(s int) int {
	sn := r.sents[s]
	if sn.lo >= sn.hi || !r.toks[sn.lo].caps {
		return sn.lo
	}
	for i := sn.lo + 1; i < min(sn.lo+16, sn.hi-1); i++ {
		t := r.toks[i]
		if t.text == "-" || t.text == "–" || t.text == "—" || t.text == "--" {
			if r.toks[i-1].End < t.Start && (isAcronym(r.toks[sn.lo].text) || s == 0 && r.placeAndDay(sn.lo, i)) {
				return i + 1
			}
			return sn.lo
		}
	}
	return sn.lo
}

// placeAndDay reports that tokens [lo, hi) are only places, their separators
// and a date: "Brussels/Skopje, 18 December".
func (r *reading) placeAndDay(lo, hi int) bool {
	day := false
	for i := lo; i < hi; {
		m := mentionAt(r.mentions[r.toks[i].sent], i)
		switch {
		case r.isTime(i):
			i, day = r.timeEnd(i), true
		case m != nil && (m.kind == aPlace || m.kind == aState && !m.adj):
			i = m.hi
		case r.toks[i].low == "," || r.toks[i].low == "/":
			i++
		default:
			return false
		}
	}
	return day
}

// findDateline finds the place with which the document opens, where a later
// sentence names it as well; nil for none.
func (r *reading) findDateline() *mention {
	if m := r.datelinePlace(); m != nil && r.namedAgain(m, r.afterDateline(0)) {
		return m
	}
	return nil
}

// datelinePlace is the place with which the document opens, nil for none.
func (r *reading) datelinePlace() *mention {
	if len(r.sents) == 0 {
		return nil
	}
	end := r.afterDateline(0)
	for k := range r.mentions[0] {
		if m := &r.mentions[0][k]; m.lo < end && m.kind == aPlace {
			return m
		}
	}
	return nil
}

// namedAgain reports that the text after the dateline puts something at its
// place: "in Geneva", but not only what somebody said there.
func (r *reading) namedAgain(d *mention, end int) bool {
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if m.lo < end || r.spokenAt(m) {
				continue
			}
			if m.kind == aPlace && m.code == d.code && r.afterPlaceWord(m) {
				return true
			}
			if p := r.placeMeant(m); p != nil && p.code == d.code {
				return true // "the Laotian capital"
			}
		}
	}
	return false
}
