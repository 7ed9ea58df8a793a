package gql

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"parley/graph"
	"parley/graph/gql/internal/plan"
)

// Codes in extensions.code, beside those of package limit and gqlgen's
// GRAPHQL_PARSE_FAILED and GRAPHQL_VALIDATION_FAILED.
const (
	// CodeInput: an argument or variable makes no sense.
	CodeInput = plan.CodeInput
	// CodeCursor: not a cursor, or not one of this field and order.
	CodeCursor = plan.CodeCursor
	// CodeAmbiguous: a name may mean several; extensions.candidates lists
	// them, each with id, name and type.
	CodeAmbiguous = plan.CodeAmbiguous
	// CodeTimeout: the time limit passed.
	CodeTimeout = "TIMEOUT"
	// CodeCancelled: the client went away.
	CodeCancelled = "CANCELLED"
	// CodeUnavailable: the database can't be reached or used now.
	CodeUnavailable = "UNAVAILABLE"
	// CodeInternal: our fault; extensions.id stands in the log as well.
	CodeInternal = "INTERNAL"
)

// known are the errors of a store that a caller may be told of, and how.
var known = []struct {
	err           error
	code, message string
}{
	{graph.ErrTimeout, CodeTimeout, "the answer took longer than the time limit: ask for less"},
	{context.DeadlineExceeded, CodeTimeout, "the answer took longer than the time limit: ask for less"},
	{context.Canceled, CodeCancelled, "the request was cancelled"},
	{graph.ErrUnavailable, CodeUnavailable, "the database can't be reached: try again later"},
	{graph.ErrLocked, CodeUnavailable, "the database is in use by another process: try again later"},
	{graph.ErrAuth, CodeUnavailable, "the database refused Parley's login: tell who runs it"},
	{graph.ErrInvalid, CodeInput, "the request makes no sense to the database: check its arguments and cursors"},
}

// Presenter is gqlgen's hook that turns an error into what the caller sees.
// Every error gets extensions.code. One that isn't known is logged, and the
// caller is only told the number under which it stands in the log.
func Presenter(ctx context.Context, err error) *gqlerror.Error {
	var shown *gqlerror.Error
	if errors.As(err, &shown) && shown.Err == nil {
		return coded(ctx, shown)
	}
	out := present(ctx, err)
	out.Path = graphql.GetPath(ctx)
	if shown != nil {
		out.Path, out.Locations = shown.Path, shown.Locations
	}
	return out
}

// coded completes an error that gqlgen or a limit made for the caller.
func coded(ctx context.Context, e *gqlerror.Error) *gqlerror.Error {
	if e.Path == nil {
		e.Path = graphql.GetPath(ctx)
	}
	switch {
	case e.Extensions["code"] != nil:
	case e.Rule != "":
		errcode.Set(e, errcode.ValidationFailed)
	default:
		errcode.Set(e, CodeInternal)
	}
	return e
}

// present writes an error of package plan or of a store for the caller.
func present(ctx context.Context, err error) *gqlerror.Error {
	var mine *plan.Error
	if errors.As(err, &mine) {
		out := &gqlerror.Error{Message: mine.Message, Extensions: map[string]any{"code": mine.Code}}
		if mine.Candidates != nil {
			out.Extensions["candidates"] = mine.Candidates
		}
		return out
	}
	for _, k := range known {
		if errors.Is(err, k.err) {
			if k.code == CodeUnavailable || k.code == CodeInput {
				slog.WarnContext(ctx, "store", "code", k.code, "error", err)
			}
			return &gqlerror.Error{Message: k.message, Extensions: map[string]any{"code": k.code}}
		}
	}
	return internal(ctx, "error", err)
}

// Recover is gqlgen's hook for panics: they are logged with their stack, and
// the caller sees an internal error.
func Recover(ctx context.Context, p any) error {
	return internal(ctx, "panic", p, "stack", string(debug.Stack()))
}

// internal logs what went wrong under a new number and tells only that.
func internal(ctx context.Context, what ...any) *gqlerror.Error {
	var number [6]byte
	_, _ = rand.Read(number[:]) // it never fails
	id := fmt.Sprintf("%x", number)
	slog.ErrorContext(ctx, "internal error", append([]any{"id", id}, what...)...)
	return &gqlerror.Error{
		Message:    "internal error: it stands in the server's log as " + id,
		Extensions: map[string]any{"code": CodeInternal, "id": id},
	}
}
