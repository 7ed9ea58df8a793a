package web

import (
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"parley/graph"
)

// record gathers what the log says of one request. Variables, which may name
// what somebody is looking into, are not among it.
type record struct {
	start                time.Time
	method, op, kind     string
	status, bytes        int
	statements, rows, ns atomic.Int64
}

// longestName of an operation that is logged in full; it is the client's text.
const longestName = 80

// operation notes the operation that runs, or the name that was asked for.
func (r *record) operation(op *graphql.OperationContext, asked string) {
	r.op = asked
	if op != nil && op.Operation != nil {
		r.op, r.kind = op.Operation.Name, string(op.Operation.Operation)
	}
	if len(r.op) > longestName {
		r.op = r.op[:longestName] + "…"
	}
}

// statement counts what a store reports, from any goroutine.
func (r *record) statement(s graph.Statement) {
	r.statements.Add(1)
	r.rows.Add(int64(s.Rows))
	r.ns.Add(int64(s.Took))
}

// log writes one line for a request: information where it was answered, a
// warning where it failed inside, ran out of time or nobody waited.
func (e *endpoint) log(r *http.Request, rec *record, a answer) {
	level, codes := slog.LevelInfo, make([]string, 0, len(a.errors))
	for _, err := range a.errors {
		c := code(err)
		if c == "INTERNAL" || c == "TIMEOUT" || c == "UNAVAILABLE" {
			level = slog.LevelWarn
		}
		if len(codes) < 10 {
			codes = append(codes, c)
		}
	}
	attrs := []slog.Attr{
		slog.String("operation", rec.op),
		slog.String("kind", rec.kind),
		slog.String("method", rec.method),
		slog.Int("status", rec.status),
		slog.Duration("duration", time.Since(rec.start)),
		slog.Duration("database", time.Duration(rec.ns.Load())),
		slog.Int64("statements", rec.statements.Load()),
		slog.Int64("rows", rec.rows.Load()),
		slog.Int("bytes", rec.bytes),
	}
	if len(codes) > 0 {
		attrs = append(attrs, slog.Any("errors", codes))
	}
	if rec.status == 0 {
		level = slog.LevelWarn
		attrs = append(attrs, slog.Bool("clientGone", true))
	}
	e.cfg.Logger.LogAttrs(r.Context(), level, "graphql", attrs...)
}
