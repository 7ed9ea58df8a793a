package cli

import (
	"errors"
	"fmt"

	"parley/loader"
	"parley/loader/llm"
	"parley/loader/read"
)

// loadCommand puts documents into the graph.
type loadCommand struct {
	storeFlags
	inputFlags
	JSON  bool     `name:"json" help:"Print what was done as JSON."`
	Paths []string `arg:"" name:"path" help:"Files, folders, http(s) addresses, or - for standard input."`
}

// Help tells the formats and gives examples.
func (loadCommand) Help() string {
	return `Reads text and Markdown with or without front matter (title, url, published, publisher), HTML, and JSON Lines (id, title, url, published, publisher, text). A document that is loaded again changes nothing; a corrected text under the same URL replaces the old one. What can't be read is named with the reason and skipped.

Example: a folder of articles, a page, and a stream

    parley load articles/ https://example.org/page.html
    zcat wire.jsonl.gz | parley load -

Example: let a model on this machine read them too

    parley load --extractor both --llm-url http://localhost:11434/v1 --llm-model NAME articles/`
}

// Run loads.
func (c *loadCommand) Run(w *world) (err error) {
	if err := c.check("load"); err != nil {
		return err
	}
	if err := read.Check(c.Paths); err != nil {
		return err
	}
	by, err := c.reader(w)
	if err != nil {
		return err
	}
	s, err := c.open(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	sum, err := c.load(w, s, by, c.Paths)
	if err := c.print(w, sum, by, err); err != nil {
		return err
	}
	if sum.Skipped > 0 {
		return errSkipped
	}
	return nil
}

// print tells what was done, and passes on failed, the load's error.
func (c *loadCommand) print(w *world, sum loader.Summary, by reader, failed error) error {
	if c.JSON {
		report := summaryJSON(sum)
		if by.model != nil {
			account := by.model.Account()
			report.LLM = &account
		}
		return errors.Join(failed, writeJSON(w.stdout, report))
	}
	if failed != nil {
		return failed
	}
	_, err := fmt.Fprintln(w.stdout, summary(sum))
	return err
}

// loadReport is a summary for machines.
type loadReport struct {
	New       int          `json:"new"`
	Replaced  int          `json:"replaced"`
	Unchanged int          `json:"unchanged"`
	Skipped   int          `json:"skipped"`
	Reports   int          `json:"reports"`
	Positions int          `json:"positions"`
	People    int          `json:"people"`
	Meetings  meetingsJSON `json:"meetings"`
	Skips     []skipJSON   `json:"skips"`
	LLM       *llm.Account `json:"llm,omitempty"` // with a language model only
}

// meetingsJSON has the fields of loader.Meetings.
type meetingsJSON struct {
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Joined    int `json:"joined"`
	Split     int `json:"split"`
	Gone      int `json:"gone"`
	Conflicts int `json:"conflicts"`
}

// skipJSON is one skipped input; Line is 0 for a whole file.
type skipJSON struct {
	Name   string `json:"name"`
	Line   int    `json:"line,omitempty"`
	Reason string `json:"reason"`
}

func summaryJSON(s loader.Summary) loadReport {
	r := loadReport{
		New: s.New, Replaced: s.Replaced, Unchanged: s.Unchanged, Skipped: s.Skipped, Reports: s.Reports,
		Positions: s.Positions, People: s.People, Meetings: meetingsJSON(s.Meetings), Skips: []skipJSON{},
	}
	for _, k := range s.Skips {
		r.Skips = append(r.Skips, skipJSON(k))
	}
	return r
}
