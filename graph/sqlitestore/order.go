package sqlitestore

import (
	"fmt"
	"strings"

	"parley/graph"
)

// sortKey is one column by which the rows of a scope are sorted.
type sortKey struct {
	// expr is its SQL where the rows are found, name that of the column.
	expr, name string
	kind       graph.Kind
	desc       bool
}

// keys are the columns for an order. sources tells the SQL of what an Order
// looks at.
func (b *builder) keys(orders []graph.Order, sources func(graph.Order) (string, graph.Kind)) []sortKey {
	var out []sortKey
	for i, o := range orders {
		expr, kind := sources(o)
		if kind == graph.Strings || kind == graph.Ints {
			b.fail("nothing is sorted by the list %q", o.Prop)
		}
		out = append(out, sortKey{expr, fmt.Sprintf("k%d", i), kind, o.Desc})
	}
	return out
}

// orderBy sorts by the keys and then by ID, the other way round where backward.
// Rows without a key come last, so backwards they come first.
func orderBy(keys []sortKey, backward bool) string {
	var terms []string
	for _, k := range keys {
		switch {
		case k.desc && backward:
			terms = append(terms, k.name+" ASC") // SQLite puts NULL first
		case k.desc:
			terms = append(terms, k.name+" DESC") // and here last
		case backward:
			terms = append(terms, k.name+" DESC NULLS FIRST")
		default:
			terms = append(terms, k.name+" ASC NULLS LAST")
		}
	}
	if backward {
		return " ORDER BY " + strings.Join(append(terms, "id DESC"), ", ")
	}
	return " ORDER BY " + strings.Join(append(terms, "id"), ", ")
}

// cursor is the condition for the rows beyond the page's cursor, in the
// direction of paging; "" without one.
func (b *builder) cursor(p graph.Page, keys []sortKey) string {
	c := p.After
	if p.Backward {
		c = p.Before
	}
	if c == nil {
		return ""
	}
	values := b.cursorValues(c, keys)
	if b.err != nil {
		return ""
	}
	op := ">"
	if p.Backward {
		op = "<"
	}
	cond := "id " + op + " " + b.arg(string(c.ID))
	for i := len(keys) - 1; i >= 0; i-- {
		cond = b.beyond(keys[i], values[i], p.Backward, cond)
	}
	return " WHERE " + cond
}

// beyond is the condition for rows behind the value of one key, or level with
// it and satisfying rest.
func (b *builder) beyond(k sortKey, v any, backward bool, rest string) string {
	switch {
	case v == nil && backward:
		return fmt.Sprintf("(%s IS NOT NULL OR (%s))", k.name, rest)
	case v == nil:
		return fmt.Sprintf("(%s IS NULL AND (%s))", k.name, rest)
	}
	at := b.arg(v)
	op := ">"
	if k.desc != backward {
		op = "<"
	}
	cond := k.name + " " + op + " " + at
	if !backward {
		cond += " OR " + k.name + " IS NULL"
	}
	return fmt.Sprintf("(%s OR (%s = %s AND (%s)))", cond, k.name, at, rest)
}

// cursorValues turns the keys of a cursor, which may have been JSON meanwhile,
// into one value a sort key.
func (b *builder) cursorValues(c *graph.Cursor, keys []sortKey) []any {
	var out []any
	rest := c.Keys
	for _, k := range keys {
		n := 1
		if k.kind == graph.Date {
			n = 2
		}
		if len(rest) < n {
			b.fail("the cursor has %d keys, too few for this order", len(c.Keys))
			return nil
		}
		out = append(out, b.cursorValue(k.kind, rest[:n]))
		rest = rest[n:]
	}
	if len(rest) > 0 {
		b.fail("the cursor has %d keys, too many for this order", len(c.Keys))
	}
	return out
}

// cursorValue checks what a cursor says of one sort key.
func (b *builder) cursorValue(kind graph.Kind, parts []any) any {
	if parts[0] == nil {
		return nil
	}
	if kind == graph.Date {
		first, ok1 := parts[0].(string)
		last, ok2 := parts[1].(string)
		if !ok1 || !ok2 {
			b.fail("the cursor has no date where the order has one")
		}
		return first + "/" + last
	}
	v, ok := scalar(kind, parts[0])
	if !ok {
		b.fail("the cursor has a %T where the order has something else", parts[0])
	}
	return v
}

// scalar checks the type of a sort key's value. JSON makes every number a
// float64.
func scalar(kind graph.Kind, v any) (any, bool) {
	ok := false
	switch kind {
	case graph.String, graph.Text:
		_, ok = v.(string)
	case graph.Bool:
		_, ok = v.(bool)
	case graph.Int, graph.Float:
		return number(v)
	}
	return v, ok
}

func number(v any) (any, bool) {
	switch v := v.(type) {
	case int64, float64:
		return v, true
	case int:
		return int64(v), true
	case interface{ Float64() (float64, error) }: // json.Number
		f, err := v.Float64()
		return f, err == nil
	}
	return nil, false
}
