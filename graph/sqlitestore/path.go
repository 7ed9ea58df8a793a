package sqlitestore

import (
	"context"
	"fmt"
	"strings"

	"parley/fold"
	"parley/graph"
)

// Path answers with one statement.
func (s *Store) Path(ctx context.Context, q graph.PathQuery) (*graph.PathResult, error) {
	b := &builder{o: s.o}
	sql, shape := b.path(q)
	if b.err != nil {
		return nil, b.err
	}
	var res *graph.PathResult
	err := s.run(ctx, sql, b.args, func(answer []byte) (rows int, err error) {
		res, err = shape.decode(answer)
		if err != nil {
			return 0, err
		}
		return len(res.Steps), nil
	})
	return res, err
}

// maxEnds is how many nodes a name may mean at most in a PathResult.
const maxEnds = 10

// pathBuilder compiles a PathQuery. The statement spreads from both ends in
// turns: f0 is the start, f1 the meetings it attended, f2 who else did, and so
// on; b0, b1, … the same from the other end. For each length there is an arm
// that looks whether the two meet; a longer one is looked at only when no
// shorter one found anything, and only then SQLite makes the sets it needs. Arm
// by arm the least path is walked from the start, always to the least node from
// where the other end can still be reached.
type pathBuilder struct {
	*builder
	q     graph.PathQuery
	table string
	ctes  []string
	made  map[string]bool
}

// path compiles the whole: [start rows, end rows, path or null].
func (b *builder) path(q graph.PathQuery) (string, *pathShape) {
	b.checkPath(q)
	if b.err != nil {
		return "", nil
	}
	p := &pathBuilder{builder: b, q: q, table: edgeTable(q.Edge), made: map[string]bool{}}
	p.ends("a", "f0", q.From)
	p.ends("z", "b0", q.To)
	arms := []string{"SELECT json_array((SELECT key FROM f0)) AS keys WHERE (SELECT key FROM f0) = (SELECT key FROM b0)"}
	for n := 1; n <= q.Max; n++ {
		arms = append(arms, p.arm(n))
	}
	p.ctes = append(p.ctes, "path AS MATERIALIZED ("+strings.Join(arms, " UNION ALL ")+" LIMIT 1)")
	shape := &pathShape{}
	node := b.pathRow(b.labels(q.EndLabels, nil), q.Node, &shape.node)
	meeting := b.pathRow(b.labels([]graph.Label{q.Over}, nil), q.Meeting, &shape.meeting)
	end := func(cte string) string {
		return "json((SELECT json_group_array(json(" + node + ")) FROM (SELECT key AS value FROM " + cte + " ORDER BY id LIMIT 10) s))"
	}
	steps := "(SELECT json_group_array(json(CASE s.key % 2 WHEN 0 THEN " + node + " ELSE " + meeting +
		" END)) FROM path CROSS JOIN json_each(path.keys) s HAVING count(*) > 0)"
	return fmt.Sprintf("WITH %s SELECT json_array(%s, %s, json(%s))",
		strings.Join(p.ctes, ", "), end("a"), end("z"), steps), shape
}

func (b *builder) checkPath(q graph.PathQuery) {
	if q.Max < 1 || q.Max > 6 {
		b.fail("a path of %d meetings: ask for 1 to 6", q.Max)
	}
	if len(q.EndLabels) == 0 {
		b.fail("a path needs labels for its ends")
	}
	b.edge(q.Edge, graph.Out)
}

// pathRow is the SQL of the row of the node with the key s.value.
func (b *builder) pathRow(labels []graph.Label, q graph.Query, shape *rowShape) string {
	n := b.alias("n")
	cells := b.row(scope{labels: labels}, graph.Query{Props: q.Props, Expand: q.Expand}, "s", n, shape)
	return fmt.Sprintf("(SELECT json_array(%s) FROM node %s WHERE %s._key = s.value)", strings.Join(cells, ", "), n, n)
}

// ends makes the CTE all with the nodes that a name may mean, and one with the
// only one, if it is that.
func (p *pathBuilder) ends(all, one, name string) {
	named := p.named(p.labels(p.q.EndLabels, nil), name)
	folded := p.arg(fold.Name(name))
	own := ident(nameProp + "_")
	p.ctes = append(p.ctes,
		fmt.Sprintf("%s_named AS MATERIALIZED (SELECT _key AS key, _id AS id, coalesce(%s = %s, 0) AS own FROM node WHERE _key IN (%s))", all, own, folded, named),
		fmt.Sprintf("%s AS MATERIALIZED (SELECT key, id FROM %s_named WHERE own OR (SELECT sum(own) FROM %s_named) <> 1 ORDER BY id LIMIT %d)", all, all, all, maxEnds),
		fmt.Sprintf("%s AS MATERIALIZED (SELECT key FROM %s WHERE (SELECT count(*) FROM %s) = 1)", one, all, all))
}

// level makes, once, the CTE of what can be reached in n steps from one side:
// meetings that count where n is odd, who may stand between where it is even.
func (p *pathBuilder) level(side string, n int) string {
	name := fmt.Sprintf("%s%d", side, n)
	if n == 0 || p.made[name] {
		return name
	}
	before := p.level(side, n-1)
	p.made[name] = true
	p.ctes = append(p.ctes, fmt.Sprintf("%s (key) AS MATERIALIZED (%s)", name, p.spread(before, n)))
	return name
}

// spread selects what is one step behind the nodes of the CTE before.
func (p *pathBuilder) spread(before string, n int) string {
	dir, labels, where := graph.Out, []graph.Label{p.q.Over}, p.q.Where
	if n%2 == 0 {
		dir, labels, where = graph.In, p.q.Via, nil
	}
	_, ends := p.edge(p.q.Edge, dir)
	e := p.alias("e")
	at := &place{key: e + "." + far(dir), node: p.alias("n"), labels: p.labels(labels, ends)}
	var conds []string
	if !within(ends, at.labels) {
		conds = append(conds, labelTest(at.column("_label"), at.labels))
	}
	if where != nil {
		conds = append(conds, p.cond(where, at))
	}
	return fmt.Sprintf("SELECT DISTINCT %s FROM %s s CROSS JOIN %s %s ON %s.%s = s.key%s WHERE %s",
		at.key, before, p.table, e, e, near(dir), at.row(), all(conds))
}

// arm looks for a path of n meetings. Its steps are numbered 0 (the start), 1 (a
// meeting), 2, … 2n (the end); the two sides meet at step n.
func (p *pathBuilder) arm(n int) string {
	meet := fmt.Sprintf("x%d", n)
	from, to := p.level("f", n), p.level("b", n)
	p.ctes = append(p.ctes, fmt.Sprintf("%s (key) AS MATERIALIZED (SELECT key FROM %s INTERSECT SELECT key FROM %s)", meet, from, to))
	// ahead[i] are the nodes at step i from where the end can be reached in
	// the steps that are left.
	ahead := make([]string, 2*n+1)
	ahead[n] = meet
	for i := n - 1; i > 0; i-- {
		ahead[i] = p.back(n, i, ahead[i+1])
	}
	for i := n + 1; i <= 2*n; i++ {
		ahead[i] = p.level("b", 2*n-i)
	}
	return p.walk(meet, ahead)
}

// walk selects the keys of all steps. LIMIT and WHERE keep SQLite from putting
// one step's subquery into each of the next.
func (p *pathBuilder) walk(meet string, ahead []string) string {
	sql := "SELECT key AS s0 FROM f0 WHERE EXISTS (SELECT 1 FROM " + meet + ")"
	keys := []string{"s0"}
	for i := 1; i < len(ahead); i++ {
		sql = fmt.Sprintf("SELECT *, (%s) AS s%d FROM (%s LIMIT 1) WHERE s%d IS NOT NULL", p.least(i, ahead[i]), i, sql, i-1)
		keys = append(keys, fmt.Sprintf("s%d", i))
	}
	return fmt.Sprintf("SELECT json_array(%s) FROM (%s LIMIT 1) WHERE s0 IS NOT NULL", strings.Join(keys, ", "), sql)
}

// back makes the CTE of those at step i, seen from the start, from where a step
// leads to one of next.
func (p *pathBuilder) back(n, i int, next string) string {
	name := fmt.Sprintf("y%d_%d", n, i)
	here, there := sides(i)
	p.ctes = append(p.ctes, fmt.Sprintf("%s (key) AS MATERIALIZED (SELECT DISTINCT e.%s FROM %s s CROSS JOIN %s e ON e.%s = s.key WHERE e.%s IN (SELECT key FROM %s))",
		name, here, next, p.table, there, here, p.level("f", i)))
	return name
}

// sides are the columns of the edge between step i and one beside it, that of
// step i first: meetings, at the odd steps, are where the edge leads.
func sides(i int) (here, there string) {
	if i%2 == 1 {
		return "dst", "src"
	}
	return "src", "dst"
}

// least selects the least node at step i, by ID, that is joined to the step
// before and is among ahead.
func (p *pathBuilder) least(i int, ahead string) string {
	here, there := sides(i)
	return fmt.Sprintf("SELECT e.%s FROM %s e CROSS JOIN node n ON n._key = e.%s WHERE e.%s = s%d AND e.%s IN (SELECT key FROM %s) ORDER BY n._id LIMIT 1",
		here, p.table, here, there, i-1, here, ahead)
}

// pathShape tells how to read [[row, …], [row, …], [row, …]]: what the two
// names may mean, and the path's actors and meetings in turns.
type pathShape struct {
	node, meeting rowShape
}

func (s *pathShape) decode(text []byte) (*graph.PathResult, error) {
	cells, err := parse(text)
	if err != nil {
		return nil, err
	}
	res := &graph.PathResult{From: s.node.readAll(cells[0]), To: s.node.readAll(cells[1])}
	path, found := cells[2].([]any)
	if !found || len(path) == 0 {
		return res, nil
	}
	res.Found = true
	rows := make([]graph.Row, len(path))
	for i := range path {
		if i%2 == 0 {
			s.node.read(path[i], &rows[i])
		} else {
			s.meeting.read(path[i], &rows[i])
		}
	}
	for i := 0; i+2 < len(rows); i += 2 {
		res.Steps = append(res.Steps, graph.Step{From: rows[i], Meeting: rows[i+1], To: rows[i+2]})
	}
	return res, nil
}
