package resolve

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// randomWords judges some pairs of reports.
func randomWords(rng *rand.Rand, rs []*Report, n int) []Judgment {
	var out []Judgment
	for i := range n {
		a, b := rs[rng.IntN(len(rs))], rs[rng.IntN(len(rs))]
		out = append(out, Judgment{Verdict: []Verdict{Same, Different}[rng.IntN(2)], A: a.ID, B: b.ID, When: string(rune('a' + i%5))})
	}
	return out
}

// judgeAnew says something about two reports, or takes a word back; those that
// are there are judged anew.
func judgeAnew(rng *rand.Rand, rs []*Report, words []Judgment, in, changed []*Report) ([]Judgment, []*Report) {
	w := randomWords(rng, rs, 1)[0]
	if i := rng.IntN(len(words) + 1); i < len(words) {
		w = words[i]
		words = slices.Delete(slices.Clone(words), i, i+1)
	} else {
		words = append(slices.Clone(words), w)
	}
	for _, r := range in {
		if (r.ID == w.A || r.ID == w.B) && !slices.Contains(changed, r) {
			changed = append(changed, r)
		}
	}
	return words, changed
}

// graph keeps what resolution says, as a store does.
type graph struct {
	meetings map[string]Meeting
	possible map[string]Possible
}

// update replaces what is said of reports that are touched, or said anew.
func (g *graph) update(touched []*Report, r Resolution) {
	is, said := map[string]bool{}, map[string]bool{}
	for _, t := range touched {
		is[t.ID], said[t.ID] = true, true
	}
	maps.DeleteFunc(g.meetings, func(_ string, m Meeting) bool {
		return slices.ContainsFunc(m.Reports, func(id string) bool { return is[id] })
	})
	for _, m := range r.Meetings {
		g.meetings[m.ID] = m
		for _, id := range m.Reports {
			said[id] = true
		}
	}
	maps.DeleteFunc(g.possible, func(id string, _ Possible) bool { return said[id] })
	for _, p := range r.Possible {
		g.possible[p.Report] = p
	}
}

func (g *graph) resolution() Resolution {
	var out Resolution
	for _, id := range slices.Sorted(maps.Keys(g.meetings)) {
		out.Meetings = append(out.Meetings, g.meetings[id])
	}
	for _, id := range slices.Sorted(maps.Keys(g.possible)) {
		out.Possible = append(out.Possible, g.possible[id])
	}
	return out
}

func TestResolutionDependsOnTheSetAlone(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 7))
		rs := random(rng, 40)
		words := randomWords(rng, rs, rng.IntN(6))
		want := Resolve(rs, words)
		rng.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		rng.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		if got := Resolve(rs, words); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: another order gives other meetings", seed)
		}
	}
}

// TestChangesTouchWhatTheyReach adds and takes away reports in random steps,
// and looks each time only at what the step reaches.
func TestChangesTouchWhatTheyReach(t *testing.T) {
	for seed := range uint64(80) {
		rng := rand.New(rand.NewPCG(seed, 11))
		rs := random(rng, 30)
		words := randomWords(rng, rs, rng.IntN(4))
		g := &graph{map[string]Meeting{}, map[string]Possible{}}
		in := map[*Report]bool{}
		for step := range 25 {
			var changed []*Report
			for range 1 + rng.IntN(3) {
				if r := rs[rng.IntN(len(rs))]; !slices.Contains(changed, r) {
					changed = append(changed, r)
				}
			}
			both := slices.Collect(maps.Keys(in))
			for _, r := range changed {
				if !in[r] {
					both = append(both, r)
				}
				if in[r] = !in[r]; !in[r] {
					delete(in, r)
				}
			}
			if rng.IntN(4) == 0 {
				words, changed = judgeAnew(rng, rs, words, both, changed)
			}
			reach := NewIndex(both, words).Reach(changed)
			now := slices.DeleteFunc(reach.All(), func(r *Report) bool { return !in[r] })
			g.update(reach.Touched, reach.Says(Resolve(now, words)))
			want := Resolve(slices.Collect(maps.Keys(in)), words)
			if got := g.resolution(); !same(got, want) {
				t.Fatalf("seed %d, step %d: what the change reaches gives\n%s\nand everything\n%s", seed, step, brief(got), brief(want))
			}
		}
	}
}

func same(a, b Resolution) bool {
	return len(a.Meetings) == len(b.Meetings) && len(a.Possible) == len(b.Possible) &&
		(len(a.Meetings) == 0 || reflect.DeepEqual(a.Meetings, b.Meetings)) &&
		(len(a.Possible) == 0 || reflect.DeepEqual(a.Possible, b.Possible))
}

// brief writes a resolution down in lines.
func brief(r Resolution) string {
	var b strings.Builder
	for _, m := range r.Meetings {
		b.WriteString(m.ID + " " + m.Status + " " + strings.Join(m.Reports, " ") + " replaced by " + strings.Join(m.ReplacedBy, " ") + fmt.Sprint(m.Versions, m.Conflicts, m.Start, m.Place) + "\n")
	}
	for _, p := range r.Possible {
		b.WriteString(p.Report + " possibly of")
		for _, c := range p.Of {
			b.WriteString(fmt.Sprintf(" %s %v", c.Meeting, c.Score))
		}
		b.WriteString("\n")
	}
	return b.String()
}
