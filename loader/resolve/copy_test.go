package resolve

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// words makes a text of so many words.
func text(rng *rand.Rand, n int) []string {
	var out []string
	for range n {
		out = append(out, fmt.Sprint("word", rng.IntN(3000)))
	}
	return out
}

func TestCopiesAreFoundBySketches(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for range 200 {
		wire := text(rng, 150+rng.IntN(600))
		cut := wire[:len(wire)*4/5]
		edited := append([]string(nil), wire...)
		for range len(wire) / 40 {
			edited[rng.IntN(len(edited))] = "other"
		}
		quoting := append(text(rng, len(wire)), wire[:len(wire)/8]...)
		sketch := func(w []string) []byte { return Sketch(strings.Join(w, " ")) }
		if s := sketch(wire); !copied(s, sketch(cut)) || !copied(s, sketch(edited)) || copied(s, sketch(quoting)) || copied(s, sketch(text(rng, 300))) {
			t.Fatalf("of %d words: cut %v, edited %v, quoted %v", len(wire), copied(s, sketch(cut)), copied(s, sketch(edited)), copied(s, sketch(quoting)))
		}
	}
	if Sketch("too short") != nil || copied(nil, nil) {
		t.Error("what is too short is a copy of nothing")
	}
	if string(Sketch("The two MET, in Geneva; again.")) != string(Sketch("the two met in Geneva again")) {
		t.Error("case and punctuation make another text")
	}
}
