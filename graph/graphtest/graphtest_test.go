package graphtest

import (
	"testing"

	"parley/graph"
)

func TestModel(t *testing.T) {
	Run(t, func(_ *testing.T, o *graph.Ontology) graph.Store { return NewModel(o) })
}
