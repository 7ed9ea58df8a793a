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
	err := s.run(ctx, sql, b.args, func(answer string) (rows int) {
		res = shape.decode(answer)
		return len(res.Steps)
	})
	return res, err
}

// maxEnds is how many nodes a name may mean at most in a PathResult.
const maxEnds = 10

// pathBuilder compiles a PathQuery. Steps are numbered from the start: 0, then
// the first meeting 1, who stands between 2, and so on; a path of n meetings
// ends at step 2n. The statement goes in three moves:
//
//   - Each level spreads from both ends (side 0 and 1) by one step; "middle" has
//     the nodes at which the sides first touch. SQLite makes a level only when
//     no shorter path was found.
//   - "ahead" has those who stand between, by step, from where the path can
//     still be completed: back from the middle to the start, and from the end.
//   - "walk" goes from the start, always to the least node that is ahead.
type pathBuilder struct {
	*builder
	q     graph.PathQuery
	table string
	ctes  []string
}

// path compiles the whole: [start rows, end rows, rows of the walk].
func (b *builder) path(q graph.PathQuery) (string, *pathShape) {
	b.checkPath(q)
	if b.err != nil {
		return "", nil
	}
	p := &pathBuilder{builder: b, q: q, table: edgeTable(q.Edge)}
	p.ends("a", "f0", q.From)
	p.ends("z", "b0", q.To)
	p.middle()
	p.ahead()
	p.walk()
	shape := &pathShape{}
	node := b.pathRow(b.labels(q.EndLabels, nil), q.Node, &shape.node)
	meeting := b.pathRow(b.labels([]graph.Label{q.Over}, nil), q.Meeting, &shape.meeting)
	end := func(cte string) string {
		return fmt.Sprintf("(SELECT %s FROM (SELECT key AS value FROM %s ORDER BY id LIMIT %d) s)", jsonRows(node), cte, maxEnds)
	}
	path := fmt.Sprintf("(SELECT %s FROM (SELECT step, key AS value FROM walk WHERE key IS NOT NULL ORDER BY step LIMIT -1) s)",
		jsonRows("CASE s.step % 2 WHEN 0 THEN "+node+" ELSE "+meeting+" END"))
	return "WITH RECURSIVE " + strings.Join(p.ctes, ", ") + " SELECT " + jsonArray(end("a"), end("z"), path), shape
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
	row := b.row(scope{labels: labels}, graph.Query{Props: q.Props, Expand: q.Expand}, "s", n, shape)
	return fmt.Sprintf("(SELECT %s FROM node %s WHERE %s._key = s.value)", row, n, n)
}

func (p *pathBuilder) cte(format string, args ...any) {
	p.ctes = append(p.ctes, fmt.Sprintf(format, args...))
}

// ends makes the CTE all with the nodes that an end may mean, and one with the
// only one, if it is that.
func (p *pathBuilder) ends(all, one string, end graph.End) {
	labels := p.labels(p.q.EndLabels, nil)
	found, own := p.named(labels, end.Name), fmt.Sprintf("coalesce(%s = %s, 0)", ident(nameProp+"_"), p.arg(fold.Name(end.Name)))
	if end.ID != "" {
		found, own = p.findAll([]graph.Predicate{graph.HasID{end.ID}}, labels), "1"
	}
	p.cte("%s_named (key, id, own, owns) AS MATERIALIZED (SELECT _key, _id, own, sum(own) OVER () FROM (SELECT _key, _id, %s AS own FROM node WHERE _key IN (%s)))",
		all, own, found)
	p.cte("%s (key, id, many) AS MATERIALIZED (SELECT key, id, count(*) OVER () FROM %s_named WHERE own OR owns <> 1)", all, all)
	p.cte("%s (key) AS MATERIALIZED (SELECT key FROM %s WHERE many = 1)", one, all)
}

// middle makes the levels and finds the least number of meetings n of a path,
// and the keys of those who stand in its middle: where n is even, whom both
// sides reach; where it is odd, whom the start reaches just before the meeting
// that joins the sides.
func (p *pathBuilder) middle() {
	p.cte("level0 (side, key) AS MATERIALIZED (SELECT 0, key FROM f0 UNION ALL SELECT 1, key FROM b0)")
	var arms []string
	for n := 1; n <= p.q.Max; n++ {
		p.cte("level%d (side, key) AS MATERIALIZED (SELECT DISTINCT %s)", n, p.step(fmt.Sprintf("level%d", n-1), "s.side, ", n%2 == 1))
		meet := fmt.Sprintf("SELECT key FROM level%d GROUP BY key HAVING count(*) = 2", n)
		if n%2 == 1 {
			meet = p.joined(n - 1)
		}
		arms = append(arms, fmt.Sprintf("SELECT %d AS n, keys FROM (SELECT json_group_array(key) AS keys FROM (%s)) WHERE keys <> '[]'", n, meet))
	}
	p.cte("middle (n, keys) AS MATERIALIZED (SELECT n, json_insert(keys, '$[#]', %d) FROM (%s LIMIT 1))", theEnd, strings.Join(arms, " UNION ALL "))
}

// joined selects those of a level on the start's side who were at a meeting
// with somebody of the end's side. It stops at the first meeting of each: those
// who have many mostly have one. The plus keeps SQLite from looking for each of
// the other side at each meeting instead of at the few who were there.
func (p *pathBuilder) joined(level int) string {
	e, g := p.alias("e"), p.alias("g")
	at := &place{key: e + ".dst", node: p.alias("n")}
	counts := p.counts(at)
	return fmt.Sprintf("SELECT s.key AS key FROM level%d s WHERE s.side = 0 AND EXISTS (SELECT 1 FROM %s %s%s CROSS JOIN %s %s ON %s.dst = %s.dst WHERE %s.src = s.key AND %s AND +%s.src IN (SELECT key FROM level%d WHERE side = 1))",
		level, p.table, e, p.rowOf(at), p.table, g, g, e, e, counts, g, level)
}

// counts is the condition for a meeting that counts.
func (p *pathBuilder) counts(at *place) string {
	_, ends := p.edge(p.q.Edge, graph.Out)
	at.labels = p.labels([]graph.Label{p.q.Over}, ends)
	cond := p.cond(p.q.Where, at)
	if !within(ends, at.labels) {
		cond += " AND " + labelTest(at.column("_label"), at.labels)
	}
	return cond
}

// theEnd stands among the keys of the middle for the end of the path: SQLite
// copies a CTE with all below it into each place that names it, and has room
// for a thousand tables, so middle is named only once.
const theEnd = -1

// step selects what is joined to the nodes of the CTE before: meetings that
// count, or who may stand between. More columns may come first; the alias of
// before is s.
func (p *pathBuilder) step(before, columns string, toMeeting bool) string {
	e := p.alias("e")
	at := &place{key: e + ".dst", node: p.alias("n")}
	dir, cond := graph.Out, ""
	if toMeeting {
		cond = p.counts(at)
	} else {
		dir, at.key = graph.In, e+".src"
		cond = p.between(at)
	}
	return fmt.Sprintf("%s%s FROM %s s CROSS JOIN %s %s ON %s.%s = s.key%s WHERE %s",
		columns, at.key, before, p.table, e, e, near(dir), p.rowOf(at), cond)
}

// between is the condition for a node that may stand between the ends.
func (p *pathBuilder) between(at *place) string {
	_, ends := p.edge(p.q.Edge, graph.In)
	if at.labels = p.labels(p.q.Via, ends); within(ends, at.labels) {
		return "1"
	}
	return labelTest(at.column("_label"), at.labels)
}

// ahead goes back one step at a time: from the middle down to step 2, and from
// the end down to the first step behind the middle that is no meeting. Only who
// stands between is needed: whether a meeting leads on, walk sees by looking at
// who else was there, which is less than all meetings of somebody who has many.
func (p *pathBuilder) ahead() {
	back := func(toMeeting bool) string {
		parity := 1
		if toMeeting {
			parity = 0
		}
		return "SELECT " + p.step("ahead", "s.n, s.least, s.step - 1, ", toMeeting) +
			fmt.Sprintf(" AND s.step > s.least AND s.step %% 2 = %d", parity)
	}
	p.cte("ahead (n, least, step, key) AS (SELECT n, iif(value = %d, n + 2 - n %% 2, 2), iif(value = %d, 2 * n, n - n %% 2), iif(value = %d, (SELECT key FROM b0), value) "+
		"FROM middle CROSS JOIN json_each(middle.keys) UNION %s UNION %s)", theEnd, theEnd, theEnd, back(true), back(false))
}

// walk goes on to the end; without a path its last row has no key. Whether
// the end attended too is asked first, by comparing two lists of edges: that is
// far cheaper than looking at who attended each meeting, and the last but one
// often has very many.
func (p *pathBuilder) walk() {
	isAhead := func(steps int, key string) string {
		return fmt.Sprintf("(s.step + %d, %s) IN (SELECT step, key FROM ahead)", steps, key)
	}
	counts := p.counts(&place{key: "e.dst", node: "n"})
	last := fmt.Sprintf("+e.dst IN (SELECT dst FROM %s WHERE src IN (SELECT key FROM b0)) AND %s", p.table, counts)
	leads := fmt.Sprintf("%s AND EXISTS (SELECT 1 FROM %s g WHERE g.dst = e.dst AND %s)", counts, p.table, isAhead(2, "+g.src"))
	p.cte("walk (step, key) AS (SELECT 0, key FROM f0 UNION ALL SELECT s.step + 1, CASE s.step %% 2 WHEN 0 THEN coalesce(%s, %s) ELSE %s END FROM walk s WHERE s.key IS NOT NULL AND s.key NOT IN (SELECT key FROM b0))",
		p.least("e.dst", "e.src", last), p.least("e.dst", "e.src", leads), p.least("e.src", "e.dst", isAhead(1, "e.src")))
}

// least is the node at the end key of an edge that begins, at from, with the
// last of the walk: that with the least ID for which cond holds.
func (p *pathBuilder) least(key, from, cond string) string {
	return fmt.Sprintf("(SELECT %s FROM %s e CROSS JOIN node n ON n._key = %s WHERE %s = s.key AND %s ORDER BY n._id LIMIT 1)", key, p.table, key, from, cond)
}

// pathShape tells how to read [[row, …], [row, …], [row, …]]: what the two
// names may mean, and the walk's actors and meetings in turns. A walk that never
// left the start found nothing, unless the start is the end.
type pathShape struct {
	node, meeting rowShape
}

func (s *pathShape) decode(text string) *graph.PathResult {
	cells := parse(text)
	res := &graph.PathResult{From: s.node.readAll(cells[0]), To: s.node.readAll(cells[1])}
	if len(res.From) != 1 || len(res.To) != 1 {
		return res
	}
	path := cells[2].([]any)
	if res.From[0].ID == res.To[0].ID {
		path = path[:1]
	}
	if res.Found = len(path) > 1 || res.From[0].ID == res.To[0].ID; !res.Found {
		return res
	}
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
	return res
}
