package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"

	"parley/fold"
	"parley/loader/lexicon"
)

// broader is the edge from a topic to the one that it is part of.
const broader = "BROADER"

// thesaurus brings topics to a normal form: the sorted stems of their content
// words, other words for a concept being the concept's, and names of states and
// places those of the lexicon.
type thesaurus struct {
	lex      *lexicon.Lexicon
	forms    map[string][]wording // by the first stem, the longest first
	concepts map[string]*concept  // by ID
	plain    []*concept           // those that topics may contain, in order
	aspects  map[string]bool      // stems
}

// concept is one with the stems of its name.
type concept struct {
	*lexicon.Concept
	id    string
	stems []string
}

// wording is one name of a concept.
type wording struct {
	stems []string
	of    *concept
}

// newThesaurus indexes the lexicon's concepts.
func newThesaurus(lex *lexicon.Lexicon) *thesaurus {
	t := &thesaurus{lex, map[string][]wording{}, map[string]*concept{}, nil, map[string]bool{}}
	cs := lex.Thesaurus()
	for i := range cs {
		name, _ := t.words(cs[i].Name)
		c := &concept{&cs[i], topicID(name), name}
		t.concepts[c.id] = c
		switch c.Kind {
		case lexicon.ConceptAspect:
			t.aspects[name[0]] = true
		case "":
			t.plain = append(t.plain, c)
		}
		for _, f := range append([]string{c.Name}, c.Forms...) {
			if s, _ := t.words(f); len(s) > 0 {
				t.forms[s[0]] = append(t.forms[s[0]], wording{s, c})
			}
		}
	}
	for _, ws := range t.forms {
		slices.SortStableFunc(ws, func(a, b wording) int { return cmp.Compare(len(b.stems), len(a.stems)) })
	}
	return t
}

// topicID is the node of a topic in normal form; the order of the stems says
// nothing.
func topicID(stems []string) string {
	sorted := slices.Sorted(slices.Values(stems))
	return "topic:" + strings.Join(slices.Compact(sorted), "-")
}

// upon are the prepositions before whom something is done to.
var upon = map[string]bool{"on": true, "against": true, "upon": true, "to": true, "into": true, "towards": true}

// normal is the normal form of a topic's words, in their order.
func (t *thesaurus) normal(phrase string) []string { return t.replaced(t.words(phrase)) }

// words are the stems of a phrase and the names in it; at are the indexes of
// those names that follow "on" and its like.
func (t *thesaurus) words(phrase string) (words []string, at map[int]bool) {
	at = map[int]bool{}
	tokens := t.lex.Splitter().Tokens(phrase)
	before := ""
	for i := 0; i < len(tokens); {
		if n, es := t.lex.At(phrase, tokens, i); n > 0 && named(es) {
			if upon[before] {
				at[len(words)] = true
			}
			words = append(words, strings.ReplaceAll(slug(es[0].Name), "-", ""))
			before, i = "", i+n
			continue
		}
		w := fold.Name(tokens[i].Of(phrase))
		if s, ok := stem(w); ok {
			words = append(words, s)
		}
		before, i = w, i+1
	}
	return words, at
}

// named reports a name of a state, an organisation or a place, and not just
// a word like one.
func named(es []lexicon.Entry) bool {
	e := es[0]
	return e.Kind != lexicon.KindPerson && !e.Weak && e.Variant != lexicon.VariantMetonym
}

// replaced puts concepts for their other names, and marks the names of those to
// whom something is done.
func (t *thesaurus) replaced(words []string, at map[int]bool) []string {
	var out, onto []string
	agent := false
	for i := 0; i < len(words); {
		n, c := t.concept(words[i:])
		if n == 0 {
			if at[i] {
				onto = append(onto, words[i])
			} else {
				out = append(out, words[i])
			}
			i++
			continue
		}
		agent = agent || c.Kind == lexicon.ConceptAgent
		out, i = append(out, c.stems...), i+n
	}
	for _, w := range onto {
		if agent {
			w = "on." + w
		}
		out = append(out, w)
	}
	return out
}

// concept is the concept that words start with: how many they are, 0 for none.
func (t *thesaurus) concept(words []string) (int, *concept) {
	for _, w := range t.forms[words[0]] {
		if len(w.stems) <= len(words) && slices.Equal(w.stems, words[:len(w.stems)]) {
			return len(w.stems), w.of
		}
	}
	return 0, nil
}

// above are the broader topics of one, by their IDs: what it is an aspect of,
// and what its concept belongs to.
func (t *thesaurus) above(id string) []string {
	var out []string
	if c := t.concepts[id]; c != nil {
		if c.Broader != "" {
			out = append(out, topicID(t.normal(c.Broader)))
		}
		return out
	}
	words := strings.Split(strings.TrimPrefix(id, "topic:"), "-")
	rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return t.aspects[w] })
	if len(rest) > 0 && len(rest) < len(words) {
		return []string{topicID(rest)}
	}
	return t.within(words)
}

// within are the concepts that a topic's words contain, and that none of the
// others contains: "ceasefire in Gaza" is about a ceasefire.
func (t *thesaurus) within(words []string) []string {
	var found [][]string
	for _, c := range t.plain {
		if len(c.stems) < len(words) && contains(words, c.stems) {
			found = append(found, c.stems)
		}
	}
	var out []string
	for _, f := range found {
		if !slices.ContainsFunc(found, func(g []string) bool { return len(g) > len(f) && contains(g, f) }) {
			out = append(out, topicID(f))
		}
	}
	slices.Sort(out)
	return out
}

// remainder is what of a topic's words names a broader one: all but an aspect
// at one end ("war in Ukraine" of "end of the war in Ukraine").
func (t *thesaurus) remainder(phrase, above string) string {
	words := strings.Fields(phrase)
	for i := len(words) - 1; i > 0; i-- {
		if rest := strings.Join(words[i:], " "); topicID(t.normal(rest)) == above {
			return rest
		}
	}
	for i := 1; i < len(words); i++ {
		if rest := strings.Join(words[:i], " "); topicID(t.normal(rest)) == above {
			return rest
		}
	}
	return strings.ReplaceAll(strings.TrimPrefix(above, "topic:"), "-", " ")
}

// contains reports that all of some words are among others.
func contains(all, some []string) bool {
	return !slices.ContainsFunc(some, func(w string) bool { return !slices.Contains(all, w) })
}

// stem is a content word without inflection, folded (Snowball's English
// stemmer and stop words).
func stem(w string) (string, bool) {
	w = strings.Trim(strings.TrimSuffix(w, "'s"), "'.")
	if w == "" || english.IsStopWord(w) || !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return "", false
	}
	return english.Stem(w, false), true
}
