package sqlitestore

import (
	"slices"
	"strings"

	"parley/graph"
	"parley/graph/index"
)

// place is where a predicate stands: the node it speaks of, and the edge by
// which that was reached.
type place struct {
	// key is the SQL of the node's key; node is the alias that its row has
	// where a column is needed, and wanted has those that were.
	key, node string
	wanted    map[string]bool
	labels    []graph.Label
	// def and edge are the edge's type and the alias of its row, if any.
	def  *graph.EdgeDef
	edge string
	// near has columns that are at hand without the node's row.
	near map[string]string
}

// column is a column of the node's row.
func (p *place) column(name string) string {
	if sql, ok := p.near[name]; ok {
		return sql
	}
	if p.wanted == nil {
		p.wanted = map[string]bool{}
	}
	p.wanted[name] = true
	return p.node + "." + ident(name)
}

// withText is the restriction of a root that isn't a predicate in package
// graph; the embedded one only lends its type.
type withText struct {
	graph.And
	terms []index.Term
}

// never doesn't hold. SQLite would drop all other conditions beside a plain 0,
// those that an index needs with them.
const never = "abs(0)"

// cond is the SQL of a predicate. It may be NULL where that means false; not
// takes care of it.
func (b *builder) cond(p graph.Predicate, at *place) string {
	switch p := p.(type) {
	case nil:
		return "1"
	case graph.And:
		return b.join(p, at, " AND ", "1")
	case graph.Or:
		return b.join(p, at, " OR ", never)
	case graph.Not:
		return not(b.cond(p.Of, at))
	case graph.HasLabel:
		return b.hasLabel(p, at)
	case graph.Compare:
		return b.compareNode(p, at)
	case graph.EdgeCompare:
		return b.compareEdge(p, at)
	case graph.Connected:
		return b.connected(p, at)
	case graph.HasID:
		return at.column("_id") + " IN " + b.argList(toAny(p))
	case withText:
		return "1" // searchScope counts the terms
	}
	return b.fail("unknown predicate %T", p)
}

func (b *builder) join(parts []graph.Predicate, at *place, op, none string) string {
	if len(parts) == 0 {
		return none
	}
	conds := make([]string, len(parts))
	for i, p := range parts {
		conds[i] = b.cond(p, at)
	}
	return "(" + strings.Join(conds, op) + ")"
}

// not negates a condition that may be NULL.
func not(cond string) string { return "NOT coalesce(" + cond + ", 0)" }

func (b *builder) hasLabel(p graph.HasLabel, at *place) string {
	if len(p) == 0 {
		return never
	}
	return labelTest(at.column("_label"), b.labels(p, nil))
}

// flatten lists the parts that must all hold.
func flatten(ps ...graph.Predicate) []graph.Predicate {
	var out []graph.Predicate
	for _, p := range ps {
		switch p := p.(type) {
		case nil:
		case graph.And:
			out = append(out, flatten(p...)...)
		default:
			out = append(out, p)
		}
	}
	return out
}

// onEdge reports whether a predicate looks at the edge by which its node was
// reached.
func onEdge(p graph.Predicate) bool {
	switch p := p.(type) {
	case graph.EdgeCompare:
		return true
	case graph.And:
		return slices.ContainsFunc(p, onEdge)
	case graph.Or:
		return slices.ContainsFunc(p, onEdge)
	case graph.Not:
		return onEdge(p.Of)
	}
	return false
}

func toAny[T ~string](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
