package fold

import "testing"

func TestName(t *testing.T) {
	for in, want := range map[string]string{
		"Vučić":                    "vucic",
		"VUCIC":                    "vucic",
		"  Recep  Tayyip Erdoğan ": "recep tayyip erdogan",
		"Łódź":                     "lodz",
		"Straße":                   "strasse",
		"Sharm el‑Sheikh":          "sharm el-sheikh",
		"O’Neill":                  "o'neill",
		"İstanbul":                 "istanbul",
		"Зеленський":               "зеленськии",
		"":                         "",
		" ":                        "",
		"plain words":              "plain words",
		"a\tb\n c":                 "a b c",
	} {
		if got := Name(in); got != want {
			t.Errorf("Name(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzNameIsIdempotent(f *testing.F) {
	f.Add("Vučić – “Ærø”")
	f.Add("ŀĳ ﬁ ẞ")
	f.Fuzz(func(t *testing.T, s string) {
		once := Name(s)
		if twice := Name(once); twice != once {
			t.Errorf("Name(%q) = %q, and again %q", s, once, twice)
		}
	})
}
