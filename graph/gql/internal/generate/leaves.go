package main

import (
	"maps"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"
)

// leaves is the gqlgen plugin by which a root field's answer is a leaf to the
// executor: it writes itself. So the code for all that can be selected below a
// root field, and for arguments, is left out.
type leaves struct{}

// Name names the plugin.
func (leaves) Name() string { return "leaves" }

// GenerateCode changes the data that gqlgen's templates are about to see.
func (leaves) GenerateCode(d *codegen.Data) error {
	used := map[string]bool{}
	var kept codegen.Objects
	for _, o := range d.Objects {
		if o.BuiltIn || o.Root {
			kept = append(kept, o)
		}
		if !o.Root {
			continue
		}
		for _, f := range o.Fields {
			if f.Name != "__type" && f.Name != "__schema" {
				f.Args = nil
				f.TypeReference = leaf(f.TypeReference)
				used[f.TypeReference.MarshalFunc()] = true
			}
		}
	}
	d.Objects, d.Inputs = kept, nil
	for _, i := range d.Interfaces {
		i.Implementors = nil // an Abstract is a graphql.Marshaler
	}
	maps.DeleteFunc(d.ReferencedTypes, func(_ string, t *config.TypeReference) bool {
		return !t.Definition.BuiltIn && !used[t.MarshalFunc()]
	})
	return nil
}

// leaf returns the reference to a type of which nothing can be selected.
func leaf(t *config.TypeReference) *config.TypeReference {
	out, def := *t, *t.Definition
	def.Fields = ast.FieldList{}
	out.Definition = &def
	return &out
}
