package index

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// bits are those of a term of one word.
func bits(t *testing.T, r Repeats, word string) int {
	t.Helper()
	shifts := Term{word}.Shifts()
	if len(shifts) != 1 {
		t.Fatalf("%q has the shifts %v, want one", word, shifts)
	}
	return int(r) >> shifts[0] & 3
}

// TestRepeatsNeverMiscount: the bits of a word that is there tell how often, or
// that the text must be asked.
func TestRepeatsNeverMiscount(t *testing.T) {
	g, sure := rand.New(rand.NewPCG(1, 2)), 0
	for range 2000 {
		var words []string
		for range 1 + g.IntN(30) {
			words = append(words, "w"+strconv.Itoa(g.IntN(1+g.IntN(60))))
		}
		text := join(words)
		r := RepeatsIn(text)
		for _, w := range words {
			n := strings.Count(text, Term{w}.String())
			switch got := bits(t, r, w); {
			case got == unsure:
			case got != n-1:
				t.Fatalf("the bits of %q in %q are %d, want %d", w, text, got, n-1)
			default:
				sure++
			}
		}
	}
	if sure < 25_000 {
		t.Errorf("only %d words were counted without the text", sure)
	}
}

// TestRepeatsStay: they are stored, so what they are may not change.
func TestRepeatsStay(t *testing.T) {
	for text, want := range map[string]Repeats{
		"":                             0,
		" secur ":                      0,
		" secur  secur  guarante ":     1 << 20,
		" kyiv  kyiv  kyiv  ¶  ¶ ":     2 << 56,
		" secur  secur  secur  secur ": 3 << 20,
		" 会谈  会谈 ":                     1 << 58,
		" two words  two words ":       allUnsure,
		" a" + strings.Repeat("b", longestWord) + " ": allUnsure,
	} {
		if got := RepeatsIn(text); got != want {
			t.Errorf("RepeatsIn(%.40q) = %#x, want %#x", text, int64(got), int64(want))
		}
	}
}

func TestShifts(t *testing.T) {
	if got := (Term{"secur", "guarante"}).Shifts(); len(got) != 2 || got[0] != 20 || got[1] != 2 {
		t.Errorf("the shifts of secur, guarante are %v, want 20 and 2", got)
	}
	if got := (Term{"secur", "two words"}).Shifts(); got != nil {
		t.Errorf("a word that FTS5 splits has the shifts %v, want none", got)
	}
}
