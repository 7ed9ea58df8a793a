package explain

import (
	_ "embed"
	"html/template"
	"io"

	"parley/loader/extract"
)

//go:embed page.html
var pageHTML string

var page = template.Must(template.New("page").Parse(pageHTML))

// article is what the page shows of one document.
type article struct {
	Heading   string
	Sentences []shown
	Meetings  []card
	Positions []extract.Position
}

// shown is a sentence cut into pieces, some of which have a note.
type shown struct {
	Number int
	Pieces []piece
	Notes  []row
}

// piece is a stretch of a sentence; Class is "" where nothing was made of it.
type piece struct {
	Text, Class, Tip string
	Meeting          int // from 1; 0 for none
}

// row is a note as a line under its sentence.
type row struct {
	Kind, Words, Reason string
	Rejected            bool
}

// card is a meeting beside the text.
type card struct {
	Number int
	Lines  []line
}

// Page writes explanations as one page that asks for nothing from elsewhere.
// All of an article's words are escaped. Errors are the writer's.
type Page struct{ w io.Writer }

// NewPage begins a page.
func NewPage(w io.Writer) (Page, error) {
	return Page{w}, page.ExecuteTemplate(w, "head", nil)
}

// End ends the page.
func (p Page) End() error { return page.ExecuteTemplate(p.w, "foot", nil) }

// Article writes one document's part of a page.
func Article(w io.Writer, x extract.Explanation) error {
	return page.ExecuteTemplate(w, "article", articleOf(x))
}

// articleOf prepares one document.
func articleOf(x extract.Explanation) article {
	a := article{Heading: heading(x.Document), Positions: x.Extraction.Positions}
	for i, s := range x.Sentences {
		a.Sentences = append(a.Sentences, shown{i + 1, pieces(x.Document.Text, s), rows(x.Document.Text, s)})
	}
	for i, m := range x.Extraction.Meetings {
		a.Meetings = append(a.Meetings, card{i + 1, meetingLines(x, m)})
	}
	return a
}

// pieces cuts a sentence at its notes; where notes overlap the first counts.
func pieces(text string, s extract.Explained) []piece {
	var out []piece
	at := s.Start
	plain := func(end int) {
		if end > at {
			out = append(out, piece{Text: text[at:end]})
		}
	}
	for _, n := range s.Notes {
		if n.Start < at || n.Kind == extract.NotePosition {
			continue
		}
		plain(n.Start)
		class := string(n.Kind)
		if n.Rejected != "" {
			class += " rejected"
		}
		out = append(out, piece{text[n.Start:n.End], class, reason(n), n.Meeting + 1})
		at = n.End
	}
	plain(s.End)
	return out
}

// rows are the notes of a sentence.
func rows(text string, s extract.Explained) []row {
	var out []row
	for _, n := range s.Notes {
		r := row{Kind: string(n.Kind), Words: quote(text, n.Span), Reason: reason(n), Rejected: n.Rejected != ""}
		if n.Kind == extract.NotePosition {
			r.Words, r.Reason = "", n.Means
		}
		out = append(out, r)
	}
	return out
}

// Hue tells meetings apart by colour, in degrees.
func (p piece) Hue() int { return hue(p.Meeting) }

// Hue is that of the meeting's words.
func (c card) Hue() int { return hue(c.Number) }

// hue spreads numbers around the colour circle by the golden angle.
func hue(n int) int { return n * 137 % 360 }
