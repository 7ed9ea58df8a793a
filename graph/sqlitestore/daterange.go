package sqlitestore

import "parley/graph"

// dayRange is what a list of predicates says of one date; nil is no bound.
type dayRange struct {
	from, to *graph.Interval
}

func rangeOf(parts []graph.Predicate, prop string) dayRange {
	var r dayRange
	for _, p := range parts {
		c, ok := p.(graph.Compare)
		if !ok || c.Prop != prop {
			continue
		}
		s, _ := c.Value.(string)
		day, err := graph.ParseDate(s)
		if err != nil {
			continue
		}
		if c.Op == graph.From || c.Op == graph.Eq {
			r.from = &day
		}
		if c.Op == graph.To || c.Op == graph.Eq {
			r.to = &day
		}
	}
	return r
}

// findRange selects the nodes whose date may lie in a range: it begins in the
// range, or it is the month or the year around the range's first day. No other
// interval than these can begin before a day and contain it.
func (b *builder) findRange(def graph.PropDef, r dayRange, labels []graph.Label) string {
	column := ident(derivedName(def))
	find := "SELECT _key FROM node WHERE " + labelTest("_label", labels) + " AND " + column
	to := ""
	if r.to != nil {
		to = " AND " + column + " < " + b.arg(r.to.Last+afterSlash)
	}
	if r.from == nil {
		return find + " >= ''" + to
	}
	sql := find + " >= " + b.arg(r.from.First) + to
	if around := intervalsAround(r.from.First); len(around) > 0 {
		sql += " UNION ALL " + find + " IN " + b.argList(around)
	}
	return sql
}

// intervalsAround lists, as they are stored, the month and the year that
// contain the day but begin before it.
func intervalsAround(day string) []any {
	var list []any
	for _, s := range []string{day[:len("2006")], day[:len("2006-01")]} {
		if i, err := graph.ParseDate(s); err == nil && i.First < day {
			list = append(list, interval(i))
		}
	}
	return list
}

// interval is how a date is stored for comparing.
func interval(i graph.Interval) string { return i.First + "/" + i.Last }
