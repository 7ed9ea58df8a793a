package llm

import (
	"context"
	"errors"
	"sync"
)

// errSpent means that the budget doesn't allow what was asked of it.
var errSpent = errors.New("the budget is spent")

// budget shares out a number of tokens among documents, in the order in which
// they took a ticket. Each reserves the most that it may use before it asks, and
// gives back what it didn't use. Whether a document may ask depends on what the
// documents before it used, not on how fast they were: while the earlier ones
// still hold more than leaves enough, it waits for them.
type budget struct {
	limit int64 // 0 for none

	mu      sync.Mutex
	changed *sync.Cond
	used    int64
	held    int64     // reserved and not settled
	waiting []*ticket // not decided yet, in order
}

// ticket is one document's place in the queue.
type ticket struct {
	b    *budget
	held int64
}

func newBudget(limit int64) *budget {
	b := &budget{limit: limit}
	b.changed = sync.NewCond(&b.mu)
	return b
}

// ticket queues a document; it must be closed.
func (b *budget) ticket() *ticket {
	b.mu.Lock()
	defer b.mu.Unlock()
	t := &ticket{b: b}
	b.waiting = append(b.waiting, t)
	return t
}

// reserve holds n tokens for the document as soon as those before it are
// decided. The error is errSpent where n would exceed the budget whatever the
// others give back, or that of ctx.
func (t *ticket) reserve(ctx context.Context, n int64) error {
	b := t.b
	stop := context.AfterFunc(ctx, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.changed.Broadcast()
	})
	defer stop()
	b.mu.Lock()
	defer b.mu.Unlock()
	for {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case b.limit == 0 || n == 0 || b.waiting[0] == t && b.used+b.held+n <= b.limit:
			t.held += n
			b.held += n
			b.leave(t)
			return nil
		case b.waiting[0] == t && (b.held == 0 || b.used+n > b.limit):
			b.leave(t)
			return errSpent
		}
		b.changed.Wait()
	}
}

// more holds further tokens for a document that needs more than was thought;
// false if they aren't there now.
func (t *ticket) more(n int64) bool {
	b := t.b
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.limit > 0 && b.used+b.held+n > b.limit {
		return false
	}
	t.held += n
	b.held += n
	return true
}

// settle counts what one request used in place of what was held for it.
func (t *ticket) settle(held, used int64) {
	b := t.b
	b.mu.Lock()
	defer b.mu.Unlock()
	held = min(held, t.held)
	t.held -= held
	b.held -= held
	b.used += used
	b.changed.Broadcast()
}

// close gives back what is still held, and the place in the queue.
func (t *ticket) close() {
	t.settle(t.held, 0)
	t.b.mu.Lock()
	defer t.b.mu.Unlock()
	t.b.leave(t)
}

// leave takes a ticket out of the queue.
func (b *budget) leave(t *ticket) {
	for i, w := range b.waiting {
		if w == t {
			b.waiting = append(b.waiting[:i], b.waiting[i+1:]...)
			b.changed.Broadcast()
			return
		}
	}
}
