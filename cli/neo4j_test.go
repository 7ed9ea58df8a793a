package cli_test

import (
	"bytes"
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

// TestDatabaseGoesAway takes Neo4j away in the middle of a load: one that is
// back soon is waited for; one that stays away ends the load without half a
// document, and loading again does the rest.
func TestDatabaseGoesAway(t *testing.T) {
	c := neo4jtest.Empty(t)
	t.Chdir(t.TempDir())
	r := newRelay(t, c.URI)
	uri := "bolt://" + r.addr
	in, feed := io.Pipe()
	ended := make(chan outcome)
	go func() { ended <- runOn(t.Context(), uri, c, in, "load", "-") }()
	send := func(from, to int) {
		for n := range to - from {
			if _, err := io.WriteString(feed, record(from+n)); err != nil {
				t.Error(err)
			}
		}
	}
	send(0, 120)
	waitFor(t, func() bool { return countOn(t, c) >= 48 })
	r.down()
	go func() {
		time.Sleep(2 * time.Second)
		r.up(t)
	}()
	send(120, 300)
	feed.Close()
	if got := <-ended; got.status != 0 {
		t.Fatalf("away for two seconds: %+v", got)
	}
	var all strings.Builder
	for n := range 300 {
		all.WriteString(record(n))
	}
	if got := run(t.Context(), strings.NewReader(all.String()), "load", "-"); got.status != 0 {
		t.Fatalf("%+v", got)
	}
	there := runOn(t.Context(), c.URI, c, nil, "export", "--format", "jsonl")
	if here := must(t, "export", "--format", "jsonl"); !bytes.Equal([]byte(here), []byte(there.stdout)) {
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
