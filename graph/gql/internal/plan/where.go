package plan

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
	"parley/schema"
)

// maxNesting is how deep a Where input may go, lists left out. The databases
// stop at some depth too, each at another, and without saying why.
const maxNesting = 32

// outermost is where for the outermost input: it refuses one that is nested too
// deep before anything is made of it.
func (c *Compiler) outermost(in *ast.Definition, t *Type, v any, path string) graph.Predicate {
	if n := nesting(v); n > maxNesting {
		c.fail(bad("%s is nested %d deep: at most %d is allowed", path, n, maxNesting))
		return nil
	}
	return c.where(in, t, v, path)
}

// nesting counts the objects within one another.
func nesting(v any) int {
	deepest := 0
	switch v := v.(type) {
	case map[string]any:
		for _, e := range v {
			deepest = max(deepest, nesting(e))
		}
		return deepest + 1
	case []any:
		for _, e := range v {
			deepest = max(deepest, nesting(e))
		}
	}
	return deepest
}

// where turns a Where input, pruned, into a predicate over nodes of type t;
// nil if it asks nothing. Entries come in the order of the input's definition,
// so that equal requests give equal statements.
func (c *Compiler) where(in *ast.Definition, t *Type, v any, path string) graph.Predicate {
	m, _ := v.(map[string]any)
	var all graph.And
	for _, entry := range in.Fields {
		if v, ok := m[entry.Name]; ok {
			all = add(all, c.entry(in, entry, t, v, path+"."+entry.Name))
		}
	}
	return join(nil, all)
}

// entry turns one entry of a Where input into a predicate.
func (c *Compiler) entry(in *ast.Definition, entry *ast.FieldDefinition, t *Type, v any, path string) graph.Predicate {
	switch {
	case entry.Name == "and":
		return join(nil, c.each(in, t, v, path))
	case entry.Name == "or":
		return graph.Or(c.each(in, t, v, path))
	case entry.Name == "not":
		return not(c.where(in, t, v, path))
	case entry.Directives.ForName("types") != nil:
		return hasLabel(v)
	case entry.Directives.ForName("within") != nil:
		return c.within(entry, v, path)
	case entry.Directives.ForName("atLeast") != nil:
		f := c.member(t, schema.StringArg(entry.Directives.ForName("atLeast"), "property"))
		return c.filter(f, map[string]any{"from": v}, path)
	}
	if d := entry.Directives.ForName("equal"); d != nil {
		return c.filter(c.member(t, schema.StringArg(d, "property")), map[string]any{"eq": v}, path)
	}
	f := c.member(t, entry.Name)
	if f.Edge != "" {
		return c.through(entry, f, v, path)
	}
	return c.filter(f, v, path)
}

// member returns a field of the type, or for a union of the first member that
// has it.
func (c *Compiler) member(t *Type, name string) *Field {
	if f := t.Fields[name]; f != nil {
		return f
	}
	for _, p := range t.Possible {
		if f := p.Fields[name]; f != nil {
			return f
		}
	}
	panic("schema: a condition on " + t.Def.Name + "." + name + ", which isn't there")
}

// each compiles the items of and, or.
func (c *Compiler) each(in *ast.Definition, t *Type, v any, path string) []graph.Predicate {
	var out []graph.Predicate
	for _, item := range list(v) {
		p := c.where(in, t, item, path)
		if p == nil {
			p = graph.And{}
		}
		out = append(out, p)
	}
	return out
}

// not negates a predicate; one that asks nothing always holds.
func not(p graph.Predicate) graph.Predicate {
	if p == nil {
		p = graph.And{}
	}
	return graph.Not{Of: p}
}

// hasLabel reads the values of an enum of types: ORGANIZATION, Organization.
func hasLabel(v any) graph.HasLabel {
	out := graph.HasLabel{}
	for _, item := range list(v) {
		s := camel(item.(string))
		out = append(out, graph.Label(strings.ToUpper(s[:1])+s[1:]))
	}
	return out
}

// filter turns a filter on a property into a predicate.
func (c *Compiler) filter(f *Field, v any, path string) graph.Predicate {
	m, _ := v.(map[string]any)
	var all graph.And
	for _, name := range []string{"eq", "in", "contains", "startsWith", "from", "to", "isNull"} {
		v, ok := m[name]
		if !ok {
			continue
		}
		cmp, err := compare(f.Prop.Name, filterOps[name], f.Prop.Kind, v, path+"."+name, f.Enum)
		if err != nil {
			c.fail(err)
		}
		all = append(all, cmp)
	}
	return join(nil, all)
}

// through turns a condition on what an edge leads to into a predicate: the
// Where itself for an edge to one, some, every and none for an edge to many.
func (c *Compiler) through(entry *ast.FieldDefinition, f *Field, v any, path string) graph.Predicate {
	in := c.table.schema.Types[entry.Type.Name()]
	con := graph.Connected{Edge: c.edge(f), Dir: f.Dir, Labels: c.labels(f.Node)}
	if in.Fields.ForName("some") == nil {
		return c.toOne(in, con, f, v, path)
	}
	m, _ := v.(map[string]any)
	var all graph.And
	for i, name := range []string{"some", "every", "none"} {
		if v, ok := m[name]; ok {
			con.Quant = graph.Quantifier(i) // Some, Every, None
			con.Where = c.where(c.table.schema.Types[in.Fields.ForName(name).Type.Name()], f.Node, v, path+"."+name)
			all = append(all, c.restrict(con, f))
		}
	}
	return join(nil, all)
}

// toOne compiles a condition on an edge to one. An entry with @within follows
// further edges from there, so that the store can start at the named end.
func (c *Compiler) toOne(in *ast.Definition, con graph.Connected, f *Field, v any, path string) graph.Predicate {
	m, _ := v.(map[string]any)
	rest := map[string]any{}
	var all graph.And
	for _, entry := range in.Fields {
		v, ok := m[entry.Name]
		d := entry.Directives.ForName("within")
		switch {
		case !ok:
		case d != nil:
			up := con
			up.Up = graph.EdgeType(schema.StringArg(d, "edge"))
			def, _ := c.table.onto.Edge(up.Up)
			up.Labels = def.To
			up.Where = graph.Compare{Prop: "name", Op: graph.Eq, Value: v}
			all = append(all, up)
		default:
			rest[entry.Name] = v
		}
	}
	if len(rest) > 0 || len(m) == 0 {
		con.Where = c.where(in, f.Node, rest, path)
		all = append(all, c.restrict(con, f))
	}
	return join(nil, all)
}

// within holds for nodes of that name and for those that lie in one of it.
func (c *Compiler) within(entry *ast.FieldDefinition, v any, _ string) graph.Predicate {
	up := graph.EdgeType(schema.StringArg(entry.Directives.ForName("within"), "edge"))
	def, _ := c.table.onto.Edge(up)
	named := graph.Compare{Prop: "name", Op: graph.Eq, Value: v}
	return graph.Or{named, graph.Connected{Edge: up, Dir: graph.Out, Labels: def.To, Up: up, Where: named}}
}
