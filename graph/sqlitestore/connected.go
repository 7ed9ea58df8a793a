package sqlitestore

import (
	"fmt"
	"slices"

	"parley/graph"
)

// connected is a filter through an edge, asked of one node.
func (b *builder) connected(p graph.Connected, at *place) string {
	switch p.Quant {
	case graph.Every:
		p.Where = graph.Not{Of: p.Where}
		return "NOT " + b.exists(p, at)
	case graph.None:
		return "NOT " + b.exists(p, at)
	}
	return b.exists(p, at)
}

// exists asks whether the edge leads to a node that satisfies the filter's
// predicate.
func (b *builder) exists(p graph.Connected, at *place) string {
	def, labels := b.end(p)
	e := b.alias("e")
	end := &place{key: e + "." + far(p.Dir), node: b.alias("n"), labels: labels, def: def, edge: e}
	var conds []string
	switch {
	case p.Up == "":
		conds = b.atEnd(p, end)
	case onEdge(p.Where):
		conds = []string{b.climb(p, end)}
	default:
		conds = []string{end.key + " IN (" + b.closure(p.Up, graph.In, b.findAll(flatten(p.Where), labels)) + ")"}
	}
	conds = append([]string{e + "." + near(p.Dir) + " = " + at.key}, conds...)
	return fmt.Sprintf("EXISTS (SELECT 1 FROM %s %s%s WHERE %s)", edgeTable(p.Edge), e, b.rowOf(end), all(conds))
}

// rowOf joins the row of the node, where a column of it is needed: out of the
// index of its days, if that has all of them.
func (b *builder) rowOf(at *place) string {
	if len(at.wanted) == 0 {
		return ""
	}
	on := fmt.Sprintf(" ON %s._key = %s", at.node, at.key)
	if index, ok := b.daysWith(at); ok {
		return " CROSS JOIN node " + at.node + " INDEXED BY " + ident(index) + on + " AND " + labelTest(at.node+"._label", at.labels)
	}
	return " CROSS JOIN node " + at.node + on
}

// daysWith names the index of the days of the place's label if it has one with
// all columns that were wanted.
func (b *builder) daysWith(at *place) (string, bool) {
	if len(at.labels) != 1 {
		return "", false
	}
	def, ok := b.o.Label(at.labels[0])
	if !ok {
		return "", false
	}
	days := dayColumns(def)
	for column := range at.wanted {
		if column != "_id" && column != "_label" && !slices.Contains(days, column) {
			return "", false
		}
	}
	return daysIndex(at.labels[0]), len(days) > 0
}

// maxUp is how many further edges Connected.Up follows.
const maxUp = 6

// climb asks for a node above the end of the edge, for a predicate that looks
// at the edge too. All others go down from the nodes meant, see closure.
func (b *builder) climb(p graph.Connected, end *place) string {
	u := b.alias("u")
	above := &place{key: u + ".key", node: b.alias("n"), labels: end.labels, def: end.def, edge: end.edge}
	label := labelTest(above.column("_label"), above.labels)
	cond := b.cond(p.Where, above)
	return fmt.Sprintf("EXISTS (SELECT 1 FROM (%s) %s%s WHERE %s AND %s)",
		b.closure(p.Up, graph.Out, "SELECT "+end.key+" AS key"), u, b.rowOf(above), label, cond)
}

// closure selects the keys of start and of what up to maxUp edges lead to.
func (b *builder) closure(t graph.EdgeType, dir graph.Direction, start string) string {
	r, e := b.alias("r"), b.alias("e")
	return fmt.Sprintf("WITH RECURSIVE %s (key, depth) AS (SELECT *, 0 FROM (%s) UNION SELECT %s.%s, depth + 1 FROM %s CROSS JOIN %s %s ON %s.%s = %s.key WHERE depth < %d) SELECT key FROM %s",
		r, start, e, far(dir), r, edgeTable(t), e, e, near(dir), r, maxUp, r)
}

// atEnd are the conditions on a node that an edge leads to.
func (b *builder) atEnd(p graph.Connected, end *place) []string {
	var conds []string
	if _, ends := b.edge(p.Edge, p.Dir); !within(ends, end.labels) {
		conds = append(conds, labelTest(end.column("_label"), end.labels))
	}
	for _, part := range flatten(p.Where) {
		conds = append(conds, b.condNear(part, end))
	}
	return conds
}

// condNear is cond for a node behind an edge: where a name or an ID finds the
// nodes meant, they are found once instead of asking every node behind every
// edge.
func (b *builder) condNear(p graph.Predicate, at *place) string {
	parts := []graph.Predicate{p}
	switch p.(type) {
	case graph.Compare, graph.HasID:
		if b.rank(p, parts, at.labels) <= rankNames {
			return at.key + " IN (" + b.findAll(parts, at.labels) + ")"
		}
	}
	return b.cond(p, at)
}
