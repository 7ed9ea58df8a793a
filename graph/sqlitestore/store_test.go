package sqlitestore

import (
	"context"
	"path/filepath"
	"testing"

	"parley/graph"
	"parley/graph/graphtest"
)

// openTemp opens a new store in a folder of the test.
func openTemp(t testing.TB, o *graph.Ontology, opt Options) *Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "parley.db"), o, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStorePassesTheSuite(t *testing.T) {
	graphtest.Run(t, func(t *testing.T, o *graph.Ontology) graph.Store {
		return openTemp(t, o, Options{})
	})
}
