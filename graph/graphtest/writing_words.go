package graphtest

import (
	"fmt"
	"strings"
	"testing"

	"parley/graph"
)

// runRepeats searches texts in which words are there once, several times or
// often: however a store counts, the score is exact. The last one is a letter
// that decomposes into several words.
func runRepeats(t *testing.T, s *subject) {
	g := generator{newRand(11)}
	words := strings.Fields("seine loire rhone garonne dordogne meuse marne moselle oise isere durance charente vienne allier saone somme tarn lot ain var aude herault orne ﷺ")
	var b graph.Batch
	for i := range 120 {
		var text []string
		for range 1 + g.IntN(40) {
			text = append(text, words[g.IntN(1+g.IntN(len(words)))]) // the first ones far more often
		}
		n := node("Passage", graph.ID(fmt.Sprintf("passage:w%d", i)), graph.Props{"text": strings.Join(text, " ")})
		if i%3 == 0 {
			n = node("Meeting", graph.ID(fmt.Sprintf("meeting:w%d", i)), graph.Props{"title": strings.Join(text, " ")})
		}
		b.Nodes = append(b.Nodes, n)
	}
	s.apply(t, b)
	for i := 0; i < len(words); i += 3 {
		a, b, c := words[i], words[i+1], words[g.IntN(len(words))]
		for _, text := range []string{a, a + " " + b, a + " " + c + " " + b, `"` + a + " " + c + `"`, fmt.Sprintf("%q %s", "seine seine", a), `"` + a + " seine " + a + `"`} {
			s.check(t, Case{Query: graph.Query{Text: text, Order: best, Page: all, Count: true}})
			s.check(t, Case{Query: graph.Query{Labels: []graph.Label{"Meeting"}, Text: text, Where: is("title", graph.Contains, b), Order: best, Page: all}})
		}
	}
	s.check(t, Case{Query: graph.Query{Text: `"صلى الله"`, Order: best, Page: all, Count: true}})
}
