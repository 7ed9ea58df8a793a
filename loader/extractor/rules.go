package extractor

import (
	"context"

	"parley/loader/extract"
	"parley/loader/lexicon"
)

// RulesVersion is the version of the rules; loader.ExtractionVersion says when
// they read differently.
const RulesVersion = "rules"

// Rules reads by the rules of package extract. It never skips or fails.
type Rules struct{ lex *lexicon.Lexicon }

// NewRules returns the rules with the words of lex.
func NewRules(lex *lexicon.Lexicon) Rules { return Rules{lex} }

// Begin implements Extractor.
func (r Rules) Begin(doc extract.Document) Reading {
	return func(context.Context) (Result, error) { return r.Read(doc), nil }
}

// Read reads a document at once.
func (r Rules) Read(doc extract.Document) Result {
	return Result{Extraction: extract.Extract(doc, r.lex), By: RulesVersion}
}

// Version implements Extractor.
func (Rules) Version() string { return RulesVersion }
