package graphtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"parley/graph"
	"parley/graph/index"
)

// Model is the oracle: a graph.Store over two maps that looks at every node
// for every query. It is written to be obviously right, not fast.
type Model struct {
	ontology *graph.Ontology
	mu       sync.RWMutex
	nodes    map[graph.ID]graph.Node
	derived  map[graph.ID]index.Derived
	edges    map[edgeKey]graph.Edge
	revision graph.Revision
}

var _ graph.Store = (*Model)(nil)

// edgeKey is what there is at most one edge of.
type edgeKey struct {
	Type     graph.EdgeType
	From, To graph.ID
}

// NewModel returns an empty Model over the ontology.
func NewModel(o *graph.Ontology) *Model {
	return &Model{ontology: o, revision: 1,
		nodes: map[graph.ID]graph.Node{}, derived: map[graph.ID]index.Derived{}, edges: map[edgeKey]graph.Edge{}}
}

// Apply carries out a batch. It validates the whole batch against copies
// first, so that a bad one changes nothing.
func (m *Model) Apply(ctx context.Context, b graph.Batch) (graph.Revision, error) {
	if err := ended(ctx); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if b.If > 0 && b.If != m.revision {
		return 0, fmt.Errorf("%w: the model is at revision %d, not %d", graph.ErrConflict, m.revision, b.If)
	}
	if b.Empty() {
		return m.revision, nil
	}
	next := &Model{ontology: m.ontology, nodes: maps.Clone(m.nodes), derived: maps.Clone(m.derived), edges: maps.Clone(m.edges)}
	if err := next.write(b); err != nil {
		return 0, err
	}
	m.nodes, m.derived, m.edges = next.nodes, next.derived, next.edges
	m.revision++
	return m.revision, nil
}

func (m *Model) write(b graph.Batch) error {
	for _, id := range b.DeleteNodes {
		delete(m.nodes, id)
		delete(m.derived, id)
		maps.DeleteFunc(m.edges, func(k edgeKey, _ graph.Edge) bool { return k.From == id || k.To == id })
	}
	for _, c := range b.Clear {
		if _, ok := m.ontology.Edge(c.Type); !ok {
			return invalid("there is no edge %q", c.Type)
		}
		maps.DeleteFunc(m.edges, func(k edgeKey, _ graph.Edge) bool {
			return k.Type == c.Type && (c.Dir == graph.Out && k.From == c.Node || c.Dir == graph.In && k.To == c.Node)
		})
	}
	for _, n := range b.Nodes {
		n.Props = compact(n.Props)
		d, err := index.Node(m.ontology, n)
		if err != nil {
			return err
		}
		m.nodes[n.ID], m.derived[n.ID] = n, d
	}
	for _, e := range b.Edges {
		if err := m.writeEdge(e); err != nil {
			return err
		}
	}
	return nil
}

func (m *Model) writeEdge(e graph.Edge) error {
	def, ok := m.ontology.Edge(e.Type)
	if !ok {
		return invalid("there is no edge %q", e.Type)
	}
	if err := index.CheckProps(def.Props, e.Props, "edge "+string(e.Type)); err != nil {
		return err
	}
	if !m.allows(def.From, e.From) || !m.allows(def.To, e.To) {
		return invalid("edge %s from %s to %s: one of them is not there, or not what such an edge joins", e.Type, e.From, e.To)
	}
	e.Props = compact(e.Props)
	m.edges[edgeKey{e.Type, e.From, e.To}] = e
	return nil
}

// allows reports whether a node is there and has one of the labels that an edge
// may have at that end.
func (m *Model) allows(labels []graph.Label, id graph.ID) bool {
	n, ok := m.nodes[id]
	return ok && m.labelled(n, labels)
}

// compact returns a copy without nil values and empty lists, which are the
// same as no property.
func compact(p graph.Props) graph.Props {
	out := graph.Props{}
	for name, v := range p {
		switch v := v.(type) {
		case nil:
			continue
		case []string:
			if len(v) == 0 {
				continue
			}
			out[name] = slices.Clone(v)
		case []int64:
			if len(v) == 0 {
				continue
			}
			out[name] = slices.Clone(v)
		default:
			out[name] = v
		}
	}
	return out
}

// Export streams the nodes by ID and the edges by type, from and to.
func (m *Model) Export(ctx context.Context, yield func(graph.Item) error) error {
	nodes, edges := m.snapshot()
	for i := range nodes {
		if err := errors.Join(ended(ctx), yield(graph.Item{Node: &nodes[i]})); err != nil {
			return err
		}
	}
	for i := range edges {
		if err := errors.Join(ended(ctx), yield(graph.Item{Edge: &edges[i]})); err != nil {
			return err
		}
	}
	return ended(ctx)
}

func (m *Model) snapshot() ([]graph.Node, []graph.Edge) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	nodes := slices.SortedFunc(maps.Values(m.nodes), func(a, b graph.Node) int { return cmp.Compare(a.ID, b.ID) })
	edges := slices.SortedFunc(maps.Values(m.edges), func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return nodes, edges
}

// Info counts what is there.
func (m *Model) Info(ctx context.Context) (graph.Info, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	info := graph.Info{Kind: "model", Address: "model:", Server: "none", Format: graph.FormatVersion,
		Revision: m.revision, Nodes: map[graph.Label]int64{}, Edges: int64(len(m.edges))}
	for _, n := range m.nodes {
		info.Nodes[n.Label]++
	}
	return info, ended(ctx)
}

// Close does nothing.
func (m *Model) Close() error { return nil }

// ended returns the error of a context that has ended, as Store promises it.
func ended(ctx context.Context) error {
	if err := ctx.Err(); errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%w: %w", graph.ErrTimeout, err)
	} else if err != nil {
		return err
	}
	return nil
}

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", graph.ErrInvalid, fmt.Sprintf(format, args...))
}
