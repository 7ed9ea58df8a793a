package neo4jstore

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"parley/graph"
)

// exportFetch is how many records the database sends at a time.
const exportFetch = 1000

// Export streams the graph. Neo4j has no snapshots, so the store's node stays
// locked and writers wait until the end.
func (s *Store) Export(ctx context.Context, yield func(graph.Item) error) error {
	var stopped error
	err := s.exportTx(ctx, func(tx neo4j.ExplicitTransaction) error {
		for _, l := range s.byPrefix(nil) {
			if err := s.exportNodes(ctx, tx, l, keep(&stopped, yield)); err != nil {
				return err
			}
		}
		for _, e := range s.edgesByType() {
			for _, from := range s.byPrefix(e.From) {
				if err := s.exportEdges(ctx, tx, e, from, keep(&stopped, yield)); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if stopped != nil {
		return stopped
	}
	return s.wrap(ctx, err)
}

// keep remembers the caller's error, which goes back as it is.
func keep(stopped *error, yield func(graph.Item) error) func(graph.Item) error {
	return func(i graph.Item) error {
		*stopped = yield(i)
		return *stopped
	}
}

// exportTx runs f in a transaction that holds the store's lock.
func (s *Store) exportTx(ctx context.Context, f func(neo4j.ExplicitTransaction) error) error {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.database, BookmarkManager: s.bookmarks, FetchSize: exportFetch})
	defer session.Close(context.WithoutCancel(ctx))
	tx, err := session.BeginTransaction(ctx, limits(ctx)...)
	if err != nil {
		return err
	}
	defer tx.Close(context.WithoutCancel(ctx))
	if _, _, err := s.lock(ctx, tx, ""); err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return err
	}
	return tx.Rollback(ctx)
}

// byPrefix returns the labels, all or those given, in the order of their IDs.
func (s *Store) byPrefix(given []graph.Label) []*graph.LabelDef {
	var out []*graph.LabelDef
	for i, d := range s.o.Labels {
		in := given == nil || slices.ContainsFunc(given, func(l graph.Label) bool { return slices.Contains(s.o.Concrete(l), d.Label) })
		if in {
			out = append(out, &s.o.Labels[i])
		}
	}
	slices.SortFunc(out, func(a, b *graph.LabelDef) int { return strings.Compare(a.Prefix+":", b.Prefix+":") })
	return out
}

func (s *Store) edgesByType() []graph.EdgeDef {
	return slices.SortedFunc(slices.Values(s.o.Edges), func(a, b graph.EdgeDef) int { return strings.Compare(string(a.Type), string(b.Type)) })
}

func (s *Store) exportNodes(ctx context.Context, tx neo4j.ExplicitTransaction, l *graph.LabelDef, yield func(graph.Item) error) error {
	names := propNames(l.Props)
	text := fmt.Sprintf("MATCH (n:%s) WHERE n.id > '' RETURN n.id%s ORDER BY n.id", quote(l.Label), returns("n", names))
	return stream(ctx, tx, text, func(values []any) error {
		id, _ := values[0].(string)
		props, _ := decodeProps(names, values[1:])
		return yield(graph.Item{Node: &graph.Node{ID: graph.ID(id), Label: l.Label, Props: props.Props()}})
	})
}

func (s *Store) exportEdges(ctx context.Context, tx neo4j.ExplicitTransaction, d graph.EdgeDef, from *graph.LabelDef, yield func(graph.Item) error) error {
	names := propNames(d.Props)
	text := fmt.Sprintf("MATCH (a:%s) WHERE a.id > '' MATCH (a)-[e:%s]->(b) RETURN a.id, b.id%s ORDER BY a.id, b.id",
		quote(from.Label), quote(d.Type), returns("e", names))
	return stream(ctx, tx, text, func(values []any) error {
		a, _ := values[0].(string)
		b, _ := values[1].(string)
		props, _ := decodeProps(names, values[2:])
		return yield(graph.Item{Edge: &graph.Edge{Type: d.Type, From: graph.ID(a), To: graph.ID(b), Props: props.Props()}})
	})
}

func propNames(defs []graph.PropDef) []string {
	names := make([]string, len(defs))
	for i, p := range defs {
		names[i] = p.Name
	}
	return names
}

// returns writes properties behind what is returned already.
func returns(variable string, names []string) string {
	text := ""
	for _, name := range names {
		text += ", " + dot(variable, name)
	}
	return text
}

// stream hands on the records of one statement one by one.
func stream(ctx context.Context, tx neo4j.ExplicitTransaction, text string, each func([]any) error) error {
	res, err := tx.Run(ctx, text, nil)
	if err != nil {
		return err
	}
	for res.Next(ctx) {
		if err := each(res.Record().Values); err != nil {
			return err
		}
	}
	return res.Err()
}
