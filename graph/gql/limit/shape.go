package limit

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// Shape is the gate before validation: it measures a document's text and form.
// What it can't parse it lets through, for the executor to say why.
type Shape struct {
	Limits
	// admitted are the texts that passed lately; nil remembers none.
	admitted graphql.Cache[struct{}]
}

// ExtensionName implements graphql.HandlerExtension.
func (*Shape) ExtensionName() string { return "ParleyShape" }

// Validate implements graphql.HandlerExtension.
func (*Shape) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters refuses an operation whose text is too large or
// whose form passes a limit. It changes nothing.
func (s *Shape) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if err := exceeds(CodeBytes, len(p.Query), s.Bytes,
		"the query is %s bytes long; at most %s are allowed. Move values into variables, or ask in several requests."); err != nil {
		return err
	}
	if s.admitted != nil {
		if _, ok := s.admitted.Get(ctx, p.Query); ok {
			return nil
		}
	}
	if err := s.check(p.Query); err != nil {
		return err
	}
	if s.admitted != nil {
		s.admitted.Add(ctx, p.Query, struct{}{})
	}
	return nil
}

func (s *Shape) check(query string) *gqlerror.Error {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, s.Tokens)
	if err != nil {
		return s.tooManyTokens(err)
	}
	m := measure(doc)
	for _, l := range []struct {
		code              string
		measured, allowed int
		message           string
	}{
		{CodeDirectives, m.directives, s.Directives, "the query has %s directives (such as @include); at most %s are allowed. Leave out what isn't needed."},
		{CodeDepth, m.depth, s.Depth, "the query is %s fields deep, edges and node not counted; at most %s are allowed. Ask for the inner part in a second request, by id."},
		{CodeAliases, m.aliases, s.Aliases, "the query has %s aliases, those in fragments counted each time; at most %s are allowed. Ask in several requests."},
		{CodeFields, m.fields, s.Fields, "the query has %s fields, those in fragments counted each time; at most %s are allowed. Ask in several requests."},
		{CodeRepeats, m.repeats, s.Repeats, "the query repeats one field %s times in the same place; at most %s are allowed. Name it once, or give it aliases."},
	} {
		if err := exceeds(l.code, l.measured, l.allowed, l.message); err != nil {
			return err
		}
	}
	return nil
}

// tooManyTokens tells the token limit from a syntax error. The parser stops at
// the limit, so how many there would have been isn't known.
func (s *Shape) tooManyTokens(err error) *gqlerror.Error {
	if !strings.Contains(err.Error(), "exceeded token limit") {
		return nil
	}
	return exceeds(CodeTokens, s.Tokens+1, s.Tokens,
		"the query has at least %s tokens (names, values, punctuation); at most %s are allowed. Move values into variables, or ask in several requests.")
}

// shape is what a selection set measures, everything below it included.
type shape struct {
	depth, fields, aliases, directives, repeats int
}

// measure counts directives as written, everything else with fragments spread.
func measure(doc *ast.QueryDocument) shape {
	m := meter{
		fragments: doc.Fragments,
		shapes:    map[place]shape{},
		names:     map[string]map[string]int{},
		open:      map[string]bool{},
	}
	var all shape
	for _, op := range doc.Operations {
		all = all.beside(m.set(op.SelectionSet, false))
		all.directives += len(op.Directives)
		for _, v := range op.VariableDefinitions {
			all.directives += len(v.Directives)
		}
		all.directives += directives(op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		all.directives += len(f.Directives) + directives(f.SelectionSet)
		// Unused fragments are validated too.
		all.repeats = max(all.repeats, m.set(f.SelectionSet, false).repeats)
	}
	return all
}

// beside joins the measures of two parts of one document.
func (s shape) beside(t shape) shape {
	return shape{
		depth:      max(s.depth, t.depth),
		fields:     add(s.fields, t.fields),
		aliases:    add(s.aliases, t.aliases),
		directives: add(s.directives, t.directives),
		repeats:    max(s.repeats, t.repeats),
	}
}

// place is a fragment and whether it is spread inside the edges of a
// connection, where its node doesn't count as a level.
type place struct {
	fragment string
	inEdges  bool
}

// meter measures each fragment once a place. open are the fragments under way:
// one that is met again there is a cycle, which counts as nothing and is left
// to validation to refuse.
type meter struct {
	fragments ast.FragmentDefinitionList
	shapes    map[place]shape
	names     map[string]map[string]int
	open      map[string]bool
}

func (m *meter) set(set ast.SelectionSet, inEdges bool) shape {
	all := m.below(set, inEdges)
	for _, n := range m.flat(set) {
		all.repeats = max(all.repeats, n)
	}
	return all
}

// below is set without the repeats of the set itself, which are counted where
// the set ends and not where a fragment does.
func (m *meter) below(set ast.SelectionSet, inEdges bool) shape {
	var all shape
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			all = all.beside(m.field(sel, inEdges))
		case *ast.InlineFragment:
			all = all.beside(m.below(sel.SelectionSet, inEdges))
		case *ast.FragmentSpread:
			all = all.beside(m.spread(place{sel.Name, inEdges}))
		}
	}
	return all
}

func (m *meter) field(f *ast.Field, inEdges bool) shape {
	edges := f.Name == "edges" && !inEdges
	s := m.set(f.SelectionSet, edges)
	switch {
	case f.Name == "__schema" || f.Name == "__type":
		s.depth = 1
	case edges, inEdges && f.Name == "node":
	default:
		s.depth = add(s.depth, 1)
	}
	s.fields = add(s.fields, 1)
	if f.Alias != f.Name {
		s.aliases = add(s.aliases, 1)
	}
	return s
}

func (m *meter) spread(p place) shape {
	if s, ok := m.shapes[p]; ok {
		return s
	}
	f := m.fragments.ForName(p.fragment)
	if f == nil || m.open[p.fragment] {
		return shape{}
	}
	m.open[p.fragment] = true
	s := m.below(f.SelectionSet, p.inEdges)
	delete(m.open, p.fragment)
	m.shapes[p] = s
	return s
}

// flat counts the response names of a set, those of its fragments included.
func (m *meter) flat(set ast.SelectionSet) map[string]int {
	names := map[string]int{}
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			names[sel.Alias] = add(names[sel.Alias], 1)
		case *ast.InlineFragment:
			addAll(names, m.flat(sel.SelectionSet))
		case *ast.FragmentSpread:
			addAll(names, m.flatSpread(sel.Name))
		}
	}
	return names
}

func (m *meter) flatSpread(name string) map[string]int {
	if names, ok := m.names[name]; ok {
		return names
	}
	f := m.fragments.ForName(name)
	if f == nil {
		return nil
	}
	m.names[name] = nil // A cycle back to here adds nothing.
	m.names[name] = m.flat(f.SelectionSet)
	return m.names[name]
}

func addAll(to, from map[string]int) {
	for name, n := range from {
		to[name] = add(to[name], n)
	}
}

// directives counts those written in a set, fragments not followed.
func directives(set ast.SelectionSet) int {
	n := 0
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			n += len(sel.Directives) + directives(sel.SelectionSet)
		case *ast.InlineFragment:
			n += len(sel.Directives) + directives(sel.SelectionSet)
		case *ast.FragmentSpread:
			n += len(sel.Directives)
		}
	}
	return n
}
