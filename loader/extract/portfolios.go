package extract

import "parley/loader/lexicon"

// modifies reports a title at token k that only modifies one after it: "deputy"
// in "deputy premier", "chief" in "chief diplomat".
func (r *reading) modifies(k int, t cue, hi int, ms []mention) bool {
	c, ok := r.cue(k, lexicon.TitleBefore)
	return ok && t.n == c.n && t.class == lexicon.Title && (r.titleFollows(k+c.n, hi) || r.portfolio(k+c.n, hi, ms) > 0)
}

// portfolio is the length of the words at token k that say what a title after
// them is for: "immigration" before "minister", "oil and gas" before "envoy".
func (r *reading) portfolio(k, hi int, ms []mention) int {
	for n := 0; n < maxPortfolio && k+n < hi; n++ {
		if n > 0 && r.titleFollows(k+n, hi) {
			return n
		}
		t := &r.toks[k+n]
		if t.mark || t.num || t.low == "'s" || t.low != "and" && r.functionWord(k+n) || r.isArticle(k+n) ||
			r.has(k+n, k+n+1, lexicon.TitleLink) || r.has(k+n, k+n+1, lexicon.MeetNoun) || r.has(k+n, k+n+1, lexicon.SideNoun) {
			return 0
		}
		if m := mentionAt(ms, k+n); m != nil && !r.plainWord(m) {
			return 0
		}
	}
	return 0
}

// field is the length of the words at token k, after "minister of", that say
// what for: "water", "energy and mines", "rural development".
func (r *reading) field(k, hi int, ms []mention) int {
	for n := 0; n <= maxPortfolio; n++ {
		if i := k + n; n > 0 && (i >= hi || r.toks[i].mark || r.toks[i].caps || r.toks[i].low != "and" && (r.functionWord(i) || r.has(i, i+1, lexicon.TitleLink))) {
			if r.toks[i-1].low == "and" {
				n--
			}
			return n
		}
		if i := k + n; i >= hi || !r.plainNoun(i) || mentionAt(ms, i) != nil {
			return 0
		}
	}
	return 0
}

// plainNoun reports a word at token i that can be of a noun phrase without an
// article: in lower case, no pronoun, and not what only stands before others.
func (r *reading) plainNoun(i int) bool {
	t := &r.toks[i]
	return !t.caps && !t.mark && !t.num && t.low != "'s" && !r.isArticle(i) &&
		!r.has(i, i+1, lexicon.PronounPoss) && !r.has(i, i+1, lexicon.PronounOne) && !r.has(i, i+1, lexicon.MeetNoun) && !r.has(i, i+1, lexicon.SideNoun) &&
		(t.low == "and" || !r.functionWord(i))
}

// maxPortfolio bounds the words of a portfolio.
const maxPortfolio = 4

// regionOf is the region that a mention names, nil for anything else.
func (r *reading) regionOf(m *mention) *Actor {
	if m.kind != aPlace || m.metonym {
		return nil
	}
	if p, ok := r.lex.Place(m.code); !ok || p.Type != lexicon.TypeRegion {
		return nil
	}
	return &Actor{m.name, ActorOrganization, ""}
}
