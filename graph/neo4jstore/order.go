package neo4jstore

import (
	"strings"

	"parley/graph"
)

// sortKey is one Order, compiled.
type sortKey struct {
	expr string
	// ord is what to compare instead with some strings; see withOrd.
	ord  string
	desc bool
	kind graph.Kind
	// sure: the value is never absent.
	sure bool
}

// width is how many of Row.Keys it makes.
func (k sortKey) width() int {
	if k.kind == graph.Date {
		return 2
	}
	return 1
}

// order compiles the sort keys of a level.
func (c *compiler) order(s *scope, list []graph.Order) []sortKey {
	var keys []sortKey
	for _, o := range list {
		k := sortKey{desc: o.Desc}
		switch o.By {
		case graph.ByProp:
			p := c.prop(s, o.Prop)
			k.expr, k.ord, k.kind = dot(s.node, sortProp(p)), dot(s.node, ordProp(p.Name)), p.Kind
		case graph.ByEdge:
			p := c.edgeProp(s, o.Prop)
			k.expr, k.ord, k.kind = dot(s.edge, sortProp(p)), dot(s.edge, ordProp(p.Name)), p.Kind
		case graph.ByAggregate:
			k = c.byAggregate(s, o)
		case graph.ByScore:
			if s.score == "" {
				c.fail("there is no text to score")
			}
			k.expr, k.kind, k.sure = s.score, graph.Float, true
		default:
			c.fail("there is no order %d", o.By)
		}
		keys = append(keys, k)
	}
	return keys
}

func (c *compiler) byAggregate(s *scope, o graph.Order) sortKey {
	if s.through != nil {
		for _, a := range s.through.Aggregates {
			if a.Name == o.Prop {
				return sortKey{expr: s.aggregates[a.Name], desc: o.Desc, kind: c.aggregateProp(s.through, a).Kind, sure: a.Fn == graph.CountNodes}
			}
		}
	}
	c.fail("there is no aggregate %q", o.Prop)
	return sortKey{}
}

// orderBy writes the ORDER BY of a page; Neo4j has nulls last upwards and first
// downwards, which is turned round where they must be last.
func orderBy(s *scope, keys []sortKey, backward bool) string {
	var parts []string
	for _, k := range keys {
		desc := k.desc != backward
		if k.desc && !k.sure {
			parts = append(parts, k.expr+" IS NULL"+direction(backward))
		}
		parts = append(parts, k.expr+direction(desc))
	}
	parts = append(parts, dot(s.node, "id")+direction(backward))
	return " ORDER BY " + strings.Join(parts, ", ")
}

func direction(desc bool) string {
	if desc {
		return " DESC"
	}
	return ""
}

// beside writes the condition that a row stands after a cursor, or before it.
func (c *compiler) beside(s *scope, keys []sortKey, at *graph.Cursor, before bool) string {
	values, ok := cursorValues(keys, at.Keys)
	if !ok {
		c.fail("the cursor has %d keys, which is not what this order makes; it belongs to another query", len(at.Keys))
		return "false"
	}
	cond := dot(s.node, "id") + sign(before) + c.param(string(at.ID))
	for i := len(keys) - 1; i >= 0; i-- {
		cond = c.besideKey(keys[i], values[i], before, cond)
	}
	return cond
}

// besideKey writes one level of the comparison; then decides where the key is
// equal.
func (c *compiler) besideKey(k sortKey, at any, before bool, then string) string {
	switch {
	case at == nil && before:
		return "(" + k.expr + " IS NOT NULL OR " + then + ")"
	case at == nil:
		return "(" + k.expr + " IS NULL AND " + then + ")"
	}
	expr, at := withOrd(k.expr, k.ord, at)
	p := c.param(at)
	cond := expr + sign(before != k.desc) + p + " OR (" + expr + " = " + p + " AND " + then + ")"
	if !before && !k.sure {
		cond += " OR " + k.expr + " IS NULL"
	}
	return "(" + cond + ")"
}

func sign(less bool) string {
	if less {
		return " < "
	}
	return " > "
}

// cursorValues turns Row.Keys back into one value a sort key.
func cursorValues(keys []sortKey, given []any) ([]any, bool) {
	var out []any
	for _, k := range keys {
		if len(given) < k.width() {
			return nil, false
		}
		v := given[0]
		if k.kind == graph.Date && v != nil {
			first, isFirst := given[0].(string)
			last, isLast := given[1].(string)
			if !isFirst || !isLast {
				return nil, false
			}
			v = span(graph.Interval{First: first, Last: last})
		}
		out = append(out, v)
		given = given[k.width():]
	}
	return out, len(given) == 0
}

// span writes an interval as it is stored.
func span(day graph.Interval) string {
	if day.First == "" {
		return ""
	}
	return day.First + "/" + day.Last
}

// unspan reads it back.
func unspan(s string) graph.Interval {
	first, last, _ := strings.Cut(s, "/")
	return graph.Interval{First: first, Last: last}
}
