package extract

// Document is what extraction reads: one article, already decoded to UTF-8.
type Document struct {
	// ID names the document in the output; any non-empty string.
	ID string
	// Title is the headline, or "" when there is none. It is not part of Text.
	Title string
	// Published is the publication date as YYYY-MM-DD, or "" when unknown.
	// Relative dates ("Tuesday", "last month") resolve against it.
	Published string
	// Publisher is the outlet's name, or "".
	Publisher string
	// Text is the body. Every span below counts bytes into it.
	Text string
}

// Span is a half-open range of bytes [Start, End) in Document.Text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Extraction is everything that one document says, in document order. It is a
// pure function of the Document and the lexicon: same input, same bytes.
type Extraction struct {
	ID        string
	Published string
	Meetings  []Meeting
	People    []Person
	Positions []Position
	Proposals []Proposal
	// Relations are kinship and similar ties that the text states ("his
	// son-in-law Jared Kushner").
	Relations []Relation
}

// Kinds of actor.
const (
	ActorPerson       = "person"
	ActorCountry      = "country"
	ActorOrganization = "organization"
)

// Actor is somebody or something that can meet or take a position.
type Actor struct {
	// Name is the full name as the text best gives it (person, without
	// titles), or the lexicon's common English name (state, organisation).
	Name string
	// Kind is ActorPerson, ActorCountry or ActorOrganization.
	Kind string
	// Code is the lexicon's key for a state or organisation ("country:US",
	// "org:nato"), "" when the lexicon doesn't know it.
	Code string
}

// Participant is a person in a meeting.
type Participant struct {
	Actor
	// Role is participant, host, mediator or observer.
	Role string
	// Party is the state or organisation that the person acts for in this
	// text, nil when the text doesn't say.
	Party *Actor
}

// Side is a state or organisation taking part or represented in a meeting.
type Side struct {
	Actor
	// Role is participant, host, mediator or observer.
	Role string
}

// Place is where a meeting takes place.
type Place struct {
	// Name is the city or named region as GUIDELINES.md wants it.
	Name string
	// Code is the gazetteer's key ("geonames:2950159", "country:FR",
	// "region:US-AK"), "" when the gazetteer doesn't know it.
	Code string
	// In is the key of the area in which the text puts a place that the
	// gazetteer doesn't know there ("Moscow, Idaho"), else "".
	In string
	// Implied says that the text names only the venue, and the gazetteer the
	// city in which it stands.
	Implied bool
}

// Meeting is what this one document says of one real-world meeting; the graph
// calls it a Report.
type Meeting struct {
	Kind   string // summit, talks, visit, call, conference, mediation, ceremony, encounter
	Status string // held, scheduled, proposed, cancelled, postponed, ongoing, denied
	// Participants are the people, Sides the states and organisations.
	Participants []Participant
	Sides        []Side
	// Place is nil for a call and where the text gives none. Venue is a
	// building or site ("Kremlin"), or "".
	Place *Place
	Venue string
	// Date is "", YYYY, YYYY-MM, YYYY-MM-DD or a range YYYY-MM-DD/YYYY-MM-DD.
	Date string
	// Topics are 0 to 4 noun phrases in the text's words.
	Topics []string
	// Outcome is a short phrase, or "".
	Outcome string
	// Proposals are indexes into Extraction.Proposals: what was considered.
	Proposals []int
	// Follows are indexes into Extraction.Meetings: meetings that this one
	// came after, where the text says so ("on the eve of", "after").
	Follows []int
	// Evidence are the whole sentences that state the meeting, in document
	// order; at least one.
	Evidence []Span
	// Rules names the frames and rules that found it, for explanations.
	Rules []string
	// Confidence is the probability, 0 to 1 in hundredths, that the meeting is
	// right: that a careful annotator has it too, with this status, and that
	// nobody, no place and no date in it is wrong. What is left out does not
	// count. docs/quality.md shows how well it is calibrated.
	Confidence float64
}

// Mention is one place where the text names an actor.
type Mention struct {
	Span
	// Sentence is the whole sentence around it.
	Sentence Span
}

// Person is a named person of the document, whether in a meeting or not.
type Person struct {
	Name string
	// Forms are the distinct ways in which the text writes the name, the
	// full one first ("Volodymyr Zelenskyy", "Zelenskyy").
	Forms []string
	// Roles as the text words them ("US special envoy").
	Roles []string
	// Party is the state or organisation they act for, nil if not stated.
	Party    *Actor
	Mentions []Mention
}

// Relation is a stated tie between two people ("son-in-law").
type Relation struct {
	From, To string // names of People
	Kind     string
	Evidence []Span
}

// Position is what an actor demands, offers, refuses or says.
type Position struct {
	Actor Actor
	Act   string // demands, offers, proposes, rejects, accepts, agrees, threatens, supports, says
	What  string
	// On is what it is about when that is a proposal (index into
	// Extraction.Proposals) or an actor; -1 and nil otherwise.
	OnProposal int
	OnActor    *Actor
	Evidence   []Span
}

// Proposal is a plan, draft, guarantee, ceasefire or agreement with a name of
// its own ("28-point draft peace proposal").
type Proposal struct {
	// Name is the text's own noun phrase, without article.
	Name string
	// Key is its normal form, equal for wordings that name one thing.
	Key string
	// By are its authors where the text says so.
	By       []Actor
	Evidence []Span
}
