package graphtest

import "parley/graph"

// from is a query for one node by ID.
func from(id graph.ID, expand ...graph.Expand) graph.Query {
	return graph.Query{IDs: []graph.ID{id}, Page: all, Expand: expand}
}

// actorsOf follows a meeting's edges to its actors.
func actorsOf(name string, q graph.Query, edgeProps ...string) graph.Expand {
	if q.Labels == nil {
		q.Labels = []graph.Label{"Actor"}
	}
	return graph.Expand{Name: name, Edge: "ATTENDED", Dir: graph.In, EdgeProps: edgeProps, Query: q}
}

// meetingsOf follows an actor's edges to its meetings.
func meetingsOf(name string, q graph.Query, edgeProps ...string) graph.Expand {
	q.Labels = []graph.Label{"Meeting"}
	return graph.Expand{Name: name, Edge: "ATTENDED", EdgeProps: edgeProps, Query: q}
}

func byEdge(prop string, desc bool) []graph.Order {
	return []graph.Order{{By: graph.ByEdge, Prop: prop, Desc: desc}}
}

// expandCases follow edges from rows.
func expandCases() []Case {
	var out []Case
	for _, theme := range [][]Case{expandRowCases(), expandOrderCases(), expandPageCases(), expandSeveralCases(), expandDeepCases()} {
		out = append(out, theme...)
	}
	return out
}

func expandRowCases() []Case {
	return []Case{
		{"expand with properties", from("meeting:a",
			actorsOf("actors", graph.Query{Page: all, Props: []string{"name", "aliases", "code", "active", "height"}, Count: true}, "role", "seat", "sure", "weight", "hats", "since")), `
			meeting:a
			  actors: total=4
			    country:us {hats=["guest"] seat=1} aliases=["US" "U.S." "America"] code="US" name="United States"
			    person:ana {hats=["chair" "guest"] role="host" seat=2 since="2025-08" sure=true weight=0.5} active=true aliases=["Brnabić" "Smith"] height=1.75 name="Ana Brnabić"
			    person:bo {role="participant" seat=1 since="2025-08-15" sure=false weight=0.25} active=false aliases=["Smith" "B. Smith"] height=1.9 name="Bo Smith"
			    person:cy {role="participant" since="2025"} height=-0.5 name="Cy Łoś"`},
		{"every kind of property in a row", graph.Query{IDs: []graph.ID{"meeting:a", "meeting:d", "meeting:e", "meeting:l"}, Page: all,
			Props: []string{"title", "status", "kind", "start", "end", "seats", "cost", "open", "tags", "marks", "note"}}, `
			meeting:a cost=1.5 end="2025-08-16" kind="talks" marks=[1 2] open=true seats=8 start="2025-08-15" status="held" tags=["peace" "arms"] title="Security talks in Alaska"
			meeting:d kind="call" note="%_'\"\\ ; -- /* {} [] $p :x ?1" seats=9007199254740991 start="2025-08-15" status="held"
			meeting:e cost=1e+21 kind="talks" note="a AND (b OR \"c\" NEAR/2 d*) ~2 ^3 +e -f !g {x TO y} \\: /re/" open=false seats=0 status="cancelled" tags=["%_'\"\\ ; -- /* {} [] $p :x ?1" "🕊️ peace 👩\u200d💼"] title="security SECURITY security"
			meeting:l`},
	}
}

func expandOrderCases() []Case {
	return []Case{
		{"expand ordered by the edge", from("meeting:a", actorsOf("actors", graph.Query{Page: all, Order: byEdge("seat", false)}, "seat")), `
			meeting:a
			  actors:
			    country:us {seat=1}
			    person:bo {seat=1}
			    person:ana {seat=2}
			    person:cy`},
		{"expand ordered by the edge, last first", from("meeting:a", actorsOf("actors", graph.Query{Page: all, Order: byEdge("seat", true)})), `
			meeting:a
			  actors:
			    person:ana
			    country:us
			    person:bo
			    person:cy`},
		{"expand ordered by a date of the edge", from("meeting:a", actorsOf("actors", graph.Query{Page: all, Order: byEdge("since", false)}, "since")), `
			meeting:a
			  actors:
			    person:cy {since="2025"}
			    person:ana {since="2025-08"}
			    person:bo {since="2025-08-15"}
			    country:us`},
		{"expand filtered by node and edge", from("meeting:a", actorsOf("actors", graph.Query{Page: all, Count: true,
			Where: graph.And{graph.HasLabel{"Person"}, onEdge("side", graph.Eq, "country:us"), not(is("active", graph.Eq, false))}})), `
			meeting:a
			  actors: total=1
			    person:cy`},
	}
}

func expandPageCases() []Case {
	return []Case{
		{"expand a page", from("country:ru", meetingsOf("meetings", graph.Query{Page: graph.Page{Limit: 3}, Order: []graph.Order{down("start")}, Count: true, Props: []string{"start"}}, "seat")), `
			country:ru
			  meetings: total=8 more
			    meeting:f {seat=5} start="2025-12-02"
			    meeting:d {seat=3} start="2025-08-15"
			    meeting:b {seat=1} start="2025-08"`},
		{"expand the last page", from("country:ru", meetingsOf("meetings", graph.Query{Page: graph.Page{Limit: 2, Backward: true}, Order: []graph.Order{down("start")}})), `
			country:ru
			  meetings: more
			    meeting:i
			    meeting:e`},
		{"expand and count without rows", from("country:ru", meetingsOf("meetings", graph.Query{Count: true})), `
			country:ru
			  meetings: total=8 more`},
		{"expand nothing", from("person:fay", meetingsOf("meetings", graph.Query{Page: all, Count: true})), "person:fay\n  meetings:"},
		{"expand an edge that the label has not", from("person:fay", actorsOf("actors", graph.Query{Page: all, Count: true})), "person:fay\n  actors:"},
	}
}

// expandSeveralCases follow several edges, or the edges of several labels.
func expandSeveralCases() []Case {
	return []Case{
		{"expand one edge twice with different arguments", from("person:ana",
			meetingsOf("held", graph.Query{Page: graph.Page{Limit: 1}, Where: is("status", graph.Eq, "held"), Order: []graph.Order{up("start")}, Count: true}, "role"),
			meetingsOf("other", graph.Query{Page: all, Where: not(is("status", graph.Eq, "held")), Props: []string{"title"}}),
			meetingsOf("count", graph.Query{Count: true})), `
			person:ana
			  count: total=4 more
			  held: total=2 more
			    meeting:b {role="participant"}
			  other:
			    meeting:c title="Čakovec Gespräche"
			    meeting:e title="security SECURITY security"`},
		{"expand both directions of one edge", from("person:ana",
			graph.Expand{Name: "of", Edge: "RELATED_TO", EdgeProps: []string{"kind"}, Query: graph.Query{Labels: []graph.Label{"Person"}, Page: all}},
			graph.Expand{Name: "to", Edge: "RELATED_TO", Dir: graph.In, EdgeProps: []string{"kind"}, Query: graph.Query{Labels: []graph.Label{"Person"}, Page: all}}), `
			person:ana
			  of:
			    person:ana {kind="self"}
			    person:bo {kind="friend"}
			  to:
			    person:ana {kind="self"}
			    person:bo {kind="rival"}`},
		{"expand rows of several labels", graph.Query{Labels: []graph.Label{"Actor"}, Where: is("name", graph.Contains, "united"), Page: all, Props: []string{"code", "kind"},
			Expand: []graph.Expand{meetingsOf("meetings", graph.Query{Page: all, Props: []string{"kind"}})}}, `
			country:us code="US"
			  meetings:
			    meeting:a kind="talks"
			org:un kind="alliance"
			  meetings:
			    meeting:g kind="talks"`},
	}
}

// deep is six edges one below the other.
func deep() graph.Query {
	leaf := graph.Query{Labels: []graph.Label{"Document"}, Page: all, Props: []string{"title"}}
	passages := graph.Query{Labels: []graph.Label{"Passage"}, Page: all, Expand: []graph.Expand{{Name: "document", Edge: "IN", Query: leaf}}}
	last := graph.Query{Page: graph.Page{Limit: 2}, Count: true, Expand: []graph.Expand{{Name: "passages", Edge: "EVIDENCED_BY", Query: passages}}}
	peers := actorsOf("actors", graph.Query{Labels: []graph.Label{"Person"}, Page: graph.Page{Limit: 1, Backward: true}, Expand: []graph.Expand{meetingsOf("meetings", last, "role")}}, "side")
	first := graph.Query{Page: graph.Page{Limit: 2}, Order: []graph.Order{up("start")}, Expand: []graph.Expand{peers}}
	return from("country:us", graph.Expand{Name: "people", Edge: "REPRESENTS", Dir: graph.In, EdgeProps: []string{"title"},
		Query: graph.Query{Labels: []graph.Label{"Person"}, Page: all, Expand: []graph.Expand{meetingsOf("meetings", first)}}})
}

func expandDeepCases() []Case {
	inner := actorsOf("actors", graph.Query{Page: graph.Page{Limit: 2}, Where: graph.Connected{Edge: "ATTENDED", Quant: graph.None, Where: is("kind", graph.Eq, "call")},
		Facets: []graph.Facet{{Name: "roles", Prop: "kind", Limit: -1}, {Name: "sides", Edge: "REPRESENTS", Node: graph.Query{Labels: []graph.Label{"Actor"}, Props: []string{"name"}}, Limit: 2}}})
	return []Case{
		{"expand six deep", deep(), deepWant},
		{"facets inside an expand", graph.Query{Labels: []graph.Label{"Meeting"}, Page: graph.Page{Limit: 2}, Expand: []graph.Expand{inner}}, ""},
	}
}

const deepWant = `
country:us
  people:
    person:bo {title="envoy"}
      meetings:
        meeting:b
          actors: more
            person:di {side="country:rs"}
              meetings: total=3 more
                meeting:b {role="observer"}
                  passages:
                    passage:2
                      document:
                        document:1 title="Security guarantees: a primer"
                meeting:c {role="participant"}
                  passages:
        meeting:a
          actors: more
            person:cy {side="country:us"}
              meetings: total=2
                meeting:a {role="participant"}
                  passages:
                    passage:1
                      document:
                        document:1 title="Security guarantees: a primer"
                    passage:2
                      document:
                        document:1 title="Security guarantees: a primer"
                meeting:d
                  passages:
    person:cy
      meetings:
        meeting:a
          actors: more
            person:cy {side="country:us"}
              meetings: total=2
                meeting:a {role="participant"}
                  passages:
                    passage:1
                      document:
                        document:1 title="Security guarantees: a primer"
                    passage:2
                      document:
                        document:1 title="Security guarantees: a primer"
                meeting:d
                  passages:
        meeting:d
          actors:
            person:cy
              meetings: total=2
                meeting:a {role="participant"}
                  passages:
                    passage:1
                      document:
                        document:1 title="Security guarantees: a primer"
                    passage:2
                      document:
                        document:1 title="Security guarantees: a primer"
                meeting:d
                  passages:`
