package schema

import (
	"fmt"
	"strings"

	"parley/graph"
)

// Cypher returns the ontology as the statements, one a line, that constrain
// and index the same graph in a Neo4j 5 database: an ID once in each label, an
// index for each indexed property, and one full-text index over all that can
// be searched. They do for an exported graph. Parley's own Neo4j store makes the
// same constraints, and indexes what it derives from the properties instead of
// the properties themselves (see package neo4jstore), hence other names here.
func Cypher() string { return cypher(Ontology()) }

func cypher(o *graph.Ontology) string {
	var b strings.Builder
	var labels, props []string
	seen := map[string]bool{}
	for _, l := range o.Labels {
		key := strings.ToLower(string(l.Label))
		fmt.Fprintf(&b, "CREATE CONSTRAINT parley_%s_id IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE;\n", l.Label, l.Label)
		for _, p := range l.Props {
			if p.Indexed {
				fmt.Fprintf(&b, "CREATE INDEX plain_%s_%s IF NOT EXISTS FOR (n:%s) ON (n.%s);\n", key, strings.ToLower(p.Name), l.Label, p.Name)
			}
			if p.Search && !seen[p.Name] {
				seen[p.Name] = true
				props = append(props, "n."+p.Name)
			}
		}
		if l.Weight > 0 {
			labels = append(labels, string(l.Label))
		}
	}
	fmt.Fprintf(&b, "CREATE FULLTEXT INDEX plain_search IF NOT EXISTS FOR (n:%s) ON EACH [%s];\n", strings.Join(labels, "|"), strings.Join(props, ", "))
	return b.String()
}
