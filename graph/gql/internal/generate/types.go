package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
	"parley/schema"
)

// byHand are the object types that package model writes out itself, since
// they are no part of the graph.
var byHand = []string{"PageInfo", "ValueCount", "Info", "Path", "PathStep"}

const header = "// Code generated from schema/*.graphql by graph/gql/internal/generate; DO NOT EDIT.\n\n"

// bindings maps the schema's types to Go types.
func bindings(s *ast.Schema) map[string]string {
	out := map[string]string{"Date": "github.com/99designs/gqlgen/graphql.String"}
	for _, t := range s.Types {
		switch {
		case t.BuiltIn || t == s.Query || t.Kind == ast.Scalar:
		case t.Kind == ast.InputObject:
			out[t.Name] = "map[string]interface{}" // read by package plan
		case t.Kind == ast.Enum:
			out[t.Name] = modelPackage + ".Enum"
		default:
			out[t.Name] = modelPackage + "." + t.Name
		}
	}
	return out
}

// defined returns the schema's types of these kinds, by name.
func defined(s *ast.Schema, kinds ...ast.DefinitionKind) []*ast.Definition {
	var out []*ast.Definition
	for _, t := range s.Types {
		if slices.Contains(kinds, t.Kind) && !t.BuiltIn && t != s.Query && !slices.Contains(byHand, t.Name) {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// types writes package model's types_gen.go.
func types(s *ast.Schema) string {
	var b strings.Builder
	b.WriteString(header + "package model\n\nimport \"context\"\n\n")
	for _, t := range defined(s, ast.Interface, ast.Union) {
		abstract(&b, s, t)
	}
	for _, t := range defined(s, ast.Object) {
		fmt.Fprintf(&b, "// %s is the schema's type of that name.\ntype %s Record\n\n", t.Name, t.Name)
		for _, f := range t.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				method(&b, s, t, f)
			}
		}
	}
	return b.String()
}

// abstract writes a Go interface for an interface or a union, who is one, and
// the function that views a Record as one.
func abstract(b *strings.Builder, s *ast.Schema, t *ast.Definition) {
	also := strings.Join(t.Interfaces, "\n")
	fmt.Fprintf(b, "// %s is the schema's type of that name.\ntype %s interface {\n%s\nIs%s()\n}\n\n", t.Name, t.Name, also, t.Name)
	fmt.Fprintf(b, "// As%s views a node as what its label says; nil for no node.\nfunc As%s(r *Record) %s {\nif r == nil {\nreturn nil\n}\nswitch r.label() {\n", t.Name, t.Name, t.Name)
	possible := slices.DeleteFunc(slices.Clone(s.GetPossibleTypes(t)), func(p *ast.Definition) bool {
		return p.Kind != ast.Object // an interface that implements this one
	})
	slices.SortFunc(possible, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	for _, p := range possible {
		fmt.Fprintf(b, "case %q:\nreturn (*%s)(r)\n", schema.StringArg(p.Directives.ForName("node"), "label"), p.Name)
	}
	b.WriteString("}\nreturn nil\n}\n\n")
	for _, p := range possible {
		fmt.Fprintf(b, "// Is%s says that it is one.\nfunc (*%s) Is%s() {}\n\n", t.Name, p.Name, t.Name)
	}
}

// method writes the method that reads one field.
func method(b *strings.Builder, s *ast.Schema, t *ast.Definition, f *ast.FieldDefinition) {
	result, body := reader(s, t, f)
	ctx := ""
	if strings.Contains(body, "ctx") {
		ctx = "ctx context.Context"
	}
	name := templates.ToGo(f.Name)
	fmt.Fprintf(b, "// %s reads %s.\nfunc (o *%s) %s(%s) %s { return %s }\n\n", name, f.Name, t.Name, name, ctx, result, strings.ReplaceAll(body, "$", "(*Record)(o)"))
}

// reader returns the Go type of a field and the expression that reads it; $
// stands for the Record.
func reader(s *ast.Schema, t *ast.Definition, f *ast.FieldDefinition) (result, body string) {
	switch to := s.Types[f.Type.Name()]; {
	case f.Directives.ForName("aggregate") != nil:
		return scalar(s, f, fmt.Sprintf("$.edge(%q)", f.Name))
	case f.Directives.ForName("facet") != nil && to.Name == "ValueCount":
		return "[]*ValueCount", "$.values(ctx)"
	case f.Directives.ForName("facet") != nil:
		return lists(to, "buckets")
	case schema.EdgeTypeOf(s, f) != nil:
		return "*" + to.Name, "(*" + to.Name + ")($.connection(ctx))"
	case f.Directives.ForName("edge") != nil && f.Type.Elem != nil:
		return lists(to, "many")
	case f.Directives.ForName("edge") != nil:
		return view(to, "$.one(ctx)")
	case t.Directives.ForName("node") != nil && f.Name != "id":
		p, _ := schema.PropOf(s, f)
		return scalar(s, f, fmt.Sprintf("$.prop(%q)", p.Name))
	}
	return part(s, t, f)
}

// part reads a field of a connection, a row of one, a bucket, or an ID.
func part(s *ast.Schema, t *ast.Definition, f *ast.FieldDefinition) (result, body string) {
	to := s.Types[f.Type.Name()]
	switch {
	case f.Name == "id":
		return "string", "string($.row.ID)"
	case f.Name == "totalCount":
		return "int64", "$.result.Total"
	case f.Name == "pageInfo":
		return "*PageInfo", "$.pageInfo()"
	case f.Name == "edges":
		return lists(to, "rows")
	case f.Name == "facets":
		return view(to, "$.facets(ctx)")
	case f.Name == "cursor":
		return "string", "$.cursor()"
	case f.Name == "score":
		return "float64", "$.row.Score"
	case f.Name == "highlight":
		return "string", "$.highlight()"
	case f.Name == "count" && t.Fields.ForName("cursor") == nil:
		return "int64", "$.bucket.Count"
	case f.Name == "node":
		return view(to, "$.node(ctx)")
	}
	p, _ := schema.PropOf(s, f)
	return scalar(s, f, fmt.Sprintf("$.edge(%q)", p.Name))
}

// view converts an expression that gives a Record to what the schema calls it.
func view(to *ast.Definition, body string) (string, string) {
	if to.Kind != ast.Object {
		return to.Name, "As" + to.Name + "(" + body + ")"
	}
	return "*" + to.Name, "(*" + to.Name + ")(" + body + ")"
}

// lists reads a list by one of the generic functions of package model.
func lists(to *ast.Definition, with string) (string, string) {
	if to.Kind != ast.Object {
		return "[]" + to.Name, with + "(ctx, $, As" + to.Name + ")"
	}
	return "[]*" + to.Name, fmt.Sprintf("%s(ctx, $, func(r *Record) *%s { return (*%s)(r) })", with, to.Name, to.Name)
}

// scalar converts a property.
func scalar(s *ast.Schema, f *ast.FieldDefinition, body string) (string, string) {
	p, _ := schema.PropOf(s, f)
	kind := p.Kind
	if f.Directives.ForName("aggregate") != nil {
		kind = map[string]graph.Kind{"Int": graph.Int, "Date": graph.Date}[f.Type.Name()]
	}
	goType := map[graph.Kind]string{graph.Int: "int64", graph.Float: "float64", graph.Bool: "bool"}[kind]
	switch {
	case f.Type.Elem != nil:
		return "[]string", "strs(" + body + ")"
	case s.Types[f.Type.Name()].Kind == ast.Enum:
		return "*Enum", "enum(" + body + ")"
	case goType == "":
		goType = "string"
	}
	if f.Type.NonNull {
		return goType, "value[" + goType + "](" + body + ")"
	}
	return "*" + goType, "optional[" + goType + "](" + body + ")"
}

// roots writes package exec's roots_gen.go: a method for each field of Query.
func roots(s *ast.Schema) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%spackage exec\n\nimport (\n\"context\"\n\n%q\n)\n\n", header, modelPackage)
	for _, f := range s.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		to := s.Types[f.Type.Name()]
		body := "model.New" + to.Name + "(a)"
		result := "*model." + to.Name
		switch by := schema.StringArg(f.Directives.ForName("root"), "by"); {
		case to.Kind != ast.Object:
			result, body = "model."+to.Name, "model.As"+to.Name+"(model.NewRecord(a))"
		case by == "INFO":
			body = "model.NewInfo(a.Info)"
		case by != "PATH":
			body = "(*model." + to.Name + ")(model.NewRecord(a))"
		}
		name := templates.ToGo(f.Name)
		fmt.Fprintf(&b, "// %s answers %s.\nfunc (q query) %s(ctx context.Context) (%s, error) {\na, err := q.find(ctx)\nif err != nil {\nreturn nil, err\n}\nreturn %s, nil\n}\n\n", name, f.Name, name, result, body)
	}
	return b.String()
}
