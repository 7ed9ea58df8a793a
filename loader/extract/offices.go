package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// office is a title with what the text says of whom it serves.
type office struct {
	lo, hi int    // tokens, without an article
	text   string // as the text words it
	title  string // the bare title, folded: "foreign minister"
	rank   string // leader, minister, envoy, …
	home   string // the state that the title belongs to by its wording
	region *Actor // of a region, whose leader acts for it and not for its state
	party  *Actor // stated: "Russian", "of Oman", "Ukraine's"
	owner  int    // index in the sentence's mentions of "his", "Trump's"; -1
	his    bool   // "his", "their": serves the same side as somebody before
	its    bool   // "its": serves the state or organisation named before
	past   bool   // "former": no longer acts for anybody by this title
	weak   bool   // the party comes only from "for X": a subject, not a master
	plural bool
	nth    int  // its place, from 1, in a list of as many as their owners: "their ministers, A and B"
	of     int  // how many are in that list
	peer   bool // "counterpart": the same post on another side
}

// repeats reports that an earlier title says the same.
func (o *office) repeats(p *office) bool {
	return o.text == p.text && o.title == p.title && o.rank == p.rank && o.home == p.home && o.past == p.past &&
		o.weak == p.weak && o.peer == p.peer && (o.party == p.party || o.party != nil && p.party != nil && *o.party == *p.party)
}

// officeOpeners are the classes of which one must start at the first token of
// an office, unless a mention does.
var officeOpeners = lexicon.ClassesOf(lexicon.PronounPoss, lexicon.Title, lexicon.Counterpart, lexicon.TitleBefore)

// offices finds titles and gives them to names; a title without a name
// becomes a mention of its own.
func (r *reading) offices(s int, ms []mention) []mention {
	sn := r.sents[s]
	r.starts = zeros(r.starts, sn.hi-sn.lo)
	for k := range ms {
		r.starts[ms[k].lo-sn.lo] = true
	}
	for i := sn.lo; i < sn.hi; i++ {
		if !r.classes[i].Meets(&officeOpeners) && !r.starts[i-sn.lo] {
			continue
		}
		o, ok := r.officeAt(i, sn.hi, ms)
		if !ok {
			continue
		}
		var next int
		ms, next = r.placeOffice(o, s, ms)
		i = max(next, o.hi) - 1
	}
	r.nationals(ms)
	r.masters(ms)
	r.distribute(s, ms)
	return ms
}

// officeAt reads a title at token i: prefix, modifiers, title, "of …".
func (r *reading) officeAt(i, hi int, ms []mention) (office, bool) {
	o := office{lo: i, owner: -1}
	j := r.officePrefix(&o, i, hi, ms)
	if o.owner < 0 && !o.his {
		r.ownerBefore(&o, ms)
	}
	k := j
	for k < hi {
		if t, ok := r.titleAt(k); ok && !r.modifies(k, t, hi, ms) {
			o.take(t, r.words(k, k+t.n))
			k += t.n
			break
		}
		c, ok := r.cue(k, lexicon.TitleBefore)
		if !ok {
			n := r.portfolio(k, hi, ms)
			if n == 0 || k == i {
				return o, false
			}
			k += n
			continue
		}
		o.past = o.past || c.value == pastTitle
		k += c.n
		if k < hi && r.toks[k].low == "and" {
			k++
		}
	}
	if o.title == "" {
		return o, false
	}
	o.hi = r.moreTitles(&o, k, hi, ms)
	o.hi = r.officeTail(&o, o.hi, hi, ms)
	if o.region != nil && o.rank == "leader" {
		o.party = o.region
	}
	o.text = r.words(o.lo, o.hi)
	o.past = o.past || r.pastBefore(o.lo)
	return o, true
}

// pastBefore reports "former" right before token i: "former US ambassador".
func (r *reading) pastBefore(i int) bool {
	c, ok := r.cue(i-1, lexicon.TitleBefore)
	return ok && c.n == 1 && c.value == pastTitle
}

// titleAt is the title or "counterpart" at token k.
func (r *reading) titleAt(k int) (cue, bool) {
	if t, ok := r.cue(k, lexicon.Title); ok {
		return t, true
	}
	t, ok := r.cue(k, lexicon.Counterpart)
	t.value = "peer"
	return t, ok
}

// take stores the title's words, rank and home.
func (o *office) take(t cue, words string) {
	o.title = lexicon.GrammarWord(words)
	o.rank, o.home, _ = strings.Cut(t.value, "/")
	o.peer = o.rank == "peer"
	o.rank, o.plural = strings.CutSuffix(o.rank, "s") // data says "ministers" of a plural
	o.plural = o.plural || o.peer && strings.HasSuffix(o.title, "s")
}

// pastTitle is the value of words that make a title one of the past.
const pastTitle = "past"

// officePrefix reads what stands before a title and returns where the title's
// own words start: "Russian", "Ukraine's", "his", "President Trump's".
func (r *reading) officePrefix(o *office, i, hi int, ms []mention) int {
	if c, ok := r.cue(i, lexicon.PronounPoss); ok {
		o.his, o.its = true, r.toks[i].low == "its"
		i += c.n
	}
	for k := range ms {
		m := &ms[k]
		if m.lo != i || m.kind == aPlace && m.venue && !m.metonym {
			continue
		}
		end := m.hi
		switch {
		case m.poss:
			end++
		case m.adj && r.governs(end) && r.possessiveAt(end+1):
			end += 2 // "the Philippine government's"
		}
		if m.kind == aPerson {
			if !m.poss {
				return i
			}
			o.owner = k
			return end
		}
		if i > 0 && !m.adj && !m.poss && r.has(i-1, i, lexicon.ArgPlace) && m.kind != anOrg {
			return i // "In Turkey Minister Ellwood met"
		}
		if m.kind == aPlace && m.state == "" || !r.titleFollows(end, hi) && !((m.adj || m.poss) && r.portfolio(end, hi, ms) > 0) {
			return i
		}
		o.party, o.region = m.asParty(r), r.regionOf(m)
		return end
	}
	return i
}

// governs reports a noun of those who govern a state at token i: "government".
func (r *reading) governs(i int) bool {
	c, ok := r.cue(i, lexicon.SideNoun)
	return ok && c.value == ofPlace
}

// ownerBefore reads "Donald Trump's" before a title.
func (r *reading) ownerBefore(o *office, ms []mention) {
	for k := range ms {
		if m := &ms[k]; m.kind == aPerson && m.poss && m.hi+1 == o.lo {
			o.owner = k
		}
	}
}

// titleFollows reports a title, its modifier or its like at token i.
func (r *reading) titleFollows(i, hi int) bool {
	if i >= hi {
		return false
	}
	_, a := r.titleAt(i)
	_, b := r.cue(i, lexicon.TitleBefore)
	return a || b
}

// moreTitles reads "and Alternate Prime Minister" after a title.
func (r *reading) moreTitles(o *office, k, hi int, ms []mention) int {
	if k+1 < hi && r.toks[k].low == "and" && !o.plural {
		for j := k + 1; j < hi && j < k+4; j++ {
			if t, ok := r.cue(j, lexicon.Title); ok && r.toks[j].caps == r.toks[k-1].caps && r.toks[j].caps {
				if o.lo > 0 && r.toks[o.lo-1].low == "the" && r.personAt(ms, j+t.n) != nil {
					return k // "the Chancellor and President X": two people
				}
				return j + t.n
			}
			if _, ok := r.cue(j, lexicon.TitleBefore); !ok {
				break
			}
		}
	}
	return k
}

// officeTail reads "of Oman", "for Korean Peninsula Affairs", "to the United
// States" after a title and takes the party that it states.
func (r *reading) officeTail(o *office, k, hi int, ms []mention) int {
	c, ok := r.cue(k, lexicon.TitleLink)
	if !ok || k+1 >= hi {
		return k
	}
	link := r.toks[k].low
	if link == "to" && (strings.HasPrefix(o.rank, "leader") || strings.HasPrefix(o.rank, "minister")) {
		return k // "a visit by the Irish leader to Rome": they are accredited nowhere
	}
	if v := mentionAt(ms, k+c.n); link == "from" && (v == nil || v.kind != aState) {
		return k
	}
	if link == "of" {
		if n := r.sortOf(k+c.n, hi, ms); n > 0 {
			k = n - c.n
		}
	}
	end := r.tailEnd(k+c.n, hi, ms)
	if end == k+c.n && (link == "of" || link == "for") {
		if n := r.field(end, hi, ms); n > 0 {
			return r.officeTail(o, end+n, hi, ms) // "minister of water of Chad"
		}
	}
	if end == k+c.n {
		return k
	}
	for n := range ms {
		m := &ms[n]
		if m.lo < k || m.lo >= end || m.kind == aPerson || o.party != nil && !o.weak {
			continue
		}
		if link == "to" && !r.has(k, min(end+2, hi), lexicon.Title) || link == "on" || link == "at" {
			continue // "envoy to Sudan", but "adviser to the UN Secretary General"
		}
		o.party, o.region = m.asParty(r), r.regionOf(m)
		o.weak = link == "for"
		if !o.weak && !m.poss {
			break
		}
	}
	return end
}

// sortOf is where an organisation's name starts before which tokens from k say
// of what sort it is: "the South American bloc Mercosur"; 0 where none does.
func (r *reading) sortOf(k, hi int, ms []mention) int {
	const words = 6
	for i := k; i < min(k+words, hi-1) && !r.toks[i].mark; i++ {
		if !r.has(i, i+1, lexicon.OrgHead) || r.toks[i].caps {
			continue
		}
		if m := mentionAt(ms, i+1); m != nil && m.kind == anOrg {
			return m.lo
		}
		return 0
	}
	return 0
}

// tailEnd walks over a title's complement: entries of the lexicon,
// capitalised common words and small words between them.
func (r *reading) tailEnd(k, hi int, ms []mention) int {
	end, start := k, k
	for k < hi {
		if m := mentionAt(ms, k); m != nil && !r.plainWord(m) {
			if m.kind == aPerson {
				return end
			}
			k = m.hi
			end = k
			continue
		}
		if k == start && r.titled(ms, k, hi) {
			return end // "of Prime Minister X": X's own title
		}
		t := r.toks[k]
		switch {
		case t.low == "'s" || t.caps && !t.mark && !r.addresses(ms, k) && !r.has(k, k+1, lexicon.Weekday):
			k++
			end = k
		case r.introducesOrg(ms, k):
			k++ // "of the bloc Unasur"
		case t.low == "the" || t.low == "of" || t.low == "for" || t.low == "on" && k+1 < hi && r.toks[k+1].caps && !r.isDay(k+1) || t.low == "and" && k+1 < hi && r.toks[k+1].caps && (mentionAt(ms, k+1) == nil || r.plainWord(mentionAt(ms, k+1))) && !r.titleFollows(k+1, hi):
			k++
		case k == end && !t.mark && k-1 >= 0 && r.toks[k-1].low == "the":
			k++
			return k // "of the commission": one plain word
		default:
			return end
		}
	}
	return end
}

// introducesOrg reports a noun at token k that says what the organisation named
// right after it is.
func (r *reading) introducesOrg(ms []mention, k int) bool {
	c, ok := r.cue(k, lexicon.StandIn)
	if !ok {
		c, ok = r.cue(k, lexicon.OrgHead)
	}
	if !ok || r.toks[k].caps {
		return false
	}
	m := mentionAt(ms, k+c.n)
	return m != nil && m.kind == anOrg
}

// titled reports a title at token k with a name right after it.
func (r *reading) titled(ms []mention, k, hi int) bool {
	for k < hi {
		c, ok := r.cue(k, lexicon.Title)
		if !ok {
			c, ok = r.cue(k, lexicon.TitleBefore)
		}
		if !ok || !r.toks[k].caps {
			m := mentionAt(ms, k)
			return m != nil && m.kind == aPerson && !r.plainWord(m)
		}
		k += c.n
	}
	return false
}

// addresses reports an honorific at token k right before a name.
func (r *reading) addresses(ms []mention, k int) bool {
	c, ok := r.cue(k, lexicon.Honorific)
	if !ok {
		return false
	}
	m := mentionAt(ms, k+c.n)
	return m != nil && m.kind == aPerson
}

// isDay reports the name of a weekday or month at token i.
func (r *reading) isDay(i int) bool {
	return r.has(i, i+1, lexicon.Weekday) || r.has(i, i+1, lexicon.Month)
}

// plainWord reports a single capitalised word that nothing yet proves to be a
// name.
func (r *reading) plainWord(m *mention) bool {
	return m.kind == aPerson && !m.strong && m.nhi-m.nlo == 1 && !r.surname[r.toks[m.nlo].low]
}

// mentionAt is the longest mention that starts at token i, nil for none.
func mentionAt(ms []mention, i int) *mention {
	var best *mention
	for k := range ms {
		if ms[k].lo == i && (best == nil || ms[k].hi > best.hi) {
			best = &ms[k]
		}
	}
	return best
}

// mentionEnding is the longest mention that ends at token i, nil for none.
func mentionEnding(ms []mention, i int) *mention {
	var best *mention
	for k := range ms {
		if ms[k].hi == i && (best == nil || ms[k].lo < best.lo) {
			best = &ms[k]
		}
	}
	return best
}
