package cli

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"parley/graph"
)

// doctorCommand checks the store.
type doctorCommand struct {
	storeFlags
	JSON bool `name:"json" help:"Print the findings as JSON."`
}

// Help gives an example.
func (doctorCommand) Help() string {
	return `Checks that the store's address makes sense, that it can be reached and logged in to, that its format is ours and that its indexes serve. Exit status 1 when something is wrong.

Example: why does Neo4j not answer?

    NEO4J_URI=neo4j://127.0.0.1:7687 NEO4J_PASSWORD=secret parley doctor --wait 5s`
}

// findings are what the doctor found.
type findings struct {
	Address  string                `json:"address"`
	From     string                `json:"addressFrom"`
	Healthy  bool                  `json:"healthy"`
	Kind     string                `json:"kind,omitempty"`
	Server   string                `json:"server,omitempty"`
	Format   int                   `json:"format,omitempty"`
	Revision graph.Revision        `json:"revision,omitempty"`
	Nodes    map[graph.Label]int64 `json:"nodes,omitempty"`
	Edges    int64                 `json:"edges"`
	Indexes  int                   `json:"indexes"`
	Missing  []string              `json:"missing"`
	Problem  string                `json:"problem,omitempty"`
	Advice   string                `json:"advice,omitempty"`
}

// Run checks and prints.
func (c *doctorCommand) Run(w *world) error {
	f := findings{Address: shown(c.address(w)), From: c.from(w), Missing: []string{}}
	err := c.examine(w, &f)
	if err := w.ctx.Err(); err != nil {
		return err
	}
	f.diagnose(err)
	if err := c.print(w, f); err != nil {
		return err
	}
	if !f.Healthy {
		return errTold
	}
	return nil
}

// from tells where the address comes from.
func (c *doctorCommand) from(w *world) string {
	switch {
	case c.Store != "":
		return "--store"
	case w.getenv("PARLEY_STORE") != "":
		return "$PARLEY_STORE"
	case w.getenv("NEO4J_URI") != "":
		return "$NEO4J_URI"
	}
	return "the default"
}

// examine opens the store and asks it.
func (c *doctorCommand) examine(w *world, f *findings) (err error) {
	s, err := c.openExisting(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	info, err := s.Info(w.ctx)
	if err != nil {
		return err
	}
	f.Kind, f.Server, f.Format, f.Revision = info.Kind, info.Server, info.Format, info.Revision
	f.Nodes, f.Edges, f.Indexes = info.Nodes, info.Edges, len(info.Indexes)
	f.Missing = append(f.Missing, info.Missing...)
	return nil
}

// diagnose says what is wrong and what to do.
func (f *findings) diagnose(err error) {
	switch {
	case err != nil:
		f.Problem, f.Advice = plain(err), advice(err)
	case len(f.Missing) > 0:
		f.Problem = "these constraints or indexes are missing or not online yet: " + strings.Join(f.Missing, ", ")
		f.Advice = "wait until the database has built them; opening the store with `parley load` or `parley serve` makes those that are missing"
	case f.Nodes["Document"] == 0:
		f.Healthy = true
		f.Advice = "the graph is empty: load documents with `parley load PATH`"
	default:
		f.Healthy = true
	}
}

// advice is what to do about an error, where its message may not say it.
func advice(err error) string {
	switch {
	case errors.Is(err, graph.ErrUnavailable):
		return "start the database, or check host and port of the address; Bolt listens on 7687 unless told otherwise"
	case errors.Is(err, graph.ErrAuth):
		return "set NEO4J_USERNAME and NEO4J_PASSWORD, or put user:password@ into the address"
	case errors.Is(err, graph.ErrFormat):
		return "use the Parley that wrote it or a newer one, or another file or database"
	case errors.Is(err, graph.ErrLocked):
		return "wait until the other process is done, or end it"
	case errors.Is(err, graph.ErrFull):
		return "make room on the disk"
	}
	return ""
}

func (c *doctorCommand) print(w *world, f findings) error {
	if c.JSON {
		return writeJSON(w.stdout, f)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "store     %s (from %s)\n", f.Address, f.From)
	if f.Kind != "" {
		fmt.Fprintf(&b, "server    %s\nformat    %d, revision %d\n", f.Server, f.Format, f.Revision)
		fmt.Fprintf(&b, "nodes     %s\nedges     %d\nindexes   %d, %d missing\n", labelCounts(f.Nodes), f.Edges, f.Indexes, len(f.Missing))
	}
	if f.Healthy {
		b.WriteString("verdict   healthy\n")
	} else {
		fmt.Fprintf(&b, "problem   %s\n", f.Problem)
	}
	if f.Advice != "" {
		fmt.Fprintf(&b, "to do     %s\n", f.Advice)
	}
	_, err := fmt.Fprint(w.stdout, b.String())
	return err
}

// labelCounts lists how many nodes of each label there are, by label.
func labelCounts(n map[graph.Label]int64) string {
	var parts []string
	for _, l := range slices.Sorted(maps.Keys(n)) {
		parts = append(parts, fmt.Sprintf("%s %d", l, n[l]))
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}
