package schema

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph"
)

// want is the ontology in short: a label with its prefix, weight and
// properties, or an edge with its ends and properties. A property is
// name:Kind, with /aliases for a name, S in the full text, I indexed.
const want = `
Country country 3 Actor: name:Text/aliases,I,S aliases:Strings,S code:String forms:Strings formCounts:Ints since:Date
Document document 1: title:Text,S url:String,I published:Date,I publisher:String names:Strings text:String digest:String,I ledger:String state:Text/states states:Strings
Meeting meeting 2: kind:String status:String,I start:Date,I end:Date precision:String title:Text,S venue:String firstPublished:Date lastPublished:Date confidence:Float disputed:Bool,I sameAs:Strings name:String digest:String
Organization org 3 Actor: name:Text/aliases,I,S aliases:Strings,S kind:String forms:Strings formCounts:Ints since:Date
Passage passage 1: text:String,S start:Int end:Int published:Date
Person person 3 Actor: name:Text/aliases,I,S aliases:Strings,S candidates:Strings forms:Strings formCounts:Ints since:Date
Place place 1.5: name:Text/aliases,I,S aliases:Strings,S kind:String latitude:Float longitude:Float forms:Strings formCounts:Ints since:Date
Position position 0: act:String,I what:Text published:Date,I seq:Int
Proposal proposal 2: name:Text/aliases,I,S aliases:Strings,S forms:Strings formCounts:Ints since:Date
Report report 0: kind:String status:String,I start:Date,I end:Date precision:String venue:String outcome:String published:Date,I seq:Int confidence:Float rules:Strings data:String block:Text/blocks blocks:Strings
Topic topic 1.5: name:Text/aliases,I,S aliases:Strings,S forms:Strings formCounts:Ints since:Date
Conflict conflict 0: field:String
ConflictValue value 0: value:String seq:Int
Judgment judgment 0: verdict:String a:String b:String who:String when:String why:String
Version version 2: since:Date until:Date kind:String status:String,I start:Date,I end:Date precision:String title:Text,S venue:String firstPublished:Date lastPublished:Date confidence:Float disputed:Bool,I sameAs:Strings name:String
ABOUT Meeting|Position|Proposal|Report->Topic: words:String
ATTENDED Country|Organization|Person->Meeting: role:String side:String
BROADER Topic->Topic:
CONSIDERED Meeting|Report->Proposal:
CONTAINS Document->Position|Report:
COPY_OF Report->Report:
EVIDENCED_BY Position|Proposal|Report->Passage:
FOLLOWED_BY Meeting|Report->Meeting|Report:
HAS_CONFLICT Meeting->Conflict:
HAS_VALUE Conflict->ConflictValue:
HELD_IN Meeting|Report->Place: venue:String
IN Passage->Document:
LOCATED_IN Country|Place->Country|Place:
MENTIONS Passage->Country|Organization|Person: name:String title:String party:String
NAMES Report->Country|Organization|Person: role:String side:String
OF Report->Meeting:
ON Position->Country|Organization|Person|Proposal:
PART_OF Organization->Country|Organization:
POSSIBLY_OF Report->Meeting: score:Float
PROPOSED Country|Organization|Person->Proposal: count:Int since:Date
RELATED_TO Person->Person: kind:String titles:Strings titleCounts:Ints count:Int since:Date
REPLACED_BY Meeting->Meeting:
REPRESENTS Person->Country|Organization: title:String since:Date until:Date titles:Strings titleCounts:Ints count:Int
SAID_BY ConflictValue->Report:
THEN_ABOUT Version->Topic:
THEN_ATTENDED Country|Organization|Person->Version: role:String side:String
THEN_CONSIDERED Version->Proposal:
THEN_FOLLOWED_BY Version->Version:
THEN_HAS_CONFLICT Version->Conflict:
THEN_HELD_IN Version->Place: venue:String
THEN_OF Report->Version:
THEN_POSSIBLY_OF Report->Version: score:Float
THEN_REPLACED_BY Version->Version:
TOOK Country|Organization|Person->Position:
VERSION_OF Version->Meeting:
`

func TestOntologyIsWhatTheStoresAreMadeFor(t *testing.T) {
	o, err := OntologyOf(Parsed())
	if err != nil {
		t.Fatal(err)
	}
	got := short(o)
	for s := bufio.NewScanner(strings.NewReader(strings.TrimSpace(want))); s.Scan(); {
		name, _, _ := strings.Cut(s.Text(), " ")
		if line := got[name]; sortProps(line) != sortProps(s.Text()) {
			t.Errorf("%s\n got %s\nwant %s", name, line, s.Text())
		}
		delete(got, name)
	}
	for _, line := range got {
		t.Errorf("not expected: %s", line)
	}
}

// sortProps sorts the properties of a line; their order says nothing.
func sortProps(line string) string {
	head, props, _ := strings.Cut(line, ":")
	list := strings.Fields(props)
	slices.Sort(list)
	return head + ": " + strings.Join(list, " ")
}

func short(o *graph.Ontology) map[string]string {
	out := map[string]string{}
	for _, l := range o.Labels {
		also := ""
		for _, a := range l.Also {
			also += " " + string(a)
		}
		out[string(l.Label)] = fmt.Sprintf("%s %s %v%s:%s", l.Label, l.Prefix, l.Weight, also, shortProps(l.Props))
	}
	for _, e := range o.Edges {
		out[string(e.Type)] = fmt.Sprintf("%s %s->%s:%s", e.Type, join(e.From), join(e.To), shortProps(e.Props))
	}
	return out
}

func join(labels []graph.Label) string {
	var s []string
	for _, l := range labels {
		s = append(s, string(l))
	}
	return strings.Join(s, "|")
}

func shortProps(props []graph.PropDef) string {
	kinds := []string{"String", "Text", "Date", "Int", "Float", "Bool", "Strings", "Ints"}
	out := ""
	for _, p := range props {
		out += " " + p.Name + ":" + kinds[p.Kind]
		if p.Aliases != "" {
			out += "/" + p.Aliases
		}
		if p.Indexed {
			out += ",I"
		}
		if p.Search {
			out += ",S"
		}
	}
	return out
}

func TestEverythingIsDescribed(t *testing.T) {
	check := func(what, doc string) {
		if len(doc) < 4 || !strings.HasSuffix(doc, ".") && !strings.HasSuffix(doc, "…") {
			t.Errorf("%s is described as %q; want a sentence", what, doc)
		}
	}
	s := Parsed()
	for _, d := range s.Types {
		if d.BuiltIn {
			continue
		}
		check(d.Name, d.Description)
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			check(d.Name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				check(d.Name+"."+f.Name+"."+a.Name, a.Description)
			}
		}
		for _, v := range d.EnumValues {
			check(d.Name+"."+v.Name, v.Description)
		}
	}
	for _, d := range s.Directives {
		if d.Position.Src.BuiltIn {
			continue
		}
		check("@"+d.Name, d.Description)
		for _, a := range d.Arguments {
			check("@"+d.Name+"."+a.Name, a.Description)
		}
	}
}

// TestEdgesAgreeFromBothSides wants each edge to be followed by a field at
// every label that it may start from or lead to.
func TestEdgesAgreeFromBothSides(t *testing.T) {
	s := Parsed()
	out, in := map[string]map[string]bool{}, map[string]map[string]bool{}
	for _, d := range types(s) {
		for _, f := range d.Fields {
			e := f.Directives.ForName("edge")
			if e == nil || d.Directives.ForName("node") == nil {
				continue
			}
			for _, l := range LabelsOf(s, NodeTypeOf(s, f)) {
				pairs, pair := out, d.Name+"->"+string(l)
				if Direction(e) == graph.In {
					pairs, pair = in, string(l)+"->"+d.Name
				}
				name := StringArg(e, "type")
				if strings.HasPrefix(name, "THEN_") || name == "SAID_BY" {
					continue // followed as of a day, in place of another one; asked of the meeting
				}
				if pairs[name] == nil {
					pairs[name] = map[string]bool{}
				}
				pairs[name][pair] = true
			}
		}
	}
	for name := range out {
		for pair := range out[name] {
			if !in[name][pair] {
				t.Errorf("%s %s has no field that follows it backwards", name, pair)
			}
		}
	}
	for name := range in {
		for pair := range in[name] {
			if !out[name][pair] {
				t.Errorf("%s %s has no field that follows it forwards", name, pair)
			}
		}
	}
}

func TestInterfaceFieldsCarryTheSameDirectivesAsTheirTypes(t *testing.T) {
	s := Parsed()
	for _, d := range s.Types {
		for _, name := range d.Interfaces {
			for _, want := range s.Types[name].Fields {
				got := d.Fields.ForName(want.Name)
				if g, w := directives(got.Directives), directives(want.Directives); g != w {
					t.Errorf("%s.%s has %s, %s has %s", d.Name, got.Name, g, name, w)
				}
			}
		}
	}
}

func directives(ds ast.DirectiveList) string {
	var out []string
	for _, d := range ds {
		out = append(out, fmt.Sprint("@", d.Name, d.ArgumentMap(nil)))
	}
	return strings.Join(out, " ")
}

// parse reads types of a test's own with the schema's directives.
func parse(t *testing.T, types string) *ast.Schema {
	t.Helper()
	var sources []*ast.Source
	for _, s := range Sources() {
		if s.Name == "schema/directives.graphql" {
			sources = append(sources, s)
		}
	}
	s, err := gqlparser.LoadSchema(append(sources, &ast.Source{Name: "test", Input: types + " type Query { a: A } scalar Date"})...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
