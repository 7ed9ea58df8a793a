package neo4jstore

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"parley/graph"
	"parley/graph/graphtest"
	"parley/graph/neo4jstore/neo4jtest"
)

// refusal opens a store that can't be had and returns the error, which must
// not name the password.
func refusal(t *testing.T, c Config) error {
	t.Helper()
	c.MaxWait = 300 * time.Millisecond
	s, err := Open(t.Context(), c, graphtest.Ontology())
	if err == nil {
		s.Close()
		t.Fatal("the store opens")
	}
	if strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "\n") {
		t.Errorf("not one line without the password: %v", err)
	}
	return err
}

func TestOpenSaysWhatIsWrongWithTheAddress(t *testing.T) {
	for uri, want := range map[string]error{
		"":                                graph.ErrInvalid,
		"http://127.0.0.1:7474":           graph.ErrInvalid,
		"localhost:7687":                  graph.ErrInvalid,
		"bolt://neo4j:secret@127.0.0.1:1": graph.ErrUnavailable,
	} {
		if err := refusal(t, Config{URI: uri}); !errors.Is(err, want) {
			t.Errorf("%q gives %v, want %v", uri, err, want)
		}
	}
}

func TestOpenRefusesAWrongPassword(t *testing.T) {
	c := neo4jtest.Server(t)
	if err := refusal(t, Config{URI: c.URI, Username: c.Username, Password: "secret"}); !errors.Is(err, graph.ErrAuth) {
		t.Errorf("got %v, want ErrAuth", err)
	}
}

func TestOpenRefusesAGraphThatIsNotParleys(t *testing.T) {
	s := open(t, graphtest.Ontology())
	c := neo4jtest.Empty(t)
	config := Config{URI: c.URI, Username: c.Username, Password: c.Password}
	for _, made := range []string{"CREATE (:Precious)", "CREATE (:ParleyStore {id: 'store', format: 99, revision: 1})"} {
		if err := s.change(t.Context(), made); err != nil {
			t.Fatal(err)
		}
		if err := refusal(t, config); !errors.Is(err, graph.ErrFormat) {
			t.Errorf("after %s: got %v, want ErrFormat", made, err)
		}
	}
	neo4jtest.Empty(t)
}

func TestOpeningAGraphOfAnOlderFormatMarksIt(t *testing.T) {
	s := open(t, graphtest.Ontology())
	if err := s.change(t.Context(), "MATCH (m:ParleyStore) SET m.format = 1"); err != nil {
		t.Fatal(err)
	}
	if err := s.prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	if info, err := s.Info(t.Context()); err != nil || info.Format != graph.FormatVersion {
		t.Errorf("%+v, %v; want format %d", info, err, graph.FormatVersion)
	}
}

func TestOpeningAgainChangesNothing(t *testing.T) {
	s := open(t, graphtest.Ontology())
	before, err := s.Info(t.Context())
	if err != nil || len(before.Missing) > 0 || len(before.Indexes) == 0 {
		t.Fatalf("%+v, %v: want every index to serve", before, err)
	}
	if err := s.change(t.Context(), "DROP INDEX "+textIndex); err != nil {
		t.Fatal(err)
	}
	if info, err := s.Info(t.Context()); err != nil || len(info.Missing) != 1 || info.Missing[0] != textIndex {
		t.Errorf("missing %v, %v; want the index that was dropped", info.Missing, err)
	}
	if err := s.prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	if info, err := s.Info(t.Context()); err != nil || len(info.Missing) > 0 || info.Revision != before.Revision {
		t.Errorf("%+v, %v; want all again, at revision %d", info, err, before.Revision)
	}
}

func TestCancellingEndsTheStatementInTheDatabase(t *testing.T) {
	s := open(t, graphtest.Ontology())
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(300*time.Millisecond, cancel)
	if _, err := s.Raw(ctx, "UNWIND range(1, 100000000000) AS neverending RETURN count(neverending)", nil); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", err)
	}
	running := "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'neverending' AND NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery"
	for range 50 {
		if n, err := s.Raw(t.Context(), running, nil); err == nil && n == 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Error("the statement still runs after 5 s")
}
