package index

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"parley/graph"
)

var ontology = &graph.Ontology{Labels: []graph.LabelDef{{
	Label: "Person", Prefix: "person", Weight: 2,
	Props: []graph.PropDef{
		{Name: "name", Kind: graph.Text, Aliases: "aliases", Search: true},
		{Name: "aliases", Kind: graph.Strings, Search: true},
		{Name: "born", Kind: graph.Date},
	},
}}}

func TestNodeDerivesNamesDatesAndWords(t *testing.T) {
	d, err := Node(ontology, graph.Node{ID: "person:x", Label: "Person", Props: graph.Props{
		"name": "Aleksandar Vučić", "aliases": []string{"Vucic", "VUČIĆ"}, "born": "1970-03",
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := Derived{
		Folded: map[string][]string{"name": {"aleksandar vucic", "vucic"}},
		Dates:  map[string]graph.Interval{"born": {First: "1970-03-01", Last: "1970-03-31"}},
		Text:   " aleksandar  vucic  vucic  ¶  vucic  ¶ ",
		Words:  6, Repeats: RepeatsIn(" vucic  vucic  vucic "),
	}
	if !reflect.DeepEqual(d, want) {
		t.Errorf("got  %+v\nwant %+v", d, want)
	}
}

func TestNodeRefusesWhatTheOntologyLacks(t *testing.T) {
	for _, n := range []graph.Node{
		{ID: "a:1", Label: "Alien"},
		{ID: "person:1", Label: "Person", Props: graph.Props{"height": int64(3)}},
		{ID: "person:1", Label: "Person", Props: graph.Props{"name": int64(3)}},
		{ID: "person:1", Label: "Person", Props: graph.Props{"born": "1970-02-30"}},
	} {
		if _, err := Node(ontology, n); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("Node(%v) gives %v, want ErrInvalid", n, err)
		}
	}
}

func TestTerms(t *testing.T) {
	for in, want := range map[string][]Term{
		`security guarantees`:         {{"secur"}, {"guarante"}},
		`"security guarantee" Kyiv`:   {{"secur", "guarante"}, {"kyiv"}},
		`“peace plan`:                 {{"peac", "plan"}},
		`the U.S. and US`:             {{"us"}},
		`foo* AND (bar OR -"":^~`:     {{"foo"}, {"bar"}},
		`Erdoğan’s`:                   {{"erdogan"}},
		`?!`:                          nil,
		``:                            nil,
		`the`:                         nil,
		`talks talks "talks" talking`: {{"talk"}},
	} {
		if got := Terms(in); !reflect.DeepEqual(got, want) {
			t.Errorf("Terms(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHighlight(t *testing.T) {
	terms := Terms("guarantee")
	if got, want := Highlight("Offers guarantees to Kyiv.", terms, 100), "Offers **guarantees** to Kyiv."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	long := strings.Repeat("word ", 100) + "guaranteed" + strings.Repeat(" tail", 100)
	got := Highlight(long, terms, 60)
	if !strings.Contains(got, "**guaranteed**") || len(got) > 80 || !strings.HasPrefix(got, "… word") || !strings.HasSuffix(got, " tail …") {
		t.Errorf("got %q", got)
	}
}

func TestSaturationGrowsWithOccurrencesAndShrinksWithLength(t *testing.T) {
	if !(Saturation(2, 20) > Saturation(1, 20) && Saturation(1, 10) > Saturation(1, 20)) {
		t.Error("more occurrences must score more, longer texts less")
	}
}
