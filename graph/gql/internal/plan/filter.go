package plan

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"

	"parley/graph"
)

// prune takes away what is null, and what is empty for that reason alone: a
// filter that is null counts as absent, whereas {} is one that asks nothing.
func prune(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, e := range v {
			if p := prune(e); p != nil {
				out[k] = p
			}
		}
		if len(out) == 0 && len(v) > 0 {
			return nil
		}
		return out
	case []any:
		out := []any{}
		for _, e := range v {
			if p := prune(e); p != nil {
				out = append(out, p)
			}
		}
		if len(out) == 0 && len(v) > 0 {
			return nil
		}
		return out
	}
	return v
}

// list returns the items of a list value; GraphQL lets one item stand for it.
// The coercion of variables may make a list of any Go type.
func list(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	r := reflect.ValueOf(v)
	if r.Kind() != reflect.Slice {
		return []any{v}
	}
	out := make([]any, r.Len())
	for i := range out {
		out[i] = r.Index(i).Interface()
	}
	return out
}

// add appends a predicate that isn't nil.
func add(all graph.And, p graph.Predicate) graph.And {
	if p == nil {
		return all
	}
	return append(all, p)
}

// join adds further conditions to a predicate that may be nil.
func join(p graph.Predicate, more graph.And) graph.Predicate {
	if p != nil {
		more = append(graph.And{p}, more...)
	}
	switch len(more) {
	case 0:
		return nil
	case 1:
		return more[0]
	}
	return more
}

// filterOps are the entries of the filter inputs.
var filterOps = map[string]graph.Op{
	"eq": graph.Eq, "in": graph.OneOf, "contains": graph.Contains, "startsWith": graph.StartsWith,
	"from": graph.From, "to": graph.To, "isNull": graph.Present,
}

// compare makes a comparison of a property with a GraphQL value; enum says
// that the value is an enum's.
func compare(prop string, op graph.Op, kind graph.Kind, v any, path string, enum bool) (graph.Compare, error) {
	out := graph.Compare{Prop: prop, Op: op}
	var err error
	switch op {
	case graph.Present:
		null, _ := v.(bool)
		out.Value = !null
	case graph.OneOf:
		out.Value, err = values(kind, list(v), path, enum)
	default:
		out.Value, err = value(kind, v, path, enum)
	}
	return out, err
}

// values converts the items of a list to one of the types that OneOf takes.
func values(kind graph.Kind, items []any, path string, enum bool) (any, error) {
	var texts []string
	var ints []int64
	var floats []float64
	for _, item := range items {
		v, err := value(kind, item, path, enum)
		if err != nil {
			return nil, err
		}
		switch v := v.(type) {
		case string:
			texts = append(texts, v)
		case int64:
			ints = append(ints, v)
		case float64:
			floats = append(floats, v)
		}
	}
	switch kind {
	case graph.Int:
		return ints, nil
	case graph.Float:
		return floats, nil
	}
	return texts, nil
}

// value converts a GraphQL value to the type of a property's kind.
func value(kind graph.Kind, v any, path string, enum bool) (any, error) {
	switch kind {
	case graph.Int:
		if n, ok := integer(v); ok {
			return n, nil
		}
		return nil, bad("%s is %v: it must be a whole number", path, v)
	case graph.Float:
		if f, ok := float(v); ok {
			return f, nil
		}
		return nil, bad("%s is %v: it must be a number", path, v)
	}
	if b, ok := v.(bool); ok && kind == graph.Bool {
		return b, nil
	}
	s, ok := v.(string)
	if !ok {
		return nil, bad("%s is %v: it must be a text", path, v)
	}
	if kind == graph.Date {
		return s, CheckDate(s, path)
	}
	if enum {
		s = strings.ToLower(s)
	}
	return s, nil
}

// CheckDate reports, in plain words, a value that isn't a partial date.
func CheckDate(v any, path string) error {
	s, ok := v.(string)
	if !ok {
		return bad("%s: %v is not a date: write it as a text, \"YYYY\", \"YYYY-MM\" or \"YYYY-MM-DD\"", path, v)
	}
	if _, err := graph.ParseDate(s); err != nil {
		return bad("%s: %q is not a date: write YYYY, YYYY-MM or YYYY-MM-DD", path, s)
	}
	return nil
}

// CheckProbability reports, in plain words, a value that isn't from 0 to 1.
func CheckProbability(v any, path string) error {
	p, ok := float(v)
	if !ok || p < 0 || p > 1 {
		return bad("%s: %v is not a probability: write a number from 0 to 1", path, v)
	}
	return nil
}

// integer reads a number as literals, variables and defaults give them.
func integer(v any) (int64, bool) {
	switch v := v.(type) {
	case int64:
		return v, true
	case int:
		return int64(v), true
	case json.Number:
		n, err := v.Int64()
		return n, err == nil
	case float64:
		return int64(v), v == math.Trunc(v) && math.Abs(v) < 1<<53
	}
	return 0, false
}

func float(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case json.Number:
		f, err := v.Float64()
		return f, err == nil
	}
	n, ok := integer(v)
	return float64(n), ok
}
