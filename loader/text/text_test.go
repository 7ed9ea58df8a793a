package text

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// splitter knows a few abbreviations of each class; the real list is the
// lexicon's.
var splitter = NewSplitter(Words{
	Abbreviations: map[string]Class{
		"Mr": Joins, "Gen": Joins, "Dr": Joins, "St": Joins, "H.E": Joins, "e.g": Joins,
		"No": Counts, "Sept": Counts, "Nov": Counts, "p.m": Ends, "Inc": Ends,
	},
	Starters: []string{"the", "he", "a", "in"},
})

func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "They met. They talked.", "They met.|They talked."},
		{"titles", "Mr. Ruiz met Gen. Okafor and H.E. Dr. Lind.", "Mr. Ruiz met Gen. Okafor and H.E. Dr. Lind."},
		{"acronym inside", "The U.S. President left. So did the U.K. envoy.", "The U.S. President left.|So did the U.K. envoy."},
		{"acronym at the end", "He left for the U.S. The envoy stayed.", "He left for the U.S.|The envoy stayed."},
		{"initials", "Antonia J. Lind and J.D. Ruiz spoke.", "Antonia J. Lind and J.D. Ruiz spoke."},
		{"numbered", "A spokesman for No. 10 spoke on Sept. 3 of 3.5 points.", "A spokesman for No. 10 spoke on Sept. 3 of 3.5 points."},
		{"time", "It began at 5 p.m. on Sunday. It ended at 7 p.m. The envoys left.", "It began at 5 p.m. on Sunday.|It ended at 7 p.m.|The envoys left."},
		{"quote inside", `"We agreed," he said. "All of it." They left.`, `"We agreed," he said.|"All of it."|They left.`},
		{"curly quote", "“We agreed.” The envoys left.", "“We agreed.”|The envoys left."},
		{"question in a quote", `"Why now?" she asked. Nobody knew.`, `"Why now?" she asked.|Nobody knew.`},
		{"bracket", "They met (in Oslo.) They left.", "They met (in Oslo.)|They left."},
		{"ellipsis", "They talked ... and talked… Then they left.", "They talked ... and talked…|Then they left."},
		{"site", "He told Modern.az so. She left.", "He told Modern.az so.|She left."},
		{"fused", "They held talks.The envoy left.", "They held talks.|The envoy left."},
		{"dateline", "OSLO, Nov 21 (Example Wire) - A U.S. draft was read. It failed.", "OSLO, Nov 21 (Example Wire) - A U.S. draft was read.|It failed."},
		{"headings", "The talks\n\nThey met in Oslo", "The talks|They met in Oslo"},
		{"a line each", "Ministers met\nA spokesman said so\n", "Ministers met|A spokesman said so"},
		{"bullets", "• trade. More trade.\n• grain\n1. Visas for all", "• trade.|More trade.|• grain|1. Visas for all"},
		{"wrapped", "The envoys of the two sides met in the old town on Friday and\nagreed to meet again in a month, a person who was there said to\nus. Nobody else spoke.",
			"The envoys of the two sides met in the old town on Friday and\nagreed to meet again in a month, a person who was there said to\nus.|Nobody else spoke."},
		{"nothing", " \n\t\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, x := range splitter.Sentences(c.in) {
				got = append(got, x.Of(c.in))
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEndless cuts a text without full stops, best at a semicolon.
func TestEndless(t *testing.T) {
	for _, c := range []struct {
		in     string
		tokens int
		last   string
	}{
		{strings.Repeat("word ", 1000), maxTokens, "word"},
		{strings.Repeat("so, ", 500), maxTokens, ","},
		{strings.Repeat("a b ", 70) + "c; " + strings.Repeat("d, ", 100), 142, ";"},
		{strings.Repeat("a b ", 10) + "c; " + strings.Repeat("d ", 300), maxTokens, "d"},
	} {
		x := splitter.Sentences(c.in)
		first := x[0].Tokens
		if len(first) != c.tokens || first[len(first)-1].Of(c.in) != c.last {
			t.Errorf("%.20q: the first sentence has %d tokens and ends in %q, want %d and %q",
				c.in, len(first), first[len(first)-1].Of(c.in), c.tokens, c.last)
		}
		check(t, c.in)
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Kyiv's 28-point plan", "Kyiv/word 's/possessive 28/number -/hyphen point/word plan/word"},
		{"ministers’ talks", "ministers/word ’/possessive talks/word"},
		{"N'Djamena, O’Brien, Côte d'Ivoire", "N'Djamena/word ,/punct O’Brien/word ,/punct Côte/word d'Ivoire/word"},
		{`"No" – “Yes”`, `"/open No/word "/close –/punct “/open Yes/word ”/close`},
		{"1,000 at 20:30 on the 19th", "1,000/number at/word 20:30/number on/word the/word 19th/number"},
		{"U.S.-led G7 (M23)", "U.S./word -/hyphen led/word G7/word (/punct M23/word )/punct"},
		{"the U.S.'s aim... so", "the/word U.S./word 's/possessive aim/word .../punct so/word"},
		{"don't", "don't/word"},
	} {
		var got []string
		for _, tok := range splitter.Tokens(c.in) {
			got = append(got, tok.Of(c.in)+"/"+tok.Kind.String())
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestLetterCase(t *testing.T) {
	for in, want := range map[string][2]bool{
		"NATO": {true, true}, "U.S.": {true, true}, "Oslo": {true, false},
		"A": {true, false}, "envoy": {false, false}, "Élysée": {true, false}, "19th": {false, false},
	} {
		capital, all := letterCase(in)
		if got := [2]bool{capital, all}; got != want {
			t.Errorf("letterCase(%q) = %v, want %v", in, got, want)
		}
	}
}

// check reports what breaks the package's promises.
func check(t *testing.T, s string) {
	t.Helper()
	end, paragraph := 0, 0
	for _, x := range splitter.Sentences(s) {
		if x.Start < end || x.End > len(s) || x.Start >= x.End || x.Paragraph < paragraph {
			t.Fatalf("%q: sentence [%d, %d) after %d", s, x.Start, x.End, end)
		}
		white(t, s, end, x.Start)
		inner := x.Start
		for _, tok := range x.Tokens {
			if tok.Start < inner || tok.Start >= tok.End || tok.End > x.End || tok.Kind == 0 {
				t.Fatalf("%q: token %v after %d", s, tok, inner)
			}
			white(t, s, inner, tok.Start)
			boundary(t, s, tok.Start, tok.End)
			inner = tok.End
		}
		if inner != x.End || x.Tokens[0].Start != x.Start {
			t.Fatalf("%q: the tokens of [%d, %d) end at %d", s, x.Start, x.End, inner)
		}
		end, paragraph = x.End, x.Paragraph
	}
	white(t, s, end, len(s))
}

func white(t *testing.T, s string, from, to int) {
	t.Helper()
	if gap := s[from:to]; strings.TrimFunc(gap, isSpace) != "" {
		t.Fatalf("%q: %q is in no sentence or token", s, gap)
	}
}

func boundary(t *testing.T, s string, at ...int) {
	t.Helper()
	for _, i := range at {
		if utf8.ValidString(s) && i < len(s) && !utf8.RuneStart(s[i]) {
			t.Fatalf("%q: %d is inside a rune", s, i)
		}
	}
}

var odd = []string{
	"", ".", "...", "\xff\xfe.", "’", "’s", "a.b.c.d", "U.S", "“”", "A\u200bB. C", "1.", "-", "é.É", "\ufeffHi. There.",
	"a' b", "s' x", "(.) A", ". . . .", "!?!", "x\r\n\r\ny", "\u2029", "Dr.", "No. ", "ß. ẞ", "日本。中国。",
}

func TestInvariants(t *testing.T) {
	for _, s := range odd {
		check(t, s)
	}
}

func FuzzSentences(f *testing.F) {
	for _, s := range odd {
		f.Add(s)
	}
	f.Add("OSLO, Nov 21 (Example Wire) - A U.S. draft, Gen. Ruiz's, was read.\n• “So?” Yes.")
	f.Fuzz(check)
}

// maxTime is a hundred times what a megabyte takes, and a hundredth of what it
// would take if the cost grew with the square of the length.
const maxTime = 10 * time.Second

// TestLinear cuts texts that would show a cost of the square of their length.
func TestLinear(t *testing.T) {
	for _, unit := range []string{". ", "((((", "a.", "'", "“", "Mr. ", "x\n", "!", "… \"", "1.", "A.B.", "word ", "so, ", ".!?", ".!? x "} {
		s := strings.Repeat(unit, 1<<20/len(unit))
		start := time.Now()
		splitter.Sentences(s)
		if took := time.Since(start); took > maxTime {
			t.Errorf("%q: a megabyte took %v, want at most %v", unit, took, maxTime)
		}
	}
}

func BenchmarkSentences(b *testing.B) {
	s := strings.Repeat("The envoys of Norway and Peru, Gen. Lind and Mr. Ruiz, met in Oslo on Sept. 3. \"We agreed,\" they said.\n", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		splitter.Sentences(s)
	}
}

func TestSpaceIsSpace(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.IsSpace(r) && !isSpace(r) {
			t.Errorf("%U is white space", r)
		}
	}
}
