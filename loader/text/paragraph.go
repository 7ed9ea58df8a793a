package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widths, in runes, between which a block of lines is taken for hard-wrapped
// prose, as in e-mails and old wires.
const (
	minWrap = 50
	maxWrap = 100
)

// span is a range of bytes.
type span struct{ start, end int }

// cutParagraphs finds the ranges of s that no sentence crosses, in order, with
// white space around them possible. A line is a paragraph of its own, unless
// it was wrapped. Lines that follow one another without a blank line make a
// block, by whose width that is judged.
func (c *Cut) cutParagraphs(s string) {
	c.paragraphs, c.lines = c.paragraphs[:0], c.lines[:0]
	for pos := 0; pos < len(s); {
		end := len(s)
		next := end
		if i := strings.IndexByte(s[pos:], '\n'); i >= 0 {
			end, next = pos+i, pos+i+1
		}
		if blank(s[pos:end]) {
			c.endBlock(s)
		} else {
			c.lines = append(c.lines, span{pos, end})
		}
		pos = next
	}
	c.endBlock(s)
}

// endBlock makes paragraphs of the lines gathered.
func (c *Cut) endBlock(s string) {
	if len(c.lines) > 0 {
		c.paragraphs = appendParagraphs(c.paragraphs, s, c.lines)
		c.lines = c.lines[:0]
	}
}

func blank(line string) bool { return strings.TrimFunc(line, isSpace) == "" }

// appendParagraphs joins the lines of a block that were wrapped.
func appendParagraphs(out []span, s string, lines []span) []span {
	width := 0
	for _, l := range lines {
		width = max(width, runes(s, l))
	}
	current := lines[0]
	for i := 1; i < len(lines); i++ {
		if wrapped(s, lines[i-1], lines[i], width) {
			current.end = lines[i].end
			continue
		}
		out = append(out, current)
		current = lines[i]
	}
	return append(out, current)
}

// wrapped reports whether the break between two lines is only typographic:
// the second line's first word had no room at the end of the first line.
func wrapped(s string, a, b span, width int) bool {
	if width < minWrap || width > maxWrap || bullet(s[b.start:b.end]) {
		return false
	}
	next := strings.TrimFunc(s[b.start:b.end], isSpace)
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
		return true
	}
	first, _, _ := strings.Cut(next, " ")
	used := runes(s, a)
	return used >= minWrap && used+1+utf8.RuneCountInString(first) > width
}

func runes(s string, l span) int {
	return utf8.RuneCountInString(strings.TrimRightFunc(s[l.start:l.end], isSpace))
}

// bullet reports whether a line is an item of a list.
func bullet(line string) bool {
	line = strings.TrimLeftFunc(line, isSpace)
	r, size := utf8.DecodeRuneInString(line)
	switch r {
	case '•', '▪', '●', '◦', '‣', '·', '*', '-', '–', '—', '#', '>':
		return true
	}
	for size > 0 && unicode.IsDigit(r) {
		line = line[size:]
		r, size = utf8.DecodeRuneInString(line)
		if r == '.' || r == ')' {
			return true
		}
	}
	return false
}
