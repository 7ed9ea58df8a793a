package extractor

import (
	"context"
	"errors"
	"math"

	"parley/loader/extract"
	"parley/loader/lexicon"
)

// What Meeting.Rules says of who found a meeting, beside the rules' own names.
// One that two found has both words.
const (
	ByRules = "rules"
	ByModel = "llm"
)

// Both lets the rules and a model read each document, and check each other: a
// meeting that both found is one, with the rules' word where they differ and
// what the model adds; one that only one of them found is kept and says so. A
// document that the model can't read is left to the rules, with a note.
type Both struct {
	rules Rules
	model Extractor
}

// NewBoth returns the rules with the words of lex, beside a model.
func NewBoth(lex *lexicon.Lexicon, model Extractor) *Both {
	return &Both{NewRules(lex), model}
}

// Version implements Extractor.
func (b *Both) Version() string { return "both " + b.model.Version() }

// Begin implements Extractor.
func (b *Both) Begin(doc extract.Document) Reading {
	model := b.model.Begin(doc)
	return func(ctx context.Context) (Result, error) {
		mine := b.rules.Read(doc)
		his, err := model(ctx)
		if skip, ok := errors.AsType[Skip](err); ok {
			mine.Note = "read by the rules alone: " + skip.Reason
			return mine, nil
		}
		if err != nil {
			return Result{}, err
		}
		return Result{Extraction: Check(mine.Extraction, his.Extraction), By: b.Version(), Note: his.Note}, nil
	}
}

// Check joins what the rules and a model found in one document.
func Check(rules, model extract.Extraction) extract.Extraction {
	out, who := join(rules, model)
	for i := range out.Meetings {
		weigh(&out.Meetings[i], who[i])
	}
	return out
}

// What it says for a meeting that two readings agree, and against one that only
// one of them found, in log odds. Assumed, not measured: models differ.
const (
	agreement = 1.0
	solitude  = -0.5
)

// weigh notes in a meeting who found it, and makes it surer or less sure.
func weigh(m *extract.Meeting, who found) {
	if who == byBoth {
		m.Confidence = shift(m.Confidence, agreement)
	} else {
		m.Confidence = shift(m.Confidence, solitude)
	}
	same := func(s string) string { return s }
	if who != byOther {
		m.Rules = unite(m.Rules, []string{ByRules}, same)
	}
	if who != byFirst {
		m.Rules = unite(m.Rules, []string{ByModel}, same)
	}
}

// shift moves a probability by log odds, in hundredths as it came.
func shift(p, by float64) float64 {
	p = min(max(p, 0.01), 0.99)
	return math.Round(100/(1+(1-p)/p*math.Exp(-by))) / 100
}
