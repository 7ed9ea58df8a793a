package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

var sdl = gqlparser.MustLoadSchema(&ast.Source{Input: `
	"What can be asked."
	type Query {
		"The person of that name."
		person(name: String!, since: String): Person
		meetings(first: Int): MeetingConnection!
	}
	type Mutation { forget(name: String!): Person }
	type Person { name: String! meetings(first: Int): MeetingConnection! }
	type MeetingConnection { totalCount: Int! edges: [MeetingEdge!]! }
	type MeetingEdge { node: Meeting! }
	type Meeting { title: String! }
`})

// resolver answers a root field with nested maps and lists, by field name.
type resolver func(ctx context.Context, field string, args map[string]any) (any, error)

// answering is a schema without generated code. It runs the introspection of
// gqlgen by reflection, so that the playground finds a whole server.
func answering(resolve resolver) graphql.ExecutableSchema {
	return &graphql.ExecutableSchemaMock{
		SchemaFunc: func() *ast.Schema { return sdl },
		ExecFunc: func(ctx context.Context) graphql.ResponseHandler {
			op := graphql.GetOperationContext(ctx)
			return graphql.OneShot(execute(ctx, op, resolve))
		},
	}
}

func execute(ctx context.Context, op *graphql.OperationContext, resolve resolver) *graphql.Response {
	root := map[string]any{}
	for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Query", "Mutation"}) {
		value, err := rootValue(ctx, op, f, resolve)
		if err != nil {
			graphql.AddError(ctx, err)
			return &graphql.Response{Data: json.RawMessage("null")}
		}
		root[f.Alias] = read(op, f, reflect.ValueOf(value))
	}
	data, err := json.Marshal(root)
	if err != nil {
		panic(err)
	}
	return &graphql.Response{Data: data}
}

func rootValue(ctx context.Context, op *graphql.OperationContext, f graphql.CollectedField, resolve resolver) (any, error) {
	args := f.ArgumentMap(op.Variables)
	switch f.Name {
	case "__typename":
		return "Query", nil
	case "__schema":
		return introspection.WrapSchema(sdl), nil
	case "__type":
		name, _ := args["name"].(string)
		return introspection.WrapTypeFromDef(sdl, sdl.Types[name]), nil
	}
	return resolve(ctx, f.Name, args)
}

// read picks what a field selects out of maps, lists, and gqlgen's
// introspection types with their fields and methods.
func read(op *graphql.OperationContext, f graphql.CollectedField, v reflect.Value) any {
	for v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	switch {
	case !v.IsValid(), (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && v.IsNil():
		return nil
	case v.Kind() == reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = read(op, f, v.Index(i))
		}
		return list
	case len(f.Selections) == 0:
		return v.Interface()
	}
	out := map[string]any{}
	for _, child := range graphql.CollectFields(op, f.Selections, []string{f.Definition.Type.Name()}) {
		out[child.Alias] = read(op, child, member(v, child.Name))
	}
	return out
}

func member(v reflect.Value, name string) reflect.Value {
	if v.Kind() == reflect.Map {
		return v.MapIndex(reflect.ValueOf(name))
	}
	if v.Kind() != reflect.Pointer {
		p := reflect.New(v.Type())
		p.Elem().Set(v)
		v = p
	}
	exported := strings.ToUpper(name[:1]) + name[1:]
	if m := v.MethodByName(exported); m.IsValid() {
		in := make([]reflect.Value, m.Type().NumIn())
		for i := range in {
			in[i] = reflect.ValueOf(true) // includeDeprecated
		}
		return m.Call(in)[0]
	}
	if m := v.Elem().FieldByName(exported); m.IsValid() {
		return m
	}
	panic(fmt.Sprintf("%v has no %s", v.Type(), exported))
}

// meetings is an answer of n meetings.
func meetings(n int) map[string]any {
	edges := make([]any, n)
	for i := range edges {
		edges[i] = map[string]any{"node": map[string]any{"title": fmt.Sprintf("Meeting %d", i+1)}}
	}
	return map[string]any{"totalCount": n, "edges": edges}
}

// library answers what the tests ask about.
func library(_ context.Context, field string, args map[string]any) (any, error) {
	if field == "meetings" {
		return meetings(2), nil
	}
	return map[string]any{"name": args["name"], "meetings": meetings(3)}, nil
}
