package graphtest

import "parley/graph"

// Fixture returns the graph written by hand, as one batch for an empty store.
// It has ties, absent properties, dates of every precision, accents, aliases
// shared by two people, a hub, a chain of places longer than any filter
// climbs, a node without edges, and strings that hurt careless quoting.
func Fixture() graph.Batch {
	b := graph.Batch{Nodes: meetings()}
	b.Nodes = append(b.Nodes, actors()...)
	b.Nodes = append(b.Nodes, surroundings()...)
	b.Nodes = append(b.Nodes, texts()...)
	b.Edges = append(attendance(), otherEdges()...)
	return b
}

// Strings that mean something to SQL, Cypher, Lucene, FTS5 or JSON.
const (
	quotes    = `%_'"\ ; -- /* {} [] $p :x ?1`
	lucene    = `a AND (b OR "c" NEAR/2 d*) ~2 ^3 +e -f !g {x TO y} \: /re/`
	hebrew    = "שלום \u200fabc\u200f — עולם"
	emoji     = "\U0001F54A\uFE0F peace \U0001F469\u200D\U0001F4BC"
	privateBM = "\uE000 sorts before what lies beyond the BMP"
	beyondBMP = "\U00010400 sorts after it by bytes, before it in UTF-16"
)

func node(l graph.Label, id graph.ID, p graph.Props) graph.Node {
	return graph.Node{ID: id, Label: l, Props: p}
}

func actors() []graph.Node {
	return []graph.Node{
		node("Person", "person:ana", graph.Props{"name": "Ana Brnabić", "aliases": []string{"Brnabić", "Smith"}, "born": "1975-09-28", "height": 1.75, "active": true}),
		node("Person", "person:bo", graph.Props{"name": "Bo Smith", "aliases": []string{"Smith", "B. Smith"}, "born": "1975-09", "height": 1.9, "active": false, "forms": []string{"Bo", "Bo Smith"}, "formCounts": []int64{3, 1}}),
		node("Person", "person:cy", graph.Props{"name": "Cy Łoś", "born": "1975", "height": -0.5}),
		node("Person", "person:di", graph.Props{"name": "DI O’NEILL", "aliases": []string{"Di"}, "born": "1975-09-28"}),
		node("Person", "person:ed", graph.Props{"name": "Ed " + emoji, "active": true}),
		node("Person", "person:fay", graph.Props{"name": "Fay Alone", "aliases": []string{}, "born": "1975-01"}),
		node("Person", "person:Zed", graph.Props{"name": "ana brnabic", "height": 1.75}),
		node("Person", "person:solo", graph.Props{"name": "Smith", "born": "2000-02-29"}),
		node("Country", "country:ru", graph.Props{"name": "Russia", "aliases": []string{"Russian Federation", "Moscow"}, "code": "RU"}),
		node("Country", "country:us", graph.Props{"name": "United States", "aliases": []string{"US", "U.S.", "America"}, "code": "US"}),
		node("Country", "country:rs", graph.Props{"name": "Србија", "aliases": []string{"Serbia"}, "code": "RS"}),
		node("Organization", "org:un", graph.Props{"name": "United Nations", "aliases": []string{"UN"}, "kind": "alliance"}),
		node("Organization", "org:quote", graph.Props{"name": quotes, "kind": lucene}),
	}
}

func meetings() []graph.Node {
	m := func(id graph.ID, p graph.Props) graph.Node { return node("Meeting", id, p) }
	return []graph.Node{
		m("meeting:a", graph.Props{"title": "Security talks in Alaska", "status": "held", "kind": "talks", "start": "2025-08-15", "end": "2025-08-16", "seats": int64(8), "cost": 1.5, "open": true, "tags": []string{"peace", "arms"}, "marks": []int64{1, 2}}),
		m("meeting:b", graph.Props{"title": "Security guarantee summit", "status": "held", "kind": "summit", "start": "2025-08", "seats": int64(8), "cost": 0.1, "open": false, "tags": []string{"peace"}, "marks": []int64{2}}),
		m("meeting:c", graph.Props{"title": "Čakovec Gespräche", "status": "scheduled", "kind": "talks", "start": "2025", "seats": int64(-3), "cost": 0.30000000000000004, "open": true}),
		m("meeting:d", graph.Props{"status": "held", "kind": "call", "start": "2025-08-15", "seats": int64(9007199254740991), "note": quotes}),
		m("meeting:e", graph.Props{"title": "security SECURITY security", "status": "cancelled", "kind": "talks", "seats": int64(0), "cost": 1e21, "open": false, "note": lucene, "tags": []string{quotes, emoji}}),
		m("meeting:f", graph.Props{"title": "Guarantee of security", "status": "held", "start": "2025-12-02", "cost": -2.25, "note": hebrew}),
		m("meeting:g", graph.Props{"title": "Talks", "status": "held", "kind": "talks", "start": "2025-12", "seats": int64(8), "note": emoji}),
		m("meeting:h", graph.Props{"title": "talks", "kind": "Talks", "start": "2024-02", "end": "2024-03-01", "note": privateBM}),
		m("meeting:i", graph.Props{"title": "TALKS", "status": "", "kind": "talks", "start": "2024", "seats": int64(12), "note": beyondBMP}),
		m("meeting:j", graph.Props{"status": "held", "kind": "visit", "start": "2024-02-29", "seats": int64(8), "cost": 1.5, "tags": []string{}, "note": nil}),
		m("meeting:k", graph.Props{"title": "the of and", "status": "scheduled", "start": "2026-01-01", "note": "Note"}),
		m("meeting:l", graph.Props{}),
	}
}

// surroundings are places, from place:p0 up to place:p8, and topics.
func surroundings() []graph.Node {
	out := []graph.Node{
		node("Place", "place:hall", graph.Props{"name": "Congress Hall", "kind": "venue", "latitude": 55.75}),
		node("Place", "place:moscow", graph.Props{"name": "Moscow", "aliases": []string{"Moskva", "Москва"}, "kind": "city", "latitude": 55.75}),
		node("Place", "place:anchorage", graph.Props{"name": "Anchorage", "kind": "city", "latitude": 61.2}),
		node("Place", "place:geneva", graph.Props{"name": "Genève", "aliases": []string{"Geneva"}, "kind": "city", "latitude": 46.2}),
		node("Topic", "topic:peace", graph.Props{"name": "Peace plan", "aliases": []string{"28-point plan"}}),
		node("Topic", "topic:trade", graph.Props{"name": "Trade"}),
		node("Topic", "topic:arms", graph.Props{"name": "Arms control"}),
		node("Topic", "topic:lonely", graph.Props{"name": "Lonely topic"}),
	}
	for _, i := range "012345678" {
		out = append(out, node("Place", graph.ID("place:p"+string(i)), graph.Props{"name": "Level " + string(i)}))
	}
	return out
}

func texts() []graph.Node {
	return []graph.Node{
		node("Document", "document:1", graph.Props{"title": "Security guarantees: a primer", "url": "https://example.org/1?a=b&c=%20", "published": "2025-08-17"}),
		node("Document", "document:2", graph.Props{"title": "Untitled", "url": "https://example.org/2", "published": "2025-12"}),
		node("Passage", "passage:1", graph.Props{"text": "The U.S. offers a security guarantee, a peace plan and a \"security zone\".", "start": int64(0), "end": int64(40)}),
		node("Passage", "passage:2", graph.Props{"text": "Guarantees of peace; the plan is peace. It's O'Neill's naïve café.", "start": int64(41), "end": int64(90)}),
		node("Passage", "passage:3", graph.Props{"text": "Россия и США говорят о мире. 和平 会谈", "start": int64(7)}),
		node("Passage", "passage:4", graph.Props{"text": ""}),
		node("Secret", "secret:1", graph.Props{"text": "security guarantee that nobody may find"}),
	}
}

func edge(t graph.EdgeType, from, to graph.ID, p graph.Props) graph.Edge {
	return graph.Edge{Type: t, From: from, To: to, Props: p}
}

func attendance() []graph.Edge {
	a := func(from, to graph.ID, p graph.Props) graph.Edge { return edge("ATTENDED", from, to, p) }
	out := []graph.Edge{
		a("person:ana", "meeting:a", graph.Props{"role": "host", "side": "country:rs", "seat": int64(2), "since": "2025-08", "sure": true, "weight": 0.5, "hats": []string{"chair", "guest"}}),
		a("person:bo", "meeting:a", graph.Props{"role": "participant", "side": "country:us", "seat": int64(1), "since": "2025-08-15", "sure": false, "weight": 0.25}),
		a("person:cy", "meeting:a", graph.Props{"role": "participant", "side": "country:us", "since": "2025"}),
		a("country:us", "meeting:a", graph.Props{"side": "country:us", "seat": int64(1), "hats": []string{"guest"}}),
		a("person:ana", "meeting:b", graph.Props{"role": "participant", "side": "country:rs", "seat": int64(2)}),
		a("person:bo", "meeting:b", graph.Props{"role": "mediator"}),
		a("person:di", "meeting:b", graph.Props{"role": "observer", "side": "country:rs"}),
		a("person:ana", "meeting:c", nil),
		a("person:di", "meeting:c", graph.Props{"role": "participant"}),
		a("person:di", "meeting:f", graph.Props{"seat": int64(7)}),
		a("person:ed", "meeting:f", graph.Props{"role": quotes}),
		a("person:solo", "meeting:g", nil),
		a("person:ed", "meeting:g", graph.Props{"role": "host"}),
		a("org:un", "meeting:g", graph.Props{"role": "observer"}),
		a("person:cy", "meeting:d", nil),
		a("person:Zed", "meeting:h", nil),
		a("person:ana", "meeting:e", graph.Props{"role": "participant"}),
		a("person:ed", "meeting:e", graph.Props{"role": "participant"}),
	}
	for _, m := range "abcdefghij" { // the hub: all but two meetings
		if m != 'a' && m != 'g' {
			out = append(out, a("country:ru", graph.ID("meeting:"+string(m)), graph.Props{"side": "country:ru", "seat": int64(m - 'a')}))
		}
	}
	return out
}

func otherEdges() []graph.Edge {
	out := []graph.Edge{
		edge("HELD_IN", "meeting:a", "place:anchorage", graph.Props{"venue": "Joint Base"}),
		edge("HELD_IN", "meeting:b", "place:hall", nil), edge("HELD_IN", "meeting:c", "place:geneva", nil),
		edge("HELD_IN", "meeting:d", "place:moscow", graph.Props{"venue": "Kremlin"}), edge("HELD_IN", "meeting:f", "place:hall", graph.Props{"venue": quotes}),
		edge("HELD_IN", "meeting:h", "place:p0", nil), edge("HELD_IN", "meeting:i", "place:p2", nil), edge("HELD_IN", "meeting:j", "place:p3", nil),
		edge("LOCATED_IN", "place:hall", "place:moscow", nil), edge("LOCATED_IN", "place:hall", "country:ru", nil),
		edge("LOCATED_IN", "place:moscow", "country:ru", nil), edge("LOCATED_IN", "place:anchorage", "country:us", nil),
		edge("ABOUT", "meeting:a", "topic:peace", graph.Props{"words": "a plan"}), edge("ABOUT", "meeting:a", "topic:arms", nil),
		edge("ABOUT", "meeting:b", "topic:peace", graph.Props{"words": "the plan"}), edge("ABOUT", "meeting:c", "topic:trade", nil),
		edge("ABOUT", "meeting:f", "topic:peace", nil), edge("ABOUT", "meeting:f", "topic:trade", nil), edge("ABOUT", "meeting:g", "topic:trade", nil),
		edge("REPRESENTS", "person:ana", "country:rs", graph.Props{"title": "prime minister", "since": "2017-06-29", "until": "2024-05", "counts": []int64{4, 2}}),
		edge("REPRESENTS", "person:ana", "org:un", graph.Props{"title": "envoy", "since": "2017-06"}),
		edge("REPRESENTS", "person:bo", "country:us", graph.Props{"title": "envoy", "since": "2017"}), edge("REPRESENTS", "person:cy", "country:us", nil),
		edge("RELATED_TO", "person:ana", "person:ana", graph.Props{"kind": "self"}), edge("RELATED_TO", "person:ana", "person:bo", graph.Props{"kind": "friend"}),
		edge("RELATED_TO", "person:bo", "person:ana", graph.Props{"kind": "rival"}), edge("RELATED_TO", "person:cy", "person:bo", nil),
		edge("FOLLOWED_BY", "meeting:a", "meeting:b", nil), edge("FOLLOWED_BY", "meeting:b", "meeting:c", nil), edge("FOLLOWED_BY", "meeting:c", "meeting:a", nil),
		edge("EVIDENCED_BY", "meeting:a", "passage:1", nil), edge("EVIDENCED_BY", "meeting:a", "passage:2", nil), edge("EVIDENCED_BY", "meeting:b", "passage:2", nil),
		edge("IN", "passage:1", "document:1", nil), edge("IN", "passage:2", "document:1", nil), edge("IN", "passage:3", "document:2", nil),
	}
	for _, i := range "01234567" { // a chain of eight steps, and round again
		out = append(out, edge("LOCATED_IN", graph.ID("place:p"+string(i)), graph.ID("place:p"+string(i+1)), nil))
	}
	return append(out, edge("LOCATED_IN", "place:p8", "place:p7", nil))
}
