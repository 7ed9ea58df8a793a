package sqlitestore

import (
	"container/list"
	"context"
	"database/sql"
	"sync"
)

// maxStatements is how many statements stay prepared. A statement's text
// depends only on the shape of a query, so a program has few.
const maxStatements = 256

// statements keeps the most recently used statements prepared. It may be used
// from many goroutines.
type statements struct {
	db *sql.DB

	mu     sync.Mutex
	byText map[string]*list.Element
	recent *list.List
}

// prepared is one of them; users counts those who run it now.
type prepared struct {
	text    string
	stmt    *sql.Stmt
	users   int
	evicted bool
}

func newStatements(db *sql.DB) *statements {
	return &statements{db: db, byText: map[string]*list.Element{}, recent: list.New()}
}

// acquire returns the statement of that text, which stays prepared at least
// until release.
func (c *statements) acquire(ctx context.Context, text string) (*prepared, error) {
	if p := c.lookup(text); p != nil {
		return p, nil
	}
	stmt, err := c.db.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	return c.add(&prepared{text: text, stmt: stmt, users: 1}), nil
}

func (c *statements) lookup(text string) *prepared {
	c.mu.Lock()
	defer c.mu.Unlock()
	el, ok := c.byText[text]
	if !ok {
		return nil
	}
	c.recent.MoveToFront(el)
	p := el.Value.(*prepared)
	p.users++
	return p
}

// add remembers p; where another goroutine was faster, p lives only until it
// is released.
func (c *statements) add(p *prepared) *prepared {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.byText[p.text]; ok {
		p.evicted = true
		return p
	}
	c.byText[p.text] = c.recent.PushFront(p)
	if c.recent.Len() > maxStatements {
		c.evict(c.recent.Back())
	}
	return p
}

func (c *statements) evict(el *list.Element) {
	p := c.recent.Remove(el).(*prepared)
	delete(c.byText, p.text)
	p.evicted = true
	if p.users == 0 {
		p.stmt.Close()
	}
}

// release gives a statement back.
func (c *statements) release(p *prepared) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p.users--
	if p.evicted && p.users == 0 {
		p.stmt.Close()
	}
}

// close forgets all of them.
func (c *statements) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.recent.Len() > 0 {
		c.evict(c.recent.Back())
	}
}
