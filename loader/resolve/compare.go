package resolve

import (
	"math"
	"strings"
)

// Comparison is how two reports were judged to tell of one meeting or not.
type Comparison struct {
	// A and B are the reports' IDs.
	A, B string
	// Score is the sum over the fields: evidence for one meeting, about in
	// bits.
	Score float64
	// One says that they are alike enough to be one, Never that they can't be,
	// whatever else is known but an analyst's word.
	One, Never bool
	Fields     []FieldScore
}

// FieldScore is what one field says.
type FieldScore struct {
	// Field is participants, parties, date, place, kind, status or follows.
	Field string
	// A and B are what the reports say, for people.
	A, B  string
	Score float64
	// Why is the reason in a few words.
	Why string
}

// The scores that decide.
const (
	// enough makes two reports one meeting where at least one says enough by
	// itself; enoughThin where both are thin.
	enough     = 4
	enoughThin = 6
	// maybe makes a thin report possibly one of a meeting, if it isn't more;
	// clear is by how much it must be nearer to one than to the next to be of
	// that one.
	maybe = 2.5
	clear = 1.5
	// never is the score of what can't be.
	never = -100
)

// the fields of a comparison, in its order.
var fieldNames = [...]string{"participants", "parties", "date", "place", "kind", "status", "follows"}

const (
	fieldPeople = iota
	fieldParties
	fieldDate
	fieldPlace
	fieldKind
	fieldStatus
	fieldFollows
)

// judged is a comparison as numbers.
type judged struct {
	fields [len(fieldNames)]mark
	score  float64
	// met says that who takes part is near enough for one meeting; without it
	// no score is enough.
	met bool
}

// mark is what one field says.
type mark struct {
	score float64
	why   string
}

// Compare says how two reports were judged, field by field. It is symmetric.
func Compare(a, b *Report) Comparison {
	f, g := factsOf(a), factsOf(b)
	j := judge(f, g, true)
	c := Comparison{A: a.ID, B: b.ID, Score: j.score, One: j.one(f, g), Never: j.never() || a.Document == b.Document}
	for i, m := range j.fields {
		x, y := f.said(i), g.said(i)
		if m.why == "" && x == "" && y == "" {
			continue
		}
		c.Fields = append(c.Fields, FieldScore{Field: fieldNames[i], A: x, B: y, Score: m.score, Why: m.why})
	}
	if a.Document == b.Document {
		c.Score, c.One = never, false
		c.Fields = append(c.Fields, FieldScore{Field: "document", A: a.Document, B: b.Document, Score: never, Why: "one document tells them apart"})
	}
	return c
}

// judge compares what two reports say, not which document does, up to the
// first contradiction; in full to the end.
func judge(a, b *facts, full bool) judged {
	var j judged
	j.fields[fieldKind] = compareKinds(a.Kind, b.Kind)
	j.fields[fieldPlace] = comparePlaces(a, b)
	if !full && j.fields[fieldKind].score+j.fields[fieldPlace].score < never/2 {
		j.score = never
		return j
	}
	j.fields[fieldDate] = compareDates(a, b, j.fields[fieldPlace].score > 0)
	if !full && j.fields[fieldDate].score < never/2 {
		j.score = never
		return j
	}
	w := meet(a, b)
	j.met = w.enough(a, b)
	j.fields[fieldPeople], j.fields[fieldParties] = w.people(a, b), w.parties()
	j.fields[fieldStatus] = compareStatus(a, b)
	j.fields[fieldFollows] = compareFollows(a, b)
	for _, m := range j.fields {
		j.score += m.score
	}
	j.score = math.Round(j.score*100) / 100
	return j
}

// never reports that the two can't be one meeting.
func (j *judged) never() bool { return j.score < 0 }

// one reports that they are enough alike to be one.
func (j *judged) one(a, b *facts) bool {
	need := float64(enough)
	if !a.core && !b.core {
		need = enoughThin
	}
	return j.met && j.score >= need && a.Document != b.Document
}

// linked reports whether two reports of what can be told by itself are alike
// enough to be one, and how much.
func linked(a, b *facts) (float64, bool) {
	if a.Document == b.Document {
		return 0, false
	}
	j := judge(a, b, false)
	return j.score, j.one(a, b)
}

// candidate reports whether a thin report may be of the meeting that a report
// tells of which isn't thin.
func candidate(thin, of *facts) (float64, bool) {
	if thin.Document == of.Document {
		return 0, false
	}
	j := judge(thin, of, false)
	return j.score, j.met && j.score >= maybe
}

// apart reports whether two reports can't be of one meeting.
func apart(a, b *facts) bool {
	if a.Document == b.Document {
		return true
	}
	j := judge(a, b, false)
	return j.never()
}

// said is what a report says in a field, for people.
func (f *facts) said(field int) string {
	switch field {
	case fieldPeople:
		return f.names(true)
	case fieldParties:
		return f.names(false)
	case fieldDate:
		return f.date()
	case fieldPlace:
		return f.where()
	case fieldKind:
		return f.Kind
	case fieldStatus:
		return f.Status
	}
	return strings.Join(f.Follows, ", ")
}

// where is the place with its building.
func (f *facts) where() string {
	var parts []string
	if f.Venue != "" {
		parts = append(parts, f.Venue)
	}
	if f.Place != nil {
		parts = append(parts, f.Place.Name)
	}
	return strings.Join(parts, ", ")
}
