package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"parley/graph"
)

// endpoint answers /graphql.
type endpoint struct {
	cfg     Config
	exec    *executor.Executor
	origins origins
}

// ServeHTTP answers one request. Every answer but that to OPTIONS is JSON in
// the form of a GraphQL response.
func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	rec := &record{start: time.Now(), method: r.Method}
	media, ok := negotiate(r.Header.Values("Accept"))
	w.Header().Add("Vary", "Accept")
	f := e.origins.admit(w, r)
	if f == nil && r.Method == http.MethodOptions {
		preflight(w)
		return
	}
	if f == nil {
		f = acceptable(w, r, ok)
	}
	var p *graphql.RawParams
	if f == nil {
		p, f = e.params(w, r)
	}
	var a answer
	if f != nil {
		a = f.answer()
	} else {
		a = e.run(r, p, rec)
	}
	if r.Context().Err() == nil {
		rec.status, rec.bytes = a.write(w, media, e.patience())
	}
	e.log(r, rec, a)
}

// acceptable checks the method, the media types and what a GET has to carry.
func acceptable(w http.ResponseWriter, r *http.Request, negotiated bool) *fault {
	if r.Method != http.MethodGet && r.Method != http.MethodPost {
		w.Header().Set("Allow", "GET, POST, OPTIONS")
		return faultf(http.StatusMethodNotAllowed, "METHOD_NOT_ALLOWED", "the method is %s; use POST or GET", r.Method)
	}
	if !negotiated {
		return faultf(http.StatusNotAcceptable, "NOT_ACCEPTABLE",
			"the answer would be %s or %s, in UTF-8; name one of them in Accept", mediaGraphQL, mediaJSON)
	}
	return unsimple(r)
}

// run carries out an operation. The context that resolvers and stores get ends
// with the time limit, and when the client goes away.
func (e *endpoint) run(r *http.Request, p *graphql.RawParams, rec *record) (a answer) {
	ctx, cancel := r.Context(), context.CancelFunc(func() {})
	if e.cfg.Timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, e.cfg.Timeout)
	}
	defer cancel()
	ctx = graph.WithTrace(graphql.StartOperationTrace(ctx), rec.statement)
	defer func() {
		if v := recover(); v != nil {
			e.cfg.Logger.ErrorContext(ctx, "panic in a GraphQL request", "panic", fmt.Sprint(v), "stack", string(debug.Stack()))
			a = failed(http.StatusInternalServerError, "INTERNAL", "internal error")
		}
	}()
	p.Headers = r.Header
	return e.execute(ctx, r.Method, p, rec)
}

// execute asks the executor, first whether it would run the operation at all.
func (e *endpoint) execute(ctx context.Context, method string, p *graphql.RawParams, rec *record) answer {
	op, errs := e.exec.CreateOperationContext(ctx, p)
	rec.operation(op, p.OperationName)
	if errs != nil {
		plainer(op, errs)
		res := e.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		return answer{errors: res.Errors, extensions: res.Extensions}
	}
	if f := runnable(method, op.Operation.Operation); f != nil {
		return f.answer()
	}
	respond, ctx := e.exec.DispatchOperation(ctx, op)
	res := respond(ctx)
	if res == nil && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return failed(http.StatusServiceUnavailable, "TIMEOUT",
			fmt.Sprintf("the request took longer than the %v that are allowed; ask for less at once", e.cfg.Timeout))
	}
	if res == nil {
		return answer{} // The client is gone; nobody reads this.
	}
	return answer{data: res.Data, errors: res.Errors, extensions: res.Extensions}
}

// runnable refuses what doesn't belong into a GET, and what needs a connection
// that stays open.
func runnable(method string, kind ast.Operation) *fault {
	switch {
	case kind == ast.Subscription:
		return badRequest("subscriptions aren't supported; send a query")
	case kind == ast.Mutation && method == http.MethodGet:
		return faultf(http.StatusMethodNotAllowed, "METHOD_NOT_ALLOWED", "a GET is for queries only; send a mutation by POST")
	}
	return nil
}

// plainer replaces the executor's words for an operation name that doesn't fit.
func plainer(op *graphql.OperationContext, errs gqlerror.List) {
	if op.Doc == nil || op.Operation != nil || len(op.Doc.Operations) == 0 {
		return
	}
	names := make([]string, len(op.Doc.Operations))
	for i, o := range op.Doc.Operations {
		names[i] = fmt.Sprintf("%q", o.Name)
	}
	have := strings.Join(names, ", ")
	if op.OperationName == "" {
		errs[0].Message = "the query has several operations (" + have + "); say with operationName which one to run"
		return
	}
	errs[0].Message = fmt.Sprintf("the query has no operation %q; it has %s", op.OperationName, have)
}

// patience is how long a client may take to read its answer.
func (e *endpoint) patience() time.Duration { return max(e.cfg.Timeout, 0) + time.Minute }
