package neo4jstore

import (
	"context"
	"fmt"
	"slices"

	"parley/graph"
)

// indexWait is how long, in seconds, to wait for indexes of a large graph.
const indexWait = 600

// prepare checks whose graph it is and makes what is missing. A store that has
// everything is only read.
func (s *Store) prepare(ctx context.Context) error {
	if err := s.checkFormat(ctx); err != nil {
		return err
	}
	have, err := s.indexes(ctx)
	if err != nil {
		return err
	}
	var todo []string
	wait := false
	for _, d := range definitions(s.o) {
		i, ok := have[d.name]
		if ok && !i.serves(d) && !i.same(d) {
			todo = append(todo, d.drop)
		}
		if !ok || !i.same(d) {
			todo = append(todo, d.make)
		}
		wait = wait || !ok || !i.serves(d)
	}
	if err := s.change(ctx, todo...); err != nil {
		return err
	}
	if wait {
		return s.change(ctx, fmt.Sprintf("CALL db.awaitIndexes(%d)", indexWait))
	}
	return nil
}

// checkFormat refuses a database that isn't ours and marks an empty one. Labels
// that begin with "_" belong to tools and don't count.
func (s *Store) checkFormat(ctx context.Context) error {
	records, err := s.read(ctx, "OPTIONAL MATCH (m:"+metaLabel+") WITH collect(m.format) AS formats "+
		"RETURN formats, EXISTS { MATCH (n) WHERE none(l IN labels(n) WHERE l STARTS WITH '_') } AS used", nil)
	if err != nil {
		return err
	}
	formats, _ := records[0].Values[0].([]any)
	used, _ := records[0].Values[1].(bool)
	if len(formats) > 0 {
		format, _ := formats[0].(int64)
		if format > graph.FormatVersion {
			return fmt.Errorf("%w: the graph in Neo4j at %s was written by a newer Parley (format %d, this one reads up to %d); update Parley", graph.ErrFormat, s.address, format, graph.FormatVersion)
		}
		return s.mark(ctx, format)
	}
	if used {
		return fmt.Errorf("%w: the database at %s holds a graph that is not Parley's; use an empty database", graph.ErrFormat, s.address)
	}
	return s.change(ctx,
		"CREATE CONSTRAINT parley_store IF NOT EXISTS FOR (m:"+metaLabel+") REQUIRE m.id IS UNIQUE",
		fmt.Sprintf("MERGE (m:%s {id: 'store'}) ON CREATE SET m.format = %d, m.revision = 1", metaLabel, graph.FormatVersion))
}

// mark notes that this Parley is about to write to a graph of an older format,
// so that an older one leaves it alone from now on.
func (s *Store) mark(ctx context.Context, format int64) error {
	if format == graph.FormatVersion {
		return nil
	}
	return s.change(ctx, fmt.Sprintf("MATCH (m:%s {id: 'store'}) SET m.format = %d", metaLabel, graph.FormatVersion))
}

// indexState is what the database says of an index.
type indexState struct {
	online        bool
	labels, props []string
}

// same reports whether the index is on what d asks for.
func (i indexState) same(d ddl) bool {
	return slices.Equal(i.labels, d.labels) && slices.Equal(i.props, d.props)
}

// serves reports whether it can be used as well.
func (i indexState) serves(d ddl) bool { return i.online && i.same(d) }

// indexes returns those there are by name, that of a constraint included.
func (s *Store) indexes(ctx context.Context) (map[string]indexState, error) {
	records, err := s.read(ctx, "SHOW INDEXES YIELD name, state, labelsOrTypes, properties WHERE name STARTS WITH 'parley_' "+
		"RETURN name, state, labelsOrTypes, properties", nil)
	if err != nil {
		return nil, err
	}
	out := map[string]indexState{}
	for _, r := range records {
		name, _ := r.Values[0].(string)
		state, _ := r.Values[1].(string)
		labels, _ := r.Values[2].([]any)
		props, _ := r.Values[3].([]any)
		i := indexState{state == "ONLINE", typed[string](labels), typed[string](props)}
		slices.Sort(i.labels)
		out[name] = i
	}
	return out, nil
}

// missing tells how the store's node may be gone.
func (s *Store) missing() error {
	return fmt.Errorf("%w: the node that marks the database at %s as Parley's is gone; somebody emptied it. Start again with an empty database", graph.ErrFormat, s.address)
}
