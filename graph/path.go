package graph

// PathQuery asks how two actors are connected: from one through a meeting to
// somebody else in it, through another meeting, and so on.
type PathQuery struct {
	// From and To are looked for among EndLabels.
	From, To  End
	EndLabels []Label
	// Edge leads from a meeting's label Over to those in between, inwards:
	// (Via)-[Edge]->(Over).
	Edge EdgeType
	Over Label
	// Where says which meetings count.
	Where Predicate
	// Via says which nodes may stand between the ends.
	Via []Label
	// Max is how many meetings at the most, 1 to 6.
	Max int
	// Node is what to give of the actors, Meeting of the meetings: Props and
	// Expand; everything else stays empty.
	Node    Query
	Meeting Query
}

// End is one end of a path.
type End struct {
	// ID names the node, if it isn't "".
	ID ID
	// Name is resolved as by Lookup. One node whose own name is equal
	// (folded) beats others that have it as alias.
	Name string
}

// PathResult is the answer to a PathQuery.
type PathResult struct {
	// From and To are the nodes that the ends may mean, by ID, at most 10.
	// The path was looked for only if each is exactly one.
	From, To []Row
	// Found tells whether there is a path. From a node to itself it is the
	// path without steps.
	Found bool
	// Steps are one a meeting, in order. Of several shortest paths it is the
	// one whose IDs, from, meeting, to, meeting, …, come first in order.
	Steps []Step
}

// Step is one meeting of a path.
type Step struct {
	From, Meeting, To Row
}
