package lexicon

import "io/fs"

// ConceptKind is what a concept does in a topic.
type ConceptKind string

// The kinds of concept; most have none.
const (
	// ConceptAspect is a side of the matter that the rest of a topic names:
	// "end" in "end of the war".
	ConceptAspect ConceptKind = "aspect"
	// ConceptAgent does something to whom "on" or "against" names: "attack".
	ConceptAgent ConceptKind = "agent"
)

// Concept is what topics are about under several names.
type Concept struct {
	Name string
	Kind ConceptKind
	// Forms are other words for it.
	Forms []string
	// Broader is the name of the concept that it belongs to, "" for none.
	Broader string
}

// Thesaurus returns the concepts in the order of the file.
func (l *Lexicon) Thesaurus() []Concept { return l.thesaurus }

// readThesaurus reads thesaurus.tsv.
func (l *Lexicon) readThesaurus(files fs.FS) error {
	rows, err := readTable(files, "thesaurus.tsv", "concept", "kind", "forms", "broader")
	if err != nil {
		return err
	}
	for _, r := range rows {
		c := Concept{r.get("concept"), ConceptKind(r.get("kind")), r.list("forms"), r.get("broader")}
		if c.Kind != "" && c.Kind != ConceptAspect && c.Kind != ConceptAgent {
			return r.errorf("unknown kind %q", c.Kind)
		}
		l.thesaurus = append(l.thesaurus, c)
	}
	return nil
}
