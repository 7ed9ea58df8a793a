package sqlitestore

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parley/graph"
	"parley/graph/graphtest"
)

// older makes a file as format 1 was, with words that are there up to three
// times, and returns how it answers.
func older(t *testing.T) (path string, answer *graph.Result) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "older.db")
	s, err := Open(t.Context(), path, graphtest.Ontology(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b graph.Batch
	for i := range 2500 {
		b.Nodes = append(b.Nodes, graph.Node{ID: graph.ID(fmt.Sprintf("passage:%04d", i)), Label: "Passage",
			Props: graph.Props{"text": "grain" + strings.Repeat(" treaty", 1+i%3)}})
	}
	if _, err := s.Apply(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	answer = treaties(t.Context(), t, s)
	s.Close()
	execute(t, path, "ALTER TABLE words DROP COLUMN repeats; PRAGMA user_version = 1")
	return path, answer
}

func treaties(ctx context.Context, t *testing.T, s *Store) *graph.Result {
	t.Helper()
	res, err := s.Query(ctx, graph.Query{Text: "treaty", Order: []graph.Order{{By: graph.ByScore, Desc: true}}, Count: true, Page: graph.Page{Limit: -1}})
	if err != nil || len(res.Rows) != 2500 {
		t.Fatalf("the search gives %v, %v", res, err)
	}
	return res
}

func TestAnOlderFileIsUpgraded(t *testing.T) {
	path, want := older(t)
	for range 2 { // the second time there is nothing to do
		s, err := Open(t.Context(), path, graphtest.Ontology(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := treaties(t.Context(), t, s); !reflect.DeepEqual(got, want) {
			t.Error("the answer is another one after the upgrade")
		}
		var unknown, once int
		if err := s.read.QueryRow("SELECT count(*) FILTER (WHERE repeats < 0), count(*) FILTER (WHERE repeats = 0) FROM words").Scan(&unknown, &once); err != nil || unknown > 0 || once != 834 {
			t.Errorf("%d rows without repeats, %d with none, %v; want 0 and 834", unknown, once, err)
		}
		if info, err := s.Info(t.Context()); err != nil || info.Format != graph.FormatVersion {
			t.Errorf("Info gives %+v, %v", info, err)
		}
		s.Close()
	}
}

func TestAnOlderFileThatIsReadOnlyIsRefused(t *testing.T) {
	path, _ := older(t)
	s := &Store{path: path, o: graphtest.Ontology()}
	err := s.open(t.Context())
	defer s.Close()
	if !errors.Is(err, graph.ErrFormat) || !strings.Contains(err.Error(), "older Parley (format 1, this one writes 3)") {
		t.Errorf("opening it gives %v", err)
	}
}
