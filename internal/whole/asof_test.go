package whole

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/graph"
	"parley/loader"
	"parley/loader/read"
)

// told is all that is compared of what was known: AS_OF is "" or the day as an
// argument of each root field. Names of shared things are left out, since who
// somebody is, is judged with all that is known now; so are the IDs of meetings.
const told = `{
	meetings(first: 500AS_OF) { edges { node {
		kind status start end precision title venue firstPublished lastPublished confidence disputed
		place { id } topics { id }
		participants(first: 500) { edges { role side node { id } } }
		proposals(first: 500) { edges { node { id } } }
		reports(first: 500) { edges { node { id } } }
		conflicts { field values { value reports { id document { id } passages { id } } } }
	} } }
	reports(first: 500AS_OF) { edges { node { id status document { id } passages { id } topics { id } place { id }
		participants(first: 500) { edges { role node { id } } } } } }
	positions(first: 500AS_OF) { totalCount edges { node { id actor { id } on { ... on Person { id } ... on Country { id } ... on Organization { id } ... on Proposal { id } } } } }
	documents(first: 500AS_OF) { totalCount edges { node { id reports(first: 100) { totalCount } positions(first: 100) { totalCount } passages(first: 0) { totalCount } } } }
	people(first: 500AS_OF) { totalCount edges { node { id reports(first: 100) { edges { node { id } } } positions { totalCount } mentions(first: 0) { totalCount }
		represents { edges { node { id } } } relatedTo { edges { node { id } } } proposals { edges { node { id } } } } } }
	countries(first: 500AS_OF) { totalCount edges { node { id representatives(first: 500) { edges { node { id } } } positionsOn(first: 0) { totalCount } } } }
	organizations(first: 500AS_OF) { totalCount edges { node { id partOf { id } } } }
	places(first: 500AS_OF) { totalCount edges { node { id parent { id } places(first: 500) { edges { node { id } } } reports { totalCount } } } }
	topics(first: 500AS_OF) { totalCount edges { node { id positions(first: 100) { edges { node { id } } } } } }
	proposals(first: 500AS_OF) { totalCount edges { node { id passages { id } proposedBy { edges { node { id } } } } } }
	search(text: "talks", type: [PASSAGE, DOCUMENT]AS_OF, first: 500) { totalCount edges { node { id } } }
}`

// gathered is what is told of several meetings, compared where they are the
// same ones.
const gathered = `{
	none: people(where: { meetings: { none: { status: { eq: HELD } } } }AS_OF, first: 500) { edges { node { id } } }
	every: people(where: { meetings: { every: { status: { eq: HELD } } } }AS_OF, first: 500) { edges { node { id
		counterparts(first: 500) { edges { meetings firstMet lastMet node { id } } } } } }
	speaking: countries(where: { representatives: { every: { meetings: { some: { reports: { every: { status: { in: [HELD, ONGOING] } } } } } } } }AS_OF, first: 500) { edges { node { id } } }
	counted: meetings(where: { place: { within: "Europe" } }AS_OF, first: 0) { totalCount facets { byMonth { key count } byPlace { count node { id } } byActor(first: 500) { count node { id } } byStatus { key count } } }
	latest: meetings(orderBy: [{ field: START, direction: DESC }, { field: TITLE }]AS_OF, first: 3) { edges { node { start title } } }
	search(text: "Moscow"AS_OF, first: 500) { totalCount edges { score node { ... on Meeting { title } ... on Place { id } ... on Passage { id } } } }
	whoMet(actor: "Donald Trump", with: "Vladimir Putin"AS_OF) { totalCount }
	path(from: "Steve Witkoff", to: "Sergey Lavrov"AS_OF) { length }
}`

// knowledge is what a store tells, as of a day if that isn't "": all but the
// meetings as it stands, and the meetings by their reports.
func knowledge(t *testing.T, s graph.Store, day string) (map[string]any, map[string]any) {
	t.Helper()
	all := answer(t, s, told, day)
	meetings := map[string]any{}
	for _, e := range all["meetings"].(map[string]any)["edges"].([]any) {
		node := e.(map[string]any)["node"].(map[string]any)
		key, _ := json.Marshal(node["reports"])
		meetings[string(key)] = node
	}
	delete(all, "meetings")
	return all, meetings
}

// answer asks as of a day, one statement a root field.
func answer(t *testing.T, s graph.Store, question, day string) map[string]any {
	t.Helper()
	arg := ""
	if day != "" {
		arg = fmt.Sprintf(", asOf: %q", day)
	}
	text, n := ask(t, s, strings.ReplaceAll(question, "AS_OF", arg), nil)
	if n != strings.Count(question, "AS_OF") {
		t.Errorf("%d statements", n)
	}
	var all map[string]any
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// published returns the documents that paths name, those of each day in turn,
// and the days.
func published(t *testing.T, paths ...string) ([]*read.Document, []string) {
	t.Helper()
	var docs []*read.Document
	var days []string
	for it := range read.Paths(context.Background(), paths, read.Options{}) {
		if it.Doc == nil {
			t.Fatalf("%+v", it)
		}
		docs = append(docs, it.Doc)
		days = append(days, it.Doc.Published)
	}
	slices.SortStableFunc(docs, func(a, b *read.Document) int { return strings.Compare(a.Published, b.Published) })
	slices.Sort(days)
	return docs, slices.Compact(days)
}

func loadDocs(t *testing.T, s graph.Store, docs []*read.Document) {
	t.Helper()
	_, err := loader.Load(context.Background(), s, func(yield func(read.Item) bool) {
		for _, d := range docs {
			if !yield(read.Item{Doc: d}) {
				return
			}
		}
	}, loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
}

// TestAsOfADayIsWhatWasPublishedUntilThen compares a graph of all dispatches, at
// every day on which some were published, with one of those published until then
// alone. Where later reports tell which meeting an earlier one is of, the
// meetings differ; all others must be told alike.
func TestAsOfADayIsWhatWasPublishedUntilThen(t *testing.T) {
	for _, kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			docs, days := published(t, dispatches)
			if kind == "neo4j" { // slower, and compared with SQLite by other tests
				days = days[len(days)/2 : len(days)/2+1]
			}
			c := comparison{all: fill(t, openers[kind](t)), until: openers["sqlite"](t)}
			for _, day := range days {
				n := 0
				for n < len(docs) && docs[n].Published <= day {
					n++
				}
				loadDocs(t, c.until, docs[:n])
				docs = docs[n:]
				c.compare(t, day)
			}
			t.Logf("%d of %d meetings have the same reports, all on %d of %d days", c.same, c.meetings, c.whole, len(days))
			if c.same*20 < c.meetings*19 || c.whole == 0 && len(days) > 1 {
				t.Errorf("too few are compared")
			}
		})
	}
}

// comparison is of a store with everything and one with what was published
// until some day.
type comparison struct {
	all, until graph.Store
	// meetings, of which same have the same reports in both; whole counts the
	// days on which all have.
	meetings, same, whole int
}

func (c *comparison) compare(t *testing.T, day string) {
	t.Helper()
	want, wantMeetings := knowledge(t, c.until, "")
	got, gotMeetings := knowledge(t, c.all, day)
	alike(t, day, got, want)
	same := 0
	for key, m := range wantMeetings {
		if gotMeetings[key] != nil {
			same++
			alike(t, day, gotMeetings[key], m)
		}
	}
	if same == len(wantMeetings) && same == len(gotMeetings) {
		c.whole++
		alike(t, day, answer(t, c.all, gathered, day), answer(t, c.until, gathered, ""))
	}
	c.meetings, c.same = c.meetings+len(wantMeetings), c.same+same
}

// alike ends the test with the first lines in which two answers differ.
func alike(t *testing.T, day string, got, want any) {
	t.Helper()
	if reflect.DeepEqual(got, want) {
		return
	}
	x, _ := json.MarshalIndent(got, "", " ")
	y, _ := json.MarshalIndent(want, "", " ")
	t.Fatalf("as of %s: %s", day, difference(string(x), string(y)))
}
