// Package gql answers GraphQL operations from a graph.Store. A root field, all
// that is selected below it included, becomes one graph.Query and so one
// statement; everything below only reads what it gave.
//
//   - gql.go: New, the executable schema over a store.
//   - execute.go: Execute, one operation without a server.
//   - errors.go: Presenter and Recover, by which every error gets a code and
//     nothing internal gets out.
//   - coerce.go: Coercion, which refuses bad dates before anything runs.
//   - internal/plan: selection set to graph.Query; internal/model: reading the
//     answer; internal/exec: gqlgen's output; internal/generate: what makes the
//     generated parts from the SDL.
//
// Package gql/limit holds the limits on what an operation may ask for.
package gql

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"parley/graph"
	"parley/graph/gql/internal/exec"
	"parley/graph/gql/internal/plan"
	"parley/schema"
)

//go:generate go run ./internal/generate

// table is what the directives say; the schema doesn't change while we run.
var table = sync.OnceValue(func() *plan.Table {
	return plan.NewTable(schema.Parsed(), schema.Ontology())
})

// New returns the public schema over a store, for a GraphQL server. Serve it
// with Presenter, Recover and Coercion, so that errors come out as they
// should.
func New(store graph.Store) graphql.ExecutableSchema {
	t := table()
	find := func(ctx context.Context) (*plan.Answer, error) {
		c := plan.NewCompiler(t, graphql.GetOperationContext(ctx))
		p, err := c.Root(graphql.GetFieldContext(ctx).Field)
		if err != nil {
			return nil, err
		}
		return p(ctx, store)
	}
	return exec.NewExecutableSchema(exec.Config{Resolvers: exec.Root(find)})
}
