package graphtest

import (
	"slices"

	"parley/graph"
)

// best is the order of a search: by score, best first.
var best = []graph.Order{{By: graph.ByScore, Desc: true}}

// searchCases find by full text.
func searchCases() []Case {
	s := func(name, text, want string, labels ...graph.Label) Case {
		return Case{name, graph.Query{Labels: labels, Text: text, Order: best, Page: all, Count: true}, want}
	}
	words := []Case{
		s("search a word", "Guarantee", `
			total=5
			meeting:f score=3.165467626
			meeting:b score=3.066202091
			document:1 score=1.533101045
			passage:1 score=1.325301205
			passage:2 score=1.325301205`),
		s("search several words", "guarantees plan", `
			total=2
			passage:1 score=2.650602410
			passage:2 score=2.650602410`),
		s("search several words in any order", "security alaska", "total=1\nmeeting:a score=6.132404181", "Meeting"),
		s("search for a phrase", `"security guarantee"`, `
			total=3
			meeting:b score=3.066202091
			document:1 score=1.533101045
			passage:1 score=1.325301205`),
		s("search for a phrase in its order only", `"guarantee security"`, `
			total=1
			meeting:f score=3.165467626`),
		s("search for a phrase and a word", `"peace plan" zone`, `
			total=1
			passage:1 score=2.650602410`),
		s("search for a phrase with its stop word", `"guarantee of the security"`, "total=1\nmeeting:f score=3.165467626", "Meeting"),
		s("search with an open quotation mark", `"security guarantee`, `
			total=3
			meeting:b score=3.066202091
			document:1 score=1.533101045
			passage:1 score=1.325301205`),
		s("search with several occurrences", "security", `
			total=4
			meeting:e score=3.842794760
			meeting:f score=3.165467626
			meeting:a score=3.066202091
			meeting:b score=3.066202091`, "Meeting"),
		s("search folds", "ČAKOVEC gesprache", `
			total=1
			meeting:c score=6.330935252`),
		s("search by alias", "moskva", ""),
		s("search doesn't span aliases", `"smith b"`, "nothing"),
		s("search in Cyrillic", "россия мире", ""),
		s("search in Chinese", "会谈", `
			total=1
			passage:3 score=1.325301205`),
		s("search with an apostrophe", "O'Neill's", ""),
		s("search with dots", "U.S.", ""),
		s("search for stop words only", "the of and", "nothing"),
		s("search for punctuation only", `*"'():^~-+!{}[]\/`, "nothing"),
		s("search for spaces only", " \t\n", "nothing"),
		s("search for what isn't there", "security xyzzy", "nothing"),
		s("search leaves out labels without weight", "nobody", "nothing"),
		s("search one label", "security", "", "Passage", "Document"),
		s("search an interface label", "united", "", "Actor"),
	}
	return slices.Concat(words, searchSyntaxCases(), searchQueryCases())
}

// searchSyntaxCases are texts that mean something to a search engine: here
// they are words and punctuation.
func searchSyntaxCases() []Case {
	var out []Case
	for _, syntax := range []string{
		`security AND guarantee`, `security OR guarantee`, `security NOT talks`, `security NEAR guarantee`, `NEAR(security guarantee, 5)`,
		`secur*`, `title:security`, `_text:security`, `^security`, `"security`, `security"`, `(security`, `{security TO z}`, `[a TO security]`,
		`security~2`, `security^3`, `+security -talks`, `security \`, `/security/`, `security && guarantee || !talks`, `'security'`, `a'); DROP TABLE node; --`,
		`"" security ""`, "security\x01guarantee", lucene, quotes, "\U0001F54A peace", "a:b\\", `"*"`, "¶",
	} {
		out = append(out, Case{"search syntax " + syntax, graph.Query{Text: syntax, Order: best, Page: all}, ""})
	}
	return out
}

// searchQueryCases combine a text with the rest of a query.
func searchQueryCases() []Case {
	meetings := []graph.Label{"Meeting"}
	return []Case{
		{"search and filter", graph.Query{Labels: meetings, Text: "security", Where: is("status", graph.Eq, "held"), Page: all, Props: []string{"title"}}, ""},
		{"search and filter through an edge", graph.Query{Labels: meetings, Text: "security", Where: attended(graph.Some, is("name", graph.Eq, "di")), Page: all}, ""},
		{"search ordered by something else", graph.Query{Labels: meetings, Text: "security", Order: []graph.Order{down("start")}, Page: all}, ""},
		{"search, the worst first", graph.Query{Labels: meetings, Text: "security", Order: []graph.Order{{By: graph.ByScore}}, Page: all}, ""},
		{"search, a page of it", graph.Query{Text: "security", Order: best, Page: graph.Page{Limit: 3}, Count: true}, ""},
		{"search, counted only", graph.Query{Text: "security", Order: best, Count: true}, `
			total=6 more`},
		{"search and expand", graph.Query{Text: "security guarantee", Order: best, Page: all, Expand: []graph.Expand{
			{Name: "document", Edge: "IN", Query: graph.Query{Labels: []graph.Label{"Document"}, Page: all, Props: []string{"title"}}},
			actorsOf("actors", graph.Query{Page: graph.Page{Limit: 1}, Count: true})}}, ""},
		{"search and facets", graph.Query{Labels: meetings, Text: "security", Facets: []graph.Facet{{Name: "status", Prop: "status", Limit: -1}}}, ""},
	}
}

// lookupCases find by name beside a query.
func lookupCases() []Case {
	look := func(key, name string, limit int, labels ...graph.Label) graph.Lookup {
		return graph.Lookup{Key: key, Name: name, Limit: limit, Labels: labels}
	}
	meetings := graph.Query{Labels: []graph.Label{"Meeting"}, Where: attended(graph.Some, is("name", graph.Eq, "Di")), Page: graph.Page{Limit: 1}, Count: true}
	with := func(name, want string, l ...graph.Lookup) Case {
		q := meetings
		q.Lookups = l
		return Case{name, q, "\ntotal=3 more\nmeeting:b\n" + want}
	}
	nothing := graph.Query{Labels: []graph.Label{"Meeting"}, Where: graph.Or{}, Lookups: []graph.Lookup{look("a", "UN", 5, "Actor")}}
	return []Case{
		with("lookup", "lookup a: person:di name=\"DI O’NEILL\"", look("a", "Di", 10, "Person")),
		with("lookup ambiguous", "lookup a: person:ana name=\"Ana Brnabić\"\nlookup a: person:bo name=\"Bo Smith\"\nlookup a: person:solo name=\"Smith\"", look("a", "SMITH", 10, "Actor")),
		with("lookup, the first", "lookup a: person:ana name=\"Ana Brnabić\"\nlookup a: person:bo name=\"Bo Smith\"", look("a", "SMITH", 2, "Actor")),
		with("lookup folded", "lookup a: person:Zed name=\"ana brnabic\"\nlookup a: person:ana name=\"Ana Brnabić\"", look("a", " Ana  BRNABIĆ ", 10, "Person")),
		with("lookup unknown", "", look("a", "Nobody", 10, "Actor")),
		with("lookup nothing", "", look("a", "", 10, "Actor")),
		with("lookup of another label", "", look("a", "Di", 10, "Place", "Topic")),
		with("lookup with quotes", "lookup a: org:quote name=\"%_'\\\"\\\\ ; -- /* {} [] $p :x ?1\"", look("a", quotes, 10, "Actor")),
		with("lookup of several labels", "lookup a: country:ru name=\"Russia\"\nlookup a: place:moscow name=\"Moscow\"", look("a", "moscow", 10, "Place", "Country")),
		with("lookups", "lookup a: person:di name=\"DI O’NEILL\"\nlookup b: country:us name=\"United States\"\nlookup d: topic:peace name=\"Peace plan\"",
			look("a", "Di", 3, "Person"), look("b", "america", 3, "Actor"), look("c", "nobody", 3, "Actor"), look("d", "28-Point Plan", 3, "Topic")),
		{"lookup beside nothing", nothing, "lookup a: org:un name=\"United Nations\""},
	}
}
