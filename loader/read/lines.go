package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text with hard line breaks has a longest line of so many characters; texts
// with one paragraph a line have longer ones, and lists shorter ones.
const (
	narrowest = 40
	widest    = 100
)

// paragraphs brings a text into the form of Document.Text: no control
// characters, no white space at the ends of lines, at most one empty line
// between lines, and lines that were only broken to fit a width joined.
func paragraphs(text string) string {
	all := strings.Split(newlines.Replace(text), "\n")
	width := 0
	for i, line := range all {
		all[i] = strings.TrimSpace(strings.Map(dropControl, line))
		width = max(width, utf8.RuneCountInString(all[i]))
	}
	var b strings.Builder
	b.Grow(len(text))
	for i, line := range all {
		switch {
		case line == "" && (i == 0 || all[i-1] == ""):
			continue
		case i > 0 && isWrapped(all[i-1], line, width):
			b.WriteByte(' ')
		case b.Len() > 0:
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
	return strings.TrimSpace(b.String())
}

// isWrapped tells whether a line was broken only because its next word would
// not have fitted into the text's width.
func isWrapped(line, next string, width int) bool {
	if line == "" || next == "" || width < narrowest || width > widest || isBullet(next) {
		return false
	}
	word, _, _ := strings.Cut(next, " ")
	return utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width
}

// isBullet tells whether a line begins a point of a list: "- ", "* ", "• " or
// "3. ".
func isBullet(line string) bool {
	mark, _, ok := strings.Cut(line, " ")
	if !ok {
		return false
	}
	switch mark {
	case "-", "*", "+", "•", "–", "—":
		return true
	}
	digits := strings.TrimRight(mark, ".)")
	return digits != mark && digits != "" && strings.Trim(digits, "0123456789") == ""
}

func dropControl(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case unicode.IsControl(r), r == '\ufeff':
		return -1
	}
	return r
}
