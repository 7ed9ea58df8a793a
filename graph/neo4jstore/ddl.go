package neo4jstore

import (
	"fmt"
	"slices"
	"strings"

	"parley/graph"
)

// ddl is one constraint or index that should be there.
type ddl struct {
	name string
	// make creates it, drop removes one of the name.
	make, drop string
	// labels and props are what SHOW INDEXES must say of it.
	labels, props []string
}

// definitions are all constraints and indexes that the ontology asks for: IDs
// are unique, Indexed properties ordered, names and full texts found by word.
func definitions(o *graph.Ontology) []ddl {
	var out []ddl
	named := map[string][]string{}
	var names, searched []string
	for _, l := range o.Labels {
		out = append(out, unique(l.Label))
		for _, p := range l.Props {
			if p.Kind == graph.Text && p.Aliases != "" {
				if named[p.Name] == nil {
					names = append(names, p.Name)
				}
				named[p.Name] = append(named[p.Name], string(l.Label))
			}
			if p.Indexed {
				out = append(out, ordered(l.Label, p)...)
			}
		}
		if l.Weight > 0 {
			searched = append(searched, string(l.Label))
		}
	}
	for _, p := range names {
		out = append(out, fullText(namesIndex(p), named[p], formsProp(p), "keyword"))
	}
	if len(searched) > 0 {
		out = append(out, fullText(textIndex, searched, textProp, "whitespace"))
	}
	return out
}

func unique(l graph.Label) ddl {
	name := "parley_" + string(l) + "_id"
	return ddl{
		name:   name,
		make:   fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE", quote(name), quote(l)),
		drop:   "DROP CONSTRAINT " + quote(name) + " IF EXISTS",
		labels: []string{string(l)}, props: []string{"id"},
	}
}

// ordered returns the range indexes of a property: of a date, its interval and
// its last day. A Text has one of its own for those who write Cypher by hand.
func ordered(l graph.Label, p graph.PropDef) []ddl {
	props := []string{p.Name}
	if p.Kind == graph.Date {
		props = []string{spanProp(p.Name), lastProp(p.Name)}
	}
	var out []ddl
	for _, prop := range props {
		name := "parley_" + string(l) + "_" + strings.TrimPrefix(prop, "_")
		out = append(out, ddl{
			name:   name,
			make:   fmt.Sprintf("CREATE INDEX %s IF NOT EXISTS FOR (n:%s) ON (n.%s)", quote(name), quote(l), quote(prop)),
			drop:   "DROP INDEX " + quote(name) + " IF EXISTS",
			labels: []string{string(l)}, props: []string{prop},
		})
	}
	return out
}

// fullText returns a full-text index. The analyzers split at nothing or at
// white space: words come folded and stemmed (see package index).
func fullText(name string, labels []string, prop, analyzer string) ddl {
	quoted := make([]string, len(labels))
	for i, l := range labels {
		quoted[i] = quote(l)
	}
	slices.Sort(labels)
	return ddl{
		name: name,
		make: fmt.Sprintf("CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:%s) ON EACH [n.%s] OPTIONS {indexConfig: {`fulltext.analyzer`: %s}}",
			quote(name), strings.Join(quoted, "|"), quote(prop), literal(analyzer)),
		drop:   "DROP INDEX " + quote(name) + " IF EXISTS",
		labels: labels, props: []string{prop},
	}
}
