package neo4jstore

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"parley/graph"
)

// Apply carries out a batch in one transaction. The node that holds the
// revision is locked first, so batches come one after another. The transaction
// leaves a mark of its own there: when the connection is lost while it commits,
// the next attempt sees whether it had.
func (s *Store) Apply(ctx context.Context, b graph.Batch) (graph.Revision, error) {
	changes, err := plan(s.o, b)
	if err != nil {
		return 0, err
	}
	mark := rand.Text()
	var revision graph.Revision
	err = s.persist(ctx, func() (err error) {
		session := s.session(ctx, neo4j.AccessModeWrite)
		defer session.Close(context.WithoutCancel(ctx))
		tx, err := session.BeginTransaction(ctx, limits(ctx)...)
		if err != nil {
			return err
		}
		defer tx.Close(context.WithoutCancel(ctx))
		revision, err = s.write(ctx, tx, b, changes, mark)
		if err != nil || b.Empty() {
			return err
		}
		return tx.Commit(ctx)
	})
	if err != nil {
		return 0, err
	}
	return revision, nil
}

// write runs a batch inside a transaction and returns the revision after it.
func (s *Store) write(ctx context.Context, tx neo4j.ExplicitTransaction, b graph.Batch, changes []change, mark string) (graph.Revision, error) {
	revision, done, err := s.lock(ctx, tx, mark)
	switch {
	case err != nil:
		return 0, err
	case done:
		return revision, nil
	case b.If > 0 && b.If != revision:
		return 0, fmt.Errorf("%w: the graph in Neo4j at %s is at revision %d, not %d any more; read again", graph.ErrConflict, s.address, revision, b.If)
	case b.Empty():
		return revision, nil
	}
	for _, c := range changes {
		if err := s.writeChange(ctx, tx, c); err != nil {
			return 0, err
		}
	}
	_, err = s.inside(ctx, tx, "MATCH (m:"+metaLabel+" {id: 'store'}) SET m.revision = $revision, m.batch = $mark",
		map[string]any{"revision": int64(revision + 1), "mark": mark})
	return revision + 1, err
}

// lock takes the store's node for this transaction. It returns the revision,
// and whether the batch of this mark has been written already.
func (s *Store) lock(ctx context.Context, tx neo4j.ExplicitTransaction, mark string) (graph.Revision, bool, error) {
	records, err := s.inside(ctx, tx, "MATCH (m:"+metaLabel+" {id: 'store'}) SET m.lock = true "+
		"WITH m RETURN m.revision, coalesce(m.batch, '') = $mark", map[string]any{"mark": mark})
	if err != nil {
		return 0, false, err
	}
	if len(records) == 0 {
		return 0, false, s.missing()
	}
	revision, _ := records[0].Values[0].(int64)
	done, _ := records[0].Values[1].(bool)
	return graph.Revision(revision), done, nil
}

func (s *Store) writeChange(ctx context.Context, tx neo4j.ExplicitTransaction, c change) error {
	for len(c.rows) > 0 {
		n := min(chunk, len(c.rows))
		params := map[string]any{"rows": c.rows[:n]}
		text := c.text
		if c.whole {
			text = counted(text)
		}
		records, err := s.inside(ctx, tx, text, params)
		if err != nil {
			return err
		}
		if c.whole && records[0].Values[0] != int64(n) {
			return s.explainEnd(ctx, tx, c, params)
		}
		c.rows = c.rows[n:]
	}
	return nil
}

// explainEnd finds the edge that lacks an end.
func (s *Store) explainEnd(ctx context.Context, tx neo4j.ExplicitTransaction, c change, params map[string]any) error {
	records, err := s.inside(ctx, tx, unmatched(c.text), params)
	if err != nil {
		return err
	}
	if len(records) == 0 {
		return invalid("an edge of the batch lacks an end")
	}
	from, _ := records[0].Values[0].(string)
	to, _ := records[0].Values[1].(string)
	return invalid("an edge from %s to %s: one of them is not there; write it in the same batch or before", from, to)
}

// inside runs one statement in a transaction and reads it whole.
func (s *Store) inside(ctx context.Context, tx neo4j.ExplicitTransaction, text string, params map[string]any) ([]*neo4j.Record, error) {
	begin := time.Now()
	res, err := tx.Run(ctx, text, params)
	if err != nil {
		return nil, err
	}
	records, err := res.Collect(ctx)
	if err == nil {
		trace(ctx, text, params, begin, len(records))
	}
	return records, err
}
