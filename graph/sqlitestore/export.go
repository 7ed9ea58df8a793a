package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"parley/graph"
)

// Export streams the whole graph in canonical order, in one read transaction.
func (s *Store) Export(ctx context.Context, yield func(graph.Item) error) error {
	var stopped error
	err := s.reading(ctx, func(tx *sql.Tx) error {
		stopped = s.export(ctx, tx, func(i graph.Item) error {
			if err := yield(i); err != nil {
				return yielded{err}
			}
			return nil
		})
		return nil
	})
	if y, ok := stopped.(yielded); ok {
		return y.error
	}
	if stopped != nil {
		return s.wrap(ctx, stopped)
	}
	return s.wrap(ctx, err)
}

// yielded marks an error that is the caller's own.
type yielded struct{ error }

// reading runs f in a transaction that sees one moment of the store.
func (s *Store) reading(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return f(tx)
}

func (s *Store) export(ctx context.Context, tx *sql.Tx, yield func(graph.Item) error) error {
	if err := s.exportNodes(ctx, tx, yield); err != nil {
		return err
	}
	types := make([]graph.EdgeType, len(s.o.Edges))
	for i, d := range s.o.Edges {
		types[i] = d.Type
	}
	slices.Sort(types)
	for _, t := range types {
		if err := s.exportEdges(ctx, tx, t, yield); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) exportNodes(ctx context.Context, tx *sql.Tx, yield func(graph.Item) error) error {
	cols := s.writers.columns
	rows, err := tx.QueryContext(ctx, "SELECT _id, _label, "+selected("node", cols)+" FROM node ORDER BY _id")
	if err != nil {
		return err
	}
	defer rows.Close()
	cells, to := targets(len(cols) + 2)
	for rows.Next() {
		if err := rows.Scan(to...); err != nil {
			return err
		}
		label := graph.Label(cells[1].(string))
		kind := func(name string) (graph.Kind, bool) {
			p, ok := s.o.Prop(label, name)
			return p.Kind, ok
		}
		n := &graph.Node{ID: graph.ID(cells[0].(string)), Label: label, Props: exported(cols, cells[2:], kind)}
		if err := yield(graph.Item{Node: n}); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (s *Store) exportEdges(ctx context.Context, tx *sql.Tx, t graph.EdgeType, yield func(graph.Item) error) error {
	def, _ := s.o.Edge(t)
	cols := edgeColumns(def)
	rows, err := tx.QueryContext(ctx, fmt.Sprintf("SELECT a._id, b._id, %s FROM %s e JOIN node a ON a._key = e.src JOIN node b ON b._key = e.dst ORDER BY 1, 2",
		selected("e", cols), edgeTable(t)))
	if err != nil {
		return err
	}
	defer rows.Close()
	cells, to := targets(len(cols) + 2)
	for rows.Next() {
		if err := rows.Scan(to...); err != nil {
			return err
		}
		kind := func(name string) (graph.Kind, bool) {
			p, ok := def.Prop(name)
			return p.Kind, ok
		}
		e := &graph.Edge{Type: t, From: graph.ID(cells[0].(string)), To: graph.ID(cells[1].(string)), Props: exported(cols, cells[2:], kind)}
		if err := yield(graph.Item{Edge: e}); err != nil {
			return err
		}
	}
	return rows.Err()
}

// selected lists the columns of a table without the derived ones; there is
// always one.
func selected(table string, cols []column) string {
	out := make([]string, len(cols))
	for i, c := range cols {
		out[i] = table + "." + ident(c.name)
	}
	if len(out) == 0 {
		return "NULL"
	}
	return strings.Join(out, ", ")
}

// targets are n cells and the pointers by which a row is read into them.
func targets(n int) (cells, to []any) {
	cells, to = make([]any, max(n, 3)), make([]any, max(n, 3))
	for i := range cells {
		to[i] = &cells[i]
	}
	return cells, to
}

// exported turns the cells of a row into properties.
func exported(cols []column, cells []any, kind func(string) (graph.Kind, bool)) graph.Props {
	props := graph.Props{}
	for i, c := range cols {
		k, ok := kind(c.name)
		if !ok || cells[i] == nil {
			continue
		}
		props[c.name] = native(k, cells[i])
	}
	return props
}

// native turns a cell, as the driver gives it, into the Go type of its kind.
func native(kind graph.Kind, cell any) any {
	switch v := cell.(type) {
	case int64:
		switch kind {
		case graph.Bool:
			return v != 0
		case graph.Float:
			return float64(v)
		}
	case string:
		switch kind {
		case graph.Strings:
			return decodeList[string](v)
		case graph.Ints:
			return decodeList[int64](v)
		}
	}
	return cell
}
