package resolve

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// report writes a report in one line: who are "side/person" or "side".
func report(doc, published, date, place string, who ...string) *Report {
	r := &Report{ID: "report:" + doc, Document: "document:" + doc, Published: published, Kind: "talks", Status: "held"}
	r.Start, r.End, _ = strings.Cut(date, "/")
	r.Place = place1(place)
	for _, w := range who {
		side, person, ok := strings.Cut(w, "/")
		a := Actor{ID: "country:" + side, Name: side, Short: side, Role: "participant", Side: "country:" + side}
		if ok {
			a.ID, a.Name, a.Short, a.Person = "person:"+person, person, person, true
		}
		r.Actors = append(r.Actors, a)
	}
	return r
}

// place1 is a place written as "city@region@country", "city@country", or
// "country" in capitals.
func place1(s string) *Place {
	parts := strings.Split(s, "@")
	last := parts[len(parts)-1]
	switch {
	case s == "":
		return nil
	case len(parts) == 1 && last == strings.ToUpper(last):
		return &Place{ID: "place:country-" + last, Name: last, Within: []string{"country:" + last}}
	}
	p := &Place{ID: "place:geonames-" + parts[0], Name: parts[0]}
	if parts[0] == strings.ToUpper(parts[0]) {
		p.ID = "place:region-" + parts[0]
	}
	if len(parts) == 3 {
		p.Within = append(p.Within, "place:region-"+parts[1])
	}
	if len(parts) > 1 {
		p.Within = append(p.Within, "place:country-"+last, "country:"+last)
	}
	return p
}

func with(r *Report, change func(*Report)) *Report {
	change(r)
	return r
}

func TestMergeKeepsWhatMostReportsSay(t *testing.T) {
	a := report("a", "2025-12-01", "2025-12", "RU", "US/witkoff", "RU/putin")
	a.Status = "scheduled"
	b := report("b", "2025-12-03", "2025-12-02", "moscow@RU", "US/witkoff", "US/kushner", "RU/putin")
	ms := Resolve([]*Report{a, b}, nil).Meetings
	if len(ms) != 1 {
		t.Fatalf("got %d meetings, want 1", len(ms))
	}
	m := ms[0]
	if m.Status != "held" || m.Start != "2025-12-02" || m.Precision != "day" || m.Place.Name != "moscow" || len(m.Actors) != 3 {
		t.Errorf("got %+v", m)
	}
	if want := "witkoff, kushner – putin · moscow · 2025-12-02"; m.Title != want {
		t.Errorf("title %q, want %q", m.Title, want)
	}
	if m.ID != MeetingID(b.ID) || m.FirstPublished != "2025-12-01" || m.LastPublished != "2025-12-03" {
		t.Errorf("got %+v", m)
	}
}

func TestAChainOfWeakLinksGluesNoTwoDates(t *testing.T) {
	ms := Resolve([]*Report{
		report("a", "2025-12-03", "2025-12-01", "moscow", "US/witkoff", "RU/putin"),
		report("b", "2025-12-20", "2025-12", "", "US/witkoff", "RU/putin"),
		report("c", "2025-12-12", "2025-12-11", "moscow", "US/witkoff", "RU/putin"),
	}, nil).Meetings
	if len(ms) != 2 {
		t.Errorf("got %d meetings, want the two dated ones: %+v", len(ms), ms)
	}
}

// random makes reports that often may be one: few people, places and days.
func random(rng *rand.Rand, n int) []*Report {
	who := []string{"US/witkoff", "US/kushner", "US/rubio", "US", "RU/putin", "RU/lavrov", "RU", "UA/umerov", "UA"}
	dates := []string{"", "", "2025-12", "2025-12-01", "2025-12-02", "2025-12-01/2025-12-03", "2025", "2025-12-31", "2026-01-01", "2026-01-20"}
	places := []string{"", "moscow@RU", "paris@FR", "RU", "geneva@CH"}
	var out []*Report
	for i := range n {
		var w []string
		for _, x := range rng.Perm(len(who))[:1+rng.IntN(4)] {
			w = append(w, who[x])
		}
		r := report(fmt.Sprint("d", i/2), fmt.Sprintf("2025-12-%02d", 1+rng.IntN(28)), dates[rng.IntN(len(dates))], places[rng.IntN(len(places))], w...)
		r.ID = fmt.Sprint("report:", i)
		r.Kind = []string{"talks", "talks", "summit", "call"}[rng.IntN(4)]
		r.Status = []string{"held", "scheduled", "cancelled", "postponed", "denied"}[rng.IntN(5)]
		if rng.IntN(8) == 0 {
			r.After = dates[4+rng.IntN(6)]
		}
		out = append(out, r)
	}
	return out
}

func TestEveryReportIsInOneMeetingOrPossiblyOfSome(t *testing.T) {
	rs := random(rand.New(rand.NewPCG(3, 3)), 200)
	seen := map[string]int{}
	all := Resolve(rs, nil)
	for _, p := range all.Possible {
		seen[p.Report]++
		if len(p.Of) == 0 {
			t.Errorf("%s is possibly of nothing", p.Report)
		}
	}
	for _, m := range all.Meetings {
		docs := map[string]bool{}
		for _, id := range m.Reports {
			seen[id]++
			i := slices.IndexFunc(rs, func(r *Report) bool { return r.ID == id })
			if docs[rs[i].Document] {
				t.Errorf("%s joins two reports of %s", m.ID, rs[i].Document)
			}
			docs[rs[i].Document] = true
		}
	}
	for _, r := range rs {
		if seen[r.ID] != 1 {
			t.Errorf("%s is in %d meetings", r.ID, seen[r.ID])
		}
	}
}
