package llm

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// entry is an answer as it is kept.
type entry struct {
	// Key is what the answer depends on, hashed: the file's name.
	Key string `json:"key"`
	// Model is for the person who looks into the folder.
	Model string `json:"model"`
	// Content is the answer in the model's words. Cut says that it was cut off
	// and that the part was then asked about in halves.
	Content string `json:"content"`
	Cut     bool   `json:"cut,omitempty"`
	// Sum tells a whole file from a broken one.
	Sum string `json:"sum"`
}

// sum is a hash of what matters of an entry.
func (e entry) sum() string { return hashed(e.Key, e.Content, fmt.Sprint(e.Cut)) }

// hashed is a hash of texts, which don't run together.
func hashed(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil)[:20])
}

// cache keeps answers in a folder, a file each; with "" it keeps none. A file
// that is broken counts as none and is written anew. It is safe for concurrent
// use, also by several programs.
type cache struct{ dir string }

// openCache makes the folder.
func openCache(dir string) (cache, error) {
	if dir == "" {
		return cache{}, nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return cache{}, fmt.Errorf("can't keep answers in %q: %w", dir, err)
	}
	return cache{dir}, nil
}

func (c cache) file(key string) string { return filepath.Join(c.dir, key[:2], key+".json") }

// get returns the answer under a key.
func (c cache) get(key string) (entry, bool) {
	var e entry
	if c.dir == "" {
		return e, false
	}
	b, err := os.ReadFile(c.file(key))
	if err != nil || json.Unmarshal(b, &e) != nil || e.Key != key || e.Sum != e.sum() {
		return entry{}, false
	}
	return e, true
}

// put keeps an answer: the file appears when it is whole.
func (c cache) put(e entry) error {
	if c.dir == "" {
		return nil
	}
	e.Sum = e.sum()
	b, err := json.Marshal(e)
	if err != nil {
		return err
	}
	name := c.file(e.Key)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // no longer there when all went well
	_, err = tmp.Write(b)
	if e := tmp.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}

// key is what an answer depends on.
func (m *Model) key(question string) string {
	return hashed(m.Version(), question)
}
