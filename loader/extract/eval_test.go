package extract

import (
	"encoding/json"
	"fmt"
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
	"dev": {
		"headline": 0.865, "meetings": 0.945, "participants": 0.96, "parties": 0.82, "places": 0.905, "dates": 0.89, "topics": 0.645,
		"people": 0.95, "roles": 0.92, "positions": 0.66, "kind": 0.86, "status": 0.975,
	},
	"own": {
		"headline": 0.85, "meetings": 0.925, "participants": 0.855, "parties": 0.83, "places": 0.85, "dates": 0.875, "topics": 0.685,
		"people": 0.99, "roles": 0.935, "positions": 0.61, "kind": 0.84, "status": 0.975,
	},
	"dispatches": {"headline": 0.70, "meetings": 0.83, "participants": 0.72, "parties": 0.70, "places": 0.755, "dates": 0.735},
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

// sources are the parts of a set that come from one place, by the beginning of
// the documents' names.
var sources = map[string][]string{
	"dev":        {"state", "wikinews", "re3d", "seed"},
	"own":        nil,
	"dispatches": {"unseen", "fresh"},
}

// fields are the figures of score.py in the order in which they are shown; of
// the last two it gives an accuracy.
var fields = []string{"headline", "meetings", "participants", "parties", "places", "dates", "topics", "people", "roles", "positions", "kind", "status"}

// TestEval scores the extraction of the annotated texts against their gold,
// prints the figures by source, and holds those reached so far.
// PARLEY_EVAL_OUT names a folder that receives the predictions.
func TestEval(t *testing.T) {
	for set, want := range floors {
		t.Run(set, func(t *testing.T) {
			dir := filepath.Join(evalDir, set)
			if set == "dispatches" {
				dir = filepath.Join("testdata", set)
			}
			file := predict(t, dir, set)
			rows := []string{"| | " + strings.Join(fields, " | ") + " |", "|---" + strings.Repeat("|---", len(fields)) + "|"}
			got := figures(t, filepath.Join(dir, "gold"), filepath.Join(dir, "texts"), file)
			rows = append(rows, figuresRow(set, got))
			for _, source := range sources[set] {
				gold := goldOf(t, filepath.Join(dir, "gold"), source+"-")
				rows = append(rows, figuresRow(source, figures(t, gold, filepath.Join(dir, "texts"), file)))
			}
			t.Logf("F1 by field (kind and status: accuracy)\n%s", strings.Join(rows, "\n"))
			for name, floor := range want {
				if got[name] < floor {
					t.Errorf("%s = %.3f, below the floor of %.3f", name, got[name], floor)
				}
			}
		})
	}
}

// predict extracts the texts of a folder and returns the file of predictions.
func predict(t *testing.T, dir, set string) string {
	t.Helper()
	texts, _ := filepath.Glob(filepath.Join(dir, "texts", "*.txt"))
	if len(texts) == 0 {
		t.Skip("no annotated texts at " + dir)
	}
	out := os.Getenv("PARLEY_EVAL_OUT")
	if out == "" {
		out = t.TempDir()
	}
	file := filepath.Join(out, set+".jsonl")
	writePredictions(t, file, texts)
	return file
}

// goldOf is a folder with the annotations whose names begin so.
func goldOf(t *testing.T, gold, prefix string) string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(gold, prefix+"*.json"))
	if len(files) == 0 {
		t.Fatalf("no annotations %s* at %s", prefix, gold)
	}
	dir := t.TempDir()
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(file)), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// figures runs score.py and returns F1, or accuracy, by field.
func figures(t *testing.T, gold, texts, predictions string) map[string]float64 {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: the annotated texts can't be scored")
	}
	b, err := exec.Command(python, filepath.Join(evalDir, "score.py"), gold, predictions, "--texts", texts, "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		t.Fatal(err)
	}
	out := map[string]float64{}
	for _, name := range fields {
		var figure struct{ F1 float64 }
		if json.Unmarshal(raw[name], &figure) != nil {
			if err := json.Unmarshal(raw[name], &figure.F1); err != nil {
				t.Fatal(err)
			}
		}
		out[name] = figure.F1
	}
	return out
}

// figuresRow is a line of a Markdown table.
func figuresRow(name string, got map[string]float64) string {
	cells := []string{name}
	for _, f := range fields {
		cells = append(cells, fmt.Sprintf("%.3f", got[f]))
	}
	return "| " + strings.Join(cells, " | ") + " |"
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
