package graphtest

import "parley/graph"

// facetCases count all that match by property, month, year and node.
func facetCases() []Case { return append(facetPropCases(), facetNodeCases()...) }

// facets asks for facets of meetings.
func facets(name string, where graph.Predicate, page graph.Page, want string, f ...graph.Facet) Case {
	return Case{name, graph.Query{Labels: []graph.Label{"Meeting"}, Where: where, Page: page, Facets: f}, want}
}

// Facets by date, and the page without rows that they are mostly asked with.
var (
	none  = graph.Page{}
	month = graph.Facet{Name: "month", Prop: "start", Unit: "month", Limit: -1}
	year  = graph.Facet{Name: "year", Prop: "start", Unit: "year", Limit: -1}
)

func facetPropCases() []Case {
	short := month
	short.Limit = 2
	return []Case{
		facets("facet by string", nil, none, "more\nfacet status: \"held\"=6 \"scheduled\"=2 \"\"=1 \"cancelled\"=1", graph.Facet{Name: "status", Prop: "status", Limit: -1}),
		facets("facet by string, the most", nil, none, "more\nfacet kind: \"talks\"=5 \"Talks\"=1", graph.Facet{Name: "kind", Prop: "kind", Limit: 2}),
		facets("facet by string, none wanted", nil, none, "more\nfacet kind:", graph.Facet{Name: "kind", Prop: "kind"}),
		facets("facet by string with quotes", is("note", graph.Present, true), none, "", graph.Facet{Name: "note", Prop: "note", Limit: -1}),
		facets("facet by text as it stands", is("title", graph.Eq, "talks"), none, "more\nfacet title: \"TALKS\"=1 \"Talks\"=1 \"talks\"=1", graph.Facet{Name: "title", Prop: "title", Limit: -1}),
		facets("facet by date as it stands", is("start", graph.Eq, "2025-08"), none, "more\nfacet day: \"2025-08-15\"=2 \"2025-08\"=1", graph.Facet{Name: "day", Prop: "start", Limit: -1}),
		facets("facet by month", nil, none, "more\nfacet month: \"2024-02\"=2 \"2025-08\"=3 \"2025-12\"=2 \"2026-01\"=1", month),
		facets("facet by year", nil, none, "more\nfacet year: \"2024\"=3 \"2025\"=6 \"2026\"=1", year),
		facets("facet by month, the first", nil, none, "more\nfacet month: \"2024-02\"=2 \"2025-08\"=3", short),
	}
}

func facetNodeCases() []Case {
	actor := graph.Facet{Name: "actor", Edge: "ATTENDED", Dir: graph.In, Node: graph.Query{Labels: []graph.Label{"Actor"}, Props: []string{"name"}}, Limit: 3}
	topic := graph.Facet{Name: "topic", Edge: "ABOUT", Node: graph.Query{Labels: []graph.Label{"Topic"}}, Limit: -1}
	ru := attended(graph.Some, is("name", graph.Eq, "Russia"))
	person, deeper := actor, actor
	person.Node.Labels, person.Node.Where = []graph.Label{"Person"}, is("active", graph.Present, true)
	deeper.Limit, deeper.Node.Expand = 1, []graph.Expand{meetingsOf("meetings", graph.Query{Page: graph.Page{Limit: 1}, Count: true}, "seat")}
	return []Case{
		facets("facet by node", nil, none, `
			more
			facet actor:
			  8 x
			    country:ru name="Russia"
			  4 x
			    person:ana name="Ana Brnabić"
			  3 x
			    person:di name="DI O’NEILL"`, actor),
		facets("facet by node that is meant", nil, none, `
			more
			facet actor:
			  4 x
			    person:ana name="Ana Brnabić"
			  3 x
			    person:ed name="Ed 🕊️ peace 👩\u200d💼"
			  2 x
			    person:bo name="Bo Smith"`, person),
		facets("facet by node with what is behind it", ru, none, `
			more
			facet actor:
			  8 x
			    country:ru name="Russia"
			      meetings: total=8 more
			        meeting:b {seat=1}`, deeper),
		facets("facets of a page count all", ru, graph.Page{Limit: 1}, `
			more
			meeting:b
			facet month: "2024-02"=2 "2025-08"=2 "2025-12"=1
			facet topic:
			  2 x
			    topic:peace
			  2 x
			    topic:trade
			facet year: "2024"=3 "2025"=4`, month, year, topic),
		facets("facets of nothing", graph.Or{}, none, "facet month:\nfacet topic:", month, topic),
		{"facet along an edge outwards", graph.Query{Labels: []graph.Label{"Person"}, Facets: []graph.Facet{{Name: "by", Edge: "REPRESENTS", Node: graph.Query{Labels: []graph.Label{"Country", "Organization"}, Props: []string{"code"}}, Limit: -1}}}, `
			more
			facet by:
			  2 x
			    country:us code="US"
			  1 x
			    country:rs code="RS"
			  1 x
			    org:un`},
		{"facets of ids and a text", graph.Query{IDs: []graph.ID{"meeting:a", "meeting:b", "meeting:f", "passage:1"}, Text: "security", Labels: []graph.Label{"Meeting"}, Facets: []graph.Facet{month, topic}}, ""},
	}
}
