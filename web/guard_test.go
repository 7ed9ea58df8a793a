package web_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestCORSOnlyForNamedOrigins(t *testing.T) {
	cfg := open
	cfg.AllowedOrigins = []string{"https://Notebook.example/"}
	s := start(t, cfg)
	ask := func(method, origin string) reply {
		return send(t, s, request{method, "/graphql", `{"query":"{__typename}"}`, []string{inJSON, "Origin: " + origin}})
	}
	for _, method := range []string{http.MethodPost, http.MethodOptions} {
		r := ask(method, "https://notebook.example")
		if r.StatusCode >= 300 || r.Header.Get("Access-Control-Allow-Origin") != "https://notebook.example" {
			t.Errorf("%s of the allowed origin: %d %v", method, r.StatusCode, r.Header)
		}
		r = ask(method, "https://other.example")
		if r.StatusCode != 403 || r.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s of another origin: %d %v", method, r.StatusCode, r.Header)
		}
	}
	if r := ask(http.MethodOptions, "https://notebook.example"); !strings.Contains(r.Header.Get("Access-Control-Allow-Headers"), "Content-Type") {
		t.Errorf("preflight names no headers: %v", r.Header)
	}
	if r := ask(http.MethodPost, s.URL); r.StatusCode != 200 || r.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("the server's own page: %d %v", r.StatusCode, r.Header)
	}
}

func TestLoopbackAnswersToItsOwnNamesOnly(t *testing.T) {
	cfg := open
	cfg.AllowedHosts = []string{"parley.example"}
	s := start(t, cfg)
	for host, want := range map[string]int{
		"localhost:8080": 200, "127.0.0.1": 200, "[::1]:80": 200, "parley.example": 200, "PARLEY.example:443": 200,
		"evil.example": 421, "localhost.evil.example:8080": 421, "10.0.0.1": 421,
	} {
		if r := send(t, s, post(`{"query":"{__typename}"}`, "Host: "+host)); r.StatusCode != want {
			t.Errorf("Host %s: %d, want %d", host, r.StatusCode, want)
		}
	}
}

func TestEveryAnswerKeepsBrowsersStrict(t *testing.T) {
	s := start(t, open)
	for _, path := range []string{"/", "/graphql", "/healthz", "/readyz", "/nothing", "/playground/page.js"} {
		r := send(t, s, request{http.MethodGet, path, "", nil})
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'",
			"X-Content-Type-Options":  "nosniff",
			"Referrer-Policy":         "no-referrer",
		} {
			if !strings.HasPrefix(r.Header.Get(name), want) {
				t.Errorf("%s: %s is %q", path, name, r.Header.Get(name))
			}
		}
		if csp := r.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "frame-ancestors 'none'") || !strings.Contains(csp, "script-src 'self';") {
			t.Errorf("%s: %s", path, csp)
		}
	}
}
