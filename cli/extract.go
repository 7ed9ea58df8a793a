package cli

import (
	"bufio"
	"encoding/json"
	"path"
	"runtime"
	"strings"

	"parley/loader/extract"
	"parley/loader/lexicon"
	"parley/loader/read"
)

// extractCommand prints what documents say, without a store.
type extractCommand struct {
	inputFlags
	Paths []string `arg:"" name:"path" help:"Files, folders, http(s) addresses, or - for standard input."`
}

// Help gives an example.
func (extractCommand) Help() string {
	return `Prints one JSON object a document, in the order of the input: the meetings, people and positions that it states, with the sentences. The id is the file's name without its extension, or a JSON record's own id.

Example: whom does this article say met?

    parley extract article.txt | jq '.meetings[].participants[].name'`
}

// Run extracts on all cores.
func (c *extractCommand) Run(w *world) error {
	if err := c.check("extract"); err != nil {
		return err
	}
	out := bufio.NewWriter(w.stdout)
	skipped, err := c.extract(w, out)
	if e := out.Flush(); err == nil {
		err = e
	}
	if err == nil && skipped {
		return errSkipped
	}
	return err
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
					r.line <- extractLine(item.Doc, lex)
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

// extractLine is the JSON line of one document.
func extractLine(d *read.Document, lex *lexicon.Lexicon) []byte {
	x := extract.Extract(extract.Document{
		ID: documentID(d), Title: d.Title, Published: d.Published, Publisher: d.Publisher, Text: d.Text,
	}, lex)
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x.Gold(d.Text)); err != nil {
		panic(err) // plain strings and numbers always encode
	}
	return []byte(b.String())
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
