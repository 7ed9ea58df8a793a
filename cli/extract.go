package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"path"
	"runtime"
	"strings"

	"parley/loader/explain"
	"parley/loader/extract"
	"parley/loader/lexicon"
	"parley/loader/read"
)

// extractCommand prints what documents say, without a store.
type extractCommand struct {
	inputFlags
	Explain bool     `xor:"form" help:"Print how each document was read instead: sentence by sentence, what was found, by which rule, what was rejected and why."`
	HTML    bool     `name:"html" xor:"form" help:"The same as one page for a browser, which needs no internet."`
	Paths   []string `arg:"" name:"path" help:"Files, folders, http(s) addresses, or - for standard input."`
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
	if err := c.check("extract"); err != nil {
		return err
	}
	out := bufio.NewWriter(w.stdout)
	skipped, err := c.print(w, out)
	if e := out.Flush(); err == nil {
		err = e
	}
	if err == nil && skipped {
		return errSkipped
	}
	return err
}

// print writes every document in the form asked for.
func (c *extractCommand) print(w *world, out *bufio.Writer) (skipped bool, err error) {
	if !c.HTML {
		return c.extract(w, out)
	}
	page, err := explain.NewPage(out)
	if err != nil {
		return false, err
	}
	if skipped, err = c.extract(w, out); err != nil {
		return skipped, err
	}
	return skipped, page.End()
}

// result is one document's line on its way, or what came instead.
type result struct {
	item read.Item
	line chan []byte
}

// extract writes a line a document in the order of the input. As many
// documents as there are workers are in work at once, so memory stays flat.
func (c *extractCommand) extract(w *world, out *bufio.Writer) (skipped bool, err error) {
	stop := make(chan struct{})
	defer close(stop)
	results := c.results(w, stop)
	for r := range results {
		switch {
		case r.item.Err != nil:
			return skipped, r.item.Err
		case r.item.Skip != nil:
			skipped = true
			w.skipped(*r.item.Skip)
		default:
			_, err = out.Write(<-r.line)
		}
		if err == nil && len(results) == 0 {
			err = out.Flush() // whoever follows a slow stream sees each line
		}
		if err != nil {
			return skipped, err
		}
	}
	return skipped, nil
}

// results reads the input and starts to extract, a bounded number ahead of
// whoever receives, until stop is closed.
func (c *extractCommand) results(w *world, stop <-chan struct{}) <-chan result {
	workers := c.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	results, slots := make(chan result, 2*workers), make(chan struct{}, workers)
	lex := lexicon.Default()
	go func() {
		defer close(results)
		for item := range c.read(w, c.Paths) {
			r := result{item: item, line: make(chan []byte, 1)}
			if item.Doc != nil {
				slots <- struct{}{}
				go func() {
					defer func() { <-slots }()
					r.line <- c.document(item.Doc, lex)
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

// document is what is printed of one document.
func (c *extractCommand) document(d *read.Document, lex *lexicon.Lexicon) []byte {
	doc := extract.Document{ID: documentID(d), Title: d.Title, Published: d.Published, Publisher: d.Publisher, Text: d.Text}
	var b bytes.Buffer
	var err error
	switch {
	case c.Explain:
		err = explain.Text(&b, extract.Explain(doc, lex))
		b.WriteByte('\n')
	case c.HTML:
		err = explain.Article(&b, extract.Explain(doc, lex))
	default:
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		err = enc.Encode(extract.Extract(doc, lex).Gold(d.Text))
	}
	if err != nil {
		panic(err) // plain strings and numbers always encode, and a buffer takes all
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
