package gql_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"parley/graph"
	"parley/graph/gql"
)

// broken is a store that fails in one way, or panics.
type broken struct {
	graph.Store
	err error
}

func (b broken) Query(context.Context, graph.Query) (*graph.Result, error) {
	if b.err == nil {
		panic("secret password in the stack")
	}
	return nil, b.err
}

func TestAStoresErrorsGetACodeAndTellNothingInternal(t *testing.T) {
	for _, c := range []struct {
		err  error
		code string
	}{
		{fmt.Errorf("%w: MATCH (secret)", graph.ErrTimeout), gql.CodeTimeout},
		{fmt.Errorf("secret: %w", context.DeadlineExceeded), gql.CodeTimeout},
		{fmt.Errorf("secret: %w", context.Canceled), gql.CodeCancelled},
		{fmt.Errorf("%w: bolt://secret:7687", graph.ErrUnavailable), gql.CodeUnavailable},
		{fmt.Errorf("%w: secret", graph.ErrAuth), gql.CodeUnavailable},
		{fmt.Errorf("%w: secret.db", graph.ErrLocked), gql.CodeUnavailable},
		{fmt.Errorf("%w: property secret", graph.ErrInvalid), gql.CodeInput},
		{errors.New("SELECT secret"), gql.CodeInternal},
		{nil, gql.CodeInternal},
	} {
		log := capture(t)
		got := compact(t, broken{err: c.err}, `{ people { totalCount } }`, nil)
		if !strings.Contains(got, `"code":"`+c.code+`"`) || strings.Contains(got, "secret") || !strings.Contains(got, `"path":["people"]`) {
			t.Errorf("%v is answered with %s", c.err, got)
		}
		if c.code == gql.CodeInternal && !(strings.Contains(log.String(), "secret") && strings.Contains(log.String(), "id=")) {
			t.Errorf("%v is logged as %q", c.err, log)
		}
	}
}

// capture has the test's logs written to a buffer.
func capture(t *testing.T) *bytes.Buffer {
	var b bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&b, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })
	return &b
}

func TestADeadlineEndsTheQuery(t *testing.T) {
	each(t, func(t *testing.T, s graph.Store) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Nanosecond)
		defer cancel()
		<-ctx.Done()
		resp := gql.Execute(ctx, s, `{ people { totalCount } }`, nil, "")
		if len(resp.Errors) != 1 || resp.Errors[0].Extensions["code"] != gql.CodeTimeout {
			t.Errorf("got %v", resp.Errors)
		}
	})
}
