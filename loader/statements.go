package loader

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"parley/graph"
	"parley/loader/extract"
	"parley/loader/read"
	"parley/loader/resolve"
)

// mentionsPerPerson bounds how many sentences are kept that merely name
// somebody; those that state something are kept anyhow.
const mentionsPerPerson = 3

// statements is what one document states: the nodes and edges of its own, and
// what it adds to those it shares.
type statements struct {
	nodes   []graph.Node
	edges   []graph.Edge
	ledger  ledger
	reports []*resolve.Report
}

// writer builds the statements of one document.
type writer struct {
	statements
	namer *resolve.Cast
	doc   *read.Document
	id    string
	x     extract.Extraction
	names map[naming]bool
	seen  map[string]bool // nodes and edges written
}

// state writes down what a document says.
func state(doc *read.Document, x extract.Extraction, namer *resolve.Namer) statements {
	w := &writer{doc: doc, id: documentID(doc), x: x, names: map[naming]bool{}, seen: map[string]bool{}}
	w.namer = namer.Cast(w.id, &w.x)
	w.reports = w.namer.Reports()
	sketch := resolve.Sketch(doc.Text)
	for _, r := range w.reports {
		r.Sketch = sketch
	}
	for i := range x.Meetings {
		w.report(i)
	}
	for i := range x.Proposals {
		w.proposal(i)
	}
	for i := range x.Positions {
		w.position(i)
	}
	for _, p := range x.People {
		w.person(p)
	}
	for _, r := range x.Relations {
		w.relation(r)
	}
	w.finish()
	return w.statements
}

// finish writes the reports, now that they are whole, and puts everything in
// order.
func (w *writer) finish() {
	for _, r := range w.reports {
		w.reportNode(r)
	}
	for id, names := range w.namer.Unclear() {
		for i := range w.ledger.Names {
			if n := &w.ledger.Names[i]; n.ID == id {
				n.May = strings.Join(names, "\n")
			}
		}
	}
	slices.SortFunc(w.ledger.Names, func(a, b naming) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Form, b.Form)) })
	slices.SortFunc(w.ledger.Ties, compareTies)
}

// name records that the document names an entity, and what that lies in.
func (w *writer) name(e resolve.Entity) string {
	n := naming{ID: e.ID, Form: e.Form}
	if w.names[n] {
		return e.ID
	}
	w.names[n] = true
	w.ledger.Names = append(w.ledger.Names, n)
	for _, up := range w.namer.Above(e) {
		w.name(up)
	}
	return e.ID
}

// actor names somebody or something that acts, and returns its ID.
func (w *writer) actor(a extract.Actor) string {
	return w.name(w.namer.Actor(a))
}

// tie records a shared edge, each title once.
func (w *writer) tie(t tie) {
	if !slices.Contains(w.ledger.Ties, t) {
		w.ledger.Ties = append(w.ledger.Ties, t)
	}
}

// node and edge write once what the document owns.
func (w *writer) node(n graph.Node) {
	if !w.seen[string(n.ID)] {
		w.seen[string(n.ID)] = true
		w.nodes = append(w.nodes, n)
	}
}

func (w *writer) edge(t graph.EdgeType, from, to string, props graph.Props) {
	key := string(t) + " " + from + " " + to
	if !w.seen[key] {
		w.seen[key] = true
		w.edges = append(w.edges, graph.Edge{Type: t, From: graph.ID(from), To: graph.ID(to), Props: props})
	}
}

// passage writes a sentence of the document and returns its ID.
func (w *writer) passage(s extract.Span) string {
	id := passageID(w.id, s.Start, s.End)
	w.node(graph.Node{ID: graph.ID(id), Label: passageLabel, Props: props(graph.Props{
		"text": w.doc.Text[s.Start:s.End], "start": int64(s.Start), "end": int64(s.End), "published": w.x.Published,
	})})
	w.edge(in, id, w.id, nil)
	return id
}

// evidence ties a statement to the sentences that make it.
func (w *writer) evidence(id string, spans []extract.Span) {
	for _, s := range spans {
		w.edge(evidencedBy, id, w.passage(s), nil)
	}
}

// owned names the i-th thing of a kind in the document.
func (w *writer) owned(prefix string, i int) string {
	return prefix + ":" + suffix(w.id) + "-" + strconv.Itoa(i)
}

// report names whom and what a report is about; reportNode writes it.
func (w *writer) report(i int) {
	m, r := &w.x.Meetings[i], w.reports[i]
	for _, p := range m.Participants {
		w.actor(p.Actor)
		if p.Party != nil {
			w.actor(*p.Party)
		}
	}
	for _, s := range m.Sides {
		w.actor(s.Actor)
	}
	w.place(m, r)
	for _, t := range m.Topics {
		id := w.name(w.namer.Topic(t))
		w.edge(about, r.ID, id, graph.Props{"words": t})
	}
	for _, p := range m.Proposals {
		id := w.name(w.namer.Proposal(w.x.Proposals[p]))
		w.edge(considered, r.ID, id, nil)
	}
	for _, before := range r.Follows {
		w.edge(followedBy, before, r.ID, nil)
	}
}

// place names where a report puts its meeting.
func (w *writer) place(m *extract.Meeting, r *resolve.Report) {
	if r.Place == nil {
		return
	}
	form := m.Venue
	if m.Place != nil {
		form = m.Place.Name
	}
	w.name(resolve.Entity{ID: r.Place.ID, Form: form})
}

// reportNode writes a report, its edges and its evidence.
func (w *writer) reportNode(r *resolve.Report) {
	i := slices.Index(w.reports, r)
	m := &w.x.Meetings[i]
	data, _ := json.Marshal(r) // plain strings and slices always encode
	w.node(graph.Node{ID: graph.ID(r.ID), Label: reportLabel, Props: props(graph.Props{
		"kind": r.Kind, "status": r.Status, "start": r.Start, "end": r.End, "precision": resolve.Precision(r.Start, r.End),
		"venue": r.Venue, "outcome": m.Outcome, "published": r.Published, "seq": int64(i + 1),
		"confidence": r.Confidence, "rules": m.Rules, "data": string(data), "blocks": resolve.Blocks(r),
	})})
	w.edge(contains, w.id, r.ID, nil)
	for _, a := range r.Actors {
		w.edge(names, r.ID, a.ID, props(graph.Props{"role": a.Role, "side": a.Side}))
	}
	if r.Place != nil {
		w.edge(heldIn, r.ID, r.Place.ID, props(graph.Props{"venue": r.Venue}))
	}
	w.evidence(r.ID, m.Evidence)
}

// proposal records a proposal and who made it.
func (w *writer) proposal(i int) {
	p := &w.x.Proposals[i]
	id := w.name(w.namer.Proposal(*p))
	for _, a := range p.By {
		w.tie(tie{Type: proposed, From: w.actor(a), To: id})
	}
	w.evidence(id, p.Evidence)
}

// position writes what an actor demands, offers, refuses or says.
func (w *writer) position(i int) {
	p := &w.x.Positions[i]
	id := w.owned("position", i)
	w.node(graph.Node{ID: graph.ID(id), Label: positionLabel, Props: props(graph.Props{
		"act": p.Act, "what": p.What, "published": w.x.Published, "seq": int64(i + 1),
	})})
	w.edge(contains, w.id, id, nil)
	w.edge(took, w.actor(p.Actor), id, nil)
	switch {
	case p.OnProposal >= 0 && p.OnProposal < len(w.x.Proposals):
		w.edge(on, id, w.name(w.namer.Proposal(w.x.Proposals[p.OnProposal])), nil)
	case p.OnActor != nil:
		w.edge(on, id, w.actor(*p.OnActor), nil)
	}
	for _, t := range w.topicsIn(p.What) {
		w.edge(about, id, w.name(w.namer.Topic(t)), graph.Props{"words": t})
	}
	w.evidence(id, p.Evidence)
}

// topicsIn returns the topics of the document's meetings all of whose words
// stand in a position's words.
func (w *writer) topicsIn(what string) []string {
	var out []string
	for _, m := range w.x.Meetings {
		for _, t := range m.Topics {
			if resolve.Covers(what, t) && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// person records somebody whom the document names: how, as what, for whom.
func (w *writer) person(p extract.Person) {
	id := w.actor(extract.Actor{Name: p.Name, Kind: extract.ActorPerson})
	for _, f := range append([]string{p.Name}, p.Forms...) {
		w.name(resolve.Entity{ID: id, Form: f})
	}
	title := ""
	if len(p.Roles) > 0 {
		title = p.Roles[0]
	}
	party := ""
	if p.Party != nil {
		party = p.Party.Name
		w.tie(tie{Type: represents, From: id, To: w.actor(*p.Party), Title: title})
	}
	for i, m := range p.Mentions {
		if i == mentionsPerPerson {
			break
		}
		name := graph.Props{"name": w.doc.Text[m.Start:m.End]}
		if i == 0 {
			name["title"], name["party"] = title, party
		}
		w.edge(mentions, w.passage(m.Sentence), id, props(name))
	}
}

// relation records a tie between two people.
func (w *writer) relation(r extract.Relation) {
	from := w.actor(extract.Actor{Name: r.From, Kind: extract.ActorPerson})
	to := w.actor(extract.Actor{Name: r.To, Kind: extract.ActorPerson})
	if from == to {
		return
	}
	w.tie(tie{Type: relatedTo, From: from, To: to, Title: r.Kind})
	for _, s := range r.Evidence {
		w.edge(mentions, w.passage(s), from, nil)
		w.edge(mentions, w.passage(s), to, nil)
	}
}

// props leaves out empty strings and empty lists, which are no properties.
func props(p graph.Props) graph.Props {
	for k, v := range p {
		switch v := v.(type) {
		case string:
			if v == "" {
				delete(p, k)
			}
		case []string:
			if len(v) == 0 {
				delete(p, k)
			}
		}
	}
	return p
}
