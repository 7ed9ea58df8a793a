package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"parley/graph"
	"parley/loader"
	"parley/loader/resolve"
)

// explainCommand tells why the reports of a meeting are one.
type explainCommand struct {
	storeFlags
	Meeting string `arg:"" help:"The ID of a meeting, present or former, or of a report."`
}

// Help gives an example.
func (explainCommand) Help() string {
	return `Prints the reports of a meeting, how each was found to be of the same meeting as one before it, field by field, and the likest report that was kept out. Positive scores speak for one meeting, negative ones against. What an analyst said overrides them: see parley judge.

Example: a meeting by its ID, as GraphQL gives it

    parley explain meeting:10e06d174f232966bd52-0`
}

// Run explains.
func (c *explainCommand) Run(w *world) (err error) {
	s, err := c.openExisting(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	why, err := loader.Explain(w.ctx, s, c.Meeting)
	if errors.Is(err, graph.ErrInvalid) {
		return fmt.Errorf("no meeting or report has the ID %q: `parley query '{ meetings { edges { node { id title } } } }'` lists some", c.Meeting)
	}
	if err != nil {
		return err
	}
	return printWhy(w.stdout, why)
}

// printWhy writes an explanation for people.
func printWhy(out io.Writer, why loader.Why) error {
	tw := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	switch {
	case why.Meeting != "":
		fmt.Fprintf(tw, "%s\n%s, %s:\n", why.Title, why.Meeting, count(len(why.Reports), "report"))
	default:
		fmt.Fprintf(tw, "The report says too little to tell of which meeting it is.\n")
	}
	for _, r := range why.Reports {
		fmt.Fprintf(tw, "  %s\t%s\t%s\n", r.ID, r.Published, told(r))
	}
	for _, p := range why.Possibly {
		fmt.Fprintf(tw, "It may be of %s: %.2f\n", p.Meeting, p.Score)
	}
	for _, pair := range why.Pairs {
		fmt.Fprintf(tw, "\n%s is of one meeting with %s: %.1f\n", pair.B, pair.A, pair.Score)
		printFields(tw, pair)
	}
	if n := why.Nearest; n != nil {
		fmt.Fprintf(tw, "\nThe nearest that was kept out, %s (%s), compared with %s: %.1f\n", n.B, told(*why.Out), n.A, n.Score)
		printFields(tw, *n)
	}
	if len(why.Words) > 0 {
		fmt.Fprintln(tw, "\nAnalysts said:")
		for _, word := range why.Words {
			fmt.Fprintln(tw, "  "+wordLine(word))
		}
	}
	return tw.Flush()
}

// told is what a report's document is called.
func told(r loader.WhyReport) string {
	return strings.TrimSpace(r.Title + " " + r.URL)
}

// printFields writes what each field says.
func printFields(tw io.Writer, c resolve.Comparison) {
	for _, f := range c.Fields {
		fmt.Fprintf(tw, "  %s\t%+.1f\t%s\t%s | %s\n", f.Field, f.Score, f.Why, f.A, f.B)
	}
}
