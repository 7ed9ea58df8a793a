package resolve

// Resolution is what reports come to.
type Resolution struct {
	// Meetings by ID.
	Meetings []Meeting
	// Possible are the reports that are in no meeting, by ID.
	Possible []Possible
}

// Possible is a report so thin that it may be of several meetings, or is of
// one but not surely. It is in none, and no meeting of its own.
type Possible struct {
	Report string
	// Of are the meetings that it may be of, the likeliest first; at least
	// one.
	Of []Candidate
}

// Candidate is a meeting that a report may be of.
type Candidate struct {
	Meeting string
	// Score is how likely, above 0 and below 1.
	Score float64
}

// Conflict is a field in which reports of one meeting contradict each other.
type Conflict struct {
	// Field is start, end, place, venue, kind, status or participants, as in
	// the public schema.
	Field string
	// Values are what the reports say, at least two, the one shown first.
	Values []ConflictValue
}

// ConflictValue is one of several answers.
type ConflictValue struct {
	// Value is a date, a name or a status. Of participants it is the names,
	// with "without" before those who were not there.
	Value string
	// Reports are the IDs of those that say so, sorted.
	Reports []string
}

// Version is what a meeting was known to be for a while: what its reports
// published until then say together. Who the meeting is, is judged by all its
// reports; so its ID is that of the meeting.
type Version struct {
	Meeting
	// Since is the day on which the last of its reports was published; Until
	// is the day on which the next one was, and not in the version any more.
	Since, Until string
}

// Verdict is an analyst's word.
type Verdict string

// The verdicts.
const (
	Same      Verdict = "same"      // the two reports are of one meeting
	Different Verdict = "different" // the two reports are of two meetings
)

// Judgment is an analyst's word about two reports. It is obeyed whatever they
// say.
type Judgment struct {
	Verdict Verdict `json:"verdict"`
	// A and B are the IDs of the reports.
	A string `json:"a"`
	B string `json:"b"`
	// Who judged; When, as RFC 3339, later words overriding earlier ones
	// about the same two; Why in their words.
	Who  string `json:"who,omitempty"`
	When string `json:"when,omitempty"`
	Why  string `json:"why,omitempty"`
}

// Resolve groups reports into meetings and says what each is, under the words
// of analysts. The reports must be closed (see Reach). The result depends
// neither on the order of the reports nor on that of the words.
func Resolve(reports []*Report, words []Judgment) Resolution {
	return Resolution{Meetings: Meetings(reports)}
}
