package read

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

// sample is long enough for its language to be judged.
const sample = "The foreign ministers of the two countries met on Tuesday in Geneva and agreed that their envoys would talk again before the end of the month about prisoners."

// outcome is what Paths gave: documents, and everything else as lines.
type outcome struct {
	Docs  []Document
	Skips []string
	Err   string
}

func collect(t *testing.T, opt Options, paths ...string) outcome {
	t.Helper()
	var got outcome
	for it := range Paths(context.Background(), paths, opt) {
		switch {
		case it.Doc != nil:
			got.Docs = append(got.Docs, *it.Doc)
		case it.Skip != nil:
			got.Skips = append(got.Skips, it.Skip.String())
		default:
			got.Err = it.Err.Error()
		}
	}
	return got
}

// inFolder writes files into a new folder and makes it the working directory.
func inFolder(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, body := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func utf16le(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

func utf16be(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

func windows1252(t *testing.T, s string) string {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func windows1251(t *testing.T, s string) string {
	t.Helper()
	out, err := charmap.Windows1251.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFrontMatter(t *testing.T) {
	inFolder(t, map[string]string{"a.txt": "---\ntitle: \"Talks: the second day\"\nurl: https://example.org/a\npublished: 2025-08-16\npublisher: Example Wire\nauthor: nobody\n---\n\n" + sample + "\n"})
	want := outcome{Docs: []Document{{Name: "a.txt", URL: "https://example.org/a", Title: "Talks: the second day", Published: "2025-08-16", Publisher: "Example Wire", Text: sample}}}
	if d := cmp.Diff(want, collect(t, Options{}, "a.txt")); d != "" {
		t.Error(d)
	}
}

func TestRulerIsNoFrontMatter(t *testing.T) {
	body := "---\nThe ministers met.\n---\nThey parted."
	inFolder(t, map[string]string{"a.txt": body})
	got := collect(t, Options{}, "a.txt")
	if len(got.Docs) != 1 || got.Docs[0].Text != body {
		t.Errorf("got %+v", got)
	}
}

func TestMarkdown(t *testing.T) {
	inFolder(t, map[string]string{"a.md": "# Talks *open*\n\nThe **envoy** met\nthe [minister](https://example.org \"x\") in Geneva &amp; Oslo.\n\n" +
		"![picture](p.png)\n\n## Next\n\n- first \\*point\\*\n- second `point`\n\n> They agreed.\n\n```\ncode\n```\n\n<div>html</div>\n\n| Who | Where |\n|---|---|\n| Envoy | Oslo |\n"})
	got := collect(t, Options{}, "a.md")
	want := "The envoy met the minister in Geneva & Oslo.\n\nNext\n\nfirst *point*\nsecond point\n\nThey agreed.\n\nWho; Where\nEnvoy; Oslo"
	if len(got.Docs) != 1 || got.Docs[0].Title != "Talks open" {
		t.Fatalf("got %+v", got)
	}
	if d := cmp.Diff(want, got.Docs[0].Text); d != "" {
		t.Error(d)
	}
}

func TestHTML(t *testing.T) {
	page := `<!doctype html><html lang="en"><head><title>Envoys meet</title><meta charset="windows-1252">
<meta property="og:title" content="Envoys meet in Geneva"><meta property="og:site_name" content="Example Wire">
<meta property="article:published_time" content="2025-08-16T10:00:00Z"><link rel="canonical" href="https://example.org/envoys"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Envoys meet in Geneva</h1>
<p>` + sample + ` A caf` + "\xe9" + ` nearby stayed open.</p><p>` + strings.ReplaceAll(sample, "Tuesday", "Friday") + `</p></article>
<footer>Copyright Example Wire</footer></body></html>`
	inFolder(t, map[string]string{"a.html": page})
	got := collect(t, Options{}, "a.html")
	if len(got.Docs) != 1 {
		t.Fatalf("got %+v", got)
	}
	d := got.Docs[0]
	want := Document{Name: "a.html", URL: "https://example.org/envoys", Title: "Envoys meet in Geneva", Published: "2025-08-16", Publisher: "Example Wire", Text: d.Text}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(d.Text, "A café nearby") || !strings.Contains(d.Text, "Friday") || strings.Contains(d.Text, "World") || strings.Contains(d.Text, "Copyright") {
		t.Errorf("text is %q", d.Text)
	}
}

func TestEncodings(t *testing.T) {
	text := "“The café in Zürich” – " + sample
	for name, body := range map[string]string{
		"utf8": text, "utf8 mark": "\ufeff" + text,
		"utf16le mark": "\xff\xfe" + utf16le(text), "utf16be mark": "\xfe\xff" + utf16be(text),
		"utf16le": utf16le(text), "utf16be": utf16be(text),
		"windows-1252": windows1252(t, text),
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, map[string]string{"a.txt": body})
			got := collect(t, Options{}, "a.txt")
			if len(got.Docs) != 1 || got.Docs[0].Text != text {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestSkipped(t *testing.T) {
	const broken = "---\ntitle: Talks\npublished: [\n---\n" + sample
	cases := []struct{ name, file, body, want string }{
		{"empty", "a.txt", "", "a.txt: is empty"},
		{"blank", "a.txt", " \n\t\n", "a.txt: is empty"},
		{"front matter alone", "a.txt", "---\ntitle: Talks\n---\n", "a.txt: has no text"},
		{"png", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "a.txt: isn't text: image/png with NUL bytes"},
		{"pdf", "a.txt", "%PDF-1.4 nothing else", "a.txt: isn't text: application/pdf"},
		{"binary", "a.txt", "abc\x00\x01\x02def", "a.txt: isn't text: binary with NUL bytes"},
		{"controls", "a.txt", "a\x01b\x02c\x03d\x04", "a.txt: isn't text: it has too many control characters"},
		{"too large", "a.txt", strings.Repeat("word ", 250), "a.txt: is 1250 bytes, larger than the limit of 1000 bytes"},
		{"bad UTF-8", "a.txt", sample + "\nZ\xc3\xbcrich and caf\xc3 met", "a.txt: has bytes that are no UTF-8, the first in line 2 (byte 174): save it as UTF-8"},
		{"stray bytes", "a.txt", "The envoys \xc3( met \xff here", "a.txt: has bytes that are no UTF-8, the first in line 1 (byte 11): save it as UTF-8"},
		{"russian bytes", "a.txt", windows1251(t, "Министры иностранных дел двух стран встретились в Женеве во вторник и договорились о новой встрече до конца месяца, на которой они будут говорить о пленных и о том, что делать дальше."), "a.txt: has bytes that are no UTF-8, the first in line 1 (byte 0), perhaps windows-1251: save it as UTF-8"},
		{"half UTF-16", "a.txt", "\xff\xfe" + utf16le("abc") + "\x00\xd8", "a.txt: is neither UTF-8 nor whole UTF-16: save it as UTF-8"},
		{"broken front matter", "a.md", broken, "a.md:3: its front matter is broken: did not find expected node content"},
		{"listed title", "a.md", "---\nurl: x\ntitle: [a, b]\n---\n" + sample, "a.md:3: its front matter is broken: title is not a single value"},
		{"front matter without end", "a.txt", "---\ntitle: Talks\n\n" + sample, "a.txt:1: its front matter has no end: close it with a line ---"},
		{"impossible date", "a.txt", "---\npublished: 2025-02-30\n---\n" + sample, `a.txt: its date of publication "2025-02-30" is not a day that exists: write it as YYYY-MM-DD`},
		{"month only", "a.txt", "---\npublished: 2025-02\n---\n" + sample, `a.txt: its date of publication "2025-02" is not a day that exists: write it as YYYY-MM-DD`},
		{"german", "a.txt", "Die Außenminister der beiden Länder trafen sich am Dienstag in Genf und vereinbarten, dass ihre Gesandten noch vor Ende des Monats wieder über die Gefangenen sprechen.", "a.txt: seems to be in German; Parley reads English (--any-language reads it all the same)"},
		{"short russian", "a.txt", "Министры встретились в Женеве во вторник и договорились.", "a.txt: seems to be in Russian; Parley reads English (--any-language reads it all the same)"},
		{"json list", "a.json", `[{"text":"` + sample + `"},` + "\n" + `{"title":"x"},` + "\n" + `{"text":5}]`, "a.json:2: has no \"text\"|a.json:3: its text is not a string but a number"},
		{"json string", "a.json", `"text"`, "a.json:1: is not a JSON object with a text but a JSON string"},
		{"cut json", "a.json", `{"text": "abc`, "a.json:1: is not valid JSON: it ends too early; what follows it is not read"},
		{"no page", "a.html", "<html><body></body></html>", "a.html: has no article that could be told from the rest of the page"},
		{"no lines", "a.jsonl", "", "a.jsonl: is empty"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			inFolder(t, map[string]string{c.file: c.body})
			got := collect(t, Options{MaxBytes: 1000}, c.file)
			if d := cmp.Diff(c.want, strings.Join(got.Skips, "|")); d != "" || got.Err != "" {
				t.Errorf("%s%s", d, got.Err)
			}
		})
	}
}

func TestJSONLinesGoOn(t *testing.T) {
	inFolder(t, map[string]string{"a.jsonl": "\ufeff" + `{"id":7,"text":"One met two.","published":"2025-08-16T23:30:00-05:00","publisher":"Example Wire"}` + "\r\n\n" +
		`{"id":"b","text":"cut` + "\n" + `{"text":"bad ` + "\xff" + `"}` + "\n" + `{"text":"` + strings.Repeat("x", 300) + `"}` + "\n" +
		`{"text":"a\u0000b"}` + "\n" + `{"text":"c","published":"2025-13-01"}` + "\n" + `["d"]` + "\n" + `{"id":{},"text":"e"}` + "\n" +
		`{"id":"last","url":"https://example.org/l","title":"Last","text":"Three met four."}`})
	got := collect(t, Options{MaxBytes: 200, Published: "2025-01-02"}, "a.jsonl")
	want := outcome{
		Docs: []Document{
			{Name: "a.jsonl:1", ID: "7", Published: "2025-08-16", Publisher: "Example Wire", Text: "One met two."},
			{Name: "a.jsonl:10", ID: "last", URL: "https://example.org/l", Title: "Last", Published: "2025-01-02", Text: "Three met four."},
		},
		Skips: []string{
			"a.jsonl:3: is not valid JSON: unexpected end of JSON input (at byte 21)",
			"a.jsonl:4: has bytes that are no UTF-8: save it as UTF-8",
			"a.jsonl:5: is larger than the limit of 200 bytes",
			"a.jsonl:6: isn't text: it has NUL characters",
			`a.jsonl:7: its date of publication "2025-13-01" is not a day that exists: write it as YYYY-MM-DD`,
			"a.jsonl:8: is not a JSON object with a text but a JSON array",
			"a.jsonl:9: its id is not a single value",
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestJSONRecordsInOneFile(t *testing.T) {
	inFolder(t, map[string]string{
		"list.json": "[\n {\"text\":\"One met two.\"},\n\n {\"text\":\"Three met four.\"}\n]\n",
		"one.json":  "{\n \"id\": \"x\",\n \"text\": \"Five met six.\"\n}\n",
		"row.json":  "{\"text\":\"Seven met eight.\"}\n{\"text\":\"Nine met ten.\"}\n",
	})
	var names []string
	for _, d := range collect(t, Options{}, ".").Docs {
		names = append(names, d.Name+" "+d.Text)
	}
	want := []string{"list.json:2 One met two.", "list.json:4 Three met four.", "one.json Five met six.", "row.json:1 Seven met eight.", "row.json:2 Nine met ten."}
	if d := cmp.Diff(want, names); d != "" {
		t.Error(d)
	}
}

func TestFolderOrder(t *testing.T) {
	inFolder(t, map[string]string{
		"in/b.txt": "B.", "in/a/z.txt": "Z.", "in/a.txt": "A.", "in/.hidden.txt": "H.", "in/.git/x.txt": "X.",
		"in/noext": "N.", "in/t.csv": "a,b", "in/u.bin": "\x00\x01", "out.csv": "Named itself.",
	})
	if err := os.Symlink("a", "in/link"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", "in/gone.txt"); err != nil {
		t.Fatal(err)
	}
	got := collect(t, Options{}, "in/", "out.csv")
	var names []string
	for _, d := range got.Docs {
		names = append(names, d.Name)
	}
	if want := []string{"in/a/z.txt", "in/a.txt", "in/b.txt", "in/noext", "out.csv"}; !slices.Equal(names, want) {
		t.Errorf("documents %q, want %q", names, want)
	}
	want := []string{
		"in/gone.txt: can't be read: it isn't there (any more), or is a link that leads nowhere",
		"in/link: is a link to a folder, which is not followed: name the folder itself",
		"in/t.csv: has the extension .csv; Parley reads " + readable + ": name the file itself to read it as text",
		"in/u.bin: isn't text: binary with NUL bytes",
	}
	if d := cmp.Diff(want, got.Skips); d != "" {
		t.Error(d)
	}
}

func TestStdin(t *testing.T) {
	for in, want := range map[string]string{
		`{"text":"One met two."}` + "\n" + `{"text":"Three met four."}`:          "-:1 One met two.|-:2 Three met four.",
		"---\ntitle: Talks\n---\nOne met two.":                                   "- One met two.",
		"One met two.":                                                           "- One met two.",
		utf16le("One met two."):                                                  "- One met two.",
		utf16be(`{"text":"One met two."}` + "\n" + `{"text":"Three met four."}`): "-:1 One met two.|-:2 Three met four.",
		`{"text":"One met two.","x":"` + strings.Repeat("é", 3000) + `"}`:        "-:1 One met two.",
		`[{"text":"One met two."}]`:                                              "-:1 One met two.",
		"\xff\xfe" + utf16le(`{"text":"One met two."}`+"\n"):                     "-:1 One met two.",
	} {
		var got []string
		for _, d := range collect(t, Options{Stdin: strings.NewReader(in)}, "-").Docs {
			got = append(got, d.Name+" "+d.Text)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q gave %q, want %q", in, s, want)
		}
	}
	if got := collect(t, Options{}, "-"); !slices.Equal(got.Skips, []string{"-: there is no standard input"}) {
		t.Errorf("without standard input: %+v", got)
	}
}

func TestErrors(t *testing.T) {
	inFolder(t, map[string]string{"a.txt": "One met two."})
	for want, paths := range map[string][]string{
		`there is no file or folder "missing.txt"`:                           {"a.txt", "missing.txt"},
		"a path is empty: name a file, a folder, an address or -":            {""},
		`the publication date "August" is not a day: write it as YYYY-MM-DD`: {"a.txt"},
	} {
		var opt Options
		if strings.Contains(want, "August") {
			opt.Published = "August"
		}
		got := collect(t, opt, paths...)
		if got.Err != want || len(got.Docs) != 0 {
			t.Errorf("%q gave %+v, want the error %q and no document", paths, got, want)
		}
	}
}

func TestForcedLanguage(t *testing.T) {
	inFolder(t, map[string]string{"a.txt": "Министры встретились в Женеве во вторник и договорились."})
	if got := collect(t, Options{ForceLanguage: true}, "a.txt"); len(got.Docs) != 1 {
		t.Errorf("got %+v", got)
	}
}

func TestCancelled(t *testing.T) {
	inFolder(t, map[string]string{"a.txt": "One met two.", "b.txt": "Three met four."})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var got []Item
	for it := range Paths(ctx, []string{"."}, Options{}) {
		got = append(got, it)
		cancel()
	}
	if len(got) != 2 || got[0].Doc == nil || !errors.Is(got[1].Err, context.Canceled) {
		t.Errorf("got %+v, want one document and the end", got)
	}
}

func TestStopEarly(t *testing.T) {
	inFolder(t, map[string]string{"a.txt": "A met B.", "b.jsonl": "{\"text\":\"C met D.\"}\n{\"text\":\"E met F.\"}\n", "c.txt": "G met H."})
	n := 0
	for range Paths(context.Background(), []string{"."}, Options{}) {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d steps, want 2", n)
	}
}

// endless is a JSON Lines stream that counts what is read of it.
type endless struct {
	line []byte
	at   int
	left int64
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) {
		c := copy(p[n:], e.line[e.at:])
		n, e.at = n+c, (e.at+c)%len(e.line)
	}
	e.left -= int64(n)
	return n, nil
}

func TestLongLinesAreNotHeld(t *testing.T) {
	in := &endless{line: bytes.Repeat([]byte("{"), 64<<10), left: 64 << 20}
	var got outcome
	bytesUsed := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			in.left = 64 << 20
			got = collect(t, Options{MaxBytes: 1 << 20, Stdin: in}, "-")
		}
	}).AllocedBytesPerOp()
	if !slices.Equal(got.Skips, []string{"-:1: is larger than the limit of 1 MB"}) {
		t.Errorf("got %+v", got)
	}
	if bytesUsed > 8<<20 {
		t.Errorf("a line of 64 MB took %d bytes of memory, with a limit of 1 MB", bytesUsed)
	}
}

// TestTheGuessOfAnEncodingIsAlwaysTheSame: the detector runs its parts at once
// and returns equals in the order in which they end.
func TestTheGuessOfAnEncodingIsAlwaysTheSame(t *testing.T) {
	for _, b := range []string{"\xe4  o", "ba\xabo", "ae\xa0a\xd8e00ea"} {
		first := guess([]byte(b))
		for range 200 {
			if g := guess([]byte(b)); g != first {
				t.Fatalf("%q: %q, then %q", b, first, g)
			}
		}
	}
}
