package sqlitestore

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"parley/graph"
)

// run sends the one statement of a query, which gives one JSON text, and hands
// that to decode. It reports the statement to whom graph.WithTrace named.
func (s *Store) run(ctx context.Context, sql string, args []any, decode func(string) (rows int)) error {
	begin := time.Now()
	answer, err := s.ask(ctx, sql, args)
	rows := 0
	if err == nil {
		rows, err = safely(answer, decode)
	}
	if graph.Traced(ctx) {
		graph.Trace(ctx, graph.Statement{Text: sql, Params: params(args), Took: time.Since(begin), Rows: rows})
	}
	return s.wrap(ctx, err)
}

func (s *Store) ask(ctx context.Context, sql string, args []any) (string, error) {
	p, err := s.statements.acquire(ctx, sql)
	if err != nil {
		return "", err
	}
	defer s.statements.release(p)
	var answer string
	err = p.stmt.QueryRowContext(ctx, args...).Scan(&answer)
	return answer, err
}

// safely turns a panic over an answer that doesn't have its shape, which a
// damaged file may give, into an error.
func safely(answer string, decode func(string) int) (rows int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: the file gives an answer that can't be read (%v); it may be damaged: restore it from a copy", graph.ErrFormat, r)
		}
	}()
	return decode(answer), nil
}

// params are a statement's values by their number in it.
func params(args []any) map[string]any {
	out := make(map[string]any, len(args))
	for i, v := range args {
		out[strconv.Itoa(i+1)] = v
	}
	return out
}
