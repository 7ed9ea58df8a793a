package index

import (
	"hash/crc32"
	"strings"
)

// Repeats tells how often words are in a text without reading it: two bits for
// each of 31 groups of words, with one less than the number of times that each
// word of that group is there, and 3 where it is more often than three times or
// where the words of the group differ in it. A text mostly has each word once,
// so that a store seldom has to count. It is stored: what group a word is in
// must never change.
type Repeats int64

const (
	groups = 31
	// unsure is what the bits of a group say where only the text tells.
	unsure = 3
	// allUnsure says so of every group.
	allUnsure Repeats = 1<<(2*groups) - 1
)

// RepeatsIn returns the repeats of a Derived.Text.
func RepeatsIn(text string) Repeats {
	if text == "" {
		return 0
	}
	return repeatsOf(strings.Split(text[1:len(text)-1], "  "))
}

func repeatsOf(words []string) Repeats {
	times := make(map[string]int, len(words))
	for _, w := range words {
		if !whole(w) {
			return allUnsure
		}
		if w != boundary {
			times[w]++
		}
	}
	var seen [groups]int
	for w, n := range times {
		g := group(w)
		if n = min(n, unsure+1); seen[g] != 0 && seen[g] != n {
			n = unsure + 1
		}
		seen[g] = n
	}
	var out Repeats
	for g, n := range seen {
		out |= Repeats(max(n-1, 0)) << (2 * g)
	}
	return out
}

// Shifts tells, for each word of a term, by how much to shift the Repeats of a
// text that has it to bring that word's bits to the right end. It is empty where
// only the text itself tells.
func (t Term) Shifts() []int {
	out := make([]int, len(t))
	for i, w := range t {
		if !whole(w) {
			return nil
		}
		out[i] = 2 * group(w)
	}
	return out
}

func group(word string) int { return int(crc32.ChecksumIEEE([]byte(word)) % groups) }

// longestWord is how much of a word FTS5 keeps.
const longestWord = 1 << 15

// whole reports whether FTS5's tokenizer takes the word for one and keeps all of
// it: what it finds then has the word. Hardly any word is otherwise.
func whole(word string) bool {
	for i := range len(word) {
		c := word[i]
		if c < 0x80 && (c < '0' || '9' < c && c < 'a' || 'z' < c) {
			return false
		}
	}
	return len(word) <= longestWord
}
