package sqlitestore

import (
	"fmt"
	"strconv"
	"strings"

	"parley/graph"
	"parley/graph/index"
)

// searchScope is the root of a full-text search. FTS5 finds the candidates;
// their words then tell how often each term is there, in the very numbers that
// the other store has.
func (b *builder) searchScope(q graph.Query, labels []graph.Label, terms []index.Term) scope {
	w := b.alias("w")
	at := &place{key: w + ".key", node: b.alias("n"), labels: labels, near: map[string]string{"_id": w + ".id", "_label": w + ".label"}}
	s := scope{labels: labels, scored: true, costly: true}
	s.keys = b.keys(q.Order, func(o graph.Order) (string, graph.Kind) {
		if o.By == graph.ByScore {
			return "score", graph.Float
		}
		return b.orderSource(o, at)
	})
	for i := range s.keys { // the score is computed once, sorted by or not
		if s.keys[i].expr == "score" {
			s.keys[i].name = "score"
		}
	}
	if len(terms) == 0 {
		s.base = "SELECT NULL AS key, NULL AS id, NULL AS score" + nullColumns(searchColumns(s.keys, q.Facets)) + " WHERE 0"
		return s
	}
	kept := append([]string{"key", "id"}, searchColumns(s.keys, q.Facets)...)
	cols := []string{at.key + " AS key", at.column("_id") + " AS id", at.column("_label") + " AS label", w + ".count AS words"}
	positive := make([]string, len(terms))
	for i, t := range terms {
		cols = append(cols, b.occurrences(w+".text", t)+" AS t"+strconv.Itoa(i))
		positive[i] = "t" + strconv.Itoa(i) + " > 0"
	}
	inner := append(cols, searchKeys(s.keys)...)
	inner = append(inner, b.facetColumns(q.Facets, at)...)
	conds := b.drive(rootParts(q, terms), at)
	// LIMIT -1 keeps SQLite from counting the occurrences twice.
	found := fmt.Sprintf("SELECT %s FROM words %s%s WHERE %s LIMIT -1", strings.Join(inner, ", "), w, at.row(), all(conds))
	s.base = fmt.Sprintf("SELECT %s, %s AS score FROM (%s) WHERE %s", strings.Join(kept, ", "), b.score(at.labels, len(terms)), found, all(positive))
	return s
}

// occurrences counts a term in a text of words, as a REAL.
func (b *builder) occurrences(text string, t index.Term) string {
	term := b.arg(t.String())
	return fmt.Sprintf("CAST((octet_length(%s) - octet_length(replace(%s, %s, ''))) / octet_length(%s) AS REAL)", text, text, term, term)
}

// score is the formula of package index, operation for operation.
func (b *builder) score(labels []graph.Label, terms int) string {
	weight := "CASE label"
	for _, l := range labels {
		if d, ok := b.o.Label(l); ok {
			weight += " WHEN " + literal(l) + " THEN " + strconv.FormatFloat(d.Weight, 'f', -1, 64) + "e0"
		}
	}
	sums := make([]string, terms)
	for i := range sums {
		t := "t" + strconv.Itoa(i)
		sums[i] = t + " * 2.2 / (" + t + " + 1.2 * (0.25 + 0.75 * words / 20.0))"
	}
	return weight + " END * (" + strings.Join(sums, " + ") + ")"
}

// searchKeys are the sort keys that the rows of nodes give.
func searchKeys(keys []sortKey) []string {
	var out []string
	for _, k := range keys {
		if k.expr != "score" {
			out = append(out, k.expr+" AS "+k.name)
		}
	}
	return out
}

// searchColumns name what a search gives of each node beside its ID and score:
// what is sorted by, and what facets over properties count.
func searchColumns(keys []sortKey, facets []graph.Facet) []string {
	var out []string
	for _, k := range keys {
		if k.expr != "score" {
			out = append(out, k.name)
		}
	}
	for i, f := range facets {
		if f.Edge == "" {
			out = append(out, fmt.Sprintf("f%d", i))
		}
	}
	return out
}

// nullColumns give an empty base the columns that are asked of it.
func nullColumns(names []string) string {
	out := ""
	for _, name := range names {
		out += ", NULL AS " + name
	}
	return out
}
