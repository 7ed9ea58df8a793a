package extract

import (
	"slices"
	"sync"

	"parley/loader/lexicon"
)

// readings keep the memory that grows with a text's length, for the next text.
// Nothing of one text is in another: a reading starts with all else zero, and
// with these empty or cleared.
var readings = sync.Pool{New: func() any { return new(reading) }}

// maxPooled is the number of tokens up to which a reading's memory is kept: a
// text of two megabytes has fewer. What one huge text took is given back.
const maxPooled = 1 << 19

// newReading makes ready to read a document.
func newReading(doc Document, lex *lexicon.Lexicon) *reading {
	return readings.Get().(*reading).on(doc, lex)
}

// on is the reading, made ready for another document.
func (r *reading) on(doc Document, lex *lexicon.Lexicon) *reading {
	*r = reading{
		doc: doc, lex: knowledge{lex}, gram: lex.Grammar(),
		cut: r.cut, toks: r.toks[:0], sents: r.sents[:0], ids: r.ids[:0], cues: r.cues[:0], cueLo: r.cueLo[:0],
		classes: r.classes[:0], hits: r.hits[:0], hitOf: r.hitOf[:0], covers: r.covers[:0], mentions: r.mentions[:0], starts: r.starts[:0],
		segs: r.segs[:0], segOf: r.segOf[:0], dates: r.dates[:0],
		surname: emptied(r.surname), roll: r.roll.empty(),
	}
	return r
}

// release gives the reading's memory back. Nobody may use it afterwards.
func (r *reading) release() {
	if cap(r.toks) <= maxPooled {
		readings.Put(r)
	}
}

// maxCleared is the size up to which a map is emptied to be used again: to
// clear one takes as long as it once was large.
const maxCleared = 1 << 12

// emptied is an empty map, in the memory of m where that is not large.
func emptied[K comparable, V any](m map[K]V) map[K]V {
	if m == nil || len(m) > maxCleared {
		return map[K]V{}
	}
	clear(m)
	return m
}

// zeros are n zero values in the memory of s.
func zeros[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// rows are n empty lists in the memory of s and of its lists.
func rows[T any](s [][]T, n int) [][]T {
	s = s[:cap(s)]
	if n > len(s) {
		s = slices.Grow(s, n-len(s))[:n]
	}
	s = s[:n]
	for i := range s {
		s[i] = s[i][:0]
	}
	return s
}
