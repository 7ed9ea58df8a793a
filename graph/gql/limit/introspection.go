package limit

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Introspection lets operations ask about the schema, or refuses those that do.
// __typename is always allowed.
type Introspection struct {
	Enabled bool
}

// ExtensionName implements graphql.HandlerExtension.
func (Introspection) ExtensionName() string { return "ParleyIntrospection" }

// Validate implements graphql.HandlerExtension.
func (Introspection) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext opens introspection for the operation, or refuses the
// operation if it asks for __schema or __type.
func (i Introspection) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if i.Enabled {
		op.DisableIntrospection = false
		return nil
	}
	f := introspects(op.Operation.SelectionSet, map[string]bool{})
	if f == nil {
		return nil
	}
	err := gqlerror.ErrorPosf(f.Position, "this server doesn't answer questions about its schema (%s); ask its operator for the schema", f.Name)
	err.Extensions = map[string]any{"code": CodeIntrospection}
	return err
}

// introspects finds the first __schema or __type of a root selection set. They
// exist at the root only, so it doesn't look below other fields. seen are the
// fragments already looked at.
func introspects(set ast.SelectionSet, seen map[string]bool) *ast.Field {
	for _, sel := range set {
		var found *ast.Field
		switch sel := sel.(type) {
		case *ast.Field:
			if sel.Name == "__schema" || sel.Name == "__type" {
				return sel
			}
		case *ast.InlineFragment:
			found = introspects(sel.SelectionSet, seen)
		case *ast.FragmentSpread:
			if !seen[sel.Name] {
				seen[sel.Name] = true
				found = introspects(sel.Definition.SelectionSet, seen)
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}
