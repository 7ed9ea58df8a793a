package limit

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// What is assumed where an operation doesn't say.
const (
	// pageSize of a connection without first and last; the schema's default.
	pageSize = 20
	// listSize of a plain list, which the schema uses for what stays small.
	listSize = 5
)

// Cost is the gate after validation: it counts how many records the answer may
// hold. A record is one object, at each place where it may stand:
//
//   - a field with an object as its value is one, and what is below it;
//   - a connection is one, and for each of the first (or last) edges one more,
//     with what is below edges; its other fields count once;
//   - a list of objects is first of them, or five where it takes no first;
//   - a scalar is nothing, nor is a field that @skip or @include leaves out.
//
// Types are told by their form, as Relay names them: a field that takes first
// and has edges is a connection. Introspection costs nothing here.
type Cost struct {
	// Max is the most records; 0 is no limit.
	Max int
}

// ExtensionName implements graphql.HandlerExtension.
func (Cost) ExtensionName() string { return "ParleyCost" }

// Validate implements graphql.HandlerExtension.
func (Cost) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses an operation that asks for too many records.
// It changes nothing.
func (c Cost) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if c.Max == 0 {
		return nil
	}
	return exceeds(CodeCost, Records(op.Operation, op.Variables), c.Max,
		"the query asks for up to %s records; at most %s are allowed. Ask for smaller pages (first), or for fewer levels.")
}

// Records counts how many records the answer to a validated operation may hold
// with these variables (coerced, defaults filled in), as Cost describes.
func Records(op *ast.OperationDefinition, vars map[string]any) int {
	c := counter{vars: vars, spreads: map[spread]int{}}
	return c.set(op.SelectionSet, 1)
}

// spread is a fragment and the page size of the connection it is spread in.
type spread struct {
	fragment string
	page     int
}

type counter struct {
	vars    map[string]any
	spreads map[spread]int
}

// set counts the records below one object. Of a connection, edges (and nodes)
// stand page times.
func (c *counter) set(set ast.SelectionSet, page int) int {
	sum := 0
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			if c.included(sel.Directives) {
				sum = add(sum, c.field(sel, page))
			}
		case *ast.InlineFragment:
			if c.included(sel.Directives) {
				sum = add(sum, c.set(sel.SelectionSet, page))
			}
		case *ast.FragmentSpread:
			if c.included(sel.Directives) {
				sum = add(sum, c.fragment(sel, page))
			}
		}
	}
	return sum
}

func (c *counter) fragment(f *ast.FragmentSpread, page int) int {
	key := spread{f.Name, page}
	if n, ok := c.spreads[key]; ok {
		return n
	}
	n := c.set(f.Definition.SelectionSet, page)
	c.spreads[key] = n
	return n
}

func (c *counter) field(f *ast.Field, page int) int {
	if len(f.SelectionSet) == 0 || strings.HasPrefix(f.Name, "__") {
		return 0
	}
	if f.Name == "edges" || f.Name == "nodes" {
		return times(page, c.edges(f))
	}
	args := f.ArgumentMap(c.vars)
	if f.Definition.Type.Elem != nil {
		return times(size(args, listSize), add(1, c.set(f.SelectionSet, 1)))
	}
	return add(1, c.set(f.SelectionSet, size(args, pageSize)))
}

// edges counts one edge and what is below it. The edge and its node are one
// record, so the node's own one makes up for the edge's.
func (c *counter) edges(f *ast.Field) int {
	if f.Name == "nodes" {
		return add(1, c.set(f.SelectionSet, 1))
	}
	return max(1, c.set(f.SelectionSet, 1))
}

// size is the page that a field's arguments ask for, or without if they don't.
// A negative one, which the resolver refuses, counts as none.
func size(args map[string]any, without int) int {
	first, hasFirst := number(args["first"])
	last, hasLast := number(args["last"])
	if !hasFirst && !hasLast {
		return without
	}
	return min(max(first, last, 0), most)
}

func number(v any) (int, bool) {
	switch v := v.(type) {
	case int:
		return v, true
	case int64:
		return int(v), true
	case float64:
		return int(v), true
	case json.Number:
		n, err := v.Int64()
		return int(n), err == nil
	}
	return 0, false
}

// included tells whether @skip and @include let a selection stand.
func (c *counter) included(ds ast.DirectiveList) bool {
	for _, d := range ds {
		on, ok := d.ArgumentMap(c.vars)["if"].(bool)
		if ok && (d.Name == "skip" && on || d.Name == "include" && !on) {
			return false
		}
	}
	return true
}
