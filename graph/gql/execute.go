package gql

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"parley/graph"
)

// Execute answers one operation over a store, without a server and without
// limits. Variables are as encoding/json decodes them. The name chooses among
// several operations of the text and may be "" for a single one. What fails is
// in the response's Errors; marshalled as JSON it is what a server answers.
func Execute(ctx context.Context, store graph.Store, query string, variables map[string]any, operationName string) *graphql.Response {
	ex := NewExecutor(New(store))
	return Run(ctx, ex, &graphql.RawParams{Query: query, Variables: variables, OperationName: operationName})
}

// documents keeps the latest operations as parsed and validated, for all
// stores: the schema is the same.
var documents = lru.New[*ast.QueryDocument](200)

// NewExecutor returns an executor of what New gave, with Presenter, Recover and
// Coercion in place.
func NewExecutor(es graphql.ExecutableSchema) *executor.Executor {
	ex := executor.New(es)
	ex.SetQueryCache(documents)
	ex.SetErrorPresenter(Presenter)
	ex.SetRecoverFunc(Recover)
	ex.Use(&Coercion{})
	return ex
}

// Run has an executor answer one request.
func Run(ctx context.Context, ex *executor.Executor, params *graphql.RawParams) *graphql.Response {
	ctx = graphql.StartOperationTrace(ctx)
	op, errs := ex.CreateOperationContext(ctx, params)
	if errs != nil {
		return ex.DispatchError(graphql.WithOperationContext(ctx, op), errs)
	}
	op.DisableIntrospection = false
	answer, ctx := ex.DispatchOperation(ctx, op)
	if resp := answer(ctx); resp != nil {
		return resp
	}
	// gqlgen gives nothing at all where the context has ended by then.
	return ex.DispatchError(ctx, gqlerror.List{gqlerror.WrapIfUnwrapped(context.Cause(ctx))})
}
