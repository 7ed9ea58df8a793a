package graph

import (
	"context"
	"time"
)

// FormatVersion is the version of what is stored. A store that carries a newer
// one is refused with ErrFormat; one that carries an older one is upgraded when
// it is opened, where what it keeps has changed. Since 3 documents tell what they
// share, and shared nodes since when they are known: documents loaded before are
// read anew when they are loaded again.
const FormatVersion = 3

// Revision counts the batches that a store has taken, from 1 in a new one.
type Revision int64

// Store keeps one graph. Its methods may be called at the same time from many
// goroutines. Each of them ends the database's work when ctx ends, and then
// returns ctx's error (ErrTimeout where the deadline passed).
type Store interface {
	// Apply carries out a batch in one transaction and returns the revision
	// after it. Transient failures are retried inside. A batch that writes
	// nothing returns the present revision. Errors: ErrConflict, ErrInvalid,
	// ErrUnavailable, ErrLocked, ErrFull; nothing is written then.
	Apply(ctx context.Context, b Batch) (Revision, error)
	// Query answers with one statement. Never nil without an error. Errors:
	// ErrInvalid, ErrUnavailable, ErrTimeout.
	Query(ctx context.Context, q Query) (*Result, error)
	// Path answers with one statement. Errors as Query.
	Path(ctx context.Context, q PathQuery) (*PathResult, error)
	// Export streams the whole graph in canonical order: all nodes by ID,
	// then all edges by type, from and to, as of one moment. The stores' own
	// properties are left out, so equal graphs give equal streams. An error
	// of yield ends it and is returned.
	Export(ctx context.Context, yield func(Item) error) error
	// Info tells about the store; it is the check that it can be reached.
	Info(ctx context.Context) (Info, error)
	// Close ends all use. A second call does nothing.
	Close() error
}

// Item is one node or one edge of an export; the other is nil.
type Item struct {
	Node *Node
	Edge *Edge
}

// Info describes a store.
type Info struct {
	// Kind is "sqlite" or "neo4j"; Address has no password.
	Kind, Address string
	// Server is the database's name and version.
	Server   string
	Format   int
	Revision Revision
	// Nodes counts nodes by label, interface labels left out.
	Nodes map[Label]int64
	Edges int64
	// Indexes are the names of the constraints and indexes that serve;
	// Missing those that should be there and aren't, or aren't online yet.
	Indexes, Missing []string
}

// Statement is one statement that a store sent to its database.
type Statement struct {
	// Text is the Cypher or SQL. For logs and tests, never for answers.
	Text   string
	Params map[string]any
	// Took is until the last row was read.
	Took time.Duration
	Rows int
}

type traceKey struct{}

// WithTrace returns a context under which stores report each statement of
// Query, Path and Apply to f, after it ended. f may be called at the same time
// from many goroutines.
func WithTrace(ctx context.Context, f func(Statement)) context.Context {
	return context.WithValue(ctx, traceKey{}, f)
}

// Trace is for stores: it reports a statement to whom WithTrace named. Without
// one it does nothing; Traced tells beforehand.
func Trace(ctx context.Context, s Statement) {
	if f, ok := ctx.Value(traceKey{}).(func(Statement)); ok {
		f(s)
	}
}

// Traced tells whether somebody listens to Trace.
func Traced(ctx context.Context) bool {
	_, ok := ctx.Value(traceKey{}).(func(Statement))
	return ok
}
