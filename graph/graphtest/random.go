package graphtest

import (
	"fmt"
	"slices"
	"testing"

	"parley/graph"
)

// How many random queries and paths are asked, and of which graph. Several of
// them have one shape and differ in their values only: a database plans a new
// statement in a second at worst, but one it has seen at once.
const (
	seed          = 20250815
	randomQueries = 240
	randomPaths   = 60
	queryShapes   = 40
	pathShapes    = 10
)

// runGenerated compares store and oracle on a generated graph, with random
// queries. A failing one is printed, and is the same in the next run.
func runGenerated(t *testing.T, open Open) {
	s := newSubject(t, open, Generated(seed))
	t.Run("export", func(t *testing.T) { s.sameGraph(t) })
	for i := range randomQueries {
		t.Run(fmt.Sprintf("query%d", i), func(t *testing.T) {
			g := newQuestioner(uint64(i%queryShapes), uint64(i))
			s.check(t, Case{Query: g.root()})
		})
	}
	for i := range randomPaths {
		t.Run(fmt.Sprintf("path%d", i), func(t *testing.T) {
			g := newQuestioner(uint64(i%pathShapes), uint64(i))
			s.checkPath(t, pathCase{query: g.path()})
		})
	}
}

// questioner makes queries that the ontology has an answer to. One generator
// makes their shape, the other the values in it.
type questioner struct {
	*generator
	values   *generator
	ontology *graph.Ontology
}

func newQuestioner(shape, values uint64) *questioner {
	return &questioner{&generator{newRand(seed + shape)}, &generator{newRand(seed + values)}, Ontology()}
}

// place is where a part of a query stands: the labels there, and the edge
// that led there.
type place struct {
	labels  []graph.Label
	edge    *graph.EdgeDef
	through *graph.Through
}

// root is a whole query.
func (g *questioner) root() graph.Query {
	label := pick(g.generator, []graph.Label{"Meeting", "Meeting", "Meeting", "Person", "Actor", "Actor", "Place", "Topic", "Passage", "Document"})
	q := g.query(place{labels: []graph.Label{label}}, 2+g.IntN(2))
	if g.chance(0.15) {
		q.Text = g.values.text("text")
		q.Order = slices.Insert(q.Order, g.IntN(len(q.Order)+1), best[0])
	}
	if g.chance(0.1) {
		q.IDs = some(g.values, 5, func() graph.ID { return pick(g.values, Generated(seed).Nodes).ID })
	}
	if g.chance(0.15) {
		q.Lookups = some(g.generator, 1, func() graph.Lookup {
			return graph.Lookup{Key: "l", Labels: []graph.Label{"Actor", "Place"}, Name: pick(g.values, poolNames), Limit: g.values.IntN(5)}
		})
	}
	return q
}

// query is one level of a query, with at most depth levels below.
func (g *questioner) query(p place, depth int) graph.Query {
	q := graph.Query{Labels: p.labels, Count: g.chance(0.4), Order: g.order(p),
		Page: graph.Page{Limit: pick(g.generator, []int{-1, -1, 0, 1, 2, 3, 5}), Backward: g.chance(0.25)}}
	if g.chance(0.6) {
		q.Where = g.predicate(p, 3)
	}
	for range g.IntN(4) {
		q.Props = append(q.Props, g.prop(p).Name)
	}
	for i := range g.IntN(3) {
		if depth > 0 {
			q.Expand = append(q.Expand, g.expand(p, fmt.Sprintf("e%d", i), depth-1))
		}
	}
	if g.chance(0.2) {
		q.Facets = []graph.Facet{g.facet(p, depth-1)}
	}
	return q
}

// prop is a property of one of the labels.
func (g *questioner) prop(p place) graph.PropDef {
	def, _ := g.ontology.Label(pick(g.generator, g.concrete(p.labels)))
	return pick(g.generator, def.Props)
}

func (g *questioner) concrete(labels []graph.Label) []graph.Label {
	var out []graph.Label
	for _, l := range labels {
		out = append(out, g.ontology.Concrete(l)...)
	}
	return out
}

// order is up to two keys, of kinds that sort.
func (g *questioner) order(p place) []graph.Order {
	var out []graph.Order
	for range g.IntN(3) {
		o := graph.Order{Desc: g.chance(0.5)}
		def := g.prop(p)
		switch {
		case p.through != nil && g.chance(0.7):
			o.By, o.Prop = graph.ByAggregate, pick(g.generator, p.through.Aggregates).Name
		case p.edge != nil && len(p.edge.Props) > 0 && g.chance(0.5):
			def = pick(g.generator, p.edge.Props)
			o.By, o.Prop = graph.ByEdge, def.Name
		default:
			o.Prop = def.Name
		}
		if o.By == graph.ByAggregate || def.Kind != graph.Strings && def.Kind != graph.Ints {
			out = append(out, o)
		}
	}
	return out
}

// predicate is a tree of at most depth levels.
func (g *questioner) predicate(p place, depth int) graph.Predicate {
	kind := g.IntN(11)
	if depth == 0 {
		kind = 10
	}
	parts := func() []graph.Predicate {
		return some(g.generator, 3, func() graph.Predicate { return g.predicate(p, depth-1) })
	}
	switch {
	case kind == 0:
		return graph.And(parts())
	case kind == 1:
		return graph.Or(parts())
	case kind == 2:
		return not(g.predicate(p, depth-1))
	case kind == 3:
		return graph.HasLabel(some(g.generator, 2, func() graph.Label { return pick(g.generator, g.ontology.Labels).Label }))
	case kind < 7:
		return g.connected(p, depth-1)
	case kind == 7:
		return graph.HasID(some(g.values, 3, func() graph.ID { return pick(g.values, Generated(seed).Nodes).ID }))
	case p.edge != nil && len(p.edge.Props) > 0 && g.chance(0.5):
		return graph.EdgeCompare(g.compare(pick(g.generator, p.edge.Props)))
	}
	return g.compare(g.prop(p))
}

// compare is an operation and value that suit the property.
func (g *questioner) compare(d graph.PropDef) graph.Compare {
	c := graph.Compare{Prop: d.Name, Op: graph.Op(g.IntN(int(graph.Present) + 1))}
	switch c.Op {
	case graph.Present:
		c.Value = g.chance(0.5)
		return c
	case graph.OneOf:
		c.Value = g.list(d)
	default:
		c.Value = g.values.single(d)
	}
	if checkValue(d, c.Op, c.Value) != nil {
		c.Op, c.Value = graph.Eq, g.values.single(d)
	}
	return c
}

func (g *questioner) list(d graph.PropDef) any {
	switch d.Kind {
	case graph.Int, graph.Ints:
		return some(g.values, 3, g.values.integer)
	case graph.Float:
		return some(g.values, 3, func() float64 { return pick(g.values, poolFloat) })
	case graph.Bool:
		return nil
	}
	return some(g.values, 3, func() string { return g.values.single(d).(string) })
}

// way is an edge that leads on from the labels.
type way struct {
	def  *graph.EdgeDef
	dir  graph.Direction
	ends []graph.Label
}

func (g *questioner) way(labels []graph.Label) way {
	var ways []way
	for i := range g.ontology.Edges {
		def := &g.ontology.Edges[i]
		if g.meets(def.From, labels) {
			ways = append(ways, way{def, graph.Out, def.To})
		}
		if g.meets(def.To, labels) {
			ways = append(ways, way{def, graph.In, def.From})
		}
	}
	return pick(g.generator, ways)
}

// meets reports whether the two lists stand for a label in common.
func (g *questioner) meets(a, b []graph.Label) bool {
	all := g.concrete(b)
	return slices.ContainsFunc(g.concrete(a), func(l graph.Label) bool { return slices.Contains(all, l) })
}

func (g *questioner) connected(p place, depth int) graph.Predicate {
	w := g.way(p.labels)
	c := graph.Connected{Edge: w.def.Type, Dir: w.dir, Quant: graph.Quantifier(g.IntN(3))}
	if w.def.Type == "HELD_IN" && w.dir == graph.Out && g.chance(0.6) {
		c.Up = "LOCATED_IN"
		c.Where = g.predicate(place{labels: w.ends}, depth)
		return c
	}
	if g.chance(0.3) {
		w.ends = []graph.Label{pick(g.generator, w.ends)}
		c.Labels = w.ends
	}
	if g.chance(0.9) {
		c.Where = g.predicate(place{labels: w.ends, edge: w.def}, depth)
	}
	return c
}

func (g *questioner) expand(p place, name string, depth int) graph.Expand {
	w := g.way(p.labels)
	e := graph.Expand{Name: name, Edge: w.def.Type, Dir: w.dir}
	if w.def.Type == "ATTENDED" && w.dir == graph.Out && g.chance(0.6) {
		e.Through = g.through()
		e.Query = g.query(place{labels: []graph.Label{"Actor"}, through: e.Through}, depth)
		return e
	}
	for range g.IntN(3) {
		if len(w.def.Props) > 0 {
			e.EdgeProps = append(e.EdgeProps, pick(g.generator, w.def.Props).Name)
		}
	}
	e.Query = g.query(place{labels: w.ends, edge: w.def}, depth)
	return e
}

func (g *questioner) through() *graph.Through {
	t := &graph.Through{Label: "Meeting", Edge: "ATTENDED", Dir: graph.In}
	if g.chance(0.5) {
		t.Where = g.predicate(place{labels: []graph.Label{"Meeting"}}, 2)
	}
	if g.chance(0.5) {
		t.Apart = "side"
	}
	t.Aggregates = []graph.Aggregate{{Name: "n"}, {Name: "low", Fn: graph.Min, Prop: "start"}, {Name: "high", Fn: graph.Max, Prop: "start"}, {Name: "kind", Fn: graph.Max, Prop: "kind"}}
	return t
}

func (g *questioner) facet(p place, depth int) graph.Facet {
	f := graph.Facet{Name: "f", Limit: g.IntN(6) - 1}
	if g.chance(0.5) {
		w := g.way(p.labels)
		f.Edge, f.Dir = w.def.Type, w.dir
		f.Node = graph.Query{Labels: w.ends, Props: []string{g.prop(place{labels: w.ends}).Name}}
		if depth > 0 && g.chance(0.3) {
			f.Node.Expand = []graph.Expand{g.expand(place{labels: w.ends}, "e", 0)}
		}
		return f
	}
	for {
		d := g.prop(p)
		switch d.Kind {
		case graph.Date:
			f.Unit = pick(g.generator, []string{"", "month", "year"})
			f.Prop = d.Name
			return f
		case graph.String, graph.Text:
			f.Prop = d.Name
			return f
		}
	}
}

// path is a whole path query.
func (g *questioner) path() graph.PathQuery {
	name := func() string { return pick(g.values, Generated(seed).Nodes[:actorsFirst]).Props["name"].(string) }
	q := between(name(), name(), 1+g.IntN(6))
	q.EndLabels = pick(g.generator, [][]graph.Label{{"Actor"}, {"Person"}, {"Person", "Country"}})
	q.Via = pick(g.generator, [][]graph.Label{{"Actor"}, {"Person"}, {"Organization"}})
	if g.chance(0.4) {
		q.Where = g.predicate(place{labels: []graph.Label{"Meeting"}}, 2)
	}
	return q
}
