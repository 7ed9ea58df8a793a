package loader_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"parley/graph"
	"parley/loader"
	"parley/loader/resolve"
)

// reportIDs are those of all reports in a store.
func reportIDs(t *testing.T, s graph.Store) []string {
	t.Helper()
	res, err := s.Query(context.Background(), graph.Query{Labels: []graph.Label{"Report"}, Page: graph.Page{Limit: -1}})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range res.Rows {
		out = append(out, string(r.ID))
	}
	return out
}

// reportGroups are the IDs of the reports of each meeting.
func reportGroups(t *testing.T, s graph.Store) [][]string {
	t.Helper()
	res, err := s.Query(context.Background(), graph.Query{Labels: []graph.Label{"Meeting"}, Page: graph.Page{Limit: -1},
		Expand: []graph.Expand{{Name: "of", Edge: "OF", Dir: graph.In, Query: graph.Query{Page: graph.Page{Limit: -1}}}}})
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, m := range res.Rows {
		var ids []string
		for _, r := range m.Sub.Get("of").Rows {
			ids = append(ids, string(r.ID))
		}
		out = append(out, ids)
	}
	return out
}

func judge(t *testing.T, s graph.Store, words ...resolve.Judgment) loader.Meetings {
	t.Helper()
	m, err := loader.Judge(context.Background(), s, words)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func unjudge(t *testing.T, s graph.Store, words ...resolve.Judgment) {
	t.Helper()
	var ids []string
	for _, w := range words {
		ids = append(ids, loader.WordOf(w).ID)
	}
	if undone, _, err := loader.Unjudge(context.Background(), s, ids); err != nil || len(undone) != len(words) {
		t.Fatalf("undid %v, %v; want %d", undone, err, len(words))
	}
}

func TestAnAnalystsWordJoinsAndParts(t *testing.T) {
	s := newStore(t)
	load(t, s, told("one", "2025-11-28", "Wednesday"), told("other", "2025-11-29", "Thursday"))
	joined := export(t, s)
	ids := reportIDs(t, s)
	word := resolve.Judgment{Verdict: resolve.Different, A: ids[0], B: ids[1], Who: "ann", When: "2026-01-01T00:00:00Z", Why: "two days"}
	if got := judge(t, s, word); got.Split != 1 {
		t.Errorf("parting gives %+v", got)
	}
	if got := meetingRows(t, s); len(got) != 2 {
		t.Fatalf("%d meetings, want two", len(got))
	}
	parted := export(t, s)
	if got := judge(t, s, word); got != (loader.Meetings{}) {
		t.Errorf("saying it again gives %+v", got)
	}
	again := word
	again.Verdict, again.When = resolve.Same, "2026-01-02T00:00:00Z"
	if got := judge(t, s, again); got.Joined != 1 || len(meetingRows(t, s)) != 1 {
		t.Errorf("the later word gives %+v", got)
	}
	unjudge(t, s, again)
	same(t, "undone", export(t, s), parted)
	unjudge(t, s, word)
	same(t, "both undone", export(t, s), joined)
}

// TestWordsAndDocumentsComeInAnyOrder says random words before, between and
// after documents, and takes some back.
func TestWordsAndDocumentsComeInAnyOrder(t *testing.T) {
	docs := dispatches(t)
	plain := newStore(t)
	load(t, plain, docs...)
	groups, want := reportGroups(t, plain), export(t, plain)
	for seed := range uint64(4) {
		rng := rand.New(rand.NewPCG(seed, 3))
		var words []resolve.Judgment
		for i := range 12 {
			a, b := groups[rng.IntN(len(groups))], groups[rng.IntN(len(groups))]
			if i%2 == 0 { // of one meeting of several reports
				for len(a) < 2 {
					a = groups[rng.IntN(len(groups))]
				}
				b = a
			}
			words = append(words, resolve.Judgment{
				Verdict: []resolve.Verdict{resolve.Same, resolve.Different}[rng.IntN(2)],
				A:       a[rng.IntN(len(a))], B: b[rng.IntN(len(b))], Who: "bo", When: fmt.Sprintf("2026-01-%02d", 1+i), Why: "a guess",
			})
		}
		first := newStore(t)
		judge(t, first, words...)
		load(t, first, docs...)
		mixed := newStore(t)
		load(t, mixed, docs[:20]...)
		for _, w := range words[:6] {
			judge(t, mixed, w)
		}
		load(t, mixed, docs[20:]...)
		judge(t, mixed, words[6:]...)
		same(t, fmt.Sprint("seed ", seed), export(t, mixed), export(t, first))
		for _, w := range words {
			unjudge(t, mixed, w)
		}
		same(t, fmt.Sprint("undone, seed ", seed), export(t, mixed), want)
	}
}
