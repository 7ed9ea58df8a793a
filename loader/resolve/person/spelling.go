package person

import (
	"slices"
	"strings"

	"parley/fold"
	"parley/loader/lexicon"
)

// spelt is a person's name in the form in which names are compared.
type spelt struct {
	// words are in the canonical spelling, single letters for initials,
	// without titles, articles and particles. Where surnames come first and
	// are few (Kim, Wang), the surname is the first of two words.
	words []string
	// generation is "jr", "sr", … or "".
	generation string
	// titles stand before the name, folded ("president"); styled says that
	// something does.
	titles []string
	styled bool
	// party is the code of a state in the wording: "Ukraine's president".
	party  string
	common bool // the name is shared by many
	east   bool // the surname is the first word
}

// key is the canonical name as part of an ID.
func (s *spelt) key() string {
	words := s.words
	if s.generation != "" {
		words = append(slices.Clone(words), s.generation)
	}
	return strings.Join(words, "-")
}

// full reports a name of two words or more, initials not counted.
func (s *spelt) full() bool { return s.whole() > 1 }

// whole counts the words that are no initials.
func (s *spelt) whole() int {
	n := 0
	for _, w := range s.words {
		if len(w) > 1 {
			n++
		}
	}
	return n
}

// spell brings a name to its canonical form; party is the code of the state
// that the person acts for, "" if unknown.
func (b *Book) spell(name, party string) spelt {
	var s spelt
	raw := strings.Fields(fold.Name(strings.ReplaceAll(name, ",", " ")))
	raw = b.styles(&s, raw)
	for len(raw) > 1 && b.sp.Generation[strings.Trim(raw[len(raw)-1], ".")] != "" {
		s.generation = b.sp.Generation[strings.Trim(raw[len(raw)-1], ".")]
		raw = raw[:len(raw)-1]
	}
	words := b.joined(split(raw))
	if b.eastern(words) {
		s.east = true
		s.words = b.surnameFirst(words)
	} else {
		family := b.family(words, party)
		for i, w := range words {
			s.words = append(s.words, b.canonical(w, family, i == 0, len(words) > 1 && i == len(words)-1))
		}
		s.words = b.houseless(b.bare(s.words))
	}
	s.common = b.common(s.words, s.east) || b.common(words, s.east)
	return s
}

// split cuts words at hyphens, and "j.d." into initials; what a hyphen joined
// starts with one.
func split(raw []string) []string {
	var out []string
	for _, w := range raw {
		if dotted := strings.FieldsFunc(w, func(r rune) bool { return r == '.' }); len(dotted) > 1 && !slices.ContainsFunc(dotted, func(d string) bool { return len(d) > 1 }) {
			out = append(out, dotted...)
			continue
		}
		for i, part := range strings.Split(strings.ReplaceAll(w, ".", ""), "-") {
			if part = strings.Trim(strings.ReplaceAll(part, "'", ""), `"()`); part == "" {
				continue
			}
			if i > 0 {
				part = "-" + part
			}
			out = append(out, part)
		}
	}
	return out
}

// joined makes one word of a servant's name ("abdul rahman") and of given
// names that are also written as one ("ali reza").
func (b *Book) joined(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		w := strings.TrimPrefix(words[i], "-")
		rest := i + 1
		if b.sp.Servant[w] {
			for rest < len(words)-1 && b.sp.Article[strings.TrimPrefix(words[rest], "-")] {
				rest++
			}
			if rest < len(words) {
				out = append(out, "abd"+b.given(strings.TrimPrefix(words[rest], "-")))
				i = rest
				continue
			}
		}
		if rest < len(words) {
			if g := b.sp.Given[w+" "+strings.TrimPrefix(words[rest], "-")]; g != "" {
				out = append(out, g)
				i++
				continue
			}
		}
		out = append(out, words[i])
	}
	return out
}

// given is the first spelling of a given name, any other word itself.
func (b *Book) given(w string) string {
	if g := b.sp.Given[w]; g != "" {
		return g
	}
	return w
}

// eastern reports a name of one of the few surnames of China, Korea and
// Vietnam, and of one or two syllables more.
func (b *Book) eastern(words []string) bool {
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	return b.sp.Families[words[0]] == lexicon.FamilyEast || b.sp.Families[words[len(words)-1]] == lexicon.FamilyEast
}

// surnameFirst is such a name as two words.
func (b *Book) surnameFirst(words []string) []string {
	surname, given := words[0], words[1:]
	if b.sp.Families[surname] != lexicon.FamilyEast {
		surname, given = words[len(words)-1], words[:len(words)-1]
	}
	name := strings.ReplaceAll(strings.Join(given, ""), "-", "")
	for _, l := range b.sp.Letters[lexicon.FamilyEast] {
		name = rewrite(name, l)
	}
	return []string{surname, name}
}

// family is how a name was romanised: by its words, else by the state.
func (b *Book) family(words []string, party string) lexicon.Family {
	for i, w := range words {
		w = strings.TrimPrefix(w, "-")
		if f := b.sp.Families[w]; f != "" && f != lexicon.FamilyEast {
			return f
		}
		if i > 0 && b.sp.Article[w] || strings.HasPrefix(w, "abd") {
			return lexicon.FamilyArabic
		}
		if f := b.sp.Ending(w); f != "" && (i > 0 || len(words) == 1) && !b.lex.Given(w) {
			return f
		}
	}
	if f := b.sp.Families[party]; f != "" {
		return f
	}
	return lexicon.FamilyWest
}

// minRewritten is the length from which a word's letters are rewritten: short
// names that differ in a letter are different names.
const minRewritten = 5

// canonical is a word in its canonical spelling.
func (b *Book) canonical(w string, family lexicon.Family, first, last bool) string {
	hyphen := strings.HasPrefix(w, "-")
	w = strings.TrimPrefix(w, "-")
	if g := b.sp.Given[w]; g != "" && (!b.sp.First[w] || first && !last) {
		return g
	}
	if family == lexicon.FamilyArabic {
		w = servant(w)
	}
	if hyphen && b.sp.Article[w] || len(w) < minRewritten || family == lexicon.FamilyWest && b.lex.Given(w) {
		return w
	}
	for _, l := range b.sp.Letters[family] {
		w = rewrite(w, l)
	}
	if family != lexicon.FamilyWest {
		w = single(w)
	}
	return b.given(w)
}

// servant writes "abdelfattah" and "abdulfattah" alike.
func servant(w string) string {
	if len(w) > 8 && strings.HasPrefix(w, "abd") && strings.ContainsRune("aeou", rune(w[3])) && strings.ContainsRune("lrs", rune(w[4])) {
		return "abd" + w[5:]
	}
	return w
}

// rewrite replaces letters in a word.
func rewrite(w string, l lexicon.Letters) string {
	if from, ok := strings.CutPrefix(l.From, "^"); ok {
		if rest, ok := strings.CutPrefix(w, from); ok {
			return l.To + rest
		}
		return w
	}
	if from, ok := strings.CutSuffix(l.From, "$"); ok {
		if rest, ok := strings.CutSuffix(w, from); ok {
			return rest + l.To
		}
		return w
	}
	return strings.ReplaceAll(w, l.From, l.To)
}

// single writes doubled letters once.
func single(w string) string {
	var b strings.Builder
	for i := range len(w) {
		if i == 0 || w[i] != w[i-1] {
			b.WriteByte(w[i])
		}
	}
	return b.String()
}

// bare drops articles and particles, unless nothing else is left.
func (b *Book) bare(words []string) []string {
	var out []string
	for _, w := range words {
		if !b.sp.Article[w] && !b.sp.Particle[w] {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return words
	}
	return out
}

// houseless drops the name of a ruling house after two words or more.
func (b *Book) houseless(words []string) []string {
	if n := len(words); n > 2 && b.sp.House[words[n-1]] {
		return words[:n-1]
	}
	return words
}

// common reports a name that proves nobody without more: its surname is one of
// the frequent ones, or a given name.
func (b *Book) common(words []string, east bool) bool {
	if east || len(words) == 0 {
		return true
	}
	w := strings.TrimPrefix(words[len(words)-1], "-")
	return b.sp.Common[w] || b.lex.Given(w) || b.sp.Given[w] != ""
}
