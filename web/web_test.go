package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/graph"
	"parley/graph/gql/limit"
	"parley/web"
)

// start serves a configuration until the test ends; what isn't set is open.
func start(t *testing.T, cfg web.Config) *httptest.Server {
	t.Helper()
	if cfg.Schema == nil {
		cfg.Schema = answering(library)
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	s := httptest.NewServer(web.New(cfg))
	t.Cleanup(s.Close)
	return s
}

var open = web.Config{Introspection: true, Suggestions: true}

// request is one exchange: headers as "Name: value".
type request struct {
	method, path, body string
	headers            []string
}

// reply is what came back.
type reply struct {
	*http.Response
	text string
}

func send(t *testing.T, s *httptest.Server, q request) reply {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), q.method, s.URL+q.path, strings.NewReader(q.body))
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range q.headers {
		name, value, _ := strings.Cut(h, ": ")
		if name == "Host" {
			r.Host = value
		}
		r.Header.Add(name, value)
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{res, string(text)}
}

// code is the first error's extensions.code.
func (r reply) code(t *testing.T) string {
	t.Helper()
	var body struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal([]byte(r.text), &body); err != nil || len(body.Errors) == 0 || body.Errors[0].Message == "" {
		t.Fatalf("no error in %q", r.text)
	}
	return body.Errors[0].Extensions.Code
}

const (
	inJSON    = "Content-Type: application/json"
	asJSON    = "Accept: application/json"
	asGraphQL = "Accept: application/graphql-response+json"
)

func post(body string, headers ...string) request {
	return request{http.MethodPost, "/graphql", body, append([]string{inJSON}, headers...)}
}

func get(query string, headers ...string) request {
	return request{http.MethodGet, "/graphql?" + query, "", headers}
}

func TestAnswersAQuery(t *testing.T) {
	s := start(t, open)
	const want = `{"data":{"person":{"name":"Ana"}}}`
	for _, q := range []request{
		post(`{"query":"query($n:String!){person(name:$n){name}}","variables":{"n":"Ana"}}`),
		post(`{"query":"query A{person(name:\"Ana\"){name}} query B{meetings{totalCount}}","operationName":"A","extensions":{}}`),
		get("query="+url.QueryEscape(`query($n:String!){person(name:$n){name}}`)+"&variables="+url.QueryEscape(`{"n":"Ana"}`), asJSON),
		get("query="+url.QueryEscape(`{person(name:"Ana"){name}}`), "GraphQL-Require-Preflight: 1"),
		get("query="+url.QueryEscape(`{person(name:"Ana"){name}}`), "X-Requested-With: notebook"),
		get("query="+url.QueryEscape(`{person(name:"Ana"){name}}`), inJSON),
	} {
		if r := send(t, s, q); r.StatusCode != 200 || r.text != want {
			t.Errorf("%s %s %v: %d %s", q.method, q.path, q.headers, r.StatusCode, r.text)
		}
	}
}

const typename = "query=%7B__typename%7D"

// refusals are requests that get an error, with what it has to say.
var refusals = []struct {
	name   string
	send   request
	status int
	code   string
	says   string
}{
	{"batch", post(`[{"query":"{__typename}"}]`), 400, "BATCHING_NOT_SUPPORTED", "send each in a request of its own"},
	{"empty", post(``), 400, "BAD_REQUEST", "the body is empty"},
	{"not JSON", post(`{"query": nope}`), 400, "BAD_REQUEST", "isn't a JSON object"},
	{"two values", post(`{"query":"{__typename}"} {}`), 400, "BAD_REQUEST", "isn't a JSON object"},
	{"not an object", post(`"{__typename}"`), 400, "BAD_REQUEST", "isn't a JSON object"},
	{"null", post(`null`), 400, "BAD_REQUEST", "isn't a JSON object"},
	{"not UTF-8", post("{\"query\":\"{__typename} # \xff\"}"), 400, "BAD_REQUEST", "UTF-8"},
	{"no query", post(`{"QUERY":"{__typename}"}`), 400, "BAD_REQUEST", "has no query"},
	{"query a number", post(`{"query":1}`), 400, "BAD_REQUEST", "query is a number; it has to be a string"},
	{"variables a list", post(`{"query":"{__typename}","variables":[]}`), 400, "BAD_REQUEST", "variables is a list; it has to be an object"},
	{"too long", post(`{"query":"` + strings.Repeat(" ", 3000) + `"}`), 413, "BODY_TOO_LARGE", "2000 bytes"},
	{"form", request{"POST", "/graphql", typename, []string{"Content-Type: application/x-www-form-urlencoded"}}, 415, "UNSUPPORTED_MEDIA_TYPE", "send it as application/json"},
	{"no type", request{"POST", "/graphql", `{"query":"{__typename}"}`, nil}, 415, "UNSUPPORTED_MEDIA_TYPE", ""},
	{"charset", request{"POST", "/graphql", `{}`, []string{"Content-Type: application/json; charset=latin1"}}, 415, "UNSUPPORTED_MEDIA_TYPE", "latin1"},
	{"encoding", post(`{}`, "Content-Encoding: br"), 415, "UNSUPPORTED_MEDIA_TYPE", "br"},
	{"not acceptable", post(`{"query":"{__typename}"}`, "Accept: text/html"), 406, "NOT_ACCEPTABLE", "graphql-response+json"},
	{"method", request{"PUT", "/graphql", "", []string{asJSON}}, 405, "METHOD_NOT_ALLOWED", "PUT"},
	{"plain form GET", get(typename, "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"), 400, "PREFLIGHT_REQUIRED", "GraphQL-Require-Preflight"},
	{"image GET", get(typename, "Accept: image/avif,image/webp,*/*;q=0.8"), 400, "PREFLIGHT_REQUIRED", ""},
	{"script GET", get(typename, "Accept: */*"), 400, "PREFLIGHT_REQUIRED", ""},
	{"GET variables", get(typename+"&variables=%7B", asJSON), 400, "BAD_REQUEST", "variables isn't JSON"},
	{"GET mutation", get("query="+url.QueryEscape(`mutation{forget(name:"x"){name}}`), asJSON), 405, "METHOD_NOT_ALLOWED", "POST"},
	{"several operations", post(`{"query":"query A{__typename} query B{__typename}"}`, asGraphQL), 400, "GRAPHQL_VALIDATION_FAILED", `several operations (\"A\", \"B\")`},
	{"no such operation", post(`{"query":"query A{__typename}","operationName":"C"}`, asGraphQL), 400, "GRAPHQL_VALIDATION_FAILED", `no operation \"C\"; it has \"A\"`},
	{"limit as JSON", post(`{"query":"{person(name:\"x\"){meetings{edges{node{title}}}}}"}`, asJSON), 200, "QUERY_TOO_DEEP", "3 fields deep"},
	{"limit as GraphQL", post(`{"query":"{person(name:\"x\"){meetings{edges{node{title}}}}}"}`, asGraphQL), 400, "QUERY_TOO_DEEP", "at most 2 are allowed"},
	{"syntax as JSON", post(`{"query":"{"}`, asJSON), 200, "GRAPHQL_PARSE_FAILED", ""},
	{"syntax as GraphQL", post(`{"query":"{"}`, asGraphQL), 400, "GRAPHQL_PARSE_FAILED", ""},
	{"coercion", post(`{"query":"query($n:String!){person(name:$n){name}}"}`, asGraphQL), 400, "GRAPHQL_VALIDATION_FAILED", ""},
	{"foreign page", post(`{"query":"{__typename}"}`, "Origin: https://evil.example"), 403, "CROSS_ORIGIN", "evil.example"},
	{"foreign fetch", get(typename, asJSON, "Sec-Fetch-Site: cross-site"), 403, "CROSS_ORIGIN", ""},
}

func TestRefusals(t *testing.T) {
	s := start(t, web.Config{Introspection: true, MaxBody: 2000, Limits: limit.Limits{Depth: 2}})
	for _, c := range refusals {
		t.Run(c.name, func(t *testing.T) {
			r := send(t, s, c.send)
			if r.StatusCode != c.status {
				t.Fatalf("status %d, want %d: %s", r.StatusCode, c.status, r.text)
			}
			if c.code == "" {
				return
			}
			if got := r.code(t); got != c.code || !strings.Contains(r.text, c.says) {
				t.Errorf("code %s, want %s; %s should say %q", got, c.code, r.text, c.says)
			}
			if strings.Contains(r.text, `"data"`) {
				t.Errorf("a data entry where nothing ran: %s", r.text)
			}
			if c.status == 405 && r.Header.Get("Allow") == "" {
				t.Error("405 without Allow")
			}
		})
	}
}

func TestAcceptDecidesTheMediaType(t *testing.T) {
	s := start(t, open)
	for accept, want := range map[string]string{
		"":                                  "application/json",
		"*/*":                               "application/json",
		"application/*":                     "application/json",
		"application/json":                  "application/json",
		"application/graphql-response+json": "application/graphql-response+json",
		"application/graphql-response+json, application/json;q=0.9":        "application/graphql-response+json",
		"application/graphql-response+json;q=0.5, application/json;q=0.9":  "application/json",
		"application/graphql-response+json;charset=utf-8, */*;q=0.1":       "application/graphql-response+json",
		"application/graphql-response+json;q=0, */*":                       "application/json",
		"application/json;q=0, application/*":                              "application/graphql-response+json",
		"text/html, application/graphql-response+json;charset=latin1, */*": "application/json",
		"application/json, application/graphql-response+json":              "application/json",
		"*/*, application/graphql-response+json":                           "application/graphql-response+json",
	} {
		r := send(t, s, post(`{"query":"{__typename}"}`, "Accept: "+accept))
		if got := r.Header.Get("Content-Type"); r.StatusCode != 200 || got != want+"; charset=utf-8" {
			t.Errorf("Accept %q: %d %s, want %s", accept, r.StatusCode, got, want)
		}
	}
}

func TestHealth(t *testing.T) {
	var mu sync.Mutex
	var down error
	cfg := open
	cfg.Ready = func(context.Context) error { mu.Lock(); defer mu.Unlock(); return down }
	s := start(t, cfg)
	status := func(path string) int { return send(t, s, request{http.MethodGet, path, "", nil}).StatusCode }
	if status("/healthz") != 200 || status("/readyz") != 200 {
		t.Error("not healthy and ready")
	}
	mu.Lock()
	down = errors.New("bolt://secret: refused")
	mu.Unlock()
	r := send(t, s, request{http.MethodGet, "/readyz", "", nil})
	if r.StatusCode != 503 || strings.Contains(r.text, "secret") || status("/healthz") != 200 {
		t.Errorf("%d %s", r.StatusCode, r.text)
	}
}

func TestTimeLimitReachesTheStore(t *testing.T) {
	ended := make(chan error, 1)
	cfg := open
	cfg.Timeout = 50 * time.Millisecond
	cfg.Schema = answering(func(ctx context.Context, _ string, _ map[string]any) (any, error) {
		<-ctx.Done()
		ended <- ctx.Err()
		return nil, graph.ErrTimeout
	})
	r := send(t, start(t, cfg), post(`{"query":"{meetings{totalCount}}"}`))
	if err := <-ended; !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the store's context ended with %v", err)
	}
	if r.StatusCode != 200 || r.code(t) == "" {
		t.Errorf("%d %s", r.StatusCode, r.text)
	}
}

func TestTimeLimitIsToldWhereTheAnswerCameTooLate(t *testing.T) {
	cfg := open
	cfg.Timeout = 20 * time.Millisecond
	cfg.Schema = answering(func(ctx context.Context, _ string, _ map[string]any) (any, error) {
		<-ctx.Done()
		return meetings(1), nil
	})
	r := send(t, start(t, cfg), post(`{"query":"{meetings{totalCount}}"}`))
	if r.StatusCode != 503 || r.code(t) != "TIMEOUT" || !strings.Contains(r.text, "longer than the 20ms that are allowed") {
		t.Errorf("%d %s", r.StatusCode, r.text)
	}
}

func TestClientGoneReachesTheStore(t *testing.T) {
	began, ended := make(chan struct{}), make(chan error, 1)
	cfg := open
	cfg.Schema = answering(func(ctx context.Context, _ string, _ map[string]any) (any, error) {
		close(began)
		<-ctx.Done()
		ended <- ctx.Err()
		return nil, ctx.Err()
	})
	s := start(t, cfg)
	ctx, cancel := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL+"/graphql", strings.NewReader(`{"query":"{meetings{totalCount}}"}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	go func() { <-began; cancel() }()
	if res, err := http.DefaultClient.Do(r); err == nil {
		res.Body.Close()
		t.Error("an answer for a client that went away")
	}
	select {
	case err := <-ended:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the store's context ended with %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Error("the store's context didn't end")
	}
}

// lines collects a log.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestPanicIsLoggedAndNotTold(t *testing.T) {
	var log lines
	cfg := open
	cfg.Logger = slog.New(slog.NewJSONHandler(&log, nil))
	cfg.Schema = answering(func(context.Context, string, map[string]any) (any, error) { panic("MATCH (n) RETURN n") })
	r := send(t, start(t, cfg), post(`{"query":"{meetings{totalCount}}"}`))
	if r.StatusCode != 500 || r.code(t) != "INTERNAL" || strings.Contains(r.text, "MATCH") {
		t.Errorf("%d %s", r.StatusCode, r.text)
	}
	if !strings.Contains(log.String(), "MATCH (n) RETURN n") || !strings.Contains(log.String(), "stack") {
		t.Errorf("log: %s", log.String())
	}
}

func TestLogLine(t *testing.T) {
	var log lines
	cfg := open
	cfg.Logger = slog.New(slog.NewJSONHandler(&log, nil))
	cfg.Schema = answering(func(ctx context.Context, _ string, _ map[string]any) (any, error) {
		graph.Trace(ctx, graph.Statement{Text: "SELECT", Took: time.Millisecond, Rows: 7})
		graph.Trace(ctx, graph.Statement{Text: "SELECT", Took: time.Millisecond, Rows: 5})
		return meetings(1), nil
	})
	s := start(t, cfg)
	r := send(t, s, post(`{"query":"query Count($x:String){meetings{totalCount} p:person(name:\"Secret\",since:$x){name}}","variables":{"x":"Secret"}}`))
	s.Close() // The line is written after the answer.
	var line struct {
		Msg, Operation, Kind, Method string
		Status, Statements, Rows     int
		Bytes                        int
		Duration                     int64
	}
	if err := json.Unmarshal([]byte(log.String()), &line); err != nil {
		t.Fatalf("%v in %q", err, log.String())
	}
	if line.Msg != "graphql" || line.Operation != "Count" || line.Kind != "query" || line.Status != 200 ||
		line.Statements != 4 || line.Rows != 24 || line.Duration <= 0 || line.Bytes != len(r.text) {
		t.Errorf("%+v", line)
	}
	if strings.Contains(log.String(), "Secret") {
		t.Errorf("the log has variables or arguments: %s", log.String())
	}
}
