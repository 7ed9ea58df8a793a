package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"path"
	"strings"

	"parley/loader/explain"
	"parley/loader/extract"
	"parley/loader/extractor"
	"parley/loader/lexicon"
	"parley/loader/read"
)

// extractCommand prints what documents say, without a store.
type extractCommand struct {
	inputFlags
	Explain       bool     `xor:"form" help:"Print how each document was read instead: sentence by sentence, what was found, by which rule, what was rejected and why."`
	HTML          bool     `name:"html" xor:"form" help:"The same as one page for a browser, which needs no internet."`
	MinConfidence float64  `placeholder:"0…1" help:"Leave out meetings of a lower confidence."`
	Paths         []string `arg:"" name:"path" help:"Files, folders, http(s) addresses, or - for standard input."`
}

// Help gives an example.
func (extractCommand) Help() string {
	return `Prints one JSON object a document, in the order of the input: the meetings, people and positions that it states, with the sentences. The id is the file's name without its extension, or a JSON record's own id.

Example: whom does this article say met?

    parley extract article.txt | jq '.meetings[].participants[]'

Example: and why?

    parley extract --explain article.txt
    parley extract --html article.txt > why.html`
}

// Run extracts on all cores.
func (c *extractCommand) Run(w *world) error {
	if err := c.check(); err != nil {
		return err
	}
	by, err := c.reader(w)
	if err != nil {
		return err
	}
	defer w.sparing()()
	out := bufio.NewWriter(w.stdout)
	skipped, err := c.print(w, out, by)
	by.tell(w, err)
	if e := out.Flush(); err == nil {
		err = e
	}
	if err == nil && skipped {
		return errSkipped
	}
	return err
}

// check finds flags that make no sense.
func (c *extractCommand) check() error {
	switch {
	case c.MinConfidence < 0 || c.MinConfidence > 1:
		return badUsage("extract", "--min-confidence must be from 0 to 1, not %v", c.MinConfidence)
	case (c.Explain || c.HTML) && c.Extractor != "rules":
		return badUsage("extract", "--explain and --html show how the rules read: leave out --extractor %s", c.Extractor)
	}
	return c.inputFlags.check("extract")
}

// print writes every document in the form asked for.
func (c *extractCommand) print(w *world, out *bufio.Writer, by reader) (skipped bool, err error) {
	if !c.HTML {
		return c.extract(w, out, by)
	}
	page, err := explain.NewPage(out)
	if err != nil {
		return false, err
	}
	if skipped, err = c.extract(w, out, by); err != nil {
		return skipped, err
	}
	return skipped, page.End()
}

// result is one document on its way, or what came instead.
type result struct {
	item read.Item
	done chan reading
}

// reading is what came of a document: its line, or why there is none.
type reading struct {
	line []byte
	note string
	err  error
}

// extract writes a line a document in the order of the input. As many
// documents as there are workers are in work at once, so memory stays flat.
func (c *extractCommand) extract(w *world, out *bufio.Writer, by reader) (skipped bool, err error) {
	ctx, cancel := context.WithCancel(w.ctx)
	defer cancel()
	stop := make(chan struct{})
	defer close(stop)
	results := c.results(ctx, w, by, stop)
	for r := range results {
		skip, err := c.take(w, r, out)
		if err == nil && len(results) == 0 {
			err = out.Flush() // whoever follows a slow stream sees each line
		}
		if err != nil {
			return skipped, err
		}
		skipped = skipped || skip
	}
	return skipped, nil
}

// take prints one result and tells whether its input was skipped.
func (c *extractCommand) take(w *world, r result, out io.Writer) (skipped bool, err error) {
	switch {
	case r.item.Err != nil:
		return false, r.item.Err
	case r.item.Skip != nil:
		w.skipped(*r.item.Skip)
		return true, nil
	}
	done := <-r.done
	if skip, ok := errors.AsType[extractor.Skip](done.err); ok {
		w.skipped(read.Skip{Name: r.item.Doc.Name, Reason: skip.Reason})
		return true, nil
	}
	if done.err != nil {
		return false, done.err
	}
	if done.note != "" {
		w.noted(read.Skip{Name: r.item.Doc.Name, Reason: done.note})
	}
	_, err = out.Write(done.line)
	return false, err
}

// results reads the input and starts to extract under ctx, a bounded number
// ahead of whoever receives, until stop is closed.
func (c *extractCommand) results(ctx context.Context, w *world, by reader, stop <-chan struct{}) <-chan result {
	results, slots := make(chan result, 2*by.workers), make(chan struct{}, by.workers)
	go func() {
		defer close(results)
		for item := range c.read(w, c.Paths) {
			r := result{item: item, done: make(chan reading, 1)}
			if item.Doc != nil {
				slots <- struct{}{}
				read := c.begin(item.Doc, by)
				go func() {
					defer func() { <-slots }()
					r.done <- read(ctx)
				}()
			}
			select {
			case results <- r:
			case <-stop:
				return
			}
		}
	}()
	return results
}

// begin takes a document up; the function it returns reads it.
func (c *extractCommand) begin(d *read.Document, by extractor.Extractor) func(context.Context) reading {
	doc := extract.Document{ID: documentID(d), Title: d.Title, Published: d.Published, Publisher: d.Publisher, Text: d.Text}
	if c.Explain || c.HTML {
		return func(context.Context) reading { return reading{line: c.explain(doc)} }
	}
	read := by.Begin(doc)
	return func(ctx context.Context) reading {
		res, err := read(ctx)
		if err != nil {
			return reading{err: err}
		}
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		err = enc.Encode(res.Surer(c.MinConfidence).Gold(d.Text))
		return reading{b.Bytes(), res.Note, err}
	}
}

// explain is how one document was read.
func (c *extractCommand) explain(doc extract.Document) []byte {
	var b bytes.Buffer
	var err error
	how := extract.Explain(doc, lexicon.Default())
	if c.HTML {
		err = explain.Article(&b, how)
	} else {
		err = explain.Text(&b, how)
		b.WriteByte('\n')
	}
	if err != nil {
		panic(err) // a buffer takes all
	}
	return b.Bytes()
}

// documentID is a record's own id, else the file's name without its extension,
// with the line of a record: "wire:12" for line 12 of wire.jsonl.
func documentID(d *read.Document) string {
	if d.ID != "" {
		return d.ID
	}
	base := path.Base(d.Name)
	ext := path.Ext(base)
	_, line, isRecord := strings.Cut(ext, ":")
	base = strings.TrimSuffix(base, ext)
	if isRecord {
		return base + ":" + line
	}
	return base
}
