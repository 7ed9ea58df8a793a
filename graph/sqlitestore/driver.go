package sqlitestore

import (
	"fmt"
	"slices"
	"strings"

	"parley/graph"
	"parley/graph/index"
)

// The ranks guess how many nodes an index finds for a predicate, the lower the
// fewer. Each edge on the way adds one.
const (
	rankIDs   = iota // the IDs are given
	rankName         // a name is equal
	rankNames        // a name begins with or contains something
	rankDates        // a range of dates with both ends
	rankText         // a full-text match
	rankValue        // an indexed value is equal
	rankHalf         // a range with one end
	rankNone         // no index finds them
)

// driver is where a search starts: the part of a list of predicates, all of
// which must hold, that an index serves best.
type driver struct {
	rank int
	part int
}

// drive returns the conditions for a node with the labels, at at, for which all
// parts hold: first, if there is one, that its key is among those that the best
// driver finds. The planner is kept from any other way in.
func (b *builder) drive(parts []graph.Predicate, at *place) []string {
	var conds []string
	label := labelTest(at.column("_label"), at.labels)
	d := b.best(parts, at.labels)
	done := map[int]bool{}
	if d.rank < rankNone {
		sql, exact := b.find(parts, d.part, at.labels)
		done[d.part] = exact
		conds = append(conds, at.key+" IN ("+sql+b.alike(parts, d, done)+")")
		label = "+" + label
	}
	conds = append(conds, label)
	for i, p := range parts {
		if !done[i] {
			conds = append(conds, b.cond(p, at))
		}
	}
	return conds
}

// alike goes on from a driver that follows an edge from a name or an ID to what
// the other parts of that kind find, and marks those parts done. To compare lists
// of edges is far cheaper than to look at each node of one, and it doesn't matter
// then which is the shorter.
func (b *builder) alike(parts []graph.Predicate, d driver, done map[int]bool) string {
	sql := ""
	if _, ok := parts[d.part].(graph.Connected); !ok || d.rank > rankName+1 {
		return sql
	}
	for i, p := range parts {
		c, ok := p.(graph.Connected)
		if ok && i != d.part && c.Quant == graph.Some && c.Up == "" && b.rankEdge(c) <= rankName+1 {
			sql += " INTERSECT " + b.findEdge(c)
			done[i] = true
		}
	}
	return sql
}

// best returns the driver of the lowest rank; that is rankNone where there is
// none.
func (b *builder) best(parts []graph.Predicate, labels []graph.Label) driver {
	best := driver{rank: rankNone}
	for i, p := range parts {
		if r := b.rank(p, parts, labels); r < best.rank {
			best = driver{rank: r, part: i}
		}
	}
	return best
}

// rank guesses how many nodes with the labels satisfy p, which is one of parts.
func (b *builder) rank(p graph.Predicate, parts []graph.Predicate, labels []graph.Label) int {
	switch p := p.(type) {
	case graph.HasID:
		return rankIDs
	case withText:
		return rankText
	case graph.Compare:
		return b.rankCompare(p, parts, labels)
	case graph.Connected:
		if p.Quant == graph.Some {
			return b.rankEdge(p)
		}
	case graph.Or:
		return b.rankAny(p, labels)
	}
	return rankNone
}

func (b *builder) rankCompare(p graph.Compare, parts []graph.Predicate, labels []graph.Label) int {
	def, ok := b.propOf(labels, p.Prop)
	if !ok || p.Op == graph.Present || !comparable(def, p.Op, p.Value) {
		return rankNone
	}
	one := len(labels) == 1 && def.Indexed
	switch {
	case def.Kind == graph.Text && (p.Op == graph.Eq || p.Op == graph.OneOf):
		return rankName
	case def.Kind == graph.Text:
		return rankNames
	case def.Kind == graph.Date && one && p.Op != graph.OneOf:
		if r := rangeOf(parts, p.Prop); r.from != nil && r.to != nil {
			return rankDates
		}
		return rankHalf
	case def.Kind == graph.String && one && (p.Op == graph.Eq || p.Op == graph.OneOf):
		return rankValue
	case def.Kind == graph.Bool && one && p.Value == true: // few are, or it wouldn't be asked
		return rankValue
	}
	return rankNone
}

func (b *builder) rankEdge(p graph.Connected) int {
	pure, mixed := split(flatten(p.Where))
	if p.Up != "" && len(mixed) > 0 {
		return rankNone
	}
	_, labels := b.end(p)
	if r := b.best(pure, labels).rank; r < rankNone {
		return min(r+1, rankNone-1)
	}
	return rankNone
}

func (b *builder) rankAny(parts graph.Or, labels []graph.Label) int {
	if len(parts) == 0 || slices.ContainsFunc(parts, onEdge) {
		return rankNone
	}
	worst := 0
	for _, p := range parts {
		worst = max(worst, b.best(flatten(p), labels).rank)
	}
	return worst
}

// end returns the edge of a filter and the labels of the nodes that count.
func (b *builder) end(p graph.Connected) (*graph.EdgeDef, []graph.Label) {
	def, labels := b.edge(p.Edge, p.Dir)
	if p.Up != "" {
		_, above := b.edge(p.Up, graph.Out)
		labels = append(slices.Clone(labels), above...)
	}
	return def, b.labels(p.Labels, labels)
}

// find selects the keys of the nodes that satisfy one of the parts, as an index
// finds them. Unless exact it finds some more. It may repeat keys.
func (b *builder) find(parts []graph.Predicate, part int, labels []graph.Label) (sql string, exact bool) {
	switch p := parts[part].(type) {
	case graph.HasID:
		return "SELECT _key FROM node WHERE _id IN " + b.argList(toAny(p)), true
	case withText:
		return "SELECT rowid FROM search WHERE search MATCH " + b.arg(matchText(p.terms)), false
	case graph.Connected:
		return b.findEdge(p), true
	case graph.Or:
		return b.findAny(p, labels), true
	case graph.Compare:
		return b.findCompare(p, parts, labels)
	}
	return b.fail("no index finds a %T", parts[part]), true
}

func (b *builder) findCompare(p graph.Compare, parts []graph.Predicate, labels []graph.Label) (sql string, exact bool) {
	def := b.prop(labels, p.Prop)
	switch def.Kind {
	case graph.Text:
		return fmt.Sprintf("SELECT node FROM folded WHERE %s AND prop = %s AND %s",
			labelTest("label", labels), literal(def.Name), b.compareText("value", p.Op, p.Value)), true
	case graph.Date:
		return b.findRange(def, rangeOf(parts, p.Prop), labels), false
	}
	at := place{node: "node", labels: labels}
	return fmt.Sprintf("SELECT _key FROM node WHERE %s AND %s",
		labelTest("_label", labels), b.compareColumn(def, p, at.column)), true
}

// findEdge goes an edge backwards from the nodes that its filter means.
func (b *builder) findEdge(p graph.Connected) string {
	def, labels := b.end(p)
	pure, mixed := split(flatten(p.Where))
	ends := b.findAll(pure, labels)
	if p.Up != "" {
		ends = b.closure(p.Up, graph.In, ends)
	}
	e := b.alias("e")
	end := &place{key: e + "." + far(p.Dir), node: b.alias("n"), labels: labels, def: def, edge: e}
	conds := []string{end.key + " IN (" + ends + ")"}
	for _, m := range mixed {
		conds = append(conds, b.cond(m, end))
	}
	return fmt.Sprintf("SELECT %s.%s FROM %s %s%s WHERE %s", e, near(p.Dir), edgeTable(p.Edge), e, b.rowOf(end), all(conds))
}

// findAll selects exactly the nodes with the labels for which all parts hold.
func (b *builder) findAll(parts []graph.Predicate, labels []graph.Label) string {
	if c, ok := alone(parts).(graph.Compare); ok && b.rank(c, parts, labels) <= rankNames {
		sql, _ := b.find(parts, 0, labels)
		return sql
	}
	n := b.alias("n")
	at := &place{key: n + "._key", node: n, labels: labels}
	return fmt.Sprintf("SELECT %s FROM node %s WHERE %s", at.key, n, all(b.drive(parts, at)))
}

// alone returns the only part, nil where there are none or more.
func alone(parts []graph.Predicate) graph.Predicate {
	if len(parts) == 1 {
		return parts[0]
	}
	return nil
}

func (b *builder) findAny(parts graph.Or, labels []graph.Label) string {
	sqls := make([]string, len(parts))
	for i, p := range parts {
		sqls[i] = b.findAll(flatten(p), labels)
	}
	return strings.Join(sqls, " UNION ALL ")
}

// matchText writes terms for FTS5, each as a phrase in quotation marks: then
// nothing in them is syntax.
func matchText(terms []index.Term) string {
	phrases := make([]string, len(terms))
	for i, t := range terms {
		phrases[i] = `"` + strings.ReplaceAll(strings.Join(t, " "), `"`, `""`) + `"`
	}
	return strings.Join(phrases, " ")
}

// split parts the predicates that don't look at the edge from those that do.
func split(parts []graph.Predicate) (pure, mixed []graph.Predicate) {
	for _, p := range parts {
		if onEdge(p) {
			mixed = append(mixed, p)
		} else {
			pure = append(pure, p)
		}
	}
	return pure, mixed
}
