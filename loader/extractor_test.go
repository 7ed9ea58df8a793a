package loader_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"parley/loader"
	"parley/loader/extract"
	"parley/loader/extractor"
	"parley/loader/lexicon"
	"parley/loader/read"
)

// moody reads by the rules under a version of its own, skips the documents
// with one word, fails at those with another, and leaves those with a third
// to the rules.
type moody struct{ skip, fail, leave string }

func (moody) Version() string { return "moody" }

func (m moody) Begin(doc extract.Document) extractor.Reading {
	has := func(word string) bool { return word != "" && strings.Contains(doc.Text, word) }
	return func(context.Context) (extractor.Result, error) {
		res := extractor.NewRules(lexicon.Default()).Read(doc)
		switch {
		case has(m.skip):
			return res, extractor.Skip{Reason: "not in the mood"}
		case has(m.fail):
			return res, errors.New("out of order")
		case has(m.leave):
			res.Note = "left to the rules"
			return res, nil
		}
		res.By = m.Version()
		return res, nil
	}
}

// capitals are three documents.
func capitals() []*read.Document {
	var out []*read.Document
	for _, city := range []string{"Paris", "Rome", "Oslo"} {
		out = append(out, &read.Document{Name: city + ".txt", Published: "2025-12-02", Text: "Emmanuel Macron met Volodymyr Zelensky in " + city + " on Monday."})
	}
	return out
}

func TestWhatAnExtractorSkipsIsToldAndTheRestLoads(t *testing.T) {
	s, plain := newStore(t), newStore(t)
	var told []string
	sum, err := loader.Load(t.Context(), s, items(capitals()...), loader.Options{Extractor: moody{skip: "Rome"}, Progress: func(p loader.Progress) {
		if p.Skip != nil {
			told = append(told, p.Skip.String())
		}
	}})
	if err != nil || sum.New != 2 || sum.Skipped != 1 || !slices.Equal(told, []string{"Rome.txt: not in the mood"}) {
		t.Errorf("got %+v, told %v, %v", sum, told, err)
	}
	if _, err := loader.Load(t.Context(), plain, items(capitals()[0], capitals()[2]), loader.Options{Extractor: moody{}}); err != nil {
		t.Fatal(err)
	}
	same(t, "one skipped", export(t, s), export(t, plain))
}

func TestASkippedDocumentStaysAsItWas(t *testing.T) {
	s := newStore(t)
	load(t, s, capitals()...)
	want := export(t, s)
	sum, err := loader.Load(t.Context(), s, items(capitals()...), loader.Options{Extractor: moody{skip: "Emmanuel"}})
	if err != nil || sum.Skipped != 3 || sum.New+sum.Replaced+sum.Unchanged != 0 {
		t.Errorf("got %+v, %v", sum, err)
	}
	same(t, "all skipped", export(t, s), want)
}

func TestAFailingExtractorEndsTheLoad(t *testing.T) {
	s := newStore(t)
	sum, err := loader.Load(t.Context(), s, items(capitals()...), loader.Options{Extractor: moody{fail: "Rome"}})
	if err == nil || err.Error() != "out of order" || sum.New != 0 {
		t.Errorf("got %+v, %v", sum, err)
	}
	if left := export(t, s); left != "" {
		t.Errorf("something was written: %.200s", left)
	}
}

// TestAnotherExtractorReadsAnew also holds that who stood in is remembered, so
// that the next load tries again, and finds nothing changed if nothing is.
func TestAnotherExtractorReadsAnew(t *testing.T) {
	s := newStore(t)
	var notes int
	loadBy := func(x extractor.Extractor, want loader.Summary) {
		t.Helper()
		got, err := loader.Load(t.Context(), s, items(capitals()...), loader.Options{Extractor: x, Progress: func(p loader.Progress) {
			if p.Note != nil {
				notes++
			}
		}})
		if err != nil || got.New != want.New || got.Replaced != want.Replaced || got.Unchanged != want.Unchanged {
			t.Errorf("got %+v, want %+v, %v", got, want, err)
		}
	}
	loadBy(moody{leave: "Rome"}, loader.Summary{New: 3})
	loadBy(moody{leave: "Rome"}, loader.Summary{Unchanged: 3})
	if notes != 2 {
		t.Errorf("%d notes, want one a load", notes)
	}
	loadBy(moody{}, loader.Summary{Unchanged: 2, Replaced: 1})
	loadBy(nil, loader.Summary{Replaced: 3})
	loadBy(nil, loader.Summary{Unchanged: 3})
	plain := newStore(t)
	load(t, plain, capitals()...)
	same(t, "back to the rules", export(t, s), export(t, plain))
}
