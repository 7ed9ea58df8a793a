package extract

import (
	"fmt"
	"slices"
	"testing"
)

// TestRollFindsWhomNameMatchFinds holds the register against looking at
// everybody.
func TestRollFindsWhomNameMatchFinds(t *testing.T) {
	names := []string{
		"Anna Larsen", "Anna Larsson", "Larsen", "Ola Larson", "Mohammed bin Salman", "bin Salman", "Muhammed bin Salman",
		"Anna", "Karim", "Karima", "Karimov", "Li Karim", "Xi", "Xu", "Jean-Yves Le Drian", "Le Drian", "Jean Drain",
	}
	l := new(roll).empty()
	for i, n := range names {
		l.enter(i, l.split(n))
	}
	for _, n := range names {
		found := slices.Clone(l.bearers(l.split(n)))
		for i, other := range names {
			if nameMatch(nameWords(other), nameWords(n)) > 0 && !slices.Contains(found, i) {
				t.Errorf("%q: %q is not found", n, other)
			}
		}
	}
}

// TestRollIsBounded enters thousands of one surname.
func TestRollIsBounded(t *testing.T) {
	l := new(roll).empty()
	for i := range 5000 {
		l.enter(i, l.split(fmt.Sprintf("%s Karimov", inventedName(i))))
	}
	if n := len(l.bearers(l.split("Karimov"))); n != maxNamesakes {
		t.Errorf("%d people are looked at for one surname, want %d", n, maxNamesakes)
	}
	if got := l.bearers(l.split(inventedName(4000))); !slices.Contains(got, 4000) {
		t.Errorf("the 4000th is not found by a given name: %v", got)
	}
}
