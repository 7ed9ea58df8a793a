// Package fold brings names to the form in which they are compared: without
// case, accents and typographic variety. Everything that compares names uses
// it, the lexicon and both stores alike, so that "Vučić", "VUCIC" and "Vucic"
// are one everywhere.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters have no decomposition in Unicode; the spelling is the one usual in
// English-language wires.
var letters = strings.NewReplacer(
	"ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i", "ħ", "h",
	"’", "'", "‘", "'", "ʼ", "'", "ʻ", "'", "`", "'", "´", "'", "“", `"`, "”", `"`, "„", `"`,
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-",
)

// Name returns s in lower case, compatibility-decomposed (NFKD) without
// combining marks, quotation marks and dashes as in ASCII, runs of white space
// as one space and none at the ends. Name(Name(s)) equals Name(s).
func Name(s string) string {
	if plain(s) {
		return s
	}
	if ascii(s) {
		return asciiName(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	s = strings.ToValidUTF8(s, string(unicode.ReplacementChar))
	for _, r := range letters.Replace(strings.ToLower(norm.NFKD.String(s))) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsSpace(r):
			space = b.Len() > 0
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// asciiName is Name for ASCII, which needs no tables.
func asciiName(s string) string {
	out := make([]byte, 0, len(s))
	space := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			space = len(out) > 0
			continue
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		case c == '`':
			c = '\''
		}
		if space {
			out, space = append(out, ' '), false
		}
		out = append(out, c)
	}
	return string(out)
}

// plain reports whether s is folded already, seen quickly: lower-case ASCII
// with single inner spaces.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ':
			if i == 0 || i == len(s)-1 || s[i-1] == ' ' {
				return false
			}
		case c < '!' || c > '~' || c == '`' || 'A' <= c && c <= 'Z':
			return false
		}
	}
	return true
}
