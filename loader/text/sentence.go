package text

import (
	"slices"
	"strings"
)

// Class is how an abbreviation behaves at its full stop.
type Class uint8

// The classes of abbreviations.
const (
	// Joins never ends a sentence: "Mr.", "Gen.", "e.g.".
	Joins Class = iota + 1
	// Counts does not end one before a number ("No. 10", "Sept. 3"), and
	// elsewhere is as Ends.
	Counts
	// Ends ends one only where a word follows that usually begins one:
	// "p.m.", "Inc.". An acronym that is not listed, "U.S.", is of this class.
	Ends
)

// Words is what a Splitter has to be told of the language.
type Words struct {
	// Abbreviations have no final full stop ("Mr", "p.m") and match as they
	// are written.
	Abbreviations map[string]Class
	// Starters are words in lower case that, with a capital after an
	// abbreviation, show a new sentence ("the", "he", "but").
	Starters []string
}

// Splitter cuts texts into sentences. It is made once and is safe for
// concurrent use.
type Splitter struct {
	abbr     map[string]Class
	starters map[string]bool
}

// NewSplitter returns a Splitter that knows the words w, which must not change
// afterwards. The zero Words are allowed.
func NewSplitter(w Words) *Splitter {
	p := &Splitter{abbr: w.Abbreviations, starters: make(map[string]bool, len(w.Starters))}
	for _, s := range w.Starters {
		p.starters[strings.ToLower(s)] = true
	}
	return p
}

// Sentences returns the sentences of s in order, with their tokens; none for a
// text of white space. A heading, a list's item and a dateline's sentence are
// each one sentence.
func (p *Splitter) Sentences(s string) []Sentence {
	var c Cut
	p.Cut(&c, s)
	return c.Sentences
}

// Cut is a text cut into sentences. Cutting another one uses its memory again.
type Cut struct {
	Sentences []Sentence
	// Tokens are those of all sentences, one after another.
	Tokens []Token

	paragraphs, lines []span
}

// Cut is Sentences with memory to use again: c receives the sentences of s,
// and what it had before is gone.
func (p *Splitter) Cut(c *Cut, s string) {
	c.Sentences, c.Tokens = c.Sentences[:0], slices.Grow(c.Tokens[:0], len(s)/5)
	c.cutParagraphs(s)
	for n, par := range c.paragraphs {
		first := len(c.Tokens)
		c.Tokens = p.tokens(c.Tokens, s, par)
		c.Sentences = p.split(c.Sentences, s, c.Tokens[first:], n)
	}
	lo := 0
	for i := range c.Sentences { // the tokens may have moved while they grew
		hi := lo + len(c.Sentences[i].Tokens)
		c.Sentences[i].Tokens = c.Tokens[lo:hi:hi]
		lo = hi
	}
}

// Tokens returns the tokens of s as if it were one paragraph.
func (p *Splitter) Tokens(s string) []Token {
	return p.tokens(nil, s, span{0, len(s)})
}

func (p *Splitter) tokens(out []Token, s string, par span) []Token {
	c := scanner{s: s, pos: par.start, end: par.end, abbr: p.abbr}
	for t, ok := c.next(); ok; t, ok = c.next() {
		out = append(out, t)
	}
	return out
}

// split cuts the tokens of one paragraph into sentences.
func (p *Splitter) split(out []Sentence, s string, tokens []Token, paragraph int) []Sentence {
	for first := 0; first < len(tokens); {
		end := p.sentenceEnd(s, tokens, first)
		part := tokens[first:end:end]
		out = append(out, Sentence{
			Start: part[0].Start, End: part[len(part)-1].End,
			Paragraph: paragraph, Tokens: part,
		})
		first = end
	}
	return out
}

// maxTokens bounds a sentence. The longest sentences of news have about a
// hundred tokens; a text without full stops would else be one sentence, and
// whoever reads a sentence as a whole would pay the square of its length.
const maxTokens = 160

// sentenceEnd returns the index after the last token of the sentence that
// begins at first.
func (p *Splitter) sentenceEnd(s string, tokens []Token, first int) int {
	limit := min(first+maxTokens, len(tokens))
	for i := first; i < limit; i++ {
		if !terminal(s, tokens[i]) {
			continue
		}
		next := afterClosers(s, tokens[:limit], i+1)
		if next == len(tokens) || (i > first || tokens[i].Kind != Punct) && p.breaks(s, tokens, i, next) {
			return next
		}
		i = next - 1
	}
	if limit < len(tokens) {
		return cut(s, tokens, first+maxTokens/2, limit)
	}
	return limit
}

// cut returns where to cut an endless sentence: after the last semicolon of
// the tokens from lo to hi, else after their last comma, else at hi.
func cut(s string, tokens []Token, lo, hi int) int {
	for _, mark := range []byte{';', ','} {
		for i := hi - 1; i >= lo; i-- {
			if s[tokens[i].Start] == mark {
				return i + 1
			}
		}
	}
	return hi
}
