package text

// Kind is what sort of token it is.
type Kind uint8

// The kinds of token.
const (
	// Word begins with a letter: "Geneva", "G7", "U.S.", "Mr.", "N'Djamena",
	// "Modern.az". Its full stop belongs to it when it is an abbreviation.
	// Hyphens cut: "Ukraine-Russia" is three tokens.
	Word Kind = iota + 1
	// Number begins with a digit: "28", "1,000", "3.5", "20:30", "19th".
	Number
	// Possessive is 's or ’s after a word, or the bare apostrophe after a
	// word's final s.
	Possessive
	// Hyphen joins two tokens without white space ("28-point").
	Hyphen
	// QuoteOpen and QuoteClose are quotation marks, straight ones judged by
	// the white space around them.
	QuoteOpen
	QuoteClose
	// Punct is any other mark or symbol, one rune each; dots that follow one
	// another are one token.
	Punct
)

// String names the kind, for tests and messages.
func (k Kind) String() string {
	return [...]string{"none", "word", "number", "possessive", "hyphen", "open", "close", "punct"}[k]
}

// Token is one word, number or mark, at bytes [Start, End) of the text.
type Token struct {
	Start, End int
	Kind       Kind
	// Capital: the first letter is upper case. AllCaps: there are at least
	// two letters and none is lower case ("NATO", "U.S.").
	Capital, AllCaps bool
}

// Of returns the token's text, given the text that it was cut from.
func (t Token) Of(s string) string { return s[t.Start:t.End] }

// Sentence is one sentence at bytes [Start, End) of the text, without white
// space at either end.
type Sentence struct {
	Start, End int
	// Paragraph counts the text's paragraphs from 0.
	Paragraph int
	Tokens    []Token
}

// Of returns the sentence's text, given the text that it was cut from.
func (x Sentence) Of(s string) string { return s[x.Start:x.End] }
