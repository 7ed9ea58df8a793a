package read

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// frontFence begins and ends the YAML before a text.
const frontFence = "---"

// front is what front matter may say; other keys are ignored. Dates and
// numbers are kept as they are written.
type front struct {
	Title     yaml.Node `yaml:"title"`
	URL       yaml.Node `yaml:"url"`
	Published yaml.Node `yaml:"published"`
	Publisher yaml.Node `yaml:"publisher"`
}

// brokenFront is front matter that can't be read; line counts from the file's
// first.
type brokenFront struct {
	line   int
	reason string
}

// article emits a text or Markdown file.
func (r *reader) article(s source, text string) bool {
	d := Document{Name: s.name, URL: s.url}
	body, broken := splitFront(text, &d)
	if broken != nil {
		return r.skip(s.name, broken.line, broken.reason)
	}
	d.Text = body
	if s.format == markdown {
		var heading string
		heading, d.Text = stripMarkdown(body)
		if d.Title == "" {
			d.Title = heading
		}
	}
	return r.finish(s.name, 0, d)
}

// keyLine is how a line of front matter begins. A text that opens with a mere
// ruler ("---") has none after it.
var keyLine = regexp.MustCompile(`^\s*("?[A-Za-z_][\w -]*"?\s*:|#|$)`)

// splitFront fills d from a text's front matter and returns what comes after
// it: the whole text, where there is none.
func splitFront(text string, d *Document) (string, *brokenFront) {
	first, rest, _ := strings.Cut(text, "\n")
	second, _, _ := strings.Cut(rest, "\n")
	if strings.TrimRight(first, " \t") != frontFence || !keyLine.MatchString(second) {
		return text, nil
	}
	block, body, ok := cutFence(rest)
	if !ok {
		if strings.TrimSpace(second) == "" {
			return text, nil
		}
		return "", &brokenFront{1, "its front matter has no end: close it with a line " + frontFence}
	}
	var f front
	if err := yaml.Unmarshal([]byte(block), &f); err != nil {
		line, reason := yamlError(err)
		return "", &brokenFront{line, "its front matter is broken: " + reason}
	}
	return body, f.fill(d)
}

// cutFence cuts a text at its first line that is only the fence.
func cutFence(text string) (before, after string, ok bool) {
	for at := 0; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		end := min(at+len(line)+1, len(text))
		if strings.TrimRight(line, " \t") == frontFence {
			return text[:at], text[end:], true
		}
		at = end
	}
	return "", "", false
}

// fill writes the front matter into a document.
func (f *front) fill(d *Document) *brokenFront {
	for _, field := range []struct {
		key  string
		node yaml.Node
		into *string
	}{{"title", f.Title, &d.Title}, {"url", f.URL, &d.URL}, {"published", f.Published, &d.Published}, {"publisher", f.Publisher, &d.Publisher}} {
		switch {
		case field.node.IsZero(), field.node.Tag == "!!null":
		case field.node.Kind != yaml.ScalarNode:
			// Line 1 of the YAML is line 2 of the file.
			return &brokenFront{field.node.Line + 1, "its front matter is broken: " + field.key + " is not a single value"}
		default:
			*field.into = field.node.Value
		}
	}
	return nil
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// yamlError takes yaml.v3's message apart: the line in the file, and what is
// wrong there.
func yamlError(err error) (int, string) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	var te *yaml.TypeError
	if errors.As(err, &te) && len(te.Errors) > 0 {
		message = te.Errors[0]
	}
	m := yamlLine.FindStringSubmatchIndex(message)
	if m == nil {
		return 1, message
	}
	line, _ := strconv.Atoi(message[m[2]:m[3]])
	return line + 1, fmt.Sprint(message[:m[0]], message[m[1]:])
}
