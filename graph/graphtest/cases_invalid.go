package graphtest

import (
	"testing"

	"parley/graph"
)

// runInvalid asks what the ontology has no answer to: each is ErrInvalid.
func runInvalid(t *testing.T, s *subject) {
	meetings := func(change func(*graph.Query)) graph.Query {
		q := graph.Query{Labels: []graph.Label{"Meeting"}, Page: graph.Page{Limit: 1}}
		change(&q)
		return q
	}
	queries := invalidQueries(meetings)
	for name, p := range invalidPredicates() {
		queries["where "+name] = meetings(func(q *graph.Query) { q.Where = p })
		queries["where not inside, "+name] = meetings(func(q *graph.Query) { q.Where = graph.Or{graph.And{}, graph.And{not(p)}} })
	}
	for name, q := range queries {
		t.Run(name, func(t *testing.T) {
			_, err := s.model.Query(t.Context(), q)
			wantInvalid(t, err, "the oracle")
			_, err = s.store.Query(t.Context(), q)
			wantInvalid(t, err, describe(q))
		})
	}
	for name, q := range invalidPaths() {
		t.Run("path "+name, func(t *testing.T) {
			_, err := s.model.Path(t.Context(), q)
			wantInvalid(t, err, "the oracle")
			_, err = s.store.Path(t.Context(), q)
			wantInvalid(t, err, describe(q))
		})
	}
}

func invalidQueries(meetings func(func(*graph.Query)) graph.Query) map[string]graph.Query {
	expand := func(e graph.Expand) graph.Query {
		return meetings(func(q *graph.Query) { e.Name = "e"; q.Expand = []graph.Expand{e} })
	}
	order := func(o graph.Order) graph.Query {
		return meetings(func(q *graph.Query) { q.Order = []graph.Order{o} })
	}
	facet := func(f graph.Facet) graph.Query {
		return meetings(func(q *graph.Query) { f.Name, f.Limit = "f", -1; q.Facets = []graph.Facet{f} })
	}
	actors := graph.Query{Labels: []graph.Label{"Actor"}, Page: all}
	through := graph.Through{Label: "Person", Edge: "ATTENDED"}
	noLabel, noEdge, noApart, noProp := through, through, through, through
	noLabel.Label, noEdge.Edge, noApart.Apart = "Nobody", "NO_EDGE", "nothing"
	noProp.Aggregates = []graph.Aggregate{{Name: "a", Fn: graph.Max, Prop: "nothing"}}
	return map[string]graph.Query{
		"no labels, ids or text":     {Page: all},
		"unknown label":              {Labels: []graph.Label{"Meeting", "Nobody"}, Page: all},
		"label with syntax":          {Labels: []graph.Label{"Meeting) DETACH DELETE n //"}, Page: all},
		"unknown property wanted":    meetings(func(q *graph.Query) { q.Props = []string{"title", "nothing"} }),
		"property of another label":  meetings(func(q *graph.Query) { q.Props = []string{"latitude"} }),
		"a store's own property":     meetings(func(q *graph.Query) { q.Props = []string{"_text"} }),
		"order by unknown property":  order(up("nothing")),
		"order with syntax":          order(up("start, (SELECT 1)")),
		"order by unknown aggregate": order(byAggregate("nothing", true)),
		"order by edge at the root":  order(byEdge("seat", true)[0]),
		"order by score of no text":  order(best[0]),
		"cursor with too few keys": meetings(func(q *graph.Query) {
			q.Order = []graph.Order{up("start")}
			q.Page.After = &graph.Cursor{ID: "meeting:a"}
		}),
		"cursor with too many keys": meetings(func(q *graph.Query) { q.Page.After = &graph.Cursor{ID: "meeting:a", Keys: []any{"1", "2", "3"}} }),
		"expand unknown edge":       expand(graph.Expand{Edge: "NO_EDGE", Query: actors}),
		"expand edge with syntax":   expand(graph.Expand{Edge: "ATTENDED]->() //", Query: actors}),
		"expand unknown edge prop":  expand(graph.Expand{Edge: "ATTENDED", Dir: graph.In, EdgeProps: []string{"nothing"}, Query: actors}),
		"expand unknown order":      expand(graph.Expand{Edge: "ATTENDED", Dir: graph.In, Query: graph.Query{Labels: actors.Labels, Order: byEdge("nothing", false)}}),
		"expand unknown label":      expand(graph.Expand{Edge: "ATTENDED", Dir: graph.In, Query: graph.Query{Labels: []graph.Label{"Nobody"}}}),
		"expand unknown property":   expand(graph.Expand{Edge: "ATTENDED", Dir: graph.In, Query: graph.Query{Labels: actors.Labels, Props: []string{"title"}}}),
		"expand unknown where":      expand(graph.Expand{Edge: "ATTENDED", Dir: graph.In, Query: graph.Query{Labels: actors.Labels, Where: onEdge("nothing", graph.Eq, "x")}}),
		"through unknown label":     expand(graph.Expand{Edge: "ATTENDED", Dir: graph.In, Through: &noLabel, Query: actors}),
		"through unknown edge":      expand(graph.Expand{Edge: "ATTENDED", Dir: graph.In, Through: &noEdge, Query: actors}),
		"through unknown apart":     expand(graph.Expand{Edge: "ATTENDED", Dir: graph.In, Through: &noApart, Query: actors}),
		"through unknown property":  expand(graph.Expand{Edge: "ATTENDED", Dir: graph.In, Through: &noProp, Query: graph.Query{Labels: []graph.Label{"Meeting"}}}),
		"facet by unknown property": facet(graph.Facet{Prop: "nothing"}),
		"facet by unknown edge":     facet(graph.Facet{Edge: "NO_EDGE", Node: actors}),
		"facet by unknown unit":     facet(graph.Facet{Prop: "start", Unit: "century"}),
		"facet by unit of no date":  facet(graph.Facet{Prop: "status", Unit: "year"}),
		"facet of unknown label":    facet(graph.Facet{Edge: "ATTENDED", Dir: graph.In, Node: graph.Query{Labels: []graph.Label{"Nobody"}}}),
		"lookup of unknown label": meetings(func(q *graph.Query) {
			q.Lookups = []graph.Lookup{{Key: "l", Labels: []graph.Label{"Nobody"}, Name: "x", Limit: 1}}
		}),
	}
}

func invalidPredicates() map[string]graph.Predicate {
	edge := func(p graph.Predicate) graph.Predicate { return attended(graph.Some, p, "Person") }
	return map[string]graph.Predicate{
		"unknown property":           is("nothing", graph.Eq, "x"),
		"unknown property, present":  is("nothing", graph.Present, false),
		"property with syntax":       is("status = '' OR 1", graph.Eq, "x"),
		"unknown label":              graph.HasLabel{"Nobody"},
		"unknown edge":               graph.Connected{Edge: "NO_EDGE"},
		"unknown edge upwards":       graph.Connected{Edge: "HELD_IN", Up: "NO_EDGE"},
		"unknown label of an edge":   attended(graph.Some, nil, "Nobody"),
		"edge property at the root":  onEdge("role", graph.Eq, "host"),
		"unknown edge property":      edge(onEdge("nothing", graph.Eq, "x")),
		"unknown property behind":    edge(is("title", graph.Eq, "x")),
		"edge compared with an int":  edge(onEdge("role", graph.Eq, int64(1))),
		"string equal to an int":     is("status", graph.Eq, int64(1)),
		"string equal to nil":        is("status", graph.Eq, nil),
		"string equal to a list":     is("status", graph.Eq, []string{"held"}),
		"string one of a string":     is("status", graph.OneOf, "held"),
		"string one of ints":         is("status", graph.OneOf, []int64{1}),
		"text equal to a bool":       is("title", graph.Eq, true),
		"text contains an int":       is("title", graph.Contains, int64(1)),
		"int equal to a string":      is("seats", graph.Eq, "8"),
		"int equal to an int":        is("seats", graph.Eq, 8),
		"int contains":               is("seats", graph.Contains, int64(8)),
		"int starts with":            is("seats", graph.StartsWith, "8"),
		"float from a string":        is("cost", graph.From, "1"),
		"bool equal to a string":     is("open", graph.Eq, "true"),
		"bool contains":              is("open", graph.Contains, true),
		"strings have an int":        is("tags", graph.Eq, int64(1)),
		"ints have a string":         is("marks", graph.Eq, "1"),
		"present is a question":      is("status", graph.Present, "yes"),
		"present of what":            is("status", graph.Present, nil),
		"date from nonsense":         is("start", graph.From, "yesterday"),
		"date from an impossible":    is("start", graph.From, "2025-02-30"),
		"date to a time":             is("start", graph.To, "2025-01-01T00:00:00Z"),
		"date equal to nothing":      is("start", graph.Eq, ""),
		"date equal to an int":       is("start", graph.Eq, int64(2025)),
		"date one of with a bad one": is("start", graph.OneOf, []string{"2025", "2025-13"}),
		"date contains":              is("start", graph.Contains, "2025"),
		"unknown operation":          is("status", graph.Op(99), "held"),
	}
}

func invalidPaths() map[string]graph.PathQuery {
	change := func(f func(*graph.PathQuery)) graph.PathQuery {
		q := between("Bo Smith", "Cy Łoś", 2)
		f(&q)
		return q
	}
	return map[string]graph.PathQuery{
		"over no meetings":       change(func(q *graph.PathQuery) { q.Max = 0 }),
		"over too many":          change(func(q *graph.PathQuery) { q.Max = 7 }),
		"along an unknown edge":  change(func(q *graph.PathQuery) { q.Edge = "NO_EDGE" }),
		"over an unknown label":  change(func(q *graph.PathQuery) { q.Over = "Nobody" }),
		"via an unknown label":   change(func(q *graph.PathQuery) { q.Via = []graph.Label{"Person", "Nobody"} }),
		"from an unknown label":  change(func(q *graph.PathQuery) { q.EndLabels = []graph.Label{"Nobody"} }),
		"where unknown property": change(func(q *graph.PathQuery) { q.Where = is("nothing", graph.Eq, "x") }),
		"where on an edge":       change(func(q *graph.PathQuery) { q.Where = onEdge("role", graph.Eq, "host") }),
		"with unknown property":  change(func(q *graph.PathQuery) { q.Meeting.Props = []string{"nothing"} }),
		"with unknown expand":    change(func(q *graph.PathQuery) { q.Node.Expand = []graph.Expand{{Name: "e", Edge: "NO_EDGE"}} }),
	}
}
