package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"parley/graph"
	"parley/schema"
)

// exportCommand writes the whole graph.
type exportCommand struct {
	storeFlags
	Format string `required:"" enum:"jsonl,csv" placeholder:"jsonl|csv" help:"jsonl: a line a node or edge. csv: a file a label and edge type, into a folder."`
	Out    string `placeholder:"PATH" help:"The file (jsonl) or folder (csv). Default for jsonl: standard output."`
}

// Help gives examples.
func (exportCommand) Help() string {
	return `The order is always the same: nodes by ID, then edges by type and ends. Equal graphs give equal bytes, whatever the store and the order of loading.

Examples:

    parley export --format jsonl | gzip > graph.jsonl.gz
    parley export --format csv --out graph/`
}

// Run exports.
func (c *exportCommand) Run(w *world) (err error) {
	if c.Format == "csv" && c.Out == "" {
		return badUsage("export", "--format csv writes many files: name a folder with --out")
	}
	s, err := c.openExisting(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	switch {
	case c.Format == "csv":
		return exportCSV(w.ctx, s, schema.Ontology(), c.Out)
	case c.Out == "" || c.Out == "-":
		return exportLines(w, s, w.stdout)
	}
	return writeFile(c.Out, func(out io.Writer) error { return exportLines(w, s, out) })
}

// nodeLine and edgeLine are the lines of an export. Keys of props are sorted.
type nodeLine struct {
	Node  graph.ID    `json:"node"`
	Label graph.Label `json:"label"`
	Props graph.Props `json:"props"`
}

type edgeLine struct {
	Edge  graph.EdgeType `json:"edge"`
	From  graph.ID       `json:"from"`
	To    graph.ID       `json:"to"`
	Props graph.Props    `json:"props"`
}

// exportLines writes the graph as JSON Lines.
func exportLines(w *world, s graph.Store, out io.Writer) error {
	buf := bufio.NewWriterSize(out, 64<<10)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	err := s.Export(w.ctx, func(it graph.Item) error {
		if n := it.Node; n != nil {
			return enc.Encode(nodeLine{n.ID, n.Label, props(n.Props)})
		}
		return enc.Encode(edgeLine{it.Edge.Type, it.Edge.From, it.Edge.To, props(it.Edge.Props)})
	})
	if err != nil {
		return err
	}
	return buf.Flush()
}

// props makes no properties an empty object.
func props(p graph.Props) graph.Props {
	if p == nil {
		return graph.Props{}
	}
	return p
}
