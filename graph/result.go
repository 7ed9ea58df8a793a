package graph

import (
	"iter"
	"maps"
)

// Result is the answer to a Query, or to one Expand of a row.
type Result struct {
	// Rows are the page, in the query's order.
	Rows []Row
	// Total is how many match in all; only where Query.Count is set.
	Total int64
	// More tells whether there are rows beyond the page, in the direction of
	// paging.
	More bool
	// Facets by Facet.Name.
	Facets map[string][]Bucket
	// Lookups by Lookup.Key; rows have ID, Label and the property "name".
	Lookups map[string][]Row
}

// Row is one node of an answer.
type Row struct {
	ID    ID
	Label Label
	// Props has the properties asked for; one that the node lacks is nil.
	Props Values
	// Edge has the properties asked for of the edge that led here, or the
	// aggregates of a Through.
	Edge Values
	// Score is the full-text score, where the query has a Text.
	Score float64
	// Keys are the sort keys, one or more for each Order, for a Cursor. They
	// survive encoding as JSON.
	Keys []any
	// Sub are the expanded edges by Expand.Name. Each one asked for is there.
	Sub Subs
}

// Values are properties by name, in the order in which they were asked for. An
// answer has thousands of rows with the same names, so they share one list of
// them and have no map each.
type Values struct {
	Names []string
	// List has as many values as there are names, of the types of Props; nil
	// where there is none.
	List []any
}

// Get returns the value of that name, nil without one.
func (v Values) Get(name string) any {
	for i, n := range v.Names {
		if n == name {
			return v.List[i]
		}
	}
	return nil
}

// All gives the values that are there, by name.
func (v Values) All() iter.Seq2[string, any] {
	return func(yield func(string, any) bool) {
		for i, n := range v.Names {
			if v.List[i] != nil && !yield(n, v.List[i]) {
				return
			}
		}
	}
}

// Props returns the values that are there, to be written.
func (v Values) Props() Props { return maps.Collect(v.All()) }

// Subs are results by name, kept as Values are.
type Subs struct {
	Names []string
	List  []Result
}

// Get returns the result of that name, nil if it wasn't asked for.
func (s Subs) Get(name string) *Result {
	for i, n := range s.Names {
		if n == name {
			return &s.List[i]
		}
	}
	return nil
}

// Bucket is one line of a facet: a Key or a Node, and how many nodes have it.
type Bucket struct {
	Key   string
	Node  *Row
	Count int64
}
