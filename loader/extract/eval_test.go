package extract

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parley/loader/lexicon"
)

// evalDir holds the annotated texts; they are not part of the repository.
const evalDir = "../../../shared/eval"

// floors are the figures below which a change must not fall.
var floors = map[string]map[string]float64{
	"dev": {"headline": 0.75, "meetings": 0.91, "positions": 0.49},
	"own": {"headline": 0.66, "meetings": 0.82, "positions": 0.35},
}

// readArticle parses a text with front matter of plain "key: value" lines.
func readArticle(t testing.TB, path string) Document {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := Document{ID: strings.TrimSuffix(filepath.Base(path), ".txt"), Text: string(b)}
	rest, ok := strings.CutPrefix(d.Text, "---\n")
	if !ok {
		return d
	}
	head, body, _ := strings.Cut(rest, "\n---\n")
	d.Text = strings.TrimLeft(body, "\n")
	for _, line := range strings.Split(head, "\n") {
		k, v, _ := strings.Cut(line, ":")
		v = strings.Trim(strings.TrimSpace(v), `"`)
		switch k {
		case "title":
			d.Title = v
		case "published":
			d.Published = v
		case "publisher":
			d.Publisher = v
		}
	}
	return d
}

// TestEval scores the extraction of the annotated texts against their gold
// and holds the figures reached so far. PARLEY_EVAL_OUT names a folder that
// receives the predictions.
func TestEval(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: the annotated texts can't be scored")
	}
	for set, want := range floors {
		t.Run(set, func(t *testing.T) {
			texts, _ := filepath.Glob(filepath.Join(evalDir, set, "texts", "*.txt"))
			if len(texts) == 0 {
				t.Skip("no annotated texts at " + evalDir)
			}
			out := os.Getenv("PARLEY_EVAL_OUT")
			if out == "" {
				out = t.TempDir()
			}
			file := filepath.Join(out, set+".jsonl")
			writePredictions(t, file, texts)
			b, err := exec.Command(python, filepath.Join(evalDir, "score.py"), filepath.Join(evalDir, set, "gold"), file, "--json").Output()
			if err != nil {
				t.Fatal(err)
			}
			checkFloors(t, b, want)
		})
	}
}

// writePredictions extracts each text and writes one JSON line for it.
func writePredictions(t *testing.T, file string, texts []string) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	for _, path := range texts {
		d := readArticle(t, path)
		if err := enc.Encode(Extract(d, lexicon.Default()).Gold(d.Text)); err != nil {
			t.Fatal(err)
		}
	}
}

// checkFloors compares score.py's figures with the floors.
func checkFloors(t *testing.T, scores []byte, want map[string]float64) {
	t.Helper()
	var got map[string]json.RawMessage
	if err := json.Unmarshal(scores, &got); err != nil {
		t.Fatal(err)
	}
	for name, floor := range want {
		var figure struct{ F1 float64 }
		if json.Unmarshal(got[name], &figure) != nil {
			if err := json.Unmarshal(got[name], &figure.F1); err != nil {
				t.Fatal(err)
			}
		}
		t.Logf("%s %.3f", name, figure.F1)
		if figure.F1 < floor {
			t.Errorf("%s F1 = %.3f, below the floor of %.3f", name, figure.F1, floor)
		}
	}
}
