package neo4jstore

import (
	"strings"

	"parley/graph"
)

// Beside a node's own properties stand derived ones, whose names begin with
// "_". Of a Text property p with aliases, _p lists the folded forms. Of every
// Text, _pKey is its own folded form, by which it is sorted (Neo4j sorts stored
// strings by their bytes, but elements of stored lists by UTF-16 units). Of a
// Date, _p is "first/last", by which it is sorted, and _pLast its last day.
// _pOrd is there only where p, a String or Text, has characters that Neo4j
// compares in another order than that of their bytes (see byteorder.go).
// _text is the full text and _norm what its length does to the score (see
// package index). Dates and Texts of
// edges have the same.
const (
	textProp = "_text"
	normProp = "_norm"
)

// formsProp names the folded forms of a Text that has aliases.
func formsProp(p string) string { return "_" + p }

// keyProp names the folded form of a Text.
func keyProp(p string) string { return "_" + p + "Key" }

// ordProp names the form of a String or Text that compares as its bytes do.
func ordProp(p string) string { return "_" + p + "Ord" }

// spanProp and lastProp name a Date's interval and its last day.
func spanProp(p string) string { return "_" + p }
func lastProp(p string) string { return "_" + p + "Last" }

// sortProp names what a property is sorted by.
func sortProp(p graph.PropDef) string {
	switch p.Kind {
	case graph.Text:
		return keyProp(p.Name)
	case graph.Date:
		return spanProp(p.Name)
	}
	return p.Name
}

// metaLabel is the one node that holds the store's format and revision.
const metaLabel = "ParleyStore"

// textIndex is the full-text index over all searchable labels; namesIndex names
// the one that finds nodes by a folded form of a Text property.
const textIndex = "parley_text"

func namesIndex(p string) string { return "parley_names_" + p }

// quote writes a name from the ontology in Cypher.
func quote[S ~string](name S) string {
	return "`" + strings.ReplaceAll(string(name), "`", "``") + "`"
}

// dot writes a property of a variable.
func dot(variable, prop string) string { return variable + "." + quote(prop) }

var literalEscapes = strings.NewReplacer(`\`, `\\`, `'`, `\'`)

// literal writes a name from the ontology as a Cypher string.
func literal(s string) string { return "'" + literalEscapes.Replace(s) + "'" }

// colons writes labels as a disjunction behind a variable: ":A|B"; "" for none.
func colons(labels []graph.Label) string {
	if len(labels) == 0 {
		return ""
	}
	var quoted []string
	for _, l := range labels {
		quoted = append(quoted, quote(l))
	}
	return ":" + strings.Join(quoted, "|")
}

// arrow writes an edge from a node pattern on the left to one on the right.
// rel is what stands between the brackets.
func arrow(rel string, dir graph.Direction) string {
	if dir == graph.In {
		return "<-[" + rel + "]-"
	}
	return "-[" + rel + "]->"
}
