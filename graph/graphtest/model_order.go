package graphtest

import (
	"cmp"
	"slices"

	"parley/fold"
	"parley/graph"
)

// page returns the window of the ordered rows, and whether more follow it in
// the direction of paging.
func (m *Model) page(all []reached, q graph.Query) ([]reached, bool, error) {
	rows := m.sorted(all, q.Order)
	from, to := 0, len(rows)
	if c := q.Page.After; c != nil && !q.Page.Backward {
		for from < len(rows) && m.compareToCursor(rows[from], *c, q.Order) <= 0 {
			from++
		}
	}
	if c := q.Page.Before; c != nil && q.Page.Backward {
		for to > 0 && m.compareToCursor(rows[to-1], *c, q.Order) >= 0 {
			to--
		}
	}
	rows = rows[from:to]
	limit := q.Page.Limit
	if limit < 0 || limit >= len(rows) {
		return rows, false, nil
	}
	if q.Page.Backward {
		return rows[len(rows)-limit:], true, nil
	}
	return rows[:limit], true, nil
}

func (m *Model) sorted(rows []reached, order []graph.Order) []reached {
	return slices.SortedFunc(slices.Values(rows), func(a, b reached) int {
		return compareKeys(m.keys(a, order), m.keys(b, order), m.descending(a, order), a.node.ID, b.node.ID)
	})
}

func (m *Model) compareToCursor(r reached, c graph.Cursor, order []graph.Order) int {
	return compareKeys(m.keys(r, order), c.Keys, m.descending(r, order), r.node.ID, c.ID)
}

// compareKeys compares two rows by their keys and then by ID. A missing key
// is nil and comes last in either direction.
func compareKeys(a, b []any, desc []bool, idA, idB graph.ID) int {
	for i := range a {
		switch {
		case a[i] == nil && b[i] == nil:
		case a[i] == nil:
			return 1
		case b[i] == nil:
			return -1
		default:
			if c := compareValues(a[i], b[i]); c != 0 && desc[i] {
				return -c
			} else if c != 0 {
				return c
			}
		}
	}
	return cmp.Compare(idA, idB)
}

// keys are the sort keys of a row: two for a date, one for anything else.
func (m *Model) keys(r reached, order []graph.Order) []any {
	var out []any
	for _, o := range order {
		kind, value := m.orderValue(r, o)
		out = append(out, sortKeys(kind, value)...)
	}
	return out
}

// descending tells the direction of each of the keys.
func (m *Model) descending(r reached, order []graph.Order) []bool {
	var out []bool
	for _, o := range order {
		kind, _ := m.orderValue(r, o)
		for range sortKeys(kind, nil) {
			out = append(out, o.Desc)
		}
	}
	return out
}

// orderValue returns what an Order looks at, and its kind.
func (m *Model) orderValue(r reached, o graph.Order) (graph.Kind, any) {
	switch o.By {
	case graph.ByScore:
		return graph.Float, r.score
	case graph.ByEdge:
		p, _ := r.def.Prop(o.Prop)
		return p.Kind, r.edge[o.Prop]
	case graph.ByAggregate:
		return m.aggregateKind(r.through, o.Prop), r.edge[o.Prop]
	}
	p, _ := m.ontology.Prop(r.node.Label, o.Prop)
	return p.Kind, r.node.Props[o.Prop]
}

func (m *Model) aggregateKind(t *graph.Through, name string) graph.Kind {
	for _, a := range t.Aggregates {
		if a.Name == name && a.Fn != graph.CountNodes {
			p, _ := m.ontology.Prop(t.Label, a.Prop)
			return p.Kind
		}
	}
	return graph.Int
}

// sortKeys returns what a value sorts by.
func sortKeys(kind graph.Kind, v any) []any {
	s, isString := v.(string)
	switch {
	case kind == graph.Date && !isString:
		return []any{nil, nil}
	case kind == graph.Date:
		day, _ := graph.ParseDate(s)
		return []any{day.First, day.Last}
	case kind == graph.Text && isString:
		return []any{fold.Name(s)}
	}
	return []any{v}
}

// compareValues compares two values of one type. Numbers may have become
// float64 in JSON.
func compareValues(a, b any) int {
	switch a := a.(type) {
	case string:
		return cmp.Compare(a, b.(string))
	case bool:
		return cmp.Compare(number(a), number(b))
	}
	return cmp.Compare(number(a), number(b))
}

func number(v any) float64 {
	switch v := v.(type) {
	case int64:
		return float64(v)
	case float64:
		return v
	case bool:
		if v {
			return 1
		}
	}
	return 0
}
