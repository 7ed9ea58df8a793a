package graphtest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/graph"
)

// pathCase is a PathQuery and its answer written by hand, as RenderPath does.
type pathCase struct {
	name  string
	query graph.PathQuery
	want  string
}

// between is a path over meetings, through people only.
func between(a, b string, max int) graph.PathQuery {
	return graph.PathQuery{From: graph.End{Name: a}, To: graph.End{Name: b}, EndLabels: []graph.Label{"Actor"}, Edge: "ATTENDED", Over: "Meeting", Via: []graph.Label{"Person"}, Max: max,
		Node: graph.Query{Props: []string{"name"}}, Meeting: graph.Query{Props: []string{"start"}}}
}

func runPaths(t *testing.T, s *subject) {
	for _, theme := range [][]pathCase{pathCases(), pathWhereCases(), pathEndCases(), pathIDCases()} {
		for _, c := range theme {
			t.Run(c.name, func(t *testing.T) { s.checkPath(t, c) })
		}
	}
}

func (s *subject) checkPath(t *testing.T, c pathCase) {
	t.Helper()
	want, err := s.model.Path(t.Context(), c.query)
	if err != nil {
		t.Fatalf("the oracle refuses the case: %v", err)
	}
	if c.want != "" {
		if diff := cmp.Diff(outdent(c.want), RenderPath(want)); diff != "" {
			t.Errorf("the oracle differs from the answer written by hand (-hand +oracle):\n%s", diff)
		}
	}
	got := s.path(t, c.query)
	if diff := cmp.Diff(RenderPath(want), RenderPath(got)); diff != "" {
		t.Errorf("the path is wrong (-want +got):\n%s\nto %s", diff, describe(c.query))
	}
}

// bare is a path without properties.
func bare(a, b string, max int) graph.PathQuery {
	q := between(a, b, max)
	q.Node.Props, q.Meeting.Props = nil, nil
	return q
}

func where(q graph.PathQuery, p graph.Predicate) graph.PathQuery { q.Where = p; return q }

func via(q graph.PathQuery, l ...graph.Label) graph.PathQuery { q.Via = l; return q }

func pathCases() []pathCase {
	return []pathCase{
		{"one meeting", between("Bo Smith", "cy łoś", 1), `
			from person:bo name="Bo Smith"
			to person:cy name="Cy Łoś"
			found=true
			  person:bo name="Bo Smith"
			  meeting:a start="2025-08-15"
			  person:cy name="Cy Łoś"
			`},
		{"one meeting of several: the first by ID", bare("Bo Smith", " Brnabić", 6), "from person:bo\nto person:ana\nfound=true\n  person:bo\n  meeting:a\n  person:ana"},
		{"the same backwards", bare("Di", "Bo Smith", 6), "from person:di\nto person:bo\nfound=true\n  person:di\n  meeting:b\n  person:bo\n"},
		{"several meetings", bare("US", "UN", 6), `
			from country:us
			to org:un
			found=true
			  country:us
			  meeting:a
			  person:ana

			  person:ana
			  meeting:e
			  person:ed

			  person:ed
			  meeting:g
			  org:un
			`},
		{"as many as allowed", bare("US", "UN", 3), ""},
		{"more than allowed", bare("US", "UN", 2), "from country:us\nto org:un\nfound=false"},
		{"through the hub", via(bare("Cy Łoś", "Di", 6), "Actor"), ""},
		{"through anybody", via(bare("US", "un", 6), "Actor"), ""},
		{"through the hub only", via(bare("Cy Łoś", "Ed "+emoji, 6), "Country"), `
			from person:cy
			to person:ed
			found=true
			  person:cy
			  meeting:d
			  country:ru

			  country:ru
			  meeting:e
			  person:ed
			`},
		{"through nobody allowed", via(bare("Cy Łoś", "Ed "+emoji, 6), "Organization"), "from person:cy\nto person:ed\nfound=false"},
	}
}

func pathWhereCases() []pathCase {
	rich := between("US", "un", 4)
	rich.Node.Props, rich.Node.Expand = []string{"name", "code", "born"}, []graph.Expand{{Name: "represents", Edge: "REPRESENTS", EdgeProps: []string{"title"}, Query: graph.Query{Labels: []graph.Label{"Country", "Organization"}, Page: all}}}
	rich.Meeting.Expand = []graph.Expand{{Name: "place", Edge: "HELD_IN", Query: graph.Query{Labels: []graph.Label{"Place"}, Page: all, Props: []string{"name"}}}}
	return []pathCase{
		{"not connected", bare("Fay Alone", "Cy Łoś", 6), "from person:fay\nto person:cy\nfound=false"},
		{"to itself", bare("Russia", "Russian Federation", 6), "from country:ru\nto country:ru\nfound=true"},
		{"to itself without edges", bare("Fay Alone", "fay  alone", 1), "from person:fay\nto person:fay\nfound=true"},
		{"to itself when nothing counts", where(bare("Russia", "Russia", 1), graph.Or{}), "from country:ru\nto country:ru\nfound=true"},
		{"where", where(bare("Bo Smith", "Di", 6), is("status", graph.Eq, "scheduled")), "from person:bo\nto person:di\nfound=false"},
		{"where nothing is left", where(bare("Bo Smith", "Di", 6), not(is("seats", graph.Eq, int64(8)))), "from person:bo\nto person:di\nfound=false"},
		{"where by date", where(bare("Bo Smith", "Di", 6), is("start", graph.Eq, "2025-08-15")), "from person:bo\nto person:di\nfound=false"},
		{"where, the longer way", where(bare("Cy Łoś", "Di", 6), not(is("kind", graph.Eq, "summit"))), `
			from person:cy
			to person:di
			found=true
			  person:cy
			  meeting:a
			  person:ana

			  person:ana
			  meeting:c
			  person:di
			`},
		{"where through an edge", where(bare("Cy Łoś", "Di", 6), graph.Or{within("US"), within("Russia")}), ""},
		{"with what is behind", rich, ""},
	}
}

// byIDs gives the ends of a path by ID; one that is "" stays as it is.
func byIDs(q graph.PathQuery, from, to graph.ID) graph.PathQuery {
	if from != "" {
		q.From = graph.End{ID: from}
	}
	if to != "" {
		q.To = graph.End{ID: to}
	}
	return q
}

// pathIDCases give the ends by ID.
func pathIDCases() []pathCase {
	people := bare("", "Cy Łoś", 2)
	people.EndLabels = []graph.Label{"Person"}
	return []pathCase{
		{"by ID", byIDs(between("", "", 1), "person:bo", "person:cy"), `
			from person:bo name="Bo Smith"
			to person:cy name="Cy Łoś"
			found=true
			  person:bo name="Bo Smith"
			  meeting:a start="2025-08-15"
			  person:cy name="Cy Łoś"
			`},
		{"by ID from one of namesakes", byIDs(bare("", "US", 1), "person:ana", ""), "from person:ana\nto country:us\nfound=true\n  person:ana\n  meeting:a\n  country:us"},
		{"by ID to one of namesakes", byIDs(bare("UN", "", 1), "", "person:Zed"), ""},
		{"by ID to itself", byIDs(bare("", "", 1), "person:fay", "person:fay"), "from person:fay\nto person:fay\nfound=true"},
		{"by unknown ID", byIDs(bare("", "Cy Łoś", 2), "person:nobody", ""), "to person:cy\nfound=false"},
		{"by ID of no kind", byIDs(bare("", "Cy Łoś", 2), "nobody", ""), "to person:cy\nfound=false"},
		{"by ID of another label", byIDs(people, "country:us", ""), "to person:cy\nfound=false"},
		{"by ID of a meeting", byIDs(bare("Cy Łoś", "", 2), "", "meeting:a"), "from person:cy\nfound=false"},
	}
}

// pathEndCases resolve the names of the ends.
func pathEndCases() []pathCase {
	people := between("Smith", "Cy Łoś", 2)
	people.EndLabels = []graph.Label{"Country", "Organization"}
	return []pathCase{
		{"unknown from", between("Nobody", "Cy Łoś", 2), "to person:cy name=\"Cy Łoś\"\nfound=false"},
		{"unknown to", between("Cy Łoś", "Nobody", 2), "from person:cy name=\"Cy Łoś\"\nfound=false"},
		{"unknown both", between("Nobody", "", 2), "found=false"},
		{"own name beats aliases", between("SMITH", "UN", 2), `
			from person:solo name="Smith"
			to org:un name="United Nations"
			found=true
			  person:solo name="Smith"
			  meeting:g start="2025-12"
			  org:un name="United Nations"
			`},
		{"ambiguous own names", between("Ana BRNABIĆ", "UN", 6), `
			from person:Zed name="ana brnabic"
			from person:ana name="Ana Brnabić"
			to org:un name="United Nations"
			found=false`},
		{"ambiguous to", between("UN", "ana brnabić", 6), `
			from org:un name="United Nations"
			to person:Zed name="ana brnabic"
			to person:ana name="Ana Brnabić"
			found=false`},
		{"by an alias of one", between("Brnabić", "US", 1), `
			from person:ana name="Ana Brnabić"
			to country:us name="United States"
			found=true
			  person:ana name="Ana Brnabić"
			  meeting:a start="2025-08-15"
			  country:us name="United States"
			`},
		{"ends of other labels don't count", people, "found=false"},
		{"names with quotes", between(quotes, "Cy Łoś", 2), ""},
	}
}
