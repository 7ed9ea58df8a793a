package schema

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
)

// types returns the object types of a schema by name, introspection left out.
func types(s *ast.Schema) []*ast.Definition {
	var out []*ast.Definition
	for _, t := range s.Types {
		if t.Kind == ast.Object && !strings.HasPrefix(t.Name, "__") {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// edgeDefs gathers the types of edge from all fields that follow one. The
// labels at either end are those of all such fields together.
func edgeDefs(s *ast.Schema) ([]graph.EdgeDef, error) {
	defs := map[string]*graph.EdgeDef{}
	for _, t := range types(s) {
		node := t.Directives.ForName("node")
		for _, f := range t.Fields {
			e := f.Directives.ForName("edge")
			if node == nil || e == nil {
				continue
			}
			name := StringArg(e, "type")
			if defs[name] == nil {
				defs[name] = &graph.EdgeDef{Type: graph.EdgeType(name)}
			}
			if err := addField(s, defs[name], graph.Label(StringArg(node, "label")), f); err != nil {
				return nil, fmt.Errorf("%s.%s: %w", t.Name, f.Name, err)
			}
		}
	}
	return sorted(defs), nil
}

func sorted(defs map[string]*graph.EdgeDef) []graph.EdgeDef {
	out := make([]graph.EdgeDef, 0, len(defs))
	for _, d := range defs {
		slices.Sort(d.From)
		slices.Sort(d.To)
		out = append(out, *d)
	}
	slices.SortFunc(out, func(a, b graph.EdgeDef) int { return strings.Compare(string(a.Type), string(b.Type)) })
	return out
}

// addField adds what a field with @edge tells of the edge it follows.
func addField(s *ast.Schema, def *graph.EdgeDef, here graph.Label, f *ast.FieldDefinition) error {
	from, to := &def.From, &def.To
	if Direction(f.Directives.ForName("edge")) == graph.In {
		from, to = to, from
	} else if def.Doc == "" {
		def.Doc = f.Description
	}
	*from = addLabels(*from, here)
	*to = addLabels(*to, LabelsOf(s, NodeTypeOf(s, f))...)
	for _, p := range edgeProps(s, f) {
		old, ok := def.Prop(p.Name)
		if !ok {
			def.Props = append(def.Props, p)
			continue
		}
		if p.Doc = old.Doc; !reflect.DeepEqual(p, old) {
			return fmt.Errorf("property %s of edge %s is declared in two ways", p.Name, def.Type)
		}
	}
	return nil
}

// edgeProps returns the properties of the edge that a field follows: the
// fields of the connection's edge type but cursor and node, and all of @keeps.
func edgeProps(s *ast.Schema, f *ast.FieldDefinition) []graph.PropDef {
	out := kept(f.Directives)
	row := EdgeTypeOf(s, f)
	if row == nil {
		return out
	}
	for _, ef := range row.Fields {
		if p, ok := PropOf(s, ef); ok && ef.Name != "cursor" {
			out = append(out, p)
		}
	}
	return append(out, kept(row.Directives)...)
}

func addLabels(list []graph.Label, more ...graph.Label) []graph.Label {
	for _, l := range more {
		if !slices.Contains(list, l) {
			list = append(list, l)
		}
	}
	return list
}

// EdgeTypeOf returns the type of a connection field's edges, nil for a field
// that isn't one.
func EdgeTypeOf(s *ast.Schema, f *ast.FieldDefinition) *ast.Definition {
	t := s.Types[f.Type.Name()]
	if f.Type.Elem != nil || t.Kind != ast.Object {
		return nil
	}
	if edges := t.Fields.ForName("edges"); edges != nil && t.Fields.ForName("pageInfo") != nil {
		return s.Types[edges.Type.Name()]
	}
	return nil
}

// NodeTypeOf returns the type of the nodes that a field gives: for a
// connection that of its rows, otherwise the field's own.
func NodeTypeOf(s *ast.Schema, f *ast.FieldDefinition) *ast.Definition {
	if row := EdgeTypeOf(s, f); row != nil {
		return s.Types[row.Fields.ForName("node").Type.Name()]
	}
	return s.Types[f.Type.Name()]
}

// LabelsOf returns the labels of the nodes that a type may stand for, sorted;
// none for a type that isn't a node's.
func LabelsOf(s *ast.Schema, t *ast.Definition) []graph.Label {
	var out []graph.Label
	for _, p := range s.GetPossibleTypes(t) {
		if d := p.Directives.ForName("node"); d != nil {
			out = append(out, graph.Label(StringArg(d, "label")))
		}
	}
	slices.Sort(out)
	return out
}

// Direction returns the direction that a directive's argument names.
func Direction(d *ast.Directive) graph.Direction {
	if StringArg(d, "direction") == "IN" {
		return graph.In
	}
	return graph.Out
}
