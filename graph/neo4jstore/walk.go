package neo4jstore

import (
	"fmt"
	"strconv"
	"strings"

	"parley/graph"
)

// Between hubs there are thousands of shortest paths, too many to compare. So
// Neo4j finds one, which tells how long they are, and then the one that comes
// first is walked: at each step to the least meeting and node from where the
// goal is as near as it must be. The nodes that are near the goal are gathered
// for that, level by level, all but the farthest level, for which the second
// half of the first step looks only until it finds one.

// walker writes the clauses of a path query.
type walker struct {
	c *compiler
	q graph.PathQuery
	// edge is the type, as it stands between brackets.
	edge string
}

// over writes that a variable's node is a meeting that counts.
func (w walker) over(v string) string {
	s := &scope{node: v, labels: w.c.concrete([]graph.Label{w.q.Over})}
	text := "(" + v + colons([]graph.Label{w.q.Over})
	for _, p := range conjuncts(w.q.Where) {
		text += " AND " + w.c.holds(s, p, true)
	}
	return text + ")"
}

// via writes that a variable's node may stand between.
func (w walker) via(v string) string {
	if len(w.q.Via) == 0 {
		return "(NOT " + v + colons([]graph.Label{w.q.Over}) + ")"
	}
	return "(" + v + colons(w.q.Via) + ")"
}

// walk writes clauses behind "starts" and "goals" that bind "path" to the nodes
// of the path, an empty list without one.
func (c *compiler) walk(q graph.PathQuery) string {
	c.far(q.Edge, graph.Out)
	w := walker{c, q, ":" + quote(q.Edge)}
	return w.length() + w.levels() + w.first() + w.others()
}

// length binds d to the number of meetings, 0 where there is no path or none is
// needed.
func (w walker) length() string {
	return " WITH *, COLLECT { WITH starts[0] AS a, goals[0] AS b WHERE size(starts) = 1 AND size(goals) = 1 AND starts[0] <> goals[0]" +
		fmt.Sprintf(" MATCH path = shortestPath((a)-[%s*..%d]-(b))", w.edge, 2*w.q.Max) +
		" WHERE all(n IN nodes(path) WHERE " + w.over("n") + " OR " + w.via("n") + " OR n = a OR n = b)" +
		" RETURN length(path) / 2 } AS lengths WITH *, coalesce(lengths[0], 0) AS d"
}

// onward writes the way from the node in a variable through a meeting to p.
func (w walker) onward(from string) string {
	return " MATCH (" + from + ")-[" + w.edge + "]->(m) WHERE " + w.over("m") + " MATCH (m)<-[" + w.edge + "]-(p)"
}

// levels binds levels[k] to the nodes that are k meetings away from the goal.
func (w walker) levels() string {
	text, names := " WITH *, goals AS b0", []string{"b0"}
	for k := 1; k <= w.q.Max-2; k++ {
		text += fmt.Sprintf(" WITH *, COLLECT { UNWIND b%d AS n WITH n WHERE d > %d%s WHERE %s RETURN DISTINCT p } AS b%d",
			k-1, k+1, w.onward("n"), w.via("p"), k)
		names = append(names, "b"+strconv.Itoa(k))
	}
	return text + " WITH *, [" + strings.Join(names, ", ") + "] AS levels"
}

// last writes the last step of a path of i meetings, from the node in the
// variable to the goal. Both ends are bound, since either may be a hub.
func (w walker) last(i int, from string) string {
	return fmt.Sprintf("WITH %s AS n, goals[0] AS p WHERE d = %d", from, i) + w.between("n", "m", "p") +
		" WITH m, p ORDER BY m.id LIMIT 1 RETURN [m, p]"
}

// between writes a meeting between two nodes that are bound.
func (w walker) between(a, m, b string) string {
	return " MATCH (" + a + ")-[" + w.edge + "]->(" + m + ") MATCH (" + b + ")-[" + w.edge + "]->(" + m + ") WHERE " + w.over(m)
}

// first binds h1 to the first meeting and the node behind it, as [[m, p]]: the
// first that leads on to the level behind, in one step of which no set is kept.
func (w walker) first() string {
	near := "EXISTS { WITH goals[0] AS r" + w.between("p", "o", "r") + " }"
	far := "EXISTS { MATCH (p)-[" + w.edge + "]->(o) WHERE " + w.over("o") + " MATCH (o)<-[" + w.edge + "]-(r) WHERE r IN levels[d - 2] }"
	return " WITH *, COLLECT { " + w.last(1, "starts[0]") +
		" UNION ALL WITH starts[0] AS n WHERE d > 1" + w.onward("n") + " WHERE " + w.via("p") +
		" WITH m, p ORDER BY m.id, p.id WITH m, p WHERE d = 2 AND " + near + " OR d > 2 AND " + far +
		" WITH m, p LIMIT 1 RETURN [m, p] } AS h1"
}

// others binds the further steps likewise and puts the path together.
func (w walker) others() string {
	text, path := "", "[starts[0]] + h1[0]"
	for i := 2; i <= w.q.Max; i++ {
		from := fmt.Sprintf("h%d[0][1]", i-1)
		text += " WITH *, COLLECT { " + w.last(i, from) +
			fmt.Sprintf(" UNION ALL WITH %s AS n WHERE d > %d%s WHERE p IN levels[d - %d]", from, i, w.onward("n"), i) +
			fmt.Sprintf(" WITH m, p ORDER BY m.id, p.id LIMIT 1 RETURN [m, p] } AS h%d", i)
		path += fmt.Sprintf(" + coalesce(h%d[0], [])", i)
	}
	return text + " WITH *, CASE WHEN d = 0 THEN [] ELSE " + path + " END AS path"
}
