package gql

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"parley/graph/gql/internal/plan"
)

// Coercion is a gqlgen extension that refuses values that aren't dates where
// dates belong, in the text of an operation and in its variables, before
// anything runs: gqlgen itself leaves custom scalars to the resolvers.
type Coercion struct{ schema *ast.Schema }

// ExtensionName names the extension.
func (*Coercion) ExtensionName() string { return "Coercion" }

// Validate takes note of the schema that it is used with.
func (c *Coercion) Validate(es graphql.ExecutableSchema) error {
	c.schema = es.Schema()
	return nil
}

// dateType is the custom scalar's name.
const dateType = "Date"

// MutateOperationContext returns the first bad date, with CodeInput.
func (c *Coercion) MutateOperationContext(_ context.Context, oc *graphql.OperationContext) *gqlerror.Error {
	check := coercion{schema: c.schema}
	for _, v := range oc.Operation.VariableDefinitions {
		if v.DefaultValue != nil {
			check.literal(v.DefaultValue, v.Type)
		}
		check.value(oc.Variables[v.Variable], v.Type, "$"+v.Variable, v.Position)
	}
	check.selections(oc.Operation.SelectionSet)
	for _, f := range oc.Doc.Fragments {
		check.selections(f.SelectionSet)
	}
	return check.err
}

// coercion keeps the first error found.
type coercion struct {
	schema *ast.Schema
	err    *gqlerror.Error
}

func (c *coercion) date(v any, path string, at *ast.Position) {
	if err := plan.CheckDate(v, path); err != nil && c.err == nil {
		c.err = gqlerror.ErrorPosf(at, "%s", err.Error())
		c.err.Extensions = map[string]any{"code": CodeInput}
	}
}

// selections checks the arguments of all fields below.
func (c *coercion) selections(set ast.SelectionSet) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			for _, a := range s.Arguments {
				if def := s.Definition.Arguments.ForName(a.Name); def != nil {
					c.literal(a.Value, def.Type)
				}
			}
			c.selections(s.SelectionSet)
		case *ast.InlineFragment:
			c.selections(s.SelectionSet)
		}
	}
}

// literal checks a value written in the operation's text.
func (c *coercion) literal(v *ast.Value, t *ast.Type) {
	switch v.Kind {
	case ast.Variable, ast.NullValue:
	case ast.ListValue:
		for _, item := range v.Children {
			c.literal(item.Value, element(t))
		}
	case ast.ObjectValue:
		for _, entry := range v.Children {
			if f := c.schema.Types[t.Name()].Fields.ForName(entry.Name); f != nil {
				c.literal(entry.Value, f.Type)
			}
		}
	case ast.StringValue, ast.BlockValue:
		if t.Name() == dateType {
			c.date(v.Raw, "here", v.Position)
		}
	default:
		if t.Name() == dateType {
			c.date(unquoted(v.Raw), "here", v.Position)
		}
	}
}

// value checks the value of a variable.
func (c *coercion) value(v any, t *ast.Type, path string, at *ast.Position) {
	switch {
	case v == nil:
		return
	case t.Name() == dateType && t.Elem == nil:
		c.date(v, path, at)
		return
	}
	switch v := v.(type) {
	case []any:
		for i, item := range v {
			c.value(item, element(t), fmt.Sprintf("%s[%d]", path, i), at)
		}
	case map[string]any:
		for _, f := range c.schema.Types[t.Name()].Fields {
			c.value(v[f.Name], f.Type, path+"."+f.Name, at)
		}
	}
}

// unquoted is a literal without quotation marks: 2025, true, AUGUST.
type unquoted string

// element returns the type of a list's items; one item may stand for a list.
func element(t *ast.Type) *ast.Type {
	if t.Elem != nil {
		return t.Elem
	}
	return t
}
