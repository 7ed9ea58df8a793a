package limit_test

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph/gql/limit"
	"parley/questions"
	"parley/schema"
)

// TestDefaultAdmitsTheQuestions holds for what analysts ask, with room to ask
// for pages several times as large.
func TestDefaultAdmitsTheQuestions(t *testing.T) {
	all, err := questions.All()
	if err != nil || len(all) == 0 {
		t.Fatalf("%d questions, %v", len(all), err)
	}
	exec := executor.New(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return schema.Parsed() }})
	limit.Install(exec, limit.Default(), limit.Switches{})
	for _, q := range all {
		vars, err := q.Vars()
		if err != nil {
			t.Fatal(err)
		}
		ctx := graphql.StartOperationTrace(t.Context())
		op, errs := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: q.Text, Variables: vars})
		if errs != nil {
			t.Errorf("%s: %v", q.Name, errs)
			continue
		}
		n := limit.Records(op.Operation, op.Variables)
		if n == 0 || n > limit.Default().Cost/10 {
			t.Errorf("%s asks for %d records, of %d allowed", q.Name, n, limit.Default().Cost)
		}
		t.Logf("%s: %d records", q.Name, n)
	}
}
