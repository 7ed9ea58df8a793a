// Package schema is the public GraphQL schema, one file a noun, and at the same
// time the ontology of the graph: directives in the SDL (directives.graphql)
// say which label a type stands for, which property a field reads and which
// edge it follows. Nothing else lists labels, edges or properties.
//
//   - schema.go: the embedded SDL and its parsed form.
//   - ontology.go: the graph.Ontology that the directives declare.
//   - edges.go: the types of edge, gathered from all fields that follow one.
//   - mermaid.go, cypher.go: the ontology as a picture, and as the constraints
//     and indexes of a Neo4j database.
//
// Package graph/gql reads the same directives to turn a request into a
// graph.Query, so that a new edge is a few lines here and a `go generate`.
package schema

import (
	"embed"
	"io/fs"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

//go:embed *.graphql
var files embed.FS

// Sources returns the SDL files in the order of their names.
func Sources() []*ast.Source {
	names, err := fs.Glob(files, "*.graphql")
	if err != nil {
		panic(err) // only a malformed pattern
	}
	out := make([]*ast.Source, len(names))
	for i, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err) // embedded files can be read
		}
		out[i] = &ast.Source{Name: "schema/" + name, Input: string(text)}
	}
	return out
}

// SDL returns the whole schema as one document, file after file.
func SDL() string {
	parts := []string{}
	for _, s := range Sources() {
		parts = append(parts, s.Input)
	}
	return strings.Join(parts, "\n")
}

// Parsed returns the schema as gqlparser reads it. It is parsed once and
// shared: don't change it. A schema that doesn't parse panics; a test of this
// package parses it.
func Parsed() *ast.Schema { return parsed() }

var parsed = sync.OnceValue(func() *ast.Schema {
	return gqlparser.MustLoadSchema(Sources()...)
})
