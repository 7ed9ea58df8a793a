package sqlitestore

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"parley/graph"
)

// Apply carries out a batch in one transaction, which takes the write lock of
// the file before it looks at anything.
func (s *Store) Apply(ctx context.Context, b graph.Batch) (graph.Revision, error) {
	if err := ctx.Err(); err != nil {
		return 0, s.wrap(ctx, err)
	}
	if b.Empty() && b.If <= 0 {
		return s.revision(ctx)
	}
	if !s.writable {
		return 0, fmt.Errorf("%w: %s is read-only; make the file and its folder writable", graph.ErrUnavailable, s.path)
	}
	var rev graph.Revision
	err := s.retry(ctx, func(ctx context.Context) (err error) {
		rev, err = s.apply(ctx, b)
		return err
	})
	return rev, err
}

func (s *Store) revision(ctx context.Context) (graph.Revision, error) {
	var rev graph.Revision
	err := s.read.QueryRowContext(ctx, readRevision).Scan(&rev)
	return rev, s.wrap(ctx, err)
}

const (
	readRevision  = "SELECT value FROM meta WHERE name = 'revision'"
	countRevision = "UPDATE meta SET value = value + 1 WHERE name = 'revision' RETURNING value"
)

func (s *Store) apply(ctx context.Context, b graph.Batch) (graph.Revision, error) {
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	w := &writing{ctx: ctx, tx: tx, o: s.o, sql: s.writers, prepared: map[string]*sql.Stmt{}}
	rev, err := w.batch(b)
	if err != nil {
		return 0, err
	}
	return rev, tx.Commit()
}

// writing is one transaction that writes a batch.
type writing struct {
	ctx      context.Context
	tx       *sql.Tx
	o        *graph.Ontology
	sql      *writers
	prepared map[string]*sql.Stmt
}

// batch writes in the order of the batch's fields.
func (w *writing) batch(b graph.Batch) (graph.Revision, error) {
	var rev graph.Revision
	if err := w.one(readRevision, nil, &rev); err != nil {
		return 0, err
	}
	if b.If > 0 && b.If != rev {
		return 0, fmt.Errorf("%w: the store is at revision %d, not %d any more; read again", graph.ErrConflict, rev, b.If)
	}
	if b.Empty() {
		return rev, nil
	}
	for _, step := range []func(graph.Batch) error{w.deleteNodes, w.clear, w.nodes, w.edges} {
		if err := step(b); err != nil {
			return 0, err
		}
	}
	err := w.one(countRevision, nil, &rev)
	return rev, err
}

func (w *writing) deleteNodes(b graph.Batch) error {
	for _, id := range b.DeleteNodes {
		if err := w.deleteNode(id); err != nil {
			return err
		}
	}
	return nil
}

func (w *writing) clear(b graph.Batch) error {
	for _, c := range b.Clear {
		if _, ok := w.o.Edge(c.Type); !ok {
			return fmt.Errorf("%w: there is no edge %q to clear at %s", graph.ErrInvalid, c.Type, c.Node)
		}
		if _, err := w.exec(w.sql.clear(c.Type, c.Dir), string(c.Node)); err != nil {
			return err
		}
	}
	return nil
}

func (w *writing) nodes(b graph.Batch) error {
	for _, n := range b.Nodes {
		if err := w.node(n); err != nil {
			return err
		}
	}
	return nil
}

func (w *writing) edges(b graph.Batch) error {
	for _, e := range b.Edges {
		if err := w.edge(e); err != nil {
			return err
		}
	}
	return nil
}

// stmt prepares a statement once for the transaction.
func (w *writing) stmt(text string) (*sql.Stmt, error) {
	if st, ok := w.prepared[text]; ok {
		return st, nil
	}
	st, err := w.tx.PrepareContext(w.ctx, text)
	if err == nil {
		w.prepared[text] = st
	}
	return st, err
}

func (w *writing) exec(text string, args ...any) (changed int64, err error) {
	st, err := w.stmt(text)
	if err != nil {
		return 0, err
	}
	begin := time.Now()
	res, err := st.ExecContext(w.ctx, args...)
	w.trace(text, args, begin)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// one runs a statement that gives one row of one column.
func (w *writing) one(text string, args []any, to any) error {
	st, err := w.stmt(text)
	if err != nil {
		return err
	}
	begin := time.Now()
	err = st.QueryRowContext(w.ctx, args...).Scan(to)
	w.trace(text, args, begin)
	return err
}

func (w *writing) trace(text string, args []any, begin time.Time) {
	if graph.Traced(w.ctx) {
		graph.Trace(w.ctx, graph.Statement{Text: text, Params: params(args), Took: time.Since(begin)})
	}
}
