package loader_test

import (
	"context"
	"slices"
	"testing"

	"parley/graph"
	"parley/loader/read"
)

func news(name, published, text string) *read.Document {
	return &read.Document{Name: name, URL: "https://example.org/" + name, Published: published, Text: text}
}

// nodes reads a property of all nodes of a label, by ID.
func nodes(t *testing.T, s graph.Store, label graph.Label, prop string) map[graph.ID]any {
	t.Helper()
	res, err := s.Query(context.Background(), graph.Query{Labels: []graph.Label{label}, Page: graph.Page{Limit: -1}, Props: []string{prop}})
	if err != nil {
		t.Fatal(err)
	}
	out := map[graph.ID]any{}
	for _, r := range res.Rows {
		out[r.ID] = r.Props.Get(prop)
	}
	return out
}

// TestOnePersonInSeveralSpellings: documents that spell a name in two ways, or
// give an office and a surname, have one node.
func TestOnePersonInSeveralSpellings(t *testing.T) {
	s := newStore(t)
	load(t, s,
		news("a", "2025-08-12", "Ukrainian President Volodymyr Zelensky met Turkish Foreign Minister Hakan Fidan in Ankara on Monday."),
		news("b", "2025-08-13", "Ukrainian President Volodymyr Zelenskiy met Swedish envoy Yevhen Almkvist in Kyiv on Tuesday."),
		news("c", "2025-08-14", "President Zelenskyi met Swedish envoy Yevgen Almkvist in Kyiv on Wednesday."))
	people := nodes(t, s, "Person", "name")
	if len(people) != 3 || people["person:volodymyr-zelenskyy"] != "Volodymyr Zelenskyy" {
		t.Errorf("people: %v", people)
	}
}

// TestWhoIsUnclearStaysApart: a surname that several bear is a node of each
// document, which says who may be meant and goes with the document.
func TestWhoIsUnclearStaysApart(t *testing.T) {
	s := newStore(t)
	a := news("a", "2018-06-20", "North Korea's Kim met Russian Foreign Minister Sergei Lavrov in Pyongyang on Tuesday.")
	b := news("b", "2018-09-20", "North Korea's Kim met Chinese Foreign Minister Wang Yi in Pyongyang on Tuesday.")
	load(t, s, a, b)
	unclear := 0
	for id, c := range nodes(t, s, "Person", "candidates") {
		if names, _ := c.([]string); names != nil {
			unclear++
			if !slices.Contains(names, "Kim Jong Un") || !slices.Contains(names, "Kim Yo Jong") {
				t.Errorf("%s may be %v", id, names)
			}
		}
	}
	if unclear != 2 {
		t.Errorf("%d people are unclear, want one a document: %v", unclear, nodes(t, s, "Person", "name"))
	}
	again := newStore(t)
	load(t, again, b)
	load(t, again, a)
	if x, y := export(t, s), export(t, again); x != y {
		t.Errorf("in the other order it is another graph:\n%d and %d bytes", len(x), len(y))
	}
}

// TestTopicsInOtherWords: two wordings of a topic are one, which belongs to
// what it is an aspect of.
func TestTopicsInOtherWords(t *testing.T) {
	s := newStore(t)
	load(t, s,
		news("a", "2025-08-12", "US Secretary of State Marco Rubio met Turkish Foreign Minister Hakan Fidan in Ankara on Monday to discuss ending the war in Ukraine."),
		news("b", "2025-09-12", "US Secretary of State Marco Rubio met Polish Foreign Minister Radoslaw Sikorski in Warsaw on Monday to discuss a cessation of the war in Ukraine."))
	got := nodes(t, s, "Topic", "name")
	if len(got) != 3 || got["topic:ukraine-war"] != "war in Ukraine" || got["topic:war"] != "war" {
		t.Errorf("topics: %v", got)
	}
}
