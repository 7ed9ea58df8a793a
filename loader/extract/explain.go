package extract

import (
	"cmp"
	"slices"

	"parley/loader/lexicon"
)

// Explanation is an extraction with how the reading came to it.
type Explanation struct {
	Document   Document
	Extraction Extraction
	// Sentences are all sentences of the text, in order.
	Sentences []Explained
}

// Explained is a sentence with what the reading made of it.
type Explained struct {
	Span
	// Notes are in the order of the words that they are about.
	Notes []Note
}

// NoteKind says what a note is about.
type NoteKind string

// What notes are about.
const (
	NoteWho      NoteKind = "who"      // a name, title or pronoun, and whom it means
	NoteWhere    NoteKind = "where"    // a place
	NoteWhen     NoteKind = "when"     // an expression of time
	NoteMeeting  NoteKind = "meeting"  // words that opened a frame of meeting
	NotePosition NoteKind = "position" // what an actor demands, offers, refuses
)

// Note is one thing that the reading made of some words.
type Note struct {
	Span
	Kind NoteKind
	// Rule names how: "surname", "pronoun", "verb:met with".
	Rule string
	// Means is what the words were taken for: a name, a date; "" where
	// nothing was found.
	Means string
	// Meeting is the index of the meeting that the words tell of, -1 for none.
	Meeting int
	// Rejected says why the words were not taken for what they look like, ""
	// where they were.
	Rejected string
	// Others are the first people who were considered and did not fit, five
	// at the most.
	Others []string
}

const maxOthers = 5

// Explain reads a document as Extract does, and tells how.
func Explain(doc Document, lex *lexicon.Lexicon) Explanation {
	r := newReading(doc, lex)
	r.trace = &trace{others: map[int][]int{}}
	x := Explanation{Document: doc, Extraction: r.read()}
	for _, s := range r.sents {
		x.Sentences = append(x.Sentences, Explained{Span: s.Span})
	}
	for s := range r.mentions {
		for k := range r.mentions[s] {
			if n, ok := r.mentionNote(&r.mentions[s][k]); ok {
				x.add(s, n)
			}
		}
		for _, w := range r.dates[s] {
			x.add(s, r.dateNote(w))
		}
	}
	r.triggerNotes(&x)
	r.positionNotes(&x)
	for s := range x.Sentences {
		slices.SortStableFunc(x.Sentences[s].Notes, func(a, b Note) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
	}
	return x
}

// add puts a note to its sentence.
func (x *Explanation) add(s int, n Note) { x.Sentences[s].Notes = append(x.Sentences[s].Notes, n) }

// span is the bytes of tokens [lo, hi).
func (r *reading) span(lo, hi int) Span { return Span{r.toks[lo].Start, r.toks[hi-1].End} }

// mentionNote tells whom or what a mention means; none for a part of another.
func (r *reading) mentionNote(m *mention) (Note, bool) {
	if m.inner || m.lo >= m.hi {
		return Note{}, false
	}
	n := Note{Span: r.span(m.lo, m.hi), Kind: NoteWho, Rule: r.mentionRule(m), Meeting: -1}
	others := r.trace.others[m.lo]
	for _, p := range others[:min(len(others), maxOthers)] {
		n.Others = append(n.Others, r.people[p].Name)
	}
	switch {
	case m.person >= 0:
		n.Means = withParty(r.people[m.person])
	case m.kind == aPlace:
		n.Kind, n.Means = NoteWhere, r.placeName(m)
	case m.kind == aState || m.kind == anOrg:
		n.Means = m.name
	case m.kind == aPeer && m.office.party != nil:
		n.Means = m.office.party.Name
	case m.kind == anOffice && r.serves(m.office) != nil:
		n.Means = r.serves(m.office).Name
	case m.kind != aGroup:
		n.Rejected = "nobody in the text fits"
	}
	return n, true
}

// withParty is a person's name with whom they act for.
func withParty(p *individual) string {
	if p.Party == nil {
		return p.Name
	}
	return p.Name + " [" + p.Party.Name + "]"
}

// mentionRule names the way by which a mention finds its meaning.
func (r *reading) mentionRule(m *mention) string {
	switch m.kind {
	case aPerson:
		if m.person >= 0 && m.name != r.people[m.person].Name {
			return "form of a name"
		}
		return "name"
	case anOffice:
		if m.demonym {
			return "national: the last one of that state told before"
		}
		return "title: the last one told before who holds it"
	case aPronoun:
		return "pronoun: the first person told before it"
	case aGroup:
		return "group: those of the meeting told before, or the last two joined by \"and\""
	case aPeer:
		return "counterpart: the same post on the other side"
	case aPlace:
		return "place"
	}
	if m.metonym {
		return "stands for a government"
	}
	if m.adj {
		return "adjective"
	}
	return "lexicon"
}

// dateNote tells which date an expression of time means.
func (r *reading) dateNote(w when) Note {
	n := Note{Span: r.span(w.lo, w.hi), Kind: NoteWhen, Rule: "date", Meeting: -1}
	switch {
	case w.isShift || w.following:
		n.Rule = "counted from the date told before"
	case w.isRel || w.weekday > 0 || w.unit != "":
		n.Rule = "counted from the day of publication"
	}
	if n.Means = r.cal.resolve(&w, r.tenseIn(w.sent)); n.Means == "" {
		n.Rejected = "no day or month can be fixed without knowing when the text was published"
		if w.isShift || w.following {
			n.Rejected = "no day was told before it"
		}
	}
	if w.bound {
		n.Rejected = "only bounds the time"
	}
	return n
}

// tenseIn is the direction in which the first meeting of a sentence lies.
func (r *reading) tenseIn(s int) tense {
	for _, e := range r.trace.triggers {
		if e.sent == s && e.status != "" {
			return tenseOf(e)
		}
	}
	return past
}

// triggerNotes tell what became of each frame, and of words that opened none.
func (r *reading) triggerNotes(x *Explanation) {
	for _, e := range r.trace.triggers {
		n := Note{Span: r.span(e.lo, e.hi), Kind: NoteMeeting, Rule: e.rules[0], Meeting: r.meetingIndex(e), Rejected: e.rejected}
		if n.Meeting < 0 && n.Rejected == "" {
			n.Rejected = "part of a meeting that was dropped"
		}
		x.add(e.sent, n)
	}
	for _, p := range r.trace.over {
		x.add(r.toks[p.lo].sent, Note{Span: r.span(p.lo, p.hi), Kind: NoteMeeting, Meeting: -1, Rejected: p.why})
	}
}

// meetingIndex is the meeting in which a frame ended, -1 for none.
func (r *reading) meetingIndex(e *event) int {
	for e.merged != nil && e.merged != e {
		e = e.merged
	}
	return slices.IndexFunc(r.events, func(f *event) bool { return f == e || f.lo == e.lo })
}

// positionNotes tell what actors demand, offer and refuse.
func (r *reading) positionNotes(x *Explanation) {
	for _, p := range x.Extraction.Positions {
		s := slices.IndexFunc(r.sents, func(s sentence) bool { return s.Span == p.Evidence[0] })
		if s >= 0 {
			x.add(s, Note{Span: r.sents[s].Span, Kind: NotePosition, Rule: p.Act, Means: p.Actor.Name + " " + p.Act + ": " + p.What, Meeting: -1})
		}
	}
}
