package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"parley/graph"
)

// Generated returns a graph of about a hundred nodes, the same for the same
// seed, as one batch for an empty store. Values come from small pools, so that
// ties, shared names and absent properties are common; some actors are hubs.
func Generated(seed uint64) graph.Batch {
	g := &generator{newRand(seed)}
	var b graph.Batch
	for _, size := range generatedSizes {
		def, _ := Ontology().Label(size.label)
		for i := range size.n {
			id := graph.ID(fmt.Sprintf("%s:%c%d", def.Prefix, "aBcD"[i%4], i))
			p := g.props(def.Props, 0.75)
			if name, ok := p["name"].(string); ok && i%3 > 0 {
				p["name"] = fmt.Sprint(name, " ", def.Prefix, i) // a name of its own
			}
			b.Nodes = append(b.Nodes, node(size.label, id, p))
		}
	}
	ids := map[graph.Label][]graph.ID{}
	for _, n := range b.Nodes {
		ids[n.Label] = append(ids[n.Label], n.ID)
	}
	for _, def := range Ontology().Edges {
		b.Edges = append(b.Edges, g.edges(def, ids)...)
	}
	return b
}

var generatedSizes = []struct {
	label graph.Label
	n     int
}{{"Person", 14}, {"Country", 5}, {"Organization", 4}, {"Meeting", 40}, {"Place", 10}, {"Topic", 6}, {"Document", 4}, {"Passage", 12}, {"Secret", 2}}

// actorsFirst is how many of the generated nodes, the first ones, are actors.
const actorsFirst = 14 + 5 + 4

// generator makes values, and queries about them.
type generator struct{ *rand.Rand }

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// The pools that values come from, in the graph and in queries.
var (
	poolNames = []string{"Ana", "ÁNA", "Bo", "Bo Lee", "Lee", "Cy Łu", "cy lu", "D'Arc", "D’Arc", "Ełk %_"}
	poolWords = []string{"peace", "plan", "talks", "security", "guarantees", "the", "of", "Gespräch", "мир"}
	poolShort = []string{"a", "b", "ab", "B", "", "é", "%", `'"`, "\U0001F54A", "\uE000"}
	poolDates = []string{"2024", "2025", "2024-01", "2024-02", "2025-06", "2025-12", "2024-01-01", "2024-02-29", "2025-06-01", "2025-06-15", "2025-06-30", "2025-12-31"}
	poolFloat = []float64{-0.5, 0, 0.1, 0.5, 1.5, 1e9}
)

func pick[T any](g *generator, pool []T) T { return pool[g.IntN(len(pool))] }

// chance is true with the probability p.
func (g *generator) chance(p float64) bool { return g.Float64() < p }

// some returns one to n values.
func some[T any](g *generator, n int, value func() T) []T {
	var out []T
	for range 1 + g.IntN(n) {
		out = append(out, value())
	}
	return out
}

// props gives each property a value with the probability p; names always.
func (g *generator) props(defs []graph.PropDef, p float64) graph.Props {
	out := graph.Props{}
	for _, d := range defs {
		if d.Name == "name" || g.chance(p) {
			out[d.Name] = g.value(d)
		}
	}
	return out
}

func (g *generator) value(d graph.PropDef) any {
	switch d.Kind {
	case graph.Strings:
		return some(g, 3, func() string { return g.text(d.Name) })
	case graph.Ints:
		return some(g, 3, g.integer)
	}
	return g.single(d)
}

// single is a value to compare a property with.
func (g *generator) single(d graph.PropDef) any {
	switch d.Kind {
	case graph.Date:
		return pick(g, poolDates)
	case graph.Int, graph.Ints:
		return g.integer()
	case graph.Float:
		return pick(g, poolFloat)
	case graph.Bool:
		return g.chance(0.5)
	}
	return g.text(d.Name)
}

func (g *generator) integer() int64 { return int64(g.IntN(6) - 1) }

// text suits the property: a name, a sentence, or something short.
func (g *generator) text(prop string) string {
	switch prop {
	case "name", "aliases":
		return pick(g, poolNames)
	case "title", "text":
		return strings.Join(some(g, 6, func() string { return pick(g, poolWords) }), " ")
	}
	return pick(g, poolShort)
}

// edges connects nodes that the edge may connect; low numbers attract many.
func (g *generator) edges(def graph.EdgeDef, ids map[graph.Label][]graph.ID) []graph.Edge {
	from, to := endIDs(def.From, ids), endIDs(def.To, ids)
	seen := map[[2]graph.ID]bool{}
	var out []graph.Edge
	for range 2 * max(len(from), len(to)) {
		pair := [2]graph.ID{g.skewed(from), g.skewed(to)}
		if !seen[pair] {
			seen[pair] = true
			out = append(out, edge(def.Type, pair[0], pair[1], g.props(def.Props, 0.6)))
		}
	}
	return out
}

func endIDs(labels []graph.Label, ids map[graph.Label][]graph.ID) []graph.ID {
	var out []graph.ID
	for _, l := range labels {
		for _, c := range Ontology().Concrete(l) {
			out = append(out, ids[c]...)
		}
	}
	return out
}

func (g *generator) skewed(ids []graph.ID) graph.ID {
	x := g.Float64()
	return ids[int(x*x*float64(len(ids)))]
}
