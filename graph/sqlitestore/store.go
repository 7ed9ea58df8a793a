package sqlitestore

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"runtime"
	"strconv"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"parley/graph"
)

// Options are what may be chosen about a store; the zero value is good.
type Options struct {
	// BusyTimeout is how long Apply and Open wait for another process that
	// writes, before ErrLocked; 0 means 10 seconds.
	BusyTimeout time.Duration
	// MaxPages limits the file's size, in pages of 4,096 bytes, before
	// ErrFull; 0 means no limit but the disk.
	MaxPages int
}

// Store is a graph in one SQLite file. It implements graph.Store.
type Store struct {
	path     string
	o        *graph.Ontology
	opt      Options
	writable bool
	// write has one connection, so that the batches of this process queue up
	// here instead of at the file's lock; read has several.
	write, read *sql.DB
	statements  *statements
	writers     *writers
}

var _ graph.Store = (*Store)(nil)

// Open opens the store in the file at path, and makes it where there is none.
// Errors: graph.ErrFormat for a file that isn't ours or is newer,
// graph.ErrUnavailable where it can't be read or made, graph.ErrLocked and
// graph.ErrFull. A file that may only be read opens; Apply then fails.
func Open(ctx context.Context, path string, o *graph.Ontology, opt Options) (*Store, error) {
	if err := checkNames(o); err != nil {
		return nil, err
	}
	writable, err := checkPath(path)
	if err != nil {
		return nil, err
	}
	if opt.BusyTimeout == 0 {
		opt.BusyTimeout = 10 * time.Second
	}
	s := &Store{path: path, o: o, opt: opt, writable: writable, writers: newWriters(o)}
	if err := s.open(ctx); err != nil {
		s.Close()
		return nil, s.wrap(ctx, err)
	}
	return s, nil
}

// open makes the pools and the tables.
func (s *Store) open(ctx context.Context) error {
	mode := url.Values{"_busy_timeout": {"1000"}}
	if !s.writable {
		mode = readOnlyMode(s.path)
	}
	if err := s.openPools(mode); err != nil {
		return err
	}
	if !s.writable {
		return s.checkReadable(ctx)
	}
	if err := s.setUp(ctx); err != nil {
		return err
	}
	return nil
}

func (s *Store) openPools(mode url.Values) error {
	var err error
	if s.write, err = sql.Open("sqlite", dsn(s.path, writeMode(mode, s.opt))); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = sql.Open("sqlite", dsn(s.path, with(mode, "_pragma", "query_only(1)"))); err != nil {
		return err
	}
	readers := max(4, runtime.NumCPU())
	s.read.SetMaxOpenConns(readers)
	s.read.SetMaxIdleConns(readers)
	s.statements = newStatements(s.read)
	return nil
}

// writeMode adds what the writing connection needs: transactions that take the
// write lock at once, and a journal that is synced where a checkpoint needs it.
func writeMode(mode url.Values, opt Options) url.Values {
	out := with(mode, "_txlock", "immediate")
	out.Add("_pragma", "synchronous(normal)")
	if opt.MaxPages > 0 {
		out.Add("_pragma", "max_page_count("+strconv.Itoa(opt.MaxPages)+")")
	}
	return out
}

func with(v url.Values, key, value string) url.Values {
	out := url.Values{}
	for k, vs := range v {
		out[k] = append([]string(nil), vs...)
	}
	out.Add(key, value)
	return out
}

// setUp checks the file and makes what is missing, in one transaction.
func (s *Store) setUp(ctx context.Context) error {
	format, err := checkFormat(ctx, s.write, s.path)
	if err != nil {
		return err
	}
	if format == 0 {
		if err := s.retry(ctx, s.useJournal); err != nil {
			return err
		}
	} else if done, err := s.isComplete(ctx); err != nil || done && format == graph.FormatVersion {
		return err
	}
	return s.retry(ctx, func(ctx context.Context) error {
		tx, err := s.write.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if err := create(ctx, tx, s.o); err != nil {
			return err
		}
		return tx.Commit()
	})
}

func (s *Store) isComplete(ctx context.Context) (done bool, err error) {
	err = s.reading(ctx, func(tx *sql.Tx) error {
		done, err = complete(ctx, tx, s.o)
		return err
	})
	return done, err
}

// useJournal switches a new file to write-ahead logging: readers then go on
// while a batch is written.
func (s *Store) useJournal(ctx context.Context) error {
	_, err := s.write.ExecContext(ctx, "PRAGMA journal_mode = wal")
	return err
}

// Close ends all use. A second call does nothing.
func (s *Store) Close() error {
	var errs []error
	if s.statements != nil {
		s.statements.close()
	}
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// retry does f again, with back-off, while another process holds the lock, at
// most for BusyTimeout.
func (s *Store) retry(ctx context.Context, f func(context.Context) error) error {
	deadline := time.Now().Add(s.opt.BusyTimeout)
	for wait := time.Millisecond; ; wait = min(2*wait, 100*time.Millisecond) {
		err := s.wrap(ctx, f(ctx))
		if !errors.Is(err, graph.ErrLocked) || time.Now().Add(wait).After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return s.wrap(ctx, ctx.Err())
		case <-time.After(wait):
		}
	}
}
