package fold

import "testing"

// TestASCII holds the quick way against the long one, which a letter outside
// ASCII forces.
func TestASCII(t *testing.T) {
	for _, s := range []string{"A b", " A\t\vB  C\n", "`a` \"B\"", "U.S.", "\x00\x1c\x7f A", "--", " "} {
		long := Name(s + "\u0416")
		if short := Name(s + "z"); short[:len(short)-1] != long[:len(long)-len("\u0436")] {
			t.Errorf("Name(%q) = %q, but with a letter outside ASCII %q", s, short, long)
		}
	}
}
