package extractor

import (
	"context"

	"parley/loader/extract"
)

// Extractor reads what documents say.
type Extractor interface {
	// Begin takes a document up and returns its reading. It is quick, and it
	// is called for one document after the other, in their order, so that
	// whatever is shared out among documents (a budget) doesn't depend on which
	// of them is read first.
	Begin(doc extract.Document) Reading
	// Version names what reads, down to whatever makes it read differently:
	// a document that another version has read is read anew.
	Version() string
}

// Reading reads the document that it was begun for. Readings run at the same
// time and in any order; each is called once, also when ctx is over, and
// leaves early then. A Skip as error means that this document can't be read
// while others can; any other error, that it is no use to go on.
type Reading func(ctx context.Context) (Result, error)

// Result is what a document says, and who says so.
type Result struct {
	extract.Extraction
	// By is the version of what read the document: the extractor's own, or
	// that of what stood in for it.
	By string
	// Note is what a person should know of the reading, "" for nothing.
	Note string
}

// Skip is why one document could not be read.
type Skip struct {
	// Reason is for the person who looks at the list of skipped documents.
	Reason string
}

// Error is the reason.
func (s Skip) Error() string { return s.Reason }
