package person

import (
	"slices"
	"strings"
)

// Sameness says whether two mentions are of one person.
type Sameness string

// The answers.
const (
	SamePeople  Sameness = "same"
	OtherPeople Sameness = "different"
	Unclear     Sameness = "unknown"
)

// SamePerson says whether two mentions, in two documents, are of one person,
// and why. It says so exactly where both have one node.
func (b *Book) SamePerson(m, other Mention) (Sameness, string) {
	x, y := b.Identify(m), b.Identify(other)
	switch {
	case x.ID == y.ID && x.Known:
		return SamePeople, "both are " + b.lex.Name(x.ID)
	case x.ID == y.ID:
		return SamePeople, "one name, written alike"
	case x.Known && y.Known:
		return OtherPeople, b.lex.Name(x.ID) + " and " + b.lex.Name(y.ID)
	}
	for _, c := range x.Candidates {
		if slices.ContainsFunc(y.Candidates, func(d Chance) bool { return d.ID == c.ID }) {
			return Unclear, "both may be " + b.lex.Name(c.ID)
		}
	}
	if len(x.Candidates) > 0 && len(y.Candidates) > 0 {
		return OtherPeople, "nobody may be both"
	}
	if x.Known && b.ruledOut(x.ID, &y) || y.Known && b.ruledOut(y.ID, &x) {
		return OtherPeople, "the one who is known can't be meant"
	}
	return namesAlike(&x.name, &y.name, m.Party != "" && other.Party != "" && m.Party != other.Party)
}

// ruledOut reports that a name fits somebody known, or would but for its
// generation, and yet they are no candidate: the rest speaks against them.
func (b *Book) ruledOut(known string, x *Identity) bool {
	s := x.name
	if s.generation != "" {
		s.generation = ""
	}
	return b.fits(&s, "")[b.people.byCode[known]] != fitNone
}

// namesAlike compares two names of which the lexicon knows one at most; sides
// says that they act for different ones.
func namesAlike(s, t *spelt, sides bool) (Sameness, string) {
	switch {
	case len(s.words) == 0 || len(t.words) == 0:
		return Unclear, "a title without a name"
	case !alikeInPart(s, t):
		return OtherPeople, "two names"
	case sides && (s.common || t.common):
		return OtherPeople, "a name that many bear, for two sides"
	}
	return Unclear, "the names may be one"
}

// alikeInPart reports names that may be one: equal but for words, initials or
// a generation left out, or for the end of a given name.
func alikeInPart(s, t *spelt) bool {
	if s.generation != t.generation && s.generation != "" && t.generation != "" {
		return false
	}
	a, b := s.words, t.words
	if len(a) > len(b) {
		a, b = b, a
	}
	if s.east && t.east && len(a) == 2 {
		return a[0] == b[0] && a[1] == b[1] || a[0] == b[1] && a[1] == b[0]
	}
	if last(a) != last(b) {
		return false
	}
	j := 0
	for _, w := range a {
		for j < len(b) && !alike(w, b[j]) && !shortened(w, b[j]) {
			if len(w) == 1 && len(b[j]) == 1 {
				return false // two middle initials
			}
			j++
		}
		if j == len(b) {
			return false
		}
		j++
	}
	return true
}

// minShortened is the length of a given name that may be another's beginning.
const minShortened = 3

// shortened reports that one word is the beginning of another.
func shortened(a, b string) bool {
	return min(len(a), len(b)) >= minShortened && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}
