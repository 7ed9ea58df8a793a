package extract

import (
	"testing"

	"parley/loader/lexicon"
)

// BenchmarkExtract reads all cases as one document after another; MB/s is of
// text.
func BenchmarkExtract(b *testing.B) {
	docs := caseTexts(b)
	n := 0
	for _, d := range docs {
		n += len(d.Text)
	}
	b.SetBytes(int64(n))
	lex := lexicon.Default()
	b.ResetTimer()
	for b.Loop() {
		for _, d := range docs {
			Extract(d, lex)
		}
	}
}
