package lexicon

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"parley/loader/text"
)

// grammarFiles are the words of the grammar, in the form of
// data/FORMAT.grammar.md.
//
//go:embed data/frames.tsv data/titles.tsv data/time.tsv data/acts.tsv data/topics.tsv
var grammarFiles embed.FS

// Class says what a phrase of the grammar does in a sentence.
type Class uint8

// The classes of the grammar; classNames gives their spelling in the data.
const (
	MeetVerb Class = iota
	MeetNoun
	MeetLight
	MeetMultilateral
	NotMeeting
	NotScene
	ArgWith
	ArgBy
	ArgAgainst
	ArgDuring
	ArgTopic
	ArgPlace
	TopicVerb
	TopicOpener
	TopicFront
	TopicPast
	TopicNoise
	TopicEnd
	TopicLead
	TopicMore
	TopicNot
	TopicVague
	TopicScope
	TopicAdjective
	TopicVoid
	TopicClause
	TopicAgain
	TopicNoun
	TopicSingle
	Separate
	StatusScheduled
	StatusProposed
	StatusCancelled
	StatusPostponed
	StatusDenied
	StatusOngoing
	Negation
	Follows
	Reporting
	ClauseBreak
	FrameEncounter
	FrameMediation
	FramePhone
	RoleMediator
	RoleHost
	Counterpart
	GroupWord
	PronounOne
	PronounPoss
	PronounWe
	SideNoun
	SideNot
	OutcomeVerb
	Title
	TitleBefore
	TitleLink
	Honorific
	NameParticle
	NameNot
	RegionWord
	Kin
	Month
	Weekday
	RelativeDay
	RelativeStep
	TimeUnit
	TimeBound
	TimeOf
	TimeLater
	TimeSameDay
	TimeShift
	TimePart
	TimeClock
	TimeCounted
	TimeHeld
	StoryNext
	StoryAside
	StatusSuspended
	PlaceNoun
	PlaceMod
	PlaceVenue
	PlaceHere
	PlaceLeft
	PlaceMoved
	Number
	Act
	ActNoun
	ActNames
	ActPrepared
	ProposalNoun
	ProposalHead
	ReportVerb
	ToldNoun
	Relative
	Auxiliary
	Passive
	NounAfter
	VerbAfter
	Definite
	TimeBefore
	PersonAfter
	PlaceAfter
	ActNounAfter
	ActNounBefore
	Supposing
	ObjectAfter
	CounterpartAfter
	SubjectAfter
	TopicAfterAnd
	TimeRange
	PlaceSame
	TopicNoHead
	TopicPassive
	ArgRelative
	ActNot
	StatusPresent
	NameAlias
	TitleCopula
	ArgSends
	StatusNegated
	StatusUnreal
	StatusPlanned
	StatusNone
	StatusPredicate
	NounSeveral
	MeetSpan
	AdverbOrder
	VerbPast
	MeetResume
	MeetWeak
	ReportTo
	SpeechFar
	Awaiting
	MeetNext
	RoleChair
	NounNone
	NounAnother
	MeetGuest
	MeetSplit
	MeetParticle
	Witnesses
	NounAttempt
	NotOccasion
	Auspices
	ActModal
	ActAsk
	ActJudged
	ActHostile
	ActVoice
	ActVoid
	ActScorn
	ActLead
	ActUnder
	ActAdverb
	ActPaper
	Expletive
	RoleObserver
	ActMutual
	ActMaybe
	TimeOrdinal
	TimeFeast
	TimeOfPart
	PlaceHosts
	PlaceSetting
	OrgHead
	OrgWord
	StandIn
	TopicHead
	TopicMain
	TopicIs
	TopicOf
	TopicSpread
	TopicAdverb
	TopicNoPurpose
	TopicModifier
	TopicBeforeHead
	PlaceStay
	NounOther
	FrameChair
	PlaceHouse
	numClasses
)

// classNames are the classes as data/*.tsv spell them, in the order of the
// constants.
var classNames = [numClasses]string{
	"meet.verb", "meet.noun", "meet.light", "meet.multilateral", "not.meeting", "not.scene",
	"arg.with", "arg.by", "arg.against", "arg.during", "arg.topic", "arg.place", "topic.verb", "topic.opener", "topic.front", "topic.past", "topic.noise",
	"topic.end", "topic.lead", "topic.more", "topic.not", "topic.vague", "topic.scope", "topic.adjective", "topic.void", "topic.clause", "topic.again", "topic.noun", "topic.single", "sep.separate", "status.scheduled", "status.proposed",
	"status.cancelled", "status.postponed", "status.denied", "status.ongoing",
	"status.negation", "disc.follows", "disc.reported", "clause.break", "frame.encounter",
	"frame.mediation", "frame.phone", "role.mediator", "role.host", "counterpart", "group",
	"pronoun.one", "pronoun.poss", "pronoun.we", "side.noun", "side.not", "outcome.verb",
	"title", "title.before", "title.link", "honorific", "name.particle", "name.not", "region.word", "kin",
	"time.month", "time.weekday", "time.day", "time.next", "time.unit",
	"time.bound", "time.of", "time.later", "time.sameday", "time.shift", "time.part", "time.clock", "time.counted", "time.held", "story.next", "story.aside", "status.suspended", "place.noun", "place.mod", "place.venue", "place.here", "place.left", "place.moved", "number", "act",
	"act.noun", "act.names", "act.prepared", "proposal.noun", "proposal.head", "report.verb", "told.noun", "clause.relative", "aux", "aux.passive", "noun.after", "verb.after", "det", "time.before", "person.after", "place.after", "act.noun.after", "act.noun.before", "clause.supposing", "object.after", "counterpart.after", "subject.after", "topic.after.and", "time.range", "place.same", "topic.nohead", "topic.passive", "arg.relative", "act.not", "status.present", "name.alias", "title.copula", "arg.sends",
	"status.negated", "status.unreal", "status.planned", "status.none", "status.predicate", "noun.several", "meet.span", "adv.order", "verb.past",
	"meet.resume", "meet.weak", "report.to", "speech.far", "clause.awaiting", "meet.next", "role.chair",
	"noun.none", "noun.another", "meet.guest", "meet.split", "meet.particle", "witnesses", "noun.attempt", "not.occasion", "auspices",
	"act.modal", "act.ask", "act.judged", "act.hostile", "act.voice", "act.void", "act.scorn", "act.lead", "act.under", "act.adverb", "act.paper", "expletive", "role.observer", "act.mutual", "act.maybe",
	"time.ordinal", "time.feast", "time.ofpart", "place.hosts", "place.setting",
	"org.head", "org.word", "stand.in",
	"topic.head", "topic.main", "topic.is", "topic.of", "topic.spread", "topic.adverb", "topic.nopurpose", "topic.modifier", "topic.before.head",
	"place.stay", "noun.other",
	"frame.chair",
	"place.house",
}

// String is the class as the data files spell it.
func (c Class) String() string { return classNames[c] }

// Classes is a set of classes.
type Classes [(numClasses + 63) / 64]uint64

// Add puts a class into the set.
func (s *Classes) Add(c Class) { s[c/64] |= 1 << (c % 64) }

// Has reports whether a class is in the set.
func (s *Classes) Has(c Class) bool { return s[c/64]&(1<<(c%64)) != 0 }

// Meets reports whether the two sets have a class in common.
func (s *Classes) Meets(t *Classes) bool {
	for i := range s {
		if s[i]&t[i] != 0 {
			return true
		}
	}
	return false
}

// ClassesOf is the set of these classes.
func ClassesOf(cs ...Class) Classes {
	var s Classes
	for _, c := range cs {
		s.Add(c)
	}
	return s
}

// Phrase is one entry of the grammar: folded words, what they do, and the
// class's value (a kind, a status, a rank, a number).
type Phrase struct {
	Words []string
	Class Class
	Value string

	ids []int32 // of Words
}

// Grammar holds the phrases by their first word, longest first. It is read
// only and safe for concurrent use.
type Grammar struct {
	words  map[string]int32 // numbered from 1
	byWord [][]Phrase       // by the number of the first word

	openings [][]opening // by the number of the first word
}

// At returns the phrases that start with this folded word, longest first.
func (g *Grammar) At(word string) []Phrase { return g.byWord[g.words[word]] }

var grammar = sync.OnceValue(func() *Grammar {
	g, err := readGrammar()
	if err != nil {
		panic(err) // the data are embedded and linted: this is a bug of the build
	}
	return g
})

// Grammar returns the words of meeting, office, time and position, parsed once.
func (l *Lexicon) Grammar() *Grammar { return grammar() }

// readGrammar parses every embedded file of the grammar.
func readGrammar() (*Grammar, error) {
	g := &Grammar{words: map[string]int32{}, byWord: make([][]Phrase, 1)}
	ids := map[string]Class{}
	for i, n := range classNames {
		ids[n] = Class(i)
	}
	files, err := grammarFiles.ReadDir("data")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		b, err := grammarFiles.ReadFile("data/" + f.Name())
		if err != nil {
			return nil, err
		}
		if err := g.parse(f.Name(), string(b), ids); err != nil {
			return nil, err
		}
	}
	for _, ps := range g.byWord {
		sortLongest(ps)
	}
	g.open()
	return g, nil
}

// parse adds the entries of one file.
func (g *Grammar) parse(name, data string, ids map[string]Class) error {
	for n, line := range strings.Split(data, "\n") {
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "class\t") {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 3 {
			return fmt.Errorf("%s:%d: want 3 columns separated by tabs, have %d", name, n+1, len(col))
		}
		class, ok := ids[col[0]]
		if !ok {
			return fmt.Errorf("%s:%d: unknown class %q: see FORMAT.grammar.md", name, n+1, col[0])
		}
		for _, p := range strings.Split(col[1], "|") {
			words := GrammarWords(p)
			if len(words) == 0 {
				return fmt.Errorf("%s:%d: empty phrase in class %s", name, n+1, col[0])
			}
			g.add(Phrase{Words: words, Class: class, Value: col[2]})
		}
	}
	return nil
}

// add numbers the words of a phrase and files it under the first.
func (g *Grammar) add(p Phrase) {
	for _, w := range p.Words {
		id, ok := g.words[w]
		if !ok {
			id = int32(len(g.byWord))
			g.words[w] = id
			g.byWord = append(g.byWord, nil)
		}
		p.ids = append(p.ids, id)
	}
	g.byWord[p.ids[0]] = append(g.byWord[p.ids[0]], p)
}

// GrammarWords splits a phrase as extraction splits a text, each word in the
// form of GrammarWord.
func GrammarWords(phrase string) []string {
	var plain []string
	for _, w := range strings.Fields(phrase) {
		plain = append(plain, GrammarWord(w))
	}
	phrase = strings.Join(plain, " ")
	var out []string
	for _, t := range wordSplitter.Tokens(phrase) {
		out = append(out, GrammarWord(t.Of(phrase)))
	}
	return out
}

// wordSplitter cuts phrases, whose abbreviations have lost their full stops.
var wordSplitter = text.NewSplitter(text.Words{})

// GrammarWord is the form in which words are compared: lower case, a straight
// apostrophe, no full stop at the end ("Gen." and "gen" are one word).
func GrammarWord(w string) string {
	w = strings.ReplaceAll(strings.ToLower(w), "’", "'")
	if len(w) > 1 {
		w = strings.TrimSuffix(w, ".")
	}
	return w
}

// sortLongest puts longer phrases first and keeps the file's order otherwise.
func sortLongest(ps []Phrase) {
	for i := 1; i < len(ps); i++ {
		for j := i; j > 0 && len(ps[j].Words) > len(ps[j-1].Words); j-- {
			ps[j], ps[j-1] = ps[j-1], ps[j]
		}
	}
}
