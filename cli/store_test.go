package cli_test

import (
	"os"
	"testing"
)

// TestNewerStore refuses a file that a newer Parley wrote, and leaves it as it
// is.
func TestNewerStore(t *testing.T) {
	t.Chdir(t.TempDir())
	article(t, "a.txt")
	must(t, "load", "a.txt")
	db, err := os.ReadFile("parley.db")
	if err != nil {
		t.Fatal(err)
	}
	// SQLite's header has user_version, where the format stands, in four bytes
	// from the 60th on (sqlite.org/fileformat.html).
	db[60], db[61], db[62], db[63] = 0, 0, 0, 99
	if err := os.WriteFile("parley.db", db, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"load", "a.txt"}, {"query", "{ __typename }"}, {"serve", "--addr", "127.0.0.1:0"}, {"export", "--format", "jsonl"}} {
		got := run(t.Context(), nil, args...)
		const want = "parley: store format: parley.db was written by a newer Parley (format 99, this one reads up to 3); update Parley\n"
		if got.status != 1 || got.stderr != want || got.stdout != "" {
			t.Errorf("%q: %+v, want %q", args, got, want)
		}
	}
	if now, err := os.ReadFile("parley.db"); err != nil || string(now) != string(db) {
		t.Errorf("the file was changed (%v)", err)
	}
}
