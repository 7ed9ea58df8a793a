package extract

import (
	"slices"
	"strconv"
	"strings"

	"parley/loader/lexicon"
)

// group is what a word such as "the two presidents" says of those it stands
// for.
type group struct {
	size int    // how many, 0 when it doesn't say
	rank string // "leader", "minister"; "side" for states rather than people
}

// groupOf reads the lexicon's value of a group word: size, "/" and rank.
func groupOf(value string) group {
	size, rank, _ := strings.Cut(value, "/")
	g := group{rank: rank}
	if size != "" {
		g.size = int(size[0] - '0')
	}
	return g
}

// joinGroup adds whom a group word stands for: those whom its sentence joins
// before it, those whom the text joined last, or those of a meeting before.
func (r *reading) joinGroup(e *event, m *mention) {
	e.group = len(e.people)+len(e.sides) == 0
	g := groupOf(m.code)
	if g.size <= 2 && r.joinPair(e) {
		return
	}
	if g.rank != "side" && r.joinNamed(e, g.size) {
		return
	}
	f := r.focus(e, g)
	if ps := r.lastPair(e, g); g.size <= 2 && g.rank != "side" && len(ps) > 0 && r.outranks(ps, f, g) {
		for _, m := range ps {
			r.join(e, m)
		}
		return
	}
	if f == nil {
		if r.joinBefore(e, g) {
			return
		}
		for _, m := range r.lastStates(e.sent, g.size) {
			r.join(e, m)
		}
		return
	}
	if g.rank != "side" {
		for _, p := range r.principals(f, g) {
			e.addPerson(p)
		}
		if r.partiesOf(e) >= 2 {
			return // who they are says for whom they met
		}
	}
	for _, a := range r.actorsIn(f) {
		e.addSide(a)
	}
}

// partiesOf counts the states and organisations of an event's people.
func (r *reading) partiesOf(e *event) int {
	names := map[string]bool{}
	for _, m := range e.people {
		if p := r.people[m.person].Party; p != nil {
			names[p.Name] = true
		}
	}
	return len(names)
}

// outranks reports that two people joined by "and" are meant rather than those
// of a meeting before: told later, or the meeting has not as many people. Two
// of one side are not the two who met.
func (r *reading) outranks(ps []*mention, f *event, g group) bool {
	switch {
	case f == nil || g.rank != "" && len(f.people) > 0 && !r.anyRanked(f, g):
		return true
	case g.size == 2 && len(f.people) < 2:
		return true
	case g.size == 2 && len(f.people) == 2 && r.oneParty(ps):
		return false
	}
	return ps[0].sent > f.sent
}

// anyRanked reports somebody of the rank that a group word names in an event.
func (r *reading) anyRanked(f *event, g group) bool {
	return slices.ContainsFunc(f.people, func(m member) bool { return r.hasRankOf(r.people[m.person], g) })
}

// joinBefore adds the two people whom the sentence before the event's names,
// where the text has told of no meeting that a word for two could point at.
func (r *reading) joinBefore(e *event, g group) bool {
	if g.size != 2 && g.size != 0 || g.rank == "side" || e.sent == 0 {
		return false
	}
	ps := r.peopleIn(e.sent-1, e.lo)
	if len(ps) != 2 || !r.apart(r.people[ps[0]], r.people[ps[1]]) {
		return false
	}
	e.addPerson(ps[0])
	e.addPerson(ps[1])
	return true
}

// oneParty reports people who all act for one known party.
func (r *reading) oneParty(ps []*mention) bool {
	a := r.people[ps[0].person].Party
	return a != nil && !slices.ContainsFunc(ps, func(m *mention) bool {
		b := r.people[m.person].Party
		return b == nil || b.Name != a.Name
	})
}

// actorsIn are the states and organisations of an event, those of its people
// first.
func (r *reading) actorsIn(f *event) []Actor {
	var out []Actor
	add := func(a Actor) {
		if !slices.ContainsFunc(out, func(x Actor) bool { return x.Name == a.Name }) {
			out = append(out, a)
		}
	}
	for _, m := range f.people {
		if p := r.people[m.person].Party; p != nil {
			add(*p)
		}
	}
	for _, s := range f.sides {
		add(s.Actor)
	}
	return out
}

// joinNationals adds whom "the two Americans" means: as many people of the
// state as it says, those named last.
func (r *reading) joinNationals(e *event, m *mention, a *Actor) {
	if !m.demonym || m.lo == r.sents[m.sent].lo {
		return
	}
	c, ok := r.cue(m.lo-1, lexicon.Number)
	n, err := strconv.Atoi(c.value)
	if !ok || err != nil || n > 4 {
		return
	}
	var ps []int
	for len(ps) < n {
		p := r.lastPerson(m.sent, m.lo, func(p *individual, v *mention) bool {
			return p.Party != nil && p.Party.Name == a.Name && !p.speaks() && !v.inner && !slices.Contains(ps, v.person)
		})
		if p < 0 {
			return
		}
		ps = append(ps, p)
	}
	for _, p := range ps {
		e.addPerson(p)
	}
}

// principals are the people of an event whom a group word can mean: not those
// added to it by the way, unless the word says how many and they are that
// many; of its rank, where any are.
func (r *reading) principals(f *event, g group) []int {
	var all, main, ranked []int
	for _, m := range f.people {
		all = append(all, m.person)
		if !m.company {
			main = append(main, m.person)
		}
		if r.people[m.person].hasRank(g.rank) {
			ranked = append(ranked, m.person)
		}
	}
	for _, ps := range [][]int{all, main, ranked} {
		if g.size > 0 && len(ps) == g.size {
			return ps
		}
	}
	switch {
	case g.size > 0 && len(main) > g.size && len(ranked) > 0:
		return ranked
	case len(main) > 1:
		return main
	}
	return all
}

// ranked reports a mention of somebody of the rank that a group word names.
func (r *reading) ranked(m *mention, g group) bool { return r.hasRankOf(r.people[m.person], g) }

// hasRankOf reports somebody of the rank that a group word names, by the text
// or, where that gives no title, by the lexicon.
func (r *reading) hasRankOf(p *individual, g group) bool {
	return g.rank == "" || p.hasRank(g.rank) || len(p.offices) == 0 && r.lex.holds(p.known, g.rank, "")
}

// hasRank reports somebody with a title of that rank.
func (p *individual) hasRank(rank string) bool {
	for _, o := range p.offices {
		if o.rank == rank {
			return true
		}
	}
	return false
}

// focus is the last event before e with as many in it as a group word says,
// else the last with two or more.
func (r *reading) focus(e *event, g group) *event {
	const window = 8
	var unranked, second *event
	for i := len(r.events) - 1; i >= 0 && i >= len(r.events)-window; i-- {
		f := r.events[i]
		if f == e || len(f.people)+len(f.sides) < 2 || f.status == "denied" && len(f.people) > 2 {
			continue
		}
		n := len(f.people)
		if g.rank == "side" {
			n = len(r.actorsIn(f))
		}
		if !f.adds && (g.size == 0 || n == g.size) { // "X was accompanied by Y and Z": those are not the two
			if r.mayRank(f, g) {
				return f
			}
			if unranked == nil {
				unranked = f
			}
		}
		if second == nil {
			second = f
		}
	}
	if unranked != nil {
		return unranked
	}
	return second
}

// mayRank reports an event of whose people not only one has the rank that a
// group word names: a minister and two writers are not "the ministers".
func (r *reading) mayRank(f *event, g group) bool {
	n := 0
	for _, m := range f.people {
		if r.hasRankOf(r.people[m.person], g) {
			n++
		}
	}
	return g.rank == "side" || n != 1
}

// joinNamed adds the people named before the trigger in its sentence, or in the
// one before it, where they are as many as a group word says.
func (r *reading) joinNamed(e *event, size int) bool {
	ps := r.peopleIn(e.sent, e.lo)
	if size >= 3 && len(ps) == 0 && e.sent > 0 {
		ps = r.peopleIn(e.sent-1, e.lo)
	}
	if size == 0 || len(ps) != size {
		return false
	}
	for _, p := range ps {
		e.addPerson(p)
	}
	return true
}

// peopleIn are the people named in sentence s before token hi.
func (r *reading) peopleIn(s, hi int) []int {
	var ps []int
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		if m.hi <= hi && m.person >= 0 && !m.inner && !slices.Contains(ps, m.person) {
			ps = append(ps, m.person)
		}
	}
	return ps
}

// joinPair adds the actors whom the same sentence joins before the trigger:
// "the US and Ukraine said that they".
func (r *reading) joinPair(e *event) bool {
	for k := range r.mentions[e.sent] {
		m := &r.mentions[e.sent][k]
		if m.lo >= e.lo || m.kind == aGroup || !r.canAct(m) {
			continue
		}
		if j := r.joined(m.hi, e.lo, e.sent); j != nil && j.kind != aGroup {
			r.join(e, m)
			for ; j != nil; j = r.joined(j.hi, e.lo, e.sent) {
				r.join(e, j)
			}
			return true
		}
	}
	return false
}

// lastStates are the states of the last list of as many, within six sentences
// before sentence s: "the presidents of A, B and C"; of three or more.
func (r *reading) lastStates(s, size int) []*mention {
	for b := s - 1; size > 2 && b >= 0 && b >= s-6; b-- {
		var list []*mention
		for k := range r.mentions[b] {
			m := &r.mentions[b][k]
			if m.kind != aState || m.adj || m.poss {
				continue
			}
			if n := len(list); n > 0 && !r.listed(list[n-1].hi, m.lo, b) {
				list = list[:0]
			}
			list = append(list, m)
		}
		if len(list) == size {
			return list
		}
	}
	return nil
}

// lastPair are the people whom the text last joined by "and", within six
// sentences before the event's.
func (r *reading) lastPair(e *event, g group) []*mention {
	for s := e.sent - 1; s >= 0 && s >= e.sent-6; s-- {
		for k := len(r.mentions[s]) - 1; k >= 0; k-- {
			m := &r.mentions[s][k]
			if m.kind != aPerson && m.kind != anOffice || m.person < 0 || m.inner || r.has(m.lo-1, m.lo, lexicon.ArgBy) {
				continue
			}
			if j := r.joined(m.hi, r.sents[s].hi, s); j != nil && j.person >= 0 && j.person != m.person && r.ranked(m, g) && r.ranked(j, g) {
				return []*mention{m, j}
			}
		}
	}
	return nil
}
