package index

import (
	"slices"
	"strings"
)

// Term is a word, or the words of a quoted phrase, that a text must have.
type Term []string

// String writes a term as it stands in Derived.Text, so that a text has the
// term where it contains this string.
func (t Term) String() string { return join(t) }

// Terms reads what a user typed: words, and phrases between double quotes (an
// open one ends with the input). Everything else is punctuation; there is no
// syntax that could be wrong. Repeated terms count once. None at all is for
// the stores to answer with nothing.
func Terms(input string) []Term {
	var out []Term
	seen := map[string]bool{}
	add := func(t Term) {
		if key := t.String(); len(t) > 0 && !seen[key] {
			seen[key] = true
			out = append(out, t)
		}
	}
	input = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(input)
	for i, part := range strings.Split(input, `"`) {
		words := Words(part)
		if i%2 == 1 {
			add(Term(words))
			continue
		}
		for _, w := range words {
			add(Term{w})
		}
	}
	return out
}

// The score of a node for a list of terms is
//
//	Weight(label) * Σ over the terms  tf*(K1+1) / (tf + K1*(1-B + B*words/Average))
//
// summed in the order of the terms, in float64, where tf counts the
// occurrences of the term in Derived.Text and words is Derived.Words. It is
// Okapi BM25 (Robertson and Zaragoza 2009) without the idf factor: every
// match has all the terms, so idf would only weigh them against each other,
// and a fixed average length keeps a score from moving when others are loaded.
// Stores compute it in the database, operation for operation as Saturation;
// K1 is 1.2, B is 0.75 and Average is 20 words, about a sentence.

// Saturation is one summand of that score. The expression is written so that
// SQL and Cypher can follow it operation by operation.
func Saturation(tf, words float64) float64 {
	return tf * 2.2 / (tf + 1.2*(0.25+0.75*words/20.0))
}

// Highlight returns the part of text around the first match of the terms, at
// most max bytes cut at words, with every matching word between ** and **.
// Without a match it is the beginning of the text.
func Highlight(text string, terms []Term, max int) string {
	wanted := map[string]bool{}
	for _, t := range terms {
		for _, w := range t {
			wanted[w] = true
		}
	}
	tokens := Tokens(text)
	first := slices.IndexFunc(tokens, func(t Token) bool { return t.Word != "" && wanted[t.Word] })
	start, end := window(text, tokens, first, max)
	var b strings.Builder
	if start > 0 {
		b.WriteString("… ")
	}
	at := start
	for _, t := range tokens {
		if t.Start < start || t.End > end || !wanted[t.Word] || t.Word == "" {
			continue
		}
		b.WriteString(text[at:t.Start] + "**" + text[t.Start:t.End] + "**")
		at = t.End
	}
	b.WriteString(text[at:end])
	if end < len(text) {
		b.WriteString(" …")
	}
	return b.String()
}

// window returns the bytes of text to show: max at the most, between words,
// a third of them before the token with the index first.
func window(text string, tokens []Token, first, max int) (start, end int) {
	if len(text) <= max || len(tokens) == 0 {
		return 0, len(text)
	}
	at := 0
	if first >= 0 {
		at = tokens[first].Start
	}
	for _, t := range tokens {
		if t.Start >= at-max/3 {
			start = t.Start
			break
		}
	}
	if at <= max/3 {
		start = 0
	}
	end = start
	for _, t := range tokens {
		if t.End <= start+max && t.End > end {
			end = t.End
		}
	}
	if len(text)-start <= max {
		end = len(text)
	}
	return start, end
}
