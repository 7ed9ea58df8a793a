package schema

import (
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
)

// Ontology returns what the embedded SDL declares. It is made once and shared:
// don't change it.
func Ontology() *graph.Ontology { return ontology() }

var ontology = sync.OnceValue(func() *graph.Ontology {
	o, err := OntologyOf(Parsed())
	if err != nil {
		panic(err) // a test of this package makes it
	}
	return o
})

// OntologyOf reads the ontology from the directives of a schema. Labels come
// in the order of their types' names, edges in that of their own, properties
// in that of their fields with the ones of @keeps behind. The error names the
// first field that contradicts another.
func OntologyOf(s *ast.Schema) (*graph.Ontology, error) {
	o := &graph.Ontology{}
	for _, t := range types(s) {
		if d := t.Directives.ForName("node"); d != nil {
			o.Labels = append(o.Labels, labelDef(s, t, d))
		}
	}
	edges, err := edgeDefs(s)
	o.Edges = edges
	return o, err
}

// labelDef reads the label that a type with @node stands for.
func labelDef(s *ast.Schema, t *ast.Definition, node *ast.Directive) graph.LabelDef {
	def := graph.LabelDef{
		Label:  graph.Label(StringArg(node, "label")),
		Prefix: StringArg(node, "prefix"),
		Weight: weight(node),
		Doc:    t.Description,
	}
	for _, name := range t.Interfaces {
		if l := s.Types[name].Directives.ForName("label"); l != nil {
			def.Also = append(def.Also, graph.Label(StringArg(l, "name")))
		}
	}
	for _, f := range t.Fields {
		if p, ok := PropOf(s, f); ok {
			def.Props = append(def.Props, p)
		}
	}
	def.Props = append(def.Props, kept(t.Directives)...)
	return def
}

// weight reads the argument of that name; GraphQL lets a whole number stand for
// a float.
func weight(node *ast.Directive) float64 {
	switch w := Arg(node, "weight").(type) {
	case float64:
		return w
	case int64:
		return float64(w)
	}
	return 0
}

// PropOf returns the property that a field of a node's or an edge's type
// reads; false for id, cursor, and fields that follow or compute something.
func PropOf(s *ast.Schema, f *ast.FieldDefinition) (graph.PropDef, bool) {
	kind, ok := kindOf(s, f.Type)
	if !ok || f.Name == "id" || f.Directives.ForName("aggregate") != nil || f.Directives.ForName("facet") != nil {
		return graph.PropDef{}, false
	}
	p := graph.PropDef{Name: f.Name, Kind: kind, Doc: f.Description}
	d := f.Directives.ForName("property")
	if d == nil {
		return p, true
	}
	if name := StringArg(d, "name"); name != "" {
		p.Name = name
	}
	p.Aliases = StringArg(d, "aliases")
	p.Indexed, _ = Arg(d, "indexed").(bool)
	p.Search, _ = Arg(d, "search").(bool)
	if text, _ := Arg(d, "text").(bool); text || p.Aliases != "" {
		p.Kind = graph.Text
	}
	return p, true
}

// kindOf returns the kind of property that a GraphQL type shows; false for one
// that isn't a scalar.
func kindOf(s *ast.Schema, t *ast.Type) (graph.Kind, bool) {
	kinds := map[string]graph.Kind{
		"String": graph.String, "ID": graph.String, "Date": graph.Date,
		"Int": graph.Int, "Float": graph.Float, "Probability": graph.Float, "Boolean": graph.Bool,
	}
	kind, ok := kinds[t.Name()]
	if s.Types[t.Name()].Kind == ast.Enum {
		kind, ok = graph.String, true
	}
	if t.Elem == nil || !ok {
		return kind, ok
	}
	if kind == graph.Int {
		return graph.Ints, true
	}
	return graph.Strings, true
}

// kept returns the properties that @keeps declares.
func kept(ds ast.DirectiveList) []graph.PropDef {
	kinds := map[string]graph.Kind{
		"STRING": graph.String, "TEXT": graph.Text, "DATE": graph.Date, "INT": graph.Int,
		"STRINGS": graph.Strings, "INTS": graph.Ints,
	}
	var out []graph.PropDef
	for _, d := range ds.ForNames("keeps") {
		indexed, _ := Arg(d, "indexed").(bool)
		out = append(out, graph.PropDef{
			Name: StringArg(d, "name"), Kind: kinds[StringArg(d, "kind")],
			Aliases: StringArg(d, "aliases"), Indexed: indexed, Doc: StringArg(d, "reason"),
		})
	}
	return out
}

// Arg returns the value of a directive's argument, its default if it isn't
// given, nil if there is neither.
func Arg(d *ast.Directive, name string) any {
	return d.ArgumentMap(nil)[name]
}

// StringArg is Arg for a string or an enum value; "" for none.
func StringArg(d *ast.Directive, name string) string {
	s, _ := Arg(d, name).(string)
	return s
}
