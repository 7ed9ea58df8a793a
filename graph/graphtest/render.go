package graphtest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"parley/graph"
)

// Render writes a whole answer as text, one row a line and what is below a
// row indented under it:
//
//	total=2 more
//	person:ana {role="host" seat=2} name="Ana" score=3.300000000
//	  meetings: total=1
//	    meeting:a
//	facet byMonth: "2025-08"=2
//	lookup who: person:ana name="Ana"
//
// or "nothing". Two answers are equal where their text is, cursors' keys aside. Values show
// their type (8, 8.0, "8"), scores nine decimals.
func Render(r *graph.Result) string {
	var w writer
	w.result(r, "", "")
	if w.Len() == 0 {
		return "nothing\n"
	}
	return w.String()
}

// RenderPath writes the answer to a PathQuery in the same way.
func RenderPath(r *graph.PathResult) string {
	var w writer
	for _, end := range []struct {
		name string
		rows []graph.Row
	}{{"from", r.From}, {"to", r.To}} {
		for _, row := range end.rows {
			w.WriteString(end.name + " " + rowLine(row) + "\n")
		}
	}
	fmt.Fprintf(&w, "found=%t\n", r.Found)
	for i, s := range r.Steps {
		if i > 0 {
			w.WriteString("\n")
		}
		for _, row := range []graph.Row{s.From, s.Meeting, s.To} {
			w.row(row, "  ")
		}
	}
	return w.String()
}

type writer struct{ strings.Builder }

func (w *writer) result(r *graph.Result, name, indent string) {
	if r == nil {
		w.WriteString(indent + name + " nil!\n")
		return
	}
	head := strings.TrimSpace(name)
	if r.Total != 0 {
		head += fmt.Sprintf(" total=%d", r.Total)
	}
	if r.More {
		head += " more"
	}
	if head != "" {
		w.WriteString(indent + strings.TrimSpace(head) + "\n")
	}
	if name != "" {
		indent += "  "
	}
	for _, row := range r.Rows {
		w.row(row, indent)
	}
	for _, name := range slices.Sorted(maps.Keys(r.Facets)) {
		w.facet(name, r.Facets[name], indent)
	}
	for _, key := range slices.Sorted(maps.Keys(r.Lookups)) {
		for _, row := range r.Lookups[key] {
			w.WriteString(indent + "lookup " + key + ": " + rowLine(row) + "\n")
		}
	}
}

func (w *writer) row(row graph.Row, indent string) {
	w.WriteString(indent + rowLine(row) + "\n")
	for _, name := range slices.Sorted(slices.Values(row.Sub.Names)) {
		w.result(row.Sub.Get(name), name+":", indent+"  ")
	}
}

func (w *writer) facet(name string, buckets []graph.Bucket, indent string) {
	w.WriteString(indent + "facet " + name + ":")
	for _, b := range buckets {
		if b.Node == nil {
			fmt.Fprintf(w, " %q=%d", b.Key, b.Count)
		}
	}
	w.WriteString("\n")
	for _, b := range buckets {
		if b.Node != nil {
			w.WriteString(strings.TrimRight(fmt.Sprintf("%s  %d x %s", indent, b.Count, b.Key), " ") + "\n")
			w.row(*b.Node, indent+"    ")
		}
	}
}

func rowLine(r graph.Row) string {
	parts := []string{string(r.ID)}
	if prefix, _, _ := strings.Cut(string(r.ID), ":"); prefixes[prefix] != r.Label {
		parts = append(parts, "label="+string(r.Label))
	}
	if edge := r.Edge.Props(); len(edge) > 0 {
		parts = append(parts, "{"+propsLine(edge)+"}")
	}
	if props := r.Props.Props(); len(props) > 0 {
		parts = append(parts, propsLine(props))
	}
	if r.Score != 0 {
		parts = append(parts, fmt.Sprintf("score=%.9f", r.Score))
	}
	return strings.Join(parts, " ")
}

// prefixes tell the label that a row must have by its ID.
var prefixes = func() map[string]graph.Label {
	out := map[string]graph.Label{}
	for _, l := range Ontology().Labels {
		out[l.Prefix] = l.Label
	}
	return out
}()

func propsLine(p graph.Props) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(p)) {
		parts = append(parts, name+"="+valueText(p[name]))
	}
	return strings.Join(parts, " ")
}

// valueText writes a value so that its type shows.
func valueText(v any) string {
	switch v := v.(type) {
	case string, []string:
		return fmt.Sprintf("%q", v)
	case int64, []int64, bool:
		return fmt.Sprint(v)
	case float64:
		s := strconv.FormatFloat(v, 'g', -1, 64)
		if !strings.ContainsAny(s, ".e") {
			s += ".0"
		}
		return s
	}
	return fmt.Sprintf("%T!(%v)", v, v)
}

// renderExport writes the whole graph, one item a line.
func renderExport(items []graph.Item) string {
	var w writer
	for _, i := range items {
		switch {
		case i.Node != nil && i.Edge != nil, i.Node == nil && i.Edge == nil:
			w.WriteString("an item must be a node or an edge!\n")
		case i.Node != nil:
			fmt.Fprintf(&w, "(%s:%s %s)\n", i.Node.ID, i.Node.Label, propsLine(i.Node.Props))
		default:
			fmt.Fprintf(&w, "%s-[%s %s]->%s\n", i.Edge.From, i.Edge.Type, propsLine(i.Edge.Props), i.Edge.To)
		}
	}
	return w.String()
}
