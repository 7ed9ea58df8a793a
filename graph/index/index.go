// Package index derives what both stores keep beside a node's own properties
// so that they find the same nodes in the same order: folded names, the first
// and last day of dates, and the words of the full text. The databases' own
// tokenizers only ever split at spaces; folding, stemming and stop words are
// done here, once, for what is stored and for what is asked.
package index

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"parley/fold"
	"parley/graph"
)

// Derived is what is indexed of one node.
type Derived struct {
	// Folded has, for each Text property with a value, the distinct folded
	// values, its own first and then those of its aliases.
	Folded map[string][]string
	// Dates has the interval of each Date property with a value.
	Dates map[string]graph.Interval
	// Text are the words of the node's full text, each with a space before
	// and after it (" security  guarante "), so that the occurrences of a
	// term can be counted by its length; "" for a label without search.
	Text string
	// Words counts them.
	Words int
	// Repeats tells which of them are there more than once.
	Repeats Repeats
}

// Node derives what is indexed of n. The error is graph.ErrInvalid for an
// unknown label, an unknown property, a value of the wrong type or a bad date.
func Node(o *graph.Ontology, n graph.Node) (Derived, error) {
	d := Derived{Folded: map[string][]string{}, Dates: map[string]graph.Interval{}}
	def, ok := o.Label(n.Label)
	if !ok {
		return d, fmt.Errorf("%w: node %s has the unknown label %q", graph.ErrInvalid, n.ID, n.Label)
	}
	if err := CheckProps(def.Props, n.Props, "node "+string(n.ID)); err != nil {
		return d, err
	}
	var words []string
	for _, p := range def.Props {
		v := n.Props[p.Name]
		switch p.Kind {
		case graph.Text:
			if f := foldAll(v, n.Props[p.Aliases]); len(f) > 0 {
				d.Folded[p.Name] = f
			}
		case graph.Date:
			if s, _ := v.(string); s != "" {
				d.Dates[p.Name], _ = graph.ParseDate(s)
			}
		}
		if p.Search && def.Weight > 0 {
			words = append(words, wordsOf(v)...)
		}
	}
	d.Text, d.Words, d.Repeats = join(words), len(words), repeatsOf(words)
	return d, nil
}

// CheckProps reports, as graph.ErrInvalid, the first property that defs don't
// have or whose value doesn't have the defined type; what names its owner.
func CheckProps(defs []graph.PropDef, props graph.Props, what string) error {
	kinds := make(map[string]graph.Kind, len(defs))
	for _, p := range defs {
		kinds[p.Name] = p.Kind
	}
	for name, v := range props {
		kind, ok := kinds[name]
		if !ok {
			return fmt.Errorf("%w: %s has the unknown property %q", graph.ErrInvalid, what, name)
		}
		if v == nil {
			continue
		}
		if !fits(kind, v) {
			return fmt.Errorf("%w: property %s of %s can't be a %T", graph.ErrInvalid, name, what, v)
		}
		if s, _ := v.(string); kind == graph.Date && s != "" {
			if _, err := graph.ParseDate(s); err != nil {
				return fmt.Errorf("property %s of %s: %w", name, what, err)
			}
		}
	}
	return nil
}

// fits reports whether v is of the Go type that stands for kind.
func fits(kind graph.Kind, v any) bool {
	ok := false
	switch kind {
	case graph.String, graph.Text, graph.Date:
		_, ok = v.(string)
	case graph.Int:
		_, ok = v.(int64)
	case graph.Float:
		_, ok = v.(float64)
	case graph.Bool:
		_, ok = v.(bool)
	case graph.Strings:
		_, ok = v.([]string)
	case graph.Ints:
		_, ok = v.([]int64)
	}
	return ok
}

// foldAll folds a value and its aliases and keeps each form once, in order.
func foldAll(value, aliases any) []string {
	var out []string
	seen := map[string]bool{}
	s, _ := value.(string)
	more, _ := aliases.([]string)
	for _, v := range append([]string{s}, more...) {
		if f := fold.Name(v); f != "" && !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	return out
}

// wordsOf returns the index words of a string or of each of several, with a
// word that nobody types between two values so that no phrase spans them.
func wordsOf(v any) []string {
	switch v := v.(type) {
	case string:
		return Words(v)
	case []string:
		var out []string
		for _, s := range v {
			if w := Words(s); len(w) > 0 {
				out = append(append(out, w...), boundary)
			}
		}
		return out
	}
	return nil
}

// boundary separates values in the full text; no word is made of it.
const boundary = "¶"

// join writes words as Derived.Text.
func join(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, "  ") + " "
}

// Token is one word of a text.
type Token struct {
	// Start and End are its bytes in the text.
	Start, End int
	// Word is its folded stem; "" for a stop word, which is not indexed.
	Word string
}

// Tokens splits a text at everything but letters, digits, marks and the
// apostrophes and dots inside a word, and reduces each word to its folded stem
// (Snowball's English stemmer; stop words are Snowball's list).
func Tokens(s string) []Token {
	var out []Token
	start := -1
	for i, r := range s {
		if inWord(r) || start >= 0 && joins(s, i, r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			out = append(out, Token{start, i, stem(s[start:i])})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, Token{start, len(s), stem(s[start:])})
	}
	return out
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// joins reports whether the rune at s[i:] is an apostrophe or a dot between
// two letters or digits: "Nation's", "U.S", "3.5".
func joins(s string, i int, r rune) bool {
	if r != '\'' && r != '’' && r != '.' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
	return inWord(next)
}

// within are left out of a word: some letters decompose into several words.
var within = strings.NewReplacer(".", "", " ", "")

// stem returns the index form of one word, "" for a stop word.
func stem(word string) string {
	f := within.Replace(fold.Name(word))
	if f == "us" && word != strings.ToLower(word) {
		return f // the country, not the pronoun
	}
	if english.IsStopWord(f) {
		return ""
	}
	return strings.ReplaceAll(english.Stem(f, false), "'", "")
}

// Words returns the index words of a text, stop words left out.
func Words(s string) []string {
	var out []string
	for _, t := range Tokens(s) {
		if t.Word != "" {
			out = append(out, t.Word)
		}
	}
	return out
}
