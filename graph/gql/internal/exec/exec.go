// Package exec is gqlgen's output and the little that it needs: generated.go is
// gqlgen's executor, roots_gen.go has a method for each field of Query, and
// this file gives both what they call. Never edit the generated files; run
// `go generate ./...`.
package exec

import (
	"context"

	"parley/graph/gql/internal/plan"
)

// Finder answers the root field that ctx resolves; nil where there is no such
// thing.
type Finder func(ctx context.Context) (*plan.Answer, error)

// Root is the ResolverRoot that asks a Finder.
func Root(find Finder) ResolverRoot { return resolver{find} }

type resolver struct{ find Finder }

// Query returns the resolver of the root fields.
func (r resolver) Query() QueryResolver { return query(r) }

type query struct{ find Finder }

// abstract finds what the schema gives as an interface, for which nil must be
// the interface's own.
func (q query) abstract(ctx context.Context) (plan.Abstract, error) {
	a, err := q.find(ctx)
	if a == nil {
		return nil, err
	}
	return a, err
}
