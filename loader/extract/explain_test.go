package extract

import (
	"slices"
	"strings"
	"testing"

	"parley/loader/lexicon"
)

// TestExplain looks for what an explanation must tell: how a name, a title and
// a pronoun were resolved, which frame opened which meeting, and why other
// words opened none.
func TestExplain(t *testing.T) {
	doc := Document{ID: "x", Published: "2025-06-05", Text: "Spanish Foreign Minister José Manuel Albares met his Moroccan counterpart, Nasser Bourita, in Rabat on Monday. " +
		"Albares said that he was pleased. Market talks have stalled. The Spanish minister met the press."}
	x := Explain(doc, lexicon.Default())
	for _, c := range []struct{ words, rule, means, rejected string }{
		{"Albares", "form of a name", "José Manuel Albares [Spain]", ""},
		{"he", "pronoun", "José Manuel Albares [Spain]", ""},
		{"Spanish minister", "title", "José Manuel Albares [Spain]", ""},
		{"Rabat", "place", "Rabat", ""},
		{"Monday", "publication", "2025-06-02", ""},
		{"met", "verb:met", "", ""},
		{"talks", "noun:talks", "", "tells of no meeting"},
	} {
		if !slices.ContainsFunc(notes(x), func(n Note) bool {
			return strings.HasSuffix(doc.Text[n.Start:n.End], c.words) && strings.Contains(n.Rule, c.rule) && n.Means == c.means && strings.HasPrefix(n.Rejected, c.rejected) && (n.Rejected == "") == (c.rejected == "")
		}) {
			t.Errorf("no note on %q by %q that means %q, rejected %q; got %+v", c.words, c.rule, c.means, c.rejected, notes(x))
		}
	}
	if got := len(Extract(doc, lexicon.Default()).Meetings); got != len(x.Extraction.Meetings) {
		t.Errorf("explained, the document has %d meetings; extracted, %d", len(x.Extraction.Meetings), got)
	}
}

// TestExplainSpans holds that every note lies in its sentence.
func TestExplainSpans(t *testing.T) {
	for _, d := range caseTexts(t) {
		for _, s := range Explain(d, lexicon.Default()).Sentences {
			for _, n := range s.Notes {
				if n.Start < s.Start || n.End > s.End || n.Start >= n.End {
					t.Errorf("note %+v is outside of its sentence %v", n, s.Span)
				}
			}
		}
	}
}

// notes are all notes of an explanation.
func notes(x Explanation) []Note {
	var out []Note
	for _, s := range x.Sentences {
		out = append(out, s.Notes...)
	}
	return out
}
