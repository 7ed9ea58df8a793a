package neo4jstore

import "context"

// Raw runs a Cypher statement that only reads, as it is and over the same
// driver, and returns how many rows it gave. It is for measuring what the
// translation of queries costs, and for nothing else: an answer never comes
// from it. Errors as Query.
func (s *Store) Raw(ctx context.Context, cypher string, params map[string]any) (int, error) {
	records, err := s.read(ctx, cypher, params)
	return len(records), err
}
