package lexicon

import (
	"strings"
	"testing"
)

// TestGrammarLint finds phrases that stand twice in one class, files whose
// head names no source, and phrases that are not in lower case.
func TestGrammarLint(t *testing.T) {
	files, err := grammarFiles.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, f := range files {
		b, err := grammarFiles.ReadFile("data/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(b), "\n# Source: ") {
			t.Errorf("%s has no line that starts with # Source:", f.Name())
		}
		lintGrammar(t, f.Name(), string(b), seen)
	}
}

// lintGrammar checks one file's phrases against those seen so far.
func lintGrammar(t *testing.T, file, data string, seen map[string]string) {
	for _, line := range strings.Split(data, "\n") {
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "class\t") {
			continue
		}
		col := strings.Split(line, "\t")
		for _, p := range strings.Split(col[1], "|") {
			key := col[0] + "\t" + strings.Join(GrammarWords(p), " ")
			if old, ok := seen[key]; ok {
				t.Errorf("%s: %q stands twice in class %s (also in %s)", file, strings.TrimSpace(p), col[0], old)
			}
			seen[key] = file
			if strings.ToLower(p) != p {
				t.Errorf("%s: %q is not in lower case", file, p)
			}
		}
	}
}

// TestGrammarClasses finds classes without a phrase: a dead class is a rule
// that never fires.
func TestGrammarClasses(t *testing.T) {
	have := map[Class]bool{}
	for _, ps := range grammar().byWord {
		for i, p := range ps {
			have[p.Class] = true
			if i > 0 && len(p.Words) > len(ps[i-1].Words) {
				t.Errorf("%v stands after a shorter phrase", p.Words)
			}
		}
	}
	for c := Class(0); c < numClasses; c++ {
		if !have[c] {
			t.Errorf("class %s has no phrase", c)
		}
	}
}
