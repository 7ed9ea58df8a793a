package resolve

import (
	"slices"
	"strings"
	"testing"
)

// members writes down which reports are in which meeting, by document.
func members(r Resolution) string {
	var out []string
	for _, m := range r.Meetings {
		out = append(out, strings.ReplaceAll(strings.Join(m.Reports, " "), "report:", ""))
	}
	for _, p := range r.Possible {
		s := strings.TrimPrefix(p.Report, "report:") + "?"
		for _, c := range p.Of {
			s += " " + strings.TrimPrefix(c.Meeting, "meeting:")
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// lone is a report of a document that tells of several meetings.
func lone(doc string, r *Report) *Report {
	r.Document = "document:" + doc
	return r
}

func TestStories(t *testing.T) {
	november := func(doc string, change ...func(*Report)) *Report {
		return said(doc, append([]func(*Report){date("2025-11-11"), published("2025-11-12")}, change...)...)
	}
	for _, c := range []struct {
		name    string
		reports []*Report
		words   []Judgment
		want    string
	}{
		{"planned, then held: one meeting", []*Report{said("a", status("scheduled"), published("2025-11-28")), said("b")}, nil, "a b"},
		{"called off, then another in its place: two", []*Report{
			said("a", status("scheduled"), published("2025-11-28")), said("b", status("cancelled"), published("2025-12-01")),
			said("c", date("2025-12-09"), published("2025-12-10")),
		}, nil, "a b, c"},
		{"two dated meetings and one that could be either", []*Report{
			said("a"), november("b"), said("c", date("2025"), place(""), published("2025-12-20")),
		}, nil, "a, b, c? a b"},
		{"a month tells which", []*Report{said("a"), november("b"), said("c", date("2025-11"), published("2025-12-20"))}, nil, "a, b c"},
		{"a plan without a day, and what came of it", []*Report{said("a", status("scheduled"), date(""), place(""), published("2025-11-29")), said("b")}, nil, "a b"},
		{"two thin ones that nothing explains are one", []*Report{
			said("a", date("2025-12"), published("2026-01-01")), said("b", date("2025-12"), published("2026-01-20")),
		}, nil, "a b"},
		{"one document tells two apart, so a third doesn't join them", []*Report{
			lone("x", said("a")), lone("x", said("b", date("2025-12-03"))), said("c"), said("d", date("2025-12-03")),
		}, nil, "a c, b d"},
		{"a planned day comes after it is told", []*Report{
			said("a"), said("b", status("scheduled"), date(""), published("2025-12-20")),
		}, nil, "a, b"},
		{"an analyst joins", []*Report{said("a"), november("b")}, []Judgment{{Verdict: Same, A: "report:b", B: "report:a"}}, "a b"},
		{"an analyst joins, and what is like one of them comes along", []*Report{said("a"), november("b"), said("c")}, []Judgment{{Verdict: Same, A: "report:b", B: "report:a"}}, "a b c"},
		{"an analyst tells apart", []*Report{said("a"), said("b")}, []Judgment{{Verdict: Different, A: "report:b", B: "report:a"}}, "a, b"},
		{"the last word counts", []*Report{said("a"), said("b")}, []Judgment{
			{Verdict: Different, A: "report:b", B: "report:a", When: "2026-01-01T00:00:00Z"}, {Verdict: Same, A: "report:a", B: "report:b", When: "2026-01-02T00:00:00Z"},
		}, "a b"},
		{"a word that two others contradict gives way", []*Report{said("a"), november("b"), said("c", date("2025-10-01"), published("2025-10-02"))}, []Judgment{
			{Verdict: Same, A: "report:a", B: "report:b", When: "1"}, {Verdict: Same, A: "report:b", B: "report:c", When: "2"}, {Verdict: Different, A: "report:a", B: "report:c", When: "3"},
		}, "a, b c"},
		{"a thin one goes where the analyst says", []*Report{
			said("a"), november("b"), said("c", date("2025"), place("")),
		}, []Judgment{{Verdict: Same, A: "report:c", B: "report:b"}}, "a, b c"},
		{"and not where he says it doesn't", []*Report{
			said("a"), november("b"), said("c", date("2025"), place("")),
		}, []Judgment{{Verdict: Different, A: "report:c", B: "report:b"}}, "a c, b"},
	} {
		if got := members(Resolve(c.reports, c.words)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWhatTookThePlaceOfAMeeting(t *testing.T) {
	off := said("a", status("cancelled"), published("2025-12-01"))
	soon, late := said("b", date("2025-12-09"), published("2025-12-10")), said("c", date("2025-12-20"), published("2025-12-21"))
	other := report("d", "2025-12-06", "2025-12-05", "moscow@RU", "UA/umerov", "RU/putin")
	ms := Resolve([]*Report{off, soon, late, other}, nil).Meetings
	i := slices.IndexFunc(ms, func(m Meeting) bool { return m.Status == "cancelled" })
	if i < 0 || !slices.Equal(ms[i].ReplacedBy, []string{"report:b"}) {
		t.Errorf("got %+v", ms)
	}
	for _, v := range ms[i].Versions {
		t.Errorf("a version of what was told on one day: %+v", v)
	}
	for j, m := range ms {
		if j != i && len(m.ReplacedBy) > 0 {
			t.Errorf("%s took place, and was replaced by %v", m.ID, m.ReplacedBy)
		}
	}
}

func TestPossibleMeetingsHaveScores(t *testing.T) {
	r := Resolve([]*Report{
		said("a"), said("b", date("2025-11-11"), published("2025-11-12")), said("c", date("2025"), place(""), published("2025-12-20")),
	}, nil)
	if len(r.Possible) != 1 || len(r.Possible[0].Of) != 2 {
		t.Fatalf("got %+v", r)
	}
	sum := 0.0
	for _, c := range r.Possible[0].Of {
		if c.Score <= 0 || c.Score >= 1 {
			t.Errorf("score %v", c.Score)
		}
		sum += c.Score
	}
	if sum >= 1 {
		t.Errorf("the scores come to %v", sum)
	}
}

func TestReasons(t *testing.T) {
	a, b, c := said("a"), said("b", date("2025-12"), place("")), said("c")
	other := said("d", date("2025-12-20"), published("2025-12-21"))
	words := []Judgment{{Verdict: Different, A: "report:d", B: "report:a", Why: "another visit"}}
	x := NewIndex([]*Report{a, b, c, other}, words)
	r := x.Reasons(Resolve([]*Report{a, b, c, other}, words).Meetings[0])
	if len(r.Joined) != 2 || r.Joined[0].A != "report:a" || r.Joined[0].B != "report:c" || r.Joined[0].Score < r.Joined[1].Score {
		t.Errorf("joined %+v", r.Joined)
	}
	if r.KeptOut == nil || r.KeptOut.B != "report:d" || !slices.ContainsFunc(r.KeptOut.Fields, func(f FieldScore) bool { return f.Field == "date" && f.Why == "different days" }) {
		t.Errorf("kept out %+v", r.KeptOut)
	}
	if len(r.Words) != 1 || r.Words[0].Why != "another visit" {
		t.Errorf("words %+v", r.Words)
	}
}
