package main

import (
	"go/format"
	"os"
	"strings"
	"testing"

	"parley/schema"
)

// TestGeneratedCodeIsUpToDate compares what is quick to compare: the root
// resolvers, and the copy of the SDL in gqlgen's output.
func TestGeneratedCodeIsUpToDate(t *testing.T) {
	want, err := format.Source([]byte(roots(schema.Parsed())))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../exec/roots_gen.go")
	if err != nil || string(got) != string(want) {
		t.Errorf("roots_gen.go is not what the SDL gives (%v): run go generate ./graph/gql", err)
	}
	exec, err := os.ReadFile("../exec/generated.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range schema.Sources() {
		if !strings.Contains(string(exec), s.Input) {
			t.Errorf("generated.go has another %s: run go generate ./graph/gql", s.Name)
		}
	}
}
