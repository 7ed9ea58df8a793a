package sqlitestore

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzParse compares parse with package json, over strings and numbers that are
// written as SQLite does.
func FuzzParse(f *testing.F) {
	f.Add("plain", int64(9007199254740993), 0.1)
	f.Add(`quotes " and \ and ] and ,`, int64(-1), 1e300)
	f.Add("a\nb\x00 Vučić \U0001F54A \xff \u2028", int64(0), -0.5)
	f.Fuzz(func(t *testing.T, s string, n int64, x float64) {
		text, err := json.Marshal([]any{s, n, []any{}, []any{nil, []any{x, s}, s}, nil})
		if err != nil {
			t.Skip(err)
		}
		raw := append(append([]byte(`["`), s...), `",`...)
		if !bytes.ContainsAny([]byte(s), `"\`) && !bytes.ContainsFunc([]byte(s), func(r rune) bool { return r < ' ' }) {
			text = append(raw, text[1:]...) // SQLite escapes no other characters
		}
		d := json.NewDecoder(bytes.NewReader(text))
		d.UseNumber()
		var want []any
		if err := d.Decode(&want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, parse(string(text))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	})
}
