package cli_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/rogpeppe/go-internal/testscript"
)

// models are the servers of the scripts, by their addresses.
var models sync.Map

// fakeModel is a chat API of ours. For a request that has the first
// line of one of its files it answers with the rest: "HTTP 401 words" as
// a refusal, else as the model's words; for others with no meetings.
type fakeModel struct {
	dir      string
	requests atomic.Int64
}

// model starts a server that answers by the files of a folder, and puts its
// address into $MODEL_URL:
//
//	model answers
func model(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: model DIR")
	}
	m := &fakeModel{dir: ts.MkAbs(args[0])}
	s := httptest.NewServer(m)
	ts.Defer(s.Close)
	ts.Setenv("MODEL_URL", s.URL)
	models.Store(s.URL, m)
}

// asked checks how many requests the server at $MODEL_URL has had:
//
//	asked 3
func asked(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: asked N")
	}
	want, err := strconv.ParseInt(args[0], 10, 64)
	ts.Check(err)
	m, ok := models.Load(ts.Getenv("MODEL_URL"))
	if !ok {
		ts.Fatalf("no model was started")
	}
	if got := m.(*fakeModel).requests.Load(); got != want {
		ts.Fatalf("the model was asked %d times, want %d", got, want)
	}
}

// ServeHTTP implements http.Handler.
func (m *fakeModel) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	m.requests.Add(1)
	var q struct{ Messages []struct{ Content string } }
	if r.URL.Path != "/v1/chat/completions" || json.NewDecoder(r.Body).Decode(&q) != nil || len(q.Messages) == 0 {
		http.NotFound(w, r)
		return
	}
	var asked strings.Builder
	for _, msg := range q.Messages {
		asked.WriteString(msg.Content)
	}
	content := m.answer(asked.String())
	if refusal, ok := strings.CutPrefix(content, "HTTP "); ok {
		code, words, _ := strings.Cut(refusal, " ")
		status, _ := strconv.Atoi(code)
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{"message": strings.TrimSpace(words)}})
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]any{
		"object":  "chat.completion",
		"choices": []any{map[string]any{"finish_reason": "stop", "message": map[string]any{"content": content}}},
		"usage":   map[string]any{"prompt_tokens": 2000, "completion_tokens": 300, "total_tokens": 2300},
	})
}

// answer looks through the files.
func (m *fakeModel) answer(question string) string {
	files, _ := filepath.Glob(filepath.Join(m.dir, "*"))
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			continue
		}
		if about, words, _ := strings.Cut(string(b), "\n"); strings.Contains(question, about) {
			return words
		}
	}
	return `{"meetings": []}`
}
