// Command generate makes the Go code behind the schema: the types in package
// model with a method a field, the root resolvers, and gqlgen's executor, all
// from the SDL's directives. Run it by `go generate ./...` after a change to
// schema/; nothing else is needed for a new field or edge.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"log"
	"maps"
	"os"
	"path/filepath"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/schema"
)

const modelPackage = "parley/graph/gql/internal/model"

func main() {
	log.SetFlags(0)
	root := flag.String("root", "../..", "the repository's root, where gqlgen.yml is")
	flag.Parse()
	if err := run(*root, schema.Parsed()); err != nil {
		log.Fatalf("generate: %v", err)
	}
}

// run writes all generated files of the repository at root.
func run(root string, s *ast.Schema) error {
	if err := os.Chdir(root); err != nil {
		return err
	}
	for name, text := range map[string]func(*ast.Schema) string{
		"graph/gql/internal/model/types_gen.go": types,
		"graph/gql/internal/exec/roots_gen.go":  roots,
	} {
		if err := write(name, text(s)); err != nil {
			return err
		}
	}
	cfg, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		return err
	}
	for name, model := range bindings(s) {
		cfg.Models.Add(name, model)
	}
	return api.Generate(cfg, api.NoPlugins(), api.AddPlugin(plain{}))
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
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, out, 0o644)
}

// plain is the gqlgen plugin that keeps reading cheap. Fields below the root
// only read, so they need no goroutine each; and their arguments have been
// read by package plan, so they need not be read again for each object.
type plain struct{}

// Name names the plugin.
func (plain) Name() string { return "plain" }

// GenerateCode changes the data that gqlgen's templates are about to see.
func (plain) GenerateCode(d *codegen.Data) error {
	for _, o := range d.Objects {
		if o.BuiltIn {
			continue
		}
		o.DisableConcurrency = !o.Root
		for _, f := range o.Fields {
			if f.Name != "__type" && f.Name != "__schema" {
				f.Args = nil
			}
		}
	}
	d.Inputs = nil
	maps.DeleteFunc(d.ReferencedTypes, func(_ string, t *config.TypeReference) bool {
		return t.Definition.Kind == ast.InputObject
	})
	return nil
}
