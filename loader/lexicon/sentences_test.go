package lexicon

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// minGold is the share of the annotators' evidence sentences that must be a
// sentence of ours.
const minGold = 0.97

// TestGoldSentences compares our sentences with those that annotators quoted
// as evidence, white space aside.
func TestGoldSentences(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/eval/*/gold/*.json")
	if len(files) == 0 {
		t.Skip("no ../shared/eval beside the repository: nothing to compare with")
	}
	total, missed := 0, 0
	for _, gold := range files {
		ours := goldSentences(t, gold)
		for _, s := range goldEvidence(t, gold) {
			total++
			if !ours[normal(s)] {
				missed++
				t.Logf("%s: %q", filepath.Base(gold), s)
			}
		}
	}
	share := 1 - float64(missed)/float64(total)
	t.Logf("%d of %d evidence sentences, %.1f%%", total-missed, total, 100*share)
	if share < minGold {
		t.Errorf("%.3f of the evidence are sentences of ours, want %.2f", share, minGold)
	}
}

func normal(s string) string { return strings.Join(strings.Fields(s), " ") }

// goldSentences returns the sentences of the text beside a gold file.
func goldSentences(t *testing.T, gold string) map[string]bool {
	t.Helper()
	base := strings.TrimSuffix(filepath.Base(gold), ".json") + ".txt"
	b, err := os.ReadFile(filepath.Join(filepath.Dir(gold), "..", "texts", base))
	if err != nil {
		t.Fatal(err)
	}
	s := string(b)
	if rest, ok := strings.CutPrefix(s, "---\n"); ok {
		_, s, _ = strings.Cut(rest, "\n---\n")
	}
	out := map[string]bool{}
	for _, x := range Default().Sentences(s) {
		out[normal(x.Of(s))] = true
	}
	return out
}

// goldEvidence returns the distinct evidence of a gold file.
func goldEvidence(t *testing.T, gold string) []string {
	t.Helper()
	b, err := os.ReadFile(gold)
	if err != nil {
		t.Fatal(err)
	}
	var g struct {
		Meetings []struct{ Evidence []string }
	}
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var out []string
	for _, m := range g.Meetings {
		for _, s := range m.Evidence {
			if !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
	}
	return out
}
