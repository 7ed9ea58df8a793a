package person

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// Mention is somebody as one document has them.
type Mention struct {
	// Name is the fullest that the document gives, with titles or without;
	// it may be a title alone: "Ukraine's president".
	Name string
	// Titles are what the document calls them: "US special envoy".
	Titles []string
	// Party is the code of the state or organisation that they act for, "" if
	// the document doesn't say.
	Party string
	// Date is the document's, a partial ISO date, "" if unknown.
	Date string
	// Document tells apart those of whom nothing proves that they are one.
	Document string
}

// Identity is who somebody is.
type Identity struct {
	// ID is the node: the lexicon's where one person explains the mention
	// clearly best; else made of the canonical name, where that proves who it
	// is; else of the document's own.
	ID string
	// Known says that the lexicon knows the person.
	Known bool
	// Candidates are the people of the lexicon who may be meant, the likelier
	// first; the person's own of somebody known.
	Candidates []Chance

	name spelt
}

// Chance is somebody who may be meant.
type Chance struct {
	// ID is the lexicon's code.
	ID string
	// Score is in hundredths, above 0; from 60 on, and 15 above the next one's,
	// it says who is meant.
	Score int
	// Why are the reasons, the name first.
	Why []string
}

// What it takes to be somebody, in hundredths as all scores.
const (
	enough = 60
	clear  = 15 // more than the next one
	slight = 25 // to be a candidate at all
)

// What speaks for and against a person.
const (
	forFull, forCommon, forInitial, forShort, forPost = 60, 40, 35, 30, 20

	inFull                    = 15
	partyAgrees, partyDiffers = 20, -10
	inPost, maybeInPost       = 30, 25
	likePost, pastPost        = 15, 15
	otherPost, unlistedPost   = -30, -10
	inOffice, maybeInOffice   = 20, 15
	beforeOffice              = -20
	lately                    = 10
	onlyBearer                = 15
)

// How many years before a first office somebody may be in the news already,
// and how many before which they can't be.
const (
	yearsKnown  = 5
	yearsUnborn = 30
	yearsAfter  = 15 // how long those who held office stay in the news
)

// Identify says who somebody is. It is a function of the mention and the
// lexicon alone.
func (b *Book) Identify(m Mention) Identity {
	s := b.spell(m.Name, m.Party)
	m.Party = cmp.Or(m.Party, s.party)
	m.Titles = append(slices.Clone(m.Titles), s.titles...)
	id := Identity{name: s, Candidates: b.chances(&s, &m)}
	if c := id.Candidates; len(c) > 0 && c[0].Score >= enough && (len(c) == 1 || c[0].Score-c[1].Score >= clear) {
		id.ID, id.Known = c[0].ID, true
		return id
	}
	id.ID = b.unknown(&s, &m, len(id.Candidates) > 0)
	return id
}

// chances are the people of the lexicon who may be meant.
func (b *Book) chances(s *spelt, m *Mention) []Chance {
	posts := b.posts(m.Titles)
	fits := b.fits(s, m.Party)
	b.exact(fits, s, m.Name)
	only := b.onlyBearer(fits, m.Party)
	var out []Chance
	for _, e := range slices.SortedFunc(maps.Keys(fits), func(a, b *entry) int { return cmp.Compare(a.Code, b.Code) }) {
		if c, ok := b.chance(e, fits[e], s, m, posts, only); ok && c.Score >= slight {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Chance) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// onlyBearer reports that one person of those whom a name fits acts for a
// party, or for any where none is known.
func (b *Book) onlyBearer(fits map[*entry]int, party string) bool {
	n := 0
	for e, fit := range fits {
		if fit != fitNone && (party == "" || b.actsFor(e, party)) {
			n++
		}
	}
	return n == 1
}

// posts reads titles.
func (b *Book) posts(titles []string) []post {
	var out []post
	for _, t := range titles {
		if p, ok := b.post(t); ok {
			out = append(out, p)
		}
	}
	return out
}

// exact notes whom the lexicon has under just this name.
func (b *Book) exact(fits map[*entry]int, s *spelt, name string) {
	if s.styled || !strings.Contains(name, " ") {
		return
	}
	for _, m := range b.lex.Resolve(lexicon.KindPerson, name) {
		if m.Variant != lexicon.VariantSurname {
			fits[b.people.byCode[m.Code]] = fitExact
		}
	}
}

// chance scores one person; not ok where it can't be them.
func (b *Book) chance(e *entry, fit int, s *spelt, m *Mention, posts []post, only bool) (Chance, bool) {
	c := Chance{ID: e.Code}
	add := func(score int, why string) {
		c.Score += score
		c.Why = append(c.Why, why)
	}
	rare := !s.common
	if fit == fitExact {
		fit = fitFull
		add(inFull, "all of the name")
	}
	switch {
	case fit == fitNone || fit == fitPost && len(posts) == 0:
		return c, false
	case fit == fitFull && rare:
		add(forFull, "the name in full")
	case fit == fitFull:
		add(forCommon, "the name in full, which many bear")
	case fit == fitInitial:
		add(forInitial, "an initial and the surname")
	case fit == fitShort:
		add(forShort, "the name in short")
	default:
		add(forPost, "no name")
	}
	if !b.byParty(e, fit, rare, m.Party, add) || !byTime(e, fit, m.Date, rare, add) {
		return c, false
	}
	if only = only && rare && (m.Party != "" || e.prominent(m.Date)); only && fit == fitShort {
		add(onlyBearer, "the only one of that name there")
	}
	return c, byPost(e, fit, posts, m.Date, only, add)
}

// prominent reports that somebody led or was a minister then: a surname alone
// may mean them.
func (e *entry) prominent(date string) bool {
	for i := range e.Offices {
		rank := e.posts[i].rank
		if (rank == "leader" || rank == "minister") && at(&e.Offices[i], date) >= heldMaybe {
			return true
		}
	}
	return false
}

// byParty weighs whom somebody acts for.
func (b *Book) byParty(e *entry, fit int, rare bool, party string, add func(int, string)) bool {
	switch {
	case party == "":
		return true
	case b.actsFor(e, party):
		add(partyAgrees, "acts for "+b.lex.Name(party))
	case fit == fitFull && rare:
		add(partyDiffers, "not known to act for "+b.lex.Name(party))
	default:
		return false
	}
	return true
}

// byTime weighs whether they held any office then.
func byTime(e *entry, fit int, date string, rare bool, add func(int, string)) bool {
	best := heldUnknown
	for i := range e.Offices {
		best = max(best, at(&e.Offices[i], date))
	}
	early := yearsBefore(date, e.Offices[0].From)
	switch {
	case best == heldThen:
		add(inOffice, "in office then")
	case best == heldMaybe:
		add(maybeInOffice, "in office about then")
	case early > yearsUnborn:
		return false
	case fit == fitFull && early <= 0 && yearsBefore(final(e.lastOffice()), date) <= yearsAfter:
		add(lately, "in office before")
	case early > yearsKnown || early > 0 && !rare:
		add(beforeOffice, "before the first office")
	}
	return true
}

// byPost weighs what the document calls them.
func byPost(e *entry, fit int, posts []post, date string, only bool, add func(int, string)) bool {
	best, why := otherPost, "no such office"
	for _, p := range posts {
		for i, q := range e.posts {
			score, reason := postScore(p, q, at(&e.Offices[i], date))
			if score > best {
				best, why = score, reason+e.Offices[i].Title
			}
		}
	}
	switch {
	case len(posts) == 0:
		return fit != fitPost
	case best == otherPost && fit == fitFull:
		return true // nobody's every title is known
	case best == otherPost && fit == fitPost:
		return false
	case best == otherPost && only:
		best = unlistedPost
	}
	add(best, why)
	return fit != fitPost || best > pastPost || best == pastPost && (date == "" || slices.ContainsFunc(posts, func(p post) bool { return p.past }))
}

// postScore compares a document's title with an office.
func postScore(p, q post, when held) (int, string) {
	same := p.office == q.office
	if !same && !(p.generic && p.rank == q.rank) {
		return otherPost, ""
	}
	switch {
	case !same && (when == heldThen || when == heldMaybe || when == heldUnknown):
		return likePost, "may be called so as "
	case !same:
		return 0, "was called so as "
	case when == heldThen && !p.past:
		return inPost, "then "
	case when == heldMaybe && !p.past:
		return maybeInPost, "about then "
	case when == heldUnknown, when == heldAfter:
		return pastPost, "once "
	}
	return -pastPost, "not yet "
}

// actsFor reports that somebody acts or acted for a state or organisation, or
// for what it is a body of.
func (b *Book) actsFor(e *entry, party string) bool {
	for _, p := range e.parties {
		if p == party || party != "" && (b.lex.Acts(p) == b.lex.Acts(party) || b.within(p, party) || b.within(party, p)) {
			return true
		}
	}
	return false
}

// within reports that an organisation is part of another.
func (b *Book) within(part, whole string) bool {
	for range 4 {
		o, ok := b.lex.Org(part)
		if !ok || o.PartOf == "" {
			return false
		}
		if part = o.PartOf; part == whole {
			return true
		}
	}
	return false
}

// unknown is the node of somebody whom the lexicon doesn't know: by the
// canonical name where it is full, and with the party where it is common.
// Whatever doesn't say who somebody is stays in its document.
func (b *Book) unknown(s *spelt, m *Mention, doubtful bool) string {
	key := *s
	if b.sp.SurnameFirst[m.Party] && !s.east {
		key.words = slices.Sorted(slices.Values(s.words)) // either order is in use
	}
	id := "person:" + cmp.Or(key.key(), slug(m.Name), "unnamed")
	_, doc, _ := strings.Cut(m.Document, ":")
	switch {
	case !s.full() || doubtful || s.common && m.Party == "":
		return id + "-in-" + cmp.Or(doc, "unnamed")
	case s.common:
		_, party, _ := strings.Cut(m.Party, ":")
		return id + "-of-" + strings.ToLower(party)
	}
	return id
}

// lastOffice is when the last office ended, "" while it lasts.
func (e *entry) lastOffice() string { return e.Offices[len(e.Offices)-1].To }
