package resolve

import (
	"strings"
	"testing"
)

func BenchmarkSketch(b *testing.B) {
	text := strings.Repeat("The envoys met again on Tuesday in a hotel by the lake, where the talks had begun. ", 10000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Sketch(text)
	}
}
