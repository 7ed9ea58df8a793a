// Package neo4jtest gives tests a real Neo4j: the server that
// PARLEY_TEST_NEO4J_URI names, else one in Docker, else one put together by
// Maven and run by Java 17 or newer. One server serves a whole test process;
// it starts when it is first asked for and ends with the process, however that
// ends.
//
// Read it in this order: this file says what tests call; source.go which of the
// three ways is taken; named.go, docker.go and maven.go are those ways;
// ours.go keeps tests away from graphs that are not theirs.
package neo4jtest

import (
	"context"
	"os"
	"sync"
	"testing"
	"time"
)

// Config is where the server answers and how to log in.
type Config struct {
	// URI is its Bolt address, "bolt://127.0.0.1:40001".
	URI                string
	Username, Password string
	// HTTP is the address of its web server, Neo4j Browser under /browser/;
	// "" where it is not known.
	HTTP string
}

// require turns "no server" from a skip into a failure.
const require = "PARLEY_REQUIRE_NEO4J"

// howTo ends the line of a skipped test.
const howTo = "; to get one, set PARLEY_TEST_NEO4J_URI, start Docker, or install Maven and Java 17 or newer"

// startLimit is how long a server may take to answer, downloads included.
const startLimit = 5 * time.Minute

var started = sync.OnceValues(func() (Config, error) {
	ctx, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	return start(ctx)
})

// Server returns the test process's server and starts it the first time. Where
// none can be had the test is skipped in one line, or fails if
// PARLEY_REQUIRE_NEO4J is 1. It fails, too, if the server that
// PARLEY_TEST_NEO4J_URI names can't be used or holds somebody's graph.
//
// The database is as the test before left it; see Empty.
func Server(t testing.TB) Config {
	t.Helper()
	c, err := started()
	switch {
	case err == nil:
		return c
	case os.Getenv(require) == "1" || os.Getenv(envURI) != "":
		t.Fatalf("no Neo4j to test with: %v%s", err, howTo)
	default:
		t.Skipf("no Neo4j to test with: %v%s", err, howTo)
	}
	return Config{}
}

// Empty deletes every node and edge of the server's database; constraints and
// indexes stay. It refuses, failing the test, if the database isn't marked as
// the tests'. It returns what Server does.
func Empty(t testing.TB) Config {
	t.Helper()
	c := Server(t)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := wipe(ctx, c); err != nil {
		t.Fatalf("emptying the test database at %s: %v", c.URI, err)
	}
	return c
}
