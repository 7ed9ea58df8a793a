package web_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// unavailable skips a test for want of something on this machine, or fails it
// where the environment variable requires the test to run.
func unavailable(t *testing.T, require, format string, args ...any) {
	t.Helper()
	if os.Getenv(require) == "1" {
		t.Fatalf(format+" ("+require+"=1)", args...)
	}
	t.Skipf(format+"; "+require+"=1 makes this a failure", args...)
}

// node runs a script of a folder below testdata with Node.js, its packages
// installed as its lock file says, and returns what it printed.
func node(t *testing.T, require, folder string, args ...string) string {
	t.Helper()
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			unavailable(t, require, "%s is not installed: install Node.js 18 or newer", tool)
		}
	}
	dir := filepath.Join("testdata", folder)
	if !installed(dir) {
		if out, err := run(t, dir, "npm", "ci", "--no-audit", "--no-fund"); err != nil {
			unavailable(t, require, "npm ci in %s failed: %v: %s", dir, err, last(out))
		}
	}
	out, err := run(t, dir, "node", args...)
	if err != nil {
		t.Fatalf("node %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return out
}

// installed tells whether node_modules is there and not older than the lock.
func installed(dir string) bool {
	lock, err := os.Stat(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		return false
	}
	done, err := os.Stat(filepath.Join(dir, "node_modules", ".package-lock.json"))
	return err == nil && !done.ModTime().Before(lock.ModTime())
}

// run returns standard output, or both outputs where the command failed.
func run(t *testing.T, dir, name string, args ...string) (string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return stdout.String() + stderr.String(), err
	}
	return stdout.String(), nil
}

// last is the last line of a text that says something.
func last(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}
