package extract

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gonum.org/v1/gonum/optimize"

	"parley/loader/lexicon"
)

var fit = flag.Bool("fit", false, "rewrite confidence.tsv from the annotated articles")

const (
	folds = 10
	// ridge is the penalty on squared weights: the articles are few.
	ridge = 1.0
	// maxError is how far, on the average, confidence may be from the share
	// that is right.
	maxError = 0.08
)

// judged is a meeting with its features and whether it is right.
type judged struct {
	document int
	features []float64
	right    bool
}

// TestConfidence fits confidence on the annotated articles, in ten parts, each
// judged by what was fitted on the others, and holds its calibration. With
// -fit it writes the weights fitted on all.
func TestConfidence(t *testing.T) {
	var all []judged
	for _, dir := range []string{filepath.Join(evalDir, "dev"), filepath.Join(evalDir, "own"), filepath.Join("testdata", "dispatches")} {
		all = append(all, judge(t, dir)...)
	}
	held := make([]float64, len(all))
	for k := range folds {
		var train []judged
		for _, j := range all {
			if j.document%folds != k {
				train = append(train, j)
			}
		}
		w := fitWeights(t, train)
		for i, j := range all {
			if j.document%folds == k {
				held[i] = confidenceOf(w, j.features)
			}
		}
	}
	table, ece := reliability(held, all)
	t.Logf("%d meetings, cross-validated in %d parts of articles\n%s", len(all), folds, table)
	if ece > maxError {
		t.Errorf("expected calibration error = %.3f, want at most %.2f", ece, maxError)
	}
	if *fit {
		writeWeights(t, fitWeights(t, all))
		return
	}
	table, ece = reliability(stored(all), all)
	t.Logf("with the weights of confidence.tsv\n%s", table)
	if ece > maxError {
		t.Errorf("the weights of confidence.tsv err by %.3f, want at most %.2f: fit them again with -run Confidence -fit", ece, maxError)
	}
}

// stored are the confidences by the weights of confidence.tsv.
func stored(all []judged) []float64 {
	out := make([]float64, len(all))
	for i, j := range all {
		out[i] = confidenceOf(weights, j.features)
	}
	return out
}

// TestConfidenceUnseen shows what confidence is worth on dispatches with which
// neither it nor the rules were made.
func TestConfidenceUnseen(t *testing.T) {
	all := judge(t, filepath.Join("testdata", "unseen"))
	table, _ := reliability(stored(all), all)
	t.Logf("%d meetings\n%s", len(all), table)
}

// judge extracts the articles of a folder and tells which meetings are right.
func judge(t *testing.T, dir string) []judged {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: the annotated texts can't be judged")
	}
	texts, _ := filepath.Glob(filepath.Join(dir, "texts", "*.txt"))
	if _, err := os.Stat(filepath.Join(evalDir, "score.py")); err != nil || len(texts) == 0 {
		t.Skip("no annotated texts and scorer at " + evalDir)
	}
	file := filepath.Join(t.TempDir(), "predictions.jsonl")
	writePredictions(t, file, texts)
	out, err := exec.Command(python, filepath.Join("testdata", "judge.py"), evalDir, dir, file).Output()
	if err != nil {
		t.Fatal(err)
	}
	var right map[string][]bool
	if err := json.Unmarshal(out, &right); err != nil {
		t.Fatal(err)
	}
	var all []judged
	for n, path := range texts {
		d := readArticle(t, path)
		r := newReading(d, lexicon.Default())
		r.read()
		for i, e := range r.events {
			all = append(all, judged{n, r.vector(e), right[d.ID][i]})
		}
	}
	return all
}

// fitWeights is penalised logistic regression: the bias, then a weight a
// feature.
func fitWeights(t *testing.T, all []judged) []float64 {
	t.Helper()
	p := optimize.Problem{
		Func: func(w []float64) float64 {
			loss := 0.0
			for _, x := range w[1:] {
				loss += ridge / 2 * x * x
			}
			for _, j := range all {
				z := linear(w, j.features)
				if !j.right {
					z = -z
				}
				loss += math.Log1p(math.Exp(-z))
			}
			return loss
		},
		Grad: func(grad, w []float64) {
			grad[0] = 0
			for i, x := range w[1:] {
				grad[i+1] = ridge * x
			}
			for _, j := range all {
				err := 1/(1+math.Exp(-linear(w, j.features))) - one(j.right)
				grad[0] += err
				for i, f := range j.features {
					grad[i+1] += err * f
				}
			}
		},
	}
	got, err := optimize.Minimize(p, make([]float64, len(features)+1), &optimize.Settings{GradientThreshold: 1e-4}, &optimize.BFGS{})
	if err != nil {
		t.Fatal(err)
	}
	return got.X
}

// linear is the weighted sum before it is made a probability.
func linear(w, features []float64) float64 {
	z := w[0]
	for i, f := range features {
		z += w[i+1] * f
	}
	return z
}

// reliability tells by tenths of confidence how many meetings there are and
// which share is right, and the expected calibration error: the mean distance
// of the two, weighted by how many there are.
func reliability(confidence []float64, all []judged) (table string, ece float64) {
	var n, right, sum [10]float64
	for i, j := range all {
		b := min(int(confidence[i]*10), 9)
		n[b]++
		sum[b] += confidence[i]
		right[b] += one(j.right)
	}
	var b strings.Builder
	b.WriteString("| confidence | meetings | mean | right |\n|---|---|---|---|\n")
	for k := range n {
		if n[k] == 0 {
			continue
		}
		fmt.Fprintf(&b, "| %.1f to %.1f | %.0f | %.2f | %.2f |\n", float64(k)/10, float64(k+1)/10, n[k], sum[k]/n[k], right[k]/n[k])
		ece += math.Abs(sum[k]-right[k]) / float64(len(all))
	}
	fmt.Fprintf(&b, "expected calibration error %.3f", ece)
	return b.String(), ece
}

// writeWeights writes confidence.tsv.
func writeWeights(t *testing.T, w []float64) {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(confidenceTSV) {
		if strings.HasPrefix(line, "#") {
			b.WriteString(line)
		}
	}
	fmt.Fprintf(&b, "%s\t%.2f\n", bias, w[0])
	for i, f := range features {
		fmt.Fprintf(&b, "%s\t%.2f\n", f.name, w[i+1])
	}
	if err := os.WriteFile("confidence.tsv", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestConfidenceMeansMore holds that a meeting told in full is trusted more
// than one of which little is told.
func TestConfidenceMeansMore(t *testing.T) {
	of := func(text string) float64 {
		x := Extract(Document{ID: "x", Published: "2025-06-05", Text: text}, lexicon.Default())
		if len(x.Meetings) != 1 {
			t.Fatalf("%q has %d meetings, want 1", text, len(x.Meetings))
		}
		return x.Meetings[0].Confidence
	}
	full := of("Foreign Minister José Manuel Albares met his Moroccan counterpart, Nasser Bourita, in Rabat on Monday.")
	thin := of("Spain may at some point hold talks with Morocco and Algeria in Rabat.")
	if full <= thin || full < 0.6 || full > 1 || thin < 0 {
		t.Errorf("confidence: %.2f told in full, %.2f told thinly", full, thin)
	}
}

// TestSurer drops what is less sure, and what pointed to it.
func TestSurer(t *testing.T) {
	x := Extraction{Meetings: []Meeting{{Kind: "call", Confidence: 0.3}, {Kind: "talks", Confidence: 0.7, Follows: []int{0}}, {Kind: "summit", Confidence: 0.9, Follows: []int{0, 1}}}}
	got := x.Surer(0.7).Meetings
	if len(got) != 2 || got[0].Kind != "talks" || got[1].Kind != "summit" || len(got[0].Follows) != 0 || len(got[1].Follows) != 1 || got[1].Follows[0] != 0 {
		t.Errorf("got %+v", got)
	}
	if len(x.Meetings[2].Follows) != 2 || len(x.Surer(0).Meetings) != 3 || len(x.Surer(1).Meetings) != 0 {
		t.Error("the extraction itself is changed, or the bounds are off")
	}
}
