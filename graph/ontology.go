package graph

import (
	"slices"
	"strings"
)

// Kind is the type of a property's value.
type Kind int

// The kinds of property.
const (
	// String is compared byte by byte.
	String Kind = iota
	// Text is compared folded (case and accents), together with the values
	// of the property named by PropDef.Aliases.
	Text
	// Date is a partial ISO date (see ParseDate), compared as an interval.
	Date
	// Int is an int64.
	Int
	// Float is a float64.
	Float
	// Bool is a bool.
	Bool
	// Strings is a []string.
	Strings
	// Ints is a []int64.
	Ints
)

// PropDef describes one property.
type PropDef struct {
	Name string
	Kind Kind
	// Aliases names a Strings property of the same node whose values count
	// as further values of this Text property; "" for none. Such a property
	// is a name: stores keep an index that finds a node by it exactly.
	Aliases string
	// Indexed asks stores for an ordered index.
	Indexed bool
	// Search makes the value part of the node's full text.
	Search bool
	// Doc is the description in the schema.
	Doc string
}

// LabelDef describes one kind of node.
type LabelDef struct {
	Label Label
	// Prefix begins the ID of each such node, before the colon.
	Prefix string
	// Also are the interface labels that such a node carries too.
	Also []Label
	// Weight multiplies full-text scores; 0 leaves the label out of search.
	Weight float64
	Props  []PropDef
	Doc    string
}

// EdgeDef describes one type of edge.
type EdgeDef struct {
	Type  EdgeType
	From  []Label
	To    []Label
	Props []PropDef
	Doc   string
}

// Ontology is all that the graph may hold.
type Ontology struct {
	Labels []LabelDef
	Edges  []EdgeDef
}

// Label returns the definition of a label, and whether there is one. An
// interface label has none.
func (o *Ontology) Label(l Label) (*LabelDef, bool) {
	for i := range o.Labels {
		if o.Labels[i].Label == l {
			return &o.Labels[i], true
		}
	}
	return nil, false
}

// Edge returns the definition of an edge type, and whether there is one.
func (o *Ontology) Edge(t EdgeType) (*EdgeDef, bool) {
	for i := range o.Edges {
		if o.Edges[i].Type == t {
			return &o.Edges[i], true
		}
	}
	return nil, false
}

// Concrete returns the labels that l stands for: itself, or every label that
// carries the interface label l.
func (o *Ontology) Concrete(l Label) []Label {
	var out []Label
	for i := range o.Labels {
		if d := &o.Labels[i]; d.Is(l) {
			out = append(out, d.Label)
		}
	}
	return out
}

// Is reports whether nodes of this kind have the label l: their own or an
// interface label.
func (d *LabelDef) Is(l Label) bool {
	return d.Label == l || slices.Contains(d.Also, l)
}

// LabelOf returns the label that an ID's prefix tells, and whether any does.
func (o *Ontology) LabelOf(id ID) (Label, bool) {
	prefix, _, ok := strings.Cut(string(id), ":")
	if !ok {
		return "", false
	}
	for i := range o.Labels {
		if o.Labels[i].Prefix == prefix {
			return o.Labels[i].Label, true
		}
	}
	return "", false
}

// Prop returns the definition of a property of the label, and whether there is
// one. For an interface label it is that of the first label that carries it.
func (o *Ontology) Prop(l Label, name string) (PropDef, bool) {
	for i := range o.Labels {
		d := &o.Labels[i]
		if !d.Is(l) {
			continue
		}
		for _, p := range d.Props {
			if p.Name == name {
				return p, true
			}
		}
	}
	return PropDef{}, false
}

// Prop returns the definition of a property of the edge, and whether there is
// one.
func (d *EdgeDef) Prop(name string) (PropDef, bool) {
	for _, p := range d.Props {
		if p.Name == name {
			return p, true
		}
	}
	return PropDef{}, false
}
