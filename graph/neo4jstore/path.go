package neo4jstore

import (
	"context"
	"fmt"
	"slices"

	"parley/fold"
	"parley/graph"
)

// pathShapes tell how to read the answer to a path query: the columns are the
// nodes that the names may mean, and those and the meetings on the path.
type pathShapes struct {
	ends, steps, meetings *resultShape
}

// mostEnds is how many nodes that a name may mean are told.
const mostEnds = 10

// Path answers with one statement.
func (s *Store) Path(ctx context.Context, q graph.PathQuery) (*graph.PathResult, error) {
	text, params, shapes, err := compilePath(s.o, q)
	if err != nil {
		return nil, err
	}
	records, err := s.read(ctx, text, params)
	if err != nil {
		return nil, err
	}
	v := records[0].Values
	res := &graph.PathResult{From: s.decodeInOrder(v[0], shapes.ends), To: s.decodeInOrder(v[1], shapes.ends)}
	nodes, meetings := s.decodeInOrder(v[2], shapes.steps), s.decodeInOrder(v[3], shapes.meetings)
	same := len(res.From) == 1 && len(res.To) == 1 && res.From[0].ID == res.To[0].ID
	res.Found = same || len(meetings) > 0
	for i, m := range meetings {
		res.Steps = append(res.Steps, graph.Step{From: nodes[i], Meeting: m, To: nodes[i+1]})
	}
	return res, nil
}

// decodeInOrder reads rows in the order in which they came.
func (s *Store) decodeInOrder(v any, shape *resultShape) []graph.Row {
	list, _ := v.([]any)
	rows := make([]graph.Row, len(list))
	for i, r := range list {
		s.decodeRow(r, &shape.row, &rows[i])
	}
	return rows
}

func compilePath(o *graph.Ontology, q graph.PathQuery) (string, map[string]any, *pathShapes, error) {
	c := newCompiler(o)
	if q.Max < 1 || q.Max > 6 {
		c.fail("a path of %d meetings; ask for 1 to 6", q.Max)
	}
	if len(q.EndLabels) == 0 {
		c.fail("a path needs labels for its ends")
	}
	ends, via := c.concrete(q.EndLabels), c.concrete(q.Via)
	from, to := c.end(q.EndLabels, q.From), c.end(q.EndLabels, q.To)
	path := c.walk(q)
	shapes := &pathShapes{}
	var end, steps, meetings string
	all := append(slices.Clone(ends), via...)
	end, shapes.ends = c.pathRows(all, q.Node, "UNWIND ends AS %s WITH %[1]s ORDER BY %[1]s.id LIMIT "+fmt.Sprint(mostEnds))
	steps, shapes.steps = c.pathRows(all, q.Node, "UNWIND range(0, size(path) - 1, 2) AS i WITH path[i] AS %s")
	meetings, shapes.meetings = c.pathRows(c.concrete([]graph.Label{q.Over}), q.Meeting, "UNWIND range(1, size(path) - 1, 2) AS i WITH path[i] AS %s")
	text := c.prelude() + "WITH *, " + from + " AS starts, " + to + " AS goals" +
		path + " RETURN " + "COLLECT { WITH starts AS ends " + end + " }, COLLECT { WITH goals AS ends " + end + " }, COLLECT { " + steps + " }, COLLECT { " + meetings + " }"
	return text, c.params, shapes, c.err
}

// end writes the list of nodes that an end may mean.
func (c *compiler) end(labels []graph.Label, e graph.End) string {
	in := func(set string) string { return "[n IN " + set + " WHERE (n" + colons(labels) + ")]" }
	if e.ID != "" {
		return in(c.identified([]graph.ID{e.ID}))
	}
	all := in(c.named("name", foldAll(e.Name)))
	own := "[n IN " + all + " WHERE " + dot("n", keyProp("name")) + " = " + c.param(fold.Name(e.Name)) + "]"
	return "CASE WHEN size(" + own + ") = 1 THEN " + own + " ELSE " + all + " END"
}

// pathRows writes rows of nodes that source, with the node's variable in it,
// gives.
func (c *compiler) pathRows(labels []graph.Label, q graph.Query, source string) (string, *resultShape) {
	s := &scope{node: c.fresh("n"), labels: labels}
	row, shape := c.row(s, graph.Query{Props: q.Props, Expand: q.Expand}, nil, nil)
	return fmt.Sprintf(source, s.node) + row, &resultShape{row: shape, limit: -1}
}
