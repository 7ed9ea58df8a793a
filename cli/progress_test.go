package cli

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"

	"parley/loader"
	"parley/loader/read"
)

func TestProgressLines(t *testing.T) {
	var errs bytes.Buffer
	p := newProgress(&world{stderr: &errs})
	p.update(loader.Progress{Documents: 48, Bytes: 3 << 20})
	p.line()
	p.line()
	p.update(loader.Progress{Documents: 49, Bytes: 3 << 20, Skip: &read.Skip{Name: "a.txt", Reason: "is empty"}})
	p.line()
	p.end()
	want := "48 documents, 3.0 MB\n48 documents, 3.0 MB (no further since the last line)\nskipped a.txt: is empty\n49 documents, 3.0 MB\n"
	if errs.String() != want {
		t.Errorf("got %q, want %q", errs.String(), want)
	}
}

func TestSummary(t *testing.T) {
	for want, s := range map[string]loader.Summary{
		"Loaded 0 documents: 0 new, 0 replaced, 0 unchanged; 2 skipped.": {Skipped: 2},
		"Loaded 1 document: 1 new, 0 replaced, 0 unchanged. Found 2 reports, 1 position, 1 named person; meetings: 2 new, 3 changed, 5 joined, 6 split, 4 gone; 1 contradiction found.": {
			New: 1, Reports: 2, Positions: 1, People: 1, Meetings: loader.Meetings{New: 2, Changed: 3, Joined: 5, Split: 6, Gone: 4, Conflicts: 1}},
	} {
		if got := summary(s); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

func TestAddressesAreShownWithoutPassword(t *testing.T) {
	for addr, want := range map[string]string{
		"neo4j://ann:secret@example.org:7687": "neo4j://ann:xxxxx@example.org:7687",
		"bolt://127.0.0.1":                    "bolt://127.0.0.1",
		"sqlite:parley.db":                    "sqlite:parley.db",
	} {
		if got := shown(addr); got != want {
			t.Errorf("shown(%q) = %q, want %q", addr, got, want)
		}
	}
}

func TestPlainErrors(t *testing.T) {
	for want, err := range map[string]error{
		"can't write \"x\": no space left on device: make room, then run the same command again": fmt.Errorf("can't write %q: %w", "x", syscall.ENOSPC),
		"one; two": errors.Join(errors.New("one"), errors.New(" two\n")),
	} {
		if got := plain(err); got != want || strings.Contains(got, "\n") {
			t.Errorf("plain(%v) = %q, want %q", err, got, want)
		}
	}
}
