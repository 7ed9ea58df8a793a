package graphtest

import "parley/graph"

// attended is a filter through the edge from a meeting to its actors.
func attended(quant graph.Quantifier, where graph.Predicate, labels ...graph.Label) graph.Connected {
	return graph.Connected{Edge: "ATTENDED", Dir: graph.In, Labels: labels, Quant: quant, Where: where}
}

func onEdge(prop string, op graph.Op, v any) graph.EdgeCompare {
	return graph.EdgeCompare{Prop: prop, Op: op, Value: v}
}

// within is the filter for a place, or what it lies in.
func within(name string, labels ...graph.Label) graph.Connected {
	return graph.Connected{Edge: "HELD_IN", Up: "LOCATED_IN", Labels: labels, Where: is("name", graph.Eq, name)}
}

// edgeCases filter through edges.
func edgeCases() []Case {
	var out []Case
	for _, theme := range [][]Case{quantifierCases(), upCases(), idCases(), edgePropCases()} {
		out = append(out, theme...)
	}
	return out
}

func quantifierCases() []Case {
	m := func(name string, where graph.Predicate, want string) Case { return find(name, "Meeting", where, want) }
	ana, ru := is("name", graph.Eq, "Brnabic"), is("name", graph.Eq, "Russian Federation")
	return []Case{
		m("some", attended(graph.Some, ana), "a b c e"),
		m("some through a hub", attended(graph.Some, ru), "b c d e f h i j"),
		m("some of a label", attended(graph.Some, nil, "Country"), "a b c d e f h i j"),
		m("some at all", attended(graph.Some, nil), "a b c d e f g h i j"),
		m("none", attended(graph.None, ru), "a g k l"),
		m("none at all", attended(graph.None, nil), "k l"),
		m("none of a label", attended(graph.None, nil, "Person"), "i j k l"),
		m("every", attended(graph.Every, graph.HasLabel{"Country"}), "i j k l"),
		m("every of a label", attended(graph.Every, ana, "Person"), "i j k l"),
		m("every of a label, some of it too", graph.And{attended(graph.Every, is("active", graph.Eq, true), "Person"), attended(graph.Some, nil, "Person")}, "e"),
		m("every of none", attended(graph.Every, graph.Or{}), "k l"),
		m("every of anything", attended(graph.Every, nil), everyMeeting),
		m("every of an absent property", attended(graph.Every, not(is("born", graph.Present, true)), "Person"), "h i j k l"),
		m("some of several labels", attended(graph.Some, is("name", graph.Contains, "united"), "Organization", "Country"), "a g"),
		m("some of an interface label", attended(graph.Some, is("name", graph.StartsWith, "united"), "Actor"), "a g"),
		m("not some is none", not(attended(graph.Some, ru)), "a g k l"),
		m("not every", not(attended(graph.Every, graph.HasLabel{"Country"})), "a b c d e f g h"),
		m("both of two", graph.And{attended(graph.Some, ana), attended(graph.Some, ru)}, "b c e"),
		m("either of two", graph.Or{attended(graph.Some, ana), attended(graph.Some, is("name", graph.Eq, "UN"))}, "a b c e g"),
		m("one but not the other", graph.And{attended(graph.Some, ru), attended(graph.None, ana)}, "d f h i j"),
		m("a filter inside a filter", attended(graph.Some, graph.Connected{Edge: "REPRESENTS", Where: is("name", graph.Eq, "America")}), "a b d"),
		m("a filter three deep", attended(graph.Some, graph.Connected{Edge: "ATTENDED", Where: graph.Connected{Edge: "ABOUT", Where: is("name", graph.Eq, "arms control")}}), "a b c d e"),
		m("every inside none", attended(graph.None, graph.Connected{Edge: "REPRESENTS", Quant: graph.Every, Where: is("name", graph.Contains, "united")}, "Person"), "i j k l"),
		m("an edge to itself, back and forth", graph.Connected{Edge: "FOLLOWED_BY", Where: graph.Connected{Edge: "FOLLOWED_BY", Where: is("title", graph.Contains, "alaska")}}, "b"),
		m("an edge backwards", graph.Connected{Edge: "FOLLOWED_BY", Dir: graph.In, Where: is("title", graph.Contains, "alaska")}, "b"),
		find("an edge outwards", "Person", graph.Connected{Edge: "ATTENDED", Where: is("status", graph.Eq, "cancelled")}, "ana ed"),
		find("a node that leads to itself", "Person", graph.Connected{Edge: "RELATED_TO", Where: is("name", graph.Eq, "Brnabić")}, "ana bo"),
		find("the hub", "Country", graph.Connected{Edge: "ATTENDED", Quant: graph.Every, Where: is("kind", graph.Present, true)}, "rs us"),
	}
}

// idCases give IDs, of the nodes themselves and of those that an edge leads to.
func idCases() []Case {
	m := func(name string, where graph.Predicate, want string) Case { return find(name, "Meeting", where, want) }
	ana, ru := graph.HasID{"person:ana"}, graph.HasID{"country:ru"}
	return []Case{
		m("ID", graph.HasID{"meeting:c", "meeting:a", "meeting:c"}, "a c"),
		m("ID and another filter", graph.And{graph.HasID{"meeting:a", "meeting:b", "meeting:c"}, is("kind", graph.Eq, "talks")}, "a c"),
		m("ID of another label", ana, ""),
		m("ID of nothing", graph.HasID{"meeting:nosuch", "nosuch", "nosuch:a", ""}, ""),
		m("ID of none", graph.HasID{}, ""),
		m("ID negated", not(graph.HasID{"meeting:a", "nosuch"}), "b c d e f g h i j k l"),
		m("ID of none negated", not(graph.HasID{}), everyMeeting),
		m("ID or another filter", graph.Or{graph.HasID{"meeting:l"}, attended(graph.Some, ana)}, "a b c e l"),
		m("edge to an ID", attended(graph.Some, ana), "a b c e"),
		m("edge to one of two IDs", attended(graph.Some, graph.HasID{"person:ana", "org:un"}), "a b c e g"),
		m("edge to an ID of a label", attended(graph.Some, graph.HasID{"person:ana", "org:un"}, "Organization"), "g"),
		m("edges to both of two IDs", graph.And{attended(graph.Some, ana), attended(graph.Some, ru)}, "b c e"),
		m("edges to an ID twice", graph.And{attended(graph.Some, ana), attended(graph.Some, ana)}, "a b c e"),
		m("edges to an ID and a name", graph.And{attended(graph.Some, ana), attended(graph.Some, is("name", graph.Eq, "Russia"))}, "b c e"),
		m("edges to an ID and to none of another", graph.And{attended(graph.Some, ru), attended(graph.None, ana)}, "d f h i j"),
		m("every edge to an ID", attended(graph.Every, ru, "Country"), "b c d e f g h i j k l"),
		m("edge of a kind to an ID", attended(graph.Some, graph.And{ana, onEdge("role", graph.Eq, "participant")}), "b e"),
		m("edge to a name and an ID", attended(graph.Some, graph.And{ana, is("name", graph.Eq, "Ana Brnabić")}), "a b c e"),
		m("up to an ID", graph.Connected{Edge: "HELD_IN", Up: "LOCATED_IN", Where: ru}, "b d f"),
		find("ID among several labels", "Actor", graph.HasID{"person:ana", "meeting:a", "country:ru"}, "country:ru person:ana"),
	}
}

func upCases() []Case {
	m := func(name string, where graph.Predicate, want string) Case { return find(name, "Meeting", where, want) }
	none, every := within("Russia"), within("Russia")
	none.Quant, every.Quant = graph.None, graph.Every
	return []Case{
		m("up not at all", within("Anchorage"), "a"),
		m("up one", within("United States"), "a"),
		m("up two and one", within("Russia"), "b d f"),
		m("up by alias, place and country alike", within("moscow"), "b d f"),
		m("up to a label only", within("moscow", "Country"), "b d f"),
		m("up to another label only", within("Moskva", "Place"), "b d f"),
		m("up to none", within("Atlantis"), ""),
		m("up six", within("Level 6"), "h i j"),
		m("up not seven", within("Level 7"), "i j"),
		m("up six from further on", within("Level 8"), "i j"),
		m("up none", none, "a c e g h i j k l"),
		m("up every", every, "e g k l"),
		m("up every of a label", graph.Connected{Edge: "HELD_IN", Up: "LOCATED_IN", Quant: graph.Every, Labels: []graph.Label{"Country"}, Where: is("code", graph.Eq, "RU")}, "b c d e f g h i j k l"),
		m("up and a filter at the top", graph.Connected{Edge: "HELD_IN", Up: "LOCATED_IN", Where: graph.Connected{Edge: "LOCATED_IN", Dir: graph.In, Where: is("name", graph.Eq, "Congress hall")}}, "b d f"),
		m("up beside another filter", graph.And{within("Russia"), attended(graph.Some, is("name", graph.Eq, "Di"))}, "b f"),
		m("up round a circle", graph.Connected{Edge: "FOLLOWED_BY", Up: "FOLLOWED_BY", Where: is("title", graph.Contains, "alaska")}, "a b c"),
		find("up from a person", "Person", graph.Connected{Edge: "REPRESENTS", Up: "LOCATED_IN", Where: is("name", graph.Eq, "US")}, "bo cy"),
	}
}

func edgePropCases() []Case {
	m := func(name string, where graph.Predicate, want string) Case {
		return find(name, "Meeting", attended(graph.Some, where), want)
	}
	p := func(name string, where graph.Predicate, want string) Case {
		return find(name, "Person", graph.Connected{Edge: "REPRESENTS", Where: where}, want)
	}
	return []Case{
		m("edge string equal", onEdge("role", graph.Eq, "host"), "a g"),
		m("edge string equal with quotes", onEdge("role", graph.Eq, quotes), "f"),
		m("edge string one of", onEdge("role", graph.OneOf, []string{"mediator", "observer"}), "b g"),
		m("edge string contains", onEdge("role", graph.Contains, "art"), "a b c e"),
		m("edge string starts with", onEdge("role", graph.StartsWith, "%"), "f"),
		m("edge string from", onEdge("role", graph.From, "observer"), "a b c e g"),
		m("edge string absent", onEdge("role", graph.Present, false), "a b c d e f g h i j"),
		m("edge int equal", onEdge("seat", graph.Eq, int64(7)), "f h"),
		m("edge int one of", onEdge("seat", graph.OneOf, []int64{9, 3}), "d j"),
		m("edge int to", onEdge("seat", graph.To, int64(1)), "a b"),
		m("edge int present", onEdge("seat", graph.Present, true), "a b c d e f h i j"),
		m("edge bool", onEdge("sure", graph.Eq, false), "a"),
		m("edge float", onEdge("weight", graph.From, 0.5), "a"),
		m("edge strings have", onEdge("hats", graph.Eq, "guest"), "a"),
		m("edge strings don't have", onEdge("hats", graph.Eq, "gue"), ""),
		m("edge and node", graph.And{onEdge("role", graph.Eq, "participant"), is("name", graph.Eq, "Ana Brnabić")}, "b e"),
		m("edge and node of one, not of two", graph.And{onEdge("role", graph.Eq, "mediator"), is("name", graph.Eq, "Di")}, ""),
		m("edge negated, absent too", graph.And{not(onEdge("role", graph.Eq, "participant")), graph.HasLabel{"Person"}}, "a b c d f g h"),
		p("edge date equal", onEdge("since", graph.Eq, "2017-06"), "ana"),
		p("edge date from", onEdge("since", graph.From, "2017-07"), "bo"),
		p("edge date to", onEdge("until", graph.To, "2024-05-01"), "ana"),
		p("edge date absent", onEdge("since", graph.Present, false), "cy"),
		p("edge date one of", onEdge("since", graph.OneOf, []string{"2017-06-29", "1999"}), "ana"),
		p("edge date of one edge", graph.And{onEdge("since", graph.Eq, "2017-06-29"), onEdge("title", graph.Eq, "envoy")}, ""),
		p("edge ints have", onEdge("counts", graph.Eq, int64(2)), "ana"),
		find("edge none", "Meeting", attended(graph.None, onEdge("role", graph.Present, true)), "d h i j k l"),
		find("edge every", "Meeting", attended(graph.Every, onEdge("side", graph.Present, true)), "a i j k l"),
		find("edge every of a label", "Meeting", attended(graph.Every, onEdge("side", graph.Eq, "country:us"), "Person"), "i j k l"),
	}
}
