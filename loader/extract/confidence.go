package extract

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
)

// The weights are those of a logistic regression fitted on annotated articles;
// confidence_test.go fits and checks them.
//
//go:embed confidence.tsv
var confidenceTSV string

// bias is the weight that stands for itself.
const bias = "bias"

// Surer is the extraction with only the meetings of at least this confidence,
// 0 to 1.
func (x Extraction) Surer(least float64) Extraction {
	at := make([]int, len(x.Meetings)) // where each went, -1 for none
	var kept []Meeting
	for i, m := range x.Meetings {
		at[i] = -1
		if m.Confidence >= least {
			at[i] = len(kept)
			kept = append(kept, m)
		}
	}
	for i := range kept {
		var follows []int
		for _, f := range kept[i].Follows {
			if at[f] >= 0 {
				follows = append(follows, at[f])
			}
		}
		kept[i].Follows = follows
	}
	x.Meetings = kept
	return x
}

// feature is something that makes it more or less likely that a meeting is
// right: that annotators, too, have it, with that status, and that nobody, no
// place and no date in it is wrong.
type feature struct {
	name string
	of   func(*reading, *event) float64
}

// features in the order of confidence.tsv. Each is 0 to 1.
var features = []feature{
	{"refers back", func(r *reading, e *event) float64 { return one(e.anaphor) }},
	{"not held", func(r *reading, e *event) float64 { return one(e.status != "held") }},
	{"two people", func(r *reading, e *event) float64 { return one(len(e.people) == 2) }},
	{"nobody named", func(r *reading, e *event) float64 { return one(len(e.people) == 0) }},
	{"third side", func(r *reading, e *event) float64 { return one(len(e.sides) > 2) }},
	{"named elsewhere", (*reading).namedElsewhere},
	{"placed here", func(r *reading, e *event) float64 { return one(e.place != nil && r.placedHere(e)) }},
	{"placed elsewhere", func(r *reading, e *event) float64 { return one(e.place != nil && !r.placedHere(e)) }},
	{"dated here", func(r *reading, e *event) float64 { return one(e.date != "" && r.datedHere(e)) }},
	{"dated elsewhere", func(r *reading, e *event) float64 { return one(e.date != "" && !r.datedHere(e)) }},
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// namedElsewhere is the share of the people whom none of the sentences about
// the meeting names: those whom a pronoun, a title or another meeting brings in.
func (r *reading) namedElsewhere(e *event) float64 {
	if len(e.people) == 0 {
		return 0
	}
	n := 0
	for _, m := range e.people {
		if !slices.ContainsFunc(e.sents, func(s int) bool { return r.namesPerson(s, m.person) }) {
			n++
		}
	}
	return float64(n) / float64(len(e.people))
}

// namesPerson reports that sentence s names a person.
func (r *reading) namesPerson(s, person int) bool {
	return slices.ContainsFunc(r.mentions[s], func(m mention) bool { return m.person == person && m.kind == aPerson })
}

// placedHere reports that a sentence about the meeting names its place.
func (r *reading) placedHere(e *event) bool {
	return slices.ContainsFunc(e.sents, func(s int) bool {
		return slices.ContainsFunc(r.mentions[s], func(m mention) bool {
			return (m.kind == aPlace || m.kind == aState) && r.placeName(&m) == e.place.Name
		})
	})
}

// datedHere reports that a sentence about the meeting has an expression of
// time.
func (r *reading) datedHere(e *event) bool {
	return slices.ContainsFunc(e.sents, func(s int) bool { return len(r.dates[s]) > 0 })
}

// vector holds the values of all features.
func (r *reading) vector(e *event) []float64 {
	v := make([]float64, len(features))
	for i, f := range features {
		v[i] = f.of(r, e)
	}
	return v
}

// weights are the bias, then a weight a feature.
var weights = readWeights(confidenceTSV)

// readWeights reads confidence.tsv: a name and a weight a line, the bias
// first. It panics where a feature has no weight: a test reads the file.
func readWeights(tsv string) []float64 {
	by := map[string]float64{}
	for line := range strings.Lines(tsv) {
		name, w, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		x, err := strconv.ParseFloat(w, 64)
		if err != nil {
			panic("confidence.tsv: " + line)
		}
		by[name] = x
	}
	out := []float64{by[bias]}
	for _, f := range features {
		w, ok := by[f.name]
		if !ok {
			panic("confidence.tsv has no weight for " + f.name)
		}
		out = append(out, w)
	}
	return out
}

// confidenceOf is the probability, to two places, that a meeting with these
// features is right.
func confidenceOf(weights, features []float64) float64 {
	z := weights[0]
	for i, f := range features {
		z += float64(weights[i+1] * f) // converted so that no machine fuses the two steps
	}
	return math.Round(100/(1+math.Exp(-z))) / 100
}
