package bench

import (
	"fmt"
	"iter"
	"time"

	"parley/graph"
)

// Sizes of the synthetic graph beside its meetings.
const (
	countries    = 120
	cities       = 500
	topicsMade   = 400
	proposalMade = 150
)

// people is how many there are for a number of meetings.
func people(meetings int) int { return max(200, meetings/6) }

// begin and days bound the meetings' dates.
var begin = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

const days = 2100

// perBatch is how many nodes a batch has, about.
const perBatch = 4000

// world is a synthetic graph in the making.
type world struct {
	maker
	batch  graph.Batch
	people int
	// side is each person's country, country each city's.
	side, country []int
	names         map[string]string
	documents     int
}

// Graph makes the batches of a graph with that many meetings, the same for the
// same seed. They are to be applied in order to an empty store.
func Graph(seed uint64, meetings int) iter.Seq[graph.Batch] {
	return func(yield func(graph.Batch) bool) {
		w := &world{maker: newMaker(seed), people: people(meetings), names: map[string]string{}}
		w.fixed()
		for i := range meetings {
			w.meeting(i)
			if i%4 == 0 {
				w.position(i / 4)
			}
			if len(w.batch.Nodes) >= perBatch {
				if !yield(w.batch) {
					return
				}
				w.batch = graph.Batch{}
			}
		}
		yield(w.batch)
	}
}

func (w *world) node(label graph.Label, id string, p graph.Props) {
	w.batch.Nodes = append(w.batch.Nodes, graph.Node{ID: graph.ID(id), Label: label, Props: p})
}

func (w *world) edge(t graph.EdgeType, from, to string, p graph.Props) {
	w.batch.Edges = append(w.batch.Edges, graph.Edge{Type: t, From: graph.ID(from), To: graph.ID(to), Props: p})
}

func id(prefix string, i int) string { return fmt.Sprintf("%s:b%06d", prefix, i) }

// PersonName and the like are the names of the i-th of each kind: the lower
// the number, the more it is connected.
func PersonName(i int) string  { return newMaker(uint64(i)).name(2) + fmt.Sprintf(" Fam%d", i) }
func CountryName(i int) string { return newMaker(uint64(1000+i)).name(3) + "ia" }
func cityName(i int) string    { return newMaker(uint64(5000+i)).name(2) + fmt.Sprintf("burg %d", i) }

// topicName is two words of the vocabulary, and a number where that is taken.
func topicName(i int) string {
	m := newMaker(uint64(9000 + i))
	return fmt.Sprintf("%s in %s", m.words(2), CountryName(m.skewed(countries)))
}

// fixed makes what meetings refer to.
func (w *world) fixed() {
	for i := range countries {
		w.node("Country", id("country", i), graph.Props{"name": CountryName(i), "code": fmt.Sprintf("%c%c", 'A'+i/26, 'A'+i%26)})
	}
	for i := range cities {
		c := w.skewed(countries)
		w.country = append(w.country, c)
		w.node("Place", id("place", i), graph.Props{"name": cityName(i), "kind": "city", "latitude": w.Float64()*160 - 80, "longitude": w.Float64()*360 - 180})
		w.edge("LOCATED_IN", id("place", i), id("country", c), nil)
	}
	for i := range w.people {
		c := w.skewed(countries)
		if i < countries/4 {
			c = i // every great power has its leaders
		}
		w.side = append(w.side, c)
		w.node("Person", id("person", i), graph.Props{"name": PersonName(i), "aliases": []string{fmt.Sprintf("Fam%d", i)}})
		w.edge("REPRESENTS", id("person", i), id("country", c), graph.Props{"title": pick(w.maker, "president", "minister", "envoy", "spokesman")})
	}
	for i := range topicsMade {
		w.node("Topic", id("topic", i), graph.Props{"name": topicName(i)})
	}
	for i := range proposalMade {
		w.node("Proposal", id("proposal", i), graph.Props{"name": fmt.Sprintf("%d-point %s plan", i, w.words(1))})
		w.edge("PROPOSED", id("country", w.skewed(countries)), id("proposal", i), nil)
	}
}

// meeting makes one meeting with its reports.
func (w *world) meeting(i int) {
	self := id("meeting", i)
	day := begin.AddDate(0, 0, w.IntN(days))
	start := day.Format(pick(w.maker, time.DateOnly, time.DateOnly, time.DateOnly, time.DateOnly, "2006-01"))
	precision := map[int]string{7: "month", 10: "day"}[len(start)]
	kind, status := pick(w.maker, "talks", "talks", "call", "visit", "summit", "conference"), pick(w.maker, "held", "held", "held", "held", "scheduled", "proposed", "cancelled")
	actors := w.actors()
	city := w.skewed(cities)
	title := fmt.Sprintf("%s · %s · %s", actors[0].id, cityName(city), start)
	topics := several(1+w.IntN(3), topicsMade, func() int { return w.skewed(topicsMade) })
	reports := pick(w.maker, 1, 1, 1, 2, 2, 4)
	props := func() graph.Props {
		return graph.Props{"kind": kind, "status": status, "start": start, "end": start, "precision": precision, "title": title, "name": title, "disputed": reports == 4 && i%8 == 0}
	}
	w.account("Meeting", self, "", props(), actors, city, topics)
	for r := range reports {
		published := func(r int) string { return day.AddDate(0, 0, 1+r).Format(time.DateOnly) }
		report := id("report", i*4+r)
		w.report(i*4+r, self, graph.Props{"kind": kind, "status": status, "start": start, "end": start, "precision": precision, "published": published(r), "seq": int64(r)}, actors, city, topics)
		p := props()
		if p["since"] = published(r); r+1 < reports {
			p["until"] = published(r + 1)
		}
		version := string(graph.VersionID("version", graph.ID(self), published(r)))
		w.account("Version", version, "THEN_", p, actors, city, topics)
		w.edge("VERSION_OF", version, self, nil)
		for earlier := range r + 1 {
			w.edge("THEN_OF", id("report", i*4+earlier), version, nil)
		}
		if p["disputed"] == true {
			w.conflict(i, r, report)
		}
	}
}

// account makes a meeting, or what was known of it for a while, whose edges
// have a prefix.
func (w *world) account(label graph.Label, self string, prefix graph.EdgeType, p graph.Props, actors []attendee, city int, topics []int) {
	w.node(label, self, p)
	for _, a := range actors {
		w.edge(prefix+"ATTENDED", a.id, self, graph.Props{"role": "participant", "side": a.side})
	}
	w.edge(prefix+"HELD_IN", self, id("place", city), nil)
	for _, t := range topics {
		w.edge(prefix+"ABOUT", self, id("topic", t), nil)
	}
}

// conflict has the r-th report of a meeting say one of two things.
func (w *world) conflict(i, r int, report string) {
	self, value := id("conflict", i), id("value", 2*i+r%2)
	if r == 0 {
		w.node("Conflict", self, graph.Props{"field": "status"})
		w.edge("HAS_CONFLICT", id("meeting", i), self, nil)
	}
	if r < 2 {
		w.node("ConflictValue", value, graph.Props{"value": pick(w.maker, "held", "cancelled"), "seq": int64(r + 1)})
		w.edge("HAS_VALUE", self, value, nil)
	}
	w.edge("SAID_BY", value, report, nil)
}

// attendee is an actor with the side it is on.
type attendee struct{ id, side string }

// actors picks two sides and some people for each.
func (w *world) actors() []attendee {
	var out []attendee
	sides := several(2, countries, func() int { return w.skewed(countries) })
	for _, p := range several(2+w.IntN(4), w.people, func() int { return w.skewed(w.people) }) {
		out = append(out, attendee{id("person", p), id("country", w.side[p])})
	}
	for _, s := range sides {
		out = append(out, attendee{id("country", s), id("country", s)})
	}
	return out
}

// report makes one document's account of a meeting, with its sentences.
func (w *world) report(i int, meeting string, p graph.Props, actors []attendee, city int, topics []int) {
	self := id("report", i)
	doc := w.document(i, p["published"].(string))
	w.node("Report", self, p)
	w.edge("OF", self, meeting, nil)
	w.edge("CONTAINS", doc, self, nil)
	w.edge("HELD_IN", self, id("place", city), nil)
	for _, a := range actors {
		w.edge("NAMES", self, a.id, graph.Props{"role": "participant", "side": a.side})
	}
	for _, t := range topics {
		w.edge("ABOUT", self, id("topic", t), nil)
	}
	for s := range 1 + w.IntN(2) {
		w.edge("EVIDENCED_BY", self, w.passage(i*2+s, doc), nil)
	}
}

// document makes a document for each third report, else returns the last.
func (w *world) document(i int, published string) string {
	if w.documents == 0 || w.IntN(3) == 0 {
		w.documents++
		w.node("Document", id("document", w.documents), graph.Props{
			"title": w.words(6), "url": fmt.Sprintf("https://example.org/bench/%d", i), "published": published, "publisher": "Bench Wire",
		})
	}
	return id("document", w.documents)
}

// passage makes a sentence.
func (w *world) passage(i int, doc string) string {
	self := id("passage", i)
	w.node("Passage", self, graph.Props{"text": w.words(18) + ".", "start": int64(0), "end": int64(100)})
	w.edge("IN", self, doc, nil)
	return self
}

// position makes a demand, offer or refusal.
func (w *world) position(i int) {
	self := id("position", i)
	w.node("Position", self, graph.Props{
		"act": pick(w.maker, "demands", "offers", "rejects", "says", "supports"), "what": w.words(5), "seq": int64(i),
		"published": begin.AddDate(0, 0, w.IntN(days)).Format(time.DateOnly),
	})
	w.edge("TOOK", pick(w.maker, id("country", w.skewed(countries)), id("person", w.skewed(w.people))), self, nil)
	if w.IntN(2) == 0 {
		w.edge("ON", self, id("proposal", w.skewed(proposalMade)), nil)
	}
	doc := w.document(-i, "2025-01-01")
	w.edge("CONTAINS", doc, self, nil)
	w.edge("EVIDENCED_BY", self, w.passage(10_000_000+i, doc), nil)
}
