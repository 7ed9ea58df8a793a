package explain

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"parley/loader/extract"
)

// Text writes the article sentence by sentence, under each what the reading
// made of its words, and the meetings, positions and proposals at the end. An
// error is the writer's.
func Text(w io.Writer, x extract.Explanation) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s\n", heading(x.Document))
	for i, s := range x.Sentences {
		fmt.Fprintf(out, "\n%d  %s\n", i+1, quote(x.Document.Text, s.Span))
		for _, n := range s.Notes {
			fmt.Fprintf(out, "     %-8s %s\n", n.Kind, noteLine(x.Document.Text, n))
		}
	}
	for i, m := range x.Extraction.Meetings {
		fmt.Fprintf(out, "\nMeeting %d\n", i+1)
		for _, l := range meetingLines(x, m) {
			fmt.Fprintf(out, "     %-8s %s\n", l.Name, l.Value)
		}
	}
	return out.Flush()
}

// heading names a document.
func heading(d extract.Document) string {
	parts := []string{d.ID}
	if d.Title != "" {
		parts = append(parts, d.Title)
	}
	if d.Publisher != "" {
		parts = append(parts, d.Publisher)
	}
	if d.Published != "" {
		parts = append(parts, "published "+d.Published)
	} else {
		parts = append(parts, "published on an unknown day")
	}
	return strings.Join(parts, " · ")
}

// quote is the text of a span with its white space made single.
func quote(text string, s extract.Span) string {
	return strings.Join(strings.Fields(text[s.Start:s.End]), " ")
}

// noteLine puts a note into a line.
func noteLine(text string, n extract.Note) string {
	if n.Kind == extract.NotePosition {
		return n.Means
	}
	return fmt.Sprintf("%q %s", quote(text, n.Span), reason(n))
}

// reason tells what became of a note's words, and why.
func reason(n extract.Note) string {
	var parts []string
	if n.Means != "" {
		parts = append(parts, "is "+n.Means)
	}
	if n.Meeting >= 0 {
		parts = append(parts, fmt.Sprintf("tells of meeting %d", n.Meeting+1))
	}
	if n.Rejected != "" {
		parts = append(parts, "NOT TAKEN: "+n.Rejected)
	}
	if n.Rule != "" {
		parts = append(parts, "("+n.Rule+")")
	}
	if len(n.Others) > 0 {
		parts = append(parts, "not "+strings.Join(n.Others, ", "))
	}
	return strings.Join(parts, " ")
}

// line is a named value of a meeting.
type line struct{ Name, Value string }

// meetingLines are what is known of a meeting, what is unknown left out.
func meetingLines(x extract.Explanation, m extract.Meeting) []line {
	lines := []line{
		{"what", m.Status + " " + m.Kind}, {"who", who(m)}, {"sides", sides(m)}, {"where", where(m)},
		{"when", m.Date}, {"about", strings.Join(m.Topics, "; ")}, {"outcome", m.Outcome},
		{"sure", fmt.Sprintf("%.2f", m.Confidence)}, {"rules", strings.Join(m.Rules, ", ")},
	}
	kept := lines[:0]
	for _, l := range lines {
		if l.Value != "" {
			kept = append(kept, l)
		}
	}
	return kept
}

// who lists the people of a meeting with their roles and parties.
func who(m extract.Meeting) string {
	var out []string
	for _, p := range m.Participants {
		name := p.Name
		if p.Party != nil {
			name += " [" + p.Party.Name + "]"
		}
		out = append(out, name+role(p.Role))
	}
	return strings.Join(out, ", ")
}

// sides lists the states and organisations of a meeting.
func sides(m extract.Meeting) string {
	var out []string
	for _, s := range m.Sides {
		out = append(out, s.Name+role(s.Role))
	}
	return strings.Join(out, ", ")
}

// role names a role that is not the plain one.
func role(r string) string {
	if r == "participant" || r == "" {
		return ""
	}
	return " (" + r + ")"
}

// where is the place of a meeting with its venue.
func where(m extract.Meeting) string {
	var parts []string
	if m.Venue != "" {
		parts = append(parts, m.Venue)
	}
	if m.Place != nil {
		parts = append(parts, m.Place.Name)
	}
	return strings.Join(parts, ", ")
}
