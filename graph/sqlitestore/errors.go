package sqlitestore

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"parley/graph"
)

// wrap turns what SQLite or database/sql said into one of graph's errors. It
// never passes on a statement's text.
func (s *Store) wrap(ctx context.Context, err error) error {
	if err == nil || isGraphError(err) {
		return err
	}
	switch cause := ctx.Err(); {
	case errors.Is(cause, context.DeadlineExceeded):
		return fmt.Errorf("%w: the time limit passed; ask for less or allow more time", graph.ErrTimeout)
	case cause != nil:
		return cause
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%w: the time limit passed; ask for less or allow more time", graph.ErrTimeout)
	}
	return explain(s.path, err)
}

func isGraphError(err error) bool {
	for _, e := range []error{
		graph.ErrInvalid, graph.ErrConflict, graph.ErrUnavailable, graph.ErrFormat,
		graph.ErrLocked, graph.ErrFull, graph.ErrTimeout,
	} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// explain says what an SQLite error means for the file at path.
func explain(path string, err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return fmt.Errorf("%w: %s: %v", graph.ErrUnavailable, path, err)
	}
	if e.Code() == lib.SQLITE_IOERR_SHMSIZE {
		return full(path)
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_FULL:
		return full(path)
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fmt.Errorf("%w: another process is writing to %s; try again when it is done", graph.ErrLocked, path)
	case lib.SQLITE_NOTADB:
		return fmt.Errorf("%w: %s is not a Parley store; choose another file name", graph.ErrFormat, path)
	case lib.SQLITE_CORRUPT:
		return fmt.Errorf("%w: %s is damaged; restore it from a copy or load the documents into a new file", graph.ErrFormat, path)
	case lib.SQLITE_READONLY:
		return fmt.Errorf("%w: %s is read-only; make the file and its folder writable", graph.ErrUnavailable, path)
	case lib.SQLITE_CANTOPEN:
		return fmt.Errorf("%w: can't open %s; check that its folder is there and writable", graph.ErrUnavailable, path)
	}
	if strings.Contains(e.Error(), " too ") { // "… nested too deep", "too many …"
		return fmt.Errorf("%w: the query has too many parts for SQLite; ask for less at once", graph.ErrInvalid)
	}
	return fmt.Errorf("%w: SQLite error %d at %s", graph.ErrUnavailable, e.Code(), path)
}

func full(path string) error {
	return fmt.Errorf("%w: the disk that holds %s is full; free some space and load again, nothing was half-written", graph.ErrFull, path)
}
