package resolve

import "strings"

// Actor is a person, state or organisation in a report.
type Actor struct {
	// ID is the actor's node.
	ID string `json:"id"`
	// Name is as the document best gives it.
	Name string `json:"name"`
	// Short is the surname of a person, else the name.
	Short string `json:"short"`
	// Person tells people from states and organisations.
	Person bool `json:"person,omitempty"`
	// Role is participant, host, mediator or observer.
	Role string `json:"role"`
	// Side is the ID of the state or organisation the actor acts for in this
	// meeting, its own for a state or organisation; "" when unknown.
	Side string `json:"side,omitempty"`
}

// Place is where a report puts the meeting.
type Place struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Within are the IDs of what it lies in, innermost first.
	Within []string `json:"within,omitempty"`
}

// Report is what resolution knows of one document's account of one meeting.
type Report struct {
	ID       string `json:"id"`
	Document string `json:"document"`
	// Published is the document's date, "" when unknown.
	Published string `json:"published,omitempty"`
	Kind      string `json:"kind"`
	Status    string `json:"status"`
	// Actors in the document's order, each ID once.
	Actors []Actor `json:"actors,omitempty"`
	// Absent are those of whom the document says that they were not there.
	Absent []Actor `json:"absent,omitempty"`
	Place  *Place  `json:"place,omitempty"`
	Venue  string  `json:"venue,omitempty"`
	// Site is the venue where the gazetteer knows it.
	Site *Place `json:"site,omitempty"`
	// Confidence is the extraction's that the report is right, 0 to 1.
	Confidence float64 `json:"confidence,omitempty"`
	// Start and End are partial ISO dates, "" when unknown; End is "" or
	// equal to Start for a meeting of one day, month or year.
	Start string `json:"start,omitempty"`
	End   string `json:"end,omitempty"`
	// Topics and Proposals are IDs of nodes, in the document's order.
	Topics    []string `json:"topics,omitempty"`
	Proposals []string `json:"proposals,omitempty"`
	// Follows are the IDs of reports of the same document whose meeting came
	// before this one.
	Follows []string `json:"follows,omitempty"`
	// Leads are those whose meeting came after.
	Leads []string `json:"leads,omitempty"`
	// After and Before bound the date by the dates of those, partial ISO dates,
	// "" without any.
	After  string `json:"after,omitempty"`
	Before string `json:"before,omitempty"`
	// Sketch is that of the document's text, by which copies are found.
	Sketch []byte `json:"sketch,omitempty"`
}

// date returns the report's date as one string: start, or start/end.
func (r *Report) date() string {
	if r.End == "" || r.End == r.Start {
		return r.Start
	}
	return r.Start + "/" + r.End
}

// sides returns the IDs of the sides in the report, each once: those that take
// part themselves and those for whom people do.
func (r *Report) sides() []string {
	var out []string
	seen := map[string]bool{}
	for _, a := range r.Actors {
		if s := a.Side; s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// MeetingID is the ID that a meeting has when the report with this ID stands
// for it. Every report of a meeting gives such an ID, and each of them finds
// the meeting; the least report's is the meeting's own.
func MeetingID(report string) string {
	_, hash, _ := strings.Cut(report, ":")
	return "meeting:" + hash
}
