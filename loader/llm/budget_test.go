package llm

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestTheBudgetIsSharedOutInOrder reads documents at the same time, the first
// ones the slowest: whoever comes first in order is asked about.
func TestTheBudgetIsSharedOutInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := func(w http.ResponseWriter, r *http.Request, q request) {
			for i, id := range []string{"a", "b", "c", "d", "e", "f"} {
				if strings.Contains(q.user(), "text "+id+".") {
					time.Sleep(time.Duration(10-i) * time.Second)
				}
			}
			saying(truth, "stop", 3000, 1000)(w, r, q)
		}
		s := serve(t, slow)
		m := s.model(t, func(c *Config) { c.Budget = 20000 })
		got := make([]error, 6)
		var wg sync.WaitGroup
		for i, id := range []string{"a", "b", "c", "d", "e", "f"} {
			reading := m.Begin(article(id))
			wg.Go(func() { _, got[i] = reading(t.Context()) })
		}
		wg.Wait()
		for i, err := range got {
			if asked := err == nil; asked != (i < 3) {
				t.Errorf("document %d: %v", i, err)
			}
		}
		if want := "not asked about: the budget is spent: it may take "; !strings.HasPrefix(got[3].Error(), want) || !strings.HasSuffix(got[3].Error(), " tokens, more than --llm-budget 20000 has left") {
			t.Errorf("told is %q", got[3])
		}
		if a := m.Account(); a.TokensIn+a.TokensOut > 20000 || a.Documents != 3 || a.Skipped != 3 {
			t.Errorf("account %+v", a)
		}
	})
}

// TestTheBudgetBoundsRepeatsToo does not ask again what doesn't fit.
func TestTheBudgetBoundsRepeatsToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := serve(t, saying("They met.", "stop", 3000, 1000))
		m := s.model(t, func(c *Config) { c.Budget = 14000 })
		skips(t, m, article("a"), "the budget is spent")
		if len(s.asked()) != 1 {
			t.Errorf("%d requests", len(s.asked()))
		}
	})
}
