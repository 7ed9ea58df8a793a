package loader

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"time"

	"parley/graph"
	"parley/loader/extractor"
	"parley/loader/lexicon"
	"parley/loader/read"
	"parley/loader/resolve"
)

// How much is read, extracted and written at once. A transaction of this size
// takes well under a second, and memory stays flat however much is loaded.
const (
	batchDocuments = 48
	batchBytes     = 2 << 20
)

// maxSkips bounds Summary.Skips; Summary.Skipped counts on.
const maxSkips = 200

// Options of a load.
type Options struct {
	// Workers is how many documents are extracted at the same time; 0 means
	// one a processor.
	Workers int
	// Extractor reads the documents; nil means the rules.
	Extractor extractor.Extractor
	// Progress, when not nil, is called after each batch, each skip and each
	// note, never twice at the same time.
	Progress func(Progress)
}

// Progress tells how far a load is.
type Progress struct {
	// Documents and Bytes count what was read and dealt with, skips left out.
	Documents, Bytes int64
	// Name is the document read last.
	Name string
	// Skip is what has just been skipped, nil after a batch.
	Skip *read.Skip
	// Note is what the extractor has to say of how a document was read.
	Note *read.Skip
}

// Summary tells what a load did.
type Summary struct {
	// New, Unchanged and Replaced count documents; Skipped what could not be
	// read or extracted.
	New, Unchanged, Replaced, Skipped int
	// Skips are the first of what was skipped.
	Skips []read.Skip
	// Reports, Positions and People count what the new and replaced documents
	// state.
	Reports, Positions, People int
	// Meetings tells what became of meetings.
	Meetings Meetings
}

// load is one call of Load or Withdraw.
type load struct {
	store   graph.Store
	opt     Options
	namer   *resolve.Namer
	summary Summary
	done    Progress
}

// Load reads documents and brings the graph to what it is with them. It writes
// a batch of documents a transaction: when it ends early, by an error or by
// ctx, every document is in the graph whole or not at all, and loading again
// does the rest. The summary tells what was done until then. What can't be
// read is skipped, counted and told. Several loads of one store at the same
// time are safe.
func Load(ctx context.Context, store graph.Store, items iter.Seq[read.Item], opt Options) (Summary, error) {
	l := newLoad(store, opt)
	var batch []*item
	size := 0
	flush := func() error {
		defer func() { batch, size = nil, 0 }()
		return l.flush(ctx, batch)
	}
	for it := range items {
		if err := ctx.Err(); err != nil {
			return l.summary, err
		}
		if it.Err != nil {
			return l.summary, errors.Join(it.Err, flush())
		}
		if it.Skip != nil {
			l.skip(*it.Skip)
			continue
		}
		next := &item{doc: it.Doc, id: documentID(it.Doc), digest: digest(it.Doc, l.opt.Extractor.Version())}
		full := len(batch) >= batchDocuments || size > 0 && size+len(it.Doc.Text) > batchBytes
		if full || slices.ContainsFunc(batch, func(o *item) bool { return o.id == next.id }) {
			if err := flush(); err != nil {
				return l.summary, err
			}
		}
		batch, size = append(batch, next), size+len(it.Doc.Text)
	}
	return l.summary, flush()
}

// newLoad makes ready.
func newLoad(store graph.Store, opt Options) *load {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	lex := lexicon.Default()
	if opt.Extractor == nil {
		opt.Extractor = extractor.NewRules(lex)
	}
	return &load{store: store, opt: opt, namer: resolve.NewNamer(lex)}
}

// skip notes what could not be read.
func (l *load) skip(s read.Skip) {
	l.summary.Skipped++
	if len(l.summary.Skips) < maxSkips {
		l.summary.Skips = append(l.summary.Skips, s)
	}
	if l.opt.Progress != nil {
		p := l.done
		p.Skip = &s
		l.opt.Progress(p)
	}
}

// flush writes a batch of documents with distinct IDs.
func (l *load) flush(ctx context.Context, batch []*item) error {
	if len(batch) == 0 {
		return nil
	}
	got, err := l.commit(ctx, func(ctx context.Context) (graph.Batch, Summary, error) { return l.plan(ctx, batch) })
	if err != nil {
		return err
	}
	l.summary.add(got)
	for _, it := range batch {
		l.tell(it)
	}
	if l.opt.Progress != nil {
		l.opt.Progress(l.done)
	}
	return nil
}

// tell counts a document that was dealt with, and passes on what there is to
// say of it.
func (l *load) tell(it *item) {
	if it.skip != nil {
		l.skip(read.Skip{Name: it.doc.Name, Reason: it.skip.Reason})
		return
	}
	l.done.Documents++
	l.done.Bytes += int64(len(it.doc.Text))
	l.done.Name = it.doc.Name
	if it.note != "" && l.opt.Progress != nil {
		p := l.done
		p.Note = &read.Skip{Name: it.doc.Name, Reason: it.note}
		l.opt.Progress(p)
	}
}

// add counts further documents.
func (s *Summary) add(o Summary) {
	s.New += o.New
	s.Unchanged += o.Unchanged
	s.Replaced += o.Replaced
	s.Reports += o.Reports
	s.Positions += o.Positions
	s.People += o.People
	s.Meetings.add(o.Meetings)
}

// retryPause is how long a loader waits, at most and in the beginning, after
// another one wrote first.
const (
	retryPause    = 20 * time.Millisecond
	maxRetryPause = time.Second
)

// commit plans on one revision of the store and applies the plan if the store
// is still at it, else plans again.
func (l *load) commit(ctx context.Context, plan func(context.Context) (graph.Batch, Summary, error)) (Summary, error) {
	for pause := retryPause; ; pause = min(2*pause, maxRetryPause) {
		revision, err := l.store.Apply(ctx, graph.Batch{})
		if err != nil {
			return Summary{}, err
		}
		b, summary, err := plan(ctx)
		if err != nil {
			return Summary{}, err
		}
		if b.Empty() {
			return summary, nil
		}
		b.If = revision
		if _, err = l.store.Apply(ctx, b); err == nil || !errors.Is(err, graph.ErrConflict) {
			return summary, err
		}
		select {
		case <-ctx.Done():
			return Summary{}, ctx.Err()
		case <-time.After(pause/2 + rand.N(pause)):
		}
	}
}

// plan works out what the batch of documents changes in the store as it is.
func (l *load) plan(ctx context.Context, batch []*item) (graph.Batch, Summary, error) {
	var sum Summary
	ids := make([]graph.ID, len(batch))
	for i, it := range batch {
		ids[i] = graph.ID(it.id)
	}
	old, err := storedDocuments(ctx, l.store, ids)
	if err != nil {
		return graph.Batch{}, sum, err
	}
	if err := l.extract(ctx, slices.DeleteFunc(slices.Clone(batch), func(it *item) bool { return it.in(old) })); err != nil {
		return graph.Batch{}, sum, err
	}
	var c change
	for _, it := range batch {
		if it.skip != nil {
			continue // what the store has of it stays
		}
		was, ok := old[it.id]
		sum.count(it, was, ok)
		if it.in(old) {
			continue
		}
		if ok {
			c.remove(was)
		}
		c.add(it, was.names)
	}
	b, meetings, err := c.batch(ctx, l.store, l.namer)
	sum.Meetings = meetings
	return b, sum, err
}

// count counts a document, and what it states unless that is known.
func (s *Summary) count(it *item, was stored, ok bool) {
	switch {
	case ok && was.digest == it.digest:
		s.Unchanged++
		return
	case ok:
		s.Replaced++
	default:
		s.New++
	}
	s.Reports += len(it.x.Meetings)
	s.Positions += len(it.x.Positions)
	s.People += len(it.x.People)
}

// change is what documents take from the graph and add to it.
type change struct {
	removed, added []claim
	delete         []graph.ID
	nodes          []graph.Node
	edges          []graph.Edge
	gone, fresh    []*resolve.Report
}

// remove takes a stored document away.
func (c *change) remove(d stored) {
	c.removed = append(c.removed, d.claim)
	c.delete = append(c.delete, d.owned...)
	c.gone = append(c.gone, d.reports...)
}

// add adds a document, with the names that it has already.
func (c *change) add(it *item, names []string) {
	names = append(slices.Clone(names), it.doc.Name)
	slices.Sort(names)
	stated := claim{graph.ID(it.id), it.doc.Published, it.stmt.ledger}
	data, _ := json.Marshal(stated.ledger) // plain strings always encode
	c.nodes = append(c.nodes, graph.Node{ID: graph.ID(it.id), Label: documentLabel, Props: props(graph.Props{
		"title": it.doc.Title, "url": it.doc.URL, "published": it.doc.Published, "publisher": it.doc.Publisher,
		"names": slices.Compact(names), "text": it.doc.Text, "digest": it.digest, "ledger": string(data), "states": stated.states(),
	})})
	c.nodes = append(c.nodes, it.stmt.nodes...)
	c.edges = append(c.edges, it.stmt.edges...)
	c.added = append(c.added, stated)
	c.fresh = append(c.fresh, it.stmt.reports...)
}

// batch works out the transaction.
func (c *change) batch(ctx context.Context, store graph.Store, namer *resolve.Namer) (graph.Batch, Meetings, error) {
	var b graph.Batch
	e := entities{names: map[string]*sharing{}, ties: map[tie]*sharing{}}
	e.want(c.removed...)
	e.want(c.added...)
	if err := e.read(ctx, store); err != nil {
		return b, Meetings{}, err
	}
	for _, x := range c.added {
		e.apply(x, 1)
	}
	for _, x := range c.removed {
		e.apply(x, -1)
	}
	if err := e.bound(ctx, store, c.removed); err != nil {
		return b, Meetings{}, err
	}
	b.DeleteNodes = slices.Clone(c.delete)
	b.Nodes, b.Edges = slices.Clone(c.nodes), slices.Clone(c.edges)
	e.write(namer, &b)
	words, err := Judgments(ctx, store)
	if err != nil {
		return b, Meetings{}, err
	}
	changes, err := newMeetings(store, said(words)).plan(ctx, c.gone, c.fresh, nil, &b)
	return b, changes, err
}
