package sqlitestore

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parley/graph"
)

// builder gathers one statement: its values by number, so that a piece of SQL
// may stand anywhere, and the first thing that is wrong with the query.
type builder struct {
	o       *graph.Ontology
	args    []any
	aliases int
	err     error
}

// arg binds a value and returns its place in the statement.
func (b *builder) arg(v any) string {
	b.args = append(b.args, v)
	return "?" + strconv.Itoa(len(b.args))
}

// argList binds several, for an IN. Nothing is in an empty list.
func (b *builder) argList(vs []any) string {
	if len(vs) == 0 {
		return "(NULL)"
	}
	places := make([]string, len(vs))
	for i, v := range vs {
		places[i] = b.arg(v)
	}
	return "(" + strings.Join(places, ", ") + ")"
}

// alias returns a name that nothing else in the statement has.
func (b *builder) alias(prefix string) string {
	b.aliases++
	return prefix + strconv.Itoa(b.aliases)
}

// fail remembers the first error and returns SQL that does no harm.
func (b *builder) fail(format string, args ...any) string {
	if b.err == nil {
		b.err = fmt.Errorf("%w: "+format, append([]any{graph.ErrInvalid}, args...)...)
	}
	return "0"
}

// labels returns the labels that the given ones stand for, or all those in
// sofar where none is given.
func (b *builder) labels(given, sofar []graph.Label) []graph.Label {
	if len(given) == 0 {
		return sofar
	}
	var out []graph.Label
	for _, l := range given {
		c := b.o.Concrete(l)
		if len(c) == 0 {
			b.fail("there is no label %q", l)
		}
		for _, l := range c {
			if !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	return out
}

func (b *builder) allLabels() []graph.Label {
	var all []graph.Label
	for _, d := range b.o.Labels {
		all = append(all, d.Label)
	}
	return all
}

// edge returns an edge type and the labels at its far end.
func (b *builder) edge(t graph.EdgeType, dir graph.Direction) (*graph.EdgeDef, []graph.Label) {
	def, ok := b.o.Edge(t)
	if !ok {
		b.fail("there is no edge %q", t)
		return &graph.EdgeDef{Type: t}, nil
	}
	ends := def.To
	if dir == graph.In {
		ends = def.From
	}
	return def, b.labels(ends, nil)
}

// prop returns a property that one of the labels has.
func (b *builder) prop(labels []graph.Label, name string) graph.PropDef {
	p, ok := b.propOf(labels, name)
	if !ok {
		b.fail("none of %v has a property %q", labels, name)
	}
	return p
}

func (b *builder) propOf(labels []graph.Label, name string) (graph.PropDef, bool) {
	for _, l := range labels {
		if p, ok := b.o.Prop(l, name); ok {
			return p, true
		}
	}
	return graph.PropDef{Name: name}, false
}

func (b *builder) edgeProp(def *graph.EdgeDef, name string) graph.PropDef {
	p, ok := def.Prop(name)
	if !ok {
		b.fail("edge %s has no property %q", def.Type, name)
	}
	return p
}

// near and far name the columns of an edge table at this and the other end.
func near(dir graph.Direction) string { return [2]string{"src", "dst"}[dir] }
func far(dir graph.Direction) string  { return [2]string{"dst", "src"}[dir] }

// labelTest says that a row of the node table has one of the labels. A single
// one is compared as it stands, which partial indexes need.
func labelTest(column string, labels []graph.Label) string {
	if len(labels) == 1 {
		return column + " = " + literal(labels[0])
	}
	quoted := make([]string, len(labels))
	for i, l := range labels {
		quoted[i] = literal(l)
	}
	return column + " IN (" + strings.Join(quoted, ", ") + ")"
}

// within reports whether every label of a is in b.
func within(a, b []graph.Label) bool {
	return !slices.ContainsFunc(a, func(l graph.Label) bool { return !slices.Contains(b, l) })
}

// all joins conditions; none hold always.
func all(conds []string) string {
	if len(conds) == 0 {
		return "1"
	}
	return strings.Join(conds, " AND ")
}
