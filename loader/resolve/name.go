package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"

	"parley/fold"
	"parley/loader/extract"
	"parley/loader/lexicon"
	"parley/loader/resolve/person"
)

// PersonLabel is the label of people's nodes.
const PersonLabel = "Person"

// labels are the labels of shared nodes, by the prefix of their IDs.
var labels = map[string]string{
	"person": PersonLabel, "country": "Country", "org": "Organization", "place": "Place", "topic": "Topic", "proposal": "Proposal",
}

// Entity is a shared node as one document names it.
type Entity struct {
	ID string
	// Form is the document's wording.
	Form string
}

// Up is an edge from a node to what it lies in, is part of or belongs to, which the
// lexicon knows whatever documents say.
type Up struct {
	// Type is LOCATED_IN, PART_OF or BROADER.
	Type string
	ID   string
}

// Description is what is known of a node from its ID alone.
type Description struct {
	Label string
	// Name is the lexicon's name, "" for a node that it doesn't know.
	Name    string
	Aliases []string
	// Props are further properties of the node.
	Props map[string]any
	Up    []Up
}

// Namer gives names their nodes: those that the lexicon knows by its code,
// others by their words in a normal form. What a name means depends on the document and
// the lexicon alone, never on other documents.
type Namer struct {
	lex    *lexicon.Lexicon
	book   *person.Book
	topics *thesaurus
}

// NewNamer returns a Namer that knows what lex knows.
func NewNamer(lex *lexicon.Lexicon) *Namer { return &Namer{lex, person.New(lex), newThesaurus(lex)} }

// Actor returns the node of a state or organisation; who a person is takes the
// document's Cast.
func (n *Namer) Actor(a extract.Actor) Entity {
	switch {
	case a.Code != "":
		return Entity{a.Code, a.Name}
	case a.Kind == extract.ActorCountry:
		return Entity{n.known(lexicon.KindCountry, a.Name, "country"), a.Name}
	}
	return Entity{n.known(lexicon.KindOrg, a.Name, "org"), a.Name}
}

// known returns the code of the first thing of a kind with that name, else an
// ID made of the name.
func (n *Namer) known(kind lexicon.Kind, name, prefix string) string {
	if e := n.lex.Resolve(kind, name); len(e) > 0 {
		return e[0].Code
	}
	return prefix + ":" + slug(name)
}

// Place returns the node of a place.
func (n *Namer) Place(p extract.Place) Entity {
	switch {
	case p.Code != "":
	case p.In != "":
		return Entity{"place:name-" + slug(p.Name) + inArea + strings.Replace(p.In, ":", "-", 1), p.Name}
	default:
		return Entity{"place:name-" + slug(p.Name), p.Name}
	}
	return Entity{placeID(p.Code), p.Name}
}

// Venue returns the node of a building or site, and whether the gazetteer
// knows exactly one of that name.
func (n *Namer) Venue(name string) (Entity, bool) {
	var found []string
	for _, e := range n.lex.Resolve(lexicon.KindPlace, strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")) {
		if p, ok := n.lex.Place(e.Code); ok && p.Type == lexicon.TypeVenue {
			found = append(found, e.Code)
		}
	}
	if len(found) != 1 {
		return Entity{}, false
	}
	return Entity{placeID(found[0]), name}, true
}

// Topic returns the node of a topic: wordings with the same content words,
// whatever their inflection and order, or with others for the same concept, are
// one.
func (n *Namer) Topic(words string) Entity {
	normal := n.topics.normal(words)
	if len(normal) == 0 {
		return Entity{"topic:" + slug(words), words}
	}
	return Entity{topicID(normal), words}
}

// Above are the nodes of which one is part, as a document that names it names
// them.
func (n *Namer) Above(e Entity) []Entity {
	var out []Entity
	for _, up := range n.Describe(e.ID).Up {
		form := n.Describe(up.ID).Name
		if form == "" && up.Type == broader {
			form = n.topics.remainder(e.Form, up.ID)
		}
		out = append(out, Entity{up.ID, form})
	}
	return out
}

// Proposal returns the node of a proposal, by the normal form of its words.
func (n *Namer) Proposal(p extract.Proposal) Entity {
	key := cmp.Or(p.Key, p.Name)
	if normal := n.topics.normal(key); len(normal) > 0 {
		return Entity{strings.Replace(topicID(normal), "topic:", "proposal:", 1), p.Name}
	}
	return Entity{"proposal:" + slug(key), p.Name}
}

// Surname returns how the person with an ID is called after the first mention:
// the lexicon's surname, else the name's last word with the particles before it.
func (n *Namer) Surname(id, name string) string {
	if p, ok := n.lex.Person(id); ok && p.Surname != "" {
		return p.Surname
	}
	words := strings.Fields(name)
	i := len(words) - 1
	for i > 1 && startsLower(words[i-1]) {
		i--
	}
	if i < 0 {
		return name
	}
	return strings.Join(words[i:], " ")
}

// Side returns the ID of the state or organisation that the lexicon knows a
// person to act for, "" if it doesn't.
func (n *Namer) Side(person string) string {
	if p, ok := n.lex.Person(person); ok {
		return p.Country
	}
	return ""
}

func startsLower(word string) bool {
	for _, r := range word {
		return unicode.IsLower(r)
	}
	return false
}

// Describe returns what is known of the node with this ID.
func (n *Namer) Describe(id string) Description {
	prefix, rest, _ := strings.Cut(id, ":")
	d := Description{Label: labels[prefix], Props: map[string]any{}}
	switch prefix {
	case "person":
		if p, ok := n.lex.Person(id); ok {
			d.Name, d.Aliases = p.Name, slices.Clone(p.Aliases)
			if p.Surname != "" {
				d.Aliases = append(d.Aliases, p.Surname)
			}
		}
	case "country":
		n.country(id, rest, &d)
	case "org":
		n.org(id, &d)
	case "place":
		n.place(code(rest), &d)
	case "topic":
		n.topic(id, &d)
	}
	return d
}

// country describes a state.
func (n *Namer) country(id, rest string, d *Description) {
	c, ok := n.lex.Country(id)
	if !ok {
		return
	}
	d.Name = c.Name
	d.Aliases = append(append(d.Aliases, c.Official), c.Aliases...)
	d.Props["code"] = rest
	if c.Continent != "" {
		d.Up = append(d.Up, Up{"LOCATED_IN", placeID(c.Continent)})
	}
}

// org describes an organisation.
func (n *Namer) org(id string, d *Description) {
	o, ok := n.lex.Org(id)
	if !ok {
		return
	}
	d.Name, d.Aliases = o.Name, slices.Clone(o.Aliases)
	d.Props["kind"] = string(o.Kind)
	if up := cmp.Or(o.PartOf, o.State); up != "" {
		d.Up = append(d.Up, Up{"PART_OF", up})
	}
}

// place describes a place: it lies in the place around it and in its state.
func (n *Namer) place(code string, d *Description) {
	if _, area, ok := strings.Cut(code, inArea); ok {
		d.Up = append(d.Up, Up{"LOCATED_IN", n.upID(strings.Replace(area, "-", ":", 1))})
		return
	}
	p, ok := n.lex.Place(code)
	if !ok {
		return
	}
	d.Name, d.Aliases = p.Name, slices.Clone(p.Aliases)
	d.Props["kind"] = string(p.Type)
	d.Props["latitude"], d.Props["longitude"] = p.Lat, p.Lon
	country := p.Country
	if p.Type == lexicon.TypeCountry {
		country = p.Code
	}
	if p.In != "" && p.In != country && p.Type != lexicon.TypeCountry {
		d.Up = append(d.Up, Up{"LOCATED_IN", n.upID(p.In)})
	}
	if country != "" {
		d.Up = append(d.Up, Up{"LOCATED_IN", country})
	}
}

// topic describes a concept, and of what a topic is part.
func (n *Namer) topic(id string, d *Description) {
	if c := n.topics.concepts[id]; c != nil {
		d.Name, d.Aliases = c.Name, slices.Clone(c.Forms)
	}
	for _, up := range n.topics.above(id) {
		d.Up = append(d.Up, Up{broader, up})
	}
}

// upID returns the node of what something lies in: a state itself rather than
// its territory as a place.
func (n *Namer) upID(code string) string {
	if strings.HasPrefix(code, "country:") {
		return code
	}
	return placeID(code)
}

// Within returns the IDs of all that a place lies in, the nearest first; a
// state both as itself and as a place.
func (n *Namer) Within(id string) []string {
	var out []string
	add := func(x string) {
		if x != id && !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	for queue := []string{id}; len(queue) > 0; queue = queue[1:] {
		for _, up := range n.Describe(queue[0]).Up {
			if strings.HasPrefix(up.ID, "country:") {
				add(placeID(up.ID))
			}
			add(up.ID)
			queue = append(queue, up.ID)
		}
	}
	return out
}

// inArea stands between the name of a place that the gazetteer doesn't know and
// the area in which the text puts it.
const inArea = "~"

// placeID and code turn a gazetteer's code into a node's ID and back.
func placeID(code string) string { return "place:" + strings.Replace(code, ":", "-", 1) }
func code(rest string) string    { return strings.Replace(rest, "-", ":", 1) }

// slug writes a name as part of an ID: folded letters and digits, with a
// hyphen for everything between.
func slug(name string) string {
	words := strings.FieldsFunc(fold.Name(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return cmp.Or(strings.Join(words, "-"), "unnamed")
}

// stems returns the content words of a phrase, folded and without inflection
// (Snowball's English stemmer and stop words).
func stems(phrase string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(fold.Name(phrase), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' }) {
		w = strings.Trim(strings.TrimSuffix(w, "'s"), "'")
		if w != "" && !english.IsStopWord(w) {
			out = append(out, english.Stem(w, false))
		}
	}
	return out
}

// Covers reports whether all content words of a topic stand in a text.
func Covers(text, topic string) bool {
	in, want := stems(text), stems(topic)
	return len(want) > 0 && !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(in, w) })
}
