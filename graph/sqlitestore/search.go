package sqlitestore

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"parley/graph"
	"parley/graph/index"
)

// searchScope is the root of a full-text search. FTS5 finds the candidates;
// what is kept of their words then tells how often each term is there, in the
// very numbers that the other store has.
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
	from, conds, matched := b.candidates(rootParts(q, terms), w, at)
	positive := make([]string, len(terms))
	for i, t := range terms {
		cols = append(cols, b.occurrences(w, t, matched)+" AS t"+strconv.Itoa(i))
		positive[i] = "t" + strconv.Itoa(i) + " > 0"
	}
	inner := append(cols, searchKeys(s.keys)...)
	inner = append(inner, b.facetColumns(q.Facets, at)...)
	// LIMIT -1 keeps SQLite from counting the occurrences twice.
	found := fmt.Sprintf("SELECT %s FROM %s%s WHERE %s LIMIT -1", strings.Join(inner, ", "), from, b.rowOf(at), all(conds))
	s.base = fmt.Sprintf("SELECT %s, %s AS score FROM (%s) WHERE %s", strings.Join(kept, ", "), b.score(at.labels, len(terms)), found, all(positive))
	return s
}

// candidates are the rows w of words to look at, and the conditions on them.
// Where no other part finds fewer they come straight from the full text: all of
// them are matched then, and a join spares the keys a table of their own.
func (b *builder) candidates(parts []graph.Predicate, w string, at *place) (from string, conds []string, matched bool) {
	from = "words " + w
	text, matched := parts[b.best(parts, at.labels).part].(withText)
	if !matched {
		return from, b.drive(parts, at), false
	}
	s := b.alias("s")
	conds = []string{s + ".search MATCH " + b.arg(matchText(text.terms)), "+" + labelTest(at.column("_label"), at.labels)}
	for _, p := range parts {
		conds = append(conds, b.cond(p, at))
	}
	return fmt.Sprintf("search %s CROSS JOIN %s ON %s.key = %s.rowid", s, from, w, s), conds, true
}

// occurrences counts a term in the row w of words, as a REAL. To count in the
// text itself is what costs most, so where the term is known to be there, it is
// left to the rows whose repeats can't tell. In a phrase that is there, a word
// that is there once settles it.
func (b *builder) occurrences(w string, t index.Term, matched bool) string {
	text, term := w+".text", b.arg(t.String())
	count := fmt.Sprintf("CAST((octet_length(%s) - octet_length(replace(%s, %s, ''))) / octet_length(%s) AS REAL)", text, text, term, term)
	shifts := t.Shifts()
	if !matched || len(shifts) == 0 {
		return count
	}
	bits := make([]string, min(len(shifts), mostLooks))
	for i := range bits {
		bits[i] = w + ".repeats >> " + b.arg(int64(shifts[i])) + " & 3"
	}
	if len(shifts) > 1 {
		return "CASE WHEN 0 IN (" + strings.Join(bits, ", ") + ") THEN 1.0 ELSE " + count + " END"
	}
	return "CASE " + bits[0] + " WHEN 0 THEN 1.0 WHEN 1 THEN 2.0 WHEN 2 THEN 3.0 ELSE " + count + " END"
}

// mostLooks is at how many words of a phrase occurrences looks.
const mostLooks = 8

// score is the formula of package index, operation for operation. The least
// weights come first: passages and documents are most of what is found.
func (b *builder) score(labels []graph.Label, terms int) string {
	weights := map[float64][]graph.Label{}
	for _, l := range labels {
		if d, ok := b.o.Label(l); ok {
			weights[d.Weight] = append(weights[d.Weight], l)
		}
	}
	weight := "CASE"
	for _, w := range slices.Sorted(maps.Keys(weights)) {
		weight += " WHEN " + labelTest("label", weights[w]) + " THEN " + strconv.FormatFloat(w, 'f', -1, 64) + "e0"
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
