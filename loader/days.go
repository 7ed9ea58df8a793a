package loader

import (
	"context"
	"maps"
	"slices"

	"parley/graph"
)

// claim is what one document adds to what documents share.
type claim struct {
	doc graph.ID
	// published is the document's day, "" when unknown.
	published string
	ledger    ledger
}

// states are the keys of the shared nodes and edges that the document states,
// by which it is found when another one that states them goes.
func (c claim) states() []string {
	keys := map[string]bool{}
	for _, n := range c.ledger.Names {
		keys[n.ID] = true
	}
	for _, t := range c.ledger.Ties {
		keys[t.state()] = true
	}
	return slices.Sorted(maps.Keys(keys))
}

// state is the key of a tie.
func (t tie) state() string { return string(t.Type) + " " + t.From + " " + t.To }

// days are the first and the last day on which a document was published that
// states something, "" where none has a day. They are kept as bounds alone: a
// list of all days would grow with the documents.
type days struct {
	since, until string
	// first and last bound what the batch adds.
	first, last string
	// open tells that a document with one of the bounds goes, so that the
	// store must tell the bounds of those that stay.
	open bool
}

// daysOf reads what is kept.
func daysOf(p graph.Values) days {
	var d days
	d.since, _ = p.Get("since").(string)
	d.until, _ = p.Get("until").(string)
	return d
}

// add takes account of a document that comes (n > 0) or goes.
func (d *days) add(published string, n int64) {
	switch {
	case published == "":
	case n < 0:
		d.open = d.open || published == d.since || published == d.until
	default:
		widen(&d.first, &d.last, published, published)
	}
}

// widen makes room between two bounds for two more.
func widen(first, last *string, since, until string) {
	if since != "" && (*first == "" || since < *first) {
		*first = since
	}
	*last = max(*last, until)
}

// bound finishes the days of everything that stays, when the removed documents
// have gone. Only where one of them had the first or the last day is the store
// asked.
func (e *entities) bound(ctx context.Context, s graph.Store, removed []claim) error {
	gone := map[graph.ID]bool{}
	for _, c := range removed {
		gone[c.doc] = true
	}
	for _, id := range sortedKeys(e.names) {
		if err := e.names[id].bound(ctx, s, id, gone); err != nil {
			return err
		}
	}
	for _, t := range sortedTies(e.ties) {
		if err := e.ties[t].bound(ctx, s, t.state(), gone); err != nil {
			return err
		}
	}
	return nil
}

// bound finishes the days of one node or edge, which documents state by a key.
func (x *sharing) bound(ctx context.Context, s graph.Store, key string, gone map[graph.ID]bool) error {
	d := &x.days
	if d.open && len(x.counts) > 0 {
		for day, last := range map[*string]bool{&d.since: false, &d.until: true} {
			if *day == "" {
				continue // not kept of this
			}
			var err error
			if *day, err = outermost(ctx, s, key, last, gone); err != nil {
				return err
			}
		}
	}
	widen(&d.since, &d.until, d.first, d.last)
	return nil
}

// outermost is the first or last day of the stored documents that state a key,
// those that go left out; "" where none has a day.
func outermost(ctx context.Context, s graph.Store, key string, last bool, gone map[graph.ID]bool) (string, error) {
	res, err := s.Query(ctx, graph.Query{
		Labels: []graph.Label{documentLabel}, Props: []string{"published"}, Page: graph.Page{Limit: len(gone) + 1},
		Where: graph.And{graph.Compare{Prop: "state", Value: key}, graph.Compare{Prop: "published", Op: graph.Present, Value: true}},
		Order: []graph.Order{{Prop: "published", Desc: last}},
	})
	if err != nil {
		return "", err
	}
	for _, row := range res.Rows {
		if !gone[row.ID] {
			day, _ := row.Props.Get("published").(string)
			return day, nil
		}
	}
	return "", nil
}
