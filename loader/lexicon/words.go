package lexicon

import (
	"unicode/utf8"

	"parley/loader/text"
)

// Word is what the lexicon has a token down as: its number among the words of
// names and among those of the grammar, 0 for none. Texts are looked up word
// by word once, and phrases and names then found by number.
type Word struct{ name, grammar int32 }

// vocabulary is every word of names and of the grammar, as GrammarWord makes
// it. Most words of a text are short, and a number is found faster than a
// string.
type vocabulary struct {
	short map[uint64]Word // by packed
	long  map[string]Word
}

func newVocabulary(names *trie, g *Grammar) vocabulary {
	v := vocabulary{make(map[uint64]Word, len(names.words)+len(g.words)), map[string]Word{}}
	for w, id := range names.words {
		v.set(w, Word{name: id})
	}
	for w, id := range g.words {
		v.set(w, Word{v.get(w).name, id})
	}
	return v
}

func (v *vocabulary) get(w string) Word {
	if len(w) > 8 {
		return v.long[w]
	}
	return v.short[packed(w)]
}

func (v *vocabulary) set(w string, to Word) {
	if len(w) > 8 {
		v.long[w] = to
	} else {
		v.short[packed(w)] = to
	}
}

// packed is a word of at most eight bytes as one number. No word has NULs.
func packed(w string) uint64 {
	n := uint64(0)
	for i := range len(w) {
		n = n<<8 | uint64(w[i])
	}
	return n
}

// Word looks a token up, given as it is written and as GrammarWord makes it.
func (l *Lexicon) Word(written, grammar string) Word {
	w := l.vocabulary.get(grammar)
	if !simple(grammar) {
		w.name = l.names.words[key(written)]
	}
	return w
}

// simple reports a word of which both forms, GrammarWord and key, are one.
func simple(w string) bool {
	for i := range len(w) {
		if c := w[i]; c >= utf8.RuneSelf || c == '`' || c == '.' && len(w) > 1 {
			return false
		}
	}
	return true
}

// NameAt returns the longest name that the tokens start with: its length in
// tokens, 0 if there is none, and its meanings as in Match. The words are the
// tokens' own.
func (l *Lexicon) NameAt(words []Word, tokens []text.Token) (int, []Entry) {
	return l.names.find(words, tokens)
}

// Append appends the phrases that the words start with, the longer first.
func (g *Grammar) Append(phrases []*Phrase, words []Word) []*Phrase {
	second := int32(-1) // of no word: only phrases of one word fit
	if len(words) > 1 {
		second = words[1].grammar
	}
	for _, o := range g.openings[words[0].grammar] {
		if o.second == 0 || o.second == second && o.phrase.starts(words) {
			phrases = append(phrases, o.phrase)
		}
	}
	return phrases
}

// opening is how a phrase goes on after its first word.
type opening struct {
	second int32 // number of the second word, 0 for a phrase of one word
	phrase *Phrase
}

// open notes how every phrase goes on: small words open dozens, few of which
// have to be looked at.
func (g *Grammar) open() {
	g.openings = make([][]opening, len(g.byWord))
	for w, ps := range g.byWord {
		for i := range ps {
			o := opening{phrase: &ps[i]}
			if len(ps[i].ids) > 1 {
				o.second = ps[i].ids[1]
			}
			g.openings[w] = append(g.openings[w], o)
		}
	}
}

// starts reports that the words start with the phrase, of which the first two
// are known to be right.
func (p *Phrase) starts(words []Word) bool {
	if len(p.ids) > len(words) {
		return false
	}
	for i := 2; i < len(p.ids); i++ {
		if words[i].grammar != p.ids[i] {
			return false
		}
	}
	return true
}
