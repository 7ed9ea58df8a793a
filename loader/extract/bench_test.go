package extract

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"parley/loader/lexicon"
)

// BenchmarkExtract reads news one article after another; MB/s is of text.
// "size" joins and cuts the same text into documents of other lengths: the
// cost of a byte must hardly depend on the length. "hostile" does so with text
// that no editor would print.
func BenchmarkExtract(b *testing.B) {
	news := benchTexts(b)
	b.Run("news", func(b *testing.B) { benchExtract(b, news) })
	for _, n := range []int{1e3, 1e4, 1e5, 1e6} {
		b.Run(fmt.Sprintf("size/%dkB", n/1000), func(b *testing.B) { benchExtract(b, cutTexts(news, n)) })
	}
	for _, h := range hostileTexts {
		for _, n := range []int{1e3, 1e4, 1e5, 1e6} {
			b.Run(fmt.Sprintf("hostile/%s/%dkB", h.name, n/1000), func(b *testing.B) {
				benchExtract(b, []Document{{ID: h.name, Published: "2025-06-05", Text: h.text(n)}})
			})
		}
	}
}

// benchExtract reads all documents once an iteration.
func benchExtract(b *testing.B, docs []Document) {
	b.Helper()
	n := 0
	for _, d := range docs {
		n += len(d.Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	lex := lexicon.Default()
	b.ResetTimer()
	for b.Loop() {
		for _, d := range docs {
			Extract(d, lex)
		}
	}
}

// benchTexts are the annotated texts where they are there, else the cases.
func benchTexts(b *testing.B) []Document {
	b.Helper()
	var out []Document
	for _, set := range []string{"dev", "own"} {
		files, _ := filepath.Glob(filepath.Join(evalDir, set, "texts", "*.txt"))
		for _, f := range files {
			out = append(out, readArticle(b, f))
		}
	}
	if len(out) == 0 {
		return caseTexts(b)
	}
	return out
}

// cutTexts makes documents of about n bytes, a million bytes in all: articles
// joined, again and again, and cut between lines.
func cutTexts(docs []Document, n int) []Document {
	var out []Document
	var b strings.Builder
	total := 0
	for i := 0; total < 1e6; i = (i + 1) % len(docs) {
		for line := range strings.Lines(docs[i].Text + "\n\n") {
			b.WriteString(line)
			total += len(line)
			if b.Len() >= n {
				out = append(out, Document{ID: "cut", Published: docs[i].Published, Text: b.String()})
				b.Reset()
			}
		}
	}
	return append(out, Document{ID: "cut", Published: "2025-06-05", Text: b.String()})
}

// hostileTexts make texts of some n bytes that could cost more than their
// length.
var hostileTexts = []struct {
	name string
	text func(n int) string
}{
	{"no-sentence-end", repeated("the minister met his counterpart in Geneva and they discussed trade with Iran ")},
	{"names", numbered("Foreign Minister %s %s of France, ")},
	{"name-sentences", numbered("President %s met %s. ")},
	{"bare-names", numbered("%s %s, ")},
	{"one-surname", func(n int) string {
		return numbered("Minister %s Karimov met Envoy %s Karimov in Paris. ")(n)
	}},
	{"surnames-only", numbered("Mr. %s said that Mr. %s left. ")},
	{"nested-quotes", repeated("“He said ‘she told “them (that [")},
	{"open-quotes", repeated("“ ")},
	{"marks", repeated(".!?…")},
	{"long-token", func(n int) string { return strings.Repeat("a", n) }},
	{"long-capital", func(n int) string { return strings.Repeat("A.", n/2) }},
	{"hyphens", repeated("Trump-Putin-")},
	{"dates", repeated("on 5 April 2022, May 3, last Tuesday, two days later, ")},
	{"date-sentences", repeated("They met on Tuesday. They met on 5 April 2022. ")},
	{"meetings", numbered("President %s met President %s in Geneva on Monday to discuss trade. ")},
	{"same-meeting", repeated("President Macron met President Xi in Paris on Monday. They discussed trade. The meeting was held. ")},
	{"group-meetings", repeated("They met again. The two leaders held talks. ")},
	{"one-clause", repeated("met talks summit visited ")},
	{"offices", repeated("the foreign minister, the president, his counterpart, the Russian envoy, ")},
	{"office-sentences", repeated("The president said so. His counterpart left. The Russian met him. ")},
	{"pronouns", repeated("He met him and she met her. ")},
	{"places", repeated("in Paris, Geneva and London, ")},
	{"proposals", numbered("Iran rejected the %s peace plan and the %s ceasefire proposal. ")},
	{"positions", numbered("%s demanded that %s withdraw. ")},
	{"brackets", repeated("(((((((((( ")},
	{"relatives", repeated("who said that the minister who ")},
	{"lines", repeated("a\n")},
	{"no-words", repeated("\u200b \u00a0")},
}

func repeated(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, max(1, n/len(s))) }
}

// numbered fills a pattern with names that never come twice.
func numbered(pattern string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i += 2 {
			fmt.Fprintf(&b, pattern, inventedName(i), inventedName(i+1))
		}
		return b.String()
	}
}

// inventedName spells a number in syllables.
func inventedName(i int) string {
	const syllables = "bacedifoguhajekilomunaperiso"
	var b strings.Builder
	for i += 14 * 14; i > 0; i /= 14 {
		k := i % 14 * 2
		b.WriteString(syllables[k : k+2])
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}
