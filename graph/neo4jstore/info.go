package neo4jstore

import (
	"context"
	"fmt"
	"strings"

	"parley/graph"
)

// Info tells about the store. The counts come from Neo4j's count store, which
// keeps them ready.
func (s *Store) Info(ctx context.Context) (graph.Info, error) {
	info := graph.Info{Kind: "neo4j", Address: s.address, Nodes: map[graph.Label]int64{}}
	records, err := s.read(ctx, "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' "+
		"OPTIONAL MATCH (m:"+metaLabel+" {id: 'store'}) RETURN versions[0], edition, m.format, m.revision", nil)
	if err != nil {
		return info, err
	}
	if len(records) == 0 || records[0].Values[2] == nil {
		return info, s.missing()
	}
	v := records[0].Values
	info.Server = fmt.Sprintf("Neo4j %v %v", v[0], v[1])
	format, _ := v[2].(int64)
	revision, _ := v[3].(int64)
	info.Format, info.Revision = int(format), graph.Revision(revision)
	if err := s.count(ctx, &info); err != nil {
		return info, err
	}
	return info, s.serving(ctx, &info)
}

// count counts nodes by label and all edges.
func (s *Store) count(ctx context.Context, info *graph.Info) error {
	var counts []string
	for _, l := range s.o.Labels {
		counts = append(counts, "COUNT { (:"+quote(l.Label)+") }")
	}
	edges := []string{"0"}
	for _, e := range s.o.Edges {
		edges = append(edges, "COUNT { ()-[:"+quote(e.Type)+"]->() }")
	}
	counts = append(counts, strings.Join(edges, " + "))
	records, err := s.read(ctx, "RETURN ["+strings.Join(counts, ", ")+"]", nil)
	if err != nil {
		return err
	}
	list, _ := records[0].Values[0].([]any)
	for i, l := range s.o.Labels {
		if n, _ := list[i].(int64); n > 0 {
			info.Nodes[l.Label] = n
		}
	}
	info.Edges, _ = list[len(s.o.Labels)].(int64)
	return nil
}

// serving tells which constraints and indexes serve and which don't.
func (s *Store) serving(ctx context.Context, info *graph.Info) error {
	have, err := s.indexes(ctx)
	if err != nil {
		return err
	}
	for _, d := range definitions(s.o) {
		if i, ok := have[d.name]; ok && i.serves(d) {
			info.Indexes = append(info.Indexes, d.name)
		} else {
			info.Missing = append(info.Missing, d.name)
		}
	}
	return nil
}
