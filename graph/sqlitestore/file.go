package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parley/graph"
)

// applicationID marks a file as ours ("prly"), where the file format of SQLite
// has a place for that; user_version beside it holds graph.FormatVersion.
const applicationID = 0x70726c79

// pragmas for every connection: the cache is in KiB; temporary tables, which
// sorting and grouping use, stay in memory. Pages are not mapped: a mapped one is
// taken apart anew at each look, which costs a question of many nodes a quarter.
var pragmas = []string{"cache_size(-32768)", "temp_store(memory)", "mmap_size(0)", "foreign_keys(0)"}

// dsn is the address by which the driver opens the file.
func dsn(path string, query url.Values) string {
	for _, p := range pragmas {
		query.Add("_pragma", p)
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + query.Encode()
}

// checkPath looks at the file before SQLite does, so that what is wrong can be
// said in plain words. It tells whether the file may be written.
func checkPath(path string) (writable bool, err error) {
	if path == "" {
		return false, fmt.Errorf("%w: the store's file has no name", graph.ErrInvalid)
	}
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return false, fmt.Errorf("%w: the folder %s of the store %s is not there; make it first", graph.ErrUnavailable, dir, filepath.Base(path))
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, fmt.Errorf("%w: can't look at %s: %v", graph.ErrUnavailable, path, errors.Unwrap(err))
	case info.IsDir():
		return false, fmt.Errorf("%w: %s is a folder; name a file for the store", graph.ErrInvalid, path)
	}
	return canWrite(path)
}

// canWrite tells whether the file can be opened for writing, and fails where it
// can't even be read.
func canWrite(path string) (bool, error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		return true, f.Close()
	}
	if f, err = os.Open(path); err != nil {
		return false, fmt.Errorf("%w: can't read %s; check its permissions", graph.ErrUnavailable, path)
	}
	return false, f.Close()
}

// readOnlyMode is how a file that may not be written is opened: where no other
// process has left a journal beside it, without any locks or files beside it.
func readOnlyMode(path string) url.Values {
	q := url.Values{"mode": {"ro"}}
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() == 0 {
		q.Set("immutable", "1")
	}
	return q
}

// checkFormat refuses a file that isn't ours or is newer than this program, and
// returns its format: 0 for an empty file, which is a store to be.
func checkFormat(ctx context.Context, db *sql.DB, path string) (format int64, err error) {
	var app, version, tables int64
	row := db.QueryRowContext(ctx, "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master)")
	if err := row.Scan(&app, &version, &tables); err != nil {
		return 0, err
	}
	switch {
	case app == 0 && tables == 0:
		return 0, nil
	case app != applicationID:
		return 0, fmt.Errorf("%w: %s is a database of another program; choose another file name", graph.ErrFormat, path)
	case version > graph.FormatVersion:
		return 0, fmt.Errorf("%w: %s was written by a newer Parley (format %d, this one reads up to %d); update Parley", graph.ErrFormat, path, version, graph.FormatVersion)
	}
	return version, nil
}

// complete reports whether the file has all tables, columns and indexes of the
// ontology. Then opening it needs no lock.
func complete(ctx context.Context, tx *sql.Tx, o *graph.Ontology) (bool, error) {
	have, err := present(ctx, tx)
	if err != nil {
		return false, err
	}
	for _, name := range wanted(o) {
		if !have[name] {
			return false, nil
		}
	}
	for table, cols := range tables(o) {
		lacks, err := lacking(ctx, tx, table, cols)
		if err != nil || len(lacks) > 0 {
			return false, err
		}
	}
	return true, nil
}

// tables are the tables that grow with the ontology, with their columns.
func tables(o *graph.Ontology) map[string][]column {
	out := map[string][]column{"node": nodeColumns(o)}
	for i := range o.Edges {
		out["edge_"+string(o.Edges[i].Type)] = edgeColumns(&o.Edges[i])
	}
	return out
}

// create makes what is missing: in a new file everything, in an older one the
// columns, tables and indexes that the ontology or the format has gained.
func create(ctx context.Context, tx *sql.Tx, o *graph.Ontology) error {
	for _, q := range append(slices.Clone(fixedTables), edgeTables(o)...) {
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	if err := upgrade(ctx, tx); err != nil {
		return err
	}
	for table, cols := range tables(o) {
		lacks, err := lacking(ctx, tx, table, cols)
		if err != nil {
			return err
		}
		for _, name := range lacks {
			if _, err := tx.ExecContext(ctx, "ALTER TABLE "+ident(table)+" ADD COLUMN "+name); err != nil {
				return err
			}
		}
	}
	var ddl []string
	for _, i := range uniqueIndexes() {
		ddl = append(ddl, i.ddl("UNIQUE "))
	}
	for _, i := range indexes(o) {
		ddl = append(ddl, i.ddl(""))
	}
	ddl = append(ddl, fmt.Sprintf("PRAGMA application_id = %d", applicationID), fmt.Sprintf("PRAGMA user_version = %d", graph.FormatVersion))
	_, err := tx.ExecContext(ctx, strings.Join(ddl, ";\n"))
	return err
}

// lacking lists the columns that a table should have and hasn't.
func lacking(ctx context.Context, tx *sql.Tx, table string, cols []column) ([]string, error) {
	have, err := set(tx.QueryContext(ctx, "SELECT name FROM pragma_table_info(?)", table))
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(names(cols), func(name string) bool { return have[strings.Trim(name, `"`)] }), nil
}
