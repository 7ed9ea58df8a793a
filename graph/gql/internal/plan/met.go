package plan

import (
	"context"
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
	m := &meeting{who: who, page: graph.Query{Labels: meetings, Where: c.known(meetings)}}
	w := c.connection(&m.page, nil, f, def)
	m.page.Where = join(m.page.Where, c.when(f, args))
	m.ends[0], m.ends[1] = c.end(args["actor"]), c.end(args["with"])
	return func(ctx context.Context, s graph.Store) (*Answer, error) {
		r, err := m.ask(ctx, s)
		if err != nil {
			return nil, err
		}
		return answer(w, at{result: r}), nil
	}
}

// end reads an argument that is a name or an ID.
func (c *Compiler) end(arg any) graph.End {
	s, _ := arg.(string)
	if _, ok := c.table.onto.LabelOf(graph.ID(s)); ok {
		return graph.End{ID: graph.ID(s)}
	}
	return graph.End{Name: s}
}

// meeting is what whoMet asks for.
type meeting struct {
	who *Field
	// page is the connection asked for, whoever was in the meetings.
	page graph.Query
	// ends are the two.
	ends [2]graph.End
}

// ask asks once, and once more by ID where a name means others too.
func (m *meeting) ask(ctx context.Context, s graph.Store) (*graph.Result, error) {
	r, err := s.Query(ctx, m.query())
	if err != nil {
		return nil, err
	}
	if exact, err := m.settle(r.Lookups); exact || err != nil {
		return r, err
	}
	return s.Query(ctx, m.query())
}

// query asks for the page among the meetings of both, and whom the names mean.
func (m *meeting) query() graph.Query {
	q := m.page
	for i, end := range m.ends {
		var is graph.Predicate = graph.HasID{end.ID}
		if end.ID == "" {
			is = graph.Compare{Prop: "name", Op: graph.Eq, Value: end.Name}
			q.Lookups = append(q.Lookups, graph.Lookup{Key: key(i), Labels: m.who.Node.Labels, Name: end.Name, Limit: candidates})
		}
		q.Where = join(q.Where, graph.And{graph.Connected{Edge: m.who.Edge, Dir: m.who.Dir, Labels: m.who.Node.Labels, Where: is}})
	}
	return q
}

// key is that of the lookup of one of the two.
func key(end int) string { return strconv.Itoa(end) }

// settle picks the node that each name means. It is exact where the names
// alone told them from all others, so that the statement has answered.
func (m *meeting) settle(found map[string][]graph.Row) (exact bool, err error) {
	exact = true
	for i := range m.ends {
		end := &m.ends[i]
		if end.ID != "" {
			continue
		}
		row, err := pick(found[key(i)], end.Name)
		if err != nil {
			return false, err
		}
		if row == nil {
			return true, nil // nobody of that name was in any meeting
		}
		end.ID = row.ID
		exact = exact && len(found[key(i)]) == 1
	}
	return exact, nil
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
	pq.From, pq.To = c.end(args["from"]), c.end(args["to"])
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

// connect asks the store for a path; nil if an end is unknown.
func (c *Compiler) connect(ctx context.Context, s graph.Store, pq graph.PathQuery) (*graph.PathResult, error) {
	r, err := s.Path(ctx, pq)
	if err != nil {
		return nil, err
	}
	from, err := pick(r.From, pq.From.Name)
	if err != nil {
		return nil, err
	}
	to, err := pick(r.To, pq.To.Name)
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
