package extract

import (
	"slices"

	"parley/loader/lexicon"
	"parley/loader/text"
)

// reading is the state of one document's extraction. Stages fill it in the
// order of Extract; nothing outlives it.
type reading struct {
	doc       Document
	lex       knowledge
	gram      *lexicon.Grammar
	cut       text.Cut
	toks      []token
	ids       []lexicon.Word // by token
	sents     []sentence
	cues      []*lexicon.Phrase // by token, the longer first
	cueLo     []int32           // by token: its first in cues
	classes   []lexicon.Classes // by token: the classes of its cues
	hits      []hit             // the first is none
	hitOf     []int32           // by token: its place in hits
	surname   map[string]bool
	short     map[string]mention // organisations by the abbreviation that the text gives them
	unsure    bool               // the names in work depend on surnames that may still come
	again     []int              // sentences whose names do
	starts    []bool             // by token of the sentence in work: a name starts there
	covers    []bool
	cover     []bool            // by token: part of a mention; nil until all are found
	placed    map[string]string // places that the document names, by code; nil until asked for
	mentions  [][]mention       // by sentence
	people    []*individual
	roll      roll
	bearers   map[wanted]int
	publisher *Actor
	segs      []int // by token: its clause, unique in the document
	segOf     []clause
	dates     [][]when
	cal       calendar
	dateline  *mention // the place from which the document reports, or nil
	events    []*event
	tells     [][]telling // by sentence: where it tells of meetings, or of their topics
	legs      []leg
	refs      []reference
	keptBy    int // by two more than the person who keeps the diary; 0 until asked for
	proposals []Proposal
	planned   map[string]int // key to index in proposals
	plans     []plan
	speeches  []*speech         // in order
	acting    map[string]*Actor // by person's name: for whom they act
	stated    int               // the token after what the last verb of position governs
	positions []Position
	relations []Relation
	related   map[tie]int // index in relations
	trace     *trace      // nil unless the reading is to be explained
}

// Extract reads one document. It is pure: the same document and lexicon give
// the same extraction, byte for byte.
func Extract(doc Document, lex *lexicon.Lexicon) Extraction {
	r := newReading(doc, lex)
	defer r.release()
	return r.read()
}

// read runs the stages.
func (r *reading) read() Extraction {
	r.tokenise()
	r.annotate()
	r.lookUp()
	r.findActors()
	r.findTime()
	r.divideClauses()
	r.threadTime()
	r.findEvents()
	r.dateByHeadings()
	r.mergeEvents()
	r.settleScene()
	r.settleTrips()
	r.settleHosts()
	r.settleKinds()
	r.readTopics()
	r.readOutcomes()
	r.findProposals()
	r.findPositions()
	r.findRelations()
	return r.report()
}

// tokenise cuts the text into sentences and tokens.
func (r *reading) tokenise() {
	r.lex.Splitter().Cut(&r.cut, r.doc.Text)
	r.toks = slices.Grow(r.toks, len(r.cut.Tokens))
	r.ids = slices.Grow(r.ids, len(r.cut.Tokens))
	r.sents = slices.Grow(r.sents, len(r.cut.Sentences))
	lower := lowerASCII(r.doc.Text)
	for s := range r.cut.Sentences {
		x := &r.cut.Sentences[s]
		lo := len(r.toks)
		for _, t := range x.Tokens {
			k := newToken(r.doc.Text, lower, t, s)
			r.toks = append(r.toks, k)
			r.ids = append(r.ids, r.lex.Word(k.text, k.low))
		}
		r.sents = append(r.sents, sentence{Span{x.Start, x.End}, lo, len(r.toks), x.Paragraph})
	}
}

// findActors finds the people, states and organisations of the document, and
// whom each title and pronoun means.
func (r *reading) findActors() {
	r.mentions = rows(r.mentions, len(r.sents))
	for s := range r.sents {
		r.knowSurnames(s)
	}
	for _, s := range r.again {
		r.mentions[s] = r.names(s)
	}
	for s := range r.sents {
		r.findMentions(s)
	}
	r.settleNamesakes()
	r.publisher = r.publisherParty()
	r.gatherPeople()
	r.coverTokens()
	r.settleParties()
	r.resolveOffices()
	r.settleParties()
}

// coverTokens marks the tokens that mentions take.
func (r *reading) coverTokens() {
	r.covers = zeros(r.covers, len(r.toks))
	r.cover = r.covers
	for s := range r.mentions {
		for _, m := range r.mentions[s] {
			for i := m.lo; i < m.hi; i++ {
				r.cover[i] = true
			}
		}
	}
}

// knowSurnames collects the words of the sentence's full names, so that
// "Trump–Putin" and a bare surname are known wherever they stand.
func (r *reading) knowSurnames(s int) {
	r.unsure = false
	ms := r.names(s)
	for k := range ms {
		m := &ms[k]
		if m.kind == aPerson && (m.strong || r.titleBefore(m.nlo) || m.nhi-m.nlo > 1 && r.midSentence(m)) {
			r.surname[r.toks[m.nhi-1].low] = true
		}
	}
	if r.unsure {
		ms = ms[:0]
		r.again = append(r.again, s)
	}
	r.mentions[s] = ms
}

// titleBefore reports that a title ends right before token i.
func (r *reading) titleBefore(i int) bool {
	for n := 1; n <= 4 && i-n >= 0; n++ {
		if c, ok := r.cue(i-n, lexicon.Title); ok && c.n == n {
			return true
		}
	}
	return false
}

// publisherParty is the state or organisation for which the publisher speaks;
// a newspaper speaks for nobody.
func (r *reading) publisherParty() *Actor {
	for _, e := range r.lex.Resolve(0, r.doc.Publisher) {
		if o, ok := r.lex.Org(e.Code); ok && o.Kind != lexicon.OrgMedia {
			return r.lex.party(r.lex.Acts(e.Code))
		}
	}
	return nil
}
