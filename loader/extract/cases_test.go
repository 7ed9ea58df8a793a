package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"parley/loader/lexicon"
)

var update = flag.Bool("update", false, "rewrite the expected output of testdata/cases")

// TestCases extracts the documents of testdata/cases, one phenomenon a file:
// a comment that says what it shows, the document, and what is wanted of it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) < 60 {
		t.Fatalf("found %d cases, want at least 60: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runCase(t, file) })
	}
}

// runCase compares one file's document with its expected output.
func runCase(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files) != 2 || a.Files[0].Name != "doc" || a.Files[1].Name != "want" {
		t.Fatalf("%s: want the files doc and want", file)
	}
	d := caseDocument(string(a.Files[0].Data))
	got := render(Extract(d, lexicon.Default()), d.Text)
	if *update {
		a.Files[1].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", a.Comment, diff)
	}
}

// caseDocument reads "published: DATE", "title: …", "publisher: …" lines, then
// the text.
func caseDocument(s string) Document {
	d := Document{ID: "case"}
	for {
		line, rest, _ := strings.Cut(s, "\n")
		k, v, ok := strings.Cut(line, ": ")
		switch {
		case ok && k == "published":
			d.Published = v
		case ok && k == "title":
			d.Title = v
		case ok && k == "publisher":
			d.Publisher = v
		default:
			d.Text = s
			return d
		}
		s = rest
	}
}

// render writes an extraction in lines that a reader can check.
func render(x Extraction, text string) string {
	var b strings.Builder
	for i, m := range x.Meetings {
		g := m.gold(text)
		fmt.Fprintf(&b, "meeting %d: %s %s\n", i, g.Status, g.Kind)
		fmt.Fprintf(&b, "  who: %s [%s]\n", strings.Join(g.Participants, ", "), strings.Join(g.Parties, ", "))
		fmt.Fprintf(&b, "  where: %s %s when: %s\n", where(m), text0(g.Venue), text0(g.Date))
		for _, p := range m.Participants {
			if p.Role != participant {
				fmt.Fprintf(&b, "  %s: %s\n", p.Role, p.Name)
			}
		}
		for _, s := range m.Sides {
			if s.Role != participant {
				fmt.Fprintf(&b, "  %s: %s\n", s.Role, s.Name)
			}
		}
		if len(m.Topics) > 0 {
			fmt.Fprintf(&b, "  about: %s\n", strings.Join(m.Topics, " | "))
		}
		if m.Outcome != "" {
			fmt.Fprintf(&b, "  outcome: %s\n", m.Outcome)
		}
		if len(m.Follows) > 0 {
			fmt.Fprintf(&b, "  follows: %v\n", m.Follows)
		}
	}
	for _, p := range x.People {
		party := "-"
		if p.Party != nil {
			party = p.Party.Name
		}
		fmt.Fprintf(&b, "person: %s [%s] %s\n", p.Name, strings.Join(p.Roles, "; "), party)
	}
	for _, p := range x.Positions {
		fmt.Fprintf(&b, "position: %s %s: %s\n", p.Actor.Name, p.Act, p.What)
	}
	for _, p := range x.Proposals {
		fmt.Fprintf(&b, "proposal: %s (%s)", p.Name, p.Key)
		for _, a := range p.By {
			fmt.Fprintf(&b, " by %s", a.Name)
		}
		b.WriteString("\n")
	}
	for _, k := range x.Relations {
		fmt.Fprintf(&b, "relation: %s is %s of %s\n", k.From, k.Kind, k.To)
	}
	return b.String()
}

// where is a meeting's place, in brackets where only the gazetteer gives it.
func where(m Meeting) string {
	switch {
	case m.Place == nil:
		return "-"
	case m.Place.Implied:
		return "(" + m.Place.Name + ")"
	}
	return m.Place.Name
}

func text0(s *string) string {
	if s == nil {
		return "-"
	}
	return *s
}
