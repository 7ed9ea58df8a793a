package cli_test

import (
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk loads onto a file system of 1 MB until it is full; what was
// loaded before stays readable.
func TestFullDisk(t *testing.T) {
	from, dir := dispatches(t), t.TempDir()
	t.Chdir(dir)
	if err := os.Mkdir("small", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("none", "small", "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("no small file system can be made here (%v); run the test as root", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir+"/small", syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	var stream strings.Builder
	for n := range 3000 {
		stream.WriteString(record(n))
	}
	got := run(t.Context(), strings.NewReader(stream.String()), "load", "--store", "sqlite:small/parley.db", "-")
	if got.status != 1 || strings.Count(got.stderr, "\n") != 1 || !strings.Contains(got.stderr, "the disk that holds small/parley.db is full") {
		t.Errorf("load: exit status %d, %q", got.status, got.stderr)
	}
	must(t, "load", "--store", "sqlite:ok.db", from)
	got = run(t.Context(), nil, "export", "--store", "sqlite:ok.db", "--format", "jsonl", "--out", "small/out.jsonl")
	if got.status != 1 || !strings.Contains(got.stderr, `can't write "small/out.jsonl"`) || !strings.Contains(got.stderr, "make room") {
		t.Errorf("export: exit status %d, %q", got.status, got.stderr)
	}
	if _, err := os.Stat("small/out.jsonl"); err == nil {
		t.Error("half an export was left behind")
	}
}
