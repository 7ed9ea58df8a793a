package sqlitestore

import (
	"encoding/json"

	"parley/graph"
)

// rootShape tells how to read the JSON text of a whole answer:
// [result, lookup rows, …].
type rootShape struct {
	result  *resultShape
	lookups []string
	name    rowShape
}

// resultShape tells how to read [total, [row, …], [bucket, …], …].
type resultShape struct {
	count    bool
	limit    int
	backward bool
	row      rowShape
	facets   []facetShape
}

// facetShape tells how to read [[key or row, count], …]; row is nil for keys.
type facetShape struct {
	name string
	row  *rowShape
}

// rowShape tells how to read [id, label, property, …, beside, …, score, sort
// key, …], or [such a row, sub-result, …].
type rowShape struct {
	props  propsShape
	beside []outColumn
	// edge are the names of what is beside.
	edge   []string
	scored bool
	keys   []sortKey
	// subs are the names of the expansions, results how to read them.
	subs    []string
	results []*resultShape
}

// propsShape has the names of the properties asked for and, by label, the kind
// of each.
type propsShape struct {
	names []string
	kinds map[string][]graph.Kind
}

func (b *builder) propsShape(labels []graph.Label, names []string) propsShape {
	s := propsShape{names: names, kinds: map[string][]graph.Kind{}}
	for _, l := range labels {
		kinds := make([]graph.Kind, len(names))
		for i, name := range names {
			p, _ := b.o.Prop(l, name)
			kinds[i] = p.Kind
		}
		s.kinds[string(l)] = kinds
	}
	return s
}

// nameShape is the shape of the rows of lookups.
func (b *builder) nameShape(lookups []graph.Lookup) rowShape {
	if len(lookups) == 0 {
		return rowShape{}
	}
	return rowShape{props: b.propsShape(b.allLabels(), []string{nameProp})}
}

func (s *rootShape) decode(text string) *graph.Result {
	cells := parse(text)
	res := &graph.Result{}
	s.result.read(cells[0], res)
	if len(s.lookups) > 0 {
		res.Lookups = map[string][]graph.Row{}
	}
	for i, key := range s.lookups {
		res.Lookups[key] = s.name.readAll(cells[i+1])
	}
	return res
}

func (s *resultShape) read(v any, res *graph.Result) {
	cells := v.([]any)
	rows := cells[1].([]any)
	if s.count {
		res.Total = integer(cells[0])
	}
	if s.limit >= 0 && len(rows) > s.limit {
		res.More, rows = true, rows[:s.limit]
	}
	res.Rows = make([]graph.Row, len(rows))
	for i, r := range rows {
		at := i
		if s.backward {
			at = len(rows) - 1 - i
		}
		s.row.read(r, &res.Rows[at])
	}
	if len(s.facets) > 0 {
		res.Facets = map[string][]graph.Bucket{}
	}
	for i, f := range s.facets {
		res.Facets[f.name] = f.read(cells[i+2])
	}
}

func (s *facetShape) read(v any) []graph.Bucket {
	list := v.([]any)
	out := make([]graph.Bucket, len(list))
	for i, v := range list {
		pair := v.([]any)
		out[i].Count = integer(pair[1])
		if s.row == nil {
			out[i].Key = pair[0].(string)
			continue
		}
		out[i].Node = &graph.Row{}
		s.row.read(pair[0], out[i].Node)
	}
	return out
}

func (s *rowShape) readAll(v any) []graph.Row {
	list := v.([]any)
	out := make([]graph.Row, len(list))
	for i, v := range list {
		s.read(v, &out[i])
	}
	return out
}

func (s *rowShape) read(v any, row *graph.Row) {
	cells := v.([]any)
	if len(s.subs) > 0 {
		s.readSubs(row, cells[1:])
		cells = cells[0].([]any)
	}
	row.ID, row.Label = graph.ID(cells[0].(string)), graph.Label(cells[1].(string))
	cells = s.props.read(row, cells[2:])
	row.Edge, cells = take(s.edge, cells)
	for i, c := range s.beside {
		row.Edge.List[i] = c.value(row.Edge.List[i])
	}
	if s.scored {
		row.Score = float(cells[0])
		cells = cells[1:]
	}
	for i, k := range s.keys {
		row.Keys = append(row.Keys, keyValues(k.kind, cells[i])...)
	}
}

func (s *rowShape) readSubs(row *graph.Row, cells []any) {
	row.Sub = graph.Subs{Names: s.subs, List: make([]graph.Result, len(s.subs))}
	for i, sub := range s.results {
		sub.read(cells[i], &row.Sub.List[i])
	}
}

// take takes as many cells as there are names, and returns the rest. The list
// is ours, so the values stay in it.
func take(names []string, cells []any) (graph.Values, []any) {
	n := len(names)
	return graph.Values{Names: names, List: cells[:n:n]}, cells[n:]
}

// read takes the properties from the cells and returns the rest of them.
func (s *propsShape) read(row *graph.Row, cells []any) []any {
	kinds := s.kinds[string(row.Label)]
	row.Props, cells = take(s.names, cells)
	for i, cell := range row.Props.List {
		row.Props.List[i] = nil
		if cell != nil && kinds != nil {
			row.Props.List[i] = value(kinds[i], cell)
		}
	}
	return cells
}

// value turns a cell into the Go type of its kind.
func value(kind graph.Kind, cell any) any {
	switch kind {
	case graph.Int:
		return integer(cell)
	case graph.Float:
		return float(cell)
	case graph.Bool:
		return integer(cell) != 0
	case graph.Strings:
		return decodeList[string](cell)
	case graph.Ints:
		return decodeList[int64](cell)
	}
	s, _ := cell.(string)
	return s
}

// decodeList reads a list that is stored as JSON.
func decodeList[T any](cell any) []T {
	var out []T
	s, _ := cell.(string)
	if json.Unmarshal([]byte(s), &out) != nil {
		return nil
	}
	return out
}

// value turns a cell beside the node into a property; nil is none.
func (c outColumn) value(cell any) any {
	if cell == nil {
		return nil
	}
	if c.days {
		return partialDate(cell.(string))
	}
	return value(c.kind, cell)
}

// partialDate turns "first/last" back into the date that was stored.
func partialDate(days string) string {
	first, last := days[:10], days[11:]
	for _, s := range []string{first[:4], first[:7]} {
		if i, err := graph.ParseDate(s); err == nil && i.First == first && i.Last == last {
			return s
		}
	}
	return first
}

// keyValues turns a sort key into what a cursor keeps: two values for a date.
func keyValues(kind graph.Kind, cell any) []any {
	switch {
	case kind == graph.Date && cell == nil:
		return []any{nil, nil}
	case kind == graph.Date:
		days := cell.(string)
		return []any{days[:10], days[11:]}
	case cell == nil:
		return []any{nil}
	}
	return []any{value(kind, cell)}
}

func integer(cell any) int64 {
	n, _ := cell.(json.Number)
	i, err := n.Int64()
	if err != nil {
		f, _ := n.Float64()
		return int64(f)
	}
	return i
}

func float(cell any) float64 {
	n, _ := cell.(json.Number)
	f, _ := n.Float64()
	return f
}
