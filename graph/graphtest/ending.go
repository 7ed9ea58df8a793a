package graphtest

import (
	"context"
	"errors"
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
	t.Run("nothing written", func(t *testing.T) { s.sameGraph(t) })
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
