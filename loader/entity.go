package loader

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/fold"
	"parley/graph"
	"parley/loader/resolve"
)

// ledger is what a document adds to the nodes and edges that it shares with
// others. It is kept with the document so that just that can be taken away.
type ledger struct {
	Names []naming `json:"names,omitempty"`
	Ties  []tie    `json:"ties,omitempty"`
}

// naming is one form in which the document names a shared node.
type naming struct {
	ID   string `json:"id"`
	Form string `json:"form"`
	// May are the names of those who may be meant, one a line, of a person who
	// is the document's alone.
	May string `json:"may,omitempty"`
}

// tie is a shared edge that the document states; Title is what it adds to the
// edge (a title, a kind), or "".
type tie struct {
	Type  graph.EdgeType `json:"type"`
	From  string         `json:"from"`
	To    string         `json:"to"`
	Title string         `json:"title,omitempty"`
}

// counts is how many documents use each form; never negative or zero.
type counts map[string]int64

func (c counts) add(form string, n int64) {
	if c[form] += n; c[form] <= 0 {
		delete(c, form)
	}
}

// lists returns the forms in order, and their counts.
func (c counts) lists() ([]string, []int64) {
	forms := slices.Sorted(maps.Keys(c))
	var ns []int64
	for _, f := range forms {
		ns = append(ns, c[f])
	}
	return forms, ns
}

// countsOf reads them back.
func countsOf(forms, ns any) counts {
	c := counts{}
	fs, _ := forms.([]string)
	is, _ := ns.([]int64)
	for i := range min(len(fs), len(is)) {
		c[fs[i]] = is[i]
	}
	return c
}

// best returns the form that most documents use; of equals the one with most
// words, then the longest, then the first in order.
func (c counts) best() string {
	best := ""
	for f := range c {
		if best == "" || cmp.Or(cmp.Compare(c[f], c[best]), cmp.Compare(len(strings.Fields(f)), len(strings.Fields(best))),
			cmp.Compare(len(f), len(best)), cmp.Compare(best, f)) > 0 {
			best = f
		}
	}
	return best
}

// entities adds up what documents say of shared nodes.
type entities struct {
	names map[string]*sharing
	ties  map[tie]*sharing // key without Title; the counts are of titles
}

// sharing is what documents say of a shared node or edge.
type sharing struct {
	counts counts
	days   days
	may    string
}

// mayOf reads back who may be meant.
func mayOf(p graph.Values) string {
	names, _ := p.Get("candidates").([]string)
	return strings.Join(names, "\n")
}

// key is the tie without what it adds.
func (t tie) key() tie { t.Title = ""; return t }

// apply adds a ledger n times: 1 to add a document, -1 to withdraw it.
func (e *entities) apply(c claim, n int64) {
	for _, x := range c.ledger.Names {
		e.names[x.ID].counts.add(x.Form, n)
		e.names[x.ID].days.add(c.published, n)
		if n > 0 && x.May != "" {
			e.names[x.ID].may = x.May
		}
	}
	for _, t := range c.ledger.Ties {
		e.ties[t.key()].counts.add(t.Title, n)
		e.ties[t.key()].days.add(c.published, n)
	}
}

// want makes room for what the claims name.
func (e *entities) want(cs ...claim) {
	for _, c := range cs {
		for _, x := range c.ledger.Names {
			if e.names[x.ID] == nil {
				e.names[x.ID] = &sharing{counts: counts{}}
			}
		}
		for _, t := range c.ledger.Ties {
			if e.ties[t.key()] == nil {
				e.ties[t.key()] = &sharing{counts: counts{}}
			}
		}
	}
}

// write adds to the batch what the shared nodes and edges have become.
func (e *entities) write(namer *resolve.Namer, b *graph.Batch) {
	for _, id := range sortedKeys(e.names) {
		if len(e.names[id].counts) == 0 {
			b.DeleteNodes = append(b.DeleteNodes, graph.ID(id))
			continue
		}
		b.Nodes = append(b.Nodes, entityNode(id, e.names[id], namer))
		for _, up := range namer.Describe(id).Up {
			b.Edges = append(b.Edges, graph.Edge{Type: graph.EdgeType(up.Type), From: graph.ID(id), To: graph.ID(up.ID)})
		}
	}
	cleared := map[graph.Clear]bool{}
	for _, t := range sortedTies(e.ties) {
		if len(e.ties[t].counts) > 0 {
			b.Edges = append(b.Edges, tieEdge(t, e.ties[t]))
			continue
		}
		if c := (graph.Clear{Node: t.end(), Type: t.Type, Dir: near[t.Type]}); !cleared[c] {
			cleared[c] = true
			b.Clear = append(b.Clear, c)
		}
	}
}

// sortedTies returns the keys in order.
func sortedTies(m map[tie]*sharing) []tie {
	return slices.SortedFunc(maps.Keys(m), compareTies)
}

// compareTies orders ties by type, ends and title.
func compareTies(a, b tie) int {
	return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Title, b.Title))
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// entityNode writes a shared node: what the lexicon knows of it, and its names.
func entityNode(id string, s *sharing, namer *resolve.Namer) graph.Node {
	known, c := namer.Describe(id), s.counts
	name := cmp.Or(known.Name, c.best())
	forms, ns := c.lists()
	other := append(slices.Clone(known.Aliases), forms...)
	if words := strings.Fields(name); known.Label == resolve.PersonLabel && known.Name == "" && len(words) > 1 {
		other = append(other, words[len(words)-1])
	}
	n := graph.Node{ID: graph.ID(id), Label: graph.Label(known.Label), Props: props(graph.Props{
		"name": name, "aliases": aliases(name, other), "forms": forms, "formCounts": ns,
		"since": s.days.since, "candidates": strings.FieldsFunc(s.may, func(r rune) bool { return r == '\n' }),
	})}
	maps.Copy(n.Props, known.Props)
	return n
}

// aliases returns the names that differ from the first when folded, each once,
// in order.
func aliases(name string, names []string) []string {
	seen := map[string]bool{fold.Name(name): true}
	slices.Sort(names)
	var out []string
	for _, n := range names {
		if f := fold.Name(n); f != "" && !seen[f] {
			seen[f] = true
			out = append(out, n)
		}
	}
	return out
}

// tieEdge writes a shared edge with what most documents say of it.
func tieEdge(t tie, s *sharing) graph.Edge {
	c := s.counts
	titles, ns := c.lists()
	total := int64(0)
	for _, n := range ns {
		total += n
	}
	e := graph.Edge{Type: t.Type, From: graph.ID(t.From), To: graph.ID(t.To)}
	named := maps.Clone(c)
	delete(named, "")
	switch t.Type {
	case represents:
		e.Props = graph.Props{"title": named.best(), "titles": titles, "titleCounts": ns, "count": total, "until": s.days.until}
	case relatedTo:
		e.Props = graph.Props{"kind": named.best(), "titles": titles, "titleCounts": ns, "count": total}
	case proposed:
		e.Props = graph.Props{"count": total}
	}
	e.Props["since"] = s.days.since
	e.Props = props(e.Props)
	return e
}
