package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// standIns adds the nouns that stand for a state or organisation that the text
// named before: "the junta", "the bloc", and "the movement" after "the Karvan
// Movement".
func (r *reading) standIns(s int, ms []mention) []mention {
	for i := r.sents[s].lo + 1; i < r.sents[s].hi; i++ {
		c, ok := r.standInAt(i, s)
		if !ok || mentionAt(ms, i) != nil {
			continue
		}
		a := r.namedBefore(c, i, s, ms)
		if a == nil {
			continue
		}
		m := *a
		m.lo, m.hi, m.nlo, m.nhi, m.sent = i, i+c.n, i, i+c.n, s
		m.adj, m.demonym, m.joined, m.inner, m.party = false, false, false, false, nil
		m.poss = r.possessiveAt(m.hi)
		ms = append(ms, m)
		i = m.hi - 1
	}
	sortMentions(ms)
	return ms
}

// standInAt is the noun at token i that stands, after "the", for a state or
// organisation: not one that goes on to a name or another noun.
func (r *reading) standInAt(i, s int) (cue, bool) {
	if r.toks[i].caps || r.toks[i-1].low != "the" {
		return cue{}, false
	}
	c, ok := r.cue(i, lexicon.StandIn)
	if !ok {
		c, ok = r.cue(i, lexicon.OrgHead)
		c.value = ""
	}
	if end := i + c.n; !ok || end >= r.sents[s].hi {
		return c, ok
	}
	return c, r.nounEnds(i+c.n, s)
}

// nounEnds reports that at token k a noun phrase ends, goes on with what its
// owner has, or with those who act for it: "the bloc's", "the rebel leader".
func (r *reading) nounEnds(k, s int) bool {
	t := &r.toks[k]
	switch {
	case t.mark:
		return !t.hyphen
	case t.caps || t.low == "of" || t.low == "for":
		return false
	}
	return t.low == "and" || r.possessiveAt(k) || r.functionWord(k) || r.sideNounAt(k) || r.titleFollows(k, r.sents[s].hi) || r.has(k, k+1, lexicon.TimeBefore)
}

// standInWindow is how many sentences back a stand-in looks for its name.
const standInWindow = 8

// namedBefore is the last mention before token i for which a noun can stand:
// of the sort that its value names, or with the noun in its name; nil for
// none.
func (r *reading) namedBefore(c cue, i, s int, ms []mention) *mention {
	for b := s; b >= 0 && b >= s-standInWindow; b-- {
		if b < s {
			ms = r.mentions[b]
		}
		if c.value == "government" && b >= s-2 {
			if m, n := r.onlyState(ms, i); n > 0 {
				return m
			}
		}
		for k := len(ms) - 1; k >= 0; k-- {
			if m := &ms[k]; m.lo < i && r.standsBehind(c, m) {
				return m
			}
		}
	}
	return r.namedAfter(c, s)
}

// namedAfter is the first mention of the two sentences after s for which a noun
// can stand that nothing before it explains: "The junta's envoy was in Lome.
// Mali has asked …"; nil for none.
func (r *reading) namedAfter(c cue, s int) *mention {
	if c.value == "" || c.value == "government" {
		return nil
	}
	for b := s + 1; b < min(s+3, len(r.mentions)); b++ {
		for k := range r.mentions[b] {
			if m := &r.mentions[b][k]; r.standsBehind(c, m) {
				return m
			}
		}
	}
	return nil
}

// onlyState is the one state that mentions before token i name, nil where they
// name several, and how many they name.
func (r *reading) onlyState(ms []mention, i int) (*mention, int) {
	var only *mention
	n := 0
	for k := range ms {
		m := &ms[k]
		if m.kind != aState || m.lo >= i {
			continue
		}
		if only == nil {
			n++
		} else if only.code != m.code {
			return nil, 2
		}
		only = m
	}
	return only, n
}

// standsBehind reports a mention for which a noun can stand.
func (r *reading) standsBehind(c cue, m *mention) bool {
	if m.kind == aState {
		return c.value == "state"
	}
	if m.kind != anOrg {
		return false
	}
	o, known := r.lex.Org(m.code)
	switch c.value {
	case "":
		return namesWord(m.name, c.word)
	case "alliance":
		return known && o.Kind == lexicon.OrgAlliance
	case "armed group":
		return known && (o.Kind == lexicon.OrgArmedGroup || o.Kind == lexicon.OrgParty && m.state == "") || !known && m.state == ""
	}
	return false
}

// namesWord reports a word in a name, whatever its case.
func namesWord(name, word string) bool {
	for w := range strings.FieldsSeq(name) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
