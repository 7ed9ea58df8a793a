package loader

import (
	"context"
	"slices"

	"parley/graph"
)

// Withdrawn tells what Withdraw did.
type Withdrawn struct {
	// Documents are the IDs of those taken away.
	Documents []string
	// Unnamed are those that stay because they have another name too.
	Unnamed []string
	// Unknown are the references that name no document.
	Unknown []string
	// Meetings tells what became of meetings.
	Meetings Meetings
}

// Withdraw takes documents out of the graph, with everything that only they
// state: afterwards it is as if they had never been loaded. A reference is a
// document's ID, its URL, or the name under which it was loaded; a document of
// several names that is withdrawn by one keeps the others and stays.
func Withdraw(ctx context.Context, store graph.Store, refs []string) (Withdrawn, error) {
	l := newLoad(store, Options{})
	var out Withdrawn
	for _, ref := range refs {
		var one Withdrawn
		sum, err := l.commit(ctx, func(ctx context.Context) (b graph.Batch, s Summary, err error) {
			one = Withdrawn{}
			b, s.Meetings, err = l.withdraw(ctx, ref, &one)
			return b, s, err
		})
		if err != nil {
			return out, err
		}
		out.Documents = append(out.Documents, one.Documents...)
		out.Unnamed = append(out.Unnamed, one.Unnamed...)
		out.Unknown = append(out.Unknown, one.Unknown...)
		l.summary.add(sum)
	}
	out.Meetings = l.summary.Meetings
	return out, nil
}

// withdraw works out how to take away what a reference names.
func (l *load) withdraw(ctx context.Context, ref string, out *Withdrawn) (graph.Batch, Meetings, error) {
	found, err := l.store.Query(ctx, graph.Query{
		Labels: []graph.Label{documentLabel}, Page: all, Props: documentProps,
		Where: graph.Or{
			graph.Compare{Prop: "url", Op: graph.Eq, Value: ref},
			graph.Compare{Prop: "url", Op: graph.Eq, Value: canonicalURL(ref)},
			graph.Compare{Prop: "names", Op: graph.Eq, Value: ref},
		},
	})
	if err != nil {
		return graph.Batch{}, Meetings{}, err
	}
	rows := found.Rows
	byID, err := l.store.Query(ctx, graph.Query{Labels: []graph.Label{documentLabel}, IDs: []graph.ID{graph.ID(ref)}, Page: all, Props: documentProps})
	if err != nil {
		return graph.Batch{}, Meetings{}, err
	}
	rows = append(rows, byID.Rows...)
	if len(rows) == 0 {
		out.Unknown = append(out.Unknown, ref)
	}
	var renamed []graph.Node
	var ids []graph.ID
	for _, r := range rows {
		names, _ := r.Props.Get("names").([]string)
		if len(names) > 1 && slices.Contains(names, ref) {
			left := r.Props.Props()
			left["names"] = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == ref })
			renamed = append(renamed, graph.Node{ID: r.ID, Label: documentLabel, Props: left})
			out.Unnamed = append(out.Unnamed, string(r.ID))
			continue
		}
		ids = append(ids, r.ID)
		out.Documents = append(out.Documents, string(r.ID))
	}
	return l.without(ctx, ids, renamed)
}

// documentProps are all properties of a document.
var documentProps = []string{"title", "url", "published", "publisher", "names", "text", "digest", "ledger", "states"}

// without works out the transaction that takes documents away, and writes
// others anew.
func (l *load) without(ctx context.Context, ids []graph.ID, renamed []graph.Node) (graph.Batch, Meetings, error) {
	old, err := storedDocuments(ctx, l.store, ids)
	if err != nil {
		return graph.Batch{}, Meetings{}, err
	}
	c := change{nodes: renamed}
	for _, id := range ids {
		c.remove(old[string(id)])
	}
	return c.batch(ctx, l.store, l.namer)
}
