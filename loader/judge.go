package loader

import (
	"context"
	"maps"
	"slices"
	"strings"

	"parley/graph"
	"parley/loader/resolve"
)

// Word is an analyst's word about two reports as the store keeps it.
type Word struct {
	ID string `json:"id"`
	resolve.Judgment
}

// WordOf names a word. The same word is one, however often it is said.
func WordOf(j resolve.Judgment) Word {
	if j.A > j.B {
		j.A, j.B = j.B, j.A
	}
	return Word{"judgment:" + hash(string(j.Verdict), j.A, j.B, j.Who, j.When, j.Why), j}
}

// ReportOf returns the ID of the report that an ID of a report or a meeting
// names: a meeting's is that of one of its reports. It is "" for others.
func ReportOf(id string) string {
	prefix, rest, _ := strings.Cut(id, ":")
	if rest == "" || prefix != "report" && prefix != "meeting" {
		return ""
	}
	return "report:" + rest
}

// Judgments returns all words in the store, by when they were said.
func Judgments(ctx context.Context, store graph.Store) ([]Word, error) {
	res, err := store.Query(ctx, graph.Query{
		Labels: []graph.Label{judgmentLabel}, Page: all, Props: []string{"verdict", "a", "b", "who", "when", "why"},
		Order: []graph.Order{{Prop: "when"}},
	})
	if err != nil {
		return nil, err
	}
	out := make([]Word, len(res.Rows))
	for i, row := range res.Rows {
		get := func(name string) string { s, _ := row.Props.Get(name).(string); return s }
		out[i] = Word{string(row.ID), resolve.Judgment{
			Verdict: resolve.Verdict(get("verdict")), A: get("a"), B: get("b"), Who: get("who"), When: get("when"), Why: get("why"),
		}}
	}
	return out, nil
}

// Judge takes words into the store, and makes the meetings what they are under
// them. Those that are there already change nothing. The reports of a word need
// not be there: it is obeyed when they come.
func Judge(ctx context.Context, store graph.Store, words []resolve.Judgment) (Meetings, error) {
	return judge(ctx, store, func(now map[string]Word) {
		for _, j := range words {
			w := WordOf(j)
			now[w.ID] = w
		}
	})
}

// Unjudge takes words out of the store: afterwards it is as if they had never
// been said. It returns those that were there.
func Unjudge(ctx context.Context, store graph.Store, ids []string) (undone []Word, changes Meetings, err error) {
	changes, err = judge(ctx, store, func(now map[string]Word) {
		undone = nil
		for _, id := range ids {
			if w, ok := now[id]; ok {
				undone = append(undone, w)
				delete(now, id)
			}
		}
	})
	return undone, changes, err
}

// judge changes the words by ID.
func judge(ctx context.Context, store graph.Store, change func(map[string]Word)) (Meetings, error) {
	l := newLoad(store, Options{})
	sum, err := l.commit(ctx, func(ctx context.Context) (b graph.Batch, s Summary, err error) {
		before, err := Judgments(ctx, store)
		if err != nil {
			return b, s, err
		}
		now := map[string]Word{}
		for _, w := range before {
			now[w.ID] = w
		}
		change(now)
		judged := writeWords(before, now, &b)
		if b.Empty() {
			return b, s, nil
		}
		after := slices.Collect(maps.Values(now))
		s.Meetings, err = newMeetings(store, said(after), said(before)).plan(ctx, nil, nil, judged, &b)
		return b, s, err
	})
	return sum.Meetings, err
}

// writeWords adds to the batch what the words become, and returns the reports of
// those that come or go.
func writeWords(before []Word, now map[string]Word, b *graph.Batch) []string {
	judged := map[string]bool{}
	was := map[string]bool{}
	for _, w := range before {
		was[w.ID] = true
		if _, stays := now[w.ID]; !stays {
			judged[w.A], judged[w.B] = true, true
			b.DeleteNodes = append(b.DeleteNodes, graph.ID(w.ID))
		}
	}
	for _, id := range sortedKeys(now) {
		w := now[id]
		if was[id] {
			continue
		}
		judged[w.A], judged[w.B] = true, true
		b.Nodes = append(b.Nodes, graph.Node{ID: graph.ID(id), Label: judgmentLabel, Props: props(graph.Props{
			"verdict": string(w.Verdict), "a": w.A, "b": w.B, "who": w.Who, "when": w.When, "why": w.Why,
		})})
	}
	return sortedKeys(judged)
}

// said are the words without their IDs.
func said(words []Word) []resolve.Judgment {
	out := make([]resolve.Judgment, len(words))
	for i, w := range words {
		out[i] = w.Judgment
	}
	return out
}
