package person_test

import (
	"os"
	"strings"
	"testing"

	"parley/loader/lexicon"
	"parley/loader/resolve/person"
)

// namePair is a row of testdata/names.tsv.
type namePair struct {
	a, b    person.Mention
	verdict person.Sameness
	reason  string
}

func readPairs(t *testing.T) []namePair {
	t.Helper()
	data, err := os.ReadFile("../testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []namePair
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || f[0] == "a" {
			continue
		}
		if len(f) != 6 || f[5] == "" {
			t.Fatalf("want 6 columns and a reason: %q", line)
		}
		out = append(out, namePair{mentioned(f[0], f[1], "document:1"), mentioned(f[2], f[3], "document:2"), person.Sameness(f[4]), f[5]})
	}
	return out
}

// mentioned reads a name and its context, party/title/date.
func mentioned(name, context, document string) person.Mention {
	f := append(strings.Split(context, "/"), "", "")
	m := person.Mention{Name: name, Party: f[0], Date: f[2], Document: document}
	if f[0] != "" && !strings.Contains(f[0], ":") {
		m.Party = "country:" + f[0]
	}
	if f[1] != "" {
		m.Titles = []string{f[1]}
	}
	return m
}

// The least share of pairs that must be told right.
const rightPairs = 0.97

// TestNames tells pairs of names: those that were open while the rules were
// written, and those that were held apart.
func TestNames(t *testing.T) {
	book := person.New(lexicon.Default())
	pairs := readPairs(t)
	if len(pairs) < 150 {
		t.Errorf("%d pairs, want at least 150", len(pairs))
	}
	var right, all [2]int
	for i, p := range pairs {
		half := i % 2
		got, why := book.SamePerson(p.a, p.b)
		back, _ := book.SamePerson(p.b, p.a)
		all[half]++
		if got == p.verdict {
			right[half]++
		} else if half == 0 || os.Getenv("PARLEY_HELD") != "" {
			t.Logf("%+v and %+v: %s (%s), want %s: %s", p.a, p.b, got, why, p.verdict, p.reason)
		}
		if got != back {
			t.Errorf("%s and %s: %s one way, %s the other", p.a.Name, p.b.Name, got, back)
		}
		if got == person.SamePeople && p.verdict != person.SamePeople {
			t.Errorf("pair %d is joined wrongly", i)
		}
	}
	t.Logf("open: %d of %d right; held apart: %d of %d", right[0], all[0], right[1], all[1])
	if n := float64(right[0]+right[1]) / float64(len(pairs)); n < rightPairs {
		t.Errorf("%.3f right, want %v", n, rightPairs)
	}
}
