package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
	"github.com/kljensen/snowball/english"
)

// A long text is judged by its start. Of a text in Latin letters only the words
// in lower case are judged, and it takes some letters of them: names, and
// headlines in capitals, look like many a language. Another script needs few.
const (
	judgedBytes   = 2 << 10
	judgedLetters = 30
	judgedScript  = 8
)

// foreign names the language of a text that isn't English, or returns "" where
// it is, or where that can't be told.
func foreign(text string) string {
	if len(text) > judgedBytes {
		text = strings.ToValidUTF8(text[:judgedBytes], "")
	}
	if plainlyEnglish(text) {
		return ""
	}
	text = unquoted(text)
	if plainlyEnglish(text) {
		return ""
	}
	info := whatlanggo.Detect(text)
	if info.Script != nil && info.Script != unicode.Latin {
		return otherScript(text, info)
	}
	return otherLatin(text)
}

// otherScript names the language of a text of which most is in letters that
// English doesn't have.
func otherScript(text string, info whatlanggo.Info) string {
	switch n := letters(text, info.Script); {
	case n < judgedScript && n < letters(text, unicode.Letter):
		return ""
	case info.Lang >= 0 && info.IsReliable():
		return info.Lang.String()
	}
	return whatlanggo.Scripts[info.Script] + " letters"
}

// otherLatin names the language of a text in Latin letters.
func otherLatin(text string) string {
	words := lowerCase(text)
	if letters(words, unicode.Latin) < judgedLetters {
		return ""
	}
	info := whatlanggo.Detect(words)
	if info.Lang == whatlanggo.Eng || info.Lang < 0 || !info.IsReliable() {
		return ""
	}
	return info.Lang.String()
}

// plainlyEnglish tells the usual case without a full detection, which would
// take longer than all other reading together: at least a quarter of the words
// are English function words. English news has a third, Dutch and German less
// than a tenth.
func plainlyEnglish(text string) bool {
	words, known := 0, 0
	for word := range strings.FieldsSeq(text) {
		words++
		if english.IsStopWord(strings.ToLower(word)) {
			known++
		}
	}
	return words > 0 && known*4 >= words
}

// unquoted is a text without what it quotes, which may be in any language; all
// of it where little else is left.
func unquoted(text string) string {
	var b strings.Builder
	for rest := text; rest != ""; {
		from := strings.IndexAny(rest, "“\"«„")
		if from < 0 {
			b.WriteString(rest)
			break
		}
		_, size := utf8.DecodeRuneInString(rest[from:])
		b.WriteString(rest[:from])
		to := strings.IndexAny(rest[from+size:], "”\"»“\n")
		if to < 0 {
			break
		}
		rest = rest[from+size+to:]
		_, size = utf8.DecodeRuneInString(rest)
		rest = rest[size:]
	}
	if b.Len() < len(text)/4 {
		return text
	}
	return b.String()
}

// lowerCase are the words of a text that begin with a small letter.
func lowerCase(text string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(text) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			b.WriteString(w)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// letters counts the runes of a text that are in a table.
func letters(text string, table *unicode.RangeTable) int {
	n := 0
	for _, r := range text {
		if unicode.Is(table, r) {
			n++
		}
	}
	return n
}
