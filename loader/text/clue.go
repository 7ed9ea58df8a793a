package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// terminal reports whether a sentence can end at t.
func terminal(s string, t Token) bool {
	switch s[t.End-1] {
	case '.', '!', '?':
		return true
	case "…"[2], "。"[2]: // the last bytes of theirs, and of other characters
		last, _ := utf8.DecodeLastRuneInString(s[t.Start:t.End])
		return last == '…' || last == '。'
	}
	return false
}

// afterClosers returns the index of the first token from i on that does not
// belong to the end of a sentence: further marks, closing quotes and brackets,
// all without white space before them.
func afterClosers(s string, tokens []Token, i int) int {
	for ; i < len(tokens) && tokens[i].Start == tokens[i-1].End; i++ {
		t := tokens[i]
		switch {
		case t.Kind == QuoteClose || t.Kind == Punct && terminal(s, t):
		case t.Kind == Punct && (s[t.Start] == ')' || s[t.Start] == ']'):
		case t.Kind == Possessive && t.End == t.Start+len("’") && s[t.Start] != '\'':
		default:
			return i
		}
	}
	return i
}

// breaks reports whether a sentence ends between the terminal token at i, with
// its closers, and the token at next.
func (p *Splitter) breaks(s string, tokens []Token, i, next int) bool {
	k := skipOpeners(s, tokens, next)
	if k == len(tokens) {
		return true
	}
	gap := tokens[next-1].End < tokens[next].Start
	switch {
	case tokens[i].Kind == Word:
		return gap && p.afterAbbreviation(s, tokens[i], tokens[k])
	case !gap:
		return p.fused(s, tokens, i, k)
	case tokens[k].Kind == Number:
		return !listNumber(tokens, i)
	}
	return !lower(s, tokens[k]) && !listNumber(tokens, i)
}

// opener reports whether t may stand before the first word of a sentence.
func opener(s string, t Token) bool {
	return t.Kind == QuoteOpen || t.Kind == Punct && !strings.ContainsAny(s[t.Start:t.End], ",;:)]%/")
}

// maxOpeners bounds how far skipOpeners looks, or a text of nothing but marks
// would cost the square of its length.
const maxOpeners = 4

func skipOpeners(s string, tokens []Token, i int) int {
	for end := i + maxOpeners; i < end && i < len(tokens) && opener(s, tokens[i]); {
		i++
	}
	return i
}

// afterAbbreviation judges the full stop of an abbreviation by its class and
// the word that follows.
func (p *Splitter) afterAbbreviation(s string, abbr, next Token) bool {
	word := strings.TrimSuffix(abbr.Of(s), ".")
	class := p.abbr[word]
	switch {
	case class == Joins:
		return false
	case class == Counts && next.Kind == Number:
		return false
	case !next.Capital:
		return false
	}
	return p.starters[strings.ToLower(next.Of(s))]
}

// fused reports whether a full stop without white space after it ends a
// sentence, as in texts that lost their line breaks: "talks.The".
func (p *Splitter) fused(s string, tokens []Token, i, k int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:tokens[i].Start])
	return i > 0 && unicode.IsLower(before) && tokens[k].Capital && p.starters[strings.ToLower(tokens[k].Of(s))]
}

// listNumber reports whether the full stop at i ends the number of a list's
// item: a number, a full stop, and nothing before.
func listNumber(tokens []Token, i int) bool {
	return i == 1 && tokens[0].Kind == Number && tokens[i].Start == tokens[0].End
}

// lower reports whether t goes on with a sentence: a word that begins in lower
// case, or a mark that can't begin one.
func lower(s string, t Token) bool {
	switch t.Kind {
	case Word:
		r, _ := utf8.DecodeRuneInString(s[t.Start:])
		return unicode.IsLower(r)
	case Punct, Hyphen, Possessive:
		return true
	}
	return false
}
