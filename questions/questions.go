// Package questions embeds what analysts ask: one GraphQL document a question,
// with variables for an example. Their names are the contract of the public
// schema (see README.md beside this file). The playground opens them as tabs,
// tests and benchmarks ask them of every store.
package questions

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed *.graphql *.vars.json
var files embed.FS

// Question is one saved question.
type Question struct {
	// Name is the file's, without extension ("01-who-met").
	Name string
	// Description is the comment at its head, as one line.
	Description string
	// Text is the GraphQL document.
	Text string
	// Variables are those of the example, a JSON object.
	Variables string
}

// All returns the questions by name. The error names the file that is broken.
func All() ([]Question, error) {
	names, err := fs.Glob(files, "*.graphql")
	if err != nil {
		return nil, err
	}
	out := make([]Question, len(names))
	for i, file := range names {
		if out[i], err = read(strings.TrimSuffix(file, ".graphql")); err != nil {
			return nil, fmt.Errorf("question %s: %w", file, err)
		}
	}
	return out, nil
}

func read(name string) (Question, error) {
	text, err := files.ReadFile(name + ".graphql")
	if err != nil {
		return Question{}, err
	}
	vars, err := files.ReadFile(name + ".vars.json")
	if err != nil {
		return Question{}, err
	}
	q := Question{Name: name, Description: head(string(text)), Text: string(text), Variables: string(vars)}
	_, err = q.Vars()
	return q, err
}

// Vars returns the variables decoded.
func (q Question) Vars() (map[string]any, error) {
	var vars map[string]any
	err := json.Unmarshal([]byte(q.Variables), &vars)
	return vars, err
}

// head joins the comment lines at the head of a document.
func head(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		comment, ok := strings.CutPrefix(line, "#")
		if !ok {
			break
		}
		out = append(out, strings.TrimSpace(comment))
	}
	return strings.Join(out, " ")
}
