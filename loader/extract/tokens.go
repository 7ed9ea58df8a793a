package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/loader/lexicon"
	"parley/loader/text"
)

// token is one word or mark of the document. A possessive ending is a token
// of its own ("Putin" + "'s").
type token struct {
	Span
	text   string // as written
	low    string // lexicon.GrammarWord
	caps   bool   // starts with a capital letter
	num    bool   // starts with a digit
	mark   bool   // punctuation, quotes, hyphens, symbols
	hyphen bool   // joins two words without spaces
	sent   int
}

// sentence is a range of tokens with its bytes.
type sentence struct {
	Span
	lo, hi int // tokens [lo, hi)
	par    int // paragraph
}

// cue is a phrase of the grammar found in the text.
type cue struct {
	class lexicon.Class
	n     int // tokens
	value string
	word  string // the phrase's last word
}

// newToken makes a token of the splitter's; lower is lowerASCII of doc.
func newToken(doc, lower string, t text.Token, sent int) token {
	return token{
		Span: Span{t.Start, t.End}, text: t.Of(doc), low: grammarWord(t.Of(doc), t.Of(lower)), sent: sent,
		caps: t.Capital, num: t.Kind == text.Number, hyphen: t.Kind == text.Hyphen,
		mark: t.Kind != text.Word && t.Kind != text.Number && t.Kind != text.Possessive,
	}
}

// grammarWord is lexicon.GrammarWord of a word, given also with its ASCII
// letters in lower case: mostly without new memory.
func grammarWord(word, lower string) string {
	for i := range len(lower) {
		if lower[i] >= utf8.RuneSelf {
			return lexicon.GrammarWord(word)
		}
	}
	if n := len(lower); n > 1 && lower[n-1] == '.' {
		return lower[:n-1]
	}
	return lower
}

// lowerASCII is a text with its ASCII letters in lower case, byte for byte.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// annotate finds every phrase of the grammar at every token.
func (r *reading) annotate() {
	r.cueLo = slices.Grow(r.cueLo, len(r.toks)+1)
	r.classes = zeros(r.classes, len(r.toks))
	for _, sn := range r.sents {
		for i := sn.lo; i < sn.hi; i++ {
			lo := len(r.cues)
			r.cueLo = append(r.cueLo, int32(lo))
			r.cues = r.gram.Append(r.cues, r.ids[i:sn.hi])
			for _, p := range r.cues[lo:] {
				r.classes[i].Add(p.Class)
			}
		}
	}
	r.cueLo = append(r.cueLo, int32(len(r.cues)))
}

// cue returns the longest phrase of a class that starts at token i.
func (r *reading) cue(i int, class lexicon.Class) (cue, bool) {
	if uint(i) >= uint(len(r.classes)) || !r.classes[i].Has(class) {
		return cue{}, false
	}
	return r.cueOf(i, class), true
}

// cueOf is the longest phrase of a class that is known to start at token i.
func (r *reading) cueOf(i int, class lexicon.Class) cue {
	for _, p := range r.cues[r.cueLo[i]:r.cueLo[i+1]] {
		if p.Class == class {
			return cue{class, len(p.Words), p.Value, p.Words[len(p.Words)-1]}
		}
	}
	return cue{}
}

// has reports a phrase of a class that starts within [lo, hi).
func (r *reading) has(lo, hi int, class lexicon.Class) bool {
	_, ok := r.first(lo, hi, class)
	return ok
}

// first returns where the first phrase of a class starts within [lo, hi).
func (r *reading) first(lo, hi int, class lexicon.Class) (int, bool) {
	for i := max(lo, 0); i < min(hi, len(r.classes)); i++ {
		if r.classes[i].Has(class) {
			return i, true
		}
	}
	return 0, false
}

// words is the text of tokens [lo, hi), with its spaces made single.
func (r *reading) words(lo, hi int) string {
	if lo >= hi {
		return ""
	}
	s := r.doc.Text[r.toks[lo].Start:r.toks[hi-1].End]
	if singleSpaced(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// singleSpaced reports a text whose white space is single spaces within it.
func singleSpaced(s string) bool {
	space := true
	for _, c := range s {
		was := space
		space = unicode.IsSpace(c)
		if space && (was || c != ' ') {
			return false
		}
	}
	return !space
}
