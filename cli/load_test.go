package cli_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// record is line n of a stream of articles.
func record(n int) string {
	return fmt.Sprintf(`{"url":"https://example.org/%d","published":"2025-08-%02d","text":"Foreign Minister Sergei Lavrov met Secretary of State Marco Rubio in Geneva on Friday."}`+"\n", n, 1+n%28)
}

// TestInterruptedLoad ends a load while its stream is open: what is told as
// loaded is there whole, and loading again gives what one load gives.
func TestInterruptedLoad(t *testing.T) {
	t.Chdir(t.TempDir())
	var all strings.Builder
	for n := range 120 {
		all.WriteString(record(n))
	}
	ctx, cancel := context.WithCancel(t.Context())
	in, feed := io.Pipe()
	ended := make(chan outcome)
	go func() { ended <- run(ctx, in, "load", "--store", "sqlite:cut.db", "-") }()
	if _, err := io.WriteString(feed, all.String()); err != nil {
		t.Fatal(err)
	}
	waitFor(t, func() bool { return documents(t, "cut.db") > 0 })
	cancel()
	got := <-ended
	if got.status != 1 || !strings.HasPrefix(got.stderr, "parley: interrupted after ") || strings.Count(got.stderr, "\n") != 1 {
		t.Errorf("exit status %d, %q", got.status, got.stderr)
	}
	if n := documents(t, "cut.db"); n == 0 || n == 120 || !strings.Contains(got.stderr, fmt.Sprintf("after %d documents", n)) {
		t.Errorf("%d documents are there, told is %q", n, got.stderr)
	}
	for _, db := range []string{"cut.db", "whole.db"} {
		if got := run(t.Context(), strings.NewReader(all.String()), "load", "--store", "sqlite:"+db, "-"); got.status != 0 {
			t.Fatalf("loading again: %+v", got)
		}
	}
	if must(t, "export", "--format", "jsonl", "--store", "sqlite:cut.db") != must(t, "export", "--format", "jsonl", "--store", "sqlite:whole.db") {
		t.Error("the graph of the interrupted load differs from that of a whole one")
	}
}

// documents counts those of a store that may not be there yet.
func documents(t *testing.T, db string) int {
	t.Helper()
	got := run(t.Context(), nil, "query", "--store", "sqlite:"+db, "{ documents { totalCount } }")
	var n int
	if _, after, ok := strings.Cut(got.stdout, `"totalCount": `); ok {
		if _, err := fmt.Sscan(after, &n); err != nil {
			t.Fatalf("%q: %v", got.stdout, err)
		}
	}
	return n
}

// waitFor waits for something to become true.
func waitFor(t *testing.T, ready func() bool) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); !ready(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("waited in vain")
		}
	}
}

// TestTwoLoadsAtOnce loads two overlapping halves into one new store at the
// same time.
func TestTwoLoadsAtOnce(t *testing.T) {
	t.Chdir(t.TempDir())
	var all []string
	for n := range 150 {
		name := fmt.Sprintf("%03d.jsonl", n)
		if err := os.WriteFile(name, []byte(record(n)), 0o644); err != nil {
			t.Fatal(err)
		}
		all = append(all, name)
	}
	var both sync.WaitGroup
	for _, half := range [][]string{all[:100], all[50:]} {
		both.Go(func() {
			if got := run(t.Context(), nil, append([]string{"load", "--store", "sqlite:both.db"}, half...)...); got.status != 0 {
				t.Errorf("%+v", got)
			}
		})
	}
	both.Wait()
	must(t, append([]string{"load", "--store", "sqlite:one.db"}, all...)...)
	if must(t, "export", "--format", "jsonl", "--store", "sqlite:both.db") != must(t, "export", "--format", "jsonl", "--store", "sqlite:one.db") {
		t.Error("two loads at once gave another graph than one load")
	}
}

// TestManySkips names the first of very many and counts the rest.
func TestManySkips(t *testing.T) {
	t.Chdir(t.TempDir())
	got := run(t.Context(), strings.NewReader("{}\n"+strings.Repeat("{\n", 150)), "load", "-")
	if got.status != 3 || strings.Count(got.stderr, "skipped -:") != 100 || !strings.HasSuffix(got.stderr, "skipped 51 more\n") {
		t.Errorf("exit status %d, %q", got.status, got.stderr)
	}
}
