package questions

import "testing"

func TestEveryQuestionHasATextADescriptionAndVariables(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 10 {
		t.Errorf("there are %d questions, want 10", len(all))
	}
	for _, q := range all {
		vars, err := q.Vars()
		if err != nil || vars == nil || q.Description == "" || len(q.Text) < 100 {
			t.Errorf("%s: description %q, variables %v (%v)", q.Name, q.Description, vars, err)
		}
	}
}
