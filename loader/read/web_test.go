package read

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

// site serves a page of each kind.
func site(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	serve := func(path, kind, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			fmt.Fprint(w, body)
		})
	}
	serve("/page", "text/html; charset=utf-8", "<html><head><title>Talks</title></head><body><article><p>"+sample+"</p><p>"+sample+"</p></article></body></html>")
	serve("/feed", "application/x-ndjson", `{"text":"One met two."}`)
	serve("/a.md", "text/plain", "# Talks\n\nOne *met* two.")
	serve("/image", "image/png", "x")
	serve("/long", "text/plain", strings.Repeat("word ", 3000))
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func TestPages(t *testing.T) {
	base := site(t)
	got := collect(t, Options{MaxBytes: 10000}, base+"/page", base+"/feed", base+"/a.md")
	if len(got.Docs) != 3 || len(got.Skips) > 0 {
		t.Fatalf("got %+v", got)
	}
	for i, want := range []Document{
		{Name: base + "/page", URL: base + "/page", Title: "Talks"},
		{Name: base + "/feed:1", Text: "One met two."},
		{Name: base + "/a.md", URL: base + "/a.md", Title: "Talks", Text: "One met two."},
	} {
		d := got.Docs[i]
		if d.Name != want.Name || d.URL != want.URL || d.Title != want.Title || (want.Text != "" && d.Text != want.Text) {
			t.Errorf("got %+v, want %+v", d, want)
		}
	}
}

func TestPagesSkipped(t *testing.T) {
	base := site(t)
	for path, want := range map[string]string{
		"/missing": "can't be fetched: its server answers 404 Not Found",
		"/image":   "isn't text: its server calls it image/png",
		"/long":    "is larger than the limit of 10000 bytes",
		"/round":   "can't be fetched: it redirects more than 5 times",
	} {
		got := collect(t, Options{MaxBytes: 10000}, base+path)
		if !slices.Equal(got.Skips, []string{base + path + ": " + want}) {
			t.Errorf("%s gave %+v, want %q", path, got, want)
		}
	}
}

func TestNoServer(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	s.Close()
	got := collect(t, Options{}, s.URL)
	if len(got.Skips) != 1 || !strings.Contains(got.Skips[0], "can't be fetched: ") || !strings.Contains(got.Skips[0], "connection refused") {
		t.Errorf("got %+v", got)
	}
}
