package main

import (
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/vektah/gqlparser/v2/ast"
)

const planPackage = "parley/graph/gql/internal/plan"

const header = "// Code generated from schema/*.graphql by graph/gql/internal/generate; DO NOT EDIT.\n\n"

// roots writes package exec's roots_gen.go: a method for each field of Query.
func roots(s *ast.Schema) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%spackage exec\n\nimport (\n\"context\"\n\n%q\n)\n\n", header, planPackage)
	for _, f := range s.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		result, by := "*plan.Answer", "find"
		if s.Types[f.Type.Name()].IsAbstractType() {
			result, by = "plan.Abstract", "abstract"
		}
		name := templates.ToGo(f.Name)
		fmt.Fprintf(&b, "// %s answers %s.\nfunc (q query) %s(ctx context.Context) (%s, error) { return q.%s(ctx) }\n\n", name, f.Name, name, result, by)
	}
	return b.String()
}
