package neo4jstore

import (
	"fmt"
	"slices"
	"strings"

	"parley/graph"
)

// chunk is how many rows one statement writes at the most.
const chunk = 1000

// change is one statement of a batch: its rows travel as $rows, in chunks.
type change struct {
	text string
	rows []any
	// whole: each row must give one; a row that doesn't lacks an end.
	whole bool
}

// plan turns a batch into statements, in the order in which they must run, and
// checks it against the ontology.
func plan(o *graph.Ontology, b graph.Batch) ([]change, error) {
	var p planner
	p.o = o
	p.deletes(b.DeleteNodes)
	for _, step := range []func(graph.Batch) error{p.clears, p.nodes, p.edges} {
		if err := step(b); err != nil {
			return nil, err
		}
		p.flush()
	}
	return p.done, nil
}

// planner gathers rows by statement text.
type planner struct {
	o    *graph.Ontology
	done []change
	open []change
	at   map[string]int
}

// add puts a row to those of the same statement.
func (p *planner) add(text string, whole bool, row any) {
	i, ok := p.at[text]
	if !ok {
		if p.at == nil {
			p.at = map[string]int{}
		}
		i = len(p.open)
		p.at[text] = i
		p.open = append(p.open, change{text: text, whole: whole})
	}
	p.open[i].rows = append(p.open[i].rows, row)
}

// flush ends a step: what comes later must run later.
func (p *planner) flush() {
	p.done = append(p.done, p.open...)
	p.open, p.at = nil, nil
}

func (p *planner) deletes(ids []graph.ID) {
	for _, id := range ids {
		if l, ok := p.o.LabelOf(id); ok {
			p.add("UNWIND $rows AS r MATCH (n:"+quote(l)+" {id: r}) DETACH DELETE n", false, string(id))
		}
	}
	p.flush()
}

func (p *planner) clears(b graph.Batch) error {
	for _, c := range b.Clear {
		if _, ok := p.o.Edge(c.Type); !ok {
			return invalid("there is no edge %q", c.Type)
		}
		if l, ok := p.o.LabelOf(c.Node); ok {
			text := "UNWIND $rows AS r MATCH (:" + quote(l) + " {id: r})" + arrow("e:"+quote(c.Type), c.Dir) + "() DELETE e"
			p.add(text, false, string(c.Node))
		}
	}
	return nil
}

func (p *planner) nodes(b graph.Batch) error {
	for _, n := range b.Nodes {
		props, err := nodeProps(p.o, n)
		if err != nil {
			return err
		}
		def, _ := p.o.Label(n.Label)
		text := "UNWIND $rows AS r MERGE (n:" + quote(n.Label) + " {id: r.id}) SET n = r"
		for _, also := range def.Also {
			text += " SET n:" + quote(also)
		}
		p.add(text, false, props)
	}
	return nil
}

func (p *planner) edges(b graph.Batch) error {
	for _, e := range b.Edges {
		def, ok := p.o.Edge(e.Type)
		if !ok {
			return invalid("there is no edge %q", e.Type)
		}
		props, err := edgeProps(def, e)
		if err != nil {
			return err
		}
		from, ok1 := p.o.LabelOf(e.From)
		to, ok2 := p.o.LabelOf(e.To)
		if !ok1 || !ok2 || !p.joins(def.From, from) || !p.joins(def.To, to) {
			return lacksEnd(e.Type, string(e.From), string(e.To))
		}
		text := fmt.Sprintf("UNWIND $rows AS r MATCH (a:%s {id: r[0]}) MATCH (b:%s {id: r[1]}) MERGE (a)-[e:%s]->(b) SET e = r[2]",
			quote(from), quote(to), quote(e.Type))
		p.add(text, true, []any{string(e.From), string(e.To), props})
	}
	return nil
}

// joins reports whether an edge may have a node with the label at an end where
// those labels are allowed.
func (p *planner) joins(allowed []graph.Label, label graph.Label) bool {
	return slices.ContainsFunc(allowed, func(l graph.Label) bool { return slices.Contains(p.o.Concrete(l), label) })
}

// lacksEnd says that a node at one end of an edge is not there, or isn't what
// such an edge joins.
func lacksEnd(t graph.EdgeType, from, to string) error {
	return invalid("edge %s from %s to %s: one of them is not there, or not what such an edge joins; write it in the same batch or before", t, from, to)
}

// counted makes an edge statement tell how many rows found both ends, and
// which one didn't first.
func counted(text string) string {
	return text + " RETURN count(*) AS written"
}

// unmatched is the statement that finds a row that lacks an end.
func unmatched(text string) string {
	match, _, _ := strings.Cut(text, " MERGE ")
	match = strings.Replace(match, "UNWIND $rows AS r ", "", 1)
	return "UNWIND $rows AS r WITH r WHERE NOT EXISTS { " + match + " } RETURN r[0], r[1] LIMIT 1"
}
