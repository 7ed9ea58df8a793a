// Command generate makes gqlgen's executor and the root resolvers from the
// SDL. Run it by `go generate ./...` after a change to schema/; a new field or
// edge needs nothing else.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"io"
	"log"
	"os"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/schema"
)

func main() {
	log.SetFlags(0)
	root := flag.String("root", "../..", "the repository's root, where gqlgen.yml is")
	flag.Parse()
	if err := run(*root); err != nil {
		fmt.Fprintf(os.Stderr, "generate: %v\n", err)
		os.Exit(1)
	}
}

// run writes all generated files of the repository at root.
func run(root string) error {
	if err := os.Chdir(root); err != nil {
		return err
	}
	s := schema.Parsed()
	if err := write("graph/gql/internal/exec/roots_gen.go", roots(s)); err != nil {
		return err
	}
	cfg, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		return err
	}
	bind(cfg, s)
	log.SetOutput(io.Discard) // gqlgen wonders about the fields that answers don't have
	return api.Generate(cfg, api.NoPlugins(), api.AddPlugin(leaves{}))
}

// bind tells gqlgen the Go types of the schema's: answers write themselves, and
// arguments are read by package plan as they are.
func bind(cfg *config.Config, s *ast.Schema) {
	for _, t := range s.Types {
		switch {
		case t.BuiltIn || t == s.Query:
		case t.Kind == ast.Object:
			cfg.Models.Add(t.Name, planPackage+".Answer")
		case t.IsAbstractType():
			cfg.Models.Add(t.Name, planPackage+".Abstract")
		case t.Kind == ast.InputObject:
			cfg.Models.Add(t.Name, "map[string]interface{}")
		default: // enums and scalars
			cfg.Models.Add(t.Name, "github.com/99designs/gqlgen/graphql.String")
		}
	}
}

// write formats and writes a file, unless it is there already, byte for byte.
func write(name, text string) error {
	out, err := format.Source([]byte(text))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, out) {
		return nil
	}
	return os.WriteFile(name, out, 0o644)
}
