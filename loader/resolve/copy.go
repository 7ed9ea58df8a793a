package resolve

import (
	"iter"
	"slices"
	"strings"
	"unicode"
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
	var least [sketchSize]uint64
	var run [shingleWords]uint64 // hashes of the last words
	words := 0
	for word := range wordHashes(text) {
		copy(run[:], run[1:])
		run[shingleWords-1] = word
		if words++; words < shingleWords {
			continue
		}
		h := uint64(0)
		for _, w := range run {
			h = mix(h*31 + w)
		}
		if bin := &least[h%sketchSize]; *bin == 0 || h < *bin {
			*bin = max(h, 1)
		}
	}
	if words < shingleWords {
		return nil
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

// wordHashes hashes the words of a text, whatever their case.
func wordHashes(text string) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
		h := uint64(offset)
		for _, r := range text {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				h = (h ^ uint64(unicode.ToLower(r))) * prime
				continue
			}
			if h != offset && !yield(h) {
				return
			}
			h = offset
		}
		if h != offset {
			yield(h)
		}
	}
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
