package schema

import (
	"strings"
	"testing"

	"parley/graph"
)

// small is an ontology with an interface, an edge from all that carry it, and
// one from only some.
var small = &graph.Ontology{
	Labels: []graph.LabelDef{
		{Label: "Cat", Prefix: "cat", Also: []graph.Label{"Pet"}, Weight: 1, Props: []graph.PropDef{{Name: "name", Kind: graph.Text, Indexed: true, Search: true}}},
		{Label: "Dog", Prefix: "dog", Also: []graph.Label{"Pet"}, Weight: 1, Props: []graph.PropDef{{Name: "name", Kind: graph.Text, Search: true}, {Name: "tricks", Kind: graph.Strings}}},
		{Label: "Home", Prefix: "home"},
	},
	Edges: []graph.EdgeDef{
		{Type: "CHASES", From: []graph.Label{"Dog"}, To: []graph.Label{"Cat"}},
		{Type: "LIVES_IN", From: []graph.Label{"Cat", "Dog"}, To: []graph.Label{"Home"}, Props: []graph.PropDef{{Name: "since", Kind: graph.Date}}},
	},
}

func TestMermaidGathersInterfaces(t *testing.T) {
	const want = `classDiagram
  direction LR
  class Cat {
    Text name
  }
  class Pet {
    <<interface>>
  }
  Pet <|.. Cat
  class Dog {
    Text name
    String[] tricks
  }
  Pet <|.. Dog
  class Home {
  }
  Dog --> Cat : CHASES
  Pet --> Home : LIVES_IN (since)
`
	if got := mermaid(small); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCypherConstrainsAndIndexes(t *testing.T) {
	const want = `CREATE CONSTRAINT parley_Cat_id IF NOT EXISTS FOR (n:Cat) REQUIRE n.id IS UNIQUE;
CREATE INDEX plain_cat_name IF NOT EXISTS FOR (n:Cat) ON (n.name);
CREATE CONSTRAINT parley_Dog_id IF NOT EXISTS FOR (n:Dog) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT parley_Home_id IF NOT EXISTS FOR (n:Home) REQUIRE n.id IS UNIQUE;
CREATE FULLTEXT INDEX plain_search IF NOT EXISTS FOR (n:Cat|Dog) ON EACH [n.name];
`
	if got := cypher(small); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPicturesOfTheWholeOntology(t *testing.T) {
	for _, l := range Ontology().Labels {
		if !strings.Contains(Mermaid(), "class "+string(l.Label)+" {") || !strings.Contains(Cypher(), "(n:"+string(l.Label)+")") {
			t.Errorf("%s is missing", l.Label)
		}
	}
	for _, want := range []string{"Actor --> Meeting : ATTENDED (role, side)", "Person --> Country : REPRESENTS"} {
		if !strings.Contains(Mermaid(), want) {
			t.Errorf("the picture lacks %q", want)
		}
	}
	if !strings.Contains(SDL(), "type Query {") {
		t.Error("the SDL lacks Query")
	}
}

func TestContradictingDeclarationsAreRefused(t *testing.T) {
	s := parse(t, `type A @node(label: "A", prefix: "a") { b: B @edge(type: "E", direction: OUT) @keeps(name: "x", kind: INT, reason: "One.") }
		type B @node(label: "B", prefix: "b") { a: A @edge(type: "E", direction: IN) @keeps(name: "x", kind: STRING, reason: "Two.") }`)
	if _, err := OntologyOf(s); err == nil || !strings.Contains(err.Error(), "property x of edge E") {
		t.Errorf("got %v", err)
	}
}
