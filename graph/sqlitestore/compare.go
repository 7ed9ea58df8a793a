package sqlitestore

import (
	"fmt"
	"strings"

	"parley/fold"
	"parley/graph"
)

// compareNode compares a property of the node.
func (b *builder) compareNode(p graph.Compare, at *place) string {
	def := b.prop(at.labels, p.Prop)
	if b.err != nil || !b.mustCompare(def, p.Op, p.Value) {
		return "0"
	}
	if def.Kind == graph.Text && p.Op != graph.Present {
		return b.compareNames(def, p, at)
	}
	return b.compareColumn(def, p, at.column)
}

// compareEdge compares a property of the edge that led to the node. It has no
// aliases, so a Text is compared by its own folded form.
func (b *builder) compareEdge(p graph.EdgeCompare, at *place) string {
	if at.def == nil {
		return b.fail("no edge leads here, so there is no property %q of it", p.Prop)
	}
	def := b.edgeProp(at.def, p.Prop)
	if b.err != nil || !b.mustCompare(def, p.Op, p.Value) {
		return "0"
	}
	column := func(name string) string { return at.edge + "." + ident(name) }
	if def.Kind == graph.Text && p.Op != graph.Present {
		return b.compareText(column(derivedName(def)), p.Op, p.Value)
	}
	return b.compareColumn(def, graph.Compare(p), column)
}

// compareNames looks a Text up among all its folded forms.
func (b *builder) compareNames(def graph.PropDef, p graph.Compare, at *place) string {
	f := b.alias("f")
	return fmt.Sprintf("EXISTS (SELECT 1 FROM folded %s WHERE %s.node = %s AND %s.prop = %s AND %s)",
		f, f, at.key, f, literal(def.Name), b.compareText(f+".value", p.Op, p.Value))
}

// compareText compares a folded form with values that are still to be folded.
func (b *builder) compareText(column string, op graph.Op, value any) string {
	if list, ok := value.([]string); ok {
		folded := make([]any, len(list))
		for i, v := range list {
			folded[i] = fold.Name(v)
		}
		return column + " IN " + b.argList(folded)
	}
	return b.compareString(column, op, fold.Name(value.(string)))
}

// afterAll follows every text that begins alike: no UTF-8 has this byte.
const afterAll = "\xff"

func (b *builder) compareString(column string, op graph.Op, v string) string {
	switch op {
	case graph.Contains:
		return "instr(" + column + ", " + b.arg(v) + ") > 0"
	case graph.StartsWith:
		return "(" + column + " >= " + b.arg(v) + " AND " + column + " < " + b.arg(v+afterAll) + ")"
	}
	return b.compareValue(column, op, v)
}

// compareColumn compares a property kept in a column of its own.
func (b *builder) compareColumn(def graph.PropDef, p graph.Compare, column func(string) string) string {
	if p.Op == graph.Present {
		if p.Value == true {
			return column(def.Name) + " IS NOT NULL"
		}
		return column(def.Name) + " IS NULL"
	}
	switch def.Kind {
	case graph.Date:
		return b.compareDate(column(derivedName(def)), p.Op, p.Value)
	case graph.Strings, graph.Ints:
		return b.compareList(column(def.Name), p.Op, p.Value)
	case graph.String:
		if v, ok := p.Value.(string); ok {
			return b.compareString(column(def.Name), p.Op, v)
		}
	}
	return b.compareValue(column(def.Name), p.Op, p.Value)
}

func (b *builder) compareValue(column string, op graph.Op, v any) string {
	switch op {
	case graph.OneOf:
		return column + " IN " + b.argList(elements(v))
	case graph.From:
		return column + " >= " + b.arg(v)
	case graph.To:
		return column + " <= " + b.arg(v)
	}
	return column + " = " + b.arg(v)
}

// compareList asks whether a list, kept as JSON, has the value or one of them.
func (b *builder) compareList(column string, op graph.Op, v any) string {
	j := b.alias("j")
	return "EXISTS (SELECT 1 FROM json_each(" + column + ") " + j + " WHERE " + b.compareValue(j+".value", op, v) + ")"
}

// compareDate compares an interval "first/last" with partial dates.
func (b *builder) compareDate(column string, op graph.Op, v any) string {
	if list, ok := v.([]string); ok {
		conds := []string{never}
		for _, v := range list {
			conds = append(conds, b.compareDate(column, graph.Eq, v))
		}
		return "(" + strings.Join(conds, " OR ") + ")"
	}
	day, _ := graph.ParseDate(v.(string))
	last := "substr(" + column + ", 12)"
	switch op {
	case graph.From:
		return last + " >= " + b.arg(day.First)
	case graph.To:
		return column + " < " + b.arg(day.Last+afterSlash)
	}
	return "(" + column + " >= " + b.arg(day.First) + " AND " + last + " <= " + b.arg(day.Last) + ")"
}

// afterSlash follows "/" in ASCII: an interval whose first day is D sorts
// before D + afterSlash, a later one after it.
const afterSlash = "0"

// mustCompare fails unless the operation goes with the property's kind and the
// value with both.
func (b *builder) mustCompare(def graph.PropDef, op graph.Op, v any) bool {
	if !comparable(def, op, v) {
		b.fail("property %s can't be compared in this way with %v", def.Name, v)
	}
	return b.err == nil
}

func comparable(def graph.PropDef, op graph.Op, v any) bool {
	ok := false
	switch op {
	case graph.Present:
		_, ok = v.(bool)
	case graph.Eq:
		ok = isOne(def.Kind, v)
	case graph.OneOf:
		ok = isList(def.Kind, v)
	case graph.Contains, graph.StartsWith:
		ok = (def.Kind == graph.String || def.Kind == graph.Text) && isOne(def.Kind, v)
	case graph.From, graph.To:
		ok = (def.Kind == graph.String || def.Kind == graph.Date || def.Kind == graph.Int || def.Kind == graph.Float) && isOne(def.Kind, v)
	}
	return ok
}

// isOne reports whether v is one value to compare a property of kind with.
func isOne(kind graph.Kind, v any) bool {
	ok := false
	switch kind {
	case graph.Int, graph.Ints:
		_, ok = v.(int64)
	case graph.Float:
		_, ok = v.(float64)
	case graph.Bool:
		_, ok = v.(bool)
	case graph.Date:
		s, isString := v.(string)
		_, err := graph.ParseDate(s)
		ok = isString && err == nil
	default:
		_, ok = v.(string)
	}
	return ok
}

// isList reports whether v is a list of such values.
func isList(kind graph.Kind, v any) bool {
	switch v.(type) {
	case []string, []int64, []float64:
	default:
		return false
	}
	for _, v := range elements(v) {
		if !isOne(kind, v) {
			return false
		}
	}
	return true
}

// elements lists the values of a OneOf.
func elements(list any) []any {
	var out []any
	switch list := list.(type) {
	case []string:
		return toAny(list)
	case []int64:
		for _, v := range list {
			out = append(out, v)
		}
	case []float64:
		for _, v := range list {
			out = append(out, v)
		}
	}
	return out
}
