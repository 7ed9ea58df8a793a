package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"

	"parley/graph"
	derive "parley/graph/index"
)

// upgrade brings a file of an older format to this one. Format 1 had no repeats
// beside the words.
func upgrade(ctx context.Context, tx *sql.Tx) error {
	lacks, err := lacking(ctx, tx, "words", []column{{name: "repeats"}})
	if err != nil || len(lacks) == 0 {
		return err
	}
	if _, err := tx.ExecContext(ctx, "ALTER TABLE words ADD COLUMN repeats INTEGER NOT NULL DEFAULT -1"); err != nil {
		return err
	}
	fill, err := tx.PrepareContext(ctx, "UPDATE words SET repeats = ? WHERE key = ?")
	if err != nil {
		return err
	}
	defer fill.Close()
	for last, more := int64(-1<<63), true; more && err == nil; {
		last, more, err = addRepeats(ctx, tx, fill, last)
	}
	return err
}

// addRepeats fills in a thousand rows with keys above after, and returns the
// last of these.
func addRepeats(ctx context.Context, tx *sql.Tx, fill *sql.Stmt, after int64) (last int64, more bool, err error) {
	rows, err := tx.QueryContext(ctx, "SELECT key, text FROM words WHERE key > ? ORDER BY key LIMIT 1000", after)
	if err != nil {
		return 0, false, err
	}
	defer rows.Close()
	texts := map[int64]string{}
	for rows.Next() {
		var text string
		if err := rows.Scan(&last, &text); err != nil {
			return 0, false, err
		}
		texts[last] = text
	}
	if err := rows.Err(); err != nil {
		return 0, false, err
	}
	rows.Close() // the connection is wanted for writing
	for key, text := range texts {
		if _, err := fill.ExecContext(ctx, int64(derive.RepeatsIn(text)), key); err != nil {
			return 0, false, err
		}
	}
	return last, len(texts) > 0, nil
}

// checkReadable refuses a file that can't be read and, since it may not be
// written, can't be upgraded either.
func (s *Store) checkReadable(ctx context.Context) error {
	format, err := checkFormat(ctx, s.read, s.path)
	if err == nil && format > 0 && format < graph.FormatVersion {
		err = fmt.Errorf("%w: %s was written by an older Parley (format %d, this one writes %d) and is read-only; make the file and its folder writable once, so that it can be brought up to date",
			graph.ErrFormat, s.path, format, graph.FormatVersion)
	}
	return err
}
