package bench

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/graph"
)

func TestTheGraphIsTheSameForTheSameSeed(t *testing.T) {
	count := func(seed uint64) (nodes, edges int, first graph.ID) {
		for b := range Graph(seed, 300) {
			if nodes == 0 {
				first = b.Nodes[len(b.Nodes)-1].ID
			}
			nodes += len(b.Nodes)
			edges += len(b.Edges)
		}
		return
	}
	n, e, id := count(1)
	if n2, e2, id2 := count(1); n != n2 || e != e2 || id != id2 {
		t.Errorf("same seed, other graph: %d %d %s against %d %d %s", n, e, id, n2, e2, id2)
	}
	if n < 1000 || e < 3000 {
		t.Errorf("only %d nodes and %d edges for 300 meetings", n, e)
	}
}

func TestTheGraphNamesNoNodeTwiceAndNoEdgeNowhere(t *testing.T) {
	seen := map[graph.ID]bool{}
	for b := range Graph(2, 500) {
		for _, n := range b.Nodes {
			if seen[n.ID] {
				t.Fatalf("%s is made twice", n.ID)
			}
			seen[n.ID] = true
		}
		for _, e := range b.Edges {
			if !seen[e.From] || !seen[e.To] {
				t.Fatalf("%s from %s to %s ends nowhere", e.Type, e.From, e.To)
			}
		}
	}
}

func TestDocumentsAreTheSameForTheSameSeed(t *testing.T) {
	text := func() (all string) {
		for it := range Documents(3, 5) {
			all += it.Doc.Text
		}
		return all
	}
	if a, b := text(), text(); a != b || len(a) < 5000 {
		t.Errorf("got %d and %d bytes", len(a), len(b))
	}
}

func TestRunAsksEverybodyAndPrintsATable(t *testing.T) {
	var asked []string
	ask := func(name string) Contender {
		return Contender{Name: name, Ask: func(_ context.Context, q Question) error {
			asked = append(asked, name+" "+q.Name)
			time.Sleep(time.Microsecond)
			return nil
		}}
	}
	never := ask("never")
	never.Has = func(Question) bool { return false }
	ts, err := Run(context.Background(), []Question{{Name: "one"}, {Name: "two"}}, []Contender{ask("a"), never, ask("b")}, 3)
	if err != nil || len(ts) != 4 || ts[0].Runs != 3 {
		t.Fatalf("got %v, %v", ts, err)
	}
	if !slices.Contains(asked, "b two") || slices.Contains(asked, "never one") {
		t.Errorf("asked %v", asked)
	}
	var table strings.Builder
	if err := Print(&table, ts); err != nil || !strings.Contains(table.String(), "two") {
		t.Errorf("got %q, %v", table.String(), err)
	}
}

func TestRunLetsEverybodyGoFirst(t *testing.T) {
	last, before := "", map[[2]string]int{}
	ask := func(name string) Contender {
		return Contender{Name: name, Ask: func(context.Context, Question) error {
			before[[2]string{last, name}]++
			last = name
			return nil
		}}
	}
	if _, err := Run(context.Background(), []Question{{Name: "one"}}, []Contender{ask("a"), ask("b"), ask("c")}, 300); err != nil {
		t.Fatal(err)
	}
	for _, pair := range [][2]string{{"a", "b"}, {"b", "a"}, {"a", "c"}, {"c", "a"}, {"b", "c"}, {"c", "b"}} {
		if n := before[pair]; n < 80 {
			t.Errorf("%s goes right before %s only %d times of 300", pair[0], pair[1], n)
		}
	}
}

func TestRunTellsWhichQuestionFailed(t *testing.T) {
	broken := Contender{Name: "x", Ask: func(context.Context, Question) error { return errors.New("boom") }}
	if _, err := Run(context.Background(), []Question{{Name: "one"}}, []Contender{broken}, 1); err == nil || !strings.Contains(err.Error(), "one, asked of x: boom") {
		t.Errorf("got %v", err)
	}
}
