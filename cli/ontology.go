package cli

import (
	"io"

	"parley/schema"
)

// ontologyCommand prints what the graph may hold.
type ontologyCommand struct {
	Format string `enum:"sdl,mermaid,cypher" default:"sdl" help:"sdl: the GraphQL schema. mermaid: a picture. cypher: constraints and indexes."`
}

// Help gives an example.
func (ontologyCommand) Help() string {
	return `The GraphQL schema is the ontology: its directives say which label a type has and which edge a field follows. --format is sdl (the default), mermaid or cypher.

Example: a picture of the graph

    parley ontology --format mermaid > graph.mmd`
}

// Run prints.
func (c *ontologyCommand) Run(w *world) error {
	text := map[string]func() string{"sdl": schema.SDL, "mermaid": schema.Mermaid, "cypher": schema.Cypher}[c.Format]()
	_, err := io.WriteString(w.stdout, text)
	return err
}
