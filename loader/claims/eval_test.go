package claims

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/loader/extract"
	"parley/loader/lexicon"
	"parley/loader/read"
)

// evalDir holds annotated texts; they are not part of the repository.
const evalDir = "../../../shared/eval"

// bounds are, in hundredths, the least share of honest claims to be let in, and
// the greatest of days that are off and of names and places from elsewhere. Many
// documents of own tell of the same people and days.
var bounds = map[string][3]int{"own": {98, 20, 33}, "dev": {98, 5, 5}}

// TestWhatAnnotatorsSay is what an honest answer loses by being held against
// the document, and what a dishonest one gets in: the annotators' own words are
// such an answer, and become dishonest by a date that is a day off, or by names
// and places from another document.
func TestWhatAnnotatorsSay(t *testing.T) {
	for set, b := range bounds {
		docs := annotated(t, filepath.Join(evalDir, set))
		if len(docs) == 0 {
			t.Skip("the annotated texts are not beside this checkout")
		}
		var honest, kept, days, dated, names, named int
		for i, d := range docs {
			survey := extract.NewSurvey(d.doc, lexicon.Default())
			whole := Part{extract.Span{Start: 0, End: len(d.doc.Text)}, true, true}
			other := docs[(i+len(docs)/2)%len(docs)]
			for j, m := range d.gold.Meetings {
				honest++
				x, _ := Ground(d.doc, survey, whole, Answer{Meetings: []extract.GoldMeeting{m}})
				kept += len(x.Meetings)
				if late := dayOff(m); late.Date != nil && len(*late.Date) == 10 {
					days++
					x, _ := Ground(d.doc, survey, whole, Answer{Meetings: []extract.GoldMeeting{late}})
					dated += len(x.Meetings) - blank(x)
				}
				if k := len(other.gold.Meetings); k > 0 {
					names++
					stranger := other.gold.Meetings[j%k]
					stranger.Evidence = m.Evidence
					x, _ := Ground(d.doc, survey, whole, Answer{Meetings: []extract.GoldMeeting{stranger}})
					named += len(x.Meetings)
				}
			}
		}
		t.Logf("%s: let in %d of %d honest claims; %d of %d days that are off; %d of %d claims about others", set, kept, honest, dated, days, named, names)
		if 100*kept < b[0]*honest || 100*dated > b[1]*days || 100*named > b[2]*names {
			t.Errorf("%s: too few honest or too many dishonest claims", set)
		}
	}
}

// blank counts the meetings without a date.
func blank(x extract.Extraction) int {
	n := 0
	for _, m := range x.Meetings {
		if m.Date == "" {
			n++
		}
	}
	return n
}

// dayOff is a meeting a day later, if it has a day.
func dayOff(m extract.GoldMeeting) extract.GoldMeeting {
	if m.Date == nil {
		return m
	}
	if day, err := time.Parse("2006-01-02", *m.Date); err == nil {
		late := day.AddDate(0, 0, 1).Format("2006-01-02")
		m.Date = &late
	}
	return m
}

// example is an annotated document.
type example struct {
	doc  extract.Document
	gold extract.Gold
}

// annotated reads a set, none if it isn't there.
func annotated(t *testing.T, dir string) []example {
	t.Helper()
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	var out []example
	for it := range read.Paths(t.Context(), []string{filepath.Join(dir, "texts")}, read.Options{}) {
		if it.Doc == nil {
			t.Fatalf("%+v", it)
		}
		name := strings.TrimSuffix(filepath.Base(it.Doc.Name), ".txt")
		b, err := os.ReadFile(filepath.Join(dir, "gold", name+".json"))
		if err != nil {
			continue
		}
		e := example{doc: extract.Document{ID: name, Title: it.Doc.Title, Published: it.Doc.Published, Publisher: it.Doc.Publisher, Text: it.Doc.Text}}
		if err := json.Unmarshal(b, &e.gold); err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}
