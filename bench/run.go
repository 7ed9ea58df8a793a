package bench

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"text/tabwriter"
	"time"
)

// Contender is one way of answering a question.
type Contender struct {
	Name string
	// Ask answers the question once, to the last row.
	Ask func(ctx context.Context, q Question) error
	// Has tells whether it can answer the question; nil means all.
	Has func(q Question) bool
}

// Timing is how long a contender took for a question.
type Timing struct {
	Question, Contender string
	// P50 and P99 are the median and the 99th percentile of the runs.
	P50, P99 time.Duration
	Runs     int
}

// warmUps are runs that don't count: they fill the caches of plans and pages.
const warmUps = 8

// Run asks every question of every contender, by turns, so that whatever else
// the machine does hits all alike. The turns change from round to round: who
// asks a server just after somebody else did finds it awake and its caches
// warm. The first error ends it.
func Run(ctx context.Context, questions []Question, contenders []Contender, runs int) ([]Timing, error) {
	var out []Timing
	turns := rand.New(rand.NewPCG(1, 1))
	for _, q := range questions {
		took := map[string][]time.Duration{}
		for i := range warmUps + runs {
			for _, at := range turns.Perm(len(contenders)) {
				c := contenders[at]
				if c.Has != nil && !c.Has(q) {
					continue
				}
				begin := time.Now()
				if err := c.Ask(ctx, q); err != nil {
					return out, fmt.Errorf("%s, asked of %s: %w", q.Name, c.Name, err)
				}
				if i >= warmUps {
					took[c.Name] = append(took[c.Name], time.Since(begin))
				}
			}
		}
		for _, c := range contenders {
			if ts := took[c.Name]; len(ts) > 0 {
				slices.Sort(ts)
				out = append(out, Timing{q.Name, c.Name, quantile(ts, 0.5), quantile(ts, 0.99), len(ts)})
			}
		}
	}
	return out, nil
}

// quantile returns the value below which a share of the sorted times lie.
func quantile(sorted []time.Duration, share float64) time.Duration {
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

// Print writes a table: a line a question, the median and the 99th percentile
// of each contender in milliseconds, and each median as a multiple of the last
// contender's.
func Print(w io.Writer, timings []Timing) error {
	var names, questions []string
	at := map[[2]string]Timing{}
	for _, t := range timings {
		if !slices.Contains(names, t.Contender) {
			names = append(names, t.Contender)
		}
		if !slices.Contains(questions, t.Question) {
			questions = append(questions, t.Question)
		}
		at[[2]string{t.Question, t.Contender}] = t
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(tw, "question\t")
	for _, n := range names {
		fmt.Fprintf(tw, "%s p50\tp99\t×\t", n)
	}
	fmt.Fprintln(tw)
	for _, q := range questions {
		last := at[[2]string{q, names[len(names)-1]}]
		fmt.Fprintf(tw, "%s\t", q)
		for _, n := range names {
			t, ok := at[[2]string{q, n}]
			if !ok {
				fmt.Fprint(tw, "\t\t\t")
				continue
			}
			fmt.Fprintf(tw, "%.2f\t%.2f\t%.2f\t", ms(t.P50), ms(t.P99), float64(t.P50)/float64(cmp.Or(last.P50, t.P50)))
		}
		fmt.Fprintln(tw)
	}
	return tw.Flush()
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
