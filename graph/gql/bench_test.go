package gql_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"parley/graph"
	"parley/graph/gql"
	"parley/graph/graphtest"
	"parley/questions"
	"parley/schema"
)

// canned is a store that gives its first answer again and again, so that a
// benchmark measures what GraphQL adds.
type canned struct {
	graph.Store
	result *graph.Result
}

func (c *canned) Query(ctx context.Context, q graph.Query) (*graph.Result, error) {
	var err error
	if c.result == nil {
		c.result, err = c.Store.Query(ctx, q)
	}
	return c.result, err
}

// BenchmarkLargeAnswer is a page of 500 meetings with five people each, about
// 11,000 values.
func BenchmarkLargeAnswer(b *testing.B) {
	s := &canned{Store: graphtest.NewModel(schema.Ontology())}
	batch := fixture()
	for i := range 500 {
		meeting(&batch, fmt.Sprintf("m%03d", i), "talks", "held", "2025-08-15", "place:moscow", "topic:war", "person:trump|us|host person:putin|russia person:umerov|ukraine country:us country:russia")
	}
	if _, err := s.Apply(b.Context(), batch); err != nil {
		b.Fatal(err)
	}
	const query = `{ meetings(first: 500) { edges { node { id title start place { name } topics { name } participants { edges { role node { id name } } } } } } }`
	ex := gql.NewExecutor(gql.New(s))
	b.ReportAllocs()
	for b.Loop() {
		resp := gql.Run(b.Context(), ex, &graphql.RawParams{Query: query})
		out, err := json.Marshal(resp)
		if err != nil || len(resp.Errors) > 0 {
			b.Fatal(err, resp.Errors)
		}
		b.SetBytes(int64(len(out)))
	}
}

// BenchmarkQuestions is what GraphQL adds to each saved question.
func BenchmarkQuestions(b *testing.B) {
	all, err := questions.All()
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range all {
		b.Run(q.Name, func(b *testing.B) {
			s := &canned{Store: graphtest.NewModel(schema.Ontology())}
			if _, err := s.Apply(b.Context(), fixture()); err != nil {
				b.Fatal(err)
			}
			vars, err := q.Vars()
			if err != nil {
				b.Fatal(err)
			}
			ex := gql.NewExecutor(gql.New(s))
			b.ReportAllocs()
			for b.Loop() {
				if resp := gql.Run(b.Context(), ex, &graphql.RawParams{Query: q.Text, Variables: vars}); len(resp.Errors) > 0 {
					b.Fatal(resp.Errors)
				}
			}
		})
	}
}
