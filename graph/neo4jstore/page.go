package neo4jstore

import (
	"strconv"
	"strings"

	"parley/graph"
)

// resultShape tells how to read a result. It travels as a list of rows, or,
// where there is a total or a facet, as a list of one [rows, total, facet, …];
// of none where nothing matched.
type resultShape struct {
	row      rowShape
	limit    int
	backward bool
	// sorted: the rows come in order and may have one beyond the page;
	// otherwise they are all there are and are put in order here.
	sorted bool
	// extra: where there is more, one row beyond the page tells it;
	// otherwise the total does.
	extra   bool
	wrapped bool
	total   bool
	facets  []facetShape
}

// rowShape tells how to read a row: [id, score, props…, keys…, edge…, subs…].
type rowShape struct {
	// label is the only one possible, "" where the ID must tell.
	label graph.Label
	score bool
	props []string
	keys  []sortKey
	// edge are the edge's properties, or the aggregates.
	edge []string
	// days are the places in edge of dates that come as intervals.
	days []int
	// subs are the names of the expansions, results how to read them.
	subs    []string
	results []*resultShape
}

// result writes one level of the tree as an expression. source yields one row
// a node, with the scope's variables.
func (c *compiler) result(s *scope, source string, q graph.Query, edgeProps []string) (string, *resultShape) {
	keys := c.order(s, q.Order)
	shape := &resultShape{limit: q.Page.Limit, backward: q.Page.Backward, total: q.Count}
	if !q.Count && len(q.Facets) == 0 {
		rows := c.rows(s, source, q, keys, edgeProps, shape)
		return rows, shape
	}
	shape.wrapped = true
	all := c.fresh("all")
	again := c.unwind(all, s)
	rows := c.rows(s, again, q, keys, edgeProps, shape)
	columns := []string{rows}
	if q.Count {
		columns = append(columns, "size("+all+")")
	}
	for _, f := range q.Facets {
		expr, facet := c.facet(s, again, f)
		columns = append(columns, expr)
		shape.facets = append(shape.facets, facet)
	}
	return "COLLECT { " + source + " WITH collect(" + c.gathered(s) + ") AS " + all + c.bundle(columns) + " }", shape
}

// bundle returns columns as one list. Aggregating subqueries must be computed
// before they go into a list; Neo4j refuses them inside.
func (c *compiler) bundle(columns []string) string {
	var with, names []string
	for _, expr := range columns {
		name := c.fresh("x")
		with = append(with, expr+" AS "+name)
		names = append(names, name)
	}
	return " WITH " + strings.Join(with, ", ") + " RETURN [" + strings.Join(names, ", ") + "]"
}

// variables are those that a row of the source consists of.
func (s *scope) variables() []string {
	vars := []string{s.node}
	if s.edge != "" {
		vars = append(vars, s.edge)
	}
	if s.score != "" {
		vars = append(vars, s.score)
	}
	if s.through != nil {
		for _, a := range s.through.Aggregates {
			vars = append(vars, s.aggregates[a.Name])
		}
	}
	return vars
}

// gathered writes a row as one value, unwind takes a list of them apart again.
func (c *compiler) gathered(s *scope) string {
	vars := s.variables()
	if len(vars) == 1 {
		return vars[0]
	}
	return "[" + strings.Join(vars, ", ") + "]"
}

func (c *compiler) unwind(all string, s *scope) string {
	vars := s.variables()
	if len(vars) == 1 {
		return "UNWIND " + all + " AS " + s.node + " WITH " + s.node
	}
	item := c.fresh("m")
	var parts []string
	for i, v := range vars {
		parts = append(parts, item+"["+strconv.Itoa(i)+"] AS "+v)
	}
	return "UNWIND " + all + " AS " + item + " WITH " + strings.Join(parts, ", ")
}

// rows writes the page of rows as an expression: cut first, expanded then.
func (c *compiler) rows(s *scope, source string, q graph.Query, keys []sortKey, edgeProps []string, shape *resultShape) string {
	text, vars := source, strings.Join(s.variables(), ", ")
	if cond := c.cursor(s, q.Page, keys); cond != "" {
		text += " WITH " + vars + " WHERE " + cond
	}
	if q.Page.Limit >= 0 {
		shape.sorted = true
		limit := int64(q.Page.Limit)
		if shape.extra = !q.Count || q.Page.After != nil || q.Page.Before != nil; shape.extra {
			limit++
		}
		text += " WITH " + vars + orderBy(s, keys, q.Page.Backward) + " LIMIT " + c.param(limit)
	}
	row, rowShape := c.row(s, q, keys, edgeProps)
	shape.row = rowShape
	return "COLLECT { " + text + row + " }"
}

// cursor writes the condition of the page's cursor; "" without one. Both are
// checked.
func (c *compiler) cursor(s *scope, p graph.Page, keys []sortKey) string {
	cond := ""
	if p.After != nil {
		if text := c.beside(s, keys, p.After, false); !p.Backward {
			cond = text
		}
	}
	if p.Before != nil {
		if text := c.beside(s, keys, p.Before, true); p.Backward {
			cond = text
		}
	}
	return cond
}

// row writes the RETURN of one row, with its expanded edges before it.
func (c *compiler) row(s *scope, q graph.Query, keys []sortKey, edgeProps []string) (string, rowShape) {
	with, items, shape := c.items(s, q, keys, edgeProps)
	text := " RETURN [" + strings.Join(items, ", ") + "]"
	if len(with) > 0 {
		text = " WITH " + strings.Join(append(s.variables(), with...), ", ") + text
	}
	return text, shape
}

// items writes what a row consists of. What is in with must be computed first.
func (c *compiler) items(s *scope, q graph.Query, keys []sortKey, edgeProps []string) (with, items []string, shape rowShape) {
	shape = rowShape{keys: keys, score: s.score != "", props: q.Props}
	if len(s.labels) == 1 {
		shape.label = s.labels[0]
	}
	items = make([]string, 0, 2+len(q.Props)+len(keys)+len(edgeProps)+len(q.Expand))
	items = append(items, dot(s.node, "id"))
	if s.score != "" {
		items = append(items, s.score)
	}
	for _, name := range q.Props {
		c.prop(s, name)
		items = append(items, dot(s.node, name))
	}
	for _, k := range keys {
		items = append(items, k.expr)
	}
	items = append(items, c.edgeItems(s, edgeProps, &shape)...)
	for _, e := range q.Expand {
		expr, sub := c.expand(s, e)
		x := c.fresh("x")
		with, items = append(with, expr+" AS "+x), append(items, x)
		shape.subs, shape.results = append(shape.subs, e.Name), append(shape.results, sub)
	}
	return with, items, shape
}

// edgeItems writes the wanted properties of the edge, or the aggregates.
func (c *compiler) edgeItems(s *scope, edgeProps []string, shape *rowShape) []string {
	var items []string
	if s.through != nil {
		for i, a := range s.through.Aggregates {
			if c.aggregateProp(s.through, a).Kind == graph.Date {
				shape.days = append(shape.days, i)
			}
			shape.edge = append(shape.edge, a.Name)
			items = append(items, s.aggregates[a.Name])
		}
		return items
	}
	shape.edge = edgeProps
	for _, name := range edgeProps {
		c.edgeProp(s, name)
		items = append(items, dot(s.edge, name))
	}
	return items
}
