package gql

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"parley/graph/gql/internal/plan"
)

// Coercion is a gqlgen extension that refuses values that aren't dates or
// probabilities where these belong, in the text of an operation and in its variables, before
// anything runs: gqlgen itself leaves custom scalars to the resolvers.
type Coercion struct{ schema *ast.Schema }

// ExtensionName names the extension.
func (*Coercion) ExtensionName() string { return "Coercion" }

// Validate takes note of the schema that it is used with.
func (c *Coercion) Validate(es graphql.ExecutableSchema) error {
	c.schema = es.Schema()
	return nil
}

// checks are those of the custom scalars, by name.
var checks = map[string]func(v any, path string) error{
	"Date":        plan.CheckDate,
	"Probability": plan.CheckProbability,
}

// MutateOperationContext returns the first bad value, with CodeInput.
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

// scalar checks a value of a custom scalar; of other types it knows nothing.
func (c *coercion) scalar(t *ast.Type, v any, path string, at *ast.Position) {
	check := checks[t.Name()]
	if check == nil || c.err != nil {
		return
	}
	if err := check(v, path); err != nil {
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
		c.scalar(t, v.Raw, "here", v.Position)
	case ast.IntValue, ast.FloatValue:
		c.scalar(t, json.Number(v.Raw), "here", v.Position)
	default:
		c.scalar(t, unquoted(v.Raw), "here", v.Position)
	}
}

// value checks the value of a variable.
func (c *coercion) value(v any, t *ast.Type, path string, at *ast.Position) {
	switch {
	case v == nil:
		return
	case checks[t.Name()] != nil && t.Elem == nil:
		c.scalar(t, v, path, at)
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

// unquoted is a name without quotation marks: true, AUGUST.
type unquoted string

// element returns the type of a list's items; one item may stand for a list.
func element(t *ast.Type) *ast.Type {
	if t.Elem != nil {
		return t.Elem
	}
	return t
}
