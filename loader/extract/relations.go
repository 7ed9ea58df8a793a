package extract

import "parley/loader/lexicon"

// tie is what makes a relation one.
type tie struct{ from, to, kind string }

// findRelations reads kinship from titles: "his son-in-law Jared Kushner".
func (r *reading) findRelations() {
	r.related = map[tie]int{}
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
	t := tie{r.people[from].Name, r.people[to].Name, kind}
	i, known := r.related[t]
	if !known {
		i = len(r.relations)
		r.related[t] = i
		r.relations = append(r.relations, Relation{From: t.from, To: t.to, Kind: kind})
	}
	x := &r.relations[i]
	x.Evidence = append(x.Evidence, r.sents[s].Span)
}
