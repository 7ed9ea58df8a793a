package loader

import (
	"context"
	"errors"
	"slices"

	"golang.org/x/sync/errgroup"

	"parley/loader/extract"
	"parley/loader/extractor"
	"parley/loader/read"
)

// item is a document on its way.
type item struct {
	doc *read.Document
	id  string
	// digest is that of the document as the extractor would read it, and once
	// it is read, as it was read.
	digest string
	// x is the extraction, made when the store turns out to lack it; skip is
	// why it could not be made.
	x    *extract.Extraction
	skip *extractor.Skip
	note string
	stmt statements
}

// in reports that the store has the document as it is and under this name.
func (it *item) in(old map[string]stored) bool {
	was, ok := old[it.id]
	return ok && was.digest == it.digest && slices.Contains(was.names, it.doc.Name)
}

// extract fills in what documents say, several at a time. The error is that
// of the extractor, or of ctx where some are not extracted.
func (l *load) extract(ctx context.Context, items []*item) error {
	g, within := errgroup.WithContext(ctx)
	g.SetLimit(l.opt.Workers)
	for _, it := range items {
		if it.x != nil || it.skip != nil || within.Err() != nil {
			continue
		}
		reading := l.opt.Extractor.Begin(extract.Document{
			ID: it.id, Title: it.doc.Title, Published: it.doc.Published, Publisher: it.doc.Publisher, Text: it.doc.Text,
		})
		g.Go(func() error { return l.take(within, it, reading) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}

// take takes over what a document says.
func (l *load) take(ctx context.Context, it *item, reading extractor.Reading) error {
	res, err := reading(ctx)
	if skip, ok := errors.AsType[extractor.Skip](err); ok {
		it.skip = &skip
		return nil
	}
	if err != nil {
		return err
	}
	it.note, it.digest = res.Note, digest(it.doc, res.By)
	it.stmt = state(it.doc, res.Extraction, l.namer)
	it.x = &res.Extraction
	return nil
}
