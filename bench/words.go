package bench

import (
	"math"
	"math/rand/v2"
	"strings"
)

// syllables make names that read like names and are nobody's.
var syllables = strings.Fields("ba ko ri ve lan dor mi tu sha ne gor el va ski pol tan ru mar zi hel o ser ka den fo lia bur to ny as")

// vocabulary fills sentences. The topics' words are among them.
var vocabulary = strings.Fields(`ceasefire sanctions border trade grain corridor prisoners exchange security
	guarantee withdrawal energy pipeline water treaty minerals aid refugees elections missiles enrichment
	inspection tariff debt fisheries visa railway harbour airspace summit envoy delegation minister talks agreed
	discussed proposed rejected statement progress framework draft plan monitoring mission observers force`)

// maker makes things from one seed.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) maker { return maker{rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))} }

// name makes a capitalised name of n syllables.
func (m maker) name(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(syllables[m.IntN(len(syllables))])
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// skewed picks from 0 to n-1, low numbers far more often: its density falls
// roughly as 1/x, as the degrees of actors do.
func (m maker) skewed(n int) int {
	return int(math.Pow(float64(n), m.Float64())) - 1
}

// words makes a run of n words.
func (m maker) words(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = vocabulary[m.skewed(len(vocabulary))]
	}
	return strings.Join(out, " ")
}

// pick returns one of the choices; repeat one to make it likelier.
func pick[T any](m maker, choices ...T) T { return choices[m.IntN(len(choices))] }

// several returns n distinct numbers below limit, chosen by next.
func several(n, limit int, next func() int) []int {
	var out []int
	seen := map[int]bool{}
	for tries := 0; len(out) < min(n, limit) && tries < 50*n; tries++ {
		if x := next(); !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}
