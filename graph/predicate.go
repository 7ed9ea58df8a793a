package graph

// Predicate says which nodes are meant. It is one of And, Or, Not, Compare,
// EdgeCompare, HasLabel, HasID and Connected; nil holds for every node.
type Predicate interface{ predicate() }

// And holds where all of its parts hold; an empty one always does.
type And []Predicate

// Or holds where one of its parts does; an empty one never does.
type Or []Predicate

// Not holds where its part doesn't. A comparison with an absent property is
// false, so its negation is true.
type Not struct{ Of Predicate }

// Op is a comparison.
type Op int

// The comparisons. Value's type follows the property's Kind.
const (
	// Eq: equal. For Text folded, aliases included; for Date the property's
	// interval lies inside the value's; for Strings the list has the value.
	Eq Op = iota
	// OneOf: equal to one of the values ([]string, []int64 or []float64).
	OneOf
	// Contains: has the value as a substring (String, Text).
	Contains
	// StartsWith: begins with the value (String, Text).
	StartsWith
	// From: at least the value. For Date: may be on or after the first day
	// of the value (the property's last possible day is not before it).
	From
	// To: at most the value. For Date: may be on or before the last day of
	// the value (the property's first possible day is not after it).
	To
	// Present: the property is there (Value true) or is not (Value false).
	Present
)

// Compare compares a property of the node. Text values come as typed by the
// user: the store folds them. Dates are partial ISO dates.
type Compare struct {
	Prop  string
	Op    Op
	Value any
}

// EdgeCompare compares a property of the edge by which the node was reached.
// It has a meaning only inside Connected.Where and Expand.Query.Where.
type EdgeCompare Compare

// HasLabel holds for nodes with one of the labels, interface labels included.
type HasLabel []Label

// HasID holds for the nodes with one of the IDs; an empty one never does.
type HasID []ID

// Quantifier tells how many of the connected nodes must satisfy a predicate.
type Quantifier int

// Some: at least one; Every: all, also when there are none; None: not one.
const (
	Some Quantifier = iota
	Every
	None
)

// Connected is a filter through an edge: it holds where some, every or none of
// the nodes that the edge leads to satisfies Where.
type Connected struct {
	Edge EdgeType
	Dir  Direction
	// Labels restricts the nodes that count; empty means any.
	Labels []Label
	Quant  Quantifier
	Where  Predicate
	// Up, when not "", follows further edges of that type, outwards, any
	// number of times (0 to 6) after Edge: a place, or what it lies in.
	Up EdgeType
}

func (And) predicate()         {}
func (Or) predicate()          {}
func (Not) predicate()         {}
func (Compare) predicate()     {}
func (EdgeCompare) predicate() {}
func (HasLabel) predicate()    {}
func (HasID) predicate()       {}
func (Connected) predicate()   {}
