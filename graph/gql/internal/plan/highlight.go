package plan

import (
	"slices"

	"parley/graph"
	"parley/graph/index"
)

// highlightBytes is how much of a text a highlight shows.
const highlightBytes = 200

// highlight returns the words around the first match: in the first of the
// properties that has one, or the beginning of the first.
func highlight(row *graph.Row, parts []string, terms []index.Term) string {
	best := ""
	for _, name := range parts {
		for _, s := range strs(row.Props.Get(name)) {
			if best == "" {
				best = s
			}
			if matches(s, terms) {
				return index.Highlight(s, terms, highlightBytes)
			}
		}
	}
	return index.Highlight(best, terms, highlightBytes)
}

// matches reports whether the text has a word of the terms.
func matches(text string, terms []index.Term) bool {
	for _, w := range index.Words(text) {
		for _, t := range terms {
			if slices.Contains(t, w) {
				return true
			}
		}
	}
	return false
}

// strs returns the values of a property that is one text or several.
func strs(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []string:
		return v
	}
	return nil
}
