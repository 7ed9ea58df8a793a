package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"parley/graph"
	"parley/graph/gql"
)

// queryCommand answers a GraphQL query without a server.
type queryCommand struct {
	storeFlags
	Vars      string        `placeholder:"JSON|@FILE" help:"The query's variables."`
	Operation string        `placeholder:"NAME" help:"Which operation to run, where the query has several."`
	Timeout   time.Duration `default:"30s" help:"Give up after this long."`
	Query     string        `arg:"" name:"graphql" help:"The query, or @FILE, or @- for standard input."`
}

// Help gives examples.
func (queryCommand) Help() string {
	return `Prints the answer as JSON. A query that has errors is printed with them, and the exit status is 1.

Examples:

    parley query '{ person(name: "Witkoff") { name meetings { totalCount } } }'
    parley query @questions/01-who-met.graphql --vars @questions/01-who-met.vars.json`
}

// Run answers.
func (c *queryCommand) Run(w *world) (err error) {
	query, vars, err := c.read(w)
	if err != nil {
		return err
	}
	s, err := c.openExisting(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return c.answer(w, s, query, vars)
}

// answer prints what the store says.
func (c *queryCommand) answer(w *world, s graph.Store, query string, vars map[string]any) error {
	ctx, cancel := context.WithTimeout(w.ctx, c.Timeout)
	defer cancel()
	answer := gql.Execute(ctx, s, query, vars, c.Operation)
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if err := writeJSON(w.stdout, answer); err != nil {
		return err
	}
	if len(answer.Errors) > 0 {
		w.say("parley: the query has errors, the first: %s", oneLine(answer.Errors[0].Message))
		return errTold
	}
	return nil
}

// read takes the query and its variables from the arguments or their files.
func (c *queryCommand) read(w *world) (string, map[string]any, error) {
	query, err := textOrFile(w, c.Query)
	if err != nil {
		return "", nil, err
	}
	if c.Timeout <= 0 {
		return "", nil, badUsage("query", "--timeout must be more than 0")
	}
	text, err := textOrFile(w, c.Vars)
	if err != nil {
		return "", nil, err
	}
	vars, err := parseVars(text)
	if err != nil {
		return "", nil, badUsage("query", "--vars is not a JSON object: %s", err)
	}
	return query, vars, nil
}

// parseVars reads a JSON object, keeping numbers as they are written. An empty
// text is no variables.
func parseVars(text string) (map[string]any, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	var vars map[string]any
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&vars); err != nil {
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("something follows the object")
	}
	return vars, nil
}

// textOrFile is the argument itself, or what the file behind an @ holds.
func textOrFile(w *world, arg string) (string, error) {
	file, ok := strings.CutPrefix(arg, "@")
	if !ok {
		return arg, nil
	}
	var b []byte
	var err error
	if file == "-" {
		b, err = io.ReadAll(w.input())
	} else {
		b, err = os.ReadFile(file)
	}
	if err != nil {
		return "", fmt.Errorf("can't read %q: %w", file, err)
	}
	return string(b), nil
}
