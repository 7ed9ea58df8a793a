package neo4jstore

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"parley/graph"
	"parley/graph/graphtest"
)

// planOf returns the plan of a query, a table of operators, as Neo4j explains
// it. (The driver's own tree of it repeats children.)
func planOf(t *testing.T, s *Store, q graph.Query) string {
	t.Helper()
	st, err := compile(s.o, q)
	if err != nil {
		t.Fatal(err)
	}
	session := s.session(t.Context(), neo4j.AccessModeRead)
	defer session.Close(t.Context())
	res, err := session.Run(t.Context(), "EXPLAIN "+st.text, st.params)
	if err != nil {
		t.Fatal(err)
	}
	summary, err := res.Consume(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	text, _ := summary.Plan().Arguments()["string-representation"].(string)
	if text == "" {
		t.Fatal("Neo4j doesn't explain its plan")
	}
	return strings.ReplaceAll(text, "`", "")
}

// attendedBy is a filter for meetings that somebody of that name attended.
func attendedBy(name string) graph.Predicate {
	return graph.Connected{Edge: "ATTENDED", Dir: graph.In, Where: graph.Compare{Prop: "name", Op: graph.Eq, Value: name}}
}

// identified is a filter for meetings that the actor of that ID attended.
func identified(id graph.ID) graph.Predicate {
	return graph.Connected{Edge: "ATTENDED", Dir: graph.In, Where: graph.HasID{id}}
}

// scansMeetings matches a scan of all meetings, which are n1.
var scansMeetings = regexp.MustCompile(`NodeByLabelScan[^\n]*n1:Meeting`)

func TestPlansStartFromTheSelectiveEnd(t *testing.T) {
	s := open(t, graphtest.Ontology())
	if plan := planOf(t, s, graph.Query{Labels: []graph.Label{"Meeting"}}); !scansMeetings.MatchString(plan) {
		t.Fatalf("a query for all meetings should scan them, or this test sees no scan:\n%s", plan)
	}
	place := graph.Connected{Edge: "HELD_IN", Up: "LOCATED_IN", Where: graph.Compare{Prop: "name", Op: graph.Eq, Value: "Russia"}}
	topic := graph.Connected{Edge: "ABOUT", Where: graph.Compare{Prop: "name", Op: graph.Contains, Value: "peace"}}
	held := graph.Compare{Prop: "status", Op: graph.Eq, Value: "held"}
	for name, c := range map[string]struct {
		where graph.Predicate
		want  string
	}{
		"participant":      {attendedBy("Ana"), "ProcedureCall"},
		"two participants": {graph.And{attendedBy("Ana"), held, attendedBy("Bo")}, "ProcedureCall"},
		"participant's ID": {identified("person:a"), "NodeUniqueIndexSeek"},
		"two IDs":          {graph.And{identified("person:a"), held, identified("country:b")}, "NodeUniqueIndexSeek"},
		"place":            {graph.And{held, place}, "ProcedureCall"},
		"topic":            {graph.And{held, topic}, "n2:Topic"},
		"status":           {held, "RANGE INDEX n1:Meeting(status)"},
		"date":             {graph.Compare{Prop: "start", Op: graph.From, Value: "2025"}, "RANGE INDEX n1:Meeting(_startLast)"},
	} {
		plan := planOf(t, s, graph.Query{Labels: []graph.Label{"Meeting"}, Where: c.where, Page: graph.Page{Limit: 20}, Count: true})
		if strings.Contains(plan, "AllNodesScan") || scansMeetings.MatchString(plan) || !strings.Contains(plan, c.want) {
			t.Errorf("%s: the plan must have %q and scan no meetings:\n%s", name, c.want, plan)
		}
	}
}

func TestPlansFindIDsByConstraint(t *testing.T) {
	s := open(t, graphtest.Ontology())
	plan := planOf(t, s, graph.Query{IDs: []graph.ID{"person:a", "meeting:b"}, Page: graph.Page{Limit: -1}})
	if strings.Count(plan, "NodeUniqueIndexSeek") != 2 || strings.Contains(plan, "Scan") {
		t.Errorf("want two seeks and no scan:\n%s", plan)
	}
}

// A nested page must be cut before its rows are expanded: in the text, the
// LIMIT of the page stands before the edges of its rows.
func TestNestedPagesAreCutBeforeTheyAreExpanded(t *testing.T) {
	places := graph.Expand{Name: "place", Edge: "HELD_IN", Query: graph.Query{Page: graph.Page{Limit: -1}}}
	meetings := graph.Expand{Name: "meetings", Edge: "ATTENDED", Query: graph.Query{Page: graph.Page{Limit: 3}, Expand: []graph.Expand{places}}}
	st, err := compile(graphtest.Ontology(), graph.Query{Labels: []graph.Label{"Person"}, Page: graph.Page{Limit: 2}, Expand: []graph.Expand{meetings}})
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, want := range []string{"MATCH (n1:`Person`)", "LIMIT $p0", "`ATTENDED`", "LIMIT $p1", "`HELD_IN`"} {
		next := strings.Index(st.text[at:], want)
		if next < 0 {
			t.Fatalf("%q doesn't come where it should in %s", want, st.text)
		}
		at += next
	}
}

func TestStatementsOfOneShapeAreOneText(t *testing.T) {
	text := func(name, day string, limit int) string {
		st, err := compile(graphtest.Ontology(), graph.Query{
			Labels: []graph.Label{"Meeting"}, Page: graph.Page{Limit: limit},
			Where: graph.And{attendedBy(name), graph.Compare{Prop: "start", Op: graph.From, Value: day}},
		})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(st.text, name) || strings.Contains(st.text, day) {
			t.Errorf("a value stands in the text: %s", st.text)
		}
		return st.text
	}
	if a, b := text("Zelenskyy", "2025-08", 20), text(`O'Neill" OR 1`, "2024", 7); a != b {
		t.Errorf("two texts:\n%s\n%s", a, b)
	}
}

func TestTraceTellsOneStatementAQuery(t *testing.T) {
	s := open(t, graphtest.Ontology())
	var texts []string
	ctx := graph.WithTrace(context.Background(), func(st graph.Statement) { texts = append(texts, st.Text) })
	q := graph.Query{Labels: []graph.Label{"Meeting"}, Count: true, Page: graph.Page{Limit: 1},
		Lookups: []graph.Lookup{{Key: "a", Name: "Ana", Limit: 2}}}
	if _, err := s.Query(ctx, q); err != nil || len(texts) != 1 {
		t.Errorf("%d statements, %v; want one", len(texts), err)
	}
}
