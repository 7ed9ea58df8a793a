package sqlitestore

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"parley/graph"
	"parley/graph/graphtest"
)

// Sizes of the generated graph.
const (
	genMeetings = 20_000
	genPeople   = 3_000
	genPlaces   = 300
	genTopics   = 300
)

// generator makes a graph with very unequal degrees, the same each time.
type generator struct {
	*rand.Rand
	batch graph.Batch
}

// skewed picks below n, low numbers far more often.
func (g *generator) skewed(n int) int { return int(math.Pow(float64(n), g.Float64())) - 1 }

func (g *generator) node(label graph.Label, prefix string, i int, p graph.Props) graph.ID {
	id := graph.ID(fmt.Sprintf("%s:%05d", prefix, i))
	g.batch.Nodes = append(g.batch.Nodes, graph.Node{ID: id, Label: label, Props: p})
	return id
}

func (g *generator) edge(t graph.EdgeType, from, to graph.ID, p graph.Props) {
	g.batch.Edges = append(g.batch.Edges, graph.Edge{Type: t, From: from, To: to, Props: p})
}

// several makes n nodes; the first ones have the names, which are those that
// the queries of planned ask for.
func (g *generator) several(label graph.Label, prefix string, n int, names ...string) []graph.ID {
	ids := make([]graph.ID, n)
	for i := range ids {
		name := fmt.Sprintf("%s %d", label, i)
		if i < len(names) {
			name = names[i]
		}
		ids[i] = g.node(label, prefix, i, graph.Props{"name": name})
	}
	return ids
}

// generated fills a store and returns it.
func generated(b *testing.B) *Store {
	g := &generator{Rand: rand.New(rand.NewPCG(1, 2))}
	people := g.several("Person", "person", genPeople, "Putin", "Kushner")
	countries := g.several("Country", "country", 120, "US", "Russia")
	places := g.several("Place", "place", genPlaces, "Moscow", "Geneva")
	topics := g.several("Topic", "topic", genTopics, "war", "peace")
	for _, p := range places {
		g.edge("LOCATED_IN", p, countries[g.skewed(len(countries))], nil)
	}
	for _, p := range people {
		g.edge("REPRESENTS", p, countries[g.skewed(len(countries))], nil)
	}
	for i := range genMeetings {
		g.meeting(i, people, countries, places, topics)
	}
	s := openTemp(b, graphtest.Ontology(), Options{})
	if _, err := s.Apply(context.Background(), g.batch); err != nil {
		b.Fatal(err)
	}
	return s
}

func (g *generator) meeting(i int, people, countries, places, topics []graph.ID) {
	words := []string{"security", "guarantee", "ceasefire", "border", "grain", "talks"}
	m := g.node("Meeting", "meeting", i, graph.Props{
		"status": []string{"held", "held", "scheduled"}[g.IntN(3)], "kind": []string{"talks", "call"}[g.IntN(2)],
		"start": fmt.Sprintf("%d-%02d-%02d", 2020+g.IntN(6), 1+g.IntN(12), 1+g.IntN(28)),
		"title": words[g.IntN(6)] + " " + words[g.IntN(6)] + " " + words[g.IntN(6)],
	})
	for range 4 {
		side := countries[g.skewed(len(countries))]
		g.edge("ATTENDED", people[g.skewed(genPeople)], m, graph.Props{"side": string(side), "role": "participant"})
		g.edge("ATTENDED", side, m, graph.Props{"side": string(side)})
	}
	g.edge("HELD_IN", m, places[g.skewed(genPlaces)], nil)
	g.edge("ABOUT", m, topics[g.skewed(genTopics)], nil)
}

// BenchmarkQueries asks the queries of planned, and for a path between two who
// met few, of 20,000 meetings.
func BenchmarkQueries(b *testing.B) {
	s := generated(b)
	for name, q := range planned {
		b.Run(name, func(b *testing.B) {
			q.Page.Limit = 20
			for b.Loop() {
				if _, err := s.Query(b.Context(), q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("path", func(b *testing.B) {
		for b.Loop() {
			_, err := s.Path(b.Context(), graph.PathQuery{From: graph.End{Name: "Person 90"}, To: graph.End{Name: "Person 2500"}, EndLabels: []graph.Label{"Actor"},
				Edge: "ATTENDED", Over: "Meeting", Via: []graph.Label{"Person"}, Max: 4, Where: graph.Compare{Prop: "status", Value: "held"}})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}
