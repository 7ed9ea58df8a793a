package cli_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/cli"
	"parley/graph/neo4jstore/neo4jtest"
)

// runOn runs a command line with the environment of a Neo4j user.
func runOn(ctx context.Context, uri string, c neo4jtest.Config, stdin io.Reader, args ...string) outcome {
	env := map[string]string{"NEO4J_URI": uri, "NEO4J_USERNAME": c.Username, "NEO4J_PASSWORD": c.Password}
	var out, errs safeBuffer
	status := cli.Main(ctx, args, stdin, &out, &errs, func(k string) string { return env[k] })
	return outcome{status, out.String(), errs.String()}
}

// TestWrongPassword is one clear line, without the password.
func TestWrongPassword(t *testing.T) {
	c := neo4jtest.Server(t)
	c.Password = "not-the-password"
	t.Chdir(t.TempDir())
	article(t, "a.txt")
	got := runOn(t.Context(), c.URI, c, nil, "load", "a.txt")
	if got.status != 1 || strings.Count(got.stderr, "\n") != 1 || !strings.Contains(got.stderr, "login refused") || strings.Contains(got.stderr, c.Password) {
		t.Errorf("load: %+v", got)
	}
	got = runOn(t.Context(), c.URI, c, nil, "doctor")
	if got.status != 1 || !strings.Contains(got.stdout, "to do     set NEO4J_USERNAME and NEO4J_PASSWORD") {
		t.Errorf("doctor: %+v", got)
	}
}

// relay stands between a client and a server, and can be taken away.
type relay struct {
	addr, target string
	mu           sync.Mutex
	listener     net.Listener
	conns        []net.Conn
}

// newRelay relays to the host and port of a Bolt address.
func newRelay(t *testing.T, uri string) *relay {
	t.Helper()
	u, err := url.Parse(uri)
	if err != nil {
		t.Fatal(err)
	}
	r := &relay{addr: "127.0.0.1:0", target: u.Host}
	r.up(t)
	t.Cleanup(r.down)
	return r
}

// up listens, again at the same address.
func (r *relay) up(t *testing.T) {
	t.Helper()
	l, err := net.Listen("tcp", r.addr)
	if err != nil {
		t.Fatal(err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.listener, r.addr = l, l.Addr().String()
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			r.pass(c)
		}
	}()
}

// pass relays one connection both ways.
func (r *relay) pass(c net.Conn) {
	s, err := net.Dial("tcp", r.target)
	if err != nil {
		c.Close()
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.conns = append(r.conns, c, s)
	for _, way := range [][2]net.Conn{{c, s}, {s, c}} {
		go func() {
			defer way[0].Close()
			defer way[1].Close()
			_, _ = io.Copy(way[0], way[1]) // ends by design with a cut connection
		}()
	}
}

// down stops listening and cuts what is connected.
func (r *relay) down() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.listener.Close()
	for _, c := range r.conns {
		c.Close()
	}
	r.conns = nil
}

// gate is a reader that has nothing to say but waits until it is closed.
type gate chan struct{}

func (g gate) Read([]byte) (int, error) {
	<-g
	return 0, io.EOF
}

// gated is a stream of 300 articles that stops after 120 until the gate opens.
func gated(g gate) io.Reader {
	var before, after strings.Builder
	for n := range 120 {
		before.WriteString(record(n))
	}
	for n := range 180 {
		after.WriteString(record(120 + n))
	}
	return io.MultiReader(strings.NewReader(before.String()), g, strings.NewReader(after.String()))
}

// TestDatabaseGoesAway takes Neo4j away in the middle of a load. One that stays
// away ends the load without half a document; one that is back soon is waited
// for; and loading again does the rest, to the byte what one load into the
// embedded store gives.
func TestDatabaseGoesAway(t *testing.T) {
	c := neo4jtest.Empty(t)
	t.Chdir(t.TempDir())
	countOn(t, c) // makes the indexes, which takes a while
	r := newRelay(t, c.URI)
	uri := "bolt://" + r.addr
	start := func(g gate, args ...string) chan outcome {
		ended := make(chan outcome, 1)
		go func() { ended <- runOn(t.Context(), uri, c, gated(g), append([]string{"load", "-"}, args...)...) }()
		waitFor(t, func() bool { return countOn(t, c) >= 96 })
		r.down()
		close(g)
		return ended
	}
	got := <-start(make(gate), "--wait", "2s")
	if got.status != 1 || !strings.Contains(got.stderr, "; trying again\n") || !strings.Contains(got.stderr, "run the same command again to load the rest") {
		t.Errorf("away for good: %+v", got)
	}
	r.up(t)
	ended := start(make(gate))
	time.Sleep(2 * time.Second)
	r.up(t)
	if got := <-ended; got.status != 0 || !strings.Contains(got.stderr, "; trying again\n") {
		t.Errorf("away for two seconds: %+v", got)
	}
	open := make(gate)
	close(open)
	if got := run(t.Context(), gated(open), "load", "-"); got.status != 0 {
		t.Fatalf("%+v", got)
	}
	there := runOn(t.Context(), c.URI, c, nil, "export", "--format", "jsonl")
	if here := must(t, "export", "--format", "jsonl"); here != there.stdout {
		t.Errorf("Neo4j's graph differs from the embedded store's: %d and %d bytes; %s", len(there.stdout), len(here), there.stderr)
	}
}

// countOn counts Neo4j's documents.
func countOn(t *testing.T, c neo4jtest.Config) int {
	t.Helper()
	got := runOn(t.Context(), c.URI, c, nil, "query", "{ documents { totalCount } }")
	var n int
	if _, after, ok := strings.Cut(got.stdout, `"totalCount": `); ok {
		if _, err := fmt.Sscan(after, &n); err != nil {
			t.Fatalf("%q: %v", got.stdout, err)
		}
	}
	return n
}
