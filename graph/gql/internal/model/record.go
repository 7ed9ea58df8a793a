// Package model holds the Go types behind the schema's objects. All of them
// are a Record, a view on one part of a store's answer; types_gen.go gives each
// the methods that gqlgen calls, one a field, made from the SDL. Reading never
// asks the store: the root field has fetched everything.
package model

import (
	"context"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"parley/graph"
	"parley/graph/gql/internal/plan"
	"parley/graph/index"
)

// highlightBytes is how much of a text a highlight shows.
const highlightBytes = 200

// Record is a node, a connection, a row of one, a set of facets or a bucket of
// one: what Child says was selected of it, and the part of the answer it reads.
type Record struct {
	child *plan.Child
	// row is set for a node and for a connection's row.
	row *graph.Row
	// result is set for a connection and its facets.
	result *graph.Result
	bucket *graph.Bucket
}

// NewRecord returns the view on a root field's answer; nil if nothing was
// found.
func NewRecord(a *plan.Answer) *Record {
	if a.Row == nil && a.Result == nil {
		return nil
	}
	if a.Row != nil {
		return node(a.Child, a.Row)
	}
	return &Record{child: a.Child, result: a.Result}
}

// node views a row as the node in it.
func node(c *plan.Child, row *graph.Row) *Record {
	return &Record{child: c.ByLabel[row.Label], row: row}
}

// selected returns what was compiled for the field that ctx resolves.
func (r *Record) selected(ctx context.Context) *plan.Child {
	return r.child.Fields[graphql.GetFieldContext(ctx).Field.Alias]
}

// label returns the node's label.
func (r *Record) label() graph.Label { return r.row.Label }

// prop returns a property of the node, nil if it has none.
func (r *Record) prop(name string) any { return r.row.Props[name] }

// edge returns a property of the edge that led to the row, or an aggregate.
func (r *Record) edge(name string) any { return r.row.Edge[name] }

// one returns the node that the field's edge leads to, nil if there is none.
func (r *Record) one(ctx context.Context) *Record {
	c := r.selected(ctx)
	sub := r.row.Sub[c.Key]
	if sub == nil || len(sub.Rows) == 0 {
		return nil
	}
	return node(c, &sub.Rows[0])
}

// many returns the nodes that the field's edge leads to, each through as.
func many[T any](ctx context.Context, r *Record, as func(*Record) T) []T {
	c := r.selected(ctx)
	sub := r.row.Sub[c.Key]
	if sub == nil {
		return []T{}
	}
	out := make([]T, len(sub.Rows))
	for i := range sub.Rows {
		out[i] = as(node(c, &sub.Rows[i]))
	}
	return out
}

// connection returns the connection that the field's edge leads to.
func (r *Record) connection(ctx context.Context) *Record {
	c := r.selected(ctx)
	result := r.row.Sub[c.Key]
	if result == nil {
		result = &graph.Result{}
	}
	return &Record{child: c, result: result}
}

// rows returns a connection's rows, each through as.
func rows[T any](ctx context.Context, r *Record, as func(*Record) T) []T {
	c := r.selected(ctx)
	// The rows keep both: what was selected of them, and their connection's
	// order for the cursor.
	sel := *r.child
	sel.Fields, sel.Parts, sel.Terms = c.Fields, c.Parts, c.Terms
	out := make([]T, len(r.result.Rows))
	for i := range r.result.Rows {
		out[i] = as(&Record{child: &sel, row: &r.result.Rows[i]})
	}
	return out
}

// cursor returns the cursor of a connection's row.
func (r *Record) cursor() string { return r.child.Cursor(r.row) }

// node returns the node of a connection's row, or of a bucket.
func (r *Record) node(ctx context.Context) *Record {
	if r.bucket != nil {
		return node(r.selected(ctx), r.bucket.Node)
	}
	return node(r.selected(ctx), r.row)
}

// facets returns the view on a connection's facets.
func (r *Record) facets(ctx context.Context) *Record {
	return &Record{child: r.selected(ctx), result: r.result}
}

// values returns a facet that counts by value.
func (r *Record) values(ctx context.Context) []*ValueCount {
	c := r.selected(ctx)
	out := []*ValueCount{}
	for _, b := range r.result.Facets[c.Key] {
		key := b.Key
		if c.Enum {
			key = shown(key)
		}
		out = append(out, &ValueCount{Key: key, Count: b.Count})
	}
	return out
}

// buckets returns a facet that counts by node, each bucket through as.
func buckets[T any](ctx context.Context, r *Record, as func(*Record) T) []T {
	c := r.selected(ctx)
	list := r.result.Facets[c.Key]
	out := make([]T, len(list))
	for i := range list {
		out[i] = as(&Record{child: c, bucket: &list[i]})
	}
	return out
}

// highlight returns the words around the first match: in the first part of the
// full text that has one, or the beginning of the first part.
func (r *Record) highlight() string {
	terms := index.Terms(r.child.Terms)
	best := ""
	for _, name := range r.child.Parts[r.row.Label] {
		for _, text := range texts(r.row.Props[name]) {
			if best == "" {
				best = text
			}
			if matches(text, terms) {
				return index.Highlight(text, terms, highlightBytes)
			}
		}
	}
	return index.Highlight(best, terms, highlightBytes)
}

// matches reports whether the text has a word of the terms.
func matches(text string, terms []index.Term) bool {
	for _, w := range index.Words(text) {
		for _, t := range terms {
			if slices.Contains(t, w) {
				return true
			}
		}
	}
	return false
}

func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []string:
		return v
	}
	return nil
}

// pageInfo tells where a connection's page stands.
func (r *Record) pageInfo() *PageInfo {
	page := r.child.Page
	info := &PageInfo{HasNextPage: r.result.More || page.Before != nil, HasPreviousPage: page.After != nil}
	if page.Backward {
		info.HasNextPage, info.HasPreviousPage = page.Before != nil, r.result.More || page.After != nil
	}
	if n := len(r.result.Rows); n > 0 {
		first, last := r.child.Cursor(&r.result.Rows[0]), r.child.Cursor(&r.result.Rows[n-1])
		info.StartCursor, info.EndCursor = &first, &last
	}
	return info
}

// value converts a property to its Go type; the zero value if it isn't there.
func value[T any](v any) T {
	t, _ := v.(T)
	return t
}

// optional converts a property to its Go type; nil if it isn't there.
func optional[T any](v any) *T {
	if t, ok := v.(T); ok {
		return &t
	}
	return nil
}

// strs converts a list property; an empty list if it isn't there.
func strs(v any) []string {
	if l, ok := v.([]string); ok {
		return l
	}
	return []string{}
}

// enum converts a property to an enum value; nil if it isn't there.
func enum(v any) *Enum {
	if s, ok := v.(string); ok {
		e := Enum(s)
		return &e
	}
	return nil
}

// shown writes a stored value as the schema shows it.
func shown(s string) string { return strings.ToUpper(strings.ReplaceAll(s, "-", "_")) }
