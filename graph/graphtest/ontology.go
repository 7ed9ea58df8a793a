package graphtest

import "parley/graph"

// name and aliases are what everything with a name has.
var (
	nameProp  = graph.PropDef{Name: "name", Kind: graph.Text, Aliases: "aliases", Search: true, Indexed: true}
	aliasProp = graph.PropDef{Name: "aliases", Kind: graph.Strings, Search: true}
)

// Ontology returns the ontology that the suite's graphs follow: like Parley's
// own but smaller, with a property of every kind on nodes and on edges, an
// interface label, an edge whose ends are interface labels, a property
// ("start") whose kind differs between labels, and a label left out of search.
func Ontology() *graph.Ontology {
	return &graph.Ontology{Labels: labels(), Edges: edgeTypes()}
}

func labels() []graph.LabelDef {
	actor := []graph.Label{"Actor"}
	return []graph.LabelDef{
		{Label: "Person", Prefix: "person", Also: actor, Weight: 3, Props: named(
			prop("born", graph.Date), prop("height", graph.Float), prop("active", graph.Bool),
			prop("forms", graph.Strings), prop("formCounts", graph.Ints))},
		{Label: "Country", Prefix: "country", Also: actor, Weight: 3, Props: named(prop("code", graph.String))},
		{Label: "Organization", Prefix: "org", Also: actor, Weight: 3, Props: named(prop("kind", graph.String))},
		{Label: "Meeting", Prefix: "meeting", Weight: 2, Props: meetingProps()},
		{Label: "Place", Prefix: "place", Weight: 1.5, Props: named(prop("kind", graph.String), prop("latitude", graph.Float))},
		{Label: "Topic", Prefix: "topic", Weight: 1.5, Props: named()},
		{Label: "Document", Prefix: "document", Weight: 1, Props: []graph.PropDef{
			{Name: "title", Kind: graph.Text, Search: true},
			{Name: "url", Kind: graph.String, Indexed: true},
			{Name: "published", Kind: graph.Date, Indexed: true}}},
		{Label: "Passage", Prefix: "passage", Weight: 1, Props: []graph.PropDef{
			{Name: "text", Kind: graph.String, Search: true}, prop("start", graph.Int), prop("end", graph.Int)}},
		{Label: "Secret", Prefix: "secret", Props: []graph.PropDef{{Name: "text", Kind: graph.String, Search: true}}},
	}
}

func meetingProps() []graph.PropDef {
	return []graph.PropDef{
		{Name: "title", Kind: graph.Text, Search: true},
		{Name: "status", Kind: graph.String, Indexed: true},
		{Name: "start", Kind: graph.Date, Indexed: true},
		{Name: "seats", Kind: graph.Int, Indexed: true},
		prop("kind", graph.String), prop("end", graph.Date), prop("cost", graph.Float), prop("open", graph.Bool),
		prop("tags", graph.Strings), prop("marks", graph.Ints), prop("note", graph.String),
	}
}

func edgeTypes() []graph.EdgeDef {
	return []graph.EdgeDef{
		edgeType("ATTENDED", "Actor", "Meeting", prop("role", graph.String), prop("side", graph.String),
			prop("seat", graph.Int), prop("since", graph.Date), prop("sure", graph.Bool),
			prop("weight", graph.Float), prop("hats", graph.Strings)),
		edgeType("HELD_IN", "Meeting", "Place", prop("venue", graph.String)),
		{Type: "LOCATED_IN", From: []graph.Label{"Place", "Country"}, To: []graph.Label{"Place", "Country"}},
		edgeType("ABOUT", "Meeting", "Topic", prop("words", graph.String)),
		{Type: "REPRESENTS", From: []graph.Label{"Person"}, To: []graph.Label{"Country", "Organization"},
			Props: []graph.PropDef{prop("title", graph.String), prop("since", graph.Date), prop("until", graph.Date), prop("counts", graph.Ints)}},
		edgeType("RELATED_TO", "Person", "Person", prop("kind", graph.String)),
		edgeType("FOLLOWED_BY", "Meeting", "Meeting"),
		edgeType("EVIDENCED_BY", "Meeting", "Passage"),
		edgeType("IN", "Passage", "Document"),
	}
}

func named(more ...graph.PropDef) []graph.PropDef {
	return append([]graph.PropDef{nameProp, aliasProp}, more...)
}

func prop(name string, kind graph.Kind) graph.PropDef {
	return graph.PropDef{Name: name, Kind: kind}
}

func edgeType(t graph.EdgeType, from, to graph.Label, props ...graph.PropDef) graph.EdgeDef {
	return graph.EdgeDef{Type: t, From: []graph.Label{from}, To: []graph.Label{to}, Props: props}
}
