package schema

import (
	"fmt"
	"strings"

	"parley/graph"
)

// Mermaid returns the ontology as a Mermaid class diagram: a box a label with
// its properties, an arrow an edge.
func Mermaid() string { return mermaid(Ontology()) }

func mermaid(o *graph.Ontology) string {
	var b strings.Builder
	b.WriteString("classDiagram\n  direction LR\n")
	seen := map[graph.Label]bool{}
	for _, l := range o.Labels {
		fmt.Fprintf(&b, "  class %s {\n", l.Label)
		for _, p := range l.Props {
			fmt.Fprintf(&b, "    %s %s\n", kindName(p.Kind), p.Name)
		}
		b.WriteString("  }\n")
		for _, a := range l.Also {
			if !seen[a] {
				fmt.Fprintf(&b, "  class %s {\n    <<interface>>\n  }\n", a)
			}
			seen[a] = true
			fmt.Fprintf(&b, "  %s <|.. %s\n", a, l.Label)
		}
	}
	for _, e := range o.Edges {
		for _, from := range gather(o, e.From) {
			for _, to := range gather(o, e.To) {
				fmt.Fprintf(&b, "  %s --> %s : %s%s\n", from, to, e.Type, propNames(e.Props))
			}
		}
	}
	return b.String()
}

// gather writes the interface label instead of all labels that carry it.
func gather(o *graph.Ontology, labels []graph.Label) []graph.Label {
	has := map[graph.Label]bool{}
	for _, l := range labels {
		has[l] = true
	}
	var out []graph.Label
	done := map[graph.Label]bool{}
	for _, l := range labels {
		def, ok := o.Label(l)
		if !ok || done[l] {
			continue
		}
		name := l
		for _, a := range def.Also {
			if all(o.Concrete(a), has) {
				name = a
			}
		}
		for _, c := range o.Concrete(name) {
			done[c] = true
		}
		out = append(out, name)
	}
	return out
}

func all(labels []graph.Label, has map[graph.Label]bool) bool {
	for _, l := range labels {
		if !has[l] {
			return false
		}
	}
	return true
}

func propNames(props []graph.PropDef) string {
	if len(props) == 0 {
		return ""
	}
	names := make([]string, len(props))
	for i, p := range props {
		names[i] = p.Name
	}
	return " (" + strings.Join(names, ", ") + ")"
}

// kindName names a kind as the picture shows it.
func kindName(k graph.Kind) string {
	return [...]string{
		graph.String: "String", graph.Text: "Text", graph.Date: "Date", graph.Int: "Int",
		graph.Float: "Float", graph.Bool: "Boolean", graph.Strings: "String[]", graph.Ints: "Int[]",
	}[k]
}
