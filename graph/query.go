package graph

// Query is a tree: which nodes, in which order, which page of them, and which
// of their edges to expand into which sub-queries. A store answers it with ONE
// statement.
type Query struct {
	// Labels: nodes with one of these, interface labels included. Empty is
	// allowed only where IDs or Text are given.
	Labels []Label
	// IDs, when not nil, restricts to these nodes.
	IDs []ID
	// Text, when not "", restricts to the nodes whose full text has every
	// word and quoted phrase of it (see package index); rows get a Score. A
	// text without a single word finds nothing.
	Text string
	// Where restricts further; nil doesn't.
	Where Predicate
	// Order sorts; ties, and everything when it is empty, go by ID, upwards.
	Order []Order
	Page  Page
	// Props are the node properties wanted in each row. ID and Label always
	// come.
	Props []string
	// Expand are the edges to follow from each row of the page.
	Expand []Expand
	// Count asks for Result.Total: all that match, whatever the page.
	Count bool
	// Facets count all that match, whatever the page.
	Facets []Facet
	// Lookups are further small searches by name, answered in the same
	// statement. Only for the root of a tree.
	Lookups []Lookup
}

// OrderBy is what an Order looks at.
type OrderBy int

// ByProp sorts by a property of the node, ByEdge by one of the edge that led
// to it, ByAggregate by one of Through's aggregates, ByScore by the full-text
// score.
const (
	ByProp OrderBy = iota
	ByEdge
	ByAggregate
	ByScore
)

// Order is one sort key. Strings sort by their bytes, Text by its folded form
// (aliases don't count), dates by their first possible day and then, where
// equal, by the last. Rows without the value come last in either direction.
type Order struct {
	By   OrderBy
	Prop string
	Desc bool
}

// Page is a window of the ordered rows.
type Page struct {
	// Limit is how many rows at the most; 0 gives none, a negative one all.
	Limit int
	// Backward takes the last rows before Before instead of the first ones
	// after After. Rows come in the query's order all the same.
	Backward bool
	After    *Cursor
	Before   *Cursor
}

// Cursor is a position between rows: just behind the row with these sort keys.
// It stays right while rows come and go, itself included.
type Cursor struct {
	// Keys are Row.Keys of that row.
	Keys []any
	ID   ID
}

// Expand follows one type of edge from each row.
type Expand struct {
	// Name is the key in Row.Sub; distinct among the siblings.
	Name string
	Edge EdgeType
	Dir  Direction
	// EdgeProps are the edge properties wanted in Row.Edge.
	EdgeProps []string
	// Through, when not nil, goes on by a second edge and groups by the node
	// at the far end.
	Through *Through
	// Query says which of the nodes reached, in which order, and so on. Its
	// IDs, Text and Lookups stay empty; its Facets are allowed.
	Query Query
}

// Through goes over a node in between: from an actor through the meetings it
// attended to those who attended them too. Rows are the distinct nodes at the
// far end, never the start itself; Row.Edge holds the aggregates.
type Through struct {
	// Label and Where say which nodes in between count.
	Label Label
	Where Predicate
	// Edge and Dir lead on from the node in between.
	Edge EdgeType
	Dir  Direction
	// Apart, when not "", names a property of both edges: where both have it
	// and it is equal, the two ends are on one side and don't count.
	Apart string
	// Aggregates are computed over the distinct nodes in between.
	Aggregates []Aggregate
}

// Aggregation is how an Aggregate computes.
type Aggregation int

// CountNodes counts the nodes in between (int64); Min and Max give the least
// and greatest value of a Date or String property (string, absent where no
// node has it). Dates compare as in Order: the least is the first upwards,
// the greatest the first downwards.
const (
	CountNodes Aggregation = iota
	Min
	Max
)

// Aggregate is one value over the nodes in between.
type Aggregate struct {
	Name string
	Fn   Aggregation
	Prop string
}

// Facet counts the matching nodes by a property's value or by the nodes that
// an edge leads to.
type Facet struct {
	// Name is the key in Result.Facets.
	Name string
	// Prop counts by a property (Edge is "" then). Nodes without it are left
	// out.
	Prop string
	// Unit cuts a Date property to "month" (YYYY-MM) or "year" (YYYY); dates
	// that are less precise are left out. "" counts values as they stand.
	Unit string
	// Edge, Dir count by node; Node gives that node's Labels, Where, Props
	// and Expand.
	Edge EdgeType
	Dir  Direction
	Node Query
	// Limit is how many buckets at the most; negative means all. Buckets
	// with a Unit come by key, the others by count (most first), then by
	// key or ID.
	Limit int
}

// Lookup finds nodes by name: name, alias or surname, folded.
type Lookup struct {
	// Key is the key in Result.Lookups.
	Key    string
	Labels []Label
	Name   string
	// Limit is how many at the most, by ID.
	Limit int
}
