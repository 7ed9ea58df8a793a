package sqlitestore

import (
	"context"
	"fmt"
	"strings"

	"parley/graph"
	"parley/graph/index"
)

// Query answers with one statement.
func (s *Store) Query(ctx context.Context, q graph.Query) (*graph.Result, error) {
	b := &builder{o: s.o}
	sql, shape := b.root(q)
	if b.err != nil {
		return nil, b.err
	}
	var res *graph.Result
	err := s.run(ctx, sql, b.args, func(answer string) (rows int) {
		res = shape.decode(answer)
		return len(res.Rows)
	})
	return res, err
}

// root compiles the whole query: a JSON array with the answer and the lookups.
func (b *builder) root(q graph.Query) (string, *rootShape) {
	if len(q.Labels) == 0 && q.IDs == nil && q.Text == "" {
		return b.fail("a query needs labels, IDs or a text"), nil
	}
	terms := index.Terms(q.Text)
	labels := b.labels(q.Labels, b.allLabels())
	var s scope
	if q.Text != "" {
		s = b.searchScope(q, labels, terms)
	} else {
		s = b.rootScope(q, labels)
	}
	sql, shape := b.answer(s, q)
	parts := []string{"(" + sql + ")"}
	root := &rootShape{result: shape}
	for _, l := range q.Lookups {
		parts = append(parts, "("+b.lookup(l)+")")
		root.lookups = append(root.lookups, l.Key)
	}
	root.name = b.nameShape(q.Lookups)
	return "SELECT " + jsonArray(parts...), root
}

// rootParts are all restrictions of a root.
func rootParts(q graph.Query, terms []index.Term) []graph.Predicate {
	var parts []graph.Predicate
	if q.IDs != nil {
		parts = append(parts, graph.HasID(q.IDs))
	}
	if len(terms) > 0 {
		parts = append(parts, withText{terms: terms})
	}
	return append(parts, flatten(q.Where)...)
}

// rootScope is the root of a query without a text.
func (b *builder) rootScope(q graph.Query, labels []graph.Label) scope {
	n := b.alias("n")
	at := &place{key: n + "._key", node: n, labels: labels}
	parts := rootParts(q, nil)
	s := scope{labels: labels, costly: b.best(parts, labels).rank < rankNone}
	along := ""
	if !s.costly {
		along = b.orderIndex(q.Order, labels)
	}
	s.keys = b.keys(q.Order, func(o graph.Order) (string, graph.Kind) { return b.orderSource(o, at) })
	conds := b.drive(parts, at)
	cols := append([]string{at.key + " AS key", at.column("_id") + " AS id"}, keyColumns(s.keys)...)
	cols = append(cols, b.facetColumns(q.Facets, at)...)
	s.base = fmt.Sprintf("SELECT %s FROM node %s%s WHERE %s", strings.Join(cols, ", "), at.node, along, all(conds))
	s.count = fmt.Sprintf("SELECT count(*) FROM node %s WHERE %s", at.node, all(conds))
	return s
}

// orderIndex makes SQLite go along the index of what is sorted by first, so that
// the page is cut while reading; it would rather sort all nodes of the label.
func (b *builder) orderIndex(orders []graph.Order, labels []graph.Label) string {
	if len(orders) == 0 || len(labels) != 1 || orders[0].By != graph.ByProp {
		return ""
	}
	if p, ok := b.propOf(labels, orders[0].Prop); ok && p.Indexed {
		return " INDEXED BY " + ident(indexName(labels[0], p))
	}
	return ""
}

// lookup finds nodes by name: a JSON array of rows with ID, label and name.
func (b *builder) lookup(l graph.Lookup) string {
	labels := b.labels(l.Labels, b.allLabels())
	limit := l.Limit
	if limit < 0 {
		limit = -1
	}
	return fmt.Sprintf("SELECT "+jsonRows("json_array(_id, _label, name)")+" FROM (SELECT _id, _label, name FROM node WHERE _key IN (%s) ORDER BY _id LIMIT %s)",
		b.named(labels, l.Name), b.arg(int64(limit)))
}

// named selects the keys of the nodes with one of the labels that have the name
// or an alias.
func (b *builder) named(labels []graph.Label, name string) string {
	sql, _ := b.findCompare(graph.Compare{Prop: nameProp, Op: graph.Eq, Value: name}, nil, labels)
	return sql
}

// nameProp is the property by which Lookup and Path find nodes.
const nameProp = "name"
