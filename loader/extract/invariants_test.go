package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"parley/loader/lexicon"
)

// caseTexts are the documents of testdata/cases.
func caseTexts(t testing.TB) []Document {
	t.Helper()
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var out []Document
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, caseDocument(string(txtar.Parse(b).Files[0].Data)))
	}
	return out
}

// TestInvariants holds what is true of every extraction, over all cases one
// by one and as one long document.
func TestInvariants(t *testing.T) {
	docs := caseTexts(t)
	long := Document{ID: "all", Published: "2025-06-05"}
	for _, d := range docs {
		long.Text += d.Text + "\n\n"
	}
	for _, d := range append(docs, long) {
		checkInvariants(t, d)
	}
}

// FuzzExtract holds the same for any text.
func FuzzExtract(f *testing.F) {
	for _, d := range caseTexts(f) {
		f.Add(d.Text, d.Title, d.Published, d.Publisher)
	}
	f.Fuzz(func(t *testing.T, text, title, published, publisher string) {
		if !utf8.ValidString(text) {
			t.Skip("documents are decoded before they are extracted")
		}
		checkInvariants(t, Document{ID: "fuzz", Title: title, Published: published, Publisher: publisher, Text: text})
	})
}

// checkInvariants fails when a span leaves its text or cuts a rune, when a
// fact has no evidence, an index points nowhere, or a second reading differs.
func checkInvariants(t *testing.T, d Document) {
	t.Helper()
	x := Extract(d, lexicon.Default())
	for i, m := range x.Meetings {
		checkSpans(t, d.Text, m.Evidence)
		if !wellFormed(m.Date) {
			t.Errorf("meeting %d took place on %q", i, m.Date)
		}
		if len(m.Topics) > maxTopics {
			t.Errorf("meeting %d has %d topics", i, len(m.Topics))
		}
		for _, f := range m.Follows {
			if f < 0 || f >= len(x.Meetings) || f == i {
				t.Errorf("meeting %d follows %d", i, f)
			}
		}
		for _, p := range m.Proposals {
			if p < 0 || p >= len(x.Proposals) {
				t.Errorf("meeting %d considered proposal %d", i, p)
			}
		}
	}
	for _, p := range x.Positions {
		checkSpans(t, d.Text, p.Evidence)
		if strings.TrimSpace(p.What) == "" || p.Actor.Name == "" || p.OnProposal >= len(x.Proposals) {
			t.Errorf("broken position %+v", p)
		}
	}
	for _, p := range x.Proposals {
		checkSpans(t, d.Text, p.Evidence)
	}
	for _, k := range x.Relations {
		checkSpans(t, d.Text, k.Evidence)
	}
	for _, p := range x.People {
		for _, m := range p.Mentions {
			checkSpans(t, d.Text, []Span{m.Span, m.Sentence})
		}
	}
	a, _ := json.Marshal(x)
	b, _ := json.Marshal(Extract(d, lexicon.Default()))
	if string(a) != string(b) {
		t.Error("two readings of one document differ")
	}
}

// checkSpans fails on no spans, and on a span that is empty, out of range or
// off a rune's boundary.
func checkSpans(t *testing.T, text string, spans []Span) {
	t.Helper()
	if len(spans) == 0 {
		t.Error("a fact without evidence")
	}
	for _, s := range spans {
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
			t.Errorf("span %v in a text of %d bytes", s, len(text))
			continue
		}
		if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
			t.Errorf("span %v cuts a rune", s)
		}
	}
}

// maxTime is a hundred times what 100 kB take, and a small part of what they
// took where the cost of a sentence or of a text was the square of its length.
const maxTime = 5 * time.Second

// TestNoTextTakesLong reads texts that no editor would print.
func TestNoTextTakesLong(t *testing.T) {
	for _, h := range hostileTexts {
		d := Document{ID: h.name, Published: "2025-06-05", Text: h.text(1e5)}
		begin := time.Now()
		Extract(d, lexicon.Default())
		if took := time.Since(begin); took > maxTime {
			t.Errorf("%s: 100 kB took %v, want at most %v", h.name, took, maxTime)
		}
	}
}
