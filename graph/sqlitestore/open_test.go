package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/graph"
	"parley/graph/graphtest"
)

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("this is no database\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(dir, "foreign.db")
	execute(t, foreign, "CREATE TABLE mine (x)")
	newer := filepath.Join(dir, "newer.db")
	s, err := Open(t.Context(), newer, graphtest.Ontology(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	execute(t, newer, fmt.Sprintf("PRAGMA user_version = %d", graph.FormatVersion+1))
	for _, c := range []struct {
		path string
		want error
		says string
	}{
		{text, graph.ErrFormat, "not a Parley store"},
		{foreign, graph.ErrFormat, "another program"},
		{newer, graph.ErrFormat, "update Parley"},
		{dir, graph.ErrInvalid, "is a folder"},
		{"", graph.ErrInvalid, "no name"},
		{filepath.Join(dir, "missing", "x.db"), graph.ErrUnavailable, "make it first"},
	} {
		_, err := Open(t.Context(), c.path, graphtest.Ontology(), Options{})
		if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.says) {
			t.Errorf("Open(%q) gives %v; want %v that says %q", c.path, err, c.want, c.says)
		}
	}
	if kept, _ := os.ReadFile(text); !strings.HasPrefix(string(kept), "this is no database") {
		t.Error("a file that isn't ours was changed")
	}
}

// execute runs SQL on a file as another program would.
func execute(t *testing.T, path, text string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(text); err != nil {
		t.Fatal(err)
	}
}

func topics(n int) graph.Batch {
	var b graph.Batch
	for i := range n {
		b.Nodes = append(b.Nodes, graph.Node{ID: graph.ID(fmt.Sprintf("topic:%05d", i)), Label: "Topic", Props: graph.Props{"name": fmt.Sprintf("Topic %d %s", i, strings.Repeat("x", 100))}})
	}
	return b
}

func TestAFullDiskWritesNothing(t *testing.T) {
	s := openTemp(t, graphtest.Ontology(), Options{MaxPages: 150})
	if _, err := s.Apply(t.Context(), topics(10)); err != nil {
		t.Fatal(err)
	}
	_, err := s.Apply(t.Context(), topics(5000))
	if !errors.Is(err, graph.ErrFull) || !strings.Contains(err.Error(), "full") {
		t.Fatalf("Apply gives %v, want ErrFull", err)
	}
	info, err := s.Info(t.Context())
	if err != nil || info.Revision != 2 || info.Nodes["Topic"] != 10 {
		t.Errorf("after a full disk: %+v, %v", info, err)
	}
	if _, err := s.Apply(t.Context(), topics(11)); err != nil {
		t.Errorf("a small batch after a full disk: %v", err)
	}
}

func TestAnotherWriterIsWaitedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s, err := Open(t.Context(), path, graphtest.Ontology(), Options{BusyTimeout: 300 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	other, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), topics(1)); !errors.Is(err, graph.ErrLocked) {
		t.Errorf("Apply while another writes gives %v, want ErrLocked", err)
	}
	second, err := Open(t.Context(), path, graphtest.Ontology(), Options{BusyTimeout: time.Millisecond})
	if err != nil {
		t.Fatalf("opening while another writes: %v", err)
	}
	second.Close()
	time.AfterFunc(50*time.Millisecond, func() { tx.Rollback() })
	if rev, err := s.Apply(t.Context(), topics(1)); err != nil || rev != 2 {
		t.Errorf("Apply after waiting gives %d, %v", rev, err)
	}
}

// endless is a statement that ends only when it is interrupted.
const endless = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT json_array(max(x)) FROM c"

func TestAContextEndsTheStatement(t *testing.T) {
	s := openTemp(t, graphtest.Ontology(), Options{})
	decode := func(string) int { return 0 }
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	if err := s.run(ctx, endless, nil, decode); !errors.Is(err, graph.ErrTimeout) {
		t.Errorf("past the deadline: %v, want ErrTimeout", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if err := s.run(ctx, endless, nil, decode); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v, want context.Canceled", err)
	}
	if _, err := s.Query(t.Context(), graph.Query{Labels: []graph.Label{"Topic"}}); err != nil {
		t.Errorf("the store after an interrupt: %v", err)
	}
}

func TestAReadOnlyFileIsReadAndNotWritten(t *testing.T) {
	s := openTemp(t, graphtest.Ontology(), Options{})
	if _, err := s.Apply(t.Context(), topics(3)); err != nil {
		t.Fatal(err)
	}
	s.Close()
	ro := &Store{path: s.path, o: s.o, opt: s.opt, writers: s.writers}
	if err := ro.open(t.Context()); err != nil {
		t.Fatal(err)
	}
	defer ro.Close()
	if info, err := ro.Info(t.Context()); err != nil || info.Nodes["Topic"] != 3 {
		t.Errorf("Info gives %+v, %v", info, err)
	}
	if _, err := ro.Apply(t.Context(), topics(4)); !errors.Is(err, graph.ErrUnavailable) || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("Apply gives %v", err)
	}
}

func TestAnOntologyMayGrow(t *testing.T) {
	s := openTemp(t, graphtest.Ontology(), Options{})
	if _, err := s.Apply(t.Context(), topics(1)); err != nil {
		t.Fatal(err)
	}
	s.Close()
	o := graphtest.Ontology()
	for i := range o.Labels {
		if o.Labels[i].Label == "Topic" {
			o.Labels[i].Props = append(o.Labels[i].Props, graph.PropDef{Name: "since", Kind: graph.Date, Indexed: true})
		}
	}
	o.Edges = append(o.Edges, graph.EdgeDef{Type: "PART", From: []graph.Label{"Topic"}, To: []graph.Label{"Topic"}})
	s, err := Open(t.Context(), s.path, o, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = s.Apply(t.Context(), graph.Batch{
		Nodes: []graph.Node{{ID: "topic:new", Label: "Topic", Props: graph.Props{"name": "New", "since": "2025-08"}}},
		Edges: []graph.Edge{{Type: "PART", From: "topic:new", To: "topic:00000"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	res, err := s.Query(t.Context(), graph.Query{Labels: []graph.Label{"Topic"}, Where: graph.Compare{Prop: "since", Op: graph.From, Value: "2025-08-15"}, Page: graph.Page{Limit: 5}})
	if err != nil || len(res.Rows) != 1 || res.Rows[0].ID != "topic:new" {
		t.Errorf("got %+v, %v", res, err)
	}
	info, err := s.Info(t.Context())
	if err != nil || len(info.Missing) > 0 || info.Edges != 1 {
		t.Errorf("Info gives %+v, %v", info, err)
	}
}
