package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"parley/cli"
)

// outcome is what a command line left behind.
type outcome struct {
	status         int
	stdout, stderr string
}

// run runs a command line in the working directory.
func run(ctx context.Context, stdin io.Reader, args ...string) outcome {
	var out, errs safeBuffer
	status := cli.Main(ctx, args, stdin, &out, &errs, func(string) string { return "" })
	return outcome{status, out.String(), errs.String()}
}

// safeBuffer may be written and read at the same time.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// dispatches is the path of our own articles.
func dispatches(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../examples/dispatches")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// must runs a command line that must end with status 0, and returns its output.
func must(t *testing.T, args ...string) string {
	t.Helper()
	got := run(t.Context(), strings.NewReader(""), args...)
	if got.status != 0 {
		t.Fatalf("parley %s: exit status %d: %s", strings.Join(args, " "), got.status, got.stderr)
	}
	return got.stdout
}

// article writes a small article with a number.
func article(t *testing.T, name string) {
	t.Helper()
	body := "---\nurl: https://example.org/" + name + "\npublished: 2025-08-16\n---\nForeign Minister Sergei Lavrov met Secretary of State Marco Rubio in Geneva on Friday.\n"
	if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
}
