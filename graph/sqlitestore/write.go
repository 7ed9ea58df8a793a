package sqlitestore

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"parley/fold"
	"parley/graph"
	derive "parley/graph/index"
)

// writers has the texts of the statements that write, made once.
type writers struct {
	o       *graph.Ontology
	columns []column
	upserts map[graph.Label]string
	edges   map[graph.EdgeType]edgeWriter
}

// edgeWriter writes one type of edge.
type edgeWriter struct {
	upsert  string
	columns []column
}

func newWriters(o *graph.Ontology) *writers {
	w := &writers{o: o, columns: nodeColumns(o), upserts: map[graph.Label]string{}, edges: map[graph.EdgeType]edgeWriter{}}
	for _, l := range o.Labels {
		w.upserts[l.Label] = nodeUpsert(w.columns, labelColumns(l))
	}
	for i := range o.Edges {
		d := &o.Edges[i]
		w.edges[d.Type] = edgeWriter{edgeUpsert(o, d), edgeColumns(d)}
	}
	return w
}

func labelColumns(l graph.LabelDef) []column {
	var out []column
	for _, p := range l.Props {
		out = append(out, column{p.Name, derivedName(p), p.Kind})
	}
	return out
}

// nodeUpsert writes the columns of one label and empties all others, in case
// the node had another label before. It gives the node's key.
func nodeUpsert(every, own []column) string {
	set := []string{"_label = excluded._label"}
	for _, c := range names(every) {
		set = append(set, c+" = excluded."+c)
	}
	cols := append([]string{"_id", "_label"}, names(own)...)
	return fmt.Sprintf("INSERT INTO node (%s) VALUES (%s) ON CONFLICT (_id) DO UPDATE SET %s RETURNING _key",
		strings.Join(cols, ", "), marks(len(cols)), strings.Join(set, ", "))
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

// edgeUpsert writes an edge if both ends are there and have the labels that
// such an edge joins; otherwise it changes no row.
func edgeUpsert(o *graph.Ontology, d *graph.EdgeDef) string {
	cols := names(edgeColumns(d))
	set := []string{"src = excluded.src"}
	for _, c := range cols {
		set = append(set, c+" = excluded."+c)
	}
	values := append([]string{"a._key", "b._key"}, slices.Repeat([]string{"?"}, len(cols))...)
	return fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM node a CROSS JOIN node b WHERE a._id = ? AND b._id = ? AND %s AND %s ON CONFLICT (src, dst) DO UPDATE SET %s",
		edgeTable(d.Type), strings.Join(append([]string{"src", "dst"}, cols...), ", "), strings.Join(values, ", "),
		labelTest("+a._label", concrete(o, d.From)), labelTest("+b._label", concrete(o, d.To)), strings.Join(set, ", "))
}

func concrete(o *graph.Ontology, labels []graph.Label) []graph.Label {
	b := &builder{o: o}
	return b.labels(labels, nil)
}

func (w *writers) clear(t graph.EdgeType, dir graph.Direction) string {
	return fmt.Sprintf("DELETE FROM %s WHERE %s = (SELECT _key FROM node WHERE _id = ?)", edgeTable(t), near(dir))
}

// values are the bound values of columns for the properties.
func values(cols []column, props graph.Props) ([]any, error) {
	var out []any
	for _, c := range cols {
		v, err := stored(props[c.name])
		if err != nil {
			return nil, err
		}
		out = append(out, v)
		if c.derived != "" {
			out = append(out, compared(c.kind, v))
		}
	}
	return out, nil
}

// stored is how a property is kept: lists as JSON, an empty one as nothing.
func stored(v any) (any, error) {
	switch v := v.(type) {
	case []string:
		if len(v) == 0 {
			return nil, nil
		}
		text, err := json.Marshal(v)
		return string(text), err
	case []int64:
		if len(v) == 0 {
			return nil, nil
		}
		text, err := json.Marshal(v)
		return string(text), err
	}
	return v, nil
}

// compared is the derived value of a Text or a Date.
func compared(kind graph.Kind, v any) any {
	s, ok := v.(string)
	switch {
	case !ok:
		return nil
	case kind == graph.Text:
		return fold.Name(s)
	}
	day, err := graph.ParseDate(s)
	if err != nil {
		return nil
	}
	return interval(day)
}

// node writes a node with all that is derived of it.
func (w *writing) node(n graph.Node) error {
	d, err := derive.Node(w.o, n)
	if err != nil {
		return err
	}
	def, _ := w.o.Label(n.Label)
	args, err := values(labelColumns(*def), n.Props)
	if err != nil {
		return err
	}
	var key int64
	if err := w.one(w.sql.upserts[n.Label], append([]any{string(n.ID), string(n.Label)}, args...), &key); err != nil {
		return err
	}
	if err := w.folded(key, n.Label, d.Folded); err != nil {
		return err
	}
	return w.words(key, n, d)
}

// folded replaces the folded names of a node.
func (w *writing) folded(key int64, label graph.Label, forms map[string][]string) error {
	if _, err := w.exec("DELETE FROM folded WHERE (label, prop, value, node) IN (SELECT label, prop, value, node FROM folded WHERE node = ?)", key); err != nil {
		return err
	}
	for prop, list := range forms {
		for _, f := range list {
			if _, err := w.exec("INSERT INTO folded (label, prop, value, node) VALUES (?, ?, ?, ?)", string(label), prop, f, key); err != nil {
				return err
			}
		}
	}
	return nil
}

// words replaces the full text of a node, unless it is the same.
func (w *writing) words(key int64, n graph.Node, d derive.Derived) error {
	if d.Text == "" {
		return w.forgetWords(key)
	}
	changed, err := w.exec("INSERT INTO words (key, id, label, count, repeats, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "+
		"ON CONFLICT (key) DO UPDATE SET label = ?3, count = ?4, repeats = ?5, text = ?6 WHERE text <> ?6 OR label <> ?3",
		key, string(n.ID), string(n.Label), int64(d.Words), int64(d.Repeats), d.Text)
	if err != nil || changed == 0 {
		return err
	}
	_, err = w.exec("INSERT OR REPLACE INTO search (rowid, text) VALUES (?, ?)", key, d.Text)
	return err
}

func (w *writing) forgetWords(key int64) error {
	gone, err := w.exec("DELETE FROM words WHERE key = ?", key)
	if err != nil || gone == 0 {
		return err
	}
	_, err = w.exec("DELETE FROM search WHERE rowid = ?", key)
	return err
}

// deleteNode removes a node with all its edges; one that isn't there is no
// error.
func (w *writing) deleteNode(id graph.ID) error {
	var key int64
	err := w.one("SELECT _key FROM node WHERE _id = ?", []any{string(id)}, &key)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	for i := range w.o.Edges {
		for _, dir := range []graph.Direction{graph.Out, graph.In} {
			if _, err := w.exec(w.sql.clear(w.o.Edges[i].Type, dir), string(id)); err != nil {
				return err
			}
		}
	}
	if err := w.folded(key, "", nil); err != nil {
		return err
	}
	if err := w.forgetWords(key); err != nil {
		return err
	}
	_, err = w.exec("DELETE FROM node WHERE _key = ?", key)
	return err
}

// edge writes an edge whose ends must be there.
func (w *writing) edge(e graph.Edge) error {
	def, ok := w.o.Edge(e.Type)
	what := fmt.Sprintf("edge %s from %s to %s", e.Type, e.From, e.To)
	if !ok {
		return fmt.Errorf("%w: %s has an unknown type", graph.ErrInvalid, what)
	}
	if err := derive.CheckProps(def.Props, e.Props, what); err != nil {
		return err
	}
	ew := w.sql.edges[e.Type]
	args, err := values(ew.columns, e.Props)
	if err != nil {
		return err
	}
	changed, err := w.exec(ew.upsert, append(args, string(e.From), string(e.To))...)
	if err != nil || changed > 0 {
		return err
	}
	return fmt.Errorf("%w: %s: one of its ends is not in the store, or is not what such an edge joins", graph.ErrInvalid, what)
}
