package extract

import "parley/loader/lexicon"

// readEpithets gives the titles that a sentence tells of nobody by name to the
// people whom the sentence before it names without saying who they are: "A and
// B met. The Estonian minister and her Czech colleague …" As many people as
// titles are needed, and nobody else of the same states beside them.
func (r *reading) readEpithets(s int) {
	titles := r.looseTitles(s)
	if len(titles) == 0 {
		return
	}
	for b := s - 1; b >= 0 && b >= s-2; b-- {
		blank, known := r.strangers(b)
		if len(blank) == 0 {
			continue
		}
		if len(blank) == len(titles) && !r.anyActs(known, titles) {
			for i, t := range titles {
				r.introduce(blank[i], t)
			}
		}
		return
	}
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
			if p := m.office.party; p != nil && !m.office.weak && !m.office.past {
				out = append(out, looseTitle{m, p})
			}
			continue
		}
		for _, v := range r.statesOf(m, r.mentions[s]) {
			if p := v.asParty(r); p != nil {
				out = append(out, looseTitle{m, p})
			}
		}
	}
	return out
}

// strangers are the people of sentence s of whom the text says neither title
// nor side, in order, and those of whom it does.
func (r *reading) strangers(s int) (blank, known []int) {
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.kind != aPerson || m.person < 0 || m.inner || m.poss || contains(blank, m.person) || contains(known, m.person) {
			continue
		}
		if p := r.people[m.person]; p.Party == nil && len(p.offices) == 0 && p.known == nil {
			blank = append(blank, m.person)
		} else {
			known = append(known, m.person)
		}
	}
	return blank, known
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

// introduce gives a person a title told apart from the name.
func (r *reading) introduce(person int, t looseTitle) {
	o := *t.m.office
	if o.plural {
		o = r.singular(t.m.office)
	}
	o.party, o.weak = t.party, false
	r.people[person].addOffices(&o)
	r.people[person].Party = t.party
	if !t.m.office.plural {
		t.m.person = person
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
