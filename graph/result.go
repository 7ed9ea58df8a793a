package graph

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
	// Props has the properties asked for; one that the node lacks is absent.
	Props Props
	// Edge has the properties asked for of the edge that led here, or the
	// aggregates of a Through.
	Edge Props
	// Score is the full-text score, where the query has a Text.
	Score float64
	// Keys are the sort keys, one or more for each Order, for a Cursor. They
	// survive encoding as JSON.
	Keys []any
	// Sub are the expanded edges by Expand.Name. Each one asked for is there.
	Sub map[string]*Result
}

// Bucket is one line of a facet: a Key or a Node, and how many nodes have it.
type Bucket struct {
	Key   string
	Node  *Row
	Count int64
}
