package read

import (
	"context"
	"fmt"
	"io"
	"iter"
	"strconv"
)

// DefaultMaxBytes is the largest document that is read unless told otherwise.
const DefaultMaxBytes = 20 << 20

// Document is one article, decoded and stripped of markup.
type Document struct {
	// Name says where it came from: the path as it was named (folders joined
	// with a slash), "file.jsonl:12" for line 12, a web address, or "-".
	Name string
	// ID is the record's own "id" in JSON, or "".
	ID string
	// URL is the article's address, or "".
	URL string
	// Title is the headline, or "". It is not part of Text.
	Title string
	// Published is the day of publication as YYYY-MM-DD, or "" when unknown.
	Published string
	// Publisher is the outlet's name, or "".
	Publisher string
	// Text is the body in UTF-8: one paragraph a line, line feeds only, no
	// NUL. It is never empty.
	Text string
}

// Skip is something that was left out.
type Skip struct {
	// Name is the file, address or "-" that it is in.
	Name string
	// Line is the line in it, from 1, or 0 where it is the whole.
	Line int
	// Reason says why in plain words, and what to do where that helps.
	Reason string
}

// String gives "name:line: reason", or "name: reason".
func (s Skip) String() string {
	if s.Line == 0 {
		return s.Name + ": " + s.Reason
	}
	return s.Name + ":" + strconv.Itoa(s.Line) + ": " + s.Reason
}

// Item is one step of reading; exactly one of its fields is set. An Err ends
// the reading, a Skip doesn't.
type Item struct {
	Doc  *Document
	Skip *Skip
	Err  error
}

// Options are how to read; the zero value is fit for use.
type Options struct {
	// Published is the day, YYYY-MM-DD, for documents that don't tell theirs.
	Published string
	// MaxBytes is the largest file, page or line that is read, in bytes; 0
	// means DefaultMaxBytes. A JSON Lines file may be longer than that: the
	// limit holds for each of its lines.
	MaxBytes int64
	// ForceLanguage reads documents that don't seem to be English too.
	ForceLanguage bool
	// Stdin is what "-" stands for; nil means that there is none.
	Stdin io.Reader
}

// Paths reads what the paths name, in their order: files, folders (sorted by
// name, with their folders, without hidden files), "-" for Options.Stdin, and
// http or https addresses. Each step reads no more than one document.
//
// Before anything is read the paths are looked up: one that isn't there is an
// Err, and so are a bad Options.Published and the end of ctx. A file without a
// known extension is read as text where it is named itself, and skipped where
// a folder holds it.
//
// A document whose date of publication is impossible ("2025-02-30") is
// skipped: its relative dates ("on Tuesday") would come out wrong, and without
// a date they would silently be missing.
func Paths(ctx context.Context, paths []string, opt Options) iter.Seq[Item] {
	if opt.MaxBytes <= 0 {
		opt.MaxBytes = DefaultMaxBytes
	}
	return func(yield func(Item) bool) {
		r := &reader{ctx: ctx, opt: opt, yield: yield}
		if err := r.check(paths); err != nil {
			yield(Item{Err: err})
			return
		}
		for _, p := range paths {
			if !r.path(p) {
				return
			}
		}
	}
}

// Check says what is wrong with paths before anything is read: the first one
// that is empty or names no file or folder. Paths checks them too.
func Check(paths []string) error {
	for _, p := range paths {
		if err := lookUp(p); err != nil {
			return err
		}
	}
	return nil
}

// reader carries one call of Paths. Its methods that emit return false when
// the reading is to end.
type reader struct {
	ctx   context.Context
	opt   Options
	yield func(Item) bool
}

// check finds what would make the whole call pointless.
func (r *reader) check(paths []string) error {
	if r.opt.Published != "" && !isDay(r.opt.Published) {
		return fmt.Errorf("the publication date %q is not a day: write it as YYYY-MM-DD", r.opt.Published)
	}
	return Check(paths)
}

func (r *reader) skip(name string, line int, reason string) bool {
	return r.yield(Item{Skip: &Skip{Name: name, Line: line, Reason: reason}})
}

// alive tells whether ctx still runs, and emits its error where not.
func (r *reader) alive() bool {
	if err := r.ctx.Err(); err != nil {
		r.yield(Item{Err: err})
		return false
	}
	return true
}
