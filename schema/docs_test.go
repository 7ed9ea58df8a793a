package schema_test

import (
	"flag"
	"os"
	"testing"

	"parley/schema"
)

var update = flag.Bool("update", false, "write docs/ontology.md anew")

// TestThePictureInTheDocsIsTheSchemas keeps docs/ontology.md in step.
func TestThePictureInTheDocsIsTheSchemas(t *testing.T) {
	const file = "../docs/ontology.md"
	want := "# The ontology\nWhat the graph may hold, drawn from the SDL under `schema/` by `parley ontology --format mermaid`; `go test ./schema -update` writes this page anew.\n\n```mermaid\n" + schema.Mermaid() + "```\n"
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the schema says: run go test ./schema -update and read the difference", file)
	}
}
