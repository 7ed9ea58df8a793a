package resolve_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/fold"
	"parley/loader/extract"
	"parley/loader/lexicon"
	"parley/loader/read"
	"parley/loader/resolve"
)

// ownDir holds annotated dispatches and groups.json, which of their meetings
// are one; it is not part of the repository.
const ownDir = "../../../shared/eval/own"

// own is that set: by document's name its text and what is annotated in it.
type own struct {
	names []string
	docs  map[string]*read.Document
	gold  map[string]extract.Gold
	truth partition // of "document/index"
}

// readOwn reads the set, or skips the test.
func readOwn(t *testing.T) own {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(ownDir, "groups.json"))
	if err != nil {
		t.Skip("the annotated dispatches are not here: " + err.Error())
	}
	o := own{docs: map[string]*read.Document{}, gold: map[string]extract.Gold{}, truth: partition{}}
	for item := range read.Paths(context.Background(), []string{filepath.Join(ownDir, "texts")}, read.Options{}) {
		if item.Doc == nil {
			t.Fatalf("unreadable: %+v", item)
		}
		name := strings.TrimSuffix(filepath.Base(item.Doc.Name), ".txt")
		o.names, o.docs[name] = append(o.names, name), item.Doc
		gold, err := os.ReadFile(filepath.Join(ownDir, "gold", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var g extract.Gold
		if err := json.Unmarshal(gold, &g); err != nil {
			t.Fatal(err)
		}
		o.gold[name] = g
		for i := range g.Meetings {
			o.truth[key(name, i)] = key(name, i)
		}
	}
	o.group(t, data)
	return o
}

// group reads which meetings are one.
func (o own) group(t *testing.T, data []byte) {
	t.Helper()
	var groups map[string][][2]any
	if err := json.Unmarshal(data, &groups); err != nil {
		t.Fatal(err)
	}
	for name, items := range groups {
		for _, it := range items {
			o.truth[key(it[0].(string), int(it[1].(float64)))] = name
		}
	}
}

// key names a document's meeting as the ID of its report.
func key(doc string, i int) string { return fmt.Sprintf("report:%s-%d", doc, i) }

// TestOwnAnnotations resolves what is annotated in the dispatches.
func TestOwnAnnotations(t *testing.T) {
	o := readOwn(t)
	lex := lexicon.Default()
	namer := resolve.NewNamer(lex)
	var reports []*resolve.Report
	for _, name := range o.names {
		x := annotated(o.gold[name], lex)
		reports = append(reports, namer.Reports("document:"+name, &x)...)
	}
	got := meetingsOf(reports)
	o.report(t, got, nil, 0.98, 0.96)
}

// TestOwnTexts resolves what is read from the texts. What extraction misses
// weighs more here than what resolution does, so the floors leave it room.
func TestOwnTexts(t *testing.T) {
	o := readOwn(t)
	lex := lexicon.Default()
	namer := resolve.NewNamer(lex)
	var reports []*resolve.Report
	as := map[string]string{}
	for _, name := range o.names {
		d := o.docs[name]
		x := extract.Extract(extract.Document{ID: name, Title: d.Title, Published: d.Published, Publisher: d.Publisher, Text: d.Text}, lex)
		found := namer.Reports("document:"+name, &x)
		reports = append(reports, found...)
		for i, j := range matched(x.Gold(d.Text).Meetings, o.gold[name].Meetings) {
			as[found[i].ID] = key(name, j)
		}
	}
	got := partition{}
	for report, meeting := range meetingsOf(reports) {
		got[cmp.Or(as[report], "found "+report)] = meeting
	}
	o.report(t, got, as, 0.85, 0.55)
}

// report prints the figures, and the errors with -v, and holds the floors.
func (o own) report(t *testing.T, got partition, as map[string]string, floorB, floorPairs float64) {
	t.Helper()
	b, p := bCubed(got, o.truth), pairwise(got, o.truth)
	show := func(item string) string {
		doc, i, _ := strings.Cut(strings.TrimPrefix(item, "report:"), "-")
		n := strings.LastIndex(i, "-")
		if n < 0 {
			return item
		}
		doc, i = doc+"-"+i[:n], i[n+1:]
		var index int
		fmt.Sscan(i, &index)
		m := o.gold[doc].Meetings[index]
		return fmt.Sprintf("%s %s %s %v %v %s %s", item, m.Status, m.Kind, m.Participants, m.Parties, orNone(m.Place), orNone(m.Date))
	}
	tell(t, "joined wrongly", got, o.truth, show)
	tell(t, "told apart wrongly", o.truth, got, show)
	t.Logf("B-cubed P %.3f R %.3f F1 %.3f; pairs P %.3f R %.3f F1 %.3f", b.precision, b.recall, b.f1, p.precision, p.recall, p.f1)
	if b.f1 < floorB || p.f1 < floorPairs {
		t.Errorf("below the floors of %v (B-cubed) and %v (pairs)", floorB, floorPairs)
	}
}

func orNone(s *string) string {
	if s == nil {
		return "-"
	}
	return *s
}

// annotated turns annotations into what an extraction would have been.
func annotated(g extract.Gold, lex *lexicon.Lexicon) extract.Extraction {
	x := extract.Extraction{ID: g.ID}
	if g.Published != nil {
		x.Published = *g.Published
	}
	party := map[string]*extract.Actor{}
	for _, p := range g.People {
		q := extract.Person{Name: p.Name, Roles: p.Roles}
		if p.Party != nil {
			a := side(*p.Party, lex)
			q.Party, party[p.Name] = &a, &a
		}
		x.People = append(x.People, q)
	}
	for _, m := range g.Meetings {
		out := extract.Meeting{Kind: m.Kind, Status: m.Status, Topics: m.Topics}
		for _, p := range m.Participants {
			out.Participants = append(out.Participants, extract.Participant{
				Actor: extract.Actor{Name: p, Kind: extract.ActorPerson}, Role: "participant", Party: party[p],
			})
		}
		for _, s := range m.Parties {
			out.Sides = append(out.Sides, extract.Side{Actor: side(s, lex), Role: "participant"})
		}
		if m.Place != nil {
			out.Place = &extract.Place{Name: *m.Place, Code: placeCode(*m.Place, lex)}
		}
		if m.Venue != nil {
			out.Venue = *m.Venue
		}
		if m.Date != nil {
			out.Date = *m.Date
		}
		x.Meetings = append(x.Meetings, out)
	}
	return x
}

// side is a state or organisation by name.
func side(name string, lex *lexicon.Lexicon) extract.Actor {
	if e := lex.Resolve(lexicon.KindCountry, name); len(e) > 0 {
		return extract.Actor{Name: name, Kind: extract.ActorCountry, Code: e[0].Code}
	}
	if e := lex.Resolve(lexicon.KindOrg, name); len(e) > 0 {
		return extract.Actor{Name: name, Kind: extract.ActorOrganization, Code: e[0].Code}
	}
	return extract.Actor{Name: name, Kind: extract.ActorOrganization}
}

func placeCode(name string, lex *lexicon.Lexicon) string {
	for _, kind := range []lexicon.Kind{lexicon.KindPlace, lexicon.KindCountry} {
		if e := lex.Resolve(kind, name); len(e) > 0 {
			return e[0].Code
		}
	}
	return ""
}

// matched pairs what was found in a document with what is annotated, the
// likest first: by who is in both, where, when, and the sentences that say so.
func matched(found, gold []extract.GoldMeeting) map[int]int {
	type cell struct {
		score float64
		i, j  int
	}
	var cells []cell
	for i, f := range found {
		for j, g := range gold {
			if s := alike(f, g); s > 0 {
				cells = append(cells, cell{s, i, j})
			}
		}
	}
	slices.SortFunc(cells, func(a, b cell) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	out, taken := map[int]int{}, map[int]bool{}
	for _, c := range cells {
		if _, ok := out[c.i]; !ok && !taken[c.j] {
			out[c.i], taken[c.j] = c.j, true
		}
	}
	return out
}

// alike is 0 where a found meeting can't be the annotated one.
func alike(f, g extract.GoldMeeting) float64 {
	people := both(f.Participants, g.Participants, func(a, b string) bool { return lastWord(a) == lastWord(b) })
	parties := both(f.Parties, g.Parties, func(a, b string) bool { return fold.Name(a) == fold.Name(b) })
	told := both(f.Evidence, g.Evidence, func(a, b string) bool {
		a, b = strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " ")
		return strings.Contains(a, b) || strings.Contains(b, a)
	}) > 0
	place := f.Place != nil && g.Place != nil && fold.Name(*f.Place) == fold.Name(*g.Place)
	dated := f.Date != nil && g.Date != nil
	date := dated && (strings.HasPrefix(*f.Date, *g.Date) || strings.HasPrefix(*g.Date, *f.Date))
	if dated && !date && !told || !told && (people < 1 || people < 2 && !place && !date) {
		return 0
	}
	score := 2*float64(people) + float64(parties)
	for _, also := range []bool{place, date, told} {
		if also {
			score += 1.5
		}
	}
	return score
}

// both counts what of a is in b.
func both(a, b []string, same func(a, b string) bool) int {
	n := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return same(x, y) }) {
			n++
		}
	}
	return n
}

func lastWord(name string) string {
	w := strings.Fields(fold.Name(name))
	return w[len(w)-1]
}
