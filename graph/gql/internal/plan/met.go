package plan

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"parley/graph"
)

// The field of the schema that whoMet and path go along: who was in a meeting.
const (
	meetingType      = "Meeting"
	participantField = "participants"
)

// attended returns that field, and the labels of the meetings.
func (c *Compiler) attended() (*Field, []graph.Label) {
	t := c.table.types[meetingType]
	return t.Fields[participantField], t.Labels
}

// when reads the arguments status, since and until of whoMet and path: the
// meetings that stand so and may have a day in between.
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
	return all
}

// met asks for the meetings that two actors were both in.
func (c *Compiler) met(f graphql.CollectedField, def *Field) *Plan {
	args := c.values(f)
	who, meetings := c.attended()
	q := &graph.Query{Labels: meetings}
	child := c.connection(q, nil, f, def)
	rest := q.Where
	names := map[string]string{}
	for _, key := range []string{"actor", "with"} {
		names[key], _ = args[key].(string)
		q.Lookups = append(q.Lookups, graph.Lookup{Key: key, Labels: who.Node.Labels, Name: names[key], Limit: candidates})
	}
	when := c.when(f, args)
	where := func(ids map[string]graph.ID) graph.Predicate {
		both := graph.And{c.with(who, names["actor"], ids["actor"]), c.with(who, names["with"], ids["with"])}
		return join(rest, append(both, when...))
	}
	q.Where = where(nil)
	return &Plan{Query: q, child: child, finish: func(ctx context.Context, s graph.Store, r *graph.Result) (*Answer, error) {
		ids, namesakes, err := settle(r.Lookups, names)
		if err != nil || !namesakes {
			return &Answer{Child: child, Result: r}, err
		}
		again := *q
		again.Lookups, again.Where = nil, where(ids)
		r, err = s.Query(ctx, again)
		return &Answer{Child: child, Result: r}, err
	}}
}

// with holds for meetings in which somebody of that name was, or, where it is
// given, the node of that ID.
func (c *Compiler) with(who *Field, name string, id graph.ID) graph.Predicate {
	named := graph.Compare{Prop: "name", Op: graph.Eq, Value: name}
	if _, ok := c.table.onto.LabelOf(graph.ID(name)); ok {
		id = graph.ID(name)
	}
	if id != "" {
		named = graph.Compare{Prop: "id", Op: graph.Eq, Value: string(id)}
	}
	return graph.Connected{Edge: who.Edge, Dir: who.Dir, Labels: who.Node.Labels, Where: named}
}

// settle picks the node that each name means, and tells whether any of them
// has namesakes, which the first statement could not leave out.
func settle(found map[string][]graph.Row, names map[string]string) (map[string]graph.ID, bool, error) {
	ids := map[string]graph.ID{}
	namesakes := false
	for _, key := range []string{"actor", "with"} {
		row, err := pick(found[key], names[key])
		if err != nil {
			return nil, false, err
		}
		if row != nil {
			ids[key] = row.ID
		}
		namesakes = namesakes || len(found[key]) > 1
	}
	return ids, namesakes, nil
}

// maxPath is how many meetings a path may have.
const maxPath = 6

// path asks how two actors are connected.
func (c *Compiler) path(f graphql.CollectedField, def *Field) *Plan {
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
	pq.From, _ = args["from"].(string)
	pq.To, _ = args["to"].(string)
	if args["via"] != nil {
		pq.Via = hasLabel(args["via"])
	}
	all := c.when(f, args)
	if v := prune(args["where"]); v != nil {
		arg := def.Def.Arguments.ForName("where")
		all = add(all, c.where(c.table.schema.Types[arg.Type.Name()], c.table.types[meetingType], v, f.Name+".where"))
	}
	pq.Where = join(nil, all)
	return &Plan{Path: pq, child: c.steps(pq, f, def)}
}

// steps compiles what is selected of a path.
func (c *Compiler) steps(pq *graph.PathQuery, f graphql.CollectedField, def *Field) *Child {
	child := &Child{}
	for _, sub := range graphql.CollectFields(c.oc, f.Selections, def.Node.Satisfies) {
		if sub.Name != "steps" {
			continue
		}
		step := def.Node.Fields[sub.Name].Node
		steps := &Child{}
		for _, end := range graphql.CollectFields(c.oc, sub.Selections, step.Satisfies) {
			switch end.Name {
			case "meeting":
				steps.set(end.Alias, c.node(&pq.Meeting, end.Selections, step.Fields[end.Name].Node))
			case "from", "to":
				steps.set(end.Alias, c.node(&pq.Node, end.Selections, step.Fields[end.Name].Node))
			}
		}
		child.set(sub.Alias, steps)
	}
	return child
}

// runPath asks the store for a path.
func (p *Plan) runPath(ctx context.Context, s graph.Store) (*Answer, error) {
	r, err := s.Path(ctx, *p.Path)
	if err != nil {
		return nil, err
	}
	for _, end := range []struct {
		rows []graph.Row
		name string
	}{{r.From, p.Path.From}, {r.To, p.Path.To}} {
		row, err := pick(end.rows, end.name)
		if err != nil {
			return nil, err
		}
		if row == nil {
			return &Answer{Child: p.child}, nil
		}
	}
	return &Answer{Child: p.child, Path: r}, nil
}
