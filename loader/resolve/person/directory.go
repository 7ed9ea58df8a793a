package person

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// directory finds the people of the lexicon by the words of their names.
type directory struct {
	bySurname map[string][]*entry // by the surname's last word, canonical
	byGiven   map[string][]*entry // by the given name of those who go by it
	byShort   map[string][]*entry // by a name of one word that is no surname
	byParty   map[string][]*entry
	byCode    map[string]*entry
}

// entry is one person of the lexicon.
type entry struct {
	*lexicon.Person
	forms   []form
	surname []string // canonical
	posts   []post   // of the offices, one for each
	parties []string // for whom they act or acted
	long    bool     // the surname alone never means them
}

// form is one of somebody's names of two words or more.
type form struct {
	spelt
	surname int // index of the surname's last word in words
}

// patronymic are the words that make a name one that goes by the given name.
const patronymic = "bin"

// newDirectory indexes the lexicon's people.
func (b *Book) newDirectory() *directory {
	d := &directory{map[string][]*entry{}, map[string][]*entry{}, map[string][]*entry{}, map[string][]*entry{}, map[string]*entry{}}
	for _, p := range b.lex.People() {
		e := b.entry(p)
		d.byCode[p.Code] = e
		d.bySurname[last(e.surname)] = append(d.bySurname[last(e.surname)], e)
		for _, party := range e.parties {
			d.byParty[party] = append(d.byParty[party], e)
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			b.enter(d, e, name)
		}
	}
	return d
}

// entry reads one person.
func (b *Book) entry(p *lexicon.Person) *entry {
	e := &entry{Person: p, parties: []string{p.Country}, long: p.Surname == p.Name && strings.Contains(p.Name, " ")}
	e.surname = b.spell(p.Surname, p.Country).words
	for _, o := range p.Offices {
		post, ok := b.post(o.Title)
		if !ok {
			post.office = o.Words
		}
		e.posts = append(e.posts, post)
		if !slices.Contains(e.parties, o.Party) {
			e.parties = append(e.parties, o.Party)
		}
	}
	return e
}

// enter files one name of a person.
func (b *Book) enter(d *directory, e *entry, name string) {
	s := b.spell(name, e.Country)
	switch {
	case len(s.words) == 0:
	case len(s.words) == 1:
		if s.words[0] != last(e.surname) && !slices.Contains(d.byShort[s.words[0]], e) {
			d.byShort[s.words[0]] = append(d.byShort[s.words[0]], e)
		}
	default:
		at := slices.Index(s.words, last(e.surname))
		if s.east {
			at = 0
		} else if at < 0 {
			at = len(s.words) - 1
		}
		e.forms = append(e.forms, form{s, at})
		if w := s.words[at]; w != last(e.surname) && !slices.Contains(d.bySurname[w], e) {
			d.bySurname[w] = append(d.bySurname[w], e)
		}
		if strings.Contains(strings.ToLower(name), " "+patronymic+" ") && !slices.Contains(d.byGiven[s.words[0]], e) {
			d.byGiven[s.words[0]] = append(d.byGiven[s.words[0]], e)
		}
	}
}

// last is the last word, "" of none.
func last(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// How well a name fits a person.
const (
	fitNone    = iota
	fitPost    // no name, just the post
	fitShort   // a surname, a given name after a title, a nickname
	fitInitial // an initial and the surname
	fitFull    // two words of the name at least
	fitExact   // all of it
)

// fits says how well a name fits each person who may be meant by it.
func (b *Book) fits(s *spelt, party string) map[*entry]int {
	out := map[*entry]int{}
	note := func(e *entry, fit int) { out[e] = max(out[e], fit) }
	if len(s.words) == 0 {
		for _, e := range b.people.byParty[party] {
			note(e, fitPost)
		}
		return out
	}
	for i, w := range s.words {
		for _, e := range b.people.bySurname[w] {
			note(e, b.fit(e, s, i))
		}
	}
	if s.whole() == 1 && len(s.words) == 1 {
		for _, e := range b.people.byShort[s.words[0]] {
			note(e, fitShort)
		}
		if s.styled {
			for _, e := range b.people.byGiven[s.words[0]] {
				note(e, fitShort)
			}
		}
	}
	return out
}

// fit says how well a name fits a person whose surname may be its word at i.
func (b *Book) fit(e *entry, s *spelt, i int) int {
	if len(s.words) == 1 && e.long {
		return fitNone
	}
	if len(s.words) == 1 || !s.east && !e.long && slices.Equal(s.words, e.surname) {
		return fitShort
	}
	best := fitNone
	for k := range e.forms {
		best = max(best, b.formFit(e, &e.forms[k], s, i))
	}
	return best
}

// formFit compares a name with one form of a person's. Words may be missing on
// either side, and stand in the other order where surnames come first.
func (b *Book) formFit(e *entry, f *form, s *spelt, i int) int {
	if s.generation != f.generation && s.generation != "" || s.words[i] != f.words[f.surname] {
		return fitNone
	}
	if s.east || f.east {
		return eastFit(f, s)
	}
	words := s.words
	if i == 0 && len(words) > 1 && f.surname > 0 && (b.sp.SurnameFirst[e.Country] || !b.isGiven(words[0])) {
		words = append(slices.Clone(words[1:]), words[0])
	}
	if slices.Equal(words, f.words) {
		return fitExact
	}
	return aligned(f, words, s.common)
}

// eastFit compares names of a surname and syllables.
func eastFit(f *form, s *spelt) int {
	switch {
	case !s.east || !f.east || s.words[0] != f.words[0]:
		return fitNone
	case s.words[1] == f.words[1]:
		return fitExact
	}
	return fitNone
}

// isGiven reports a given name in canonical spelling.
func (b *Book) isGiven(w string) bool { return b.lex.Given(w) || b.sp.Given[w] != "" }

// aligned walks along both names. Of a common name no word may be left over,
// but initials, and the first names must be one.
func aligned(f *form, words []string, common bool) int {
	whole, initials, skipped := 0, 0, false
	j, surname := 0, false
	for i, w := range words {
		k := j
		for k < len(f.words) && !alike(w, f.words[k]) {
			k++
		}
		if k == len(f.words) {
			if len(w) > 1 && (common || i == 0 && f.surname > 0) {
				return fitNone
			}
			continue
		}
		skipped = skipped || j == 0 && k > 0
		if len(w) > 1 && len(f.words[k]) > 1 {
			whole++
			surname = surname || k == f.surname
		} else {
			initials++
		}
		j = k + 1
	}
	switch {
	case !surname || common && skipped:
		return fitNone
	case whole > 1:
		return fitFull
	case initials > 0:
		return fitInitial
	}
	return fitNone
}

// alike reports two words that are one, or one the other's initial.
func alike(a, b string) bool {
	return a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b)
}
