package graphtest

import (
	"fmt"
	"slices"
	"testing"

	"parley/graph"
)

// walk is a list to page through: a query, how to set its page, and how to
// get at the list in the answer.
type walk struct {
	name string
	page func(graph.Page) graph.Query
	list func(*graph.Result) *graph.Result
}

// runPaging walks through lists with ties and absent values, forward and
// backward, at every page size, with cursors that went through JSON.
func runPaging(t *testing.T, s *subject) {
	for _, w := range walks() {
		t.Run(w.name, func(t *testing.T) {
			whole := w.list(s.query(t, w.page(all)))
			for size := 1; size <= len(whole.Rows)+1; size++ {
				s.walk(t, w, whole.Rows, graph.Page{Limit: size})
				s.walk(t, w, whole.Rows, graph.Page{Limit: size, Backward: true})
			}
		})
	}
	t.Run("every cursor", func(t *testing.T) { everyCursor(t, s) })
}

func walks() []walk {
	root := func(r *graph.Result) *graph.Result { return r }
	sub := func(name string) func(*graph.Result) *graph.Result {
		return func(r *graph.Result) *graph.Result { return r.Rows[0].Sub.Get(name) }
	}
	var out []walk
	orders := map[string][]graph.Order{
		"ids": nil, "dates": {up("start")}, "dates down": {down("start")}, "ints": {up("seats")}, "ints down": {down("seats")},
		"floats down": {down("cost")}, "text": {up("title")}, "bytes down": {down("note")}, "bools": {up("open")},
		"two keys": {up("status"), down("seats")}, "dates and strings": {down("kind"), down("start"), up("status")},
	}
	for name, order := range orders {
		out = append(out, walk{name, func(p graph.Page) graph.Query {
			return graph.Query{Labels: []graph.Label{"Meeting"}, Order: order, Page: p}
		}, root})
	}
	return append(out,
		walk{"search", func(p graph.Page) graph.Query { return graph.Query{Text: "security", Order: best, Page: p} }, root},
		walk{"edge", func(p graph.Page) graph.Query {
			return from("meeting:a", actorsOf("actors", graph.Query{Order: byEdge("seat", true), Page: p}))
		}, sub("actors")},
		walk{"edge dates", func(p graph.Page) graph.Query {
			return from("meeting:a", actorsOf("actors", graph.Query{Order: byEdge("since", false), Page: p}))
		}, sub("actors")},
		walk{"meetings of a hub", func(p graph.Page) graph.Query {
			return from("country:ru", meetingsOf("meetings", graph.Query{Order: []graph.Order{up("kind")}, Page: p}))
		}, sub("meetings")},
		walk{"through", func(p graph.Page) graph.Query {
			return from("person:ana", counterparts(graph.Through{}, graph.Query{Order: []graph.Order{byAggregate("meetings", true), byAggregate("last", false)}, Page: p}))
		}, sub("counterparts")},
	)
}

// walk goes from page to page and compares them with the whole list.
func (s *subject) walk(t *testing.T, w walk, whole []graph.Row, page graph.Page) {
	t.Helper()
	var got []string
	for range len(whole) + 1 {
		res := w.list(s.query(t, w.page(page)))
		ids := rowIDs(res.Rows)
		if page.Backward {
			got = append(ids, got...)
		} else {
			got = append(got, ids...)
		}
		if more := len(got) < len(whole); more != res.More {
			t.Fatalf("page %s has More %t, want %t", pageText(page), res.More, more)
		}
		if !res.More || len(res.Rows) == 0 {
			break
		}
		if page.Backward {
			page.Before = throughJSON(t, res.Rows[0])
		} else {
			page.After = throughJSON(t, res.Rows[len(res.Rows)-1])
		}
	}
	if want := rowIDs(whole); !slices.Equal(got, want) {
		t.Errorf("pages %s give\n%v, want\n%v", pageText(page), got, want)
	}
}

// everyCursor cuts one list at each of its rows.
func everyCursor(t *testing.T, s *subject) {
	query := func(p graph.Page) graph.Query {
		return graph.Query{Labels: []graph.Label{"Meeting"}, Order: []graph.Order{up("start"), down("seats")}, Page: p}
	}
	whole := s.query(t, query(all)).Rows
	for i, row := range whole {
		c := throughJSON(t, row)
		after := s.query(t, query(graph.Page{Limit: -1, After: c}))
		before := s.query(t, query(graph.Page{Limit: -1, Before: c, Backward: true}))
		if !slices.Equal(rowIDs(after.Rows), rowIDs(whole[i+1:])) || !slices.Equal(rowIDs(before.Rows), rowIDs(whole[:i])) {
			t.Errorf("around %s are %v and %v, in the list %v", row.ID, rowIDs(before.Rows), rowIDs(after.Rows), rowIDs(whole))
		}
	}
}

func rowIDs(rows []graph.Row) []string {
	out := []string{}
	for _, r := range rows {
		out = append(out, string(r.ID))
	}
	return out
}

func pageText(p graph.Page) string {
	return fmt.Sprintf("of %d, backward %t", p.Limit, p.Backward)
}
