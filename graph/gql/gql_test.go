package gql_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"parley/graph"
	"parley/graph/gql"
	"parley/graph/graphtest"
	"parley/graph/neo4jstore"
	"parley/graph/neo4jstore/neo4jtest"
	"parley/graph/open"
	"parley/questions"
	"parley/schema"
)

var update = flag.Bool("update", false, "write the answers in testdata anew; read the difference")

// opening says how each store is opened and filled with the fixture.
var opening = map[string]func(t *testing.T) graph.Store{
	"model": func(t *testing.T) graph.Store { return fill(t, graphtest.NewModel(schema.Ontology()), nil) },
	"sqlite": func(t *testing.T) graph.Store {
		s, err := open.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "test.db"), schema.Ontology())
		return fill(t, s, err)
	},
	"neo4j": openNeo4j,
}

// neo4j is filled once for all tests, which only read.
var neo4j graph.Store

func openNeo4j(t *testing.T) graph.Store {
	t.Helper()
	if neo4j != nil {
		return neo4j
	}
	c := neo4jtest.Empty(t)
	s, err := neo4jstore.Open(t.Context(), neo4jstore.Config{URI: c.URI, Username: c.Username, Password: c.Password}, schema.Ontology())
	neo4j = fill(t, s, err)
	return neo4j
}

func fill(t *testing.T, s graph.Store, err error) graph.Store {
	t.Helper()
	if err == nil {
		_, err = s.Apply(t.Context(), fixture())
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// each runs a test on every store that can be had here.
func each(t *testing.T, test func(t *testing.T, s graph.Store)) {
	for _, name := range []string{"model", "sqlite", "neo4j"} {
		t.Run(name, func(t *testing.T) {
			s := opening[name](t)
			if name != "neo4j" {
				t.Cleanup(func() { _ = s.Close() })
			}
			test(t, s)
		})
	}
}

// ask answers a query, and tells how many statements that took.
func ask(t *testing.T, s graph.Store, query string, vars map[string]any) (string, int64) {
	t.Helper()
	var statements atomic.Int64
	ctx := graph.WithTrace(t.Context(), func(graph.Statement) { statements.Add(1) })
	out, err := json.MarshalIndent(gql.Execute(ctx, s, query, vars, ""), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out) + "\n", statements.Load()
}

// compact writes an answer on one line.
func compact(t *testing.T, s graph.Store, query string, vars map[string]any) string {
	t.Helper()
	out, _ := ask(t, s, query, vars)
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(out)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestQuestions(t *testing.T) {
	all, err := questions.All()
	if err != nil {
		t.Fatal(err)
	}
	each(t, func(t *testing.T, s graph.Store) {
		for _, q := range all {
			t.Run(q.Name, func(t *testing.T) {
				vars, err := q.Vars()
				if err != nil {
					t.Fatal(err)
				}
				got, statements := ask(t, s, q.Text, vars)
				if statements != 1 {
					t.Errorf("it took %d statements, want 1", statements)
				}
				golden(t, q.Name, got)
			})
		}
	})
}

// counted are operations, how many statements each takes, and another that has
// the same answer.
var counted = []struct {
	query      string
	statements int64
	like       string
}{
	{`{ whoMet(actor: "Trump", with: "Putin") { totalCount edges { node { id } } } }`, 1, ""},
	{`{ whoMet(actor: "person:trump", with: "person:putin") { totalCount edges { node { id } } } }`, 1,
		`{ whoMet(actor: "Trump", with: "Putin") { totalCount edges { node { id } } } }`},
	{`{ whoMet(actor: "person:trump", with: "Putin", status: [HELD]) { totalCount edges { node { id } } } }`, 1,
		`{ whoMet(actor: "Putin", with: "person:trump", status: [HELD]) { totalCount edges { node { id } } } }`},
	{`{ path(from: "person:umerov", to: "person:putin") { length steps { from { id } meeting { title } to { id } } } }`, 1,
		`{ path(from: "Umerov", to: "Putin") { length steps { from { id } meeting { title } to { id } } } }`},
	{`{ a: path(from: "person:umerov", to: "Putin") { length } b: whoMet(actor: "country:us", with: "country:russia") { totalCount } c: person(name: "person:trump") { name } }`, 3,
		`{ a: path(from: "Umerov", to: "person:putin") { length } b: whoMet(actor: "US", with: "Russia") { totalCount } c: person(name: "Trump") { name } }`},
	// "Jordan" is somebody's surname as well.
	{`{ whoMet(actor: "country:jordan", with: "US") { edges { node { id } } } }`, 1, `{ whoMet(actor: "Jordan", with: "US") { edges { node { id } } } }`},
	{`{ whoMet(actor: "Jordan", with: "US") { edges { node { id } } } }`, 2, ""},
	// Who is called like others can be told by ID only.
	{`{ path(from: "person:a-smith", to: "person:b-smith") { length } }`, 1, ""},
}

func TestOneStatementARootField(t *testing.T) {
	each(t, func(t *testing.T, s graph.Store) {
		for _, c := range counted {
			got, n := ask(t, s, c.query, nil)
			if n != c.statements {
				t.Errorf("%s takes %d statements, want %d", c.query, n, c.statements)
			}
			if strings.Contains(got, "errors") {
				t.Errorf("%s: %s", c.query, got)
			}
			if c.like == "" {
				continue
			}
			if want, _ := ask(t, s, c.like, nil); got != want {
				t.Errorf("%s gives\n%s, not as\n%s, which gives\n%s", c.query, got, c.like, want)
			}
		}
	})
}

// golden compares an answer with the one in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".json")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// answers are small operations with their whole answer.
var answers = []struct {
	name, query string
	vars        map[string]any
	want        string
}{
	{
		name:  "one field under two aliases with different arguments",
		query: `{ person(name: "witkoff") { a: meetings(first: 1, orderBy: {field: START}) { edges { node { id } } } b: meetings(where: {status: {eq: SCHEDULED}}) { totalCount e1: edges { node { x: participants(role: HOST) { totalCount } } } e2: edges { n: node { x: participants(first: 0) { totalCount } } } } } }`,
		want:  `{"data":{"person":{"a":{"edges":[{"node":{"id":"meeting:geneva"}}]},"b":{"totalCount":1,"e1":[{"node":{"x":{"totalCount":1}}}],"e2":[{"n":{"x":{"totalCount":5}}}]}}}}`,
	},
	{
		name: "fragments, and fields that differ by type",
		query: `query($yes: Boolean!, $no: Boolean!) { actors(where: {name: {in: ["NATO", "Kushner"]}}) { ...page } }
			fragment page on ActorConnection { edges { node { ...who ... on Person { m: meetings(first: 1, orderBy: [{field: START, direction: DESC}]) { edges { node { id } } } } ... on Organization { m: meetings(first: 2) { totalCount } } } } }
			fragment who on Actor { __typename id @skip(if: $yes) name @include(if: $yes) aliases @include(if: $no) }`,
		vars: map[string]any{"yes": true, "no": false},
		want: `{"data":{"actors":{"edges":[{"node":{"__typename":"Organization","name":"NATO","m":{"totalCount":0}}},{"node":{"__typename":"Person","name":"Jared Kushner","m":{"edges":[{"node":{"id":"meeting:moscow"}}]}}}]}}}`,
	},
	{
		name:  "depth 6",
		query: `{ person(name: "Kushner") { relatedTo { edges { kind node { name meetings { edges { node { place { name parent { name country { name organizations { totalCount } } } } } } } } } } } }`,
		want:  `{"data":{"person":{"relatedTo":{"edges":[{"kind":"son-in-law","node":{"name":"Donald Trump","meetings":{"edges":[{"node":{"place":{"name":"Anchorage","parent":{"name":"Alaska","country":{"name":"United States","organizations":{"totalCount":0}}}}}}]}}}]}}}}`,
	},
	{
		name:  "an unknown name is null",
		query: `{ person(name: "Nobody") { id } place(name: "") { id } whoMet(actor: "Nobody", with: "Putin") { totalCount edges { cursor } } path(from: "Nobody", to: "Putin") { length } node(id: "person:nobody") { id } meeting(id: "x") { id } }`,
		want:  `{"data":{"person":null,"place":null,"whoMet":{"totalCount":0,"edges":[]},"path":null,"node":null,"meeting":null}}`,
	},
	{
		name:  "an ambiguous name is an error with the candidates",
		query: `{ person(name: "SMITH") { id } }`,
		want:  `{"errors":[{"message":"\"SMITH\" may mean several: ask again with the full name or the ID of one of the candidates","path":["person"],"locations":[{"line":1,"column":3}],"extensions":{"candidates":[{"id":"person:a-smith","name":"Anna Smith","type":"Person"},{"id":"person:b-smith","name":"Bob Smith","type":"Person"}],"code":"AMBIGUOUS"}}],"data":{"person":null}}`,
	},
	{
		name:  "so in path",
		query: `{ path(from: "Smith", to: "Putin") { length } }`,
		want:  `{"errors":[{"message":"\"Smith\" may mean several: ask again with the full name or the ID of one of the candidates","path":["path"],"locations":[{"line":1,"column":3}],"extensions":{"candidates":[{"id":"person:a-smith","name":"Anna Smith","type":"Person"},{"id":"person:b-smith","name":"Bob Smith","type":"Person"}],"code":"AMBIGUOUS"}}],"data":{"path":null}}`,
	},
	{
		name:  "who is called so beats who has it as an alias, and an ID is taken for a name",
		query: `{ a: actor(name: "Jordan") { id } b: person(name: "Jordan") { id } c: person(name: "person:a-smith") { name } d: person(name: "country:us") { name } }`,
		want:  `{"data":{"a":{"id":"country:jordan"},"b":{"id":"person:m-jordan"},"c":{"name":"Anna Smith"},"d":null}}`,
	},
	{
		name: "so in whoMet, at every page",
		query: `{ a: whoMet(actor: "Jordan", with: "US") { totalCount edges { node { id } } } b: whoMet(actor: "person:m-jordan", with: "country:us", first: 1, where: {kind: {eq: VISIT}}) { totalCount pageInfo { hasNextPage } edges { node { id } } }
			c: whoMet(actor: "person:m-jordan", with: "Kremlin") { totalCount } d: whoMet(actor: "person:x", with: "US") { totalCount } e: path(from: "person:umerov", to: "country:russia") { length steps { to { id } } } f: path(from: "person:x", to: "Putin") { length } }`,
		want: `{"data":{"a":{"totalCount":1,"edges":[{"node":{"id":"meeting:aqaba"}}]},"b":{"totalCount":2,"pageInfo":{"hasNextPage":true},"edges":[{"node":{"id":"meeting:aqaba"}}]},"c":{"totalCount":0},"d":{"totalCount":0},"e":{"length":2,"steps":[{"to":{"id":"person:kushner"}},{"to":{"id":"country:russia"}}]},"f":null}}`,
	},
	{
		name:  "no path, and none without steps",
		query: `{ a: path(from: "NATO", to: "Putin") { length steps { meeting { id } } } b: path(from: "Putin", to: "Vladimir Putin") { length steps { meeting { id } } } c: path(from: "Umerov", to: "Putin", status: [CANCELLED]) { length steps { meeting { id kind } to { name } } } }`,
		want:  `{"data":{"a":{"length":null,"steps":[]},"b":{"length":0,"steps":[]},"c":{"length":1,"steps":[{"meeting":{"id":"meeting:call","kind":"CALL"},"to":{"name":"Vladimir Putin"}}]}}}`,
	},
	{
		name:  "null filters are absent, empty ones are not",
		query: `query($n: String, $w: MeetingWhere, $d: Date) { a: meetings(where: {topics: {some: {name: {contains: $n}}}, place: {within: $n}, start: {from: $d}, and: null, not: $w}) { totalCount } b: meetings(where: $w) { totalCount } c: meetings(where: {topics: {some: {}}}) { totalCount } d: meetings(where: {or: []}) { totalCount } e: meetings(where: {place: {}}) { totalCount } }`,
		want:  `{"data":{"a":{"totalCount":7},"b":{"totalCount":7},"c":{"totalCount":4},"d":{"totalCount":0},"e":{"totalCount":5}}}`,
	},
	{
		name:  "some, every, none, and, or, not",
		query: `{ a: meetings(where: {participants: {none: {name: {eq: "us"}}}}) { totalCount } b: meetings(where: {participants: {every: {type: PERSON}}}) { totalCount } c: meetings(where: {or: [{kind: {eq: CALL}}, {start: {isNull: false}, not: {status: {in: [HELD]}}}]}) { edges { node { id } } } d: people(where: {meetings: {some: {place: {country: {name: {eq: "Russia"}}}}}, represents: {some: {type: [COUNTRY], name: {startsWith: "unit"}}}}) { edges { node { id } } } }`,
		want:  `{"data":{"a":{"totalCount":2},"b":{"totalCount":2},"c":{"edges":[{"node":{"id":"meeting:call"}},{"node":{"id":"meeting:moscow"}}]},"d":{"edges":[{"node":{"id":"person:kushner"}},{"node":{"id":"person:witkoff"}}]}}}`,
	},
	{
		name:  "a place, or what it lies in",
		query: `{ a: meetings(where: {place: {within: "united states", name: {contains: "a"}}}) { edges { node { id } } } b: places(where: {within: "US"}) { edges { node { id } } } c: meetings(where: {not: {place: {within: "US"}}}) { totalCount } }`,
		want:  `{"data":{"a":{"edges":[{"node":{"id":"meeting:alaska"}},{"node":{"id":"meeting:aqaba"}},{"node":{"id":"meeting:florida"}}]},"b":{"edges":[{"node":{"id":"place:alaska"}},{"node":{"id":"place:anchorage"}},{"node":{"id":"place:florida"}}]},"c":{"totalCount":4}}}`,
	},
	{
		name:  "a document by ID and by URL",
		query: `{ a: document(id: "document:1") { title } b: document(id: "https://example.org/1") { id reports(first: 1) { totalCount edges { node { meeting { title } passages { mentions { totalCount } } } } } } node(id: "position:2") { ... on Position { seq on { __typename } } } }`,
		want:  `{"data":{"a":{"title":"Envoys in Moscow"},"b":{"id":"document:1","reports":{"totalCount":7,"edges":[{"node":{"meeting":{"title":"Talks called alaska"},"passages":[{"mentions":{"totalCount":0}}]}}]}},"node":{"seq":2,"on":[{"__typename":"Proposal"}]}}}`,
	},
	{
		name:  "counterparts of some status and time",
		query: `{ actor(name: "Putin") { a: counterparts(orderBy: [{field: LAST_MET, direction: DESC}]) { totalCount edges { meetings lastMet node { id } } } b: counterparts(status: [SCHEDULED], since: "2025-12", where: {type: [PERSON]}) { edges { node { id } } } } }`,
		want:  `{"data":{"actor":{"a":{"totalCount":1,"edges":[{"meetings":1,"lastMet":"2025-08-15","node":{"id":"person:trump"}}]},"b":{"edges":[{"node":{"id":"person:kushner"}},{"node":{"id":"person:witkoff"}}]}}}}`,
	},
	{
		name: "only what is likely to be right",
		query: `query($p: Probability) { a: meetings(where: {minConfidence: 0.4}, orderBy: [{field: CONFIDENCE, direction: DESC}]) { edges { node { id confidence } } } b: meetings(where: {minConfidence: $p}) { totalCount } c: whoMet(actor: "Putin", with: "Trump", minConfidence: 0.95) { totalCount } d: path(from: "Trump", to: "Putin", minConfidence: 0.9) { length }
			e: actor(name: "Putin") { counterparts(status: [HELD, SCHEDULED], minConfidence: 0.5) { edges { node { id } } } meetings(where: {reports: {some: {minConfidence: 1}}}) { totalCount } } f: meetings(where: {minConfidence: null}) { totalCount } g: meetings(where: {confidence: {to: 0.5}}) { totalCount } }`,
		vars: map[string]any{"p": 0.5},
		want: `{"data":{"a":{"edges":[{"node":{"id":"meeting:alaska","confidence":0.9}},{"node":{"id":"meeting:moscow","confidence":0.4}}]},"b":{"totalCount":1},"c":{"totalCount":0},"d":{"length":1},"e":{"counterparts":{"edges":[{"node":{"id":"person:trump"}}]},"meetings":{"totalCount":0}},"f":{"totalCount":7},"g":{"totalCount":1}}}`,
	},
	{
		name:  "search for one kind of thing",
		query: `{ search(text: "\"security guarantee\"", type: [TOPIC]) { totalCount edges { highlight node { id } } } none: search(text: "?!") { totalCount } }`,
		want:  `{"data":{"search":{"totalCount":1,"edges":[{"highlight":"**security** **guarantees**","node":{"id":"topic:guarantees"}}]},"none":{"totalCount":0}}}`,
	},
	{
		name:  "facets of positions",
		query: `{ positions(first: 0) { facets { byAct { key count } byMonth { key count } byActor(first: 1) { count node { name } } } } }`,
		want:  `{"data":{"positions":{"facets":{"byAct":[{"key":"REJECTS","count":2},{"key":"DEMANDS","count":1},{"key":"OFFERS","count":1}],"byMonth":[{"key":"2025-12","count":4}],"byActor":[{"count":2,"node":{"name":"Russia"}}]}}}}`,
	},
}

func TestAnswers(t *testing.T) {
	each(t, func(t *testing.T, s graph.Store) {
		for _, a := range answers {
			t.Run(a.name, func(t *testing.T) {
				if got := compact(t, s, a.query, a.vars); got != a.want {
					t.Errorf("got  %s\nwant %s", got, a.want)
				}
			})
		}
	})
}

// refusals are requests that are the caller's mistake, with the code and a
// part of the message that they get.
var refusals = []struct {
	query string
	vars  map[string]any
	code  string
	text  string
}{
	{`{ people(first: 1, last: 1) { totalCount } }`, nil, gql.CodeInput, "first or last, not both"},
	{`{ people(first: -1) { totalCount } }`, nil, gql.CodeInput, "people.first is -1: it must be from 0 to 500"},
	{`{ people(last: 501) { totalCount } }`, nil, gql.CodeInput, "people.last is 501: it must be from 0 to 500"},
	{`{ meetings { facets { byTopic(first: 501) { count } } } }`, nil, gql.CodeInput, "byTopic.first is 501"},
	{`{ person(name: "Putin") { meetings(first: 1000) { totalCount } } }`, nil, gql.CodeInput, "meetings.first is 1000"},
	{`{ people(after: "nonsense") { edges { cursor } } }`, nil, gql.CodeCursor, "people.after is not a cursor"},
	{`{ people(after: "") { edges { cursor } } }`, nil, gql.CodeCursor, "people.after is not a cursor"},
	{`{ path(from: "Putin", to: "Trump", maxMeetings: 7) { length } }`, nil, gql.CodeInput, "path.maxMeetings is 7: it must be from 1 to 6"},
	{`query Q($w: MeetingWhere) { meetings(where: $w) { totalCount } }`, map[string]any{"w": nested(40)}, gql.CodeInput, "meetings.where is nested 42 deep: at most 32 is allowed"},
	{`{ meetings(where: {start: {from: "2025-02-30"}}) { totalCount } }`, nil, gql.CodeInput, `"2025-02-30" is not a date: write YYYY, YYYY-MM or YYYY-MM-DD`},
	{`{ meetings(where: {and: [{start: {eq: 2025}}]}) { totalCount } }`, nil, gql.CodeInput, "2025 is not a date: write it as a text"},
	{`query($d: Date) { whoMet(actor: "Putin", with: "Trump", since: $d) { totalCount } }`, map[string]any{"d": "August"}, gql.CodeInput, `$d: "August" is not a date`},
	{`query($w: MeetingWhere) { meetings(where: $w) { totalCount } }`, map[string]any{"w": map[string]any{"or": []any{map[string]any{"start": map[string]any{"to": 2025}}}}}, gql.CodeInput, `$w.or[0].start.to: 2025 is not a date`},
	{`{ meetings(where: {minConfidence: 60}) { totalCount } }`, nil, gql.CodeInput, "60 is not a probability: write a number from 0 to 1"},
	{`{ path(from: "Putin", to: "Trump", minConfidence: "high") { length } }`, nil, gql.CodeInput, "high is not a probability"},
	{`query($p: Probability) { meetings(where: {minConfidence: $p}) { totalCount } }`, map[string]any{"p": -0.1}, gql.CodeInput, "$p: -0.1 is not a probability"},
	{`{ nothing }`, nil, "GRAPHQL_VALIDATION_FAILED", "nothing"},
	{`{ people`, nil, "GRAPHQL_PARSE_FAILED", ""},
	{`query($n: String!) { person(name: $n) { id } }`, nil, "GRAPHQL_VALIDATION_FAILED", "must be defined"},
}

func TestInfoCountsNodes(t *testing.T) {
	got := compact(t, opening["model"](t), `{ info { kind nodes { key count } edges } }`, nil)
	if !strings.Contains(got, `{"key":"Meeting","count":7}`) {
		t.Errorf("got %s", got)
	}
}

// nested is a filter within n negations.
func nested(n int) any {
	var w any = map[string]any{"title": map[string]any{"contains": "x"}}
	for range n {
		w = map[string]any{"not": w}
	}
	return w
}

func TestRefusals(t *testing.T) {
	s := opening["model"](t)
	for _, r := range refusals {
		resp := gql.Execute(t.Context(), s, r.query, r.vars, "")
		if len(resp.Errors) != 1 || resp.Errors[0].Extensions["code"] != r.code || !strings.Contains(resp.Errors[0].Message, r.text) {
			t.Errorf("%s: got %v, want %s %q", r.query, resp.Errors, r.code, r.text)
		}
	}
}

func TestACursorOfAnotherOrderIsRefused(t *testing.T) {
	s := opening["model"](t)
	var page struct {
		Data struct {
			Meetings struct{ PageInfo struct{ EndCursor string } }
		}
	}
	decode(t, compact(t, s, `{ meetings(first: 2, orderBy: {field: START}) { pageInfo { endCursor } } }`, nil), &page)
	got := compact(t, s, `query($c: String) { meetings(after: $c, orderBy: {field: TITLE}) { totalCount } }`, map[string]any{"c": page.Data.Meetings.PageInfo.EndCursor})
	if !strings.Contains(got, "cursor of another order") || !strings.Contains(got, gql.CodeCursor) {
		t.Errorf("got %s", got)
	}
}

func decode(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatal(err)
	}
}

// TestPagesWalkThroughEverything goes forwards and backwards through the
// meetings, by start (with ties and an absent one), at every page size.
func TestPagesWalkThroughEverything(t *testing.T) {
	want := []string{"meeting:alaska", "meeting:aqaba", "meeting:chicago", "meeting:geneva", "meeting:florida", "meeting:moscow", "meeting:call"}
	each(t, func(t *testing.T, s graph.Store) {
		for size := 1; size <= len(want)+1; size++ {
			if got := walk(t, s, `query($n: Int, $c: String) { meetings(first: $n, after: $c, orderBy: [{field: START}]) { ...page } }`+page, size, false); !slices.Equal(got, want) {
				t.Errorf("first %d: got %v, want %v", size, got, want)
			}
			if got := walk(t, s, `query($n: Int, $c: String) { meetings(last: $n, before: $c, orderBy: [{field: START}]) { ...page } }`+page, size, true); !slices.Equal(got, want) {
				t.Errorf("last %d: got %v, want %v", size, got, want)
			}
		}
	})
}

const page = ` fragment page on MeetingConnection { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } }`

func walk(t *testing.T, s graph.Store, query string, size int, back bool) []string {
	t.Helper()
	var all []string
	vars := map[string]any{"n": size}
	for range 20 {
		var page struct {
			Data struct {
				Meetings struct {
					PageInfo struct {
						HasNextPage, HasPreviousPage bool
						StartCursor, EndCursor       string
					}
					Edges []struct{ Node struct{ ID string } }
				}
			}
		}
		decode(t, compact(t, s, query, vars), &page)
		m := page.Data.Meetings
		var ids []string
		for _, e := range m.Edges {
			ids = append(ids, e.Node.ID)
		}
		if wasFirst := vars["c"] == nil; back && wasFirst == m.PageInfo.HasNextPage || !back && wasFirst == m.PageInfo.HasPreviousPage {
			t.Errorf("size %d: the way back is told wrongly", size)
		}
		if back {
			all = append(ids, all...)
			vars["c"] = m.PageInfo.StartCursor
		} else {
			all = append(all, ids...)
			vars["c"] = m.PageInfo.EndCursor
		}
		if back && !m.PageInfo.HasPreviousPage || !back && !m.PageInfo.HasNextPage {
			break
		}
	}
	return all
}
