package plan

import (
	"slices"
	"strings"

	"parley/graph"
	"parley/schema"
)

// The properties by which is told what was known on a day: what a document owns
// has the day of its publication; what documents share, and the versions of
// what several of them tell, have the day since when, and versions until when.
const (
	publishedProp = "published"
	sinceProp     = "since"
	untilProp     = "until"
)

// versions is what the schema says of a type with states of its own.
type versions struct {
	// of is the type of the states, edge leads from one to its node.
	of   *Type
	edge graph.EdgeType
}

// formerly says by which other nodes' IDs a node is found.
type formerly struct {
	label  graph.Label
	prefix string
	edge   graph.EdgeType
}

// readVersions reads what the directives of a type say of its states.
func (t *Table) readVersions(typ *Type) {
	if d := typ.Def.Directives.ForName("versions"); d != nil {
		typ.Versions = &versions{t.types[schema.StringArg(d, "type")], graph.EdgeType(schema.StringArg(d, "edge"))}
	}
	if d := typ.Def.Directives.ForName("formerly"); d != nil {
		f := &formerly{prefix: schema.StringArg(d, "prefix"), edge: graph.EdgeType(schema.StringArg(d, "edge"))}
		f.label, _ = t.onto.LabelOf(graph.ID(f.prefix + ":"))
		typ.Formerly = f
	}
}

// readThen finds, for every field, the edge that it follows as of a day: where
// one end has states, that of the state's field of the same name.
func (t *Table) readThen() {
	then := map[graph.EdgeType]graph.EdgeType{}
	for _, typ := range t.types {
		if typ.Versions == nil {
			continue
		}
		for name, f := range typ.Fields {
			if v := typ.Versions.of.Fields[name]; f.Edge != "" && v != nil {
				f.Then = v.Edge
				then[f.Edge] = v.Edge
			}
		}
	}
	for _, typ := range t.types {
		for _, f := range typ.Fields {
			f.Certain = t.certain(typ, f)
			switch {
			case typ.Versions != nil || f.Edge == "":
			case f.Through != nil && t.typeOf(f.Through.Label).Versions != nil, f.Through == nil && f.Node.versioned():
				f.Then = then[f.Edge]
			default:
				f.Then = f.Edge
			}
		}
	}
	t.then = then
}

// typeOf returns the type of a label's nodes.
func (t *Table) typeOf(l graph.Label) *Type {
	for _, typ := range t.types {
		if typ.Label == l {
			return typ
		}
	}
	panic("schema: no type has the label " + string(l))
}

// versioned reports whether nodes of the type may have states.
func (t *Type) versioned() bool {
	return slices.ContainsFunc(t.Possible, func(p *Type) bool { return p.Versions != nil })
}

// certain reports whether what a field leads to is known whenever the node at
// hand is: a document's own words, and states, are about what is known by then.
// What has states, though, is in one of them, and from one thing to another of
// its type the way may lead to another document.
func (t *Table) certain(typ *Type, f *Field) bool {
	if f.Edge == "" || f.Node == typ || f.Node.versioned() || len(typ.Possible) == 0 {
		return false
	}
	return !slices.ContainsFunc(typ.Possible, func(p *Type) bool {
		_, owned := t.onto.Prop(p.Label, publishedProp)
		return !owned && p.Versions == nil
	})
}

// labels returns the labels of a type's nodes, as of the compiler's day.
func (c *Compiler) labels(t *Type) []graph.Label {
	if c.day == "" || !t.versioned() {
		return t.Labels
	}
	out := make([]graph.Label, len(t.Labels))
	for i, l := range t.Labels {
		out[i] = c.label(l)
	}
	return out
}

// label returns the label of the nodes that stand for those of a label.
func (c *Compiler) label(l graph.Label) graph.Label {
	if v := c.table.typeOf(l).Versions; c.day != "" && v != nil {
		return v.of.Label
	}
	return l
}

// edge returns the edge that a field follows.
func (c *Compiler) edge(f *Field) graph.EdgeType {
	if c.day == "" {
		return f.Edge
	}
	if f.Then == "" {
		c.fail(bad("%s can't be asked for as of a day: ask for it without asOf", f.Def.Name))
	}
	return f.Then
}

// id returns the ID under which a row of a type is known.
func (c *Compiler) id(t *Type) func(at) string {
	if c.day == "" || t.Versions == nil {
		return func(a at) string { return string(a.row.ID) }
	}
	def, _ := c.table.onto.Label(t.Label)
	return func(a at) string { return string(graph.VersionedID(def.Prefix, a.row.ID)) }
}

// until holds where a property's day is not after the compiler's.
func (c *Compiler) until(prop string) graph.Compare {
	return graph.Compare{Prop: prop, Op: graph.To, Value: c.day}
}

// known holds for those of the nodes with the labels that were known by the
// compiler's day; nil where that says nothing.
func (c *Compiler) known(labels []graph.Label) graph.Predicate {
	if c.day == "" {
		return nil
	}
	has := func(prop string) bool {
		return slices.ContainsFunc(labels, func(l graph.Label) bool {
			p, ok := c.table.onto.Prop(l, prop)
			return ok && p.Kind == graph.Date
		})
	}
	var either graph.Or
	switch {
	case has(untilProp): // what has no end isn't over
		either = append(either, graph.And{c.until(sinceProp), graph.Not{Of: c.until(untilProp)}})
	case has(sinceProp):
		either = append(either, c.until(sinceProp))
	}
	if has(publishedProp) {
		either = append(either, c.until(publishedProp))
	}
	switch len(either) {
	case 0:
		return nil
	case 1:
		return either[0]
	}
	return either
}

// along holds for what a field leads to if that, and the edge where documents
// share it, was known by the compiler's day; nil where that goes without saying.
func (c *Compiler) along(f *Field) graph.Predicate {
	if c.day == "" || f.Certain || f.Through != nil {
		return nil
	}
	var all graph.And
	if def, ok := c.table.onto.Edge(f.Edge); ok {
		if p, ok := def.Prop(sinceProp); ok && p.Kind == graph.Date {
			all = append(all, graph.EdgeCompare(c.until(sinceProp)))
		}
	}
	return join(nil, add(all, c.known(c.labels(f.Node))))
}

// restrict adds to a filter through an edge what was known by the day.
func (c *Compiler) restrict(con graph.Connected, f *Field) graph.Connected {
	known := c.along(f)
	switch {
	case known == nil:
	case con.Quant != graph.Every:
		con.Where = join(known, add(nil, con.Where))
	case con.Where != nil:
		con.Where = graph.Or{graph.Not{Of: known}, con.Where}
	}
	return con
}

// between gives a Through over nodes in between the states of these.
func (c *Compiler) between(t *graph.Through, f *Field) {
	if c.day == "" {
		return
	}
	t.Label, t.Edge = c.label(t.Label), c.edge(f)
	t.Where = join(c.known([]graph.Label{t.Label}), nil)
}

// lookedUp makes of a query for a node by ID, of a type that is found by other
// nodes' IDs, one for that other node, and returns where the node is asked for
// and what finds it in the answer.
func (c *Compiler) lookedUp(q *graph.Query, t *Type, id graph.ID) (*graph.Query, func(*graph.Result) *graph.Row) {
	_, rest, _ := strings.Cut(string(id), ":")
	q.Where, q.Labels, q.IDs = nil, []graph.Label{t.Formerly.label}, []graph.ID{graph.ID(t.Formerly.prefix + ":" + rest)}
	steps := []*graph.Query{q}
	step := func(edge graph.EdgeType, dir graph.Direction, to graph.Query) {
		last := steps[len(steps)-1]
		last.Expand = []graph.Expand{{Name: c.name(), Edge: edge, Dir: dir, Query: to}}
		steps = append(steps, &last.Expand[0].Query)
	}
	one := graph.Page{Limit: 1}
	step(t.Formerly.edge, graph.Out, graph.Query{Labels: t.Labels, Page: one})
	if c.day != "" {
		labels := c.labels(t)
		step(t.Versions.edge, graph.In, graph.Query{Labels: labels, Page: one, Where: c.known(labels)})
	}
	names := make([]string, len(steps)-1)
	for i := range names {
		names[i] = steps[i].Expand[0].Name
	}
	return steps[len(steps)-1], func(r *graph.Result) *graph.Row { return follow(r, names) }
}

// follow goes from the first row of a result to the first of an expanded edge
// of it, and so on; nil where there is none.
func follow(r *graph.Result, names []string) *graph.Row {
	for _, name := range names {
		if len(r.Rows) == 0 {
			return nil
		}
		r = r.Rows[0].Sub.Get(name)
	}
	if len(r.Rows) == 0 {
		return nil
	}
	return &r.Rows[0]
}
