package graphtest

import (
	"strings"

	"parley/graph"
)

// find is a case that asks for nodes of a label by a predicate, and its
// answer: their IDs without the prefix, in order, one word each.
func find(name string, l graph.Label, where graph.Predicate, want string) Case {
	q := graph.Query{Labels: []graph.Label{l}, Where: where, Page: all}
	return Case{name, q, idLines(l, want)}
}

// all is the page with everything on it.
var all = graph.Page{Limit: -1}

// idLines writes IDs, given without their prefix, as Render does.
func idLines(l graph.Label, ids string) string {
	if ids == "" {
		return "nothing"
	}
	o := Ontology()
	def, ok := o.Label(l)
	var b strings.Builder
	for id := range strings.FieldsSeq(ids) {
		if ok {
			b.WriteString(def.Prefix + ":")
		}
		b.WriteString(id + "\n")
	}
	return b.String()
}

func is(prop string, op graph.Op, v any) graph.Compare {
	return graph.Compare{Prop: prop, Op: op, Value: v}
}

func not(p graph.Predicate) graph.Not { return graph.Not{Of: p} }

const everyMeeting = "a b c d e f g h i j k l"

// filterCases compare properties of single value, each operation with each
// kind.
func filterCases() []Case {
	m := func(name string, where graph.Predicate, want string) Case { return find(name, "Meeting", where, want) }
	return []Case{
		m("no filter", nil, everyMeeting),
		m("string equal", is("kind", graph.Eq, "talks"), "a c e g i"),
		m("string equal is exact", is("kind", graph.Eq, "TALKS"), ""),
		m("string equal to the empty string", is("status", graph.Eq, ""), "i"),
		m("string equal with quotes", is("note", graph.Eq, quotes), "d"),
		m("string equal with Lucene", is("note", graph.Eq, lucene), "e"),
		m("string equal right to left", is("note", graph.Eq, hebrew), "f"),
		m("string equal beyond the BMP", is("note", graph.Eq, emoji), "g"),
		m("string one of", is("status", graph.OneOf, []string{"scheduled", "", "nosuch"}), "c i k"),
		m("string one of none", is("status", graph.OneOf, []string{}), ""),
		m("string contains", is("kind", graph.Contains, "al"), "a c d e g h i"),
		m("string contains is exact", is("kind", graph.Contains, "T"), "h"),
		m("string contains the empty string", is("status", graph.Contains, ""), "a b c d e f g i j k"),
		m("string contains wildcards", is("note", graph.Contains, "%_"), "d"),
		m("string contains a backslash", is("note", graph.Contains, `\`), "d e"),
		m("string contains an asterisk", is("note", graph.Contains, "*"), "d e"),
		m("string contains a surrogate pair", is("note", graph.Contains, "\U0001F469"), "g"),
		m("string starts with", is("kind", graph.StartsWith, "ta"), "a c e g i"),
		m("string starts with a wildcard", is("note", graph.StartsWith, "%"), "d"),
		m("string starts with a bracket only", is("kind", graph.StartsWith, "["), ""),
		m("string from", is("status", graph.From, "held"), "a b c d f g j k"),
		m("string to", is("status", graph.To, "held"), "a b d e f g i j"),
		m("string from by bytes", is("note", graph.From, privateBM), "g h i"),
		m("string to by bytes", is("note", graph.To, privateBM), "d e f h k"),
		m("string present", is("status", graph.Present, true), "a b c d e f g i j k"),
		m("string absent", is("status", graph.Present, false), "h l"),
		m("int equal", is("seats", graph.Eq, int64(8)), "a b g j"),
		m("int equal to a large one", is("seats", graph.Eq, int64(9007199254740991)), "d"),
		m("int equal to zero", is("seats", graph.Eq, int64(0)), "e"),
		m("int one of", is("seats", graph.OneOf, []int64{-3, 12, 99}), "c i"),
		m("int one of none", is("seats", graph.OneOf, []int64{}), ""),
		m("int from", is("seats", graph.From, int64(8)), "a b d g i j"),
		m("int to", is("seats", graph.To, int64(0)), "c e"),
		m("int present", is("seats", graph.Present, true), "a b c d e g i j"),
		m("int absent", is("seats", graph.Present, false), "f h k l"),
		m("float equal", is("cost", graph.Eq, 1.5), "a j"),
		m("float equal to the last bit", is("cost", graph.Eq, 0.30000000000000004), "c"),
		m("float not equal by a bit", is("cost", graph.Eq, 0.3), ""),
		m("float one of", is("cost", graph.OneOf, []float64{0.1, -2.25}), "b f"),
		m("float from", is("cost", graph.From, 1.5), "a e j"),
		m("float to", is("cost", graph.To, 0.1), "b f"),
		m("float present", is("cost", graph.Present, true), "a b c e f j"),
		m("float absent", is("cost", graph.Present, false), "d g h i k l"),
		m("bool true", is("open", graph.Eq, true), "a c"),
		m("bool false", is("open", graph.Eq, false), "b e"),
		m("bool present", is("open", graph.Present, true), "a b c e"),
		m("bool absent", is("open", graph.Present, false), "d f g h i j k l"),
	}
}

// textPropCases compare folded text, with aliases and without.
func textPropCases() []Case {
	p := func(name string, where graph.Predicate, want string) Case { return find(name, "Person", where, want) }
	a := func(name string, where graph.Predicate, want string) Case { return find(name, "Actor", where, want) }
	m := func(name string, where graph.Predicate, want string) Case { return find(name, "Meeting", where, want) }
	return []Case{
		p("text folds accents", is("name", graph.Eq, "ANA BRNABIC"), "Zed ana"),
		p("text folds what is asked", is("name", graph.Eq, "ànä  brnabić"), "Zed ana"),
		p("text equal by alias", is("name", graph.Eq, "brnabić"), "ana"),
		p("text equal by alias shared", is("name", graph.Eq, "smith"), "ana bo solo"),
		p("text equal is whole", is("name", graph.Eq, "smit"), ""),
		p("text equal with a letter without decomposition", is("name", graph.Eq, "cy los"), "cy"),
		p("text equal with a typographic apostrophe", is("name", graph.Eq, "Di O'Neill"), "di"),
		p("text one of", is("name", graph.OneOf, []string{"DI", "Smith", "nobody"}), "ana bo di solo"),
		p("text one of none", is("name", graph.OneOf, []string{}), ""),
		p("text contains", is("name", graph.Contains, "ŠMITH"), "ana bo solo"),
		p("text contains within an alias", is("name", graph.Contains, ". sm"), "bo"),
		p("text contains doesn't span aliases", is("name", graph.Contains, "brnabic smith"), ""),
		p("text contains an emoji", is("name", graph.Contains, "peace \U0001F469"), "ed"),
		p("text starts with", is("name", graph.StartsWith, "B"), "ana bo"),
		p("text starts with its start only", is("name", graph.StartsWith, "mith"), ""),
		p("text negated", not(is("name", graph.Eq, "smith")), "Zed cy di ed fay"),
		a("text with quotes", is("name", graph.Eq, quotes), "org:quote"),
		a("text contains a wildcard", is("name", graph.Contains, "%_"), "org:quote"),
		a("text of an interface label", is("name", graph.OneOf, []string{"us", "un", "SMITH", "сРбија"}), "country:rs country:us org:un person:ana person:bo person:solo"),
		a("property of one label of the interface", is("code", graph.Eq, "US"), "country:us"),
		a("property of one label of the interface negated", not(is("code", graph.Present, true)), "org:quote org:un person:Zed person:ana person:bo person:cy person:di person:ed person:fay person:solo"),
		m("text without aliases", is("title", graph.Eq, "cakovec gesprache"), "c"),
		m("text without aliases ties", is("title", graph.Eq, "Talks"), "g h i"),
		m("text without aliases contains", is("title", graph.Contains, "Security"), "a b e f"),
		m("text without aliases starts with", is("title", graph.StartsWith, "security"), "a b e"),
		m("text present", is("title", graph.Present, true), "a b c e f g h i k"),
		m("text absent", is("title", graph.Present, false), "d j l"),
		m("text one of without aliases", is("title", graph.OneOf, []string{"tälks", "the of and"}), "g h i k"),
	}
}

// dateCases compare partial dates as intervals.
func dateCases() []Case {
	m := func(name string, where graph.Predicate, want string) Case { return find(name, "Meeting", where, want) }
	return []Case{
		m("date equal to a day", is("start", graph.Eq, "2025-08-15"), "a d"),
		m("date equal to a month", is("start", graph.Eq, "2025-08"), "a b d"),
		m("date equal to a year", is("start", graph.Eq, "2025"), "a b c d f g"),
		m("date equal to a leap month", is("start", graph.Eq, "2024-02"), "h j"),
		m("date equal to a leap day", is("start", graph.Eq, "2024-02-29"), "j"),
		m("date one of", is("start", graph.OneOf, []string{"2024-02", "2025-12-02"}), "f h j"),
		m("date one of none", is("start", graph.OneOf, []string{}), ""),
		m("date from a day", is("start", graph.From, "2025-08-16"), "b c f g k"),
		m("date from a month", is("start", graph.From, "2025-08"), "a b c d f g k"),
		m("date from a year", is("start", graph.From, "2025"), "a b c d f g k"),
		m("date from the last day that it may mean", is("start", graph.From, "2024-12-31"), "a b c d f g i k"),
		m("date to a day", is("start", graph.To, "2025-08-14"), "b c h i j"),
		m("date to a month", is("start", graph.To, "2024-02"), "h i j"),
		m("date to a year", is("start", graph.To, "2024"), "h i j"),
		m("date to the first day that it may mean", is("start", graph.To, "2024-01-01"), "i"),
		m("date between", graph.And{is("start", graph.From, "2025-08-20"), is("start", graph.To, "2025-08-25")}, "b c"),
		m("date present", is("start", graph.Present, true), "a b c d f g h i j k"),
		m("date absent", is("start", graph.Present, false), "e l"),
		m("date negated", not(is("start", graph.From, "2025")), "e h i j l"),
		m("date without an index", is("end", graph.To, "2024"), "h"),
		find("date of another label", "Document", is("published", graph.From, "2025-09"), "2"),
		find("an int of the same name in another label", "Passage", is("start", graph.From, int64(7)), "2 3"),
	}
}

// listCases compare properties that are lists.
func listCases() []Case {
	m := func(name string, where graph.Predicate, want string) Case { return find(name, "Meeting", where, want) }
	return []Case{
		m("strings have", is("tags", graph.Eq, "peace"), "a b"),
		m("strings have is whole", is("tags", graph.Eq, "pea"), ""),
		m("strings have with quotes", is("tags", graph.Eq, quotes), "e"),
		m("strings have an emoji", is("tags", graph.Eq, emoji), "e"),
		m("strings have one of", is("tags", graph.OneOf, []string{"arms", emoji}), "a e"),
		m("strings present", is("tags", graph.Present, true), "a b e"),
		m("strings absent, an empty list too", is("tags", graph.Present, false), "c d f g h i j k l"),
		m("ints have", is("marks", graph.Eq, int64(2)), "a b"),
		m("ints have one of", is("marks", graph.OneOf, []int64{1, 7}), "a"),
		m("ints present", is("marks", graph.Present, true), "a b"),
		m("ints absent", is("marks", graph.Present, false), "c d e f g h i j k l"),
		find("aliases are strings of their own", "Person", is("aliases", graph.Eq, "B. Smith"), "bo"),
		find("aliases are not folded", "Person", is("aliases", graph.Eq, "b. smith"), ""),
	}
}

// logicCases nest and, or and not, and choose by label and ID.
func logicCases() []Case {
	m := func(name string, where graph.Predicate, want string) Case { return find(name, "Meeting", where, want) }
	held, talks := is("status", graph.Eq, "held"), is("kind", graph.Eq, "talks")
	pick := func(name string, labels []graph.Label, ids []graph.ID, where graph.Predicate, want string) Case {
		return Case{name, graph.Query{Labels: labels, IDs: ids, Where: where, Page: all}, idLines("", want)}
	}
	return []Case{
		m("and of nothing", graph.And{}, everyMeeting),
		m("or of nothing", graph.Or{}, ""),
		m("not of or of nothing", not(graph.Or{}), everyMeeting),
		m("not of and of nothing", not(graph.And{}), ""),
		m("and", graph.And{held, talks}, "a g"),
		m("or", graph.Or{held, talks}, "a b c d e f g i j"),
		m("not of absent", not(held), "c e h i k l"),
		m("not of not of absent", not(not(held)), "a b d f g j"),
		m("not of and", not(graph.And{held, talks}), "b c d e f h i j k l"),
		m("not of or", not(graph.Or{held, talks}), "h k l"),
		m("or of nots of absent", graph.Or{not(held), not(talks)}, "b c d e f h i j k l"),
		m("nested", graph.And{graph.Or{held, graph.And{talks, not(is("seats", graph.From, int64(0)))}}, not(graph.Or{is("start", graph.Eq, "2025-12"), is("open", graph.Eq, true)})}, "b d j"),
		m("nil inside and", graph.And{nil, held}, "a b d f g j"),
		m("has label", graph.HasLabel{"Meeting"}, everyMeeting),
		m("has another label", graph.HasLabel{"Actor", "Place"}, ""),
		m("has none of no labels", graph.HasLabel{}, ""),
		find("has label of an interface", "Actor", graph.HasLabel{"Country", "Organization"}, "country:rs country:ru country:us org:quote org:un"),
		find("has interface label", "Person", graph.HasLabel{"Actor"}, "Zed ana bo cy di ed fay solo"),
		pick("several labels", []graph.Label{"Topic", "Country"}, nil, nil, "country:rs country:ru country:us topic:arms topic:lonely topic:peace topic:trade"),
		pick("a label and its interface", []graph.Label{"Country", "Actor", "Country"}, nil, graph.HasLabel{"Country"}, "country:rs country:ru country:us"),
		pick("ids", nil, []graph.ID{"topic:arms", "meeting:a", "topic:arms", "nobody:x", "", "person:Zed"}, nil, "meeting:a person:Zed topic:arms"),
		pick("no ids", nil, []graph.ID{}, nil, ""),
		pick("ids are exact", nil, []graph.ID{"person:zed", "person:ZED"}, nil, ""),
		pick("ids of a label", []graph.Label{"Actor"}, []graph.ID{"topic:arms", "meeting:a", "person:Zed"}, nil, "person:Zed"),
		pick("ids and a filter", []graph.Label{"Meeting"}, []graph.ID{"meeting:a", "meeting:c", "meeting:l"}, held, "meeting:a"),
		pick("ids with quotes", nil, []graph.ID{`meeting:'"\`, "meeting:%", "meeting:a"}, nil, "meeting:a"),
	}
}
