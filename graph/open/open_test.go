package open

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"parley/graph"
	"parley/graph/neo4jstore"
)

func TestDefault(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{nil, "sqlite:parley.db"},
		{map[string]string{"PARLEY_STORE": "x.db", "NEO4J_URI": "bolt://h"}, "x.db"},
		{map[string]string{"NEO4J_URI": "bolt://h:7687"}, "bolt://h:7687"},
		{map[string]string{"NEO4J_URI": "neo4j://h", "NEO4J_PASSWORD": "p@ss/w"}, "neo4j://neo4j:p%40ss%2Fw@h"},
		{map[string]string{"NEO4J_URI": "neo4j+s://h", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "p", "NEO4J_DATABASE": "d"}, "neo4j+s://u:p@h/d"},
	} {
		if got := Default(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("Default with %v = %q, want %q", c.env, got, c.want)
		}
	}
}

func TestConfigTakesAddressesApart(t *testing.T) {
	env := map[string]string{"NEO4J_USERNAME": "eve", "NEO4J_PASSWORD": "secret"}
	for addr, want := range map[string]neo4jstore.Config{
		"neo4j://neo4j:p%40ss%2Fw@h:7687/d": {URI: "neo4j://h:7687", Username: "neo4j", Password: "p@ss/w", Database: "d"},
		"bolt+s://h?database=d":             {URI: "bolt+s://h", Username: "eve", Password: "secret", Database: "d"},
		"neo4j+ssc://bob@h:1234":            {URI: "neo4j+ssc://h:1234", Username: "bob", Password: "secret"},
	} {
		got, err := config(addr, func(k string) string { return env[k] })
		if err != nil || got.URI != want.URI || got.Username != want.Username || got.Password != want.Password || got.Database != want.Database {
			t.Errorf("config(%q) = %+v, %v; want %+v", addr, got, err, want)
		}
	}
}

func TestOpenRefusesWhatIsNoAddress(t *testing.T) {
	for _, addr := range []string{"", "parley", "http://h", "postgres://u:secret@h/d", "neo4j://", "neo4j:h"} {
		s, err := Open(context.Background(), addr, &graph.Ontology{})
		if !errors.Is(err, graph.ErrInvalid) || s != nil {
			t.Errorf("Open(%q) gives %v, %v; want no store and ErrInvalid", addr, s, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("Open(%q) tells the password: %v", addr, err)
		}
	}
}

func TestOpenMakesAnEmbeddedStore(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a b%20c#?.db")
	for _, addr := range []string{"sqlite:" + file, file} {
		s, err := Open(context.Background(), addr, &graph.Ontology{})
		if err != nil {
			t.Fatal(err)
		}
		info, err := s.Info(context.Background())
		if err != nil || info.Kind != "sqlite" || info.Address != "sqlite:"+file || info.Revision != 1 {
			t.Errorf("Info gives %+v, %v", info, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if s, err := Open(context.Background(), filepath.Join(t.TempDir(), "no", "x.db"), &graph.Ontology{}); !errors.Is(err, graph.ErrUnavailable) || s != nil {
		t.Errorf("a folder that is not there: %v, %v", s, err)
	}
}
