package gql_test

import (
	"fmt"
	"strings"

	"parley/graph"
)

// fixture is a small graph of our own making, over which every saved question
// has an answer. Two people are called Smith, and a person and a country go by
// Jordan.
func fixture() graph.Batch {
	b := graph.Batch{}
	actors(&b)
	surroundings(&b)
	meeting(&b, "alaska", "summit", "held", "2025-08-15", "place:anchorage", "topic:war", "person:trump|us|host person:putin|russia")
	meeting(&b, "moscow", "talks", "scheduled", "2025-12-02", "place:moscow", "topic:war topic:guarantees", "person:witkoff|us person:kushner|us person:putin|russia|host country:us country:russia")
	meeting(&b, "florida", "talks", "held", "2025-11-30", "place:florida", "topic:guarantees", "person:witkoff|us person:kushner|us person:umerov|ukraine country:us country:ukraine")
	meeting(&b, "geneva", "talks", "held", "2025-11", "place:geneva", "topic:war", "country:us country:ukraine person:witkoff|us")
	meeting(&b, "call", "call", "cancelled", "", "", "", "person:umerov|ukraine person:putin|russia")
	meeting(&b, "aqaba", "visit", "held", "2025-09-01", "place:anchorage", "", "country:jordan country:us person:m-jordan|us")
	meeting(&b, "chicago", "visit", "held", "2025-09-05", "", "", "person:m-jordan|us country:us")
	positions(&b)
	dispute(&b)
	return b
}

func (f *props) node(b *graph.Batch, id string) {
	labels := map[string]graph.Label{
		"person": "Person", "country": "Country", "org": "Organization", "meeting": "Meeting", "report": "Report", "place": "Place",
		"topic": "Topic", "proposal": "Proposal", "position": "Position", "document": "Document", "passage": "Passage", "conflict": "Conflict", "value": "ConflictValue", "version": "Version",
	}
	prefix, _, _ := strings.Cut(id, ":")
	b.Nodes = append(b.Nodes, graph.Node{ID: graph.ID(id), Label: labels[prefix], Props: graph.Props(*f)})
}

type props graph.Props

func edge(b *graph.Batch, from, typ, to string, p graph.Props) {
	b.Edges = append(b.Edges, graph.Edge{Type: graph.EdgeType(typ), From: graph.ID(from), To: graph.ID(to), Props: p})
}

func named(b *graph.Batch, id, name string, aliases ...string) {
	p := props{"name": name}
	if len(aliases) > 0 {
		p["aliases"] = aliases
	}
	p.node(b, id)
}

func actors(b *graph.Batch) {
	named(b, "person:witkoff", "Steve Witkoff", "Witkoff")
	named(b, "person:kushner", "Jared Kushner", "Kushner")
	named(b, "person:trump", "Donald Trump", "Trump")
	named(b, "person:putin", "Vladimir Putin", "Putin")
	named(b, "person:umerov", "Rustem Umerov", "Umerov")
	named(b, "person:a-smith", "Anna Smith", "Smith")
	named(b, "person:b-smith", "Bob Smith", "Smith")
	named(b, "person:m-jordan", "Mary Jordan", "Jordan")
	named(b, "country:us", "United States", "US", "Washington")
	named(b, "country:russia", "Russia", "Kremlin")
	named(b, "country:ukraine", "Ukraine", "Kyiv")
	named(b, "country:jordan", "Jordan")
	named(b, "org:nato", "NATO")
	edge(b, "person:witkoff", "REPRESENTS", "country:us", graph.Props{"title": "special envoy", "count": int64(3)})
	edge(b, "person:kushner", "REPRESENTS", "country:us", nil)
	edge(b, "person:umerov", "REPRESENTS", "country:ukraine", graph.Props{"title": "negotiator"})
	edge(b, "person:kushner", "RELATED_TO", "person:trump", graph.Props{"kind": "son-in-law"})
}

func surroundings(b *graph.Batch) {
	(&props{"name": "Moscow", "kind": "city", "latitude": 55.75, "longitude": 37.62}).node(b, "place:moscow")
	(&props{"name": "Geneva", "aliases": []string{"Genève"}, "kind": "city"}).node(b, "place:geneva")
	named(b, "place:florida", "Florida")
	named(b, "place:anchorage", "Anchorage")
	named(b, "place:alaska", "Alaska")
	edge(b, "place:moscow", "LOCATED_IN", "country:russia", nil)
	edge(b, "place:florida", "LOCATED_IN", "country:us", nil)
	edge(b, "place:anchorage", "LOCATED_IN", "place:alaska", nil)
	edge(b, "place:alaska", "LOCATED_IN", "country:us", nil)
	named(b, "topic:war", "war in Ukraine")
	named(b, "topic:guarantees", "security guarantees")
	named(b, "proposal:plan", "28-point peace plan", "peace plan")
	(&props{"title": "Envoys in Moscow", "url": "https://example.org/1", "published": "2025-12-01", "text": "…"}).node(b, "document:1")
}

// meeting adds a meeting with one report and one passage; people are written
// ID|country that they are there for|role.
func meeting(b *graph.Batch, name, kind, status, start, place, topics, people string) {
	m, r, s := "meeting:"+name, "report:"+name, "passage:"+name
	p := props{"kind": kind, "status": status, "title": "Talks called " + name}
	if start != "" {
		p["start"] = start
		p["precision"] = map[int]string{7: "month", 10: "day"}[len(start)]
	}
	sure := map[string]float64{"alaska": 0.9, "moscow": 0.4}[name]
	if sure > 0 {
		p["confidence"] = sure
	}
	p.node(b, m)
	(&props{"kind": kind, "status": status, "confidence": sure, "published": "2025-12-01", "outcome": "agreed on " + name}).node(b, r)
	(&props{"text": "They offered a security guarantee at " + name + ".", "start": int64(10), "end": int64(20)}).node(b, s)
	edge(b, r, "OF", m, nil)
	edge(b, "document:1", "CONTAINS", r, nil)
	edge(b, r, "EVIDENCED_BY", s, nil)
	edge(b, s, "IN", "document:1", nil)
	if place != "" {
		edge(b, m, "HELD_IN", place, graph.Props{"venue": "hall"})
		edge(b, r, "HELD_IN", place, nil)
	}
	for _, t := range strings.Fields(topics) {
		edge(b, m, "ABOUT", t, nil)
	}
	for _, who := range strings.Fields(people) {
		part := strings.Split(who, "|")
		attending := graph.Props{"role": "participant"}
		if len(part) > 1 {
			attending["side"] = "country:" + part[1]
		} else {
			attending["side"] = part[0]
		}
		if len(part) > 2 {
			attending["role"] = part[2]
		}
		edge(b, part[0], "ATTENDED", m, attending)
	}
}

func positions(b *graph.Batch) {
	for i, p := range []struct{ actor, act, what, on string }{
		{"country:russia", "demands", "the Donbas", "country:ukraine"},
		{"country:russia", "rejects", "the draft", "proposal:plan"},
		{"country:us", "offers", "a guarantee for ten years", "country:ukraine"},
		{"country:ukraine", "rejects", "giving up land", "proposal:plan"},
	} {
		id := fmt.Sprintf("position:%d", i+1)
		(&props{"act": p.act, "what": p.what, "published": "2025-12-01", "seq": int64(i + 1)}).node(b, id)
		edge(b, p.actor, "TOOK", id, nil)
		edge(b, id, "ON", p.on, nil)
		edge(b, id, "EVIDENCED_BY", "passage:moscow", nil)
		edge(b, "document:1", "CONTAINS", id, nil)
	}
	edge(b, "country:us", "PROPOSED", "proposal:plan", graph.Props{"count": int64(1)})
}

// dispute adds a document that says of the call what the first one denies, and
// what was known of the talks in Moscow before both.
func dispute(b *graph.Batch) {
	(&props{"title": "They did speak", "url": "https://example.org/2", "published": "2025-12-03", "text": "…"}).node(b, "document:2")
	(&props{"kind": "call", "status": "held", "published": "2025-12-03"}).node(b, "report:second")
	(&props{"text": "The two spoke after all.", "start": int64(0), "end": int64(24)}).node(b, "passage:second")
	edge(b, "document:2", "CONTAINS", "report:second", nil)
	edge(b, "report:second", "OF", "meeting:call", nil)
	edge(b, "report:second", "EVIDENCED_BY", "passage:second", nil)
	edge(b, "passage:second", "IN", "document:2", nil)
	for i := range b.Nodes {
		if b.Nodes[i].ID == "meeting:call" {
			b.Nodes[i].Props["disputed"] = true
		}
	}
	(&props{"field": "status"}).node(b, "conflict:call")
	edge(b, "meeting:call", "HAS_CONFLICT", "conflict:call", nil)
	for i, v := range []struct{ value, report string }{{"cancelled", "report:call"}, {"held", "report:second"}} {
		id := fmt.Sprintf("value:%d", i+1)
		(&props{"value": v.value, "seq": int64(i + 1)}).node(b, id)
		edge(b, "conflict:call", "HAS_VALUE", id, nil)
		edge(b, id, "SAID_BY", v.report, nil)
	}
	(&props{"title": "Talks called moscow", "kind": "talks", "status": "proposed", "start": "2025-12", "precision": "month", "since": "2025-11-28", "until": "2025-12-02"}).node(b, "version:moscow+2025-11-28")
	edge(b, "version:moscow+2025-11-28", "VERSION_OF", "meeting:moscow", nil)
	edge(b, "version:moscow+2025-11-28", "THEN_HELD_IN", "place:moscow", nil)
	edge(b, "person:putin", "THEN_ATTENDED", "version:moscow+2025-11-28", graph.Props{"role": "host", "side": "country:russia"})
}
