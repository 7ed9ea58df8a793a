package graphtest

import (
	"errors"
	"testing"

	"parley/graph"
)

// runWriting writes, and compares the whole graph after each batch. All of it
// happens in one store, from empty to large.
func runWriting(t *testing.T, open Open) {
	s := newSubject(t, open, graph.Batch{})
	t.Run("Empty", func(t *testing.T) { runEmpty(t, s) })
	for _, step := range writingSteps() {
		t.Run(step.name, func(t *testing.T) {
			s.apply(t, step.batch)
			s.sameGraph(t)
			for _, q := range step.asked {
				s.check(t, Case{Query: q})
			}
		})
	}
	t.Run("Refused", func(t *testing.T) { runRefused(t, s) })
	t.Run("Revisions", func(t *testing.T) { runRevisions(t, s) })
	t.Run("Repeated words", func(t *testing.T) { runRepeats(t, s) })
	t.Run("Cursors of changing lists", func(t *testing.T) { runChanging(t, s) })
	t.Run("Many candidates", func(t *testing.T) { runCandidates(t, s) })
	t.Run("Many writers", func(t *testing.T) { runWriters(t, s) })
	t.Run("Large batch", func(t *testing.T) { runLarge(t, s) })
	t.Run("Other history", func(t *testing.T) { runHistory(t, s) })
}

// runEmpty asks a store that has nothing yet.
func runEmpty(t *testing.T, s *subject) {
	s.sameGraph(t)
	if rev, err := s.store.Apply(t.Context(), graph.Batch{}); rev != 1 || err != nil {
		t.Errorf("an empty batch for an empty store gives revision %d, %v; want 1", rev, err)
	}
	s.check(t, Case{Query: graph.Query{Labels: []graph.Label{"Meeting"}, Page: all, Count: true,
		Facets: []graph.Facet{{Name: "f", Prop: "status", Limit: -1}}}, Want: "facet f:"})
	s.check(t, Case{Query: graph.Query{Text: "peace", Page: all}, Want: "nothing"})
	s.checkPath(t, pathCase{query: between("Ana", "Bo", 3), want: "found=false"})
}

// writingStep is a batch, and what is asked after it, beside the whole graph.
type writingStep struct {
	name  string
	batch graph.Batch
	asked []graph.Query
}

func writingSteps() []writingStep {
	return append(nodeSteps(), edgeSteps()...)
}

func named1(id graph.ID, name string, more graph.Props) graph.Node {
	p := graph.Props{"name": name}
	for k, v := range more {
		p[k] = v
	}
	return node("Person", id, p)
}

func byName(name string) graph.Query {
	return graph.Query{Labels: []graph.Label{"Actor"}, Where: is("name", graph.Eq, name), Page: all, Props: []string{"name", "aliases"}}
}

func byWord(text string) graph.Query {
	return graph.Query{Text: text, Page: all, Count: true}
}

func nodeSteps() []writingStep {
	born := func(date string) graph.Query {
		return graph.Query{Labels: []graph.Label{"Person"}, Where: is("born", graph.From, date), Order: []graph.Order{up("born")}, Page: all}
	}
	first := named1("person:1", "Ana Old", graph.Props{"aliases": []string{"Alias"}, "born": "1970", "height": 1.5, "active": true, "forms": []string{"x", ""}, "formCounts": []int64{1, -1 << 63}})
	asked := []graph.Query{byName("ana old"), byName("alias"), byName("ana new"), byWord("old"), byWord("alias"), byWord("new"), born("1971"), born("1960")}
	odd := "line\nfeed\ttab\rreturn \x01\x1f\x7f \u2028\u2029 \\u0041 " + quotes + lucene + hebrew + emoji + privateBM + beyondBMP
	return []writingStep{
		{"create", graph.Batch{Nodes: []graph.Node{first, named1("person:2", "Bo", nil), named1("person:3", "Cy", nil),
			node("Meeting", "meeting:1", graph.Props{"title": "Peace talks", "start": "2025"})}}, asked},
		{"the same again", graph.Batch{Nodes: []graph.Node{first}}, asked},
		{"replace whole", graph.Batch{Nodes: []graph.Node{named1("person:1", "Ana New", graph.Props{"born": "1971-05"})}}, asked},
		{"absent in every way", graph.Batch{Nodes: []graph.Node{named1("person:1", "Ana New", graph.Props{"born": nil, "aliases": []string{}, "formCounts": []int64{}, "height": nil})}}, asked},
		{"no properties", graph.Batch{Nodes: []graph.Node{node("Person", "person:2", nil), node("Meeting", "meeting:2", graph.Props{})}}, []graph.Query{byName("bo"), byWord("bo")}},
		{"twice in a batch: the last", graph.Batch{Nodes: []graph.Node{named1("person:2", "Bo One", nil), named1("person:2", "Bo Two", nil)}}, []graph.Query{byName("bo one"), byName("bo two"), byWord("one"), byWord("two")}},
		{"odd text", graph.Batch{Nodes: []graph.Node{named1("person:odd", odd, graph.Props{"aliases": []string{odd, "", " "}, "forms": []string{odd}}), node("Meeting", "meeting:odd", graph.Props{"note": odd, "status": ""})}},
			[]graph.Query{byName(odd), {Labels: []graph.Label{"Meeting"}, Where: is("note", graph.Eq, odd), Page: all, Props: []string{"note", "status"}}}},
		{"long text", graph.Batch{Nodes: []graph.Node{node("Passage", "passage:long", graph.Props{"text": longText(), "start": int64(0), "end": int64(1 << 62)})}},
			[]graph.Query{byWord(`"the last word"`), byWord("missing"), from("passage:long")}},
		{"extreme numbers", graph.Batch{Nodes: []graph.Node{node("Meeting", "meeting:2", graph.Props{"seats": int64(1<<63 - 1), "cost": 5e-324, "marks": []int64{1<<63 - 1, -1 << 63}})}},
			[]graph.Query{{Labels: []graph.Label{"Meeting"}, Where: is("seats", graph.Eq, int64(1<<63-1)), Page: all, Props: []string{"seats", "cost", "marks"}}}},
	}
}

func edgeSteps() []writingStep {
	a := func(from, to graph.ID, p graph.Props) graph.Edge { return edge("ATTENDED", from, to, p) }
	related := func(from, to graph.ID) graph.Edge { return edge("RELATED_TO", from, to, graph.Props{"kind": "x"}) }
	attendees := from("meeting:1", actorsOf("actors", graph.Query{Page: all, Count: true, Props: []string{"name"}}, "role", "side", "seat"))
	asked := []graph.Query{attendees, from("person:1", meetingsOf("meetings", graph.Query{Page: all, Props: []string{"title"}}, "role"))}
	return []writingStep{
		{"edges", graph.Batch{Edges: []graph.Edge{a("person:1", "meeting:1", graph.Props{"role": "host", "seat": int64(1)}), a("person:2", "meeting:1", nil), a("person:1", "meeting:2", nil), related("person:1", "person:1"), related("person:1", "person:2"), related("person:2", "person:1")}}, asked},
		{"replace an edge whole", graph.Batch{Edges: []graph.Edge{a("person:1", "meeting:1", graph.Props{"side": "x"}), a("person:2", "meeting:1", graph.Props{"role": "one"}), a("person:2", "meeting:1", graph.Props{"role": "two", "seat": nil, "hats": []string{}})}}, asked},
		{"replace a node, its edges stay", graph.Batch{Nodes: []graph.Node{named1("person:1", "Ana Newer", nil), node("Meeting", "meeting:1", graph.Props{"title": "Other talks"})}}, asked},
		{"a node and its edges in one batch", graph.Batch{Nodes: []graph.Node{named1("person:4", "Dee", nil)}, Edges: []graph.Edge{a("person:4", "meeting:1", nil)}}, asked},
		{"clear outwards", graph.Batch{Clear: []graph.Clear{{Node: "person:1", Type: "ATTENDED"}}}, asked},
		{"clear the wrong way", graph.Batch{Clear: []graph.Clear{{Node: "person:2", Type: "ATTENDED", Dir: graph.In}, {Node: "nobody:x", Type: "ATTENDED"}}}, asked},
		{"clear inwards and write anew", graph.Batch{Clear: []graph.Clear{{Node: "meeting:1", Type: "ATTENDED", Dir: graph.In}}, Edges: []graph.Edge{a("person:4", "meeting:1", graph.Props{"role": "new"}), a("person:1", "meeting:1", nil)}}, asked},
		{"clear what leads to itself", graph.Batch{Clear: []graph.Clear{{Node: "person:1", Type: "RELATED_TO", Dir: graph.In}}}, asked},
		{"delete with edges", graph.Batch{DeleteNodes: []graph.ID{"person:1", "nobody:x", "person:1"}}, append(asked, byName("ana newer"), byWord("newer"))},
		{"delete and write anew", graph.Batch{DeleteNodes: []graph.ID{"person:4"}, Nodes: []graph.Node{named1("person:4", "Dee Again", nil), named1("person:1", "Back", nil)}, Edges: []graph.Edge{related("person:4", "person:1"), related("person:4", "person:4")}}, append(asked, byName("dee"), byName("dee again"))},
		{"delete what leads to itself", graph.Batch{DeleteNodes: []graph.ID{"person:4"}}, asked},
	}
}

// longText is a passage of some 200 KB.
func longText() string {
	var b []byte
	for range 20000 {
		b = append(b, "some words "...)
	}
	return string(b) + "and the last word"
}

// runRefused applies batches that are wrong somewhere: nothing is written.
func runRefused(t *testing.T, s *subject) {
	good := named1("person:good", "Good", nil)
	withNode := func(n graph.Node) graph.Batch {
		return graph.Batch{DeleteNodes: []graph.ID{"person:2"}, Clear: []graph.Clear{{Node: "meeting:1", Type: "ATTENDED", Dir: graph.In}}, Nodes: []graph.Node{good, n}}
	}
	person := func(p graph.Props) graph.Batch { return withNode(node("Person", "person:bad", p)) }
	withEdge := func(e graph.Edge) graph.Batch {
		return graph.Batch{Nodes: []graph.Node{good}, Edges: []graph.Edge{edge("RELATED_TO", "person:good", "person:2", nil), e}}
	}
	batches := map[string]graph.Batch{
		"unknown label":             withNode(node("Alien", "alien:1", nil)),
		"interface label":           withNode(node("Actor", "person:bad", nil)),
		"unknown property":          person(graph.Props{"nothing": "x"}),
		"property of others":        person(graph.Props{"title": "x"}),
		"int for a text":            person(graph.Props{"name": int64(1)}),
		"string for a float":        person(graph.Props{"height": "1"}),
		"int for a float":           person(graph.Props{"height": int64(1)}),
		"string for a list":         person(graph.Props{"aliases": "x"}),
		"plain int":                 person(graph.Props{"formCounts": []int{1}}),
		"string for a bool":         person(graph.Props{"active": "true"}),
		"bad date":                  person(graph.Props{"born": "yesterday"}),
		"impossible date":           person(graph.Props{"born": "2025-02-30"}),
		"unknown edge":              withEdge(edge("NO_EDGE", "person:good", "person:2", nil)),
		"unknown edge property":     withEdge(edge("ATTENDED", "person:good", "meeting:1", graph.Props{"nothing": "x"})),
		"wrong edge property":       withEdge(edge("ATTENDED", "person:good", "meeting:1", graph.Props{"seat": "1"})),
		"edge from nowhere":         withEdge(edge("ATTENDED", "person:nobody", "meeting:1", nil)),
		"edge to nowhere":           withEdge(edge("ATTENDED", "person:good", "meeting:nothing", nil)),
		"edge from the wrong label": withEdge(edge("ATTENDED", "meeting:2", "meeting:1", nil)),
		"edge to the wrong label":   withEdge(edge("ATTENDED", "person:good", "person:2", nil)),
		"edge the wrong way round":  withEdge(edge("ATTENDED", "meeting:1", "person:good", nil)),
		"edge to what goes":         {DeleteNodes: []graph.ID{"meeting:1"}, Nodes: []graph.Node{good}, Edges: []graph.Edge{edge("ATTENDED", "person:good", "meeting:1", nil)}},
		"clear of an unknown edge":  {Nodes: []graph.Node{good}, Clear: []graph.Clear{{Node: "person:2", Type: "NO_EDGE"}}},
	}
	for name, b := range batches {
		t.Run(name, func(t *testing.T) {
			_, err := s.model.Apply(t.Context(), b)
			wantInvalid(t, err, "the oracle")
			_, err = s.store.Apply(t.Context(), b)
			wantInvalid(t, err, describe(b))
		})
	}
	t.Run("nothing written", func(t *testing.T) { s.sameGraph(t) })
}

// runRevisions counts batches and runs into conflicts.
func runRevisions(t *testing.T, s *subject) {
	info, err := s.store.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	now := info.Revision
	s.apply(t, graph.Batch{If: now, Nodes: []graph.Node{named1("person:rev", "One", nil)}})
	for _, wrong := range []graph.Revision{now, now + 2, 1} {
		_, err := s.store.Apply(t.Context(), graph.Batch{If: wrong, DeleteNodes: []graph.ID{"person:rev"}})
		if !errors.Is(err, graph.ErrConflict) {
			t.Errorf("a batch for revision %d at %d gives %v, want ErrConflict", wrong, now+1, err)
		}
	}
	if rev, err := s.store.Apply(t.Context(), graph.Batch{}); rev != now+1 || err != nil {
		t.Errorf("an empty batch gives revision %d, %v; want %d", rev, err, now+1)
	}
	s.apply(t, graph.Batch{Nodes: []graph.Node{named1("person:rev", "One", nil)}})
	s.apply(t, graph.Batch{If: now + 2, DeleteNodes: []graph.ID{"person:rev"}})
	s.sameGraph(t)
}
