package plan

import (
	"context"
	"maps"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"parley/fold"
	"parley/graph"
	"parley/schema"
)

// Plan is one root field, ready to be asked of a store, with one statement. It
// gives nil, which GraphQL shows as null, where there is no such thing.
// Only whoMet needs a second one, where it has to tell namesakes apart.
type Plan func(context.Context, graph.Store) (*Answer, error)

// candidates is how many nodes of one name are looked at.
const candidates = 10

// Root compiles a field of Query. The error is an *Error.
func (c *Compiler) Root(f graphql.CollectedField) (Plan, error) {
	def := c.table.types[c.table.schema.Query.Name].Fields[f.Name]
	by := roots[schema.StringArg(def.Def.Directives.ForName("root"), "by")]
	c.day, _ = c.values(f)["asOf"].(string)
	p := by(c, f, def)
	return p, c.err
}

// roots compile the root fields, by what their directive says.
var roots = map[string]func(*Compiler, graphql.CollectedField, *Field) Plan{
	"NAME": (*Compiler).byName, "ID": (*Compiler).byID, "LIST": (*Compiler).list, "MET": (*Compiler).met,
	"PATH": (*Compiler).path, "SEARCH": (*Compiler).search, "INFO": (*Compiler).info,
}

// info asks the store about itself.
func (c *Compiler) info(f graphql.CollectedField, def *Field) Plan {
	w := c.object(f.Selections, def.Node, func(sub graphql.CollectedField, of *Field) writer {
		switch sub.Name {
		case "kind":
			return text(func(a at) string { return a.info.Kind })
		case "server":
			return text(func(a at) string { return a.info.Server })
		case "revision":
			return number(func(a at) int64 { return int64(a.info.Revision) })
		case "edges":
			return number(func(a at) int64 { return a.info.Edges })
		}
		return c.counts(sub, of.Node)
	}).write
	return func(ctx context.Context, s graph.Store) (*Answer, error) {
		info, err := s.Info(ctx)
		if err != nil {
			return nil, err
		}
		return answer(w, at{info: &info}), nil
	}
}

// counts writes how many nodes of each label there are, by label.
func (c *Compiler) counts(f graphql.CollectedField, t *Type) writer {
	var unused graph.Facet
	w := c.bucket(&unused, f, t, false)
	return func(b []byte, a at) []byte {
		labels := slices.Sorted(maps.Keys(a.info.Nodes))
		return writeList(b, len(labels), func(b []byte, i int) []byte {
			return w(b, at{bucket: &graph.Bucket{Key: string(labels[i]), Count: a.info.Nodes[labels[i]]}})
		})
	}
}

// list asks for a connection of all nodes of a type.
func (c *Compiler) list(f graphql.CollectedField, def *Field) Plan {
	labels := c.labels(def.Node)
	return c.listOf(f, def, &graph.Query{Labels: labels, Where: c.known(labels)})
}

// search asks for what has all the words, best first.
func (c *Compiler) search(f graphql.CollectedField, def *Field) Plan {
	args := c.values(f)
	text, _ := args["text"].(string)
	labels := c.searched(def.Row.Fields["node"].Node, args["type"])
	return c.listOf(f, def, &graph.Query{
		Text:   text,
		Order:  []graph.Order{{By: graph.ByScore, Desc: true}},
		Labels: labels, Where: c.known(labels),
	})
}

// listOf asks for a connection of what a query finds.
func (c *Compiler) listOf(f graphql.CollectedField, def *Field, q *graph.Query) Plan {
	w := c.connection(q, nil, f, def)
	return func(ctx context.Context, s graph.Store) (*Answer, error) {
		r, err := s.Query(ctx, *q)
		if err != nil {
			return nil, err
		}
		return answer(w, at{result: r}), nil
	}
}

// searched returns the labels of a type that have full text, or those of them
// named.
func (c *Compiler) searched(t *Type, types any) []graph.Label {
	var out []graph.Label
	if types != nil && len(list(types)) > 0 {
		for _, l := range hasLabel(types) {
			out = append(out, c.label(l))
		}
		return out
	}
	for _, l := range c.labels(t) {
		if def, _ := c.table.onto.Label(l); def.Weight > 0 {
			out = append(out, l)
		}
	}
	return out
}

// byName asks for the node of a name, an alias or an ID.
func (c *Compiler) byName(f graphql.CollectedField, def *Field) Plan {
	name, _ := c.values(f)["name"].(string)
	labels := c.labels(def.Node)
	q := &graph.Query{Labels: labels, Where: c.known(labels), Page: graph.Page{Limit: candidates}, Props: []string{"name"}}
	if _, ok := c.table.onto.LabelOf(graph.ID(name)); ok {
		q.IDs = []graph.ID{graph.ID(name)}
	} else {
		q.Where = join(graph.Compare{Prop: "name", Op: graph.Eq, Value: name}, add(nil, q.Where))
	}
	w := c.node(q, f.Selections, def.Node)
	return func(ctx context.Context, s graph.Store) (*Answer, error) {
		r, err := s.Query(ctx, *q)
		if err != nil {
			return nil, err
		}
		row, err := pick(r.Rows, name)
		if err != nil || row == nil {
			return nil, err
		}
		return answer(w, at{row: row}), nil
	}
}

// byID asks for the node of an ID, or of a URL where its type has one.
func (c *Compiler) byID(f graphql.CollectedField, def *Field) Plan {
	id, _ := c.values(f)["id"].(string)
	labels := c.labels(def.Node)
	q := &graph.Query{Labels: labels, Where: c.known(labels), Page: graph.Page{Limit: 1}}
	wanted, found := q, func(r *graph.Result) *graph.Row { return follow(r, nil) }
	label, known := c.table.onto.LabelOf(graph.ID(id))
	switch url := def.Node.Fields["url"]; {
	case url != nil && !known:
		q.Where = join(graph.Compare{Prop: url.Prop.Name, Op: graph.Eq, Value: id}, add(nil, q.Where))
	case known && slices.Contains(def.Node.Labels, label) && c.table.typeOf(label).Formerly != nil:
		wanted, found = c.lookedUp(q, c.table.typeOf(label), graph.ID(id))
	default:
		q.IDs = []graph.ID{graph.ID(id)}
	}
	return single(q, c.node(wanted, f.Selections, def.Node), found)
}

// single is the plan of a query of which one row is wanted.
func single(q *graph.Query, w writer, found func(*graph.Result) *graph.Row) Plan {
	return func(ctx context.Context, s graph.Store) (*Answer, error) {
		r, err := s.Query(ctx, *q)
		if err != nil {
			return nil, err
		}
		row := found(r)
		if row == nil {
			return nil, nil
		}
		return answer(w, at{row: row}), nil
	}
}

// pick returns the row that a name means: the only one, or the only one whose
// own name it is and not just an alias. It is nil if there is none. Several
// are an *Error with the candidates.
func pick(rows []graph.Row, name string) (*graph.Row, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	if len(rows) == 1 {
		return &rows[0], nil
	}
	var own []*graph.Row
	e := &Error{Code: CodeAmbiguous, Message: "\"" + name + "\" may mean several: ask again with the full name or the ID of one of the candidates"}
	for i := range rows {
		s, _ := rows[i].Props.Get("name").(string)
		e.Candidates = append(e.Candidates, Candidate{rows[i].ID, s, rows[i].Label})
		if fold.Name(s) == fold.Name(name) {
			own = append(own, &rows[i])
		}
	}
	if len(own) == 1 {
		return own[0], nil
	}
	return nil, e
}
