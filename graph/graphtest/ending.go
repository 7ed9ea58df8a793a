package graphtest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"parley/graph"
)

// runEnding calls everything with a context that has ended.
func runEnding(t *testing.T, s *subject) {
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancelLate := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancelLate()
	calls := map[string]func(context.Context) error{
		"Query": func(ctx context.Context) error { _, err := s.store.Query(ctx, from("meeting:a")); return err },
		"Path":  func(ctx context.Context) error { _, err := s.store.Path(ctx, between("UN", "US", 3)); return err },
		"Apply": func(ctx context.Context) error {
			_, err := s.store.Apply(ctx, graph.Batch{DeleteNodes: []graph.ID{"meeting:a"}})
			return err
		},
		"Export": func(ctx context.Context) error { _, err := export(ctx, s.store); return err },
		"Info":   func(ctx context.Context) error { _, err := s.store.Info(ctx); return err },
	}
	for name, call := range calls {
		t.Run(name+" cancelled", func(t *testing.T) {
			if err := call(canceled); !errors.Is(err, context.Canceled) {
				t.Errorf("gives %v, want context.Canceled", err)
			}
		})
		t.Run(name+" too late", func(t *testing.T) {
			if err := call(late); !errors.Is(err, graph.ErrTimeout) {
				t.Errorf("gives %v, want ErrTimeout", err)
			}
		})
	}
	t.Run("in the middle of a query", func(t *testing.T) { endInQuery(t, s) })
	t.Run("in the middle of a batch", func(t *testing.T) { endInBatch(t, s) })
	t.Run("nothing else written", func(t *testing.T) { s.sameGraph(t) })
}

// spans are times after which a call is ended: some before it began, some in
// the middle, some when it is done.
func spans() []time.Duration {
	var out []time.Duration
	for d := 50 * time.Microsecond; d < 40*time.Millisecond; d *= 2 {
		out = append(out, d)
	}
	return out
}

// endInQuery ends queries by deadline and by cancelling: the answer is right
// or the error is the context's, and the store goes on.
func endInQuery(t *testing.T, s *subject) {
	q := deep()
	for _, span := range spans() {
		late, cancel := context.WithTimeout(t.Context(), span)
		res, err := s.store.Query(late, q)
		cancel()
		if err != nil && !errors.Is(err, graph.ErrTimeout) || err == nil && Render(res) != outdent(deepWant) {
			t.Errorf("a query with %v to go gives %v", span, err)
		}
		canceled, cancel := context.WithCancel(t.Context())
		stop := time.AfterFunc(span, cancel)
		res, err = s.store.Query(canceled, q)
		stop.Stop()
		cancel()
		if err != nil && !errors.Is(err, context.Canceled) || err == nil && Render(res) != outdent(deepWant) {
			t.Errorf("a query cancelled after %v gives %v", span, err)
		}
	}
	s.check(t, Case{Query: q})
}

// endInBatch ends batches by deadline: each is written whole or not at all,
// and whole where there is no error.
func endInBatch(t *testing.T, s *subject) {
	const size = 200
	before, err := s.store.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, span := range spans() {
		var b graph.Batch
		for n := range size {
			b.Nodes = append(b.Nodes, node("Secret", graph.ID(fmt.Sprintf("secret:end%d-%d", i, n)), graph.Props{"text": "x"}))
		}
		late, cancel := context.WithTimeout(t.Context(), span)
		_, err := s.store.Apply(late, b)
		cancel()
		after, infoErr := s.store.Info(t.Context())
		if infoErr != nil {
			t.Fatal(infoErr)
		}
		written := after.Nodes["Secret"] - before.Nodes["Secret"]
		if err != nil && !errors.Is(err, graph.ErrTimeout) || written != 0 && written != size || err == nil && written == 0 {
			t.Errorf("a batch with %v to go gives %v, and %d of %d nodes", span, err, written, size)
		}
		if written > 0 {
			mirror(t, s.model, b)
		}
		before = after
	}
}

// runExport compares the whole graph, and stops in the middle of it.
func runExport(t *testing.T, s *subject) {
	t.Run("whole", func(t *testing.T) { s.sameGraph(t) })
	for _, at := range []int{1, 5, len(Fixture().Nodes) + 3} {
		stop, seen := errors.New("stop"), 0
		err := s.store.Export(t.Context(), func(graph.Item) error {
			if seen++; seen == at {
				return stop
			}
			return nil
		})
		if !errors.Is(err, stop) || seen != at {
			t.Errorf("Export stopped at item %d gives %v after %d", at, err, seen)
		}
	}
}
