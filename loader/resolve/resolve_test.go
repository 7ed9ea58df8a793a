package resolve

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// report writes a report in one line: who are "side/person" or "side".
func report(doc, published, date, place string, who ...string) *Report {
	r := &Report{ID: "report:" + doc, Document: "document:" + doc, Published: published, Kind: "talks", Status: "held"}
	r.Start, r.End, _ = strings.Cut(date, "/")
	if place != "" {
		city, country, _ := strings.Cut(place, "@")
		r.Place = &Place{ID: "place:" + city, Name: city}
		if country != "" {
			r.Place.Within = []string{"place:" + country}
		}
	}
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

func with(r *Report, change func(*Report)) *Report {
	change(r)
	return r
}

func TestLikeness(t *testing.T) {
	base := func() *Report {
		return report("a", "2025-12-02", "2025-12-02", "moscow@RU", "US/witkoff", "US/kushner", "RU/putin")
	}
	for name, c := range map[string]struct {
		other *Report
		one   bool
	}{
		"same people, place and day":       {report("b", "2025-12-03", "2025-12-02", "moscow@RU", "US/witkoff", "RU/putin"), true},
		"less precise date":                {report("b", "2025-12-30", "2025-12", "", "US/witkoff", "RU/putin"), true},
		"no date, published near":          {report("b", "2025-12-05", "", "moscow@RU", "US/witkoff", "RU/putin"), true},
		"no date, published a year later":  {report("b", "2026-12-05", "", "moscow@RU", "US/witkoff", "RU/putin"), false},
		"another day":                      {report("b", "2025-12-03", "2025-12-01", "moscow@RU", "US/witkoff", "RU/putin"), false},
		"another city":                     {report("b", "2025-12-03", "2025-12-02", "paris@FR", "US/witkoff", "RU/putin"), false},
		"country instead of city":          {report("b", "2025-12-03", "2025-12-02", "RU", "US/witkoff", "RU/putin"), true},
		"other people for the same side":   {report("b", "2025-12-03", "2025-12-02", "moscow@RU", "US/witkoff", "RU/lavrov"), false},
		"sides alone, same day":            {report("b", "2025-12-03", "2025-12-02", "", "US", "RU"), true},
		"sides alone, no date or place":    {report("b", "2025-12-03", "", "", "US", "RU"), false},
		"one shared person, nothing else":  {report("b", "2025-12-03", "2025-12", "", "US/witkoff", "UA/umerov"), false},
		"the same document tells it twice": {report("a", "2025-12-02", "2025-12-02", "moscow@RU", "US/witkoff", "RU/putin"), false},
		"a call":                           {with(report("b", "2025-12-02", "2025-12-02", "", "US/witkoff", "RU/putin"), func(r *Report) { r.Kind = "call" }), false},
	} {
		a, b := Likeness(base(), c.other), Likeness(c.other, base())
		if a != b {
			t.Errorf("%s: %v one way, %v the other", name, a, b)
		}
		if (a > 0) != c.one {
			t.Errorf("%s: likeness %v, want one meeting: %v", name, a, c.one)
		}
	}
}

func TestLikeReportsShareABlock(t *testing.T) {
	rs := random(rand.New(rand.NewPCG(1, 2)), 300)
	for i, a := range rs {
		for _, b := range rs[i+1:] {
			if Likeness(a, b) > 0 && shared(Blocks(a), Blocks(b)) == 0 {
				t.Fatalf("alike without a common block:\n%+v\n%+v", *a, *b)
			}
		}
	}
}

func TestMergeKeepsWhatMostReportsSay(t *testing.T) {
	a := report("a", "2025-12-01", "2025-12", "RU", "US/witkoff", "RU/putin")
	a.Status = "scheduled"
	b := report("b", "2025-12-03", "2025-12-02", "moscow@RU", "US/witkoff", "US/kushner", "RU/putin")
	ms := Meetings([]*Report{a, b})
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
	if m.ID != MeetingID(a.ID) || m.FirstPublished != "2025-12-01" || m.LastPublished != "2025-12-03" {
		t.Errorf("got %+v", m)
	}
}

func TestAChainOfWeakLinksGluesNoTwoDates(t *testing.T) {
	ms := Meetings([]*Report{
		report("a", "2025-12-03", "2025-12-01", "moscow", "US/witkoff", "RU/putin"),
		report("b", "2025-12-20", "2025-12", "", "US/witkoff", "RU/putin"),
		report("c", "2025-12-12", "2025-12-11", "moscow", "US/witkoff", "RU/putin"),
	})
	if len(ms) != 2 {
		t.Errorf("got %d meetings, want the two dated ones: %+v", len(ms), ms)
	}
}

// random makes reports that often may be one: few people, places and days.
func random(rng *rand.Rand, n int) []*Report {
	who := []string{"US/witkoff", "US/kushner", "US/rubio", "US", "RU/putin", "RU/lavrov", "RU", "UA/umerov", "UA"}
	dates := []string{"", "2025-12", "2025-12-01", "2025-12-02", "2025-12-01/2025-12-03", "2025"}
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
		r.Status = []string{"held", "scheduled", "cancelled"}[rng.IntN(3)]
		out = append(out, r)
	}
	return out
}

func TestMeetingsDependOnTheSetAlone(t *testing.T) {
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 7))
		rs := random(rng, 40)
		want := Meetings(rs)
		rng.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		if got := Meetings(rs); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: another order gives other meetings", seed)
		}
		var parts []Meeting
		done := map[string]bool{}
		for _, r := range rs {
			if done[r.ID] {
				continue
			}
			component := Component([]*Report{r}, rs)
			for _, c := range component {
				done[c.ID] = true
			}
			parts = append(parts, Meetings(component)...)
		}
		slices.SortFunc(parts, func(a, b Meeting) int { return strings.Compare(a.ID, b.ID) })
		if !reflect.DeepEqual(parts, want) {
			t.Fatalf("seed %d: component by component gives other meetings", seed)
		}
	}
}

func TestEveryReportIsInOneMeeting(t *testing.T) {
	rs := random(rand.New(rand.NewPCG(3, 3)), 200)
	seen := map[string]int{}
	for _, m := range Meetings(rs) {
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
