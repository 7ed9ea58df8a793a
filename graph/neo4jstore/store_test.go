package neo4jstore

import (
	"testing"
	"time"

	"parley/graph"
	"parley/graph/graphtest"
	"parley/graph/neo4jstore/neo4jtest"
)

// open empties the test database and opens a store in it.
func open(t testing.TB, o *graph.Ontology) *Store {
	t.Helper()
	c := neo4jtest.Empty(t)
	s, err := Open(t.Context(), Config{URI: c.URI, Username: c.Username, Password: c.Password, MaxWait: 10 * time.Second}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestConformance(t *testing.T) {
	graphtest.Run(t, func(t *testing.T, o *graph.Ontology) graph.Store { return open(t, o) })
}
