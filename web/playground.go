package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

// assets are the playground's files: page is ours, graphiql is vendored and
// compressed (playground/_vendor says from where and how).
//
//go:embed playground/page playground/graphiql
var assets embed.FS

var page = template.Must(template.ParseFS(assets, "playground/page/index.html"))

// tab is a question as GraphiQL takes one.
type tab struct {
	Query     string `json:"query"`
	Variables string `json:"variables,omitempty"`
}

// playground adds the page at / and its files below /playground/. All links are
// relative, so that it also works behind a proxy that adds a path.
func playground(mux *http.ServeMux, questions []Question) {
	tabs := make([]tab, len(questions))
	for i, q := range questions {
		tabs[i] = tab{Query: q.document(), Variables: strings.TrimSpace(q.Variables)}
	}
	var b bytes.Buffer
	if err := page.Execute(&b, tabs); err != nil {
		panic("web: the playground's page: " + err.Error())
	}
	mux.Handle("GET /{$}", newAsset("index.html", b.Bytes(), false))
	for _, folder := range []string{"playground/page", "playground/graphiql"} {
		entries, err := fs.ReadDir(assets, folder)
		if err != nil {
			panic("web: the playground's files: " + err.Error())
		}
		for _, entry := range entries {
			name, zipped := strings.CutSuffix(entry.Name(), ".gz")
			content, _ := assets.ReadFile(path.Join(folder, entry.Name())) // Just listed.
			mux.Handle("GET /playground/"+name, newAsset(name, content, zipped))
		}
	}
}

// document is the question's text, under its description as a comment where
// the text doesn't bring one.
func (q Question) document() string {
	text := strings.TrimSpace(q.Text)
	description := strings.TrimSpace(q.Description)
	if description == "" || strings.HasPrefix(text, "#") {
		return text
	}
	return "# " + strings.ReplaceAll(description, "\n", "\n# ") + "\n" + text
}

// asset is one file of the playground.
type asset struct {
	content []byte
	zipped  bool
	kind    string
	tag     string
}

func newAsset(name string, content []byte, zipped bool) *asset {
	sum := sha256.Sum256(content)
	kind := mime.TypeByExtension(path.Ext(name))
	switch path.Ext(name) { // The machine's own table may know others.
	case ".js":
		kind = "text/javascript; charset=utf-8"
	case ".css":
		kind = "text/css; charset=utf-8"
	case ".html":
		kind = "text/html; charset=utf-8"
	case ".svg":
		kind = "image/svg+xml"
	case ".txt", "":
		kind = "text/plain; charset=utf-8"
	}
	return &asset{content, zipped, kind, `"` + hex.EncodeToString(sum[:8]) + `"`}
}

// ServeHTTP sends the file, or says that the browser's copy is still right. A
// client that doesn't take gzip gets it unpacked.
func (a *asset) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", a.tag)
	if a.zipped {
		h.Set("Vary", "Accept-Encoding")
	}
	if r.Header.Get("If-None-Match") == a.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if !a.zipped {
		_, _ = w.Write(a.content)
		return
	}
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		_, _ = w.Write(a.content)
		return
	}
	if plain, err := gzip.NewReader(bytes.NewReader(a.content)); err == nil {
		_, _ = io.Copy(w, plain)
	}
}
