package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"parley/loader/lexicon"
)

// TestSeed compares the article that the project began with to its annotation:
// the same meetings, no more and no fewer, each with the same people, sides,
// place, date, kind and status, and each with a sentence that the annotation
// quotes too.
func TestSeed(t *testing.T) {
	const name = "seed-000"
	b, err := os.ReadFile(filepath.Join(evalDir, "dev", "gold", name+".json"))
	if err != nil {
		t.Skip("no annotated texts at " + evalDir)
	}
	var gold Gold
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	d := readArticle(t, filepath.Join(evalDir, "dev", "texts", name+".txt"))
	x := Extract(d, lexicon.Default())
	got := x.Gold(d.Text)
	if len(got.Meetings) != len(gold.Meetings) {
		t.Errorf("%d meetings, want %d", len(got.Meetings), len(gold.Meetings))
	}
	for i, g := range gold.Meetings {
		if !slices.ContainsFunc(got.Meetings, g.same) {
			t.Errorf("meeting %d of the annotation is missing: %s, %v %v", i, g.Status, g.Participants, g.Parties)
		}
	}
	if !slices.ContainsFunc(x.Meetings, func(m Meeting) bool { return len(m.Follows) > 0 }) {
		t.Error("no meeting follows another")
	}
}

// same says whether two meetings agree in all that is not a free phrase.
func (g GoldMeeting) same(p GoldMeeting) bool {
	told := slices.ContainsFunc(g.Evidence, func(s string) bool { return slices.Contains(p.Evidence, s) })
	return told && g.Kind == p.Kind && g.Status == p.Status && sameSet(g.Participants, p.Participants) &&
		sameSet(g.Parties, p.Parties) && text0(g.Place) == text0(p.Place) && text0(g.Date) == text0(p.Date)
}

// sameSet compares lists without their order.
func sameSet(a, b []string) bool {
	x, y := slices.Clone(a), slices.Clone(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}
