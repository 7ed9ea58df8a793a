package extract

import "parley/loader/lexicon"

// findRelations reads kinship from titles: "his son-in-law Jared Kushner".
func (r *reading) findRelations() {
	for s := range r.mentions {
		for k := range r.mentions[s] {
			m := &r.mentions[s][k]
			if m.office == nil || m.person < 0 {
				continue
			}
			i, ok := r.first(m.office.lo, m.office.hi, lexicon.Kin)
			if !ok {
				continue
			}
			c, _ := r.cue(i, lexicon.Kin)
			if to := r.ownerOf(m.office, m, s); to >= 0 {
				r.relate(m.person, to, c.value, s)
			}
		}
	}
}

// relate records a tie once, with every sentence that states it.
func (r *reading) relate(from, to int, kind string, s int) {
	a, b := r.people[from].Name, r.people[to].Name
	for i := range r.relations {
		if x := &r.relations[i]; x.From == a && x.To == b && x.Kind == kind {
			x.Evidence = append(x.Evidence, r.sents[s].Span)
			return
		}
	}
	r.relations = append(r.relations, Relation{a, b, kind, []Span{r.sents[s].Span}})
}
