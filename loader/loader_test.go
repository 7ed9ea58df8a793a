package loader_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"parley/graph"
	"parley/graph/sqlitestore"
	"parley/loader"
	"parley/loader/read"
	"parley/schema"
)

// newStore opens an empty embedded store.
func newStore(t testing.TB) graph.Store {
	t.Helper()
	s, err := sqlitestore.Open(context.Background(), filepath.Join(t.TempDir(), "test.db"), schema.Ontology(), sqlitestore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// dispatches reads the sample articles.
func dispatches(t testing.TB) []*read.Document {
	t.Helper()
	var out []*read.Document
	for it := range read.Paths(context.Background(), []string{"../examples/dispatches"}, read.Options{}) {
		if it.Doc == nil {
			t.Fatalf("a dispatch can't be read: %+v", it)
		}
		out = append(out, it.Doc)
	}
	return out
}

func items(docs ...*read.Document) iter.Seq[read.Item] {
	return func(yield func(read.Item) bool) {
		for _, d := range docs {
			if !yield(read.Item{Doc: d}) {
				return
			}
		}
	}
}

func load(t testing.TB, s graph.Store, docs ...*read.Document) loader.Summary {
	t.Helper()
	sum, err := loader.Load(context.Background(), s, items(docs...), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// export writes the whole graph as text.
func export(t testing.TB, s graph.Store) string {
	t.Helper()
	var b strings.Builder
	err := s.Export(context.Background(), func(it graph.Item) error {
		if it.Node != nil {
			fmt.Fprintf(&b, "%s %s %v\n", it.Node.ID, it.Node.Label, it.Node.Props)
		} else {
			fmt.Fprintf(&b, "%s %s %s %v\n", it.Edge.Type, it.Edge.From, it.Edge.To, it.Edge.Props)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// same fails with the first lines in which two exports differ.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for _, x := range g {
		if !slices.Contains(w, x) {
			t.Errorf("%s: only in one: %.300s", what, x)
			break
		}
	}
	for _, x := range w {
		if !slices.Contains(g, x) {
			t.Errorf("%s: only in the other: %.300s", what, x)
			break
		}
	}
	t.Fatalf("%s: %d lines against %d", what, len(g), len(w))
}

func TestLoadingTwiceChangesNothing(t *testing.T) {
	s, docs := newStore(t), dispatches(t)
	first := load(t, s, docs...)
	if first.New != len(docs) || first.Reports == 0 || first.Meetings.New == 0 {
		t.Fatalf("first load: %+v", first)
	}
	want := export(t, s)
	again := load(t, s, docs...)
	if again.Unchanged != len(docs) || again.New+again.Replaced != 0 || again.Meetings != (loader.Meetings{}) {
		t.Errorf("second load: %+v", again)
	}
	same(t, "loaded twice", export(t, s), want)
}

func TestOrderAndWithdrawalLeaveNoTrace(t *testing.T) {
	docs := dispatches(t)
	for seed := range uint64(4) {
		rng := rand.New(rand.NewPCG(seed, 1))
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		keep, drop := docs[:len(docs)-8], docs[len(docs)-8:]
		plain := newStore(t)
		load(t, plain, keep...)
		want := export(t, plain)

		s := newStore(t)
		mixed := append(slices.Clone(keep), drop...)
		rng.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		for chunk := range slices.Chunk(mixed, 1+rng.IntN(12)) {
			load(t, s, chunk...)
		}
		var refs []string
		for _, d := range drop {
			refs = append(refs, d.URL)
		}
		gone, err := loader.Withdraw(context.Background(), s, refs)
		if err != nil || len(gone.Documents) != len(drop) || len(gone.Unknown) != 0 {
			t.Fatalf("seed %d: withdrew %+v, %v", seed, gone, err)
		}
		same(t, fmt.Sprint("seed ", seed), export(t, s), want)
	}
}

func TestACorrectedTextReplacesTheOld(t *testing.T) {
	docs := dispatches(t)
	plain := newStore(t)
	load(t, plain, docs...)
	s := newStore(t)
	wrong := *docs[0]
	wrong.Text = "Foreign Minister Ada Example of France met Foreign Minister Bo Sample of Kenya in Nairobi on Monday."
	load(t, s, &wrong)
	load(t, s, docs[1:]...)
	if sum := load(t, s, docs[0]); sum.Replaced != 1 || sum.New != 0 {
		t.Errorf("got %+v, want one replaced", sum)
	}
	same(t, "corrected", export(t, s), export(t, plain))
}

func TestOneContentUnderTwoNamesIsOneDocument(t *testing.T) {
	doc := read.Document{Name: "a.txt", Published: "2025-12-02", Text: "Emmanuel Macron met Volodymyr Zelensky in Paris on Monday."}
	other := doc
	other.Name = "b.txt"
	s := newStore(t)
	load(t, s, &doc)
	alone := export(t, s)
	if sum := load(t, s, &other, &doc); sum.Unchanged != 2 {
		t.Errorf("got %+v, want both unchanged", sum)
	}
	res, err := s.Query(context.Background(), graph.Query{Labels: []graph.Label{"Document"}, Page: graph.Page{Limit: -1}, Props: []string{"names"}})
	if err != nil || len(res.Rows) != 1 || !slices.Equal(res.Rows[0].Props.Get("names").([]string), []string{"a.txt", "b.txt"}) {
		t.Fatalf("got %+v, %v", res, err)
	}
	gone, err := loader.Withdraw(context.Background(), s, []string{"b.txt"})
	if err != nil || len(gone.Unnamed) != 1 {
		t.Fatalf("got %+v, %v", gone, err)
	}
	same(t, "second name withdrawn", export(t, s), alone)
	if _, err := loader.Withdraw(context.Background(), s, []string{"a.txt", "c.txt"}); err != nil {
		t.Fatal(err)
	}
	if left := export(t, s); left != "" {
		t.Errorf("left over: %s", left)
	}
}

func TestTwoLoadersEndAsOneWould(t *testing.T) {
	docs := dispatches(t)
	plain := newStore(t)
	load(t, plain, docs...)
	s := newStore(t)
	var wg sync.WaitGroup
	for part := range slices.Chunk(docs, len(docs)/2) {
		wg.Go(func() {
			for chunk := range slices.Chunk(part, 5) {
				if _, err := loader.Load(context.Background(), s, items(chunk...), loader.Options{Workers: 1}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	same(t, "two loaders", export(t, s), export(t, plain))
}

func TestALoadThatEndsEarlyIsFinishedByTheNext(t *testing.T) {
	docs := dispatches(t)
	plain := newStore(t)
	load(t, plain, docs...)
	s := newStore(t)
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	_, err := loader.Load(ctx, s, func(yield func(read.Item) bool) {
		for _, d := range append(slices.Clone(docs[:10]), docs...) { // the repetition ends the first batch
			if n++; n == 12 {
				cancel()
			}
			if !yield(read.Item{Doc: d}) {
				return
			}
		}
	}, loader.Options{})
	if err == nil {
		t.Fatal("a cancelled load reports no error")
	}
	load(t, s, docs...)
	same(t, "finished later", export(t, s), export(t, plain))
}

// cancelling ends the load's context once the store has been asked.
type cancelling struct {
	graph.Store
	cancel context.CancelFunc
}

func (c cancelling) Query(ctx context.Context, q graph.Query) (*graph.Result, error) {
	defer c.cancel()
	return c.Store.Query(ctx, q)
}

func TestALoadThatEndsBeforeExtractionWritesNothing(t *testing.T) {
	s := newStore(t)
	ctx, cancel := context.WithCancel(context.Background())
	sum, err := loader.Load(ctx, cancelling{s, cancel}, items(dispatches(t)[:3]...), loader.Options{})
	if !errors.Is(err, context.Canceled) || sum.New != 0 {
		t.Errorf("got %+v, %v; want nothing and the end of the context", sum, err)
	}
	if left := export(t, s); left != "" {
		t.Errorf("something was written: %.200s", left)
	}
}

func TestEverythingFromADocumentHasItsSentence(t *testing.T) {
	s := newStore(t)
	load(t, s, dispatches(t)...)
	texts, passages := map[graph.ID]string{}, map[graph.ID]graph.Props{}
	in, evidence, of := map[graph.ID]graph.ID{}, map[graph.ID]int{}, map[graph.ID]int{}
	var stated, meetings []graph.ID
	err := s.Export(context.Background(), func(it graph.Item) error {
		if n := it.Node; n != nil {
			switch n.Label {
			case "Document":
				texts[n.ID] = n.Props["text"].(string)
			case "Passage":
				passages[n.ID] = n.Props
			case "Report", "Position":
				stated = append(stated, n.ID)
			case "Meeting":
				meetings = append(meetings, n.ID)
			}
			return nil
		}
		switch it.Edge.Type {
		case "IN":
			in[it.Edge.From] = it.Edge.To
		case "EVIDENCED_BY":
			evidence[it.Edge.From]++
		case "OF":
			of[it.Edge.To]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(passages) == 0 || len(stated) == 0 || len(meetings) == 0 {
		t.Fatal("nothing was loaded")
	}
	for id, p := range passages {
		if text := texts[in[id]]; text[p["start"].(int64):p["end"].(int64)] != p["text"] {
			t.Errorf("%s is not what stands in its document", id)
		}
	}
	for _, id := range stated {
		if evidence[id] == 0 {
			t.Errorf("%s has no sentence that states it", id)
		}
	}
	for _, id := range meetings {
		if of[id] == 0 {
			t.Errorf("%s has no report", id)
		}
	}
}

func TestUnreadableThingsAreCountedAndTheRestLoads(t *testing.T) {
	s := newStore(t)
	doc := &read.Document{Name: "a.txt", Text: "Emmanuel Macron met Volodymyr Zelensky in Paris."}
	var told []string
	sum, err := loader.Load(context.Background(), s, func(yield func(read.Item) bool) {
		_ = yield(read.Item{Skip: &read.Skip{Name: "x.bin", Reason: "not text"}}) && yield(read.Item{Doc: doc})
	}, loader.Options{Progress: func(p loader.Progress) {
		if p.Skip != nil {
			told = append(told, p.Skip.Name)
		}
	}})
	if err != nil || sum.Skipped != 1 || sum.New != 1 || len(sum.Skips) != 1 || !slices.Equal(told, []string{"x.bin"}) {
		t.Errorf("got %+v, told %v, %v", sum, told, err)
	}
}

// evalSeed is a real article that is measured with and not kept here.
const evalSeed = "../../shared/eval/dev/texts/seed-000.txt"

func TestTheSeedArticleGivesFiveMeetings(t *testing.T) {
	if _, err := os.Stat(evalSeed); err != nil {
		t.Skip("the articles for measuring are not beside this checkout")
	}
	s := newStore(t)
	for it := range read.Paths(context.Background(), []string{evalSeed}, read.Options{}) {
		load(t, s, it.Doc)
	}
	res, err := s.Query(context.Background(), graph.Query{Labels: []graph.Label{"Meeting"}, Page: graph.Page{Limit: -1}, Props: []string{"title", "status"}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range res.Rows {
		got = append(got, fmt.Sprint(r.Props.Get("title"), " ", r.Props.Get("status")))
	}
	slices.Sort(got)
	if len(got) != 5 {
		t.Errorf("got %d meetings:\n%s", len(got), strings.Join(got, "\n"))
	}
}
