package web_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"os"
	"strings"
	"testing"

	"parley/web"
)

// TestVendoredFiles compares what is served, unpacked, with the checksums of
// the packages that it was taken from.
func TestVendoredFiles(t *testing.T) {
	sums, err := os.ReadFile("playground/graphiql/SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	s := start(t, open)
	files := 0
	for line := range strings.Lines(string(sums)) {
		want, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		// Naming an encoding keeps the client from asking for gzip itself.
		r := send(t, s, request{http.MethodGet, "/playground/" + name, "", []string{"Accept-Encoding: identity"}})
		sum := sha256.Sum256([]byte(r.text))
		if r.StatusCode != 200 || hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s: status %d, checksum %x", name, r.StatusCode, sum)
		}
		packed := send(t, s, request{http.MethodGet, "/playground/" + name, "", []string{"Accept-Encoding: gzip"}})
		if packed.Header.Get("Content-Encoding") != "gzip" || len(packed.text) >= len(r.text) {
			t.Errorf("%s isn't sent compressed", name)
		}
		again := send(t, s, request{http.MethodGet, "/playground/" + name, "", []string{"If-None-Match: " + r.Header.Get("ETag")}})
		if again.StatusCode != http.StatusNotModified {
			t.Errorf("%s again: %d", name, again.StatusCode)
		}
		files++
	}
	if files != 4 {
		t.Errorf("%d files", files)
	}
}

func TestPageHoldsTheQuestions(t *testing.T) {
	cfg := open
	cfg.Questions = []web.Question{
		{Description: "Two\nlines", Text: "{ a }\n", Variables: `{"x": "</script><script>alert(1)</script>"}`},
		{Description: "Not needed", Text: "# Has one.\n{ b }"},
	}
	r := send(t, start(t, cfg), request{http.MethodGet, "/", "", nil})
	for _, want := range []string{`# Two\n# lines\n{ a }"`, `"# Has one.\n{ b }"`} {
		if !strings.Contains(r.text, want) {
			t.Errorf("the page lacks %s:\n%s", want, r.text)
		}
	}
	if strings.Contains(r.text, "<script>alert") || strings.Count(r.text, "</script>") != 5 {
		t.Errorf("a question breaks out of its place:\n%s", r.text)
	}
	if r.Header.Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("type %q", r.Header.Get("Content-Type"))
	}
}

func TestNothingElseIsServed(t *testing.T) {
	s := start(t, open)
	for _, path := range []string{"/index.html", "/playground/", "/playground/index.html.gz", "/playground/../config.go", "/graphql/x"} {
		if r := send(t, s, request{http.MethodGet, path, "", nil}); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
}
