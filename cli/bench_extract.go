package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"parley/bench"
)

// extraction extracts a file of documents and the same from standard input,
// each in a process of its own, and prints the peak of each and the speed.
func (c *benchCommand) extraction(w *world, dir string) error {
	file := filepath.Join(dir, "extract.jsonl")
	size, err := writeDocuments(file, c.Seed, 0, int64(c.Extract)*1e6)
	if err != nil {
		return err
	}
	for _, path := range []string{file, "-"} {
		if err := c.extractOnce(w, file, path, size); err != nil {
			return err
		}
	}
	return nil
}

// extractOnce extracts what path names; "-" is the file on standard input.
func (c *benchCommand) extractOnce(w *world, file, path string, size int64) error {
	var stdin io.Reader
	from := "a file"
	if path == "-" {
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer f.Close()
		stdin, from = f, "standard input"
	}
	begin := time.Now()
	peak, err := bench.Peak(w.ctx, stdin, "extract", "--", path)
	if err != nil {
		return err
	}
	took := time.Since(begin)
	_, err = fmt.Fprintf(w.stdout, "extracting %d MB of JSON Lines from %s: %d MB at the peak, %s, %.1f MB/s\n",
		size/1e6, from, peak>>20, took.Round(time.Second/10), float64(size)/1e6/took.Seconds())
	return err
}
