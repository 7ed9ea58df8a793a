package graph

import "errors"

// What a caller can tell apart. Stores wrap them with what happened, to what,
// and what to do; they never pass on a database's own statement text.
var (
	// ErrInvalid: the query, batch or value makes no sense to the ontology.
	ErrInvalid = errors.New("invalid")
	// ErrConflict: somebody else wrote meanwhile (Batch.If); read again.
	ErrConflict = errors.New("changed meanwhile")
	// ErrUnavailable: the database can't be reached, or went away.
	ErrUnavailable = errors.New("database not available")
	// ErrAuth: the database refused the login.
	ErrAuth = errors.New("login refused")
	// ErrFormat: the store was written by a newer version, or isn't ours.
	ErrFormat = errors.New("store format")
	// ErrLocked: another process is writing to the store and didn't finish
	// in time.
	ErrLocked = errors.New("store in use")
	// ErrFull: no space left for the store.
	ErrFull = errors.New("no space left")
	// ErrTimeout: the time limit passed, and the statement was ended.
	ErrTimeout = errors.New("took too long")
)
