package graphtest

import "parley/graph"

func up(prop string) graph.Order   { return graph.Order{Prop: prop} }
func down(prop string) graph.Order { return graph.Order{Prop: prop, Desc: true} }

// orderCases sort by each kind of property, with ties and without values.
func orderCases() []Case {
	by := func(name string, l graph.Label, want string, order ...graph.Order) Case {
		c := find(name, l, nil, want)
		c.Query.Order = order
		return c
	}
	m := func(name string, want string, order ...graph.Order) Case { return by(name, "Meeting", want, order...) }
	return []Case{
		m("by date", "i h j c b a d g f k e l", up("start")),
		m("by date, last first", "k f g a d b c j h i e l", down("start")),
		m("by int", "c e a b g j i d f h k l", up("seats")),
		m("by int, last first", "d i a b g j e c f h k l", down("seats")),
		m("by float", "f b c a j e d g h i k l", up("cost")),
		m("by float, last first", "e a j c b f d g h i k l", down("cost")),
		m("by string", "i e a b d f g j c k h l", up("status")),
		m("by string, last first", "c k a b d f g j e i h l", down("status")),
		m("by bytes", "d k e f h i g a b c j l", up("note")),
		m("by bytes, last first", "g i h f e k d a b c j l", down("note")),
		m("by text", "c f b e a g h i k d j l", up("title")),
		m("by text, last first", "k g h i a e b f c d j l", down("title")),
		m("by bool", "b e a c d f g h i j k l", up("open")),
		m("by bool, last first", "a c b e d f g h i j k l", down("open")),
		m("by two", "i e d a b g j f c k h l", up("status"), down("seats")),
		m("by two, last first and dates", "j g a c i e b d h k f l", down("kind"), down("start")),
		m("by three", "i e j a g b d f c k h l", up("status"), down("kind"), up("cost")),
		by("by text of an interface label", "Actor", "org:quote person:Zed person:ana person:bo person:cy person:di person:ed person:fay country:ru person:solo org:un country:us country:rs", up("name")),
		by("by a property of one label", "Actor", "country:us country:ru country:rs org:quote org:un person:Zed person:ana person:bo person:cy person:di person:ed person:fay person:solo", down("code")),
		by("by dates that begin alike", "Person", "fay cy bo ana di solo Zed ed", up("born")),
		by("by dates that begin alike, last first", "Person", "solo ana di bo cy fay Zed ed", down("born")),
		by("by url", "Document", "2 1", down("url")),
	}
}

// pageCases are pages that a walk doesn't show: of nothing, of all, and the
// counts beside them.
func pageCases() []Case {
	page := func(name string, p graph.Page, where graph.Predicate, want string) Case {
		return Case{name, graph.Query{Labels: []graph.Label{"Meeting"}, Where: where, Order: []graph.Order{down("start")}, Page: p, Count: true}, want}
	}
	return []Case{
		page("count without rows", graph.Page{}, nil, "total=12 more"),
		page("count nothing without rows", graph.Page{}, graph.Or{}, ""),
		page("count with rows", graph.Page{Limit: 2}, is("status", graph.Eq, "held"), "total=6 more\nmeeting:f\nmeeting:g"),
		page("exactly all", graph.Page{Limit: 6}, is("status", graph.Eq, "held"), "total=6\nmeeting:f\nmeeting:g\nmeeting:a\nmeeting:d\nmeeting:b\nmeeting:j"),
		page("more than all", graph.Page{Limit: 500}, is("status", graph.Eq, "scheduled"), "total=2\nmeeting:k\nmeeting:c"),
		page("backward", graph.Page{Limit: 2, Backward: true}, is("status", graph.Eq, "held"), "total=6 more\nmeeting:b\nmeeting:j"),
		page("backward without rows", graph.Page{Backward: true}, is("status", graph.Eq, "held"), "total=6 more"),
		page("backward all", graph.Page{Limit: -1, Backward: true}, is("status", graph.Eq, "scheduled"), "total=2\nmeeting:k\nmeeting:c"),
	}
}
