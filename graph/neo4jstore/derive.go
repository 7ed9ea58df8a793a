package neo4jstore

import (
	"fmt"
	"unicode/utf8"

	"parley/fold"
	"parley/graph"
	"parley/graph/index"
)

// longest is how many bytes of a value can stand in a range index; Neo4j
// refuses to commit more than about 8,160.
const longest = 8000

// nodeProps returns what is stored of a node: its properties and those derived.
func nodeProps(o *graph.Ontology, n graph.Node) (map[string]any, error) {
	d, err := index.Node(o, n)
	if err != nil {
		return nil, err
	}
	if l, ok := o.LabelOf(n.ID); !ok || l != n.Label {
		return nil, invalid("node %s can't be a %s; its ID begins otherwise", n.ID, n.Label)
	}
	def, _ := o.Label(n.Label)
	out := storedProps(def.Props, n.Props)
	for _, p := range def.Props {
		if s, ok := out[p.Name].(string); ok && p.Indexed && len(s) > longest {
			return nil, invalid("property %s of node %s has %d bytes; an indexed one may have %d", p.Name, n.ID, len(s), longest)
		}
		if forms := d.Folded[p.Name]; p.Aliases != "" && len(forms) > 0 {
			out[formsProp(p.Name)] = clipAll(forms)
		}
	}
	if d.Words > 0 {
		out[textProp], out[normProp] = d.Text, 1.2*(0.25+0.75*float64(d.Words)/20.0)
	}
	out["id"] = string(n.ID)
	return out, nil
}

// edgeProps returns what is stored of an edge.
func edgeProps(def *graph.EdgeDef, e graph.Edge) (map[string]any, error) {
	if err := index.CheckProps(def.Props, e.Props, fmt.Sprintf("edge %s from %s to %s", e.Type, e.From, e.To)); err != nil {
		return nil, err
	}
	return storedProps(def.Props, e.Props), nil
}

// storedProps copies properties that have a value and adds what Texts and
// Dates are sorted by.
func storedProps(defs []graph.PropDef, props graph.Props) map[string]any {
	out := make(map[string]any, 2*len(props)+3)
	for _, p := range defs {
		v := props[p.Name]
		if absent(v) {
			continue
		}
		out[p.Name] = v
		s, _ := v.(string)
		switch p.Kind {
		case graph.String:
			if high(s) {
				out[ordProp(p.Name)] = byteOrdered(s)
			}
		case graph.Text:
			key := fold.Name(s)
			if out[keyProp(p.Name)] = key; high(key) {
				out[ordProp(p.Name)] = byteOrdered(key)
			}
		case graph.Date:
			day, _ := graph.ParseDate(s)
			out[spanProp(p.Name)], out[lastProp(p.Name)] = span(day), day.Last
		}
	}
	return out
}

// absent reports whether a value is the same as none.
func absent(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case []string:
		return len(v) == 0
	case []int64:
		return len(v) == 0
	}
	return false
}

// clip shortens a string to what an index takes, between characters.
func clip(s string) string {
	if len(s) <= longest {
		return s
	}
	end := longest
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

func clipAll(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = clip(s)
	}
	return out
}
