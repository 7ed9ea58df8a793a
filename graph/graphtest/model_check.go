package graphtest

import (
	"slices"

	"parley/graph"
)

// scope is where a part of a query stands: which labels the nodes may have,
// the edge that led to them, and the Through that did.
type scope struct {
	labels  []graph.Label
	edge    *graph.EdgeDef
	through *graph.Through
	text    bool
}

// prop returns a property that some label of the scope has.
func (m *Model) prop(s scope, name string) (graph.PropDef, error) {
	for _, l := range s.labels {
		if p, ok := m.ontology.Prop(l, name); ok {
			return p, nil
		}
	}
	return graph.PropDef{}, invalid("none of %v has a property %q", s.labels, name)
}

// narrow returns the labels meant by those given, or the ones so far.
func (m *Model) narrow(given, sofar []graph.Label) ([]graph.Label, error) {
	if len(given) == 0 {
		return sofar, nil
	}
	var out []graph.Label
	for _, l := range given {
		c := m.ontology.Concrete(l)
		if len(c) == 0 {
			return nil, invalid("there is no label %q", l)
		}
		out = append(out, c...)
	}
	return out, nil
}

// far returns an edge type and the labels at its other end.
func (m *Model) far(t graph.EdgeType, dir graph.Direction) (*graph.EdgeDef, []graph.Label, error) {
	def, ok := m.ontology.Edge(t)
	if !ok {
		return nil, nil, invalid("there is no edge %q", t)
	}
	ends := def.To
	if dir == graph.In {
		ends = def.From
	}
	labels, err := m.narrow(ends, nil)
	return def, labels, err
}

func (m *Model) checkRoot(q graph.Query) error {
	if len(q.Labels) == 0 && q.IDs == nil && q.Text == "" {
		return invalid("a query needs labels, IDs or a text")
	}
	for _, l := range q.Lookups {
		if _, err := m.narrow(l.Labels, nil); err != nil {
			return err
		}
	}
	return m.checkQuery(q, scope{labels: m.allLabels(), text: q.Text != ""})
}

func (m *Model) allLabels() []graph.Label {
	var all []graph.Label
	for _, l := range m.ontology.Labels {
		all = append(all, l.Label)
	}
	return all
}

func (m *Model) checkQuery(q graph.Query, s scope) (err error) {
	if s.labels, err = m.narrow(q.Labels, s.labels); err != nil {
		return err
	}
	if err := m.checkPredicate(q.Where, s); err != nil {
		return err
	}
	for _, name := range q.Props {
		if _, err := m.prop(s, name); err != nil {
			return err
		}
	}
	for _, o := range q.Order {
		if err := m.checkOrder(o, s); err != nil {
			return err
		}
	}
	for _, e := range q.Expand {
		if err := m.checkExpand(e); err != nil {
			return err
		}
	}
	for _, f := range q.Facets {
		if err := m.checkFacet(f, s); err != nil {
			return err
		}
	}
	return m.checkCursors(q, s)
}

// checkCursors wants as many keys as the order makes.
func (m *Model) checkCursors(q graph.Query, s scope) error {
	n := 0
	for _, o := range q.Order {
		n++
		if p, err := m.orderProp(o, s); err == nil && p.Kind == graph.Date {
			n++
		}
	}
	for _, c := range []*graph.Cursor{q.Page.After, q.Page.Before} {
		if c != nil && len(c.Keys) != n {
			return invalid("the cursor has %d keys, the order %d", len(c.Keys), n)
		}
	}
	return nil
}

func (m *Model) checkOrder(o graph.Order, s scope) error {
	_, err := m.orderProp(o, s)
	return err
}

func (m *Model) orderProp(o graph.Order, s scope) (graph.PropDef, error) {
	switch o.By {
	case graph.ByProp:
		return m.prop(s, o.Prop)
	case graph.ByEdge:
		if s.edge == nil {
			return graph.PropDef{}, invalid("no edge leads here")
		}
		p, ok := s.edge.Prop(o.Prop)
		if !ok {
			return p, invalid("edge %s has no property %q", s.edge.Type, o.Prop)
		}
		return p, nil
	case graph.ByAggregate:
		if s.through == nil || !slices.ContainsFunc(s.through.Aggregates, func(a graph.Aggregate) bool { return a.Name == o.Prop }) {
			return graph.PropDef{}, invalid("there is no aggregate %q", o.Prop)
		}
		return graph.PropDef{Kind: m.aggregateKind(s.through, o.Prop)}, nil
	}
	if !s.text {
		return graph.PropDef{}, invalid("there is no text to score")
	}
	return graph.PropDef{Kind: graph.Float}, nil
}

func (m *Model) checkExpand(e graph.Expand) error {
	def, labels, err := m.far(e.Edge, e.Dir)
	if err != nil {
		return err
	}
	for _, name := range e.EdgeProps {
		if _, ok := def.Prop(name); !ok {
			return invalid("edge %s has no property %q", e.Edge, name)
		}
	}
	if e.Through == nil {
		return m.checkQuery(e.Query, scope{labels: labels, edge: def})
	}
	labels, err = m.checkThrough(*e.Through)
	if err != nil {
		return err
	}
	return m.checkQuery(e.Query, scope{labels: labels, through: e.Through})
}

// checkThrough returns the labels at the far end.
func (m *Model) checkThrough(t graph.Through) ([]graph.Label, error) {
	mid, err := m.narrow([]graph.Label{t.Label}, nil)
	if err != nil {
		return nil, err
	}
	if err := m.checkPredicate(t.Where, scope{labels: mid}); err != nil {
		return nil, err
	}
	for _, a := range t.Aggregates {
		if a.Fn == graph.CountNodes {
			continue
		}
		if _, err := m.prop(scope{labels: mid}, a.Prop); err != nil {
			return nil, err
		}
	}
	def, labels, err := m.far(t.Edge, t.Dir)
	if err != nil {
		return nil, err
	}
	if _, ok := def.Prop(t.Apart); t.Apart != "" && !ok {
		return nil, invalid("edge %s has no property %q", t.Edge, t.Apart)
	}
	return labels, nil
}

func (m *Model) checkFacet(f graph.Facet, s scope) error {
	if f.Edge != "" {
		_, labels, err := m.far(f.Edge, f.Dir)
		if err != nil {
			return err
		}
		return m.checkQuery(f.Node, scope{labels: labels})
	}
	p, err := m.prop(s, f.Prop)
	if err != nil {
		return err
	}
	if f.Unit != "" && (p.Kind != graph.Date || f.Unit != "month" && f.Unit != "year") {
		return invalid("property %s can't be cut to %q", f.Prop, f.Unit)
	}
	return nil
}

func (m *Model) checkPredicate(p graph.Predicate, s scope) error {
	switch p := p.(type) {
	case graph.And:
		return m.checkAll(p, s)
	case graph.Or:
		return m.checkAll(p, s)
	case graph.Not:
		return m.checkPredicate(p.Of, s)
	case graph.HasLabel:
		_, err := m.narrow(p, nil)
		return err
	case graph.Compare:
		def, err := m.prop(s, p.Prop)
		if err != nil {
			return err
		}
		return checkValue(def, p.Op, p.Value)
	case graph.EdgeCompare:
		if s.edge == nil {
			return invalid("no edge leads here, so there is no property %q of it", p.Prop)
		}
		def, ok := s.edge.Prop(p.Prop)
		if !ok {
			return invalid("edge %s has no property %q", s.edge.Type, p.Prop)
		}
		return checkValue(def, p.Op, p.Value)
	case graph.Connected:
		return m.checkConnected(p)
	}
	return nil
}

func (m *Model) checkAll(list []graph.Predicate, s scope) error {
	for _, p := range list {
		if err := m.checkPredicate(p, s); err != nil {
			return err
		}
	}
	return nil
}

func (m *Model) checkConnected(p graph.Connected) error {
	def, labels, err := m.far(p.Edge, p.Dir)
	if err != nil {
		return err
	}
	if p.Up != "" {
		_, up, err := m.far(p.Up, graph.Out)
		if err != nil {
			return err
		}
		labels = append(slices.Clone(labels), up...)
	}
	if labels, err = m.narrow(p.Labels, labels); err != nil {
		return err
	}
	return m.checkPredicate(p.Where, scope{labels: labels, edge: def})
}

// checkValue says which operation goes with which kind, and with which value.
func checkValue(def graph.PropDef, op graph.Op, v any) error {
	ok := false
	switch op {
	case graph.Present:
		_, ok = v.(bool)
	case graph.Eq:
		ok = single(def.Kind, v)
	case graph.OneOf:
		ok = list(def.Kind, v)
	case graph.Contains, graph.StartsWith:
		ok = (def.Kind == graph.String || def.Kind == graph.Text) && single(def.Kind, v)
	case graph.From, graph.To:
		ok = def.Kind != graph.Text && def.Kind != graph.Bool && def.Kind != graph.Strings && def.Kind != graph.Ints && single(def.Kind, v)
	}
	if !ok {
		return invalid("property %s can't be compared (%d) with %#v", def.Name, op, v)
	}
	return nil
}

// single reports whether v is one value to compare a property of kind with.
func single(kind graph.Kind, v any) bool {
	ok := false
	switch kind {
	case graph.Int, graph.Ints:
		_, ok = v.(int64)
	case graph.Float:
		_, ok = v.(float64)
	case graph.Bool:
		_, ok = v.(bool)
	case graph.Date:
		s, isString := v.(string)
		_, err := graph.ParseDate(s)
		ok = isString && err == nil
	default:
		_, ok = v.(string)
	}
	return ok
}

// list reports whether v is a list of such values.
func list(kind graph.Kind, v any) bool {
	switch v.(type) {
	case []string, []int64, []float64:
	default:
		return false
	}
	return !slices.ContainsFunc(values(v), func(v any) bool { return !single(kind, v) })
}

func (m *Model) checkPath(q graph.PathQuery) error {
	if q.Max < 1 || q.Max > 6 {
		return invalid("a path of %d meetings: ask for 1 to 6", q.Max)
	}
	if len(q.EndLabels) == 0 {
		return invalid("a path needs labels for its ends")
	}
	ends, err := m.narrow(q.EndLabels, nil)
	if err != nil {
		return err
	}
	via, err := m.narrow(q.Via, nil)
	if err != nil {
		return err
	}
	over, err := m.narrow([]graph.Label{q.Over}, nil)
	if err != nil {
		return err
	}
	if _, _, err := m.far(q.Edge, graph.Out); err != nil {
		return err
	}
	if err := m.checkPredicate(q.Where, scope{labels: over}); err != nil {
		return err
	}
	if err := m.checkQuery(q.Meeting, scope{labels: over}); err != nil {
		return err
	}
	return m.checkQuery(q.Node, scope{labels: append(ends, via...)})
}
