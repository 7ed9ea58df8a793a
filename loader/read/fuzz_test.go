package read

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRead holds what Document promises for any bytes in any format.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"One met two.", "---\ntitle: a\n---\nb", "---\ntitle: [\n---\nb", "# a\n\n*b* [c](d)\n\n| e |\n|---|\n| f |", "{\"text\":\"a\"}\n{\n",
		"[{\"text\":\"a\"},{}]", "<html><body><article><p>One met two.</p></article></body></html>", "\xff\xfea\x00b\x00", "caf\xe9 au lait", "a\x00b", "\u2028\u0085a\f",
	} {
		for form := range forms {
			f.Add(s, uint8(form))
		}
	}
	f.Fuzz(func(t *testing.T, body string, form uint8) {
		f := forms[int(form)%len(forms)]
		once, again := readAs(body, f), readAs(body, f)
		if !reflect.DeepEqual(once, again) {
			t.Errorf("two readings of one source differ: %v, then %v", once, again)
		}
		for _, it := range once {
			if it.Doc != nil {
				holds(t, *it.Doc)
			}
			if it.Skip != nil && it.Skip.Reason == "" {
				t.Error("skipped without a reason")
			}
		}
	})
}

// forms are all formats, and none.
var forms = []format{unknown, plain, markdown, page, lines, records}

// readAs reads a text as the body of a file of that format.
func readAs(body string, f format) []Item {
	var items []Item
	r := &reader{ctx: context.Background(), opt: Options{MaxBytes: 1 << 16}, yield: func(it Item) bool {
		items = append(items, it)
		return true
	}}
	r.source(source{name: "f", format: f, body: strings.NewReader(body)})
	return items
}

// holds checks a document against its contract.
func holds(t *testing.T, d Document) {
	t.Helper()
	switch {
	case d.Text == "" || strings.TrimSpace(d.Text) != d.Text:
		t.Errorf("text is empty or not trimmed: %q", d.Text)
	case !utf8.ValidString(d.Text) || !utf8.ValidString(d.Title):
		t.Errorf("no UTF-8: %q", d.Text)
	case strings.ContainsAny(d.Text, "\x00\r\u2028"):
		t.Errorf("characters that don't belong: %q", d.Text)
	case d.Published != "" && !isDay(d.Published):
		t.Errorf("published %q", d.Published)
	}
}
