package graphtest

import "parley/graph"

// counterparts are those who attended the meetings that an actor attended.
func counterparts(t graph.Through, q graph.Query) graph.Expand {
	t.Label, t.Edge, t.Dir = "Meeting", "ATTENDED", graph.In
	if t.Aggregates == nil {
		t.Aggregates = []graph.Aggregate{{Name: "meetings"}, {Name: "first", Fn: graph.Min, Prop: "start"}, {Name: "last", Fn: graph.Max, Prop: "start"}}
	}
	if q.Labels == nil {
		q.Labels = []graph.Label{"Actor"}
	}
	return graph.Expand{Name: "counterparts", Edge: "ATTENDED", Through: &t, Query: q}
}

func byAggregate(name string, desc bool) graph.Order {
	return graph.Order{By: graph.ByAggregate, Prop: name, Desc: desc}
}

// throughCases follow two edges and group by the far end.
func throughCases() []Case {
	var out []Case
	for _, theme := range [][]Case{throughAllCases(), throughWhereCases(), throughPropCases(), throughOtherCases()} {
		out = append(out, theme...)
	}
	return out
}

// most is the order by how many meetings, most first.
var most = []graph.Order{byAggregate("meetings", true)}

func throughAllCases() []Case {
	return []Case{
		{"through", from("person:ana", counterparts(graph.Through{}, graph.Query{Page: all, Order: most, Props: []string{"name"}, Count: true})), `
			person:ana
			  counterparts: total=6
			    country:ru {first="2025" last="2025-08" meetings=3} name="Russia"
			    person:bo {first="2025-08" last="2025-08-15" meetings=2} name="Bo Smith"
			    person:di {first="2025" last="2025-08" meetings=2} name="DI O’NEILL"
			    country:us {first="2025-08-15" last="2025-08-15" meetings=1} name="United States"
			    person:cy {first="2025-08-15" last="2025-08-15" meetings=1} name="Cy Łoś"
			    person:ed {meetings=1} name="Ed 🕊️ peace 👩\u200d💼"`},
		{"through from a hub, a page", from("country:ru", counterparts(graph.Through{}, graph.Query{Labels: []graph.Label{"Person"}, Page: graph.Page{Limit: 3}, Order: most, Count: true})), `
			country:ru
			  counterparts: total=6 more
			    person:ana {first="2025" last="2025-08" meetings=3}
			    person:di {first="2025" last="2025-12-02" meetings=3}
			    person:ed {first="2025-12-02" last="2025-12-02" meetings=2}`},
		{"through by the last, the first first", from("country:ru", counterparts(graph.Through{}, graph.Query{Page: all, Order: []graph.Order{byAggregate("last", false), byAggregate("meetings", true)}})), `
			country:ru
			  counterparts:
			    person:Zed {first="2024-02" last="2024-02" meetings=1}
			    person:ana {first="2025" last="2025-08" meetings=3}
			    person:bo {first="2025-08" last="2025-08" meetings=1}
			    person:cy {first="2025-08-15" last="2025-08-15" meetings=1}
			    person:di {first="2025" last="2025-12-02" meetings=3}
			    person:ed {first="2025-12-02" last="2025-12-02" meetings=2}`},
	}
}

func throughWhereCases() []Case {
	return []Case{
		{"through apart", from("person:bo", counterparts(graph.Through{Apart: "side"}, graph.Query{Page: all})), `
			person:bo
			  counterparts:
			    country:ru {first="2025-08" last="2025-08" meetings=1}
			    person:ana {first="2025-08" last="2025-08-15" meetings=2}
			    person:di {first="2025-08" last="2025-08" meetings=1}`},
		{"through apart, from ana", from("person:ana", counterparts(graph.Through{Apart: "side"}, graph.Query{Page: all, Order: most})), `
			person:ana
			  counterparts:
			    country:ru {first="2025" last="2025-08" meetings=3}
			    person:bo {first="2025-08" last="2025-08-15" meetings=2}
			    country:us {first="2025-08-15" last="2025-08-15" meetings=1}
			    person:cy {first="2025-08-15" last="2025-08-15" meetings=1}
			    person:di {first="2025" last="2025" meetings=1}
			    person:ed {meetings=1}`},
		{"through where", from("person:ana", counterparts(graph.Through{Where: is("status", graph.Eq, "held")}, graph.Query{Page: all, Order: most})), `
			person:ana
			  counterparts:
			    person:bo {first="2025-08" last="2025-08-15" meetings=2}
			    country:ru {first="2025-08" last="2025-08" meetings=1}
			    country:us {first="2025-08-15" last="2025-08-15" meetings=1}
			    person:cy {first="2025-08-15" last="2025-08-15" meetings=1}
			    person:di {first="2025-08" last="2025-08" meetings=1}`},
		{"through where, through an edge", from("country:ru", counterparts(graph.Through{Where: within("Russia")}, graph.Query{Labels: []graph.Label{"Person"}, Page: all, Where: is("name", graph.Contains, "o")})), `
			country:ru
			  counterparts:
			    person:bo {first="2025-08" last="2025-08" meetings=1}
			    person:cy {first="2025-08-15" last="2025-08-15" meetings=1}
			    person:di {first="2025-08" last="2025-12-02" meetings=2}`},
	}
}

func throughPropCases() []Case {
	kinds := []graph.Aggregate{{Name: "n"}, {Name: "least", Fn: graph.Min, Prop: "kind"}, {Name: "most", Fn: graph.Max, Prop: "kind"}}
	return []Case{
		{"through with strings aggregated", from("country:ru", counterparts(graph.Through{Aggregates: kinds}, graph.Query{Page: all, Order: []graph.Order{byAggregate("most", true), byAggregate("n", false)}})), `
			country:ru
			  counterparts:
			    person:ed {least="talks" most="talks" n=2}
			    person:ana {least="summit" most="talks" n=3}
			    person:di {least="summit" most="talks" n=3}
			    person:bo {least="summit" most="summit" n=1}
			    person:cy {least="call" most="call" n=1}
			    person:Zed {least="Talks" most="Talks" n=1}`},
		{"through the same node by property", from("country:ru", counterparts(graph.Through{}, graph.Query{Page: graph.Page{Limit: 2, Backward: true}, Order: []graph.Order{up("name")}, Props: []string{"name"}})), ""},
	}
}

func throughOtherCases() []Case {
	return []Case{
		{"through and on", from("person:solo", counterparts(graph.Through{}, graph.Query{Page: all, Expand: []graph.Expand{meetingsOf("meetings", graph.Query{Page: graph.Page{Limit: 1}, Count: true}, "role")}})), `
			person:solo
			  counterparts:
			    org:un {first="2025-12" last="2025-12" meetings=1}
			      meetings: total=1
			        meeting:g {role="observer"}
			    person:ed {first="2025-12" last="2025-12" meetings=1}
			      meetings: total=3 more
			        meeting:e {role="participant"}`},
		{"through nothing", from("person:fay", counterparts(graph.Through{}, graph.Query{Page: all, Order: most, Count: true})), "person:fay\n  counterparts:"},
		{"through counted without rows", from("country:ru", counterparts(graph.Through{}, graph.Query{Order: most, Count: true})), "country:ru\n  counterparts: total=6 more"},
		{"through of many", graph.Query{Labels: []graph.Label{"Person"}, Page: all, Expand: []graph.Expand{counterparts(graph.Through{Apart: "side"}, graph.Query{Page: graph.Page{Limit: 2}, Order: most, Count: true})}}, ""},
		{"through other edges", from("topic:peace", graph.Expand{Name: "beside", Edge: "ABOUT", Dir: graph.In,
			Through: &graph.Through{Label: "Meeting", Edge: "ABOUT", Aggregates: []graph.Aggregate{{Name: "n"}}}, Query: graph.Query{Labels: []graph.Label{"Topic"}, Page: all}}), `
			topic:peace
			  beside:
			    topic:arms {n=1}
			    topic:trade {n=1}`},
		{"facets of a through", from("country:ru", counterparts(graph.Through{}, graph.Query{Labels: []graph.Label{"Person"}, Facets: []graph.Facet{{Name: "born", Prop: "born", Unit: "year", Limit: -1}}})), ""},
	}
}
