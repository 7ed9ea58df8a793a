package neo4jstore

import (
	"strings"

	"parley/fold"
	"parley/graph"
)

// value is a property of a variable to be compared.
type value struct {
	owner string
	def   graph.PropDef
	// onEdge: the owner is an edge; its Texts have no folded forms.
	onEdge bool
	// unless, when not "", is a condition under which the value is absent.
	unless string
}

func (v value) get(prop string) string {
	if v.unless != "" {
		return "CASE WHEN NOT " + v.unless + " THEN " + dot(v.owner, prop) + " END"
	}
	return dot(v.owner, prop)
}

// compare writes one comparison. It may be null where the property is absent.
func (c *compiler) compare(v value, op graph.Op, want any) string {
	if !fits(v.def.Kind, op, want) {
		c.fail("property %s can't be compared with %#v in this way", v.def.Name, want)
		return "false"
	}
	if op == graph.Present {
		if want.(bool) {
			return v.get(v.def.Name) + " IS NOT NULL"
		}
		return v.get(v.def.Name) + " IS NULL"
	}
	switch v.def.Kind {
	case graph.Text:
		return c.compareText(v, op, want)
	case graph.Date:
		return c.compareDate(v, op, want)
	case graph.Strings, graph.Ints:
		if op == graph.OneOf {
			return "any(w IN " + c.param(want) + " WHERE w IN " + v.get(v.def.Name) + ")"
		}
		return c.param(want) + " IN " + v.get(v.def.Name)
	}
	left := v.get(v.def.Name)
	if op == graph.From || op == graph.To {
		left, want = withOrd(left, v.get(ordProp(v.def.Name)), want)
	}
	return left + " " + operators[op] + " " + c.param(want)
}

var operators = map[graph.Op]string{
	graph.Eq: "=", graph.OneOf: "IN", graph.From: ">=", graph.To: "<=",
	graph.Contains: "CONTAINS", graph.StartsWith: "STARTS WITH",
}

// compareText compares folded. A Text that has aliases, a name, is looked up in
// its index once a statement; whether a node has it is then whether it is one
// of those found.
func (c *compiler) compareText(v value, op graph.Op, want any) string {
	if v.onEdge {
		return "false"
	}
	named := v.def.Aliases != ""
	switch {
	case named && (op == graph.Eq || op == graph.OneOf):
		return v.owner + " IN " + c.named(v.def.Name, foldAll(want))
	case named:
		return "any(w IN " + v.get(formsProp(v.def.Name)) + " WHERE w " + operators[op] + " " + c.param(fold.Name(want.(string))) + ")"
	}
	key := v.get(keyProp(v.def.Name))
	if op == graph.OneOf {
		return "(" + key + " IN " + c.param(foldAll(want)) + " AND " + key + " <> '')"
	}
	return "(" + key + " " + operators[op] + " " + c.param(fold.Name(want.(string))) + " AND " + key + " <> '')"
}

// foldAll folds a string or each of several.
func foldAll(v any) []string {
	list, ok := v.([]string)
	if !ok {
		list = []string{v.(string)}
	}
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = fold.Name(s)
	}
	return out
}

// farDay is after every day; a span up to it has every last day.
const farDay = "/9999-12-31"

func (c *compiler) compareDate(v value, op graph.Op, want any) string {
	span, last := v.get(spanProp(v.def.Name)), v.get(lastProp(v.def.Name))
	if op == graph.OneOf {
		days := make([][]string, 0)
		for _, s := range want.([]string) {
			day, _ := graph.ParseDate(s)
			days = append(days, []string{day.First, day.Last})
		}
		return "any(w IN " + c.param(days) + " WHERE " + span + " >= w[0] AND " + last + " <= w[1])"
	}
	day, _ := graph.ParseDate(want.(string))
	switch op {
	case graph.From:
		return last + " >= " + c.param(day.First)
	case graph.To:
		return span + " <= " + c.param(day.Last+farDay)
	}
	return "(" + span + " >= " + c.param(day.First) + " AND " + last + " <= " + c.param(day.Last) + ")"
}

// fits says which operation goes with which kind of property and value.
func fits(kind graph.Kind, op graph.Op, v any) bool {
	switch op {
	case graph.Present:
		_, ok := v.(bool)
		return ok
	case graph.Eq:
		return single(kind, v)
	case graph.OneOf:
		return several(kind, v)
	case graph.Contains, graph.StartsWith:
		return (kind == graph.String || kind == graph.Text) && single(kind, v)
	case graph.From, graph.To:
		ordered := kind == graph.String || kind == graph.Date || kind == graph.Int || kind == graph.Float
		return ordered && single(kind, v)
	}
	return false
}

// single reports whether v is one value to compare a property of the kind with.
func single(kind graph.Kind, v any) bool {
	ok := false
	switch kind {
	case graph.Int, graph.Ints:
		_, ok = v.(int64)
	case graph.Float:
		_, ok = v.(float64)
	case graph.Bool:
		_, ok = v.(bool)
	case graph.Date:
		var s string
		if s, ok = v.(string); ok {
			_, err := graph.ParseDate(s)
			ok = err == nil
		}
	default:
		_, ok = v.(string)
	}
	return ok
}

// several reports whether v is a list of such values.
func several(kind graph.Kind, v any) bool {
	switch v := v.(type) {
	case []string:
		for _, s := range v {
			if !single(kind, s) {
				return false
			}
		}
		return true
	case []int64:
		return len(v) == 0 || single(kind, v[0])
	case []float64:
		return len(v) == 0 || single(kind, v[0])
	}
	return false
}

// luceneEscapes are the characters that Lucene's query syntax knows, and the
// space, at which its parser would split.
var luceneEscapes = func() *strings.Replacer {
	var pairs []string
	for _, r := range `\+-!():^[]"{}~*?|&/<>= ` {
		pairs = append(pairs, string(r), `\`+string(r))
	}
	return strings.NewReplacer(pairs...)
}()

// exactly writes a Lucene query for one whole keyword. Escaping the first
// letter, too, keeps AND, OR, NOT and TO from being operators; folded names
// are in lower case anyway.
func exactly(s string) string { return luceneEscapes.Replace(s) }
