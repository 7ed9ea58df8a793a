package resolve

import (
	"encoding/binary"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"parley/fold"
)

// How texts are compared: by runs of so many words, of which a sketch keeps so
// many; copies share at least this part of them. Articles written apart share
// next to none but quotes; what a paper cuts from a wire's report, or adds,
// leaves more than half.
const (
	shingleWords = 4
	sketchSize   = 64
	copyShare    = 0.5
)

// Sketch returns a digest of a text, by which copies of it are found whatever
// was cut, added or corrected: one byte for each of some samples of its
// four-word runs (min-wise hashing in one pass: Li, Owen, Zhang 2012; empty
// samples take the next one's, Shrivastava and Li 2014). It is nil for a text
// of fewer words.
func Sketch(text string) []byte {
	words := strings.FieldsFunc(fold.Name(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) < shingleWords {
		return nil
	}
	var least [sketchSize]uint64
	for i := range len(words) - shingleWords + 1 {
		h := shingle(words[i : i+shingleWords])
		if bin := &least[h%sketchSize]; *bin == 0 || h < *bin {
			*bin = max(h, 1)
		}
	}
	out := make([]byte, sketchSize)
	for i := range least {
		j := i
		for least[j] == 0 {
			j = (j + 1) % sketchSize
		}
		out[i] = byte(mix(least[j] + uint64(j-i)))
	}
	return out
}

// shingle hashes a run of words.
func shingle(words []string) uint64 {
	h := fnv.New64a()
	for _, w := range words {
		h.Write([]byte(w))
		h.Write([]byte{0})
	}
	return mix(binary.BigEndian.Uint64(h.Sum(nil)))
}

// mix spreads the bits of a number (SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// copied reports whether two texts are copies of one, by their sketches.
func copied(a, b []byte) bool {
	if len(a) != sketchSize || len(b) != sketchSize {
		return false
	}
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	const chance = 1.0 / 256 // that two bytes agree by accident
	return (float64(same)/sketchSize-chance)/(1-chance) >= copyShare
}

// voices says which reports speak for themselves: each has the ID of the least
// report of whose text its own is a copy, or a copy of a copy.
type voices map[string]string

// voicesOf compares the texts of reports, which are sorted by ID.
func voicesOf(group []*facts) voices {
	v := voices{}
	for i, r := range group {
		v[r.ID] = r.ID
		for _, o := range group[:i] {
			if from, to := v[r.ID], v[o.ID]; from != to && copied(r.Sketch, o.Sketch) {
				v.join(from, to)
			}
		}
	}
	return v
}

// join makes one voice of two, that of the lesser.
func (v voices) join(a, b string) {
	least := min(a, b)
	for id, voice := range v {
		if voice == a || voice == b {
			v[id] = least
		}
	}
}

// groups returns the reports that are copies, by voice.
func (v voices) groups() [][]string {
	by := map[string][]string{}
	for id, voice := range v {
		by[voice] = append(by[voice], id)
	}
	var out [][]string
	for _, ids := range by {
		if len(ids) > 1 {
			slices.Sort(ids)
			out = append(out, ids)
		}
	}
	slices.SortFunc(out, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return out
}
