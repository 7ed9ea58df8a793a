package cli

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"parley/graph"
	"parley/loader"
	"parley/loader/read"
)

// inputFlags say how documents are read.
type inputFlags struct {
	Published   string `placeholder:"DATE" help:"Publication date (YYYY-MM-DD) of documents that don't tell theirs."`
	MaxSize     int64  `default:"20" placeholder:"MB" help:"Skip documents larger than this many MB."`
	AnyLanguage bool   `help:"Read documents that don't seem to be English too."`
	Workers     int    `placeholder:"N" help:"Documents to extract at the same time (default: one a processor)."`
	extractorFlags
}

// check finds flags that make no sense.
func (f inputFlags) check(command string) error {
	switch {
	case f.MaxSize <= 0:
		return badUsage(command, "--max-size must be at least 1, not %d", f.MaxSize)
	case f.Workers < 0:
		return badUsage(command, "--workers must be at least 1, not %d", f.Workers)
	}
	if f.Published != "" {
		if day, err := graph.ParseDate(f.Published); err != nil || day.First != f.Published {
			return badUsage(command, "--published %q is not a day that exists: write it as YYYY-MM-DD", f.Published)
		}
	}
	return f.extractorFlags.check(command)
}

// read streams what paths name.
func (f inputFlags) read(w *world, paths []string) iter.Seq[read.Item] {
	opt := read.Options{Published: f.Published, MaxBytes: f.MaxSize << 20, ForceLanguage: f.AnyLanguage}
	for _, p := range paths {
		if p == "-" {
			opt.Stdin = w.input()
		}
	}
	return read.Paths(w.ctx, paths, opt)
}

// load loads what paths name, as by reads it, showing how it goes.
func (f inputFlags) load(w *world, s graph.Store, by reader, paths []string) (loader.Summary, error) {
	p := newProgress(w)
	sum, err := loader.Load(w.ctx, s, f.read(w, paths), loader.Options{Workers: by.workers, Extractor: by.Extractor, Progress: p.update})
	p.end()
	by.tell(w, err)
	done := sum.New + sum.Unchanged + sum.Replaced
	switch {
	case errors.Is(err, context.Canceled):
		return sum, fmt.Errorf("interrupted after %s: each is in the graph whole or not at all; run the same command again to load the rest", count(done, "document"))
	case err != nil && done > 0:
		return sum, fmt.Errorf("%w (%s loaded before are in the graph; run the same command again to load the rest)", err, count(done, "document"))
	}
	return sum, err
}

// summary puts what a load did into a line.
func summary(s loader.Summary) string {
	line := fmt.Sprintf("Loaded %s: %d new, %d replaced, %d unchanged", count(s.New+s.Replaced+s.Unchanged, "document"), s.New, s.Replaced, s.Unchanged)
	if s.Skipped > 0 {
		line += fmt.Sprintf("; %d skipped", s.Skipped)
	}
	if s.New+s.Replaced > 0 {
		line += fmt.Sprintf(". Found %s, %s, %s; %s", count(s.Reports, "report"), count(s.Positions, "position"),
			count(s.People, "named person"), changes(s.Meetings))
	}
	return line + "."
}

// changes puts what became of meetings into words.
func changes(m loader.Meetings) string {
	line := fmt.Sprintf("meetings: %d new, %d changed, %d joined, %d split, %d gone", m.New, m.Changed, m.Joined, m.Split, m.Gone)
	if m.Conflicts > 0 {
		line += "; " + count(m.Conflicts, "contradiction") + " found"
	}
	return line
}

// count gives "1 document" or "3 documents".
func count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case noun == "named person":
		return fmt.Sprintf("%d named people", n)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
