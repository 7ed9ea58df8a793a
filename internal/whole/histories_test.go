package whole

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parley/bench"
	"parley/graph"
	"parley/loader"
	"parley/loader/read"
)

// histories is how many random histories each store lives through; the variable
// of that name asks for more.
var histories = map[string]int{"sqlite": 8, "neo4j": 1}

const historiesEnv = "PARLEY_HISTORIES"

// firstHistory, where set, is the first seed: to see one again.
const firstHistory = "PARLEY_HISTORY"

// TestEveryHistoryEndsAsItsDocuments loads, loads again, corrects and withdraws
// documents at random, in batches of any size, and wants the graph of what is
// left, byte for byte, as one load of that gives it.
func TestEveryHistoryEndsAsItsDocuments(t *testing.T) {
	docs := someDocuments(t)
	first, _ := strconv.ParseUint(os.Getenv(firstHistory), 10, 64)
	for _, kind := range kinds {
		n := histories[kind]
		if asked, err := strconv.Atoi(os.Getenv(historiesEnv)); err == nil {
			n = asked
		}
		for seed := first; seed < first+uint64(n); seed++ {
			t.Run(fmt.Sprint(kind, "/", seed), func(t *testing.T) {
				h := history{rand.New(rand.NewPCG(seed, 11)), openers[kind](t), docs, map[string]*read.Document{}}
				h.live(t)
				want := openers["sqlite"](t)
				loadDocs(t, want, h.left())
				if got, want := exported(t, h.store), exported(t, want); got != want {
					t.Errorf("%s=%d: %s", firstHistory, seed, difference(want, got))
				}
			})
		}
	}
}

// someDocuments are the dispatches and some synthetic articles, some of them
// without a day.
func someDocuments(t *testing.T) []*read.Document {
	docs, _ := published(t, dispatches)
	for it := range bench.Documents(5, 12) {
		docs = append(docs, it.Doc)
	}
	for i, d := range docs {
		if i%9 == 4 {
			undated := *d
			undated.Published = ""
			docs[i] = &undated
		}
	}
	return docs
}

// history is a store on its way.
type history struct {
	rng   *rand.Rand
	store graph.Store
	docs  []*read.Document
	// in are the documents that it has, by URL.
	in map[string]*read.Document
}

// live goes through some random changes.
func (h *history) live(t *testing.T) {
	for range 3 + h.rng.IntN(5) {
		h.rng.Shuffle(len(h.docs), func(i, j int) { h.docs[i], h.docs[j] = h.docs[j], h.docs[i] })
		some := h.docs[:1+h.rng.IntN(len(h.docs)/2)]
		switch h.rng.IntN(3) {
		case 0:
			h.withdraw(t, some)
		case 1:
			var wrong []*read.Document
			for _, d := range some[:min(3, len(some))] {
				wrong = append(wrong, h.corrupted(d))
			}
			h.load(t, wrong)
		default:
			h.load(t, some)
		}
	}
}

// corrupted is a document before its correction: with less text, another day, or
// the text of another one.
func (h *history) corrupted(d *read.Document) *read.Document {
	wrong := *d
	switch h.rng.IntN(3) {
	case 0:
		wrong.Text = d.Text[:strings.LastIndex(d.Text[:len(d.Text)/2+1], " ")+1] + "…"
	case 1:
		wrong.Published = "2025-12-03"
	default:
		wrong.Text = h.docs[h.rng.IntN(len(h.docs))].Text
	}
	return &wrong
}

func (h *history) load(t *testing.T, docs []*read.Document) {
	t.Helper()
	for chunk := range slices.Chunk(docs, 1+h.rng.IntN(len(docs))) {
		loadDocs(t, h.store, chunk)
	}
	for _, d := range docs {
		h.in[d.URL] = d
	}
}

func (h *history) withdraw(t *testing.T, docs []*read.Document) {
	t.Helper()
	var urls []string
	for _, d := range docs {
		urls = append(urls, d.URL)
		delete(h.in, d.URL)
	}
	if _, err := loader.Withdraw(context.Background(), h.store, urls); err != nil {
		t.Fatal(err)
	}
}

// left are the documents that the store has.
func (h *history) left() []*read.Document {
	var out []*read.Document
	for _, d := range h.in {
		out = append(out, d)
	}
	return out
}

// exported is a whole graph as text, a line a node or edge.
func exported(t *testing.T, s graph.Store) string {
	t.Helper()
	var b strings.Builder
	enc := json.NewEncoder(&b)
	if err := s.Export(context.Background(), func(it graph.Item) error { return enc.Encode(it) }); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
