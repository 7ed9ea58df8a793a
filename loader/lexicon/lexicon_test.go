package lexicon

import "testing"

func TestDefault(t *testing.T) {
	if got := len(Default().Sentences("Mr. Smith met Gen. Jones at 5 p.m. in the U.S. embassy. They talked.")); got != 2 {
		t.Errorf("%d sentences, want 2", got)
	}
}
