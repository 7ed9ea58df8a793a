package neo4jstore

import (
	"context"
	"errors"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"parley/graph"
)

// The pauses before a failed statement is sent again.
const (
	firstPause = 100 * time.Millisecond
	lastPause  = 3 * time.Second
)

// persist calls f until it succeeds, fails for good, or has failed for the
// store's longest wait.
func (s *Store) persist(ctx context.Context, f func() error) error {
	until := time.Now().Add(s.maxWait)
	pause := firstPause
	for {
		err := f()
		if err == nil || !transient(err) || ctx.Err() != nil || out(ctx) || time.Now().Add(pause).After(until) {
			return s.wrap(ctx, err)
		}
		if s.onRetry != nil {
			s.onRetry(s.wrap(ctx, err), pause)
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return s.wrap(ctx, ctx.Err())
		}
		pause = min(2*pause, lastPause)
	}
}

// transient reports whether the same may succeed later.
func transient(err error) bool {
	var db *neo4j.Neo4jError
	if errors.As(err, &db) && db.Code == "Neo.TransientError.General.MemoryPoolOutOfMemoryError" {
		return false // it is this statement that needs so much
	}
	return neo4j.IsRetryable(err) || neo4j.IsConnectivityError(err)
}

// limits gives the transaction the time that the context has left, so that the
// database ends it by itself.
func limits(ctx context.Context) []func(*neo4j.TransactionConfig) {
	deadline, ok := ctx.Deadline()
	if !ok {
		return nil
	}
	left := max(time.Until(deadline), time.Millisecond)
	return []func(*neo4j.TransactionConfig){neo4j.WithTxTimeout(left.Round(time.Millisecond))}
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.bookmarks, FetchSize: neo4j.FetchAll,
	})
}

// read runs one statement that only reads, in a transaction of its own: one
// round trip. It is retried while the database is away.
func (s *Store) read(ctx context.Context, text string, params map[string]any) ([]*neo4j.Record, error) {
	var records []*neo4j.Record
	err := s.persist(ctx, func() error {
		begin := time.Now()
		session := s.session(ctx, neo4j.AccessModeRead)
		defer session.Close(context.WithoutCancel(ctx))
		res, err := session.Run(ctx, text, params, limits(ctx)...)
		if err != nil {
			return err
		}
		if records, err = res.Collect(ctx); err != nil {
			return err
		}
		trace(ctx, text, params, begin, len(records))
		return nil
	})
	return records, err
}

// change runs statements that need no transaction together, one after another.
func (s *Store) change(ctx context.Context, texts ...string) error {
	return s.persist(ctx, func() error {
		session := s.session(ctx, neo4j.AccessModeWrite)
		defer session.Close(context.WithoutCancel(ctx))
		for _, text := range texts {
			res, err := session.Run(ctx, text, nil, limits(ctx)...)
			if err != nil {
				return err
			}
			if _, err := res.Consume(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

func trace(ctx context.Context, text string, params map[string]any, begin time.Time, rows int) {
	if graph.Traced(ctx) {
		graph.Trace(ctx, graph.Statement{Text: text, Params: params, Took: time.Since(begin), Rows: rows})
	}
}
