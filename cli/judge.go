package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"time"

	"parley/graph"
	"parley/loader"
	"parley/loader/resolve"
)

// judgeCommand is an analyst's word about reports.
type judgeCommand struct {
	Same      sameCommand        `cmd:"" help:"Say that two reports are of one meeting."`
	Different differentCommand   `cmd:"" help:"Say that two reports are of two meetings."`
	List      listWordsCommand   `cmd:"" help:"Print what was said."`
	Undo      undoCommand        `cmd:"" help:"Take back what was said, without a trace."`
	Import    importWordsCommand `cmd:"" help:"Take in what was said elsewhere, as JSON Lines."`
}

// Help tells what a word is worth, with an example.
func (judgeCommand) Help() string {
	return `An analyst's word wins over what the documents say, now and whatever is loaded later. Of words about the same two reports the latest counts. A meeting's ID stands for the report that it is named after; parley explain lists a meeting's reports.

Example: two accounts that are of one meeting after all, and those words in another store

    parley judge same meeting:0a1b-0 report:77aa-2 --why "same ministers, same hotel"
    parley judge list --json | parley judge import --store sqlite:other.db -`
}

// pairFlags are what is said of two reports.
type pairFlags struct {
	storeFlags
	Why string `required:"" help:"Why, in your words."`
	Who string `help:"Who says so. Default: the name of your login."`
	A   string `arg:"" help:"A report's ID, or a meeting's."`
	B   string `arg:"" help:"The other's."`
}

type (
	sameCommand      struct{ pairFlags }
	differentCommand struct{ pairFlags }
)

// Run says so.
func (c *sameCommand) Run(w *world) error { return c.say(w, resolve.Same) }

// Run says so.
func (c *differentCommand) Run(w *world) error { return c.say(w, resolve.Different) }

// say takes a word into the store.
func (f *pairFlags) say(w *world, v resolve.Verdict) (err error) {
	a, b := loader.ReportOf(f.A), loader.ReportOf(f.B)
	if a == "" || b == "" || a == b {
		return badUsage("judge", "name two reports or meetings by their IDs, as \"report:0a1b-0\" and \"meeting:77aa-2\"")
	}
	s, err := f.openExisting(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for id, given := range map[string]string{a: f.A, b: f.B} {
		r, err := s.Query(w.ctx, graph.Query{Labels: []graph.Label{"Report"}, IDs: []graph.ID{graph.ID(id)}, Page: graph.Page{Limit: 1}})
		if err != nil {
			return err
		}
		if len(r.Rows) == 0 {
			return fmt.Errorf("no report or meeting has the ID %q", given)
		}
	}
	word := resolve.Judgment{Verdict: v, A: a, B: b, Who: f.who(w), When: time.Now().UTC().Format(wordTime), Why: f.Why}
	changed, err := loader.Judge(w.ctx, s, []resolve.Judgment{word})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w.stdout, "Noted as %s; %s.\n", loader.WordOf(word).ID, changes(changed))
	return err
}

// wordTime is RFC 3339 of one length, so that times sort as they come.
const wordTime = "2006-01-02T15:04:05.000Z"

// who says so.
func (f *pairFlags) who(w *world) string {
	if f.Who != "" {
		return f.Who
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return w.getenv("USER")
}

// listWordsCommand prints them.
type listWordsCommand struct {
	storeFlags
	JSON bool `name:"json" help:"Print them as JSON Lines, for parley judge import."`
}

// Run prints a line a word.
func (c *listWordsCommand) Run(w *world) (err error) {
	s, err := c.openExisting(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	words, err := loader.Judgments(w.ctx, s)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w.stdout)
	enc.SetEscapeHTML(false)
	for _, word := range words {
		if c.JSON {
			err = enc.Encode(word)
		} else {
			_, err = fmt.Fprintln(w.stdout, wordLine(word))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// wordLine writes a word for people.
func wordLine(x loader.Word) string {
	return fmt.Sprintf("%s  %s %s %s  (%s, %s: %s)", x.ID, x.Verdict, x.A, x.B, x.Who, x.When, x.Why)
}

// undoCommand takes words back.
type undoCommand struct {
	storeFlags
	IDs []string `arg:"" name:"id" help:"IDs of words, as parley judge list prints them."`
}

// Run takes them back.
func (c *undoCommand) Run(w *world) (err error) {
	s, err := c.openExisting(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	undone, changed, err := loader.Unjudge(w.ctx, s, c.IDs)
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for _, x := range undone {
		there[x.ID] = true
	}
	unknown := 0
	for _, id := range c.IDs {
		if !there[id] {
			w.say("skipped %s: nothing of that ID was said", id)
			unknown++
		}
	}
	if _, err := fmt.Fprintf(w.stdout, "Took back %s; %s.\n", count(len(undone), "word"), changes(changed)); err != nil {
		return err
	}
	if unknown > 0 {
		return errSkipped
	}
	return nil
}

// importWordsCommand takes words in.
type importWordsCommand struct {
	storeFlags
	Path string `arg:"" help:"A file of JSON Lines, or - for standard input."`
}

// Run takes in all or none.
func (c *importWordsCommand) Run(w *world) (err error) {
	in := io.Reader(w.input())
	if c.Path != "-" {
		f, err := os.Open(c.Path)
		if err != nil {
			return fmt.Errorf("can't read %q: %w", c.Path, errors.Unwrap(err))
		}
		defer f.Close()
		in = f
	}
	words, err := readWords(in)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Path, err)
	}
	s, err := c.open(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	changed, err := loader.Judge(w.ctx, s, words)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w.stdout, "Took in %s; %s.\n", count(len(words), "word"), changes(changed))
	return err
}

// maxWord bounds a line of words, in bytes.
const maxWord = 1 << 20

// readWords reads JSON Lines. The error names the line.
func readWords(in io.Reader) ([]resolve.Judgment, error) {
	var out []resolve.Judgment
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxWord)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var x loader.Word
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			return nil, fmt.Errorf("line %d is not JSON as parley judge list --json prints it", n)
		}
		a, b := loader.ReportOf(x.A), loader.ReportOf(x.B)
		if a == "" || b == "" || a == b || x.Verdict != resolve.Same && x.Verdict != resolve.Different {
			return nil, fmt.Errorf("line %d needs a verdict, \"same\" or \"different\", and the IDs of two reports, a and b", n)
		}
		x.A, x.B = a, b
		out = append(out, x.Judgment)
	}
	return out, lines.Err()
}
