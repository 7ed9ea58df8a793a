package extract

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"parley/loader/lexicon"
)

const phenomena = "testdata/phenomena"

// TestPhenomena compares what is read with what an annotator wrote down, case
// by case (testdata/phenomena/README.md), and prints how many of each
// phenomenon come out right. Known misses are data; a case that is none must
// come out right, and a known miss must not.
func TestPhenomena(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(phenomena, "*", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	misses := knownMisses(t)
	right, all := map[string]int{}, map[string]int{}
	for _, file := range files {
		phenomenon := filepath.Base(filepath.Dir(file))
		name := phenomenon + "/" + strings.TrimSuffix(filepath.Base(file), ".txtar")
		diff := phenomenonDiff(t, file)
		reason, known := misses[name]
		delete(misses, name)
		all[phenomenon]++
		if diff == "" {
			right[phenomenon]++
		}
		switch {
		case diff == "" && known:
			t.Errorf("%s comes out right now: take it out of misses.tsv (%s)", name, reason)
		case diff != "" && !known:
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for name := range misses {
		t.Errorf("misses.tsv names %s, which is no case", name)
	}
	t.Log(phenomenaTable(right, all))
}

// knownMisses reads misses.tsv: a case and the reason.
func knownMisses(t *testing.T) map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(phenomena, "misses.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = '\t', 2, true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, row := range rows[1:] {
		if row[1] == "" {
			t.Errorf("misses.tsv: %s has no reason", row[0])
		}
		out[row[0]] = row[1]
	}
	return out
}

// phenomenonDiff is how a case's meetings differ from what is wanted.
func phenomenonDiff(t *testing.T, file string) string {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files) != 2 || a.Files[0].Name != "doc" || a.Files[1].Name != "want" || len(a.Comment) == 0 {
		t.Fatalf("%s: want a comment and the files doc and want", file)
	}
	d := caseDocument(string(a.Files[0].Data))
	want := strings.Split(strings.TrimSpace(string(a.Files[1].Data)), "\n")
	var got []string
	for i, m := range Extract(d, lexicon.Default()).Meetings {
		topics := i < len(want) && strings.Contains(want[i], " about ")
		g := m.gold(d.Text)
		if m.Place != nil {
			g.Place = &m.Place.Name // a venue's city too
		}
		got = append(got, meetingLine(g, topics))
	}
	if got == nil {
		got = []string{"none"}
	}
	for i := range want {
		want[i] = sortedNames(want[i])
	}
	return cmp.Diff(want, got)
}

// meetingLine writes a meeting as the cases do, with its names sorted.
func meetingLine(g GoldMeeting, topics bool) string {
	people := strings.Join(g.Participants, ", ")
	if people == "" {
		people = "-"
	}
	line := fmt.Sprintf("%s %s: %s [%s] at %s on %s", g.Status, g.Kind, people, strings.Join(g.Parties, ", "), text0(g.Place), text0(g.Date))
	if topics && len(g.Topics) > 0 {
		line += " about " + strings.Join(g.Topics, "; ")
	}
	return sortedNames(line)
}

// sortedNames puts the names of a meeting's line in alphabetical order.
func sortedNames(line string) string {
	head, rest, ok := strings.Cut(line, ": ")
	people, rest, ok2 := strings.Cut(rest, " [")
	parties, tail, ok3 := strings.Cut(rest, "]")
	if !ok || !ok2 || !ok3 {
		return line
	}
	order := func(names string) string {
		ns := strings.Split(names, ", ")
		slices.Sort(ns)
		return strings.Join(ns, ", ")
	}
	return head + ": " + order(people) + " [" + order(parties) + "]" + tail
}

// phenomenaTable shows how many cases of each phenomenon come out right.
func phenomenaTable(right, all map[string]int) string {
	var b strings.Builder
	b.WriteString("| phenomenon | cases | right |\n|---|---|---|\n")
	cases, good := 0, 0
	for _, p := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&b, "| %s | %d | %d |\n", p, all[p], right[p])
		cases, good = cases+all[p], good+right[p]
	}
	fmt.Fprintf(&b, "| all | %d | %d |", cases, good)
	return b.String()
}
