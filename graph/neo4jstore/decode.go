package neo4jstore

import (
	"cmp"
	"slices"
	"strings"

	"parley/graph"
)

// decode reads a result as its shape says. Everything in it came from a
// statement of ours, so a value of another type is a mistake of ours; it is
// read as absent.
func (s *Store) decode(v any, shape *resultShape, res *graph.Result) {
	list, _ := v.([]any)
	rows := list
	if shape.wrapped {
		if len(list) == 0 {
			list = []any{make([]any, 2+len(shape.facets))}
		}
		list, _ = list[0].([]any)
		rows, _ = list[0].([]any)
		list = list[1:]
		if shape.total {
			res.Total, _ = list[0].(int64)
			list = list[1:]
		}
	}
	res.More = shape.more(len(rows), res.Total)
	if shape.sorted && len(rows) > shape.limit {
		rows = rows[:shape.limit]
	}
	if len(rows) > 0 {
		res.Rows = make([]graph.Row, len(rows))
	}
	for i, r := range rows {
		s.decodeRow(r, &shape.row, &res.Rows[i])
	}
	shape.arrange(res.Rows)
	if len(shape.facets) > 0 {
		res.Facets = make(map[string][]graph.Bucket, len(shape.facets))
	}
	for i, f := range shape.facets {
		res.Facets[f.name] = s.decodeFacet(list[i], f)
	}
}

// more tells from what came whether there are rows beyond the page.
func (r *resultShape) more(rows int, total int64) bool {
	switch {
	case !r.sorted:
		return false
	case r.extra:
		return rows > r.limit
	}
	return total > int64(r.limit)
}

// arrange puts rows in the query's order: those of a backward page come the
// other way round, those without a limit in no order.
func (r *resultShape) arrange(rows []graph.Row) {
	if r.sorted {
		if r.backward {
			slices.Reverse(rows)
		}
		return
	}
	slices.SortFunc(rows, func(a, b graph.Row) int {
		at := 0
		for _, k := range r.row.keys {
			for range k.width() {
				if c := compareKeys(a.Keys[at], b.Keys[at], k.desc); c != 0 {
					return c
				}
				at++
			}
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
}

// compareKeys orders as the database does, absent values last in either
// direction.
func compareKeys(a, b any, desc bool) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	c := 0
	switch a := a.(type) {
	case string:
		b, _ := b.(string)
		c = strings.Compare(a, b)
	case int64:
		b, _ := b.(int64)
		c = cmp.Compare(a, b)
	case float64:
		b, _ := b.(float64)
		c = cmp.Compare(a, b)
	case bool:
		if a != b {
			c = -1
			if a {
				c = 1
			}
		}
	}
	if desc {
		return -c
	}
	return c
}

func (s *Store) decodeRow(v any, shape *rowShape, row *graph.Row) {
	list, _ := v.([]any)
	id, _ := list[0].(string)
	row.ID, row.Label = graph.ID(id), shape.label
	if shape.label == "" {
		row.Label, _ = s.o.LabelOf(row.ID)
	}
	list = list[1:]
	if shape.score {
		row.Score, _ = list[0].(float64)
		list = list[1:]
	}
	row.Props, list = decodeProps(shape.props, list)
	row.Keys, list = decodeKeys(shape.keys, list)
	row.Edge, list = decodeProps(shape.edge, list)
	for _, i := range shape.days {
		if day, ok := row.Edge.List[i].(string); ok {
			row.Edge.List[i] = partial(unspan(day))
		}
	}
	if len(shape.subs) > 0 {
		row.Sub = graph.Subs{Names: shape.subs, List: make([]graph.Result, len(shape.subs))}
	}
	for i, sub := range shape.results {
		s.decode(list[i], sub, &row.Sub.List[i])
	}
}

// decodeProps reads as many values as there are names and returns the rest.
// The list is ours, so the values stay in it.
func decodeProps(names []string, list []any) (graph.Values, []any) {
	n := len(names)
	values := list[:n:n]
	for i, v := range values {
		values[i] = decodeValue(v)
	}
	return graph.Values{Names: names, List: values}, list[n:]
}

// decodeValue turns the driver's lists into typed ones; other values are what
// graph.Props says already.
func decodeValue(v any) any {
	list, ok := v.([]any)
	if !ok {
		return v
	}
	if len(list) == 0 {
		return nil
	}
	if _, isInt := list[0].(int64); isInt {
		return typed[int64](list)
	}
	return typed[string](list)
}

func typed[T any](list []any) []T {
	out := make([]T, len(list))
	for i, v := range list {
		out[i], _ = v.(T)
	}
	return out
}

// partial is graph.ParseDate backwards: no two partial dates mean the same
// interval.
func partial(day graph.Interval) string {
	for _, length := range []int{len("2025"), len("2025-08")} {
		if len(day.First) < length {
			break
		}
		if again, err := graph.ParseDate(day.First[:length]); err == nil && again == day {
			return day.First[:length]
		}
	}
	return day.First
}

func decodeKeys(keys []sortKey, list []any) ([]any, []any) {
	if len(keys) == 0 {
		return nil, list
	}
	out := make([]any, 0, len(keys)+1)
	for i, k := range keys {
		v := list[i]
		switch text, isString := v.(string); {
		case k.kind != graph.Date:
			out = append(out, v)
		case isString:
			day := unspan(text)
			out = append(out, day.First, day.Last)
		default:
			out = append(out, nil, nil)
		}
	}
	return out, list[len(keys):]
}

func (s *Store) decodeFacet(v any, f facetShape) []graph.Bucket {
	var out []graph.Bucket
	list, _ := v.([]any)
	for _, item := range list {
		pair, _ := item.([]any)
		b := graph.Bucket{}
		b.Count, _ = pair[0].(int64)
		if f.row != nil {
			b.Node = &graph.Row{}
			s.decodeRow(pair[1], f.row, b.Node)
		} else {
			b.Key, _ = pair[1].(string)
		}
		out = append(out, b)
	}
	return out
}

// decodeLookup reads rows of [id, name].
func (s *Store) decodeLookup(v any) []graph.Row {
	var out []graph.Row
	list, _ := v.([]any)
	shape := &rowShape{props: []string{"name"}}
	for _, item := range list {
		var row graph.Row
		s.decodeRow(item, shape, &row)
		out = append(out, row)
	}
	return out
}
