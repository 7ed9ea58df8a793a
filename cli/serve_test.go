package cli_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/cli"
)

// server runs `parley serve` until the test ends it by its stop.
type server struct {
	url  string
	stop func() outcome
	out  *safeBuffer
}

func serve(t *testing.T, args ...string) server {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var out, errs safeBuffer
	ended := make(chan int, 1)
	go func() {
		ended <- cli.Main(ctx, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...), nil, &out, &errs, func(string) string { return "" })
	}()
	s := server{out: &out, stop: func() outcome { cancel(); return outcome{<-ended, out.String(), errs.String()} }}
	waitFor(t, func() bool {
		_, after, ok := strings.Cut(out.String(), "Playground ")
		s.url, _, _ = strings.Cut(after, "\n")
		select {
		case status := <-ended:
			t.Fatalf("exit status %d: %s", status, errs.String())
		default:
		}
		return ok && strings.HasSuffix(out.String(), "/graphql\n")
	})
	return s
}

// ask sends a query and returns the answer's data.
func (s server) ask(t *testing.T, query string) map[string]any {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Post(s.url+"graphql", "application/json", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var answer struct{ Data map[string]any }
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil || answer.Data == nil {
		t.Fatalf("%s: %v, %v", resp.Status, answer, err)
	}
	return answer.Data
}

// TestServeDispatches is the README's first command.
func TestServeDispatches(t *testing.T) {
	from := dispatches(t)
	files, err := filepath.Glob(filepath.Join(from, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no dispatches in %s: %v", from, err)
	}
	t.Chdir(t.TempDir())
	s := serve(t, "--load", from)
	data := s.ask(t, `{ documents { totalCount } person(name: "Witkoff") { name meetings { totalCount } } }`)
	if n := data["documents"].(map[string]any)["totalCount"]; n != float64(len(files)) {
		t.Errorf("%v documents, want %d", n, len(files))
	}
	if p := data["person"].(map[string]any); p["name"] != "Steve Witkoff" || p["meetings"].(map[string]any)["totalCount"] == 0.0 {
		t.Errorf("person is %v", p)
	}
	for _, path := range []string{"", "healthz", "readyz"} {
		resp, err := http.Get(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			t.Errorf("/%s answers %s", path, resp.Status)
		}
	}
	got := s.stop()
	if got.status != 0 || !strings.HasPrefix(got.stdout, fmt.Sprintf("Loaded %d documents: %[1]d new", len(files))) || !strings.Contains(got.stderr, "Ctrl-C ends the server.") {
		t.Errorf("%+v", got)
	}
}

// TestServeSkips goes on serving, and says at the end that something was
// skipped.
func TestServeSkips(t *testing.T) {
	t.Chdir(t.TempDir())
	article(t, "a.txt")
	if err := os.WriteFile("b.txt", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	s := serve(t, "--load", "a.txt", "--load", "b.txt", "--log-format", "json")
	s.ask(t, "query Count { documents { totalCount } }")
	got := s.stop()
	if got.status != 3 || !strings.Contains(got.stderr, "skipped b.txt: is empty\n") || !strings.Contains(got.stderr, `"operation":"Count"`) {
		t.Errorf("%+v", got)
	}
}

// TestServeLanguages skips what isn't English, and says so at the end, unless
// it is to be read all the same.
func TestServeLanguages(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("b.txt", []byte("Les ministres se sont rencontrés à Genève mardi."), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := serve(t, "--store", "sqlite:a.db", "--load", "b.txt").stop(); got.status != 3 || !strings.Contains(got.stderr, "skipped b.txt: seems to be in French;") {
		t.Errorf("%+v", got)
	}
	if got := serve(t, "--store", "sqlite:b.db", "--load", "b.txt", "--any-language").stop(); got.status != 0 || strings.Contains(got.stderr, "skipped") {
		t.Errorf("%+v", got)
	}
}

// TestPortInUse is told before anything is loaded.
func TestPortInUse(t *testing.T) {
	t.Chdir(t.TempDir())
	article(t, "a.txt")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	got := run(t.Context(), nil, "serve", "--addr", l.Addr().String(), "--load", "a.txt")
	want := fmt.Sprintf("parley: can't listen on %s: another program does already; end that one, or choose another address with --addr\n", l.Addr())
	if got.status != 1 || got.stderr != want {
		t.Errorf("exit status %d, %q, want %q", got.status, got.stderr, want)
	}
	if _, err := os.Stat("parley.db"); err == nil {
		t.Error("a store was made")
	}
}

// TestLimitsAreFlags refuses a query that is deeper than --max-depth.
func TestLimitsAreFlags(t *testing.T) {
	t.Chdir(t.TempDir())
	s := serve(t, "--max-depth", "1", "--no-introspection")
	for query, want := range map[string]string{
		"{ documents { totalCount } }":    "at most 1 ",
		"{ __schema { types { name } } }": "INTROSPECTION_DISABLED",
	} {
		resp, err := http.Post(s.url+"graphql", "application/json", strings.NewReader(fmt.Sprintf(`{"query":%q}`, query)))
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || !strings.Contains(string(body), want) {
			t.Errorf("%s answered %s, %v; want it to say %q", query, body, err, want)
		}
	}
	if got := s.stop(); got.status != 0 {
		t.Errorf("%+v", got)
	}
}
