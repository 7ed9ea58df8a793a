package extract

import (
	"os"
	"path/filepath"
	"testing"

	"parley/loader/lexicon"
)

// The dispatches of testdata/unseen and the articles of testdata/quiet were
// written by somebody who had not seen the rules, and the rules were not made
// with them: what is read of them shows how far the rules carry. Those of
// testdata/dispatches were so too until their errors were looked at.

// unseenFloors are the figures at their first scoring, less what a change that
// is right elsewhere may cost.
var unseenFloors = map[string]float64{"headline": 0.67, "meetings": 0.80, "participants": 0.69, "parties": 0.63, "places": 0.735, "dates": 0.65}

// TestUnseen scores the extraction of the dispatches that the rules were not
// made with.
func TestUnseen(t *testing.T) {
	dir := filepath.Join("testdata", "unseen")
	if _, err := os.Stat(filepath.Join(evalDir, "score.py")); err != nil {
		t.Skip("the scorer is not at hand: ", err)
	}
	file := predict(t, dir, "unseen")
	got := figures(t, filepath.Join(dir, "gold"), filepath.Join(dir, "texts"), file)
	t.Logf("F1 by field (kind and status: accuracy)\n%s", figuresRow("unseen", got))
	for name, floor := range unseenFloors {
		if got[name] < floor {
			t.Errorf("%s = %.3f, below the floor of %.3f", name, got[name], floor)
		}
	}
}

// maxFalse is how many meetings may be found in articles that have none.
const maxFalse = 3

// TestQuiet counts meetings found in articles without one.
func TestQuiet(t *testing.T) {
	texts, err := filepath.Glob(filepath.Join("testdata", "quiet", "*.txt"))
	if err != nil || len(texts) < 30 {
		t.Fatalf("found %d articles, want at least 30: %v", len(texts), err)
	}
	n := 0
	for _, path := range texts {
		d := readArticle(t, path)
		for _, m := range Extract(d, lexicon.Default()).Meetings {
			n++
			t.Logf("%s: %s, found by %v in %q", d.ID, meetingLine(m.gold(d.Text), true), m.Rules, quote(d.Text, m.Evidence[0]))
		}
	}
	if n > maxFalse {
		t.Errorf("%d meetings found in %d articles that have none, want at most %d", n, len(texts), maxFalse)
	}
}
