package loader

import (
	"context"
	"slices"

	"parley/graph"
	"parley/loader/resolve"
)

// sequence adds which meetings came before and after, and which took the place
// of another, where texts say so: between the meetings, and between those of
// their states that held on one day.
func (a *accounts) sequence(m *resolve.Meeting) {
	a.link(followedBy, m.ID, m.Leads, false)
	a.link(followedBy, m.ID, m.Follows, true)
	a.link(replacedBy, m.ID, m.ReplacedBy, false)
	for _, s := range a.versions[m.ID] {
		a.linkVersions(followedBy, m.ID, s, s.account.Leads, false)
		a.linkVersions(followedBy, m.ID, s, s.account.Follows, true)
		a.linkVersions(replacedBy, m.ID, s, s.account.ReplacedBy, false)
	}
}

// link adds edges to the meetings of reports, or from them.
func (a *accounts) link(t graph.EdgeType, here string, reports []string, from bool) {
	for _, r := range reports {
		there := a.where[r]
		if there == "" || there == here {
			continue
		}
		if from {
			a.edge(t, there, here, nil)
		} else {
			a.edge(t, here, there, nil)
		}
	}
}

// linkVersions adds edges between a state and those states of the reports'
// meetings that hold on a day with it, unless they are there already.
func (a *accounts) linkVersions(t graph.EdgeType, meeting string, here version, reports []string, from bool) {
	for _, r := range reports {
		other := a.where[r]
		if other == "" || other == meeting || !a.written[meeting] && !a.written[other] {
			continue
		}
		for _, there := range a.versions[other] {
			if !here.overlaps(there) || !slices.Contains(there.reports, r) {
				continue
			}
			if from {
				a.edge(then(t), string(there.id), string(here.id), nil)
			} else {
				a.edge(then(t), string(here.id), string(there.id), nil)
			}
		}
	}
}

// locate fills in the meeting of every report that the meetings name, and the
// states of those, and of those that reports may be of, that are not among them.
func (a *accounts) locate(ctx context.Context, s graph.Store, after resolve.Resolution) error {
	for i := range after.Meetings {
		x := &after.Meetings[i]
		for _, r := range x.Reports {
			a.where[r] = x.ID
		}
		a.versions[x.ID] = versionsOf(x)
	}
	var missing []graph.ID
	for _, p := range after.Possible {
		for _, x := range p.Of {
			if _, ok := a.versions[x.Meeting]; !ok {
				missing = append(missing, graph.ID(x.Meeting))
			}
		}
	}
	slices.Sort(missing)
	for chunk := range slices.Chunk(slices.Compact(missing), idsPerQuery) {
		if err := a.readVersions(ctx, s, chunk); err != nil {
			return err
		}
	}
	missing = nil
	for _, x := range after.Meetings {
		for _, r := range slices.Concat(x.Follows, x.Leads, x.ReplacedBy) {
			if a.where[r] == "" {
				missing = append(missing, graph.ID(r))
			}
		}
	}
	slices.Sort(missing)
	for chunk := range slices.Chunk(slices.Compact(missing), idsPerQuery) {
		if err := a.locateStored(ctx, s, chunk); err != nil {
			return err
		}
	}
	return nil
}

// locateStored reads the meetings of reports and their states.
func (a *accounts) locateStored(ctx context.Context, s graph.Store, reports []graph.ID) error {
	res, err := s.Query(ctx, graph.Query{Labels: []graph.Label{reportLabel}, IDs: reports, Page: all, Expand: []graph.Expand{
		{Name: "of", Edge: of, Query: graph.Query{Page: all}},
		{Name: "then", Edge: then(of), Query: graph.Query{Page: all, Props: []string{"since", "until"}}},
	}})
	if err != nil {
		return err
	}
	for _, row := range res.Rows {
		for _, meeting := range row.Sub.Get("of").Rows {
			id := string(meeting.ID)
			a.where[string(row.ID)] = id
			for _, v := range row.Sub.Get("then").Rows {
				a.versions[id] = append(a.versions[id], readVersion(v, string(row.ID)))
			}
		}
	}
	return nil
}

// readVersions reads the states of meetings.
func (a *accounts) readVersions(ctx context.Context, s graph.Store, meetings []graph.ID) error {
	res, err := s.Query(ctx, graph.Query{Labels: []graph.Label{meetingLabel}, IDs: meetings, Page: all, Expand: []graph.Expand{
		{Name: "states", Edge: versionOf, Dir: graph.In, Query: graph.Query{Page: all, Props: []string{"since", "until"}}},
	}})
	if err != nil {
		return err
	}
	for _, row := range res.Rows {
		for _, v := range row.Sub.Get("states").Rows {
			a.versions[string(row.ID)] = append(a.versions[string(row.ID)], readVersion(v))
		}
	}
	return nil
}

// readVersion reads a state, of which some reports are known.
func readVersion(row graph.Row, reports ...string) version {
	v := version{id: row.ID, reports: reports}
	v.since, _ = row.Props.Get("since").(string)
	v.until, _ = row.Props.Get("until").(string)
	return v
}
