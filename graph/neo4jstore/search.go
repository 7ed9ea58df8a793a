package neo4jstore

import (
	"fmt"
	"strconv"
	"strings"

	"parley/graph"
	"parley/graph/index"
)

// mostTerms is how many terms are looked up in the index; Lucene has a limit.
// The rest is only checked.
const mostTerms = 100

// byText finds nodes by full text. The index splits at spaces only, so what it
// finds is a superset; that each has the terms is seen in the text itself.
func (c *compiler) byText(s *scope, text string, check []graph.Label) string {
	var lucene []string
	for _, t := range index.Terms(text) {
		lucene = append(lucene, `+"`+strings.Join(t, " ")+`"`)
	}
	if len(lucene) == 0 {
		c.scored(s, text)
		return "UNWIND [] AS " + s.node + " WITH " + s.node + ", 0.0 AS " + s.score
	}
	query := strings.Join(lucene[:min(len(lucene), mostTerms)], " ")
	from := "CALL db.index.fulltext.queryNodes(" + literal(textIndex) + ", " + c.param(query) + ") YIELD node AS " + s.node + " WITH " + s.node
	if len(check) > 0 {
		from += " WHERE " + s.node + colons(check) + " WITH " + s.node
	}
	return from + c.scored(s, text)
}

// scored writes the score behind "WITH n" and keeps the nodes that have every
// term. It follows index.Saturation operation by operation.
func (c *compiler) scored(s *scope, text string) string {
	terms := []string{}
	for _, t := range index.Terms(text) {
		terms = append(terms, t.String())
	}
	s.score = c.fresh("score")
	p := c.param(terms)
	content, words := dot(s.node, textProp), dot(s.node, wordsProp)
	return ", " + c.weight(s.node) + " * reduce(sum = 0.0, tf IN [t IN " + p + " | toFloat(size(split(" + content + ", t)) - 1)] | " +
		"sum + tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * " + words + " / 20.0))) AS " + s.score +
		" WHERE size(" + p + ") > 0 AND all(t IN " + p + " WHERE " + content + " CONTAINS t)"
}

// weight writes the weight of a node's label.
func (c *compiler) weight(node string) string {
	text := "CASE"
	for _, d := range c.o.Labels {
		if d.Weight > 0 {
			text += fmt.Sprintf(" WHEN %s:%s THEN %s", node, quote(d.Label), float(d.Weight))
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
