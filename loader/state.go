package loader

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"parley/graph"
	"parley/loader/resolve"
)

// idsPerQuery and blocksPerQuery bound the lists in one statement; full-text
// indexes refuse more than about a thousand alternatives.
const (
	idsPerQuery    = 1000
	blocksPerQuery = 400
)

// all is the page without an end.
var all = graph.Page{Limit: -1}

// stored is a document as the store has it.
type stored struct {
	digest string
	names  []string
	claim  claim
	// owned are the nodes that go with it.
	owned   []graph.ID
	reports []*resolve.Report
}

// storedDocuments reads which of the documents the store has.
func storedDocuments(ctx context.Context, s graph.Store, ids []graph.ID) (map[string]stored, error) {
	out := map[string]stored{}
	for chunk := range slices.Chunk(ids, idsPerQuery) {
		res, err := s.Query(ctx, graph.Query{
			Labels: []graph.Label{documentLabel}, IDs: chunk, Page: all, Props: []string{"digest", "names", "ledger", "published"},
			Expand: []graph.Expand{
				{Name: "reports", Edge: contains, Query: graph.Query{Labels: []graph.Label{reportLabel}, Page: all, Props: []string{"data"}}},
				{Name: "positions", Edge: contains, Query: graph.Query{Labels: []graph.Label{positionLabel}, Page: all}},
				{Name: "passages", Edge: in, Dir: graph.In, Query: graph.Query{Labels: []graph.Label{passageLabel}, Page: all}},
			},
		})
		if err != nil {
			return nil, err
		}
		for _, row := range res.Rows {
			if out[string(row.ID)], err = readStored(row); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// readStored reads one document's row.
func readStored(row graph.Row) (stored, error) {
	var d stored
	d.digest, _ = row.Props.Get("digest").(string)
	d.names, _ = row.Props.Get("names").([]string)
	if text, _ := row.Props.Get("ledger").(string); text != "" {
		if err := json.Unmarshal([]byte(text), &d.claim.ledger); err != nil {
			return d, fmt.Errorf("%w: the ledger of %s can't be read", graph.ErrFormat, row.ID)
		}
	}
	d.claim.doc = row.ID
	d.claim.published, _ = row.Props.Get("published").(string)
	d.owned = []graph.ID{row.ID}
	for _, part := range []string{"reports", "positions", "passages"} {
		for _, r := range row.Sub.Get(part).Rows {
			d.owned = append(d.owned, r.ID)
		}
	}
	for _, r := range row.Sub.Get("reports").Rows {
		report, err := readReport(r)
		if err != nil {
			return d, err
		}
		d.reports = append(d.reports, report)
	}
	return d, nil
}

// readReport reads what resolution knows of a report.
func readReport(row graph.Row) (*resolve.Report, error) {
	var r resolve.Report
	text, _ := row.Props.Get("data").(string)
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		return nil, fmt.Errorf("%w: the data of %s can't be read", graph.ErrFormat, row.ID)
	}
	return &r, nil
}

// read fills in what the store has of the shared nodes and edges.
func (e *entities) read(ctx context.Context, s graph.Store) error {
	var ids []graph.ID
	for id := range e.names {
		ids = append(ids, graph.ID(id))
	}
	slices.Sort(ids)
	for chunk := range slices.Chunk(ids, idsPerQuery) {
		res, err := s.Query(ctx, graph.Query{IDs: chunk, Page: all, Props: []string{"forms", "formCounts", "candidates", "since"}})
		if err != nil {
			return err
		}
		for _, row := range res.Rows {
			e.names[string(row.ID)] = &sharing{countsOf(row.Props.Get("forms"), row.Props.Get("formCounts")), daysOf(row.Props), mayOf(row.Props)}
		}
	}
	return e.readTies(ctx, s)
}

// tieProps are what a shared edge keeps.
var tieProps = map[graph.EdgeType][]string{
	represents: {"titles", "titleCounts", "since", "until"}, relatedTo: {"titles", "titleCounts", "since"}, proposed: {"count", "since"},
}

// tieCounts reads them back.
func tieCounts(p graph.Values) counts {
	if n, ok := p.Get("count").(int64); ok {
		return counts{"": n}
	}
	return countsOf(p.Get("titles"), p.Get("titleCounts"))
}

// near tells from which end a shared edge is read and written anew: the one
// that has few of them.
var near = map[graph.EdgeType]graph.Direction{represents: graph.Out, relatedTo: graph.Out, proposed: graph.In}

// end returns the near end of a tie.
func (t tie) end() graph.ID {
	if near[t.Type] == graph.Out {
		return graph.ID(t.From)
	}
	return graph.ID(t.To)
}

// readTies reads all shared edges at the near ends of those wanted.
func (e *entities) readTies(ctx context.Context, s graph.Store) error {
	at := map[graph.EdgeType]map[graph.ID]bool{}
	for t := range e.ties {
		if at[t.Type] == nil {
			at[t.Type] = map[graph.ID]bool{}
		}
		at[t.Type][t.end()] = true
	}
	for edge, nodes := range at {
		if err := e.readTiesAt(ctx, s, edge, near[edge], nodes); err != nil {
			return err
		}
	}
	return nil
}

// readTiesAt reads the edges of one type at some nodes.
func (e *entities) readTiesAt(ctx context.Context, s graph.Store, edge graph.EdgeType, dir graph.Direction, nodes map[graph.ID]bool) error {
	for chunk := range slices.Chunk(sortedKeys(nodes), idsPerQuery) {
		res, err := s.Query(ctx, graph.Query{IDs: chunk, Page: all, Expand: []graph.Expand{
			{Name: "far", Edge: edge, Dir: dir, EdgeProps: tieProps[edge], Query: graph.Query{Page: all}},
		}})
		if err != nil {
			return err
		}
		for _, row := range res.Rows {
			for _, far := range row.Sub.Get("far").Rows {
				t := tie{Type: edge, From: string(row.ID), To: string(far.ID)}
				if dir == graph.In {
					t.From, t.To = t.To, t.From
				}
				e.ties[t] = &sharing{counts: tieCounts(far.Edge), days: daysOf(far.Edge)}
			}
		}
	}
	return nil
}
