package plan

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// values returns the values of a field's arguments, defaults included. Where
// a variable inside an object has no value the entry is there and nil, so that
// prune can tell {name: {eq: $absent}} from {name: {}}.
func (c *Compiler) values(f graphql.CollectedField) map[string]any {
	out := map[string]any{}
	for _, def := range f.Definition.Arguments {
		arg := f.Arguments.ForName(def.Name)
		if arg != nil && c.given(arg.Value) {
			out[def.Name] = c.value(arg.Value)
		} else if def.DefaultValue != nil {
			out[def.Name] = c.value(def.DefaultValue)
		}
	}
	return out
}

// given reports whether an argument's value is one: a variable may have none.
func (c *Compiler) given(v *ast.Value) bool {
	if v.Kind != ast.Variable {
		return true
	}
	_, ok := c.oc.Variables[v.Raw]
	return ok || v.VariableDefinition != nil && v.VariableDefinition.DefaultValue != nil
}

// value returns a literal or a variable's value.
func (c *Compiler) value(v *ast.Value) any {
	switch v.Kind {
	case ast.ListValue:
		out := make([]any, len(v.Children))
		for i, item := range v.Children {
			out[i] = c.value(item.Value)
		}
		return out
	case ast.ObjectValue:
		out := make(map[string]any, len(v.Children))
		for _, entry := range v.Children {
			out[entry.Name] = c.value(entry.Value)
		}
		return out
	}
	out, err := v.Value(c.oc.Variables)
	if err != nil {
		c.fail(bad("%s: %v", v.String(), err))
	}
	return out
}
