package person

import (
	"strings"

	"parley/loader/lexicon"
)

// maxStyle is the most words of one title or state before a name.
const maxStyle = 4

// styles takes titles, honorifics and the state that they belong to from the
// front of a name: "Ukraine's president", "the Russian foreign minister",
// "Crown Prince Mohammed". What is left is the name.
func (b *Book) styles(s *spelt, words []string) []string {
	for len(words) > 0 {
		read := *s
		k := b.styleAt(&read, words)
		if k == 0 || k == len(words) && !s.styled {
			break // a name that is also a title: "King"
		}
		*s, words = read, words[k:]
		s.styled = true
	}
	return words
}

// styleAt reads one title, honorific or state at the front: how many words.
func (b *Book) styleAt(s *spelt, words []string) int {
	if words[0] == "the" {
		return 1
	}
	if k := b.titleAt(words); k > 0 {
		if len(words) > 1 && k == 1 && b.lex.Given(words[0]) && !b.sp.Style[words[0]] {
			return 0 // "Don Pramudwinai"
		}
		s.titles = append(s.titles, strings.Join(words[:k], " "))
		return k + b.ownerAfter(s, words[k:])
	}
	if k := b.stateAt(s, words); k > 0 {
		return k
	}
	for k := min(2, len(words)); k > 0; k-- {
		if b.sp.Style[strings.Trim(strings.Join(words[:k], " "), ".")] && len(words) > k {
			return k
		}
	}
	return 0
}

// titleAt is the length of the longest title or honorific that the words start
// with.
func (b *Book) titleAt(words []string) int {
	first, _, _ := strings.Cut(words[0], "-")
	for _, p := range b.lex.Grammar().At(lexicon.GrammarWord(first)) {
		if p.Class != lexicon.Title && p.Class != lexicon.Honorific && p.Class != lexicon.TitleBefore {
			continue
		}
		phrase := p.Words
		if strings.Contains(words[0], "-") { // which is three words of the grammar
			phrase = strings.Fields(strings.ReplaceAll(strings.Join(phrase, " "), " - ", "-"))
		}
		if opens(words, phrase) {
			return len(phrase)
		}
	}
	return 0
}

// opens reports that a row of words starts with a phrase.
func opens(words, phrase []string) bool {
	if len(phrase) > len(words) {
		return false
	}
	for i, w := range phrase {
		if lexicon.GrammarWord(words[i]) != w {
			return false
		}
	}
	return true
}

// stateAt reads a state or organisation before a title: "ukraine's", "russian".
func (b *Book) stateAt(s *spelt, words []string) int {
	for k := min(maxStyle, len(words)-1); k > 0; k-- {
		name := strings.TrimSuffix(strings.TrimSuffix(strings.Join(words[:k], " "), "'s"), "'")
		if code := b.sideNamed(name); code != "" && b.titleAt(words[k:]) > 0 {
			s.party = code
			return k
		}
	}
	return 0
}

// ownerAfter reads "of south korea" after a title.
func (b *Book) ownerAfter(s *spelt, words []string) int {
	if len(words) < 2 || words[0] != "of" {
		return 0
	}
	from := 1
	if words[1] == "the" {
		from = 2
	}
	for k := len(words); k > from; k-- {
		if code := b.sideNamed(strings.Join(words[from:k], " ")); code != "" {
			s.party = code
			return k
		}
	}
	return 0
}

// sideNamed is the code of a state or organisation with a folded name, "" if
// there is none.
func (b *Book) sideNamed(name string) string {
	title := strings.Join(capitalised(strings.Fields(name)), " ")
	for _, form := range []string{title, strings.ToUpper(name)} {
		for _, e := range b.lex.Resolve(0, form) {
			if e.Kind == lexicon.KindCountry || e.Kind == lexicon.KindOrg {
				return e.Code
			}
		}
	}
	return ""
}

func capitalised(words []string) []string {
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return words
}

// post is what a title says of an office.
type post struct {
	office string // the first of the titles that mean the same: "foreign minister"
	rank   string // leader, minister, envoy, …
	// generic says that the title is but the rank: "minister", "leader".
	generic bool
	past    bool // "former"
}

// post reads a title in a document's words ("Russian Foreign Minister").
func (b *Book) post(title string) (post, bool) {
	words := lexicon.GrammarWords(title)
	past := false
	for i := range words {
		for _, ph := range b.lex.Grammar().At(words[i]) {
			past = past || ph.Class == lexicon.TitleBefore && ph.Value == "past"
			if ph.Class == lexicon.Title && opens(words[i:], ph.Words) {
				p := b.postOf(&ph, words[:i])
				p.past = past
				return p, true
			}
		}
	}
	return post{past: past}, false
}

// postOf is what a title says that comes after some words.
func (b *Book) postOf(title *lexicon.Phrase, before []string) post {
	var p post
	p.rank, _, _ = strings.Cut(title.Value, "/")
	text := strings.Join(title.Words, " ")
	p.generic = text == strings.TrimSuffix(p.rank, "s")
	if len(before) > 0 {
		if w := before[len(before)-1]; w == "deputy" || w == "vice" || p.generic && b.qualifies(w) {
			text, p.generic = w+" "+text, false
		}
	}
	p.office = b.office(text)
	return p
}

// qualifies reports a word that makes another office of a title: "commerce"
// before "minister", but neither "Chinese" nor "senior".
func (b *Book) qualifies(w string) bool {
	for _, ph := range b.lex.Grammar().At(w) {
		if ph.Class == lexicon.TitleBefore {
			return false
		}
	}
	return w != "the" && w != "'s" && b.sideNamed(w) == ""
}

// office is the first of the titles that mean the same as one.
func (b *Book) office(title string) string {
	if o := b.sp.Office[title]; o != "" {
		return o
	}
	return title
}
