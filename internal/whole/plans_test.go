package whole

import (
	"context"
	"database/sql"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"parley/graph"
	"parley/graph/gql"
	"parley/graph/neo4jstore"
	"parley/graph/neo4jstore/neo4jtest"
	"parley/graph/sqlitestore"
	"parley/questions"
	"parley/schema"
)

// explained is a store with the dispatches, whose database tells its plans.
type explained struct {
	store graph.Store
	plan  func(t *testing.T, st graph.Statement) string
	// scan matches a step that reads all nodes, or all of a label or of an
	// edge, where an index should serve.
	scan *regexp.Regexp
	// all is a statement that does read all nodes.
	all string
}

// planners open a store of each kind.
var planners = map[string]func(t *testing.T) explained{"sqlite": explainedSQLite, "neo4j": explainedNeo4j}

// explainedSQLite reads the plans of the store's own file. The tables are those
// of nodes, of names, of words and of each type of edge, which statements give
// a letter and a number as alias.
func explainedSQLite(t *testing.T) explained {
	file := filepath.Join(t.TempDir(), "plans.db")
	s, err := sqlitestore.Open(t.Context(), file, schema.Ontology(), sqlitestore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+file+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close(); s.Close() })
	return explained{fill(t, s), func(t *testing.T, st graph.Statement) string { return sqlitePlan(t, db, st) },
		regexp.MustCompile(`(?m)^SCAN (node|folded|words|edge_\w+|[enw]\d+)\b`), `SELECT "title" FROM node`}
}

func sqlitePlan(t *testing.T, db *sql.DB, st graph.Statement) string {
	args := make([]any, len(st.Params))
	for i := range args {
		args[i] = st.Params[strconv.Itoa(i+1)]
	}
	rows, err := db.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+st.Text, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var steps []string
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(steps, "\n")
}

// explainedNeo4j asks the server over a connection of its own.
func explainedNeo4j(t *testing.T) explained {
	c := neo4jtest.Empty(t)
	s, err := neo4jstore.Open(t.Context(), neo4jstore.Config{URI: c.URI, Username: c.Username, Password: c.Password}, schema.Ontology())
	if err != nil {
		t.Fatal(err)
	}
	driver, err := neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.Username, c.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { driver.Close(context.Background()); s.Close() })
	return explained{fill(t, s), func(t *testing.T, st graph.Statement) string { return neo4jPlan(t, driver, st) },
		regexp.MustCompile(`AllNodesScan|AllRelationshipsScan|NodeByLabelScan[^\n]*:(Meeting|Report|Position|Document|Passage)\b`),
		"MATCH (n) RETURN max(n.title)"}
}

// neo4jPlan is the table of operators. (The driver's tree of it repeats
// children.)
func neo4jPlan(t *testing.T, driver neo4j.DriverWithContext, st graph.Statement) string {
	session := driver.NewSession(t.Context(), neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer session.Close(t.Context())
	res, err := session.Run(t.Context(), "EXPLAIN "+st.Text, st.Params)
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

// TestQuestionsReadNoWholeTable holds every saved question to one statement a
// root field, each of which has one, and its plan to the indexes.
func TestQuestionsReadNoWholeTable(t *testing.T) {
	qs, err := questions.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			e := planners[kind](t)
			if plan := e.plan(t, graph.Statement{Text: e.all}); !e.scan.MatchString(plan) {
				t.Fatalf("reading all nodes should be seen as that, or this test sees nothing:\n%s", plan)
			}
			for _, q := range qs {
				t.Run(q.Name, func(t *testing.T) { e.check(t, q) })
			}
		})
	}
}

func (e explained) check(t *testing.T, q questions.Question) {
	vars, err := q.Vars()
	if err != nil {
		t.Fatal(err)
	}
	sent := statements(t, e.store, q.Text, vars)
	if len(sent) != 1 {
		t.Fatalf("%d statements, want 1", len(sent))
	}
	plan := e.plan(t, sent[0])
	if step := e.scan.FindString(plan); step != "" || plan == "" {
		t.Errorf("the plan has %q:\n%s\nof\n%s", step, plan, sent[0].Text)
	}
}

// statements are those that a question takes.
func statements(t *testing.T, s graph.Store, text string, vars map[string]any) []graph.Statement {
	var mu sync.Mutex
	var sent []graph.Statement
	ctx := graph.WithTrace(t.Context(), func(st graph.Statement) {
		mu.Lock()
		defer mu.Unlock()
		sent = append(sent, st)
	})
	if res := gql.Execute(ctx, s, text, vars, ""); len(res.Errors) > 0 {
		t.Fatalf("the question failed: %v", res.Errors)
	}
	return sent
}
