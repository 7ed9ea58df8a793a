package graphtest

import (
	"context"
	"maps"
	"slices"
	"strings"

	"parley/fold"
	"parley/graph"
	"parley/graph/index"
)

// reached is a node that may become a row, with what a row says beside it.
type reached struct {
	node graph.Node
	// edge has the properties of the edge that led here, or aggregates.
	edge graph.Props
	// def is that edge's type; nil at the root and behind a Through.
	def *graph.EdgeDef
	// through is set behind a Through.
	through *graph.Through
	score   float64
}

// Query checks the query against the ontology and answers it.
func (m *Model) Query(ctx context.Context, q graph.Query) (*graph.Result, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if err := ended(ctx); err != nil {
		return nil, err
	}
	if err := m.checkRoot(q); err != nil {
		return nil, err
	}
	graph.Trace(ctx, graph.Statement{Text: "model query"})
	var all []reached
	for _, n := range m.nodes {
		if r, ok := m.found(q, reached{node: n}); ok {
			all = append(all, r)
		}
	}
	res, err := m.answer(all, q, nil)
	if err == nil && len(q.Lookups) > 0 {
		res.Lookups = map[string][]graph.Row{}
		for _, l := range q.Lookups {
			res.Lookups[l.Key] = m.lookup(l)
		}
	}
	return res, err
}

// found reports whether the query means the node, and scores it.
func (m *Model) found(q graph.Query, r reached) (reached, bool) {
	if q.IDs != nil && !slices.Contains(q.IDs, r.node.ID) {
		return r, false
	}
	if q.Text != "" {
		if r.score = m.score(r.node, index.Terms(q.Text)); r.score == 0 {
			return r, false
		}
	}
	return r, m.labelled(r.node, q.Labels) && m.holds(q.Where, r)
}

// labelled reports whether the node has one of the labels; none given means
// any.
func (m *Model) labelled(n graph.Node, labels []graph.Label) bool {
	return len(labels) == 0 || slices.ContainsFunc(labels, func(l graph.Label) bool {
		return slices.Contains(m.ontology.Concrete(l), n.Label)
	})
}

// score is the formula of package index; 0 where a term is missing.
func (m *Model) score(n graph.Node, terms []index.Term) float64 {
	d := m.derived[n.ID]
	def, _ := m.ontology.Label(n.Label)
	sum := 0.0
	for _, t := range terms {
		tf := strings.Count(d.Text, t.String())
		if tf == 0 {
			return 0
		}
		sum += index.Saturation(float64(tf), float64(d.Words))
	}
	return def.Weight * sum
}

// answer orders, cuts and counts what was reached. edgeProps are those wanted
// of the edge; nil means all, which are the aggregates of a Through.
func (m *Model) answer(all []reached, q graph.Query, edgeProps []string) (*graph.Result, error) {
	page, more, err := m.page(all, q)
	if err != nil {
		return nil, err
	}
	res := &graph.Result{More: more}
	if q.Count {
		res.Total = int64(len(all))
	}
	for _, r := range page {
		row, err := m.row(r, q, edgeProps)
		if err != nil {
			return nil, err
		}
		res.Rows = append(res.Rows, *row)
	}
	if len(q.Facets) > 0 {
		res.Facets = map[string][]graph.Bucket{}
	}
	for _, f := range q.Facets {
		if res.Facets[f.Name], err = m.facet(all, f); err != nil {
			return nil, err
		}
	}
	return res, nil
}

func (m *Model) row(r reached, q graph.Query, edgeProps []string) (*graph.Row, error) {
	row := &graph.Row{ID: r.node.ID, Label: r.node.Label, Props: only(r.node.Props, q.Props),
		Score: r.score, Keys: m.keys(r, q.Order)}
	if r.through != nil {
		edgeProps = slices.Sorted(maps.Keys(r.edge))
	}
	row.Edge = only(r.edge, edgeProps)
	for _, e := range q.Expand {
		sub, err := m.answer(m.expand(r.node.ID, e), e.Query, e.EdgeProps)
		if err != nil {
			return nil, err
		}
		row.Sub.Names, row.Sub.List = append(row.Sub.Names, e.Name), append(row.Sub.List, *sub)
	}
	return row, nil
}

// only returns the named properties.
func only(p graph.Props, names []string) graph.Values {
	out := graph.Values{Names: names}
	for _, name := range names {
		out.List = append(out.List, p[name])
	}
	return out
}

// expand returns the nodes that an Expand reaches from start and whose query
// means them.
func (m *Model) expand(start graph.ID, e graph.Expand) []reached {
	all := m.follow(start, e.Edge, e.Dir)
	if e.Through != nil {
		all = m.through(start, e)
	}
	var out []reached
	for _, r := range all {
		if r, ok := m.found(e.Query, r); ok {
			out = append(out, r)
		}
	}
	return out
}

// follow returns the nodes at the other end of a node's edges.
func (m *Model) follow(id graph.ID, t graph.EdgeType, dir graph.Direction) []reached {
	def, _ := m.ontology.Edge(t)
	var out []reached
	for k, e := range m.edges {
		switch {
		case k.Type != t:
		case dir == graph.Out && k.From == id:
			out = append(out, reached{node: m.nodes[k.To], edge: e.Props, def: def})
		case dir == graph.In && k.To == id:
			out = append(out, reached{node: m.nodes[k.From], edge: e.Props, def: def})
		}
	}
	return out
}

// through returns the nodes at the far end of two edges, with the aggregates
// over the nodes in between.
func (m *Model) through(start graph.ID, e graph.Expand) []reached {
	between := map[graph.ID][]graph.Node{}
	for _, mid := range m.follow(start, e.Edge, e.Dir) {
		if !m.labelled(mid.node, []graph.Label{e.Through.Label}) || !m.holds(e.Through.Where, reached{node: mid.node}) {
			continue
		}
		for _, far := range m.follow(mid.node.ID, e.Through.Edge, e.Through.Dir) {
			if far.node.ID != start && !oneSide(mid.edge, far.edge, e.Through.Apart) {
				between[far.node.ID] = append(between[far.node.ID], mid.node)
			}
		}
	}
	var out []reached
	for id, mids := range between {
		out = append(out, reached{node: m.nodes[id], edge: m.aggregates(mids, e.Through), through: e.Through})
	}
	return out
}

// oneSide reports whether both edges have the property and it is equal.
func oneSide(a, b graph.Props, apart string) bool {
	return apart != "" && a[apart] != nil && a[apart] == b[apart]
}

func (m *Model) aggregates(mids []graph.Node, t *graph.Through) graph.Props {
	out := graph.Props{}
	for _, a := range t.Aggregates {
		if a.Fn == graph.CountNodes {
			out[a.Name] = int64(len(mids))
			continue
		}
		order := []graph.Order{{Prop: a.Prop, Desc: a.Fn == graph.Max}}
		for _, mid := range m.sorted(asReached(mids), order) {
			if v, ok := mid.node.Props[a.Prop]; ok {
				out[a.Name] = v
				break
			}
		}
	}
	return out
}

func asReached(nodes []graph.Node) []reached {
	var out []reached
	for _, n := range nodes {
		out = append(out, reached{node: n})
	}
	return out
}

// lookup finds by name: a Text property with aliases that is equal, folded.
func (m *Model) lookup(l graph.Lookup) []graph.Row {
	var rows []graph.Row
	for _, n := range m.named(l.Labels, l.Name) {
		rows = append(rows, graph.Row{ID: n.ID, Label: n.Label, Props: only(n.Props, []string{"name"})})
	}
	if l.Limit >= 0 && len(rows) > l.Limit {
		rows = rows[:l.Limit]
	}
	return rows
}

// named returns the nodes that have the name or alias, by ID.
func (m *Model) named(labels []graph.Label, name string) []graph.Node {
	var out []graph.Node
	for _, n := range m.nodes {
		if m.labelled(n, labels) && slices.Contains(m.derived[n.ID].Folded["name"], fold.Name(name)) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b graph.Node) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out
}
