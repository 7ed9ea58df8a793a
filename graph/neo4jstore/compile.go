package neo4jstore

import (
	"fmt"
	"strconv"
	"strings"

	"parley/graph"
	"parley/graph/index"
)

// compiler turns one query tree into one statement.
type compiler struct {
	o      *graph.Ontology
	params map[string]any
	vars   int
	// sets are the nodes found by name or ID, looked up once at the beginning:
	// each is written "COLLECT { … } AS s1".
	sets []string
	// found are the variables of the sets by property and names, or by IDs.
	found map[string]string
	// err is the first thing that makes no sense.
	err error
}

// statement is compiled Cypher with what is needed to read its answer.
type statement struct {
	text   string
	params map[string]any
	shape  *resultShape
	// lookups are the keys of the columns after the first.
	lookups []graph.Lookup
}

func newCompiler(o *graph.Ontology) *compiler {
	return &compiler{o: o, params: map[string]any{}, found: map[string]string{}}
}

func (c *compiler) fail(format string, args ...any) {
	if c.err == nil {
		c.err = invalid(format, args...)
	}
}

// param adds a parameter and returns its name as Cypher.
func (c *compiler) param(v any) string {
	name := "p" + strconv.Itoa(len(c.params))
	c.params[name] = v
	return "$" + name
}

// fresh returns a variable that the statement doesn't have yet.
func (c *compiler) fresh(prefix string) string {
	c.vars++
	return prefix + strconv.Itoa(c.vars)
}

// compile turns a query into a statement that gives one record: the result in
// the first column, the lookups in the others.
func compile(o *graph.Ontology, q graph.Query) (*statement, error) {
	c := newCompiler(o)
	s, source := c.root(q)
	expr, shape := c.result(s, source, q, nil)
	columns := []string{expr + " AS result"}
	for i, l := range q.Lookups {
		columns = append(columns, c.lookup(l)+" AS l"+strconv.Itoa(i))
	}
	if c.err != nil {
		return nil, c.err
	}
	return &statement{c.prelude() + "RETURN " + strings.Join(columns, ", "), c.params, shape, q.Lookups}, nil
}

// prelude writes the sets of nodes found by name or ID.
func (c *compiler) prelude() string {
	if len(c.sets) == 0 {
		return ""
	}
	return "WITH " + strings.Join(c.sets, ", ") + " "
}

// named returns the variable of the list of all nodes that have one of the
// folded names. The full-text index keeps each name as one keyword; what it
// finds is compared once more, exactly.
func (c *compiler) named(prop string, folded []string) string {
	return c.set(fmt.Sprintf("%s %q", prop, folded), func() string { return c.findNamed(prop, folded) })
}

// set returns the variable of a set, which find writes where there is none of
// the key yet.
func (c *compiler) set(key string, find func() string) string {
	if set, ok := c.found[key]; ok {
		return set
	}
	set := c.fresh("s")
	c.found[key] = set
	c.sets = append(c.sets, find()+" AS "+set)
	return set
}

func (c *compiler) findNamed(prop string, folded []string) string {
	names := make([][]string, 0, len(folded))
	for _, f := range folded {
		if f != "" {
			names = append(names, []string{exactly(f), f})
		}
	}
	return "COLLECT { UNWIND " + c.param(names) + " AS w CALL db.index.fulltext.queryNodes(" + literal(namesIndex(prop)) +
		", w[0]) YIELD node WITH w, node WHERE w[1] IN " + dot("node", formsProp(prop)) + " RETURN DISTINCT node }"
}

// root compiles where the query's nodes come from: IDs, full text, or a start
// of its own choice.
func (c *compiler) root(q graph.Query) (*scope, string) {
	s := &scope{node: c.fresh("n")}
	var check []graph.Label
	s.labels, check = c.narrow(q.Labels, c.everyLabel())
	conditions := conjuncts(q.Where)
	switch {
	case q.IDs != nil:
		return s, c.byID(s, q, check, conditions)
	case q.Text != "":
		return s, c.byText(s, q.Text, check) + c.andWhere(s, conditions)
	case len(q.Labels) == 0:
		c.fail("a query needs labels, IDs or a text")
	}
	return s, c.start(s, check, conditions, true)
}

// andWhere writes conditions after clauses that end with a WITH.
func (c *compiler) andWhere(s *scope, conditions []graph.Predicate) string {
	if len(conditions) == 0 {
		return ""
	}
	return " WITH *" + c.where(s, conditions...)
}

// identified returns the variable of the list of the nodes with one of the IDs.
func (c *compiler) identified(ids []graph.ID) string {
	return c.set(fmt.Sprintf("id %q", ids), func() string { return c.findIdentified(ids) })
}

// findIdentified finds nodes through the constraint of the label that each ID
// tells.
func (c *compiler) findIdentified(ids []graph.ID) string {
	groups := map[graph.Label][]string{}
	for _, id := range ids {
		if l, ok := c.o.LabelOf(id); ok {
			groups[l] = append(groups[l], string(id))
		}
	}
	var parts []string
	for _, d := range c.o.Labels {
		if ids := groups[d.Label]; len(ids) > 0 {
			parts = append(parts, "MATCH (node:"+quote(d.Label)+") WHERE "+dot("node", "id")+" IN "+c.param(ids)+" RETURN node")
		}
	}
	if len(parts) == 0 {
		return "COLLECT { UNWIND [] AS node RETURN node }"
	}
	return "COLLECT { " + strings.Join(parts, " UNION ALL ") + " }"
}

// byID starts with the nodes of the query's IDs.
func (c *compiler) byID(s *scope, q graph.Query, check []graph.Label, conditions []graph.Predicate) string {
	text := c.from(c.identified(q.IDs), s, check, nil)
	if q.Text != "" {
		terms := index.Terms(q.Text)
		text += c.having(s, terms) + c.scored(s, terms)
	}
	return text + c.andWhere(s, conditions)
}

// lookup finds nodes by name, by ID.
func (c *compiler) lookup(l graph.Lookup) string {
	c.concrete(l.Labels)
	set := c.named("name", foldAll(l.Name))
	n := c.fresh("n")
	text := "COLLECT { UNWIND " + set + " AS " + n + " WITH " + n
	if len(l.Labels) > 0 {
		text += " WHERE " + n + colons(l.Labels)
	}
	text += " WITH " + n + " ORDER BY " + dot(n, "id")
	if l.Limit >= 0 {
		text += " LIMIT " + c.param(int64(l.Limit))
	}
	return text + " RETURN [" + dot(n, "id") + ", " + dot(n, "name") + "] }"
}
