// Package person says who is meant by a name in a document: which person of the
// lexicon, or that two documents mean one whom the lexicon doesn't know. It is
// pure: what it says is a function of the mention and the lexicon.
//
// The tour:
//
//   - style.go takes titles from a name and reads what office they are,
//   - spelling.go brings the rest to one spelling, whatever the romanisation,
//     the order and the honorifics,
//   - directory.go finds the people of the lexicon whom it fits,
//   - term.go says who held an office when,
//   - identity.go weighs what speaks for each of them: the name, whom they act
//     for, their office, the date,
//   - same.go compares two mentions.
//
// A name that several explain is nobody's: it keeps its candidates.
package person

import (
	"strings"
	"unicode"

	"parley/fold"
	"parley/loader/lexicon"
)

// Book knows the people of a lexicon. It is safe for concurrent use.
type Book struct {
	lex    *lexicon.Lexicon
	sp     *lexicon.Spelling
	people *directory
}

// New returns a Book of the people whom lex knows.
func New(lex *lexicon.Lexicon) *Book {
	b := &Book{lex: lex, sp: lex.Spelling()}
	b.people = b.newDirectory()
	return b
}

// slug writes a name as part of an ID.
func slug(name string) string {
	words := strings.FieldsFunc(fold.Name(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, "-")
}
