package llm

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sashabaranov/go-openai"

	"parley/loader/extract"
	"parley/loader/extractor"
	"parley/loader/lexicon"
)

// server is a chat API of ours that answers by a script. It listens in memory,
// so that a test in a synctest bubble has it on the bubble's clock.
type server struct {
	*httptest.Server
	pipes *pipes

	mu       sync.Mutex
	requests []request
}

// request is what the server was asked.
type request struct {
	openai.ChatCompletionRequest
	raw  map[string]any
	auth string
	at   time.Time
}

// user is the last message.
func (r request) user() string { return r.Messages[len(r.Messages)-1].Content }

// step answers one request.
type step func(w http.ResponseWriter, r *http.Request, q request)

// serve answers the n-th request by the n-th step, all further ones by the
// last.
func serve(t *testing.T, steps ...step) *server {
	s := &server{pipes: &pipes{conns: make(chan net.Conn), closed: make(chan struct{})}}
	s.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := request{auth: r.Header.Get("Authorization"), at: time.Now()}
		body, _ := io.ReadAll(r.Body)
		_ = json.Unmarshal(body, &q.ChatCompletionRequest)
		_ = json.Unmarshal(body, &q.raw)
		s.mu.Lock()
		n := len(s.requests)
		s.requests = append(s.requests, q)
		s.mu.Unlock()
		if r.URL.Path != "/v1/chat/completions" {
			http.NotFound(w, r)
			return
		}
		steps[min(n, len(steps)-1)](w, r, q)
	}))
	s.Listener.Close()
	s.Listener = s.pipes
	s.Start()
	t.Cleanup(s.Close)
	return s
}

// pipes listens in memory.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

// Accept implements net.Listener.
func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

// Addr implements net.Listener.
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 11434} }

// Close implements net.Listener.
func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

// dial connects, as long as it listens.
func (p *pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case p.conns <- there:
		return here, nil
	case <-p.closed:
		return nil, &net.OpError{Op: "dial", Net: "tcp", Err: errors.New("connection refused")}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// asked are the requests so far.
func (s *server) asked() []request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]request(nil), s.requests...)
}

// model asks this server.
func (s *server) model(t *testing.T, change func(c *Config)) *Model {
	t.Helper()
	c := Config{
		URL: "http://model.test/v1", Model: "test-1", Concurrency: DefaultConcurrency, Timeout: DefaultTimeout, Retries: DefaultRetries,
		Transport: &http.Transport{DialContext: s.pipes.dial, DisableKeepAlives: true},
	}
	if change != nil {
		change(&c)
	}
	m, err := New(c, lexicon.Default())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// say answers with these words of the model.
func say(content string) step { return saying(content, "stop", 100, 20) }

// saying answers with words, a reason for their end, and the tokens used.
func saying(content, finish string, in, out int) step {
	return func(w http.ResponseWriter, _ *http.Request, _ request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{
			"object":  "chat.completion",
			"choices": []any{map[string]any{"index": 0, "finish_reason": finish, "message": map[string]any{"role": "assistant", "content": content}}},
			"usage":   map[string]any{"prompt_tokens": in, "completion_tokens": out, "total_tokens": in + out},
		})
	}
}

// raw answers with a status, headers ("Name: value") and a body.
func raw(status int, body string, headers ...string) step {
	return func(w http.ResponseWriter, _ *http.Request, _ request) {
		for _, h := range headers {
			name, value, _ := strings.Cut(h, ": ")
			w.Header().Set(name, value)
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// refuse answers as the API does when it refuses.
func refuse(status int, message, code string, headers ...string) step {
	body, _ := json.Marshal(map[string]any{"error": map[string]any{"message": message, "type": "invalid_request_error", "code": code}})
	return raw(status, string(body), headers...)
}

// hang never answers.
func hang(_ http.ResponseWriter, r *http.Request, _ request) { <-r.Context().Done() }

// stall sends a part of an answer and then nothing.
func stall(w http.ResponseWriter, r *http.Request, _ request) {
	_, _ = io.WriteString(w, `{"choices":[{"mess`)
	w.(http.Flusher).Flush()
	<-r.Context().Done()
}

// breakOff closes the connection in the middle of an answer.
func breakOff(w http.ResponseWriter, _ *http.Request, _ request) {
	w.Header().Set("Content-Length", "1000")
	_, _ = io.WriteString(w, `{"choices":[{"mess`)
	panic(http.ErrAbortHandler)
}

// article is a document about one meeting, and truth what a good model says.
func article(id string) extract.Document {
	return extract.Document{ID: id, Published: "2025-06-05", Text: "Foreign Minister Sergei Lavrov met Secretary of State Marco Rubio in Geneva on Tuesday. This is text " + id + "."}
}

const truth = `{"meetings":[{"kind":"talks","status":"held","participants":["Sergei Lavrov","Marco Rubio"],"parties":["Russia","United States"],
	"place":"Geneva","venue":null,"date":"2025-06-03","topics":[],"outcome":null,
	"evidence":["Foreign Minister Sergei Lavrov met Secretary of State Marco Rubio in Geneva on Tuesday."]}],"people":[],"positions":[]}`

// read reads a document by the model.
func read(t *testing.T, m *Model, doc extract.Document) (extract.Gold, error) {
	t.Helper()
	res, err := m.Begin(doc)(t.Context())
	return res.Gold(doc.Text), err
}

// reads expects that the article is read as truth says.
func reads(t *testing.T, m *Model, doc extract.Document) {
	t.Helper()
	g, err := read(t, m, doc)
	if err != nil || len(g.Meetings) != 1 || len(g.Meetings[0].Participants) != 2 || *g.Meetings[0].Date != "2025-06-03" {
		t.Fatalf("got %+v, %v", g, err)
	}
}

// skips expects that the document is skipped for a reason.
func skips(t *testing.T, m *Model, doc extract.Document, want string) {
	t.Helper()
	_, err := read(t, m, doc)
	if skip, ok := err.(extractor.Skip); !ok || !strings.Contains(skip.Reason, want) {
		t.Fatalf("got %v, want it skipped because %q", err, want)
	}
}

// fails expects that the run ends for a reason.
func fails(t *testing.T, m *Model, doc extract.Document, want string) {
	t.Helper()
	_, err := read(t, m, doc)
	if _, skipped := err.(extractor.Skip); skipped || err == nil || !strings.Contains(err.Error(), want) {
		t.Fatalf("got %v, want the end because %q", err, want)
	}
}
