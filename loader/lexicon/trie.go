package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"parley/fold"
	"parley/loader/text"
)

// trie finds names in tokens. Its steps are numbered words from numbered
// nodes, in one map, which is small and quick to build.
type trie struct {
	words map[string]int32 // numbered from 1
	steps map[step]int32
	ends  [][]Entry // by node
	first []int32   // by word: the node to which it leads from the root, 0 for none
	inner []bool    // by node: whether it leads on
}

type step struct{ node, word int32 }

// cased says which words of a form need upper case, a bit each: "Turkey" is no
// "turkey", and "US" no "us".
type cased struct{ capital, caps uint32 }

// expected is about how many words and steps the data have: room made at once
// is cheaper than room made bit by bit.
const expected = 1 << 14

// maxWords is how many tokens a form may have: the bits of cased.
const maxWords = 32

func newTrie() *trie {
	return &trie{words: make(map[string]int32, expected), steps: make(map[step]int32, expected), ends: make([][]Entry, 1, expected)}
}

// add adds one meaning of a form, given as its tokens. Spellings of one thing
// that differ in case only become one entry that takes them all.
func (t *trie) add(form string, tokens []text.Token, e Entry) {
	node := int32(0)
	var buf [32]byte
	for i, tok := range tokens {
		id, ok := t.word(tok.Of(form), buf[:0])
		if !ok {
			id = int32(len(t.words)) + 1
			t.words[key(tok.Of(form))] = id
		}
		next, ok := t.steps[step{node, id}]
		if !ok {
			next = int32(len(t.ends))
			t.ends = append(t.ends, nil)
			t.steps[step{node, id}] = next
		}
		node = next
		e.form.need(i, tok, form)
	}
	for i := range t.ends[node] {
		old := &t.ends[node][i]
		if old.Code == e.Code && old.Kind == e.Kind && (old.Variant == VariantMetonym) == (e.Variant == VariantMetonym) {
			old.form = old.form.either(e.form)
			return
		}
	}
	t.ends[node] = append(t.ends[node], e)
}

// finish puts the likelier meanings first and indexes the steps.
func (t *trie) finish() {
	t.first, t.inner = make([]int32, len(t.words)+1), make([]bool, len(t.ends))
	for s, next := range t.steps {
		t.inner[s.node] = true
		if s.node == 0 {
			t.first[s.word] = next
		}
	}
	for _, es := range t.ends {
		slices.SortStableFunc(es, func(a, b Entry) int {
			return cmp.Or(cmp.Compare(b.Priority, a.Priority), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Variant, b.Variant), cmp.Compare(a.Code, b.Code))
		})
	}
}

// need records the case that the form's token i is written in.
func (c *cased) need(i int, tok text.Token, form string) {
	if i >= maxWords {
		return
	}
	if tok.AllCaps && utf8.RuneCountInString(tok.Of(form)) <= maxAcronym {
		c.caps |= 1 << i
	} else if tok.Capital {
		c.capital |= 1 << i
	}
}

// either is what text must fulfil to fit one of two forms.
func (c cased) either(d cased) cased {
	caps := c.caps & d.caps
	return cased{caps: caps, capital: (c.capital | c.caps) & (d.capital | d.caps) &^ caps}
}

// maxAcronym is the length in runes up to which capitals mean an acronym.
const maxAcronym = 6

// fits reports whether tokens are written as the form needs.
func (c cased) fits(tokens []text.Token) bool {
	for i, tok := range tokens[:min(len(tokens), maxWords)] {
		bit := uint32(1) << i
		if c.caps&bit != 0 && !tok.AllCaps || c.capital&bit != 0 && !tok.Capital {
			return false
		}
	}
	return true
}

// at returns the longest form at tokens[i:], its length in tokens and its
// meanings; 0 when there is none.
func (t *trie) at(s string, tokens []text.Token, i int) (int, []Entry) {
	var words [maxWords]Word
	var buf [32]byte
	n := 0
	for _, tok := range tokens[i:min(i+maxWords, len(tokens))] {
		if words[n].name, _ = t.word(tok.Of(s), buf[:0]); words[n].name == 0 {
			break
		}
		n++
	}
	return t.find(words[:n], tokens[i:])
}

// find is at, for tokens whose words are numbered.
func (t *trie) find(words []Word, tokens []text.Token) (n int, found []Entry) {
	node := int32(0)
	for j := 0; j < len(words) && j < maxWords; j++ {
		if node = t.next(node, words[j].name); node == 0 {
			break
		}
		if es := fitting(t.ends[node], tokens[:j+1]); len(es) > 0 {
			n, found = j+1, es
		}
	}
	return n, found
}

// next is the node to which a word leads, 0 for none.
func (t *trie) next(node, word int32) int32 {
	switch {
	case word == 0:
		return 0
	case node == 0:
		return t.first[word]
	case !t.inner[node]:
		return 0
	}
	return t.steps[step{node, word}]
}

// fitting returns the entries whose case is right; all of them, uncopied, in
// the usual case that nothing is wrong.
func fitting(es []Entry, tokens []text.Token) []Entry {
	for i, e := range es {
		if e.form.fits(tokens) {
			continue
		}
		out := slices.Clone(es[:i])
		for _, e := range es[i+1:] {
			if e.form.fits(tokens) {
				out = append(out, e)
			}
		}
		return out
	}
	return es
}

// word returns the number of a word in the text. Short ASCII needs no memory.
func (t *trie) word(w string, buf []byte) (int32, bool) {
	if len(w) > cap(buf) || !ascii(w) {
		id, ok := t.words[key(w)]
		return id, ok
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != '.' || len(w) == 1 {
			buf = append(buf, c)
		}
	}
	id, ok := t.words[string(buf)]
	return id, ok
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == '`' {
			return false
		}
	}
	return true
}

// key is the form in which words are compared: folded, and without the dots of
// abbreviations, so that "U.S." is "US" and "St." is "St".
func key(word string) string {
	word = fold.Name(word)
	if len(word) > 1 {
		word = strings.ReplaceAll(word, ".", "")
	}
	return word
}
