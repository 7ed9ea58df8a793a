package whole

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"parley/graph"
	"parley/graph/gql"
)

// into asks a question, one statement a root field, and decodes the answer.
func into(t *testing.T, s graph.Store, question string, v any) {
	t.Helper()
	answer, n := ask(t, s, question, nil)
	if n != 1 {
		t.Errorf("%d statements for %s", n, question)
	}
	if err := json.Unmarshal(answer, v); err != nil {
		t.Fatal(err)
	}
}

// TestAMeetingIsFoundByEveryIDThatItHad asks for the meeting with most reports
// by the ID that each of them would give it, now and as of days.
func TestAMeetingIsFoundByEveryIDThatItHad(t *testing.T) {
	for _, kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			s := loaded(t, kind)
			var found struct {
				Meetings struct {
					Edges []struct {
						Node struct {
							ID       string
							SameAs   []string
							Versions []struct{ Since, Until, Status, Title string }
						}
					}
				}
			}
			into(t, s, `{ meetings(where: { place: { name: { eq: "Moscow" } }, start: { eq: "2025-12-02" } }, first: 1) { edges { node { id sameAs versions { since until status title } } } } }`, &found)
			m := found.Meetings.Edges[0].Node
			if len(m.SameAs) < 3 || len(m.Versions) < 3 {
				t.Fatalf("too little of the meeting: %+v", m)
			}
			for _, id := range append(m.SameAs[:2], m.ID) {
				for i, v := range m.Versions {
					var got struct {
						Meeting, Node, Late, Early *struct{ ID, Title, Status string }
					}
					const each = `{ meeting(id: %[1]q, asOf: %[2]q) { id title status } }`
					into(t, s, fmt.Sprintf(each, id, v.Since), &got)
					if got.Meeting == nil || got.Meeting.ID != m.ID || got.Meeting.Title != v.Title || got.Meeting.Status != v.Status {
						t.Errorf("%s as of %s is %+v, want %+v of %s", id, v.Since, got.Meeting, v, m.ID)
					}
					if i > 0 && m.Versions[i-1].Until != v.Since || i+1 == len(m.Versions) && v.Until != "" {
						t.Errorf("there is a gap or an overlap at %+v", v)
					}
				}
				var got struct{ Node, Meeting *struct{ ID string } }
				into(t, s, fmt.Sprintf(`{ node(id: %q) { id } }`, id), &got)
				if got.Node == nil || got.Node.ID != m.ID {
					t.Errorf("node(id: %q) is %+v, want %s", id, got.Node, m.ID)
				}
				got.Meeting = nil
				into(t, s, fmt.Sprintf(`{ meeting(id: %q, asOf: "2000") { id } }`, id), &got)
				if got.Meeting != nil {
					t.Errorf("%s was known in 2000", id)
				}
			}
		})
	}
}

// TestWhatCannotBeAskedAsOfADay is refused in plain words.
func TestWhatCannotBeAskedAsOfADay(t *testing.T) {
	s := loaded(t, "sqlite")
	for query, want := range map[string]string{
		`{ meetings(asOf: "2025-12-01") { edges { node { versions { since } } } } }`: "versions can't be asked for as of a day",
		`{ meetings(asOf: "yesterday") { totalCount } }`:                             `"yesterday" is not a date`,
	} {
		res := gql.Execute(t.Context(), s, query, nil, "")
		if len(res.Errors) != 1 || !strings.Contains(res.Errors[0].Message, want) || res.Errors[0].Extensions["code"] == "INTERNAL" {
			t.Errorf("%s gives %v, want %q", query, res.Errors, want)
		}
	}
}

// TestACursorOfNowIsRefusedAsOfADay: rows of then go by other IDs.
func TestACursorOfNowIsRefusedAsOfADay(t *testing.T) {
	s := loaded(t, "sqlite")
	var page struct {
		Meetings struct{ PageInfo struct{ EndCursor string } }
	}
	into(t, s, `{ meetings(first: 2) { pageInfo { endCursor } } }`, &page)
	res := gql.Execute(t.Context(), s, fmt.Sprintf(`{ meetings(first: 2, after: %q, asOf: "2026") { totalCount } }`, page.Meetings.PageInfo.EndCursor), nil, "")
	if len(res.Errors) != 1 || res.Errors[0].Extensions["code"] != "BAD_CURSOR" {
		t.Errorf("got %v", res.Errors)
	}
	var first, second, both struct {
		Meetings struct {
			PageInfo struct{ EndCursor string }
			Edges    []struct{ Node struct{ ID string } }
		}
	}
	const asked = `{ meetings(first: %d%s, asOf: "2026") { pageInfo { endCursor } edges { node { id } } } }`
	into(t, s, fmt.Sprintf(asked, 3, ""), &first)
	into(t, s, fmt.Sprintf(asked, 3, fmt.Sprintf(", after: %q", first.Meetings.PageInfo.EndCursor)), &second)
	into(t, s, fmt.Sprintf(asked, 6, ""), &both)
	if got, want := fmt.Sprint(append(first.Meetings.Edges, second.Meetings.Edges...)), fmt.Sprint(both.Meetings.Edges); got != want {
		t.Errorf("two pages are %s, want %s", got, want)
	}
}
