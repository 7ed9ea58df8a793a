package extract

import "slices"

// roll finds people by the words of their names, spelt alike or nearly so, so
// that a name is not held against everybody in the document.
type roll struct {
	names map[string][]string // a name as written -> its words
	ids   map[string]int      // a word -> its number
	words []word
	cuts  map[uint64]int32 // hash of a word, or of one less a letter -> its last link
	links []link
	found []int
}

// link is a word in the list of those that one hash leads to.
type link struct{ word, next int32 } // next: 0 for none

// word is a word of somebody's name.
type word struct {
	text   string
	near   []int // numbers of other words that nearWord takes for this one
	people []int // who have it in their names, in order
}

// maxNamesakes bounds the people of one name among whom a mention is looked
// for, and so the cost of a text in which thousands share one.
const maxNamesakes = 16

// empty is a roll of nobody, in the memory of an old one.
func (l *roll) empty() roll {
	return roll{
		names: emptied(l.names), ids: emptied(l.ids), words: l.words[:0],
		cuts: emptied(l.cuts), links: append(l.links[:0], link{}), found: l.found,
	}
}

// expect makes room for the names of a long text, so that no map has to grow
// again and again; most names are written more than once.
func (l *roll) expect(written int) {
	const share = 2
	if n := written / share; n > maxCleared && len(l.names)+len(l.ids) == 0 {
		l.names, l.ids = make(map[string][]string, n), make(map[string]int, n)
	}
}

// fullNamesWritten counts the mentions of people by more than one word.
func (r *reading) fullNamesWritten() int {
	n := 0
	for s := range r.mentions {
		for k := range r.mentions[s] {
			if m := &r.mentions[s][k]; m.kind == aPerson && m.nhi-m.nlo > 1 {
				n++
			}
		}
	}
	return n
}

// split is nameWords, remembered.
func (l *roll) split(name string) []string {
	ws, ok := l.names[name]
	if !ok {
		ws = nameWords(name)
		l.names[name] = ws
	}
	return ws
}

// bearers are the people with a word in common with a name, in order: all who
// nameMatch could find. They are good until the next call.
func (l *roll) bearers(name []string) []int {
	l.found = l.found[:0]
	for _, s := range name {
		w := &l.words[l.id(s)]
		l.found = append(l.found, w.people...)
		for _, n := range w.near {
			l.found = append(l.found, l.words[n].people...)
		}
	}
	slices.Sort(l.found)
	l.found = slices.Compact(l.found)
	return l.found
}

// enter notes that a person has a name.
func (l *roll) enter(person int, name []string) {
	for _, s := range name {
		w := &l.words[l.id(s)]
		if i, known := slices.BinarySearch(w.people, person); !known && len(w.people) < maxNamesakes {
			w.people = slices.Insert(w.people, i, person)
		}
	}
}

// id numbers a word.
func (l *roll) id(s string) int {
	n, ok := l.ids[s]
	if !ok {
		n = len(l.words)
		l.ids[s] = n
		l.words = append(l.words, word{text: s})
		l.compare(n)
	}
	return n
}

// maxSpelt bounds the words that are compared by spelling, so that what is kept
// for it stays small; the names of a megabyte of news have some three thousand
// words. Further ones are found only as they are written.
const maxSpelt = 1 << 12

// compare finds the words near a new one: words one letter apart are equal, or
// equal with a letter left out of one or both.
func (l *roll) compare(n int) {
	s := l.words[n].text
	if len(s) < minNear || n >= maxSpelt {
		return
	}
	for cut := -1; cut < len(s); cut++ {
		h := cutHash(s, cut)
		first := l.cuts[h]
		at, looked := first, 0
		for ; at > 0 && looked < maxNamesakes; at, looked = l.links[at].next, looked+1 {
			if o := int(l.links[at].word); o != n && nearWord(s, l.words[o].text) && !slices.Contains(l.words[n].near, o) {
				l.words[n].near = append(l.words[n].near, o)
				l.words[o].near = append(l.words[o].near, n)
			}
		}
		if at == 0 {
			l.cuts[h] = int32(len(l.links))
			l.links = append(l.links, link{int32(n), first})
		}
	}
}

// cutHash is the FNV-1a hash of a word without its byte at cut.
func cutHash(s string, cut int) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		if i != cut {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
	}
	return h
}
