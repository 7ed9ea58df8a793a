package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/loader/extract"
)

// minWords is how many words a passage needs to be told from chance, unless it
// is a whole sentence; maxSentences is how many it may run over.
const (
	minWords     = 4
	maxSentences = 6
)

// marks are the typographic variants that count as one.
var marks = map[rune]string{
	'‘': "'", '’': "'", 'ʼ': "'", 'ʻ': "'", '`': "'", '´': "'", '′': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '″': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '−': "-", '…': "...",
	'\u00ad': "", '\u200b': "", '\u200c': "", '\u200d': "", '\u2060': "", '\ufeff': "",
}

// plain brings a text to the form in which passages are compared: white space
// as one space, marks as in ASCII, letters as they are. at has, for each byte of
// the result, where in s the rune begins from which it comes.
func plain(s string) (out string, at []int) {
	var b strings.Builder
	space := false
	put := func(t string, i int) {
		if space && b.Len() > 0 && t != "" {
			b.WriteByte(' ')
			at = append(at, i)
		}
		space = space && t == ""
		b.WriteString(t)
		for range len(t) {
			at = append(at, i)
		}
	}
	for i, r := range s {
		mark, known := marks[r]
		switch {
		case unicode.IsSpace(r):
			space = true
		case known:
			put(mark, i)
		default:
			put(string(r), i)
		}
	}
	return b.String(), at
}

// verbatim finds passages in a part of a text.
type verbatim struct {
	text      string // of the document
	start     int    // of the part
	plain     string
	low       string // plain in lower case
	at        []int
	sentences []extract.Span // of the document
}

func newVerbatim(text string, part extract.Span, sentences []extract.Span) *verbatim {
	v := &verbatim{text: text, start: part.Start, sentences: sentences}
	v.plain, v.at = plain(text[part.Start:part.End])
	v.low = strings.ToLower(v.plain)
	return v
}

// find returns the whole sentences in which a passage stands, false if it
// stands nowhere, is too short to mean a place in the text, or too long.
func (v *verbatim) find(passage string) ([]extract.Span, bool) {
	p, _ := plain(strings.TrimSpace(passage))
	found, ok := v.where(p)
	if !ok {
		p = strings.Trim(p, `"'. `) // in quotation marks, or with a full stop of its own
		found, ok = v.where(p)
	}
	if !ok {
		return nil, false
	}
	lo, _ := slices.BinarySearchFunc(v.sentences, found.Start, func(s extract.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	hi := lo
	for hi < len(v.sentences) && v.sentences[hi].Start < found.End {
		hi++
	}
	if lo == hi || hi-lo > maxSentences {
		return nil, false
	}
	whole := found.Start <= v.sentences[lo].Start && found.End >= v.sentences[lo].End
	if !whole && len(strings.Fields(p)) < minWords {
		return nil, false
	}
	return v.sentences[lo:hi], true
}

// where is the range of the document in which plain words stand, not cutting
// a word.
func (v *verbatim) where(p string) (extract.Span, bool) {
	if p == "" {
		return extract.Span{}, false
	}
	for from := 0; ; {
		i := strings.Index(v.plain[from:], p)
		if i < 0 {
			return extract.Span{}, false
		}
		i += from
		end := i + len(p)
		if !cuts(v.plain, i) && !cuts(v.plain, end) {
			_, n := utf8.DecodeRuneInString(v.text[v.start+v.at[end-1]:])
			return extract.Span{Start: v.start + v.at[i], End: v.start + v.at[end-1] + n}, true
		}
		from = i + 1
	}
}

// says reports that words stand in the part as they are, in any case.
func (v *verbatim) says(words string) bool {
	p, _ := plain(strings.TrimSpace(words))
	if p == "" {
		return false
	}
	p = strings.ToLower(p)
	for from := 0; ; {
		i := strings.Index(v.low[from:], p)
		if i < 0 {
			return false
		}
		i += from
		if !cuts(v.low, i) && !cuts(v.low, i+len(p)) {
			return true
		}
		from = i + 1
	}
}

// cuts reports that byte i stands between two letters or digits.
func cuts(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return wordRune(before) && wordRune(after)
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
