package cli

import (
	"errors"
	"fmt"

	"parley/loader"
)

// withdrawCommand takes documents out again.
type withdrawCommand struct {
	storeFlags
	JSON      bool     `name:"json" help:"Print what was done as JSON."`
	Documents []string `arg:"" name:"document" help:"Documents: their URL, ID, or the name they were loaded under."`
}

// Help tells what withdrawing means, with an example.
func (withdrawCommand) Help() string {
	return `Afterwards the graph is as if the documents had never been loaded. A document that was loaded under several names and is withdrawn by one of them keeps the others, and stays.

Example: a retracted article

    parley withdraw https://example.org/retracted`
}

// Run withdraws.
func (c *withdrawCommand) Run(w *world) (err error) {
	s, err := c.openExisting(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	got, err := loader.Withdraw(w.ctx, s, c.Documents)
	if err != nil {
		return err
	}
	if err := c.print(w, got); err != nil {
		return err
	}
	if len(got.Unknown) > 0 {
		return errSkipped
	}
	return nil
}

// withdrawReport is what was done, for machines.
type withdrawReport struct {
	Documents []string     `json:"documents"`
	Unnamed   []string     `json:"unnamed"`
	Unknown   []string     `json:"unknown"`
	Meetings  meetingsJSON `json:"meetings"`
}

func (c *withdrawCommand) print(w *world, got loader.Withdrawn) error {
	for _, ref := range got.Unknown {
		w.say("skipped %s: no document has this URL, ID or name", ref)
	}
	if c.JSON {
		return writeJSON(w.stdout, withdrawReport{list(got.Documents), list(got.Unnamed), list(got.Unknown), meetingsJSON(got.Meetings)})
	}
	line := "Withdrew " + count(len(got.Documents), "document")
	if n := len(got.Unnamed); n > 0 {
		line += fmt.Sprintf("; %s stayed under other names", count(n, "document"))
	}
	_, err := fmt.Fprintf(w.stdout, "%s; %s.\n", line, changes(got.Meetings))
	return err
}

// list makes a missing list an empty one, which JSON shows as [].
func list(s []string) []string { return append([]string{}, s...) }
