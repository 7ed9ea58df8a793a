package graph

// ID names one node for good: a prefix that tells its label, a colon and a
// slug or hash ("person:steve-witkoff", "meeting:5f0c…"). See LabelDef.Prefix.
type ID string

// Label is what a node is ("Person"). Interface labels ("Actor") stand beside
// the node's own one.
type Label string

// EdgeType is what an edge says ("ATTENDED").
type EdgeType string

// Props are the properties of a node or an edge. A value is a string, int64,
// float64, bool, []string or []int64; a nil value or an empty list is the same
// as no property. Names that begin with "_" are the stores' own.
type Props map[string]any

// Node is one thing in the graph.
type Node struct {
	ID    ID
	Label Label
	Props Props
}

// Edge is one directed statement between two nodes. There is at most one edge
// of a type from one node to another.
type Edge struct {
	Type  EdgeType
	From  ID
	To    ID
	Props Props
}

// Batch is one transaction's worth of writing. A store carries it out in the
// order of the fields, entirely or not at all.
type Batch struct {
	// If, when positive, is the revision that the store must still have;
	// otherwise Apply writes nothing and returns ErrConflict.
	If Revision
	// DeleteNodes go together with all their edges. An ID that isn't there
	// is no error.
	DeleteNodes []ID
	// Clear removes edges before Edges are written.
	Clear []Clear
	// Nodes are created, or replaced whole: a property that is not given is
	// gone afterwards. Edges of a replaced node stay.
	Nodes []Node
	// Edges are created, or their properties replaced whole. Both ends must
	// exist by then, with labels that the EdgeDef allows there; otherwise
	// Apply fails with ErrInvalid.
	Edges []Edge
}

// Clear names the edges of one type at one node, in one direction.
type Clear struct {
	Node ID
	Type EdgeType
	Dir  Direction
}

// Direction is how an edge is followed, seen from the node at hand.
type Direction int

// Out follows an edge from its From to its To, In from its To to its From.
const (
	Out Direction = iota
	In
)

// Reverse returns the other direction.
func (d Direction) Reverse() Direction { return 1 - d }

// Empty reports whether the batch writes nothing.
func (b Batch) Empty() bool {
	return len(b.DeleteNodes) == 0 && len(b.Clear) == 0 && len(b.Nodes) == 0 && len(b.Edges) == 0
}
