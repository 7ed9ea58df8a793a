package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"parley/graph"
)

// wrap turns what the driver or the database said into one of graph's errors.
// It never passes on a statement's text, which messages of the database quote.
func (s *Store) wrap(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	for _, e := range []error{graph.ErrInvalid, graph.ErrConflict, graph.ErrUnavailable, graph.ErrAuth, graph.ErrFormat, graph.ErrLocked, graph.ErrFull, graph.ErrTimeout} {
		if errors.Is(err, e) {
			return err
		}
	}
	switch cause := ctx.Err(); {
	case errors.Is(cause, context.DeadlineExceeded), out(ctx):
		return fmt.Errorf("%w: the time limit passed; ask for less or allow more time", graph.ErrTimeout)
	case cause != nil:
		return cause
	}
	return explain(s.address, err)
}

// explain says what an error means for the database at the address.
func explain(address string, err error) error {
	var db *neo4j.Neo4jError
	var limit *neo4j.TransactionExecutionLimit
	if errors.As(err, &limit) && len(limit.Errors) > 0 {
		err = limit.Errors[len(limit.Errors)-1]
	}
	if errors.As(err, &db) {
		return explainCode(address, db)
	}
	if s := err.Error(); strings.Contains(s, "TLS") || strings.Contains(s, "x509") || strings.Contains(s, "tls:") {
		return fmt.Errorf("%w: %s doesn't speak TLS as asked; try the scheme without +s, or +ssc for a certificate of its own", graph.ErrUnavailable, address)
	}
	return fmt.Errorf("%w: can't reach Neo4j at %s; check that it runs and that the address is right", graph.ErrUnavailable, address)
}

// explainCode says what one of Neo4j's status codes means.
// https://neo4j.com/docs/status-codes/5/errors/all-errors/
func explainCode(address string, e *neo4j.Neo4jError) error {
	switch {
	case e.Code == "Neo.ClientError.Security.AuthenticationRateLimit":
		return fmt.Errorf("%w: Neo4j at %s saw too many wrong passwords; wait some seconds and try the right one", graph.ErrAuth, address)
	case e.Code == "Neo.ClientError.Security.CredentialsExpired":
		return fmt.Errorf("%w: the password for Neo4j at %s must be changed first; log in with Neo4j Browser or cypher-shell and set one", graph.ErrAuth, address)
	case strings.HasPrefix(e.Code, "Neo.ClientError.Security."):
		return fmt.Errorf("%w: Neo4j at %s refuses the user name or password; check both", graph.ErrAuth, address)
	case strings.HasPrefix(e.Code, "Neo.ClientError.Database."):
		return fmt.Errorf("%w: Neo4j at %s has no such database, or it is stopped; check the database's name", graph.ErrUnavailable, address)
	case strings.HasPrefix(e.Code, "Neo.ClientError.Transaction.TransactionTimedOut"), e.Code == "Neo.ClientError.Transaction.Terminated", e.Code == "Neo.TransientError.Transaction.Terminated":
		return fmt.Errorf("%w: Neo4j ended the statement; ask for less or allow more time", graph.ErrTimeout)
	case strings.Contains(e.Code, "LockAcquisitionTimeout"), strings.Contains(e.Code, "LockClientStopped"), strings.Contains(e.Code, "DeadlockDetected"):
		return fmt.Errorf("%w: somebody else is writing to Neo4j at %s; try again when it is done", graph.ErrLocked, address)
	case strings.Contains(e.Msg, "No space left on device"), strings.Contains(e.Code, "ReadOnly"):
		return fmt.Errorf("%w: Neo4j at %s can't write any more; free some space on its disk and restart it, nothing was half-written", graph.ErrFull, address)
	case strings.Contains(e.Code, "OutOfMemory"), strings.Contains(e.Code, "MemoryPoolOutOfMemory"):
		return fmt.Errorf("%w: Neo4j at %s ran out of memory for this; ask for less or give it more", graph.ErrUnavailable, address)
	}
	return fmt.Errorf("%w: Neo4j at %s failed with %s", graph.ErrUnavailable, address, e.Code)
}

// slack is how long before the deadline its end may show: the driver's sockets
// and the database keep the time as well, each with its own clock.
const slack = 20 * time.Millisecond

// out reports whether a failure now means that the time is up.
func out(ctx context.Context) bool {
	deadline, ok := ctx.Deadline()
	return ok && time.Until(deadline) < slack
}
