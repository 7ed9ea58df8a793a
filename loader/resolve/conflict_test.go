package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// planted is a set of reports of one meeting with the contradictions that are
// in it, as "field: value | value", the values in any order.
type planted struct {
	name    string
	reports []*Report
	want    []string
}

// said makes a report of talks between Witkoff and Putin, in Moscow on the
// second of December 2025 unless it says otherwise.
func said(doc string, change ...func(*Report)) *Report {
	r := report(doc, "2025-12-03", "2025-12-02", "moscow@RU", "US/witkoff", "RU/putin")
	for _, c := range change {
		c(r)
	}
	return r
}

func status(s string) func(*Report)    { return func(r *Report) { r.Status = s } }
func published(s string) func(*Report) { return func(r *Report) { r.Published = s } }
func venue(s string) func(*Report)     { return func(r *Report) { r.Venue = s } }
func kind(s string) func(*Report)      { return func(r *Report) { r.Kind = s } }
func place(s string) func(*Report)     { return func(r *Report) { r.Place = place1(s) } }
func date(s string) func(*Report) {
	return func(r *Report) { r.Start, r.End, _ = strings.Cut(s, "/") }
}
func people(who ...string) func(*Report) {
	return func(r *Report) { r.Actors = report("", "", "", "", who...).Actors }
}
func absent(name string) func(*Report) {
	return func(r *Report) { r.Absent = []Actor{{ID: "person:" + name, Name: name, Person: true}} }
}
func site(id, name string, within ...string) func(*Report) {
	return func(r *Report) { r.Venue, r.Site = name, &Place{ID: "place:venue-" + id, Name: name, Within: within} }
}

var contradictions = []planted{
	{"two days", []*Report{said("a"), said("b", date("2025-12-01"))}, []string{"start: 2025-12-02 | 2025-12-01"}},
	{"two days apart", []*Report{said("a"), said("b", date("2025-12-04"))}, []string{"start: 2025-12-02 | 2025-12-04"}},
	{"a day among three", []*Report{said("a"), said("b"), said("c", date("2025-12-03"))}, []string{"start: 2025-12-02 | 2025-12-03"}},
	{"over the end of a month", []*Report{said("a", date("2025-11-30")), said("b", date("2025-12-01"))}, []string{"start: 2025-11-30 | 2025-12-01"}},
	{"a day of two that are planned", []*Report{said("a", status("scheduled"), published("2025-11-28")), said("b", status("scheduled"), published("2025-11-28"), date("2025-12-03"))}, []string{"start: 2025-12-02 | 2025-12-03"}},
	{"how long it lasted", []*Report{said("a", date("2025-12-02/2025-12-03")), said("b", date("2025-12-02/2025-12-04"))}, []string{"end: 2025-12-03 | 2025-12-04"}},
	{"two cities", []*Report{said("a"), said("b", place("sochi@RU"))}, []string{"place: moscow | sochi"}},
	{"two towns of one region", []*Report{
		said("a", place("miami@FL@US")), said("b", place("doral@FL@US")), said("c", place("FL@US")),
	}, []string{"place: miami | doral"}},
	{"two cities and a country", []*Report{said("a"), said("b", place("sochi@RU")), said("c", place("RU"))}, []string{"place: moscow | sochi"}},
	{"two buildings", []*Report{said("a", venue("Kremlin")), said("b", venue("Lefortovo Palace"))}, []string{"venue: Kremlin | Lefortovo Palace"}},
	{"two hotels of one chain", []*Report{said("a", venue("Hotel Metropol")), said("b", venue("Hotel National"))}, []string{"venue: Hotel Metropol | Hotel National"}},
	{"two known buildings", []*Report{said("a", site("kremlin", "Kremlin")), said("b", site("vnukovo", "Vnukovo airport"))}, []string{"venue: Kremlin | Vnukovo airport"}},
	{"held or denied", []*Report{said("a"), said("b", status("denied"))}, []string{"status: held | denied"}},
	{"held or cancelled", []*Report{said("a"), said("b", status("cancelled"))}, []string{"status: held | cancelled"}},
	{"held or postponed", []*Report{said("a"), said("b"), said("c", status("postponed"))}, []string{"status: held | postponed"}},
	{"under way or denied", []*Report{said("a", status("ongoing")), said("b", status("denied"))}, []string{"status: ongoing | denied"}},
	{"planned, held and denied", []*Report{said("a", status("scheduled"), published("2025-11-28")), said("b"), said("c", status("denied"))}, []string{"status: held | denied"}},
	{"there or not", []*Report{said("a", people("US/witkoff", "US/kushner", "RU/putin")), said("b", absent("kushner"))}, []string{"participants: kushner | without kushner"}},
	{"whom one side sent", []*Report{
		said("a", people("US/witkoff", "RU/putin", "UA/umerov")), said("b", people("US/witkoff", "RU/putin", "UA/yermak")),
	}, []string{"participants: umerov | yermak"}},
	{"whom a mediator sent", []*Report{
		said("a", people("US/witkoff", "IR/araghchi", "OM/busaidi"), place("muscat@OM")), said("b", people("US/witkoff", "IR/araghchi", "OM/haitham"), place("muscat@OM")),
	}, []string{"participants: busaidi | haitham"}},
	{"day and building", []*Report{said("a", venue("Kremlin")), said("b", venue("Lefortovo Palace"), date("2025-12-03"))}, []string{"start: 2025-12-02 | 2025-12-03", "venue: Kremlin | Lefortovo Palace"}},
	{"day and whether", []*Report{said("a"), said("b", status("denied")), said("c", date("2025-12-01"))}, []string{"start: 2025-12-02 | 2025-12-01", "status: held | denied"}},
	{"three cities", []*Report{said("a"), said("b", place("sochi@RU")), said("c", place("kazan@RU"))}, []string{"place: moscow | sochi | kazan"}},
	{"a thin report of another city", []*Report{said("a"), said("b"), said("c", date("2025-12"), place("sochi@RU"))}, []string{"place: moscow | sochi"}},
	{"one denies, one town is less precise", []*Report{said("a", place("RU")), said("b"), said("c", status("denied"), place("RU"))}, []string{"status: held | denied"}},

	{"the same", []*Report{said("a"), said("b")}, nil},
	{"a less precise day", []*Report{said("a"), said("b", date("2025-12"))}, nil},
	{"no day", []*Report{said("a"), said("b", date(""))}, nil},
	{"a day of several", []*Report{said("a"), said("b", date("2025-12-02/2025-12-03"))}, nil},
	{"a city and its country", []*Report{said("a"), said("b", place("RU"))}, nil},
	{"a city and no place", []*Report{said("a"), said("b", place(""))}, nil},
	{"a town and its region", []*Report{said("a", place("miami@FL@US")), said("b", place("US"))}, nil},
	{"planned, then held", []*Report{said("a", status("scheduled"), published("2025-11-28")), said("b")}, nil},
	{"proposed, then planned", []*Report{said("a", status("proposed"), published("2025-11-28")), said("b", status("scheduled"), published("2025-11-29"))}, nil},
	{"planned for another day than held", []*Report{said("a", status("scheduled"), published("2025-11-28"), date("2025-12-01")), said("b")}, nil},
	{"planned elsewhere than held", []*Report{said("a", status("scheduled"), published("2025-11-28"), place("sochi@RU")), said("b")}, nil},
	{"planned, then cancelled", []*Report{said("a", status("scheduled"), published("2025-11-28")), said("b", status("cancelled"))}, nil},
	{"under way, then held", []*Report{said("a", status("ongoing"), published("2025-12-02")), said("b")}, nil},
	{"cancelled, or postponed", []*Report{said("a", status("cancelled")), said("b", status("postponed"))}, nil},
	{"a shorter list", []*Report{said("a", people("US/witkoff", "US/kushner", "RU/putin")), said("b")}, nil},
	{"each names one more", []*Report{said("a", people("US/witkoff", "US/kushner", "RU/putin")), said("b", people("US/witkoff", "RU/putin", "RU/ushakov"))}, nil},
	{"lists that overlap", []*Report{said("a", people("US/witkoff", "US/kushner", "RU/putin")), said("b", people("US/witkoff", "US/driscoll", "RU/putin"))}, nil},
	{"sides without people", []*Report{said("a"), said("b", people("US", "RU"))}, nil},
	{"one surname in two spellings", []*Report{
		said("a", people("US/witkoff", "RU/putin", "UA/umerov")),
		said("b", people("US/witkoff", "RU/putin", "UA/rustem"), func(r *Report) { r.Actors[2].Short = "Umerov" }),
	}, nil},
	{"one building, named shorter", []*Report{said("a", venue("Grand Kremlin Palace")), said("b", venue("the Kremlin"))}, nil},
	{"a room of a building", []*Report{said("a", site("white-house", "White House")), said("b", site("oval-office", "Oval Office", "place:venue-white-house"))}, nil},
	{"a building and none", []*Report{said("a", venue("Kremlin")), said("b")}, nil},
	{"another word for it", []*Report{said("a", kind("summit")), said("b", kind("visit"))}, nil},
	{"denied by all", []*Report{said("a", status("denied")), said("b", status("denied"))}, nil},
	{"denied, and planned before", []*Report{said("a", status("scheduled"), published("2025-11-28")), said("b", status("denied"))}, nil},
	{"two meetings, not one", []*Report{said("a"), said("b", date("2025-12-20"), published("2025-12-21"))}, nil},
}

func TestPlantedContradictionsAreShown(t *testing.T) {
	found, missed, invented := 0, 0, 0
	for _, p := range contradictions {
		var got []string
		for _, m := range Resolve(p.reports, nil).Meetings {
			for _, c := range m.Conflicts {
				got = append(got, c.Field+": "+values(c))
			}
		}
		for _, w := range p.want {
			if slices.ContainsFunc(got, func(g string) bool { return ordered(g) == ordered(w) }) {
				found++
				continue
			}
			missed++
			t.Logf("%s: %q is missing, got %q", p.name, w, got)
		}
		for _, g := range got {
			if !slices.ContainsFunc(p.want, func(w string) bool { return ordered(g) == ordered(w) }) {
				invented++
				t.Logf("%s: %q is no contradiction", p.name, g)
			}
		}
	}
	t.Logf("%d sets: %d contradictions shown, %d missed, %d invented", len(contradictions), found, missed, invented)
	if float64(found) < 0.9*float64(found+missed) || float64(invented) > 0.1*float64(found+invented) {
		t.Error("at least nine in ten must be shown, and at most one in ten invented")
	}
}

func values(c Conflict) string {
	var out []string
	for _, v := range c.Values {
		out = append(out, v.Value)
	}
	return strings.Join(out, " | ")
}

// ordered writes the values of a contradiction in order.
func ordered(s string) string {
	field, list, _ := strings.Cut(s, ": ")
	v := strings.Split(list, " | ")
	slices.Sort(v)
	return field + ": " + strings.Join(v, " | ")
}

func TestWhatIsShownFollowsTheRule(t *testing.T) {
	wire := Sketch(strings.Repeat("what the wire wrote of it that day ", 20) + "and nothing more")
	copied := func(r *Report) { r.Sketch = wire }
	other := func(n int) func(*Report) {
		return func(r *Report) {
			r.Sketch = Sketch(fmt.Sprintf("the %d-th paper %[1]d-fold sent %[1]d of its own people there and tells it in its own way", n))
		}
	}
	for _, c := range []struct {
		name    string
		reports []*Report
		want    string
	}{
		{"most independent reports", []*Report{said("a", date("2025-12-01"), other(1)), said("b", other(2)), said("c", other(3))}, "2025-12-02"},
		{"copies count once", []*Report{
			said("a", date("2025-12-01"), copied), said("b", date("2025-12-01"), copied), said("c", date("2025-12-01"), copied), said("d", other(1)), said("e", other(2)),
		}, "2025-12-02"},
		{"then the most precise", []*Report{said("a", date("2025-12")), said("b", date("2025-12-01/2025-12-03")), said("c", date("2025-12-02"))}, "2025-12-02"},
		{"then the latest", []*Report{said("a", published("2025-12-05"), date("2025-12-01")), said("b", published("2025-12-04"))}, "2025-12-01"},
		{"what took place before what was planned", []*Report{
			said("a", status("scheduled"), published("2025-11-28")), said("b", status("scheduled"), published("2025-11-29")), said("c", date("2025-12-01")),
		}, "2025-12-01"},
	} {
		ms := Resolve(c.reports, nil).Meetings
		if len(ms) != 1 || ms[0].Start != c.want {
			t.Errorf("%s: %d meetings, the first on %s, want one on %s", c.name, len(ms), ms[0].Start, c.want)
			continue
		}
		for _, x := range ms[0].Conflicts {
			if x.Field == "start" && x.Values[0].Value != c.want {
				t.Errorf("%s: %s comes first in the conflict, want %s", c.name, x.Values[0].Value, c.want)
			}
		}
	}
}

func TestCopiesAreMarked(t *testing.T) {
	wire := Sketch(strings.Repeat("the wire said that they met and that it went well ", 9))
	sketch := func(r *Report) { r.Sketch = wire }
	m := Resolve([]*Report{said("c", sketch), said("a", sketch), said("b")}, nil).Meetings[0]
	if len(m.Copies) != 1 || !slices.Equal(m.Copies[0], []string{"report:a", "report:c"}) {
		t.Errorf("copies %v", m.Copies)
	}
}
