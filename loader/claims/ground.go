package claims

import (
	"cmp"
	"slices"
	"strings"

	"parley/loader/extract"
	"parley/loader/resolve"
)

// Origin is what Meeting.Rules says of a meeting that a language model found.
const Origin = "llm"

// Confidence is that of a meeting which a model found and the document bears
// out. It is assumed, not measured: models differ.
const Confidence = 0.6

// ground holds the claims about one part of a document against it.
type ground struct {
	doc    extract.Document
	survey *extract.Survey
	words  *verbatim
	out    extract.Extraction
	Dropped
}

// Ground gives what the document bears out of an answer about one part of it,
// and what had to be dropped. It is pure: the same document and answer give
// the same extraction.
func Ground(doc extract.Document, survey *extract.Survey, part Part, a Answer) (extract.Extraction, Dropped) {
	g := &ground{doc: doc, survey: survey, Dropped: Dropped{}}
	g.Add(a.Dropped)
	g.words = newVerbatim(doc.Text, part.Span, survey.Sentences())
	g.out = extract.Extraction{ID: doc.ID, Published: doc.Published}
	for _, p := range a.People {
		g.person(p)
	}
	for _, m := range a.Meetings {
		g.meeting(m)
	}
	for _, p := range a.Positions {
		g.position(p)
	}
	g.sort()
	return g.out, g.Dropped
}

// sort puts everything in the order of the document.
func (g *ground) sort() {
	slices.SortStableFunc(g.out.Meetings, func(a, b extract.Meeting) int { return cmp.Compare(a.Evidence[0].Start, b.Evidence[0].Start) })
	slices.SortStableFunc(g.out.Positions, func(a, b extract.Position) int { return cmp.Compare(a.Evidence[0].Start, b.Evidence[0].Start) })
	slices.SortStableFunc(g.out.People, func(a, b extract.Person) int { return cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start) })
}

// passages returns the sentences of the passages that stand in the part, in
// order and each once.
func (g *ground) passages(claimed []string) []extract.Span {
	var out []extract.Span
	for _, c := range claimed {
		found, ok := g.words.find(c)
		if !ok {
			g.detail(BadPassage)
		}
		out = append(out, found...)
	}
	slices.SortFunc(out, func(a, b extract.Span) int { return cmp.Compare(a.Start, b.Start) })
	return slices.Compact(out)
}

// borne reports a phrase whose content words all stand in the passages, or
// which stands in the part as it is.
func (g *ground) borne(phrase string, passages []extract.Span) bool {
	if len(phrase) > maxPhrase {
		return false
	}
	var b strings.Builder
	for _, s := range passages {
		b.WriteString(g.doc.Text[s.Start:s.End])
		b.WriteByte(' ')
	}
	return resolve.Covers(b.String(), phrase) || resolve.Covers(phrase, phrase) && g.words.says(phrase)
}

// maxPhrase is how many bytes a name, topic, outcome or title may have.
const maxPhrase = 300

// one is a phrase with its spaces made single.
func one(s string) string { return strings.Join(strings.Fields(s), " ") }

// value is a claimed value of ours in lower case, false if it isn't ours.
func value(s string, ours []string) (string, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	return s, slices.Contains(ours, s)
}

// deref is what a pointer points at, "" for nil.
func deref(s *string) string {
	if s == nil {
		return ""
	}
	return one(*s)
}
