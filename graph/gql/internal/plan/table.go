// Package plan turns one root field of a GraphQL operation, everything selected
// below it included, into one graph.Query, and into the functions that write the
// answer. gqlgen parses and validates the operation and calls the root fields;
// below them nothing is resolved: a selection is walked once, when it is
// compiled, and not again for each object.
//
//   - table.go: what the schema's directives say, read once.
//   - plan.go: the walk over the selection set.
//   - connection.go: pages, counts, facets and the properties of edges.
//   - where.go, filter.go: input objects to predicates.
//   - asof.go: what was known on a day.
//   - cursor.go: opaque cursors.
//   - write.go: the answer as JSON. highlight.go: the words that a search found.
//   - root.go, met.go: the ways in which a field of Query finds what it gives.
//   - errors.go: what went wrong by the caller's doing.
//
// No type, field, label or edge of the schema is named in this package but the
// ones of Relay's connections and the arguments of whoMet, path and search.
package plan

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
	"parley/schema"
)

// Kind tells what a field reads.
type Kind int

// Prop reads a property (or id, cursor and the like, for which nothing needs
// to be asked); One, List and Conn follow an edge; Aggregate and Facet compute.
const (
	Prop Kind = iota
	One
	List
	Conn
	Aggregate
	Facet
)

// Field is what the schema says of one field of an object.
type Field struct {
	Def  *ast.FieldDefinition
	Kind Kind
	// Prop is the property read; its Name is "" where none is.
	Prop graph.PropDef
	// Enum tells that the property's values are shown as enum values.
	Enum bool
	// Absent is the JSON for a property that isn't there.
	Absent string
	Edge   graph.EdgeType
	Dir    graph.Direction
	// Then is the edge to follow as of a day, "" where that can't be asked.
	Then graph.EdgeType
	// Certain: whoever is at hand as of a day, what this leads to was known.
	Certain bool
	// Order sorts a plain list.
	Order []graph.Order
	// Through has Label and Apart of a field with @through.
	Through *graph.Through
	// Node is the type of the nodes that it gives.
	Node *Type
	// Row is the type of a connection's edges.
	Row *Type
	// Aggregate and Facet are set for fields that compute.
	Aggregate graph.Aggregate
	Facet     graph.Facet
}

// Type is what the schema says of one object, interface or union.
type Type struct {
	Def *ast.Definition
	// Possible are the object types that it may turn out to be.
	Possible []*Type
	// Satisfies are the names under which fragments may select from it.
	Satisfies []string
	// Label is that of an object's nodes; Labels of all possible ones.
	Label  graph.Label
	Labels []graph.Label
	Fields map[string]*Field
	// Versions is set for a type with states of its own, Formerly for one that
	// is found by other nodes' IDs.
	Versions *versions
	Formerly *formerly
}

// Table is the schema as the compiler reads it.
type Table struct {
	schema *ast.Schema
	onto   *graph.Ontology
	types  map[string]*Type
	// then has the edges of states by those of what they are states of.
	then map[graph.EdgeType]graph.EdgeType
}

// NewTable reads the directives of a schema.
func NewTable(s *ast.Schema, o *graph.Ontology) *Table {
	t := &Table{schema: s, onto: o, types: map[string]*Type{}}
	for name, def := range s.Types {
		if def.IsCompositeType() && !strings.HasPrefix(name, "__") {
			t.types[name] = &Type{Def: def, Labels: schema.LabelsOf(s, def), Fields: map[string]*Field{}}
		}
	}
	for _, typ := range t.types {
		t.complete(typ)
		t.readVersions(typ)
	}
	t.readThen()
	return t
}

// complete fills in what refers to other types.
func (t *Table) complete(typ *Type) {
	if d := typ.Def.Directives.ForName("node"); d != nil {
		typ.Label = graph.Label(schema.StringArg(d, "label"))
	}
	for _, p := range t.schema.GetPossibleTypes(typ.Def) {
		if p.Kind == ast.Object {
			typ.Possible = append(typ.Possible, t.types[p.Name])
		}
	}
	typ.Satisfies = []string{typ.Def.Name}
	for _, i := range t.schema.GetImplements(typ.Def) {
		typ.Satisfies = append(typ.Satisfies, i.Name)
	}
	for _, f := range typ.Def.Fields {
		typ.Fields[f.Name] = t.field(f)
	}
}

// Schema returns the schema that the table was made of.
func (t *Table) Schema() *ast.Schema { return t.schema }

// field reads what the directives of a field say.
func (t *Table) field(def *ast.FieldDefinition) *Field {
	f := &Field{Def: def, Absent: absent(def.Type), Node: t.types[schema.NodeTypeOf(t.schema, def).Name]}
	if row := schema.EdgeTypeOf(t.schema, def); row != nil {
		f.Row = t.types[row.Name]
	}
	if def.Name == "id" {
		return f
	}
	f.Prop, _ = schema.PropOf(t.schema, def)
	f.Enum = t.schema.Types[def.Type.Name()].Kind == ast.Enum
	for _, d := range def.Directives {
		f.read(d)
	}
	return f
}

// absent is what stands for a value that isn't there: null, or the empty value
// where the schema says that there always is one.
func absent(t *ast.Type) string {
	switch {
	case t.Elem != nil && t.NonNull:
		return "[]"
	case !t.NonNull:
		return "null"
	case t.Name() == "Int" || t.Name() == "Float":
		return "0"
	case t.Name() == "Boolean":
		return "false"
	}
	return `""`
}

// read takes over what one directive says.
func (f *Field) read(d *ast.Directive) {
	switch d.Name {
	case "edge":
		f.follow(schema.StringArg(d, "type"), schema.Direction(d))
		if by := schema.StringArg(d, "order"); by != "" {
			f.Order = []graph.Order{{By: graph.ByProp, Prop: by}}
		}
	case "through":
		f.follow(schema.StringArg(d, "edge"), schema.Direction(d))
		f.Through = &graph.Through{
			Label: graph.Label(schema.StringArg(d, "label")), Apart: schema.StringArg(d, "apart"),
			Edge: f.Edge, Dir: f.Dir.Reverse(),
		}
	case "aggregate":
		f.Kind = Aggregate
		f.Aggregate = graph.Aggregate{Name: f.Def.Name, Prop: schema.StringArg(d, "property"), Fn: map[string]graph.Aggregation{
			"COUNT": graph.CountNodes, "MIN": graph.Min, "MAX": graph.Max,
		}[schema.StringArg(d, "fn")]}
	case "facet":
		f.Kind = Facet
		f.Facet = graph.Facet{
			Prop: schema.StringArg(d, "property"), Unit: schema.StringArg(d, "unit"),
			Edge: graph.EdgeType(schema.StringArg(d, "edge")), Dir: schema.Direction(d), Limit: -1,
		}
	}
}

func (f *Field) follow(edge string, dir graph.Direction) {
	f.Edge, f.Dir = graph.EdgeType(edge), dir
	switch {
	case f.Row != nil:
		f.Kind = Conn
	case f.Def.Type.Elem != nil:
		f.Kind = List
	default:
		f.Kind = One
	}
}
