// Package whole tests the whole way: documents in, answers out, on both
// stores. It has no code of its own.
package whole

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"parley/graph"
	"parley/graph/gql"
	"parley/graph/neo4jstore"
	"parley/graph/neo4jstore/neo4jtest"
	"parley/graph/sqlitestore"
	"parley/loader"
	"parley/loader/read"
	"parley/questions"
	"parley/schema"
)

// Where documents are. The seed is a real article that is measured with and
// not kept in this repository; without it the tests go by the dispatches.
const (
	dispatches = "../../examples/dispatches"
	seed       = "../../../shared/eval/dev/texts/seed-000.txt"
)

// openers open an empty store of each kind.
var openers = map[string]func(t *testing.T) graph.Store{
	"sqlite": func(t *testing.T) graph.Store {
		s, err := sqlitestore.Open(context.Background(), filepath.Join(t.TempDir(), "whole.db"), schema.Ontology(), sqlitestore.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	},
	"neo4j": func(t *testing.T) graph.Store {
		c := neo4jtest.Empty(t)
		s, err := neo4jstore.Open(context.Background(), neo4jstore.Config{URI: c.URI, Username: c.Username, Password: c.Password}, schema.Ontology())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	},
}

// kinds are the stores in order.
var kinds = []string{"sqlite", "neo4j"}

// loaded opens an empty store and loads what the paths name.
func loaded(t *testing.T, kind string, paths ...string) graph.Store {
	t.Helper()
	return fill(t, openers[kind](t), paths...)
}

// fill loads what the paths name, the dispatches by default, into a store.
func fill(t *testing.T, s graph.Store, paths ...string) graph.Store {
	t.Helper()
	if len(paths) == 0 {
		paths = []string{dispatches}
	}
	sum, err := loader.Load(context.Background(), s, read.Paths(context.Background(), paths, read.Options{}), loader.Options{})
	if err != nil || sum.Skipped > 0 || sum.New == 0 {
		t.Fatalf("loading gave %+v, %v", sum, err)
	}
	return s
}

// everything is the dispatches, and the seed where it is at hand.
func everything() []string {
	if _, err := os.Stat(seed); err == nil {
		return []string{dispatches, seed}
	}
	return []string{dispatches}
}

// ask answers a question, indented, and counts the statements.
func ask(t *testing.T, s graph.Store, text string, vars map[string]any) ([]byte, int) {
	t.Helper()
	var mu sync.Mutex
	n := 0
	ctx := graph.WithTrace(context.Background(), func(graph.Statement) {
		mu.Lock()
		defer mu.Unlock()
		n++
	})
	res := gql.Execute(ctx, s, text, vars, "")
	if len(res.Errors) > 0 {
		t.Fatalf("the question failed: %v", res.Errors)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, res.Data, "", " "); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), n
}

// TestQuestionsAnswerTheSameOnBothStores holds every saved question to one
// statement, an answer that isn't empty, and the same bytes.
func TestQuestionsAnswerTheSameOnBothStores(t *testing.T) {
	qs, err := questions.All()
	if err != nil {
		t.Fatal(err)
	}
	answers := map[string][]byte{}
	for _, kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			s := loaded(t, kind, everything()...)
			for _, q := range qs {
				t.Run(q.Name, func(t *testing.T) {
					vars, err := q.Vars()
					if err != nil {
						t.Fatal(err)
					}
					got, n := ask(t, s, q.Text, vars)
					if n != 1 {
						t.Errorf("%d statements, want 1", n)
					}
					if empty(got) {
						t.Errorf("nothing found:\n%s", got)
					}
					if first := answers[q.Name]; first != nil && !bytes.Equal(first, got) {
						t.Errorf("the stores differ:\n%s", difference(string(first), string(got)))
					}
					answers[q.Name] = got
				})
			}
		})
	}
}

// empty reports whether an answer has no row and no path.
func empty(answer []byte) bool {
	return !bytes.Contains(answer, []byte(`"node": {`)) && !bytes.Contains(answer, []byte(`"meeting": {`)) &&
		!bytes.Contains(answer, []byte(`"count": `))
}

// difference returns the first lines in which two texts differ.
func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return "one: " + strings.Join(x[max(0, i-3):i+1], "\n     ") + "\nother: " + y[i]
		}
	}
	return "one is longer"
}

// TestBothStoresExportTheSame compares whole graphs.
func TestBothStoresExportTheSame(t *testing.T) {
	var first []string
	for _, kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			var lines []string
			err := loaded(t, kind, everything()...).Export(context.Background(), func(it graph.Item) error {
				line, err := json.Marshal(it)
				lines = append(lines, string(line))
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = lines
			}
			if !slices.Equal(first, lines) {
				t.Error(difference(strings.Join(first, "\n"), strings.Join(lines, "\n")))
			}
		})
	}
}

// TestTheSeedArticle asks for what the article states, through GraphQL.
func TestTheSeedArticle(t *testing.T) {
	if _, err := os.Stat(seed); err != nil {
		t.Skip("the article is not beside this checkout")
	}
	for _, kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			s := loaded(t, kind, seed)
			got, _ := ask(t, s, `{
				meetings(orderBy: [{field: TITLE, direction: ASC}]) { totalCount edges { node {
					kind status start place { name }
					participants(orderBy: [{field: NAME, direction: ASC}]) { edges { node { name } } }
					reports { edges { node { passages { text } } } }
				} } }
				path(from: "Rustem Umerov", to: "Vladimir Putin") { length steps { meeting { place { name } } } }
				proposals { edges { node { name proposedBy { edges { node { name } } } } } }
				positions(first: 100) { edges { node { act what actor { name } passages { text } } } }
			}`, nil)
			checkSeed(t, got)
		})
	}
}

// seedAnswer is the part of the answer that is looked at.
type seedAnswer struct {
	Meetings struct {
		TotalCount int
		Edges      []struct {
			Node struct {
				Kind, Status, Start string
				Place               struct{ Name string }
				Participants        struct {
					Edges []struct{ Node struct{ Name string } }
				}
				Reports struct {
					Edges []struct {
						Node struct{ Passages []struct{ Text string } }
					}
				}
			}
		}
	}
	Path struct {
		Length int
		Steps  []struct {
			Meeting struct{ Place struct{ Name string } }
		}
	}
	Proposals struct {
		Edges []struct {
			Node struct {
				Name       string
				ProposedBy struct {
					Edges []struct{ Node struct{ Name string } }
				}
			}
		}
	}
	Positions struct {
		Edges []struct {
			Node struct {
				Act, What string
				Actor     struct{ Name string }
				Passages  []struct{ Text string }
			}
		}
	}
}

// meetings that the article states: kind, status, start, place, who.
var seedMeetings = []string{
	"TALKS HELD  Florida: Jared Kushner, Marco Rubio, Rustem Umerov, Steve Witkoff, Ukraine, United States",
	"TALKS HELD  Geneva: Ukraine, United States",
	"TALKS HELD  Paris: Ukraine, Volodymyr Zelenskyy",
	"TALKS SCHEDULED 2025-12-02 Moscow: Jared Kushner, Russia, Steve Witkoff, United States, Vladimir Putin",
	"SUMMIT HELD 2025-08 Alaska: Donald Trump, Russia, United States, Vladimir Putin",
}

func checkSeed(t *testing.T, answer []byte) {
	var a seedAnswer
	if err := json.Unmarshal(answer, &a); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range a.Meetings.Edges {
		var who []string
		for _, p := range e.Node.Participants.Edges {
			who = append(who, p.Node.Name)
		}
		if len(e.Node.Reports.Edges) == 0 || len(e.Node.Reports.Edges[0].Node.Passages) == 0 {
			t.Errorf("a meeting in %s has no sentence", e.Node.Place.Name)
		}
		got = append(got, strings.Join([]string{e.Node.Kind, e.Node.Status, e.Node.Start, e.Node.Place.Name + ": " + strings.Join(who, ", ")}, " "))
	}
	slices.Sort(got)
	want := slices.Sorted(slices.Values(seedMeetings))
	if !slices.Equal(got, want) {
		t.Errorf("meetings:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(a.Path.Steps) != 2 || a.Path.Steps[0].Meeting.Place.Name != "Florida" || a.Path.Steps[1].Meeting.Place.Name != "Moscow" {
		t.Errorf("path: %+v", a.Path)
	}
	ours := false
	for _, e := range a.Proposals.Edges {
		by := e.Node.ProposedBy.Edges
		ours = ours || strings.Contains(e.Node.Name, "28-point") && len(by) == 1 && by[0].Node.Name == "United States"
	}
	if !ours {
		t.Errorf("no 28-point proposal of the United States in %+v", a.Proposals)
	}
	for _, want := range []struct{ actor, act, word string }{
		{"Russia", "DEMANDS", "NATO"}, {"United States", "OFFERS", "guarantee"}, {"Ukraine", "REJECTS", ""},
	} {
		found := false
		for _, e := range a.Positions.Edges {
			n := e.Node
			found = found || n.Actor.Name == want.actor && n.Act == want.act && strings.Contains(n.What, want.word) && len(n.Passages) > 0
		}
		if !found {
			t.Errorf("no position %+v in %+v", want, a.Positions)
		}
	}
}
