package cli

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"parley/graph"
)

// table is one file of a CSV export.
type table struct {
	name string
	// props are the columns after the fixed ones.
	props []string
	file  *os.File
	buf   *bufio.Writer
	csv   *csv.Writer
}

// tables are the files of a CSV export, by label and by edge type.
type tables struct {
	nodes map[graph.Label]*table
	edges map[graph.EdgeType]*table
}

// exportCSV writes a file a label (id and properties) and a file an edge type
// (from, to and properties) into a folder. A list is written as JSON.
func exportCSV(ctx context.Context, s graph.Store, o *graph.Ontology, dir string) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("can't make the folder %q: %w", dir, err)
	}
	t, err := openTables(o, dir)
	defer func() {
		if e := t.close(); err == nil {
			err = e
		}
	}()
	if err != nil {
		return err
	}
	return s.Export(ctx, t.write)
}

// openTables makes all files, with their headers.
func openTables(o *graph.Ontology, dir string) (*tables, error) {
	t := &tables{nodes: map[graph.Label]*table{}, edges: map[graph.EdgeType]*table{}}
	for _, d := range o.Labels {
		f, err := newTable(dir, string(d.Label), []string{"id"}, d.Props)
		if err != nil {
			return t, err
		}
		t.nodes[d.Label] = f
	}
	for _, d := range o.Edges {
		f, err := newTable(dir, string(d.Type), []string{"from", "to"}, d.Props)
		if err != nil {
			return t, err
		}
		t.edges[d.Type] = f
	}
	return t, nil
}

func newTable(dir, name string, fixed []string, defs []graph.PropDef) (*table, error) {
	name = filepath.Join(dir, name+".csv")
	file, err := os.Create(name)
	if err != nil {
		return nil, fmt.Errorf("can't write %q: %w", name, err)
	}
	buf := bufio.NewWriter(file)
	t := &table{name: name, file: file, buf: buf, csv: csv.NewWriter(buf)}
	for _, d := range defs {
		t.props = append(t.props, d.Name)
	}
	return t, t.csv.Write(append(fixed, t.props...))
}

// write adds one node or edge.
func (t *tables) write(it graph.Item) error {
	if n := it.Node; n != nil {
		if f := t.nodes[n.Label]; f != nil {
			return f.row(n.Props, string(n.ID))
		}
		return fmt.Errorf("the store has a node %s of the label %s, which the ontology lacks", n.ID, n.Label)
	}
	e := it.Edge
	if f := t.edges[e.Type]; f != nil {
		return f.row(e.Props, string(e.From), string(e.To))
	}
	return fmt.Errorf("the store has an edge %s from %s, which the ontology lacks", e.Type, e.From)
}

// row writes the fixed columns and the properties.
func (t *table) row(p graph.Props, fixed ...string) error {
	for _, name := range t.props {
		cell, err := cell(p[name])
		if err != nil {
			return err
		}
		fixed = append(fixed, cell)
	}
	return t.csv.Write(fixed)
}

// cell writes a property's value; nil is empty, a list is JSON.
func cell(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64), nil
	case bool:
		return strconv.FormatBool(v), nil
	}
	b, err := json.Marshal(v)
	return string(b), err
}

// close writes out what is left; the first error counts.
func (t *tables) close() error {
	var first error
	for _, f := range t.all() {
		f.csv.Flush()
		for _, err := range []error{f.csv.Error(), f.buf.Flush(), f.file.Close()} {
			if err != nil && first == nil {
				first = fmt.Errorf("can't write %q: %w", f.name, err)
			}
		}
	}
	return first
}

func (t *tables) all() []*table {
	var all []*table
	for _, f := range t.nodes {
		all = append(all, f)
	}
	for _, f := range t.edges {
		all = append(all, f)
	}
	return all
}
