package llm

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"parley/loader/claims"
	"parley/loader/extract"
)

func TestASecondRunCostsNothingAndSaysTheSame(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const key = "sk-secret-123"
		s := serve(t, careful)
		dir := filepath.Join(t.TempDir(), "answers")
		cached := func(c *Config) { c.Cache, c.Key = dir, key }
		run := func(m *Model) string {
			var b bytes.Buffer
			for _, doc := range []extract.Document{article("a"), long(), article("b")} {
				g, err := read(t, m, doc)
				if err != nil {
					t.Fatal(err)
				}
				_ = json.NewEncoder(&b).Encode(g)
			}
			return b.String()
		}
		want, n := run(s.model(t, cached)), len(s.asked())
		s.pipes.Close()
		m := s.model(t, cached)
		if got := run(m); got != want {
			t.Errorf("the second run says\n%s\nthe first\n%s", got, want)
		}
		if a := m.Account(); a.Requests != 0 || a.Cached != n || a.TokensIn+a.TokensOut != 0 || a.Documents != 3 {
			t.Errorf("account %+v", a)
		}
		for _, f := range files(t, dir) {
			b, err := os.ReadFile(f)
			if err != nil || bytes.Contains(b, []byte(key)) || strings.Contains(f, ".new-") {
				t.Errorf("%s: %v, with the key or half written", f, err)
			}
		}
	})
}

// files are those of a folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestABrokenCacheFile is none, and is written anew.
func TestABrokenCacheFile(t *testing.T) {
	for name, spoil := range map[string]func(b []byte) []byte{
		"empty":       func([]byte) []byte { return nil },
		"half":        func(b []byte) []byte { return b[:len(b)/2] },
		"changed":     func(b []byte) []byte { return bytes.Replace(b, []byte("Geneva"), []byte("Vienna"), 1) },
		"another's":   func(b []byte) []byte { return bytes.Replace(b, []byte(`"key":"`), []byte(`"key":"0`), 1) },
		"not JSON":    func([]byte) []byte { return []byte("\x00\xff") },
		"JSON of old": func([]byte) []byte { return []byte(`{"answer": 1}`) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := serve(t, careful)
				dir := t.TempDir()
				cached := func(c *Config) { c.Cache = dir }
				reads(t, s.model(t, cached), article("a"))
				file := files(t, dir)[0]
				whole, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, spoil(whole), 0o600); err != nil {
					t.Fatal(err)
				}
				reads(t, s.model(t, cached), article("a"))
				mended, err := os.ReadFile(file)
				if err != nil || !bytes.Equal(mended, whole) || len(s.asked()) != 2 {
					t.Errorf("%d requests, the file is %q, %v", len(s.asked()), mended, err)
				}
			})
		})
	}
}

// TestTheCacheKnowsWhatAnAnswerDependsOn asks anew where something differs.
func TestTheCacheKnowsWhatAnAnswerDependsOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := serve(t, careful)
		dir := t.TempDir()
		cached := func(c *Config) { c.Cache = dir }
		reads(t, s.model(t, cached), article("a"))
		other := article("a")
		other.Published = "2025-06-06"
		titled := article("a")
		titled.Title = "Talks in Geneva"
		reads(t, s.model(t, cached), other)
		reads(t, s.model(t, cached), titled)
		reads(t, s.model(t, func(c *Config) { c.Cache, c.Model = dir, "test-2" }), article("a"))
		named := article("a")
		named.ID = "b"
		reads(t, s.model(t, cached), named) // the name doesn't matter
		if n := len(s.asked()); n != 4 {
			t.Errorf("%d requests, want 4", n)
		}
	})
}

func TestAnswersThatCanNotBeKeptAreTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := serve(t, careful)
		dir := t.TempDir()
		m := s.model(t, func(c *Config) { c.Cache = dir })
		q := claims.Question(article("a"), claims.Part{Span: extract.Span{End: len(article("a").Text)}, First: true, Last: true})
		if err := os.WriteFile(filepath.Join(dir, m.key(q)[:2]), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		reads(t, m, article("a"))
		if !strings.HasPrefix(m.Account().Warning, "answers could not be kept: ") || !strings.Contains(m.Account().String(), "could not be kept") {
			t.Errorf("account %+v", m.Account())
		}
	})
}
