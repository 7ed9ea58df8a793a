package model

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"parley/graph"
	"parley/graph/gql/internal/plan"
)

// Enum is a value of any enum, as the graph keeps it: in lower case.
type Enum string

// MarshalGQL writes the value as the schema names it.
func (e Enum) MarshalGQL(w io.Writer) {
	fmt.Fprintf(w, "%q", shown(string(e)))
}

// UnmarshalGQL reads a value of the schema.
func (e *Enum) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("%v is not an enum value", v)
	}
	*e = Enum(strings.ToLower(s))
	return nil
}

// PageInfo tells where a page stands, as Relay's specification has it.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// ValueCount is a bucket of a facet that counts by value.
type ValueCount struct {
	Key   string
	Count int64
}

// Info is what a store tells about itself.
type Info struct {
	Kind, Server string
	Revision     int64
	Nodes        []*ValueCount
	Edges        int64
}

// NewInfo takes over what may be shown of a store.
func NewInfo(i *graph.Info) *Info {
	out := &Info{Kind: i.Kind, Server: i.Server, Revision: int64(i.Revision), Edges: i.Edges, Nodes: []*ValueCount{}}
	for label, n := range i.Nodes {
		out.Nodes = append(out.Nodes, &ValueCount{Key: string(label), Count: n})
	}
	slices.SortFunc(out.Nodes, func(a, b *ValueCount) int { return strings.Compare(a.Key, b.Key) })
	return out
}

// Path is a chain of meetings.
type Path struct {
	child  *plan.Child
	result *graph.PathResult
}

// NewPath views the answer to a PathQuery; nil if an end is unknown.
func NewPath(a *plan.Answer) *Path {
	if a.Path == nil {
		return nil
	}
	return &Path{a.Child, a.Path}
}

// Length is how many meetings the path has, nil if there is none.
func (p *Path) Length() *int {
	if !p.result.Found {
		return nil
	}
	n := len(p.result.Steps)
	return &n
}

// Steps are the path's meetings.
func (p *Path) Steps(ctx context.Context) []*PathStep {
	c := (&Record{child: p.child}).selected(ctx)
	out := make([]*PathStep, len(p.result.Steps))
	for i := range p.result.Steps {
		out[i] = &PathStep{c, &p.result.Steps[i]}
	}
	return out
}

// PathStep is one meeting of a path.
type PathStep struct {
	child *plan.Child
	step  *graph.Step
}

func (s *PathStep) view(ctx context.Context, row *graph.Row) *Record {
	return node((&Record{child: s.child}).selected(ctx), row)
}

// From is who leads on from the step before.
func (s *PathStep) From(ctx context.Context) Actor { return AsActor(s.view(ctx, &s.step.From)) }

// Meeting is the meeting.
func (s *PathStep) Meeting(ctx context.Context) *Meeting {
	return (*Meeting)(s.view(ctx, &s.step.Meeting))
}

// To is who leads on to the step behind.
func (s *PathStep) To(ctx context.Context) Actor { return AsActor(s.view(ctx, &s.step.To)) }
