package resolve

import (
	"slices"
	"testing"
)

func TestVersions(t *testing.T) {
	a := with(report("a", "2025-11-26", "2025-12", "", "US/witkoff", "RU/putin"), func(r *Report) { r.Status = "scheduled" })
	b := with(report("b", "2025-12-01", "2025-12-02", "moscow@RU", "US/witkoff", "RU/putin"), func(r *Report) { r.Status = "scheduled" })
	c := report("c", "2025-12-03", "2025-12-02", "moscow@RU", "US/witkoff", "US/kushner", "RU/putin")
	d := report("d", "", "2025-12-02", "moscow@RU", "US/witkoff", "RU/putin", "RU/ushakov")
	ms := Resolve([]*Report{a, b, c, d}, nil).Meetings
	if len(ms) != 1 {
		t.Fatalf("%d meetings", len(ms))
	}
	m := ms[0]
	if len(m.Versions) != 3 {
		t.Fatalf("%d versions, want those of the first two days, and one without the report of no day", len(m.Versions))
	}
	if last := m.Versions[2]; last.Since != "2025-12-03" || last.Until != "" || len(last.Actors) != 3 {
		t.Errorf("last version: %+v", last)
	}
	first, second := m.Versions[0], m.Versions[1]
	if first.ID != m.ID || first.Since != "2025-11-26" || first.Until != "2025-12-01" || first.Start != "2025-12" || first.Status != "scheduled" || first.Place != nil {
		t.Errorf("first version: %+v", first)
	}
	if second.Since != "2025-12-01" || second.Until != "2025-12-03" || second.Start != "2025-12-02" || len(second.Actors) != 2 {
		t.Errorf("second version: %+v", second)
	}
	if m.Status != "held" || len(m.Actors) != 4 {
		t.Errorf("the meeting itself: %+v", m)
	}
	if want := []string{"meeting:a", "meeting:c", "meeting:d"}; m.ID != "meeting:b" || !slices.Equal(m.SameAs, want) {
		// The first report names no day: a surer one gives the ID.
		t.Errorf("%s same as %v, want %v", m.ID, m.SameAs, want)
	}
}
