package extract

import (
	"fmt"
	"os"
	"testing"

	"parley/loader/lexicon"
)

func TestDebug(t *testing.T) {
	p := os.Getenv("DOC")
	if p == "" {
		t.Skip()
	}
	d := readArticle(t, p)
	lex := lexicon.Default()
	r := &reading{doc: d, lex: knowledge{lex}, gram: lex.Grammar(), surname: map[string]bool{}}
	r.tokenise()
	r.annotate()
	r.lookUp()
	r.findActors()
	r.findTime()
	r.divideClauses()
	for s := range r.sents {
		fmt.Println("---", s)
		last := -1
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			if r.segs[i] != last {
				fmt.Printf("\n   [%d<%d %s] ", r.segs[i], r.segOf[r.segs[i]].parent, r.segOf[r.segs[i]].opener)
				last = r.segs[i]
			}
			fmt.Print(r.toks[i].text, " ")
		}
		fmt.Println()
		for _, m := range r.mentions[s] {
			who := ""
			if m.person >= 0 {
				who = r.people[m.person].Name
			}
			of := ""
			if m.office != nil {
				of = m.office.text + "/" + m.office.rank
			}
			fmt.Printf("      %d..%d k%d %q adj=%v poss=%v inner=%v met=%v who=%s office=%s\n", m.lo-r.sents[s].lo, m.hi-r.sents[s].lo, m.kind, m.name, m.adj, m.poss, m.inner, m.metonym, who, of)
		}
	}
	r.findEvents()
	for _, e := range r.events {
		fmt.Println("EVENT", e.sent, e.seg, e.rules, e.kind, e.status, "anaphor", e.anaphor, "date", e.date, "place", e.place)
		for _, p := range e.people {
			fmt.Print("    ", r.people[p.person].Name)
		}
		for _, p := range e.sides {
			fmt.Print("    S:", p.Name)
		}
		fmt.Println()
	}
}
