package extract

import "parley/loader/lexicon"

// orgName is the name of an organisation that the lexicon doesn't know.
type orgName struct {
	n     int    // tokens, 0 for none
	state string // the state whose body it is: "Bulgarian Development Bank"
}

// Values of nouns of organisation.
const (
	bodyHead  = "body"  // a state has many of them, which act for it: banks, councils
	forceHead = "force" // its army, unless that has a name of its own
	firstHead = "first" // its name goes on after it: "Frente Amplio"
)

// maxOrgWords bounds the words of an organisation's name.
const maxOrgWords = 10

// orgAt reads the name of an organisation at token i by its noun: "Karvan
// Liberation Front", "Organisation for Caspian Cooperation". Besides the noun
// it needs a word that only a name has, an owner, or an abbreviation that the
// text gives: "the National Council" may be anybody's.
func (r *reading) orgAt(i, s int, owner *mention) orgName {
	hi := min(r.sents[s].hi, i+maxOrgWords)
	if r.opensNoName(i, s) {
		return orgName{}
	}
	end, head, name := r.orgHead(i, hi)
	if end == i {
		return orgName{}
	}
	if more, own := r.orgTail(end, hi, !name, head.value == firstHead); more > end {
		end, name = more, name || own
	}
	if end == i+1 || !name && owner == nil && r.skipAcronym(end, s) == end {
		return orgName{}
	}
	o := orgName{n: end - i}
	if owner != nil && (head.value == bodyHead || !name) {
		o.state = owner.state
	}
	return r.bodyOf(o, i, head.value)
}

// opensNoName reports a token that no name of an organisation starts with.
func (r *reading) opensNoName(i, s int) bool {
	return i+1 >= r.sents[s].hi || !r.toks[i].caps || r.has(i, i+1, lexicon.Definite) ||
		i == r.sents[s].lo && !r.has(i, i+1, lexicon.OrgWord) && r.functionWord(i)
}

// orgHead walks over the words of an organisation's name at token i up to its
// last noun of organisation; end is i where there is none. Name reports a word
// that only a name has.
func (r *reading) orgHead(i, hi int) (end int, head cue, name bool) {
	end = i
	words := false
	for k := i; k < hi; {
		h, ok := r.cue(k, lexicon.OrgHead)
		switch {
		case !r.toks[k].caps || r.toks[k].mark || isAcronym(r.toks[k].text) && k > i:
			if k == i || !r.orgLink(k, hi) {
				return end, head, name
			}
			k++
		case ok:
			k += h.n
			end, head, name = k, h, words
		case end > i || r.placeWords(k) < 2 && r.has(k, k+1, lexicon.MeetVerb) || r.has(k, k+1, lexicon.Title) || r.isDay(k):
			return end, head, name
		default:
			words = words || !r.has(k, k+1, lexicon.OrgWord)
			k += max(1, r.placeWords(k))
		}
	}
	return end, head, name
}

// placeWords is the length of the place's name at token k, which may be of
// several words: "Gulf of Guinea Commission".
func (r *reading) placeWords(k int) int {
	if h := r.hit(k); h.kind == aPlace || h.kind == aState {
		return h.n
	}
	return 0
}

// orgLink reports what joins capitalised words before an organisation's noun:
// "Northern Peoples' Alliance", "Arab-Democratic Front", "Peace and
// Development Party".
func (r *reading) orgLink(k, hi int) bool {
	if k+1 >= hi || !r.toks[k+1].caps {
		return false
	}
	switch t := &r.toks[k]; t.low {
	case "'", "’":
		return true
	case "'s", "and":
		return r.has(k-1, k, lexicon.NameNot) && r.has(k+1, k+2, lexicon.NameNot)
	default:
		return t.hyphen
	}
}

// orgTail walks over "of the Sahel", "for Renewal and Justice" after an
// organisation's noun: whatever is capitalised where the name has no word of
// its own yet, else only places and common words. A noun that comes first
// needs no preposition.
func (r *reading) orgTail(k, hi int, free, first bool) (end int, name bool) {
	end = k
	if k >= hi || !first && r.toks[k].low != "of" && r.toks[k].low != "for" {
		return k, false
	}
	free = free || r.toks[k].low == "for"
	for ; k < hi; k++ {
		t := &r.toks[k]
		switch {
		case r.tailLink(k, hi, end, free):
		case !t.caps || t.mark || r.has(k, k+1, lexicon.Title) && !(free && r.toks[k-1].low != "the") || r.isDay(k):
			return end, name
		case free || r.hit(k).n > 0 && r.hit(k).kind != aPerson || r.has(k, k+1, lexicon.NameNot) || r.skipAcronym(k+1, t.sent) > k+1:
			end, name = k+1, name || !r.has(k, k+1, lexicon.OrgWord)
		default:
			return end, name
		}
	}
	return end, name
}

// tailLink reports a small word at token k within what follows an
// organisation's noun, which has come as far as end.
func (r *reading) tailLink(k, hi, end int, free bool) bool {
	t := &r.toks[k]
	switch t.low {
	case "the", "of", "for":
		return k-end <= 1
	case "and":
		return end == k && k+1 < hi && r.toks[k+1].caps && (free && r.hit(k+1).n == 0 || r.has(k-1, k, lexicon.NameNot) && r.has(k+1, k+2, lexicon.NameNot))
	}
	return t.hyphen || !t.caps && r.has(k, k+1, lexicon.NameParticle)
}

// bodyOf finds the state whose body an organisation is, and passes over what
// the lexicon knows better: a name that ends in one of its own, a body of an
// organisation.
func (r *reading) bodyOf(o orgName, i int, head string) orgName {
	for k := i; k < i+o.n; k++ {
		h := r.hit(k)
		switch {
		case h.n == 0:
		case h.kind == anOrg && (k+h.n >= i+o.n || head == bodyHead):
			return orgName{}
		case h.kind == aState && (head == bodyHead || head == forceHead && !r.ownWord(i, i+o.n)):
			o.state = h.state
		}
		k += max(0, h.n-1)
	}
	return o
}

// ownWord reports a word within tokens [lo, hi) that only a name has, and no
// state.
func (r *reading) ownWord(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if h := r.hit(k); h.n > 0 && h.kind == aState {
			k += h.n - 1
			continue
		}
		if r.toks[k].caps && !r.has(k, k+1, lexicon.OrgWord) && !r.has(k, k+1, lexicon.OrgHead) {
			return true
		}
	}
	return false
}

// orgOf is the mention of an organisation at token i that the lexicon, whose
// entry there takes n tokens, doesn't know; out are the mentions before it.
func (r *reading) orgOf(i, s, n int, out []mention) (mention, bool) {
	if m, ok := r.shortOrg(i, s); ok && n <= 1 {
		return m, true
	}
	var owner *mention
	if k := len(out) - 1; k >= 0 && out[k].poss && out[k].kind == aState && out[k].hi+1 == i {
		owner = &out[k]
	}
	o := r.orgAt(i, s, owner)
	if o.n <= n {
		return mention{}, false
	}
	if owner != nil && o.state == owner.state {
		owner.inner = true
	}
	m := r.orgMention(r.words(i, i+o.n), o.state, i, o.n, s)
	if end := r.skipAcronym(m.hi, s); end > m.hi {
		r.abbreviate(r.toks[m.hi+1].text, m)
		m.hi, m.poss = end, r.possessiveAt(end)
	}
	return m, true
}

// orgMention makes a mention of an organisation that takes n tokens at i.
func (r *reading) orgMention(name, state string, i, n, s int) mention {
	return mention{
		lo: i, hi: i + n, nlo: i, nhi: i + n, kind: anOrg, name: name, state: state,
		poss: r.possessiveAt(i + n), person: -1, sent: s,
	}
}

// abbreviate remembers what an abbreviation stands for in this document.
func (r *reading) abbreviate(short string, m mention) {
	if r.short == nil {
		r.short = map[string]mention{}
	}
	if _, known := r.short[short]; !known {
		r.short[short] = m
	}
}

// shortOrg is the organisation whose abbreviation stands at token i.
func (r *reading) shortOrg(i, s int) (mention, bool) {
	if len(r.short) == 0 {
		return mention{}, false
	}
	o, ok := r.short[r.toks[i].text]
	return r.orgMention(o.name, o.state, i, 1, s), ok
}
