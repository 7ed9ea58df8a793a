package neo4jstore

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"parley/graph"
	"parley/graph/index"
)

// mostTerms is how many terms are looked up in the index; Lucene has a limit.
// The rest is only checked.
const mostTerms = 100

// longestToken is how many UTF-16 units of a word the index keeps together.
const longestToken = 255

// byText finds nodes by full text. The index splits at spaces only, so it finds
// exactly those that have every word and phrase, unless there are very many
// terms or a very long word; then the text itself is asked, too.
func (c *compiler) byText(s *scope, text string, check []graph.Label) string {
	terms := index.Terms(text)
	if len(terms) == 0 {
		return "UNWIND [] AS " + s.node + c.scored(s, nil)
	}
	var lucene []string
	exact := len(terms) <= mostTerms
	for _, t := range terms {
		lucene = append(lucene, `+"`+strings.Join(t, " ")+`"`)
		for _, word := range t {
			exact = exact && len(word) <= longestToken
		}
	}
	query := strings.Join(lucene[:min(len(lucene), mostTerms)], " ")
	from := "CALL db.index.fulltext.queryNodes(" + literal(textIndex) + ", " + c.param(query) + ") YIELD node AS " + s.node
	if _, check = c.narrow(check, c.searched()); len(check) > 0 {
		from += " WITH " + s.node + " WHERE " + s.node + colons(check)
	}
	if !exact {
		from += c.having(s, terms)
	}
	return from + c.scored(s, terms)
}

// searched are the labels that the full-text index has.
func (c *compiler) searched() []graph.Label {
	var out []graph.Label
	for _, d := range c.o.Labels {
		if d.Weight > 0 {
			out = append(out, d.Label)
		}
	}
	return out
}

// having keeps the nodes whose text has every term.
func (c *compiler) having(s *scope, terms []index.Term) string {
	if len(terms) == 0 {
		return " WITH " + s.node + " WHERE false"
	}
	list := make([]string, len(terms))
	for i, t := range terms {
		list[i] = t.String()
	}
	return " WITH " + s.node + " WHERE all(t IN " + c.param(list) + " WHERE " + dot(s.node, textProp) + " CONTAINS t)"
}

// scored binds the score. It follows index.Saturation operation by operation;
// what of it depends on the length alone is stored. Int and float64 give the
// same results here, since a count is exact as either.
func (c *compiler) scored(s *scope, terms []index.Term) string {
	s.score = c.fresh("score")
	with, sum := " WITH "+s.node, "0.0"
	for _, t := range terms {
		tf := c.fresh("tf")
		with += ", size(split(" + dot(s.node, textProp) + ", " + c.param(t.String()) + ")) - 1 AS " + tf
		sum += " + " + tf + " * 2.2 / (" + tf + " + " + dot(s.node, normProp) + ")"
	}
	return with + " WITH " + s.node + ", " + c.weight(s.node) + " * (" + sum + ") AS " + s.score
}

// weight writes the weight of a node's label. The least come first: passages
// and documents are most of what is found.
func (c *compiler) weight(node string) string {
	labels := map[float64][]graph.Label{}
	for _, d := range c.o.Labels {
		labels[d.Weight] = append(labels[d.Weight], d.Label)
	}
	text := "CASE"
	for _, w := range slices.Sorted(maps.Keys(labels)) {
		if w > 0 {
			text += " WHEN " + node + colons(labels[w]) + " THEN " + float(w)
		}
	}
	return text + " ELSE 0.0 END"
}

// float writes a float64 so that Cypher reads the same one.
func float(f float64) string {
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}
