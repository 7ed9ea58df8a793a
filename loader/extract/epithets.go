package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// readEpithets gives the titles that a sentence tells of nobody by name to the
// people whom a sentence near by names without saying for whom they act: those
// named just before, "A and B met. The Estonian minister and her Czech
// colleague …", or those whom the next sentence brings in, "Kenya's president
// met his Ugandan counterpart. A and B …". As many people as titles are needed,
// and nobody else of the same states beside them.
func (r *reading) readEpithets(s int) {
	titles := r.looseTitles(s)
	if len(titles) == 0 {
		return
	}
	for b := s - 1; b >= 0 && b >= s-2; b-- {
		if blank, known := r.strangers(b, titles); len(blank) > 0 {
			if len(blank) == len(titles) && !r.anyActs(known, titles) {
				r.introduce(blank, titles)
			}
			return
		}
	}
	if s+1 == len(r.sents) || r.sents[s+1].par-r.sents[s].par > 1 {
		return
	}
	if blank, known := r.strangers(s+1, titles); len(blank) == len(titles) && !r.anyActs(known, titles) && r.newIn(blank, s+1) {
		r.introduce(blank, titles)
	}
}

// newIn reports that the text first names people in sentence s.
func (r *reading) newIn(people []int, s int) bool {
	return !slices.ContainsFunc(people, func(p int) bool {
		ms := r.people[p].Mentions
		return len(ms) == 0 || ms[0].Start < r.sents[s].Start
	})
}

// looseTitle is a title told without a name, of a stated side.
type looseTitle struct {
	m     *mention
	party *Actor
}

// looseTitles are the titles of sentence s that say for whom and not who, one
// for each state of a plural.
func (r *reading) looseTitles(s int) []looseTitle {
	var out []looseTitle
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.inner || m.person >= 0 || m.kind != anOffice && m.kind != aPeer || r.indefinite(m.lo) {
			continue
		}
		if !m.office.plural {
			p := m.office.party
			if m.office.its && p == nil {
				p = r.thingBefore(m.office.lo, s)
			}
			if p != nil && !m.office.weak && !m.office.past {
				out = append(out, looseTitle{m, p})
			}
			continue
		}
		states := r.statesOf(m, r.mentions[s])
		if len(states) < 2 {
			continue // nobody is "the ministers of ASEAN"
		}
		for _, v := range states {
			if p := v.asParty(r); p != nil {
				out = append(out, looseTitle{m, p})
			}
		}
	}
	return out
}

// strangers are the people of sentence s of whom the text does not say for whom
// they act, and who can bear one of the titles, in order, and the others.
func (r *reading) strangers(s int, titles []looseTitle) (blank, known []int) {
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.kind != aPerson || m.person < 0 || m.inner || m.poss || slices.Contains(blank, m.person) || slices.Contains(known, m.person) {
			continue
		}
		if p := r.people[m.person]; p.Party == nil && p.known == nil && p.canBear(titles) {
			blank = append(blank, m.person)
		} else {
			known = append(known, m.person)
		}
	}
	return blank, known
}

// canBear reports somebody whose own titles, if any, leave open that he has one
// of these: of the same rank, or that say nothing of an office.
func (p *individual) canBear(titles []looseTitle) bool {
	return !slices.ContainsFunc(p.offices, func(o *office) bool {
		switch o.rank {
		case "military", "private", "":
			return false
		}
		return !slices.ContainsFunc(titles, func(t looseTitle) bool { return t.m.office.rank == o.rank })
	})
}

// anyActs reports that one of some people acts for a side of the titles.
func (r *reading) anyActs(people []int, titles []looseTitle) bool {
	for _, i := range people {
		for _, t := range titles {
			if p := r.people[i].Party; p != nil && p.Name == t.party.Name {
				return true
			}
		}
	}
	return false
}

// introduce gives people titles told apart from their names, in order.
func (r *reading) introduce(people []int, titles []looseTitle) {
	for i, t := range titles {
		o := *t.m.office
		if o.plural {
			o = r.singular(t.m.office)
		} else {
			t.m.person = people[i]
		}
		o.party, o.weak = t.party, false
		p := r.people[people[i]]
		p.addOffices(&o)
		p.Party = t.party
	}
}

// namedByVerb is the name of which a title is told by a verb: "Loza has been
// Bolivia's chief negotiator"; nil for none.
func (r *reading) namedByVerb(o *office, s int, ms []mention) *mention {
	at := o.lo
	if at > r.sents[s].lo && r.isArticle(at-1) {
		at--
	}
	for n := 1; n <= 4 && at-n >= r.sents[s].lo; n++ {
		c, ok := r.cue(at-n, lexicon.TitleCopula)
		if !ok || c.n != n {
			continue
		}
		at -= n
		for at-1 > r.sents[s].lo && (r.toks[at-1].low == "who" || r.toks[at-1].low == ",") {
			at--
		}
		if m := mentionEnding(ms, at); m != nil && m.kind == aPerson && !m.poss && !r.plainWord(m) {
			return m
		}
		return nil
	}
	return nil
}
