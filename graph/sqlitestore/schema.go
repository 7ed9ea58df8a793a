package sqlitestore

import (
	"fmt"
	"slices"
	"strings"

	"parley/graph"
)

// column is one column of the node table or of an edge table.
type column struct {
	name string
	// derived is the column beside it that comparisons and sorting use: the
	// folded form of a Text, "first/last" of a Date; "" for other kinds.
	derived string
	kind    graph.Kind
}

// derivedName names the column that holds what is compared of a property, and
// "" where that is the value itself. Both kinds of derived value sort as the
// property does; a date's interval "2025-08-01/2025-08-31" sorts by its first
// day and then by its last.
func derivedName(p graph.PropDef) string {
	if p.Kind == graph.Text || p.Kind == graph.Date {
		return p.Name + "_"
	}
	return ""
}

// nodeColumns are the columns of the node table: every property of any label.
// Indexed ones come first, since SQLite reads a row up to the column it needs;
// long and rarely read ones come last.
func nodeColumns(o *graph.Ontology) []column {
	var first, short, long []column
	seen := map[string]bool{}
	indexed, plain := propsThat(o, isIndexed), propsThat(o, isPlain)
	for _, l := range o.Labels {
		for _, p := range l.Props {
			c := column{p.Name, derivedIn(o, p.Name), p.Kind}
			switch {
			case seen[p.Name]:
			case indexed[p.Name]:
				first = append(first, c)
			case plain[p.Name]:
				long = append(long, c)
			default:
				short = append(short, c)
			}
			seen[p.Name] = true
		}
	}
	return slices.Concat(first, short, long)
}

func isIndexed(p graph.PropDef) bool { return p.Indexed }

// isPlain tells a string that nobody sorts or searches by; a document's whole
// text is one.
func isPlain(p graph.PropDef) bool { return p.Kind == graph.String && !p.Indexed && !p.Search }

// propsThat are the properties for which is holds at some label.
func propsThat(o *graph.Ontology, is func(graph.PropDef) bool) map[string]bool {
	out := map[string]bool{}
	for _, l := range o.Labels {
		for _, p := range l.Props {
			if is(p) {
				out[p.Name] = true
			}
		}
	}
	return out
}

// derivedIn is derivedName for a property that several labels may have with
// different kinds.
func derivedIn(o *graph.Ontology, name string) string {
	for _, l := range o.Labels {
		for _, p := range l.Props {
			if p.Name == name && derivedName(p) != "" {
				return derivedName(p)
			}
		}
	}
	return ""
}

// edgeColumns are the property columns of an edge table.
func edgeColumns(d *graph.EdgeDef) []column {
	var out []column
	for _, p := range d.Props {
		out = append(out, column{p.Name, derivedName(p), p.Kind})
	}
	return out
}

// names lists the columns' SQL names, derived ones included.
func names(cols []column) []string {
	var out []string
	for _, c := range cols {
		out = append(out, ident(c.name))
		if c.derived != "" {
			out = append(out, ident(c.derived))
		}
	}
	return out
}

// ident quotes a name from the ontology for SQL.
func ident(name string) string {
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}

// literal quotes a label from the ontology as an SQL string. Partial indexes
// serve only where the label stands in the statement itself.
func literal[S ~string](s S) string {
	return "'" + strings.ReplaceAll(string(s), "'", "''") + "'"
}

// edgeTable names the table of one type of edge.
func edgeTable(t graph.EdgeType) string { return ident("edge_" + string(t)) }

// fixedTables are those that every ontology has.
//
// node._key is the short number by which everything else refers to a node.
// folded finds a node by a folded value of a Text property, by_node the other
// way round. words has what ranking needs of a node: how many words, which of them
// are repeated, and, since that doesn't always tell, the full text as package
// index derives it. The tokenizer of search splits at spaces only: the words come
// folded and stemmed.
var fixedTables = []string{
	`CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID`,
	`INSERT OR IGNORE INTO meta VALUES ('revision', 1)`,
	`CREATE TABLE IF NOT EXISTS node (_key INTEGER PRIMARY KEY, _id TEXT NOT NULL, _label TEXT NOT NULL)`,
	`CREATE TABLE IF NOT EXISTS folded (label TEXT NOT NULL, prop TEXT NOT NULL, value TEXT NOT NULL, node INTEGER NOT NULL,
		PRIMARY KEY (label, prop, value, node)) WITHOUT ROWID`,
	`CREATE TABLE IF NOT EXISTS words (key INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT NOT NULL, count INTEGER NOT NULL,
		repeats INTEGER NOT NULL, text TEXT NOT NULL)`,
	`CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (text, content='', contentless_delete=1, tokenize='ascii')`,
}

// indexDef is one index that should be there.
type indexDef struct{ name, on string }

func (i indexDef) ddl(unique string) string {
	return "CREATE " + unique + "INDEX IF NOT EXISTS " + ident(i.name) + " ON " + i.on
}

// uniqueIndexes hold that an ID is there once.
func uniqueIndexes() []indexDef {
	return []indexDef{{"node_id", "node (_id)"}}
}

// indexes are the others: by label, by every Indexed property of a label, by key
// with a label's Indexed days, and every edge from its far end with all its short
// properties, so that going backwards doesn't touch the table.
func indexes(o *graph.Ontology) []indexDef {
	out := []indexDef{{"node_label", "node (_label, _id)"}, {"folded_by_node", "folded (node, prop, value)"}}
	for _, l := range o.Labels {
		for _, p := range l.Props {
			if p.Indexed {
				out = append(out, indexDef{
					indexName(l.Label, p),
					fmt.Sprintf("node (%s, _id) WHERE _label = %s", ident(comparedName(p)), literal(l.Label)),
				})
			}
		}
		if days := dayColumns(&l); len(days) > 0 {
			cols := slices.Concat([]string{"_key"}, quoted(days), []string{"_id"})
			out = append(out, indexDef{daysIndex(l.Label), fmt.Sprintf("node (%s) WHERE _label = %s", strings.Join(cols, ", "), literal(l.Label))})
		}
	}
	for i := range o.Edges {
		d := &o.Edges[i]
		cols := append([]string{"dst", "src"}, names(shortColumns(d))...)
		out = append(out, indexDef{"edge_" + string(d.Type) + "_in", edgeTable(d.Type) + " (" + strings.Join(cols, ", ") + ")"})
	}
	return out
}

// dayColumns are the columns by which a label's Indexed dates are compared. Who
// has very many meetings or took very many positions is mostly asked for those
// since a day, or for the latest: an index with these columns alone tells which,
// in a fraction of the pages that the whole rows take.
func dayColumns(d *graph.LabelDef) []string {
	var out []string
	for _, p := range d.Props {
		if p.Kind == graph.Date && p.Indexed {
			out = append(out, comparedName(p))
		}
	}
	return out
}

func quoted(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = ident(n)
	}
	return out
}

// daysIndex names the index of a label's days.
func daysIndex(l graph.Label) string { return "node_" + string(l) + "__days" }

// indexName names the index of an Indexed property.
func indexName(l graph.Label, p graph.PropDef) string {
	return "node_" + string(l) + "_" + p.Name
}

// comparedName names the column by which a property is compared and sorted.
func comparedName(p graph.PropDef) string {
	if d := derivedName(p); d != "" {
		return d
	}
	return p.Name
}

func shortColumns(d *graph.EdgeDef) []column {
	return slices.DeleteFunc(edgeColumns(d), func(c column) bool {
		return c.kind == graph.Strings || c.kind == graph.Ints
	})
}

// edgeTables are the statements that make the tables of the edges.
func edgeTables(o *graph.Ontology) []string {
	var out []string
	for i := range o.Edges {
		cols := ""
		for _, c := range names(edgeColumns(&o.Edges[i])) {
			cols += c + ", "
		}
		out = append(out, fmt.Sprintf(
			"CREATE TABLE IF NOT EXISTS %s (src INTEGER NOT NULL, dst INTEGER NOT NULL, %sPRIMARY KEY (src, dst)) WITHOUT ROWID",
			edgeTable(o.Edges[i].Type), cols))
	}
	return out
}

// checkNames refuses an ontology whose names SQL could not tell apart: its
// names have no case.
func checkNames(o *graph.Ontology) error {
	if err := distinct("node", nodeColumns(o)); err != nil {
		return err
	}
	tables := map[string]bool{}
	for i := range o.Edges {
		t := strings.ToLower(string(o.Edges[i].Type))
		if tables[t] {
			return fmt.Errorf("%w: two types of edge are called %s but for case", graph.ErrInvalid, o.Edges[i].Type)
		}
		tables[t] = true
		if err := distinct(string(o.Edges[i].Type), edgeColumns(&o.Edges[i])); err != nil {
			return err
		}
	}
	return nil
}

func distinct(what string, cols []column) error {
	seen := map[string]bool{"src": true, "dst": true}
	for _, c := range names(cols) {
		c = strings.ToLower(strings.Trim(c, `"`))
		if seen[c] || strings.HasPrefix(c, "_") {
			return fmt.Errorf("%w: the property %s of %s can't be told from another: rename it", graph.ErrInvalid, c, what)
		}
		seen[c] = true
	}
	return nil
}
