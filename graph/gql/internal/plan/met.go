package plan

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"

	"parley/graph"
)

// The field of the schema that whoMet and path go along: who was in a meeting.
const (
	meetingType      = "Meeting"
	participantField = "participants"
)

// attended returns that field, with its edge as of the compiler's day, and the
// labels of the meetings.
func (c *Compiler) attended() (*Field, []graph.Label) {
	t := c.table.types[meetingType]
	who := *t.Fields[participantField]
	who.Edge = c.edge(&who)
	return &who, c.labels(t)
}

// when reads the arguments status, since, until and minConfidence of whoMet and
// path: the meetings that stand so, may have a day in between and are as sure.
func (c *Compiler) when(f graphql.CollectedField, args map[string]any) graph.And {
	t := c.table.types[meetingType]
	var all graph.And
	cmp := func(prop string, op graph.Op, arg string) graph.Predicate {
		p := t.Fields[prop]
		out, err := compare(p.Prop.Name, op, p.Prop.Kind, args[arg], f.Name+"."+arg, p.Enum)
		if err != nil {
			c.fail(err)
		}
		return out
	}
	if args["status"] != nil {
		all = append(all, cmp("status", graph.OneOf, "status"))
	}
	if args["since"] != nil {
		all = append(all, graph.Or{cmp("start", graph.From, "since"), cmp("end", graph.From, "since")})
	}
	if args["until"] != nil {
		all = append(all, cmp("start", graph.To, "until"))
	}
	if args["minConfidence"] != nil {
		all = append(all, cmp("confidence", graph.From, "minConfidence"))
	}
	return all
}

// met asks for the meetings that two actors were both in.
func (c *Compiler) met(f graphql.CollectedField, def *Field) Plan {
	args := c.values(f)
	who, meetings := c.attended()
	m := &meeting{who: who, names: map[string]string{}, ids: map[string]graph.ID{}}
	q := &graph.Query{Labels: meetings, Where: c.known(meetings)}
	w := c.connection(q, nil, f, def)
	q.Where = join(q.Where, c.when(f, args))
	m.page = *q
	for _, key := range []string{"actor", "with"} {
		name, _ := args[key].(string)
		m.names[key] = name
		if _, ok := c.table.onto.LabelOf(graph.ID(name)); ok {
			m.ids[key] = graph.ID(name)
			continue
		}
		q.Lookups = append(q.Lookups, graph.Lookup{Key: key, Labels: who.Node.Labels, Name: name, Limit: candidates})
		q.Where = join(q.Where, graph.And{graph.Connected{
			Edge: who.Edge, Dir: who.Dir, Labels: who.Node.Labels,
			Where: graph.Compare{Prop: "name", Op: graph.Eq, Value: name},
		}})
	}
	return func(ctx context.Context, s graph.Store) (*Answer, error) {
		r, err := m.ask(ctx, s, q)
		if err != nil {
			return nil, err
		}
		return answer(w, at{result: r}), nil
	}
}

// meeting is what whoMet asks for.
type meeting struct {
	who *Field
	// page is the connection asked for, whoever was in the meetings.
	page graph.Query
	// names and ids are those of the two, under their arguments' names.
	names map[string]string
	ids   map[string]graph.ID
}

// ask asks by names, and again by IDs where names weren't enough.
func (m *meeting) ask(ctx context.Context, s graph.Store, q *graph.Query) (*graph.Result, error) {
	if len(q.Lookups) == 0 {
		return m.again(ctx, s)
	}
	r, err := s.Query(ctx, *q)
	if err != nil {
		return nil, err
	}
	if exact, err := m.settle(r.Lookups); exact || err != nil {
		return r, err
	}
	return m.again(ctx, s)
}

// settle picks the node that each name means. It is exact where the names
// alone told them from all others, so that the first statement has answered.
func (m *meeting) settle(found map[string][]graph.Row) (exact bool, err error) {
	exact = len(m.ids) == 0
	for _, key := range []string{"actor", "with"} {
		if m.ids[key] != "" {
			continue
		}
		row, err := pick(found[key], m.names[key])
		if err != nil {
			return false, err
		}
		if row == nil {
			return true, nil // nobody of that name was in any meeting
		}
		m.ids[key] = row.ID
		exact = exact && len(found[key]) == 1
	}
	return exact, nil
}

// again asks for the meetings of two nodes known by ID, for which the
// predicates of a graph.Query have no word: first for the meetings of each,
// then for the page among those of both.
func (m *meeting) again(ctx context.Context, s graph.Store) (*graph.Result, error) {
	both := map[graph.ID]bool{m.ids["actor"]: true, m.ids["with"]: true}
	r, err := s.Query(ctx, graph.Query{
		Labels: m.who.Node.Labels, IDs: slices.Sorted(maps.Keys(both)), Page: graph.Page{Limit: -1},
		Expand: []graph.Expand{{Name: "in", Edge: m.who.Edge, Dir: m.who.Dir.Reverse(), Query: graph.Query{
			Labels: m.page.Labels, Where: m.page.Where, Page: graph.Page{Limit: -1},
		}}},
	})
	if err != nil {
		return nil, err
	}
	seen := map[graph.ID]int{}
	q := m.page
	q.IDs = []graph.ID{}
	for _, row := range r.Rows {
		for _, in := range row.Sub.Get("in").Rows {
			if seen[in.ID]++; seen[in.ID] == len(both) {
				q.IDs = append(q.IDs, in.ID)
			}
		}
	}
	return s.Query(ctx, q)
}

// maxPath is how many meetings a path may have.
const maxPath = 6

// path asks how two actors are connected.
func (c *Compiler) path(f graphql.CollectedField, def *Field) Plan {
	args := c.values(f)
	who, meetings := c.attended()
	max, ok := integer(args["maxMeetings"])
	if !ok || max < 1 || max > maxPath {
		c.fail(bad("%s.maxMeetings is %v: it must be from 1 to %d", f.Name, args["maxMeetings"], maxPath))
	}
	pq := &graph.PathQuery{
		EndLabels: who.Node.Labels, Edge: who.Edge, Over: meetings[0], Max: int(max), Via: who.Node.Labels,
		Node: graph.Query{Props: []string{"name"}},
	}
	if c.day != "" {
		want(&pq.Node.Props, sinceProp)
	}
	pq.From, _ = args["from"].(string)
	pq.To, _ = args["to"].(string)
	if args["via"] != nil && len(list(args["via"])) > 0 {
		pq.Via = hasLabel(args["via"])
	}
	all := add(c.when(f, args), c.known(meetings))
	if v := prune(args["where"]); v != nil {
		arg := def.Def.Arguments.ForName("where")
		all = add(all, c.outermost(c.table.schema.Types[arg.Type.Name()], c.table.types[meetingType], v, f.Name+".where"))
	}
	pq.Where = join(nil, all)
	w := c.steps(pq, f, def)
	return func(ctx context.Context, s graph.Store) (*Answer, error) {
		r, err := c.connect(ctx, s, *pq)
		if err != nil || r == nil {
			return nil, err
		}
		return answer(w, at{path: r}), nil
	}
}

// steps compiles what is selected of a path.
func (c *Compiler) steps(pq *graph.PathQuery, f graphql.CollectedField, def *Field) writer {
	return c.object(f.Selections, def.Node, func(sub graphql.CollectedField, of *Field) writer {
		if sub.Name == "length" {
			return func(b []byte, a at) []byte {
				if !a.path.Found {
					return append(b, "null"...)
				}
				return strconv.AppendInt(b, int64(len(a.path.Steps)), 10)
			}
		}
		w := c.object(sub.Selections, of.Node, func(end graphql.CollectedField, def *Field) writer {
			return c.step(pq, end, def)
		})
		return func(b []byte, a at) []byte {
			return writeList(b, len(a.path.Steps), func(b []byte, i int) []byte {
				return w.write(b, at{step: &a.path.Steps[i]})
			})
		}
	}).write
}

// step compiles what is selected of the meeting or an end of a step.
func (c *Compiler) step(pq *graph.PathQuery, f graphql.CollectedField, def *Field) writer {
	if f.Name == "meeting" {
		w := c.node(&pq.Meeting, f.Selections, def.Node)
		return func(b []byte, a at) []byte { return w(b, at{row: &a.step.Meeting}) }
	}
	w := c.node(&pq.Node, f.Selections, def.Node)
	if f.Name == "from" {
		return func(b []byte, a at) []byte { return w(b, at{row: &a.step.From}) }
	}
	return func(b []byte, a at) []byte { return w(b, at{row: &a.step.To}) }
}

// connect asks the store for a path; nil if an end is unknown. An end given by
// ID is looked up first, since a PathQuery goes by names.
func (c *Compiler) connect(ctx context.Context, s graph.Store, pq graph.PathQuery) (*graph.PathResult, error) {
	for _, end := range []*string{&pq.From, &pq.To} {
		if _, ok := c.table.onto.LabelOf(graph.ID(*end)); !ok {
			continue
		}
		if err := nameOf(ctx, s, pq.EndLabels, end); err != nil {
			return nil, err
		}
	}
	r, err := s.Path(ctx, pq)
	if err != nil {
		return nil, err
	}
	from, err := pick(r.From, pq.From)
	if err != nil {
		return nil, err
	}
	to, err := pick(r.To, pq.To)
	if err != nil || !c.was(from) || !c.was(to) {
		return nil, err
	}
	return r, nil
}

// was reports whether there is a row, of a node known by the compiler's day.
func (c *Compiler) was(row *graph.Row) bool {
	if row == nil || c.day == "" {
		return row != nil
	}
	since, _ := row.Props.Get(sinceProp).(string)
	day, err := graph.ParseDate(c.day)
	return since != "" && err == nil && since <= day.Last
}

// nameOf puts a node's name in place of its ID; "", which nobody is called,
// where there is no such node.
func nameOf(ctx context.Context, s graph.Store, labels []graph.Label, end *string) error {
	r, err := s.Query(ctx, graph.Query{
		Labels: labels, IDs: []graph.ID{graph.ID(*end)}, Props: []string{"name"}, Page: graph.Page{Limit: 1},
	})
	*end = ""
	if err == nil && len(r.Rows) == 1 {
		*end, _ = r.Rows[0].Props.Get("name").(string)
	}
	return err
}
