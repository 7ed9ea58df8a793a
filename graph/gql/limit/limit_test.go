package limit_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"parley/graph/gql/limit"
)

// sdl has the forms that limits tell apart: a connection, a plain list, a list
// that takes first, an object, a scalar.
var sdl = gqlparser.MustLoadSchema(&ast.Source{Input: `
	enum Status { HELD SCHEDULED }
	type Query { person(name: String): Person meetings(first: Int, last: Int, status: Status): Meetings! }
	type Person { name: String meetings(first: Int, last: Int): Meetings! }
	type Meetings { totalCount: Int edges: [MeetingEdge!]! facets: Facets! }
	type MeetingEdge { cursor: String node: Meeting! }
	type Meeting { title: String people(first: Int, last: Int): People! topics: [Topic!]! }
	type People { edges: [PersonEdge!]! }
	type PersonEdge { role: String node: Person! }
	type Topic { name: String }
	type Facets { byTopic(first: Int): [Topic!]! }
`})

// create asks an executor with these limits whether it would run an operation.
func create(l limit.Limits, s limit.Switches, query string, vars map[string]any) (*graphql.OperationContext, gqlerror.List) {
	es := &graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return sdl }}
	exec := executor.New(es)
	limit.Install(exec, l, s)
	ctx := graphql.StartOperationTrace(context.Background())
	return exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: vars})
}

var open = limit.Switches{Introspection: true, Suggestions: true}

// refusal wants exactly one error and returns it.
func refusal(t *testing.T, l limit.Limits, query string) *gqlerror.Error {
	t.Helper()
	_, errs := create(l, open, query, nil)
	if len(errs) != 1 {
		t.Fatalf("errors = %v, want one", errs)
	}
	return errs[0]
}

func TestEachLimitAdmitsItsFigureAndRefusesOneMore(t *testing.T) {
	for _, c := range []struct {
		code     string
		set      func(*limit.Limits, int)
		query    string
		measured int
		says     string
	}{
		{limit.CodeBytes, func(l *limit.Limits, n int) { l.Bytes = n }, `{person{name}}`, 14,
			"the query is 14 bytes long; at most 13 are allowed"},
		{limit.CodeDepth, func(l *limit.Limits, n int) { l.Depth = n }, `{person{meetings{edges{node{title}}}}}`, 3,
			"the query is 3 fields deep, edges and node not counted; at most 2 are allowed"},
		{limit.CodeDepth, func(l *limit.Limits, n int) { l.Depth = n },
			`{person{meetings{...C}}} fragment C on Meetings{edges{...E}} fragment E on MeetingEdge{node{title}}`, 3,
			"3 fields deep"},
		{limit.CodeFields, func(l *limit.Limits, n int) { l.Fields = n }, `{person{name ...N ...N}} fragment N on Person{name}`, 4,
			"the query has 4 fields"},
		{limit.CodeAliases, func(l *limit.Limits, n int) { l.Aliases = n }, `{a:person{name ...N} b:person{...N}} fragment N on Person{n:name}`, 4,
			"the query has 4 aliases"},
		{limit.CodeRepeats, func(l *limit.Limits, n int) { l.Repeats = n }, `{person{name ...N ...on Person{name}}} fragment N on Person{name}`, 3,
			"repeats one field 3 times in the same place"},
		{limit.CodeDirectives, func(l *limit.Limits, n int) { l.Directives = n }, `{person @skip(if:false){name @include(if:true) ...@include(if:true){name}}}`, 3,
			"the query has 3 directives"},
		{limit.CodeCost, func(l *limit.Limits, n int) { l.Cost = n }, `{meetings(first:500){edges{node{title}}}}`, 501,
			"the query asks for up to 501 records; at most 500 are allowed"},
	} {
		t.Run(c.code, func(t *testing.T) {
			var l limit.Limits
			c.set(&l, c.measured)
			if _, errs := create(l, open, c.query, nil); errs != nil {
				t.Fatalf("refused at its own figure: %v", errs)
			}
			c.set(&l, c.measured-1)
			err := refusal(t, l, c.query)
			if err.Extensions["code"] != c.code || err.Extensions["measured"] != c.measured || err.Extensions["allowed"] != c.measured-1 {
				t.Errorf("extensions = %v", err.Extensions)
			}
			if !strings.Contains(err.Message, c.says) {
				t.Errorf("message = %q, want it to say %q", err.Message, c.says)
			}
		})
	}
}

func TestTokens(t *testing.T) {
	const query = `{person{name}}`
	if _, errs := create(limit.Limits{Tokens: 100}, open, query, nil); errs != nil {
		t.Fatal(errs)
	}
	err := refusal(t, limit.Limits{Tokens: 4}, query)
	if err.Extensions["code"] != limit.CodeTokens || !strings.Contains(err.Message, "at most 4 are allowed") {
		t.Errorf("%q %v", err.Message, err.Extensions)
	}
}

func TestZeroIsNoLimit(t *testing.T) {
	query := `{meetings(first:500){edges{node{people(first:500){edges{node{name}}}}}}}`
	if _, errs := create(limit.Limits{}, open, query, nil); errs != nil {
		t.Error(errs)
	}
}

func TestRecords(t *testing.T) {
	for _, c := range []struct {
		query string
		vars  map[string]any
		want  int
	}{
		{`{person{name}}`, nil, 1},
		{`{meetings{totalCount}}`, nil, 1},
		{`{meetings(first:0){facets{byTopic(first:10){name}}}}`, nil, 1 + 1 + 10},
		{`{meetings{edges{cursor}}}`, nil, 1 + 20},
		{`{meetings(last:7){edges{node{title}}}}`, nil, 1 + 7},
		{`{meetings(first:10){edges{node{topics{name}}}}}`, nil, 1 + 10*(1+5)},
		{`{meetings(first:10){edges{node{people(first:3){edges{node{name}}}}}}}`, nil, 1 + 10*(1+1+3)},
		{`query($n:Int=4){meetings(first:$n){edges{node{title}}}}`, nil, 1 + 4},
		{`query($n:Int){meetings(first:$n){edges{node{title}}}}`, map[string]any{"n": 9}, 1 + 9},
		{`query($n:Int){meetings(first:$n){edges{node{title}}}}`, map[string]any{"n": nil}, 1 + 20},
		{`query($n:Int){meetings(first:$n){edges{node{title}}}}`, map[string]any{"n": -5}, 1},
		{`query($y:Boolean!){person @include(if:$y){name} meetings @skip(if:true){totalCount}}`, map[string]any{"y": false}, 0},
		{`{a:meetings(first:2){...E} b:meetings(first:3){...E}} fragment E on Meetings{edges{cursor}}`, nil, 1 + 2 + 1 + 3},
		{`{__schema{types{name fields{name}}}}`, nil, 0},
	} {
		op, errs := create(limit.Limits{}, open, c.query, c.vars)
		if errs != nil {
			t.Fatalf("%s: %v", c.query, errs)
		}
		if got := limit.Records(op.Operation, op.Variables); got != c.want {
			t.Errorf("%s with %v: %d records, want %d", c.query, c.vars, got, c.want)
		}
	}
}

func TestDefaultRefusesThreeFullPages(t *testing.T) {
	err := refusal(t, limit.Default(), `{meetings(first:500){edges{node{people(first:500){edges{node{meetings(first:500){edges{node{title}}}}}}}}}}`)
	if err.Extensions["code"] != limit.CodeCost || !strings.Contains(err.Message, "125,501,001 records") {
		t.Errorf("%q %v", err.Message, err.Extensions)
	}
}

func TestDefaultAdmitsSixConnectionsInsideEachOther(t *testing.T) {
	query := `{person{meetings(first:2){edges{node{people(first:2){edges{node{meetings(first:2){edges{node{
		people(first:2){edges{node{meetings(first:2){edges{node{people(first:2){edges{node{name}}}}}}}}}}}}}}}}}}}}`
	if _, errs := create(limit.Default(), open, query, nil); errs != nil {
		t.Error(errs)
	}
}

// graphiQL is the introspection query that GraphiQL sends, in full.
const graphiQL = `query IntrospectionQuery { __schema { description queryType { name } mutationType { name } subscriptionType { name }
	types { ...FullType } directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
	fragment FullType on __Type { kind name description specifiedByURL isOneOf
		fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
		inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
		enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
	fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
	fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
		ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }`

func TestIntrospectionSwitch(t *testing.T) {
	op, errs := create(limit.Default(), open, graphiQL, nil)
	if errs != nil || op.DisableIntrospection {
		t.Fatalf("the full introspection query is refused: %v", errs)
	}
	for _, query := range []string{graphiQL, `{...{__type(name:"Query"){name}}}`, `{...F} fragment F on Query{__schema{queryType{name}}}`} {
		_, errs := create(limit.Default(), limit.Switches{}, query, nil)
		if len(errs) != 1 || errs[0].Extensions["code"] != limit.CodeIntrospection {
			t.Errorf("%.30s: %v", query, errs)
		}
	}
	if _, errs := create(limit.Default(), limit.Switches{}, `{__typename person{__typename}}`, nil); errs != nil {
		t.Errorf("__typename is refused: %v", errs)
	}
}

func TestSuggestionsSwitch(t *testing.T) {
	for _, query := range []string{
		`{persom{name}}`,
		`{person(nam:"x"){name}}`,
		`{person}`,
		`{meetings(status:HEL){totalCount}}`,
		`{person{...N}} fragment N on Persom{name}`,
	} {
		says := func(s limit.Switches) bool {
			_, errs := create(limit.Default(), s, query, nil)
			if errs == nil {
				t.Fatalf("%s is admitted", query)
			}
			return strings.Contains(errs.Error(), "Did you mean")
		}
		if !says(open) {
			t.Errorf("%s: no suggestion with the switch on", query)
		}
		if says(limit.Switches{Introspection: true}) {
			t.Errorf("%s: a suggestion with the switch off", query)
		}
	}
}

func TestSyntaxErrorIsTheParsersOwn(t *testing.T) {
	err := refusal(t, limit.Default(), `{person{`)
	if err.Extensions["code"] != "GRAPHQL_PARSE_FAILED" {
		t.Errorf("%q %v", err.Message, err.Extensions)
	}
}

// bomb has n fragments, each spreading the next twice: 2^n fields.
func bomb(n int) string {
	var b strings.Builder
	b.WriteString(`{person{...F0}}`)
	for i := range n {
		fmt.Fprintf(&b, ` fragment F%d on Person{...F%d ...F%d}`, i, i+1, i+1)
	}
	fmt.Fprintf(&b, ` fragment F%d on Person{name}`, n)
	return b.String()
}

// nestedBomb goes a connection deeper with each fragment.
func nestedBomb(n int) string {
	var b strings.Builder
	b.WriteString(`{person{...F0}}`)
	for i := range n {
		fmt.Fprintf(&b, ` fragment F%d on Person{a:meetings{edges{node{people{edges{node{...F%d}}}}}} b:meetings{edges{node{people{edges{node{...F%d}}}}}}}`, i, i+1, i+1)
	}
	fmt.Fprintf(&b, ` fragment F%d on Person{name}`, n)
	return b.String()
}

func TestHostileDocumentsEndSoon(t *testing.T) {
	for name, query := range map[string]string{
		"bomb":           bomb(200),
		"nested bomb":    nestedBomb(60),
		"self":           `{person{...A}} fragment A on Person{name ...A}`,
		"cycle of two":   `{person{...A}} fragment A on Person{meetings{edges{node{people{edges{node{...B}}}}}}} fragment B on Person{...A ...A}`,
		"unused cycle":   `{person{name}} fragment A on Person{...A ...A}`,
		"many repeats":   `{person{` + strings.Repeat("name ", 4000) + `}}`,
		"deep inline":    `{person` + strings.Repeat(`{...`, 1500) + `{name}` + strings.Repeat(`}`, 1500) + `}`,
		"deep lists":     `{person(name:` + strings.Repeat(`[`, 2000) + strings.Repeat(`]`, 2000) + `){name}}`,
		"many unknown":   `{person{` + strings.Repeat("...X ", 2000) + `}}`,
		"spread in many": `{person{` + strings.Repeat("...F ", 1500) + `}} fragment F on Person{` + strings.Repeat("name ", 900) + `}`,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, errs := create(limit.Default(), open, query, nil)
			if errs == nil {
				t.Error("admitted")
			}
			for _, err := range errs {
				if err.Extensions["code"] == nil {
					t.Errorf("no code: %v", err)
				}
			}
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestAdmittedTextStaysAdmittedButVariablesAreCountedAnew(t *testing.T) {
	es := &graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return sdl }}
	exec := executor.New(es)
	limit.Install(exec, limit.Limits{Cost: 100}, open)
	ask := func(n int) error {
		ctx := graphql.StartOperationTrace(context.Background())
		_, errs := exec.CreateOperationContext(ctx, &graphql.RawParams{
			Query: `query($n:Int){meetings(first:$n){edges{node{title}}}}`, Variables: map[string]any{"n": n}})
		if errs == nil {
			return nil
		}
		return errors.New(errs.Error())
	}
	if err := ask(10); err != nil {
		t.Error(err)
	}
	if ask(500) == nil {
		t.Error("500 records are admitted where 100 are allowed")
	}
	if err := ask(10); err != nil {
		t.Error(err)
	}
}

func TestDefaultsAreThoseOfTheTags(t *testing.T) {
	v := reflect.ValueOf(limit.Default())
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if got, tag := fmt.Sprint(v.Field(i)), f.Tag.Get("default"); got != tag || f.Tag.Get("help") == "" {
			t.Errorf("%s: Default has %s, the tag says %q with help %q", f.Name, got, tag, f.Tag.Get("help"))
		}
	}
}
