package neo4jtest

import (
	"context"
	"errors"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// marker is the label of the one node that says: this database is for Parley's
// tests. Stores leave labels that begin with "_" alone.
const marker = "_ParleyTest"

// connect returns a driver, to be closed by the caller.
func connect(c Config) (neo4j.DriverWithContext, error) {
	return neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.Username, c.Password, ""))
}

// claim marks an empty database as the tests' and refuses one that holds
// something and isn't marked.
func claim(ctx context.Context, c Config) error {
	d, err := connect(c)
	if err != nil {
		return err
	}
	defer d.Close(ctx)
	res, err := neo4j.ExecuteQuery(ctx, d,
		"OPTIONAL MATCH (m:"+marker+") WITH count(m) AS marked RETURN marked > 0 OR NOT EXISTS { MATCH () } AS ours",
		nil, neo4j.EagerResultTransformer)
	if err != nil {
		return err
	}
	if ours, _, err := neo4j.GetRecordValue[bool](res.Records[0], "ours"); err != nil || !ours {
		return errors.Join(errors.New("this database holds a graph that is not the tests'; name an empty one"), err)
	}
	_, err = neo4j.ExecuteQuery(ctx, d, "MERGE (:"+marker+")", nil, neo4j.EagerResultTransformer)
	return err
}

// wipe deletes all but the marker, and nothing where there is no marker.
func wipe(ctx context.Context, c Config) error {
	d, err := connect(c)
	if err != nil {
		return err
	}
	defer d.Close(ctx)
	s := d.NewSession(ctx, neo4j.SessionConfig{})
	defer s.Close(ctx)
	res, err := s.Run(ctx, "MATCH (:"+marker+") WITH count(*) AS marked WHERE marked > 0 "+
		"MATCH (n) WHERE NOT n:"+marker+" CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS", nil)
	if err != nil {
		return err
	}
	if _, err := res.Consume(ctx); err != nil {
		return err
	}
	return claim(ctx, c)
}
