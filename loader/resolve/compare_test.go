package resolve

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	base := func() *Report {
		return report("a", "2025-12-02", "2025-12-02", "moscow@RU", "US/witkoff", "US/kushner", "RU/putin")
	}
	for name, c := range map[string]struct {
		other *Report
		one   bool
		// why is in the reason of a field that decides.
		why string
	}{
		"same people, place and day":          {report("b", "2025-12-03", "2025-12-02", "moscow@RU", "US/witkoff", "RU/putin"), true, "the same day"},
		"less precise date":                   {report("b", "2025-12-30", "2025-12", "", "US/witkoff", "RU/putin"), true, "one names no day"},
		"no date, published near":             {report("b", "2025-12-05", "", "moscow@RU", "US/witkoff", "RU/putin"), true, "no date"},
		"no date, published a year later":     {report("b", "2026-12-05", "", "moscow@RU", "US/witkoff", "RU/putin"), false, "published too far"},
		"the day before, same place":          {report("b", "2025-12-03", "2025-12-01", "moscow@RU", "US/witkoff", "RU/putin"), true, "the days are near"},
		"the day before, no place":            {report("b", "2025-12-03", "2025-12-01", "", "US/witkoff", "RU/putin"), false, "different days"},
		"a week before":                       {report("b", "2025-12-03", "2025-11-25", "moscow@RU", "US/witkoff", "RU/putin"), false, "different days"},
		"a city of another country":           {report("b", "2025-12-03", "2025-12-02", "paris@FR", "US/witkoff", "RU/putin"), false, "different places"},
		"another city of the country":         {report("b", "2025-12-03", "2025-12-02", "sochi@RU", "US/witkoff", "RU/putin"), true, "in one country"},
		"another city and another day":        {report("b", "2025-12-03", "2025-12-01", "sochi@RU", "US/witkoff", "RU/putin"), false, "different days"},
		"country instead of city":             {report("b", "2025-12-03", "2025-12-02", "RU", "US/witkoff", "RU/putin"), true, "lies in the other"},
		"other people for a side":             {report("b", "2025-12-03", "2025-12-02", "moscow@RU", "US/witkoff", "RU/lavrov"), false, "different people"},
		"sides alone, same day":               {report("b", "2025-12-03", "2025-12-02", "", "US", "RU"), true, "the same sides"},
		"sides alone, no date or place":       {report("b", "2025-12-03", "", "", "US", "RU"), false, ""},
		"another counterpart, the same day":   {report("b", "2025-12-03", "2025-12-02", "moscow@RU", "US/witkoff", "US/kushner", "UA/umerov"), false, "a side that the other doesn't"},
		"one shared person, nothing else":     {report("b", "2025-12-03", "2025-12", "", "US/witkoff", "UA/umerov"), false, ""},
		"the same document tells it twice":    {report("a", "2025-12-02", "2025-12-02", "moscow@RU", "US/witkoff", "RU/putin"), false, "one document"},
		"a call":                              {with(report("b", "2025-12-02", "2025-12-02", "", "US/witkoff", "RU/putin"), kind("call")), false, "one is a call"},
		"follows what was later":              {with(report("b", "2025-12-20", "", "moscow@RU", "US/witkoff", "RU/putin"), func(r *Report) { r.After = "2025-12-10" }), false, "follows"},
		"planned for that day":                {with(report("b", "2025-11-28", "2025-12-02", "moscow@RU", "US/witkoff", "RU/putin"), status("scheduled")), true, ""},
		"called off, and held later":          {with(report("b", "2025-11-28", "2025-12-01", "moscow@RU", "US/witkoff", "RU/putin"), status("cancelled")), false, "one took the place of the other"},
		"held in a month that was not yet in": {report("b", "2025-11-20", "2025-12", "moscow@RU", "US/witkoff", "RU/putin"), true, ""},
	} {
		x, y := Compare(base(), c.other), Compare(c.other, base())
		if x.Score != y.Score || x.One != y.One || x.Never != y.Never {
			t.Errorf("%s: %+v one way, %+v the other", name, x, y)
		}
		if x.One != c.one {
			t.Errorf("%s: %+v, want one meeting: %v", name, x, c.one)
		}
		if !slices.ContainsFunc(x.Fields, func(f FieldScore) bool { return strings.Contains(f.Why, c.why) }) {
			t.Errorf("%s: no reason has %q: %+v", name, c.why, x.Fields)
		}
		if slices.ContainsFunc(x.Fields, func(f FieldScore) bool { return strings.HasSuffix(f.Why, " ") }) {
			t.Errorf("%s: a reason is cut short: %+v", name, x.Fields)
		}
	}
}

func TestCompareIsSymmetric(t *testing.T) {
	rs := random(rand.New(rand.NewPCG(1, 2)), 200)
	for i, a := range rs {
		for _, b := range rs[i+1:] {
			if x, y := Compare(a, b), Compare(b, a); x.Score != y.Score || x.One != y.One || x.Never != y.Never {
				t.Fatalf("%+v one way, %+v the other:\n%+v\n%+v", x, y, *a, *b)
			}
		}
	}
}

func TestReportsOfOneMeetingFindEachOther(t *testing.T) {
	rs := random(rand.New(rand.NewPCG(1, 2)), 300)
	for _, a := range rs {
		for _, b := range rs {
			f, g := factsOf(a), factsOf(b)
			_, one := linked(f, g)
			if (one || replaces(f, g)) && a != b && shared(Asks(a), Blocks(b)) == 0 {
				t.Fatalf("one doesn't find the other:\n%+v\n%+v", *a, *b)
			}
		}
	}
}
