package text

import (
	"unicode"
	"unicode/utf8"
)

// scanner cuts s[pos:end] into tokens; bytes outside are not looked at, save
// the rune before pos.
type scanner struct {
	s        string
	pos, end int
	abbr     map[string]Class
}

// next returns the next token, false at the end.
func (c *scanner) next() (Token, bool) {
	c.space()
	if c.pos >= c.end {
		return Token{}, false
	}
	start := c.pos
	r, size := c.rune(c.pos)
	t := Token{Start: start}
	switch {
	case isLetter(r):
		t.Kind = Word
		c.word()
	case unicode.IsDigit(r):
		t.Kind = Number
		c.number()
	case isApostrophe(r) && c.possessive(start):
		t.Kind = Possessive
	default:
		t.Kind = c.mark(r, size)
	}
	t.End = c.pos
	if t.Kind == Word || t.Kind == Number {
		t.Capital, t.AllCaps = letterCase(c.s[t.Start:t.End])
	}
	return t, true
}

func (c *scanner) space() {
	for c.pos < c.end {
		r, size := c.rune(c.pos)
		if !isSpace(r) {
			return
		}
		c.pos += size
	}
}

// rune decodes at i, 0 and 0 at the end.
func (c *scanner) rune(i int) (rune, int) {
	if i >= c.end {
		return 0, 0
	}
	if b := c.s[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(c.s[i:c.end])
}

// plain are the bytes that are ASCII letters and digits.
var plain = func() (t [256]bool) {
	for b := range t {
		t[b] = 'a' <= b|0x20 && b|0x20 <= 'z' && b < utf8.RuneSelf || '0' <= b && b <= '9'
	}
	return t
}()

// letters returns the end of the run of letters, digits and marks at i.
func (c *scanner) letters(i int) int {
	for i < c.end && plain[c.s[i]] {
		i++
	}
	for {
		r, size := c.rune(i)
		if size == 0 || !isLetter(r) && !unicode.IsDigit(r) {
			return i
		}
		i += size
	}
}

// word moves over a word: runs of letters joined by apostrophes or, in
// acronyms and names of sites, by dots.
func (c *scanner) word() {
	start := c.pos
	segment := start
	c.pos = c.letters(c.pos)
	for {
		r, size := c.rune(c.pos)
		after, _ := c.rune(c.pos + size)
		switch {
		case isApostrophe(r) && isLetter(after) && !c.genitive(c.pos):
			c.pos = c.letters(c.pos + size)
		case r == '.' && isLetter(after) && c.dotInside(segment):
			segment = c.pos + 1
			c.pos = c.letters(segment)
		case r == '.' && c.ownDot(start, segment):
			c.pos++
			return
		default:
			return
		}
	}
}

// dotInside reports whether the dot at pos, with a letter after it, joins the
// segment before it to what follows: "U.S", "Ph.D", "state.gov".
func (c *scanner) dotInside(segment int) bool {
	next := c.letters(c.pos + 1)
	short := utf8.RuneCountInString(c.s[segment:c.pos]) <= 2
	r, _ := c.rune(c.pos + 1)
	if unicode.IsUpper(r) {
		return short && next-c.pos-1 <= 2
	}
	return short || next-c.pos-1 <= 4
}

// ownDot reports whether the dot at pos belongs to the word from start:
// because it is an initial, an acronym, or a known abbreviation.
func (c *scanner) ownDot(start, segment int) bool {
	word := c.s[start:c.pos]
	if utf8.RuneCountInString(c.s[segment:c.pos]) == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		if segment > start || unicode.IsUpper(r) {
			return true
		}
	}
	_, known := c.abbr[word]
	return known
}

// number moves over digits, with separators between digits and letters right
// after ("1,000", "19th").
func (c *scanner) number() {
	c.pos = c.letters(c.pos)
	for {
		r, size := c.rune(c.pos)
		after, _ := c.rune(c.pos + size)
		if (r != '.' && r != ',' && r != ':') || !unicode.IsDigit(after) {
			return
		}
		c.pos = c.letters(c.pos + size)
	}
}

// genitive reports whether at i stands 's and no letter after it.
func (c *scanner) genitive(i int) bool {
	_, size := c.rune(i)
	r, n := c.rune(i + size)
	after, _ := c.rune(i + size + n)
	return (r == 's' || r == 'S') && !isLetter(after)
}

// possessive moves over 's, or over an apostrophe after a word's final s.
func (c *scanner) possessive(start int) bool {
	r, size := c.rune(start)
	before, _ := utf8.DecodeLastRuneInString(c.s[:start])
	if !isApostrophe(r) || !isLetter(before) && !unicode.IsDigit(before) && before != '.' {
		return false
	}
	if c.genitive(start) {
		c.pos = start + size + 1
		return true
	}
	after, _ := c.rune(start + size)
	if r != '’' && r != '\'' || before != 's' || isLetter(after) {
		return false
	}
	c.pos = start + size
	return true
}

// mark moves over one mark and returns its kind.
func (c *scanner) mark(r rune, size int) Kind {
	start := c.pos
	c.pos += size
	switch {
	case r == '.':
		for c.pos < c.end && c.s[c.pos] == '.' {
			c.pos++
		}
		return Punct
	case r == '-' || r == '‐' || r == '‑':
		return c.dash(start)
	case isOpening(r):
		return QuoteOpen
	case isClosing(r):
		return QuoteClose
	case r == '"' || isApostrophe(r):
		return c.quote(start)
	}
	return Punct
}

// dash tells a hyphen from a dash with white space on a side.
func (c *scanner) dash(start int) Kind {
	before, _ := utf8.DecodeLastRuneInString(c.s[:start])
	after, size := c.rune(c.pos)
	if start == 0 || isSpace(before) || size == 0 || isSpace(after) {
		return Punct
	}
	return Hyphen
}

// quote judges a straight quotation mark: it opens after white space or an
// opening bracket, else it closes.
func (c *scanner) quote(start int) Kind {
	before, size := utf8.DecodeLastRuneInString(c.s[:start])
	if size == 0 || isSpace(before) || before == '(' || before == '[' || unicode.Is(unicode.Pd, before) || isOpening(before) {
		return QuoteOpen
	}
	return QuoteClose
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.M, r)
}

// isSpace also takes the zero-width space, which pages on the web are full of,
// and the byte order mark.
func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r > ' ' && (r == '\u200b' || r == '\ufeff' || unicode.IsSpace(r)) || r < ' ' && unicode.IsSpace(r)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', 'ʻ', '`':
		return true
	}
	return false
}

func isOpening(r rune) bool {
	return r == '“' || r == '„' || r == '«' || r == '‘'
}

// isClosing: a right single quote after a letter or in front of one is an
// apostrophe and never comes here; else it closes.
func isClosing(r rune) bool { return r == '”' || r == '»' || r == '’' }

// lowerASCII reports a word of ASCII letters in lower case, as most are.
func lowerASCII(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// letterCase tells whether the first letter is upper case, and whether there
// are two letters or more and none is lower case.
func letterCase(w string) (capital, allCaps bool) {
	n := 0
	allCaps = true
	if lowerASCII(w) {
		return false, false
	}
	for _, r := range w {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			capital = capital || n == 0
			n++
		case unicode.IsLetter(r):
			allCaps = false
			n++
		}
	}
	return capital, allCaps && n >= 2
}
