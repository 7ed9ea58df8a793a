package loader

import (
	"cmp"
	"encoding/json"
	"slices"

	"parley/graph"
	"parley/loader/resolve"
)

// accounts writes what meetings have become, and what was known of them before,
// into a batch.
type accounts struct {
	b *graph.Batch
	// versions are the meetings' states over time, by meeting, and of those that
	// aren't written now as the store has them.
	versions map[string][]version
	// where is the meeting of every report.
	where map[string]string
	// written are the meetings that are written anew; published has the day of
	// each of their reports.
	written   map[string]bool
	published map[string]string
}

// version is what was known of a meeting for a while: of one that is written,
// the account itself, else the reports that it had.
type version struct {
	id           graph.ID
	since, until string
	reports      []string
	account      *resolve.Meeting
}

// versionsOf returns the states of a meeting, the oldest first. The last is how
// things stand now.
func versionsOf(m *resolve.Meeting) []version {
	versions := slices.Clone(m.Versions)
	if n := len(versions); m.LastPublished != "" && (n == 0 || versions[n-1].Until != "") {
		versions = append(versions, resolve.Version{Meeting: *m, Since: m.LastPublished})
	}
	out := make([]version, len(versions))
	for i := range versions {
		v := &versions[i]
		out[i] = version{graph.VersionID(versionPrefix, graph.ID(m.ID), v.Since), v.Since, v.Until, v.Reports, &v.Meeting}
	}
	return out
}

// overlaps reports whether there is a day on which both states held.
func (v version) overlaps(o version) bool {
	return (v.until == "" || o.since < v.until) && (o.until == "" || v.since < o.until)
}

// digestOf tells whether a meeting is as it was.
func digestOf(m *resolve.Meeting) string {
	data, _ := json.Marshal(m) // plain strings and slices always encode
	return hash(string(data))
}

// meetingEdges are all edges of a meeting that are written with it.
var meetingEdges = []graph.Clear{
	{Type: of, Dir: graph.In}, {Type: attended, Dir: graph.In}, {Type: heldIn}, {Type: about}, {Type: considered},
	{Type: followedBy}, {Type: followedBy, Dir: graph.In}, {Type: replacedBy}, {Type: replacedBy, Dir: graph.In},
}

// meeting adds a meeting with its edges and its states to the batch. What hung
// on it before goes; that is read beforehand.
func (a *accounts) meeting(m *resolve.Meeting, digest string) {
	id := graph.ID(m.ID)
	for _, c := range meetingEdges {
		c.Node = id
		a.b.Clear = append(a.b.Clear, c)
	}
	p := accountProps(m)
	p["digest"] = digest
	a.account(id, meetingLabel, p, m, now)
	a.copies(m)
	for _, s := range a.versions[m.ID] {
		p := accountProps(s.account)
		p["since"], p["until"] = s.since, s.until
		a.account(s.id, versionLabel, p, s.account, then)
		a.edge(versionOf, string(s.id), m.ID, nil)
	}
}

// copies adds which reports of a meeting are of one text: the others of the
// first published.
func (a *accounts) copies(m *resolve.Meeting) {
	for _, r := range m.Reports {
		a.b.Clear = append(a.b.Clear, graph.Clear{Node: graph.ID(r), Type: copyOf})
	}
	for _, group := range m.Copies {
		first := slices.MinFunc(group, func(x, y string) int {
			return cmp.Or(cmp.Compare(cmp.Or(a.published[x], "no day"), cmp.Or(a.published[y], "no day")), cmp.Compare(x, y))
		})
		for _, r := range group {
			if r != first {
				a.edge(copyOf, r, first, nil)
			}
		}
	}
}

// accountProps are the properties of a meeting and of its states.
func accountProps(m *resolve.Meeting) graph.Props {
	return graph.Props{
		"kind": m.Kind, "status": m.Status, "start": m.Start, "end": m.End, "precision": m.Precision,
		"title": m.Title, "name": m.Title, "venue": m.Venue, "confidence": m.Confidence,
		"firstPublished": m.FirstPublished, "lastPublished": m.LastPublished,
		"disputed": len(m.Conflicts) > 0, "sameAs": m.SameAs,
	}
}

// account adds a meeting's node, or that of a state, with the edges to what it
// names; as says under which types of edge.
func (a *accounts) account(id graph.ID, label graph.Label, p graph.Props, m *resolve.Meeting, as func(graph.EdgeType) graph.EdgeType) {
	a.b.Nodes = append(a.b.Nodes, graph.Node{ID: id, Label: label, Props: props(p)})
	here := string(id)
	for _, r := range m.Reports {
		a.edge(as(of), r, here, nil)
	}
	for _, who := range m.Actors {
		a.edge(as(attended), who.ID, here, props(graph.Props{"role": who.Role, "side": who.Side}))
	}
	if m.Place != nil {
		a.edge(as(heldIn), here, m.Place.ID, props(graph.Props{"venue": m.Venue}))
	}
	for _, t := range m.Topics {
		a.edge(as(about), here, t, nil)
	}
	for _, p := range m.Proposals {
		a.edge(as(considered), here, p, nil)
	}
	for _, c := range m.Conflicts {
		a.conflict(here, c, as)
	}
}

// edge adds an edge.
func (a *accounts) edge(t graph.EdgeType, from, to string, p graph.Props) {
	a.b.Edges = append(a.b.Edges, graph.Edge{Type: t, From: graph.ID(from), To: graph.ID(to), Props: p})
}

// conflict adds what the reports of a meeting, or of a state of it, contradict
// each other in.
func (a *accounts) conflict(of string, c resolve.Conflict, as func(graph.EdgeType) graph.EdgeType) {
	id := string(conflictID(of, c.Field))
	a.b.Nodes = append(a.b.Nodes, graph.Node{ID: graph.ID(id), Label: conflictLabel, Props: graph.Props{"field": c.Field}})
	a.edge(as(hasConflict), of, id, nil)
	for i, v := range c.Values {
		value := "value:" + suffix(id) + "/" + hash(v.Value)
		a.b.Nodes = append(a.b.Nodes, graph.Node{ID: graph.ID(value), Label: valueLabel, Props: graph.Props{"value": v.Value, "seq": int64(i + 1)}})
		a.edge(hasValue, id, value, nil)
		for _, r := range v.Reports {
			a.edge(saidBy, value, r, nil)
		}
	}
}

// conflictID names what the reports of a meeting or a state contradict each
// other in.
func conflictID(of, field string) graph.ID { return graph.ID("conflict:" + suffix(of) + "/" + field) }
