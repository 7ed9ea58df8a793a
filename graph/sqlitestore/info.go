package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"parley/graph"
)

// Info tells about the store, as of one moment.
func (s *Store) Info(ctx context.Context) (graph.Info, error) {
	info := graph.Info{Kind: "sqlite", Address: "sqlite:" + s.path, Nodes: map[graph.Label]int64{}}
	err := s.reading(ctx, func(tx *sql.Tx) error {
		return s.info(ctx, tx, &info)
	})
	return info, s.wrap(ctx, err)
}

func (s *Store) info(ctx context.Context, tx *sql.Tx, info *graph.Info) error {
	var version string
	row := tx.QueryRowContext(ctx, "SELECT sqlite_version(), (SELECT user_version FROM pragma_user_version), ("+readRevision+"), "+s.countEdges())
	if err := row.Scan(&version, &info.Format, &info.Revision, &info.Edges); err != nil {
		return err
	}
	info.Server = "SQLite " + version
	if err := s.countNodes(ctx, tx, info.Nodes); err != nil {
		return err
	}
	have, err := present(ctx, tx)
	if err != nil {
		return err
	}
	for _, name := range wanted(s.o) {
		if have[name] {
			info.Indexes = append(info.Indexes, name)
		} else {
			info.Missing = append(info.Missing, name)
		}
	}
	return nil
}

func (s *Store) countEdges() string {
	counts := []string{"0"}
	for _, d := range s.o.Edges {
		counts = append(counts, fmt.Sprintf("(SELECT count(*) FROM %s)", edgeTable(d.Type)))
	}
	return strings.Join(counts, " + ")
}

func (s *Store) countNodes(ctx context.Context, tx *sql.Tx, counts map[graph.Label]int64) error {
	rows, err := tx.QueryContext(ctx, "SELECT _label, count(*) FROM node GROUP BY 1")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var label graph.Label
		var n int64
		if err := rows.Scan(&label, &n); err != nil {
			return err
		}
		counts[label] = n
	}
	return rows.Err()
}

// wanted names the indexes that should be there, the full-text one included.
func wanted(o *graph.Ontology) []string {
	out := []string{"search"}
	for _, i := range append(uniqueIndexes(), indexes(o)...) {
		out = append(out, i.name)
	}
	return out
}

// present names the tables and indexes that are there.
func present(ctx context.Context, tx *sql.Tx) (map[string]bool, error) {
	return set(tx.QueryContext(ctx, "SELECT name FROM sqlite_master"))
}

// set reads rows of one text each.
func set(rows *sql.Rows, err error) (map[string]bool, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]bool{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		out[name] = true
	}
	return out, rows.Err()
}
