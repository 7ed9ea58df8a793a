package read

import (
	"bytes"
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"
)

// notText begins every reason for bytes that aren't a text at all.
const notText = "isn't text"

const emptyReason = "is empty"

// decode turns bytes into UTF-8 with line feeds, or says why it can't. It
// reads UTF-8, UTF-16 (by its mark, or by where its NULs are) and Windows-1252
// (what is no UTF-8 but reads as Western letters among ASCII).
func decode(b []byte) (string, string) {
	if len(bytes.TrimSpace(b)) == 0 {
		return "", emptyReason
	}
	text, reason := toUTF8(b)
	if reason != "" {
		return "", reason
	}
	return checkText(b, text)
}

// toUTF8 finds the encoding and undoes it.
func toUTF8(b []byte) (string, string) {
	if order, ok := utf16Order(b); ok {
		return fromUTF16(b, order)
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	switch {
	case bytes.IndexByte(b, 0) >= 0:
		return "", notText + ": " + contentKind(b) + " with NUL bytes"
	case utf8.Valid(b):
		return string(b), ""
	case isWindows1252(b):
		out, err := charmap.Windows1252.NewDecoder().Bytes(b)
		if err == nil {
			return string(out), ""
		}
	}
	return "", badBytes(b)
}

// utf16Order tells whether b is UTF-16, and of which byte order: by a byte
// order mark, or by NULs in every second byte, as Latin text has them.
func utf16Order(b []byte) (uni.Endianness, bool) {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return uni.LittleEndian, true
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return uni.BigEndian, true
	}
	var nul [2]int
	n := min(len(b), sniffed)
	for i, c := range b[:n] {
		if c == 0 {
			nul[i%2]++
		}
	}
	// At least 3 in 5 characters of the one half, at most 1 in 50 of the other.
	switch half := n / 2; {
	case half >= 4 && nul[1]*5 >= half*3 && nul[0]*50 <= half:
		return uni.LittleEndian, true
	case half >= 4 && nul[0]*5 >= half*3 && nul[1]*50 <= half:
		return uni.BigEndian, true
	}
	return uni.LittleEndian, false
}

func fromUTF16(b []byte, order uni.Endianness) (string, string) {
	out, err := uni.UTF16(order, uni.UseBOM).NewDecoder().Bytes(b)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", "is neither UTF-8 nor whole UTF-16: save it as UTF-8"
	}
	if bytes.IndexByte(out, 0) >= 0 {
		return "", notText + ": it has NUL characters"
	}
	return string(bytes.TrimPrefix(out, []byte("\ufeff"))), ""
}

// western are the bytes from 0x80 to 0xBF that Windows-1252 texts use between
// words: euro, quotation marks, dashes, ellipsis, bullet, spaces, signs.
const western = "\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa1\xa2\xa3\xa5\xa7\xa9\xab\xad\xae\xb0\xb1\xb4\xb7\xba\xbb\xbc\xbd\xbe\xbf"

// isWindows1252 tells whether bytes that aren't UTF-8 read as Windows-1252:
// all of the high ones are defined there, at least nine in ten stand where such
// a letter or sign would, they are less than a fifth, and none of them form
// UTF-8 characters, which would show a damaged UTF-8 text.
func isWindows1252(b []byte) bool {
	high, fit := 0, 0
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c < 0x80 {
			continue
		}
		if r, size := utf8.DecodeRune(b[i:]); r != utf8.RuneError || size > 1 {
			return false
		}
		if bytes.IndexByte([]byte{0x81, 0x8d, 0x8f, 0x90, 0x9d}, c) >= 0 {
			return false
		}
		high++
		if strings.IndexByte(western, c) >= 0 || letterFits(b, i) {
			fit++
		}
	}
	return fit*10 >= high*9 && high*5 < len(b)
}

// letterFits tells whether byte i, taken as a Windows-1252 letter, stands
// beside an ASCII letter, and is no capital after a small one.
func letterFits(b []byte, i int) bool {
	before := i > 0 && isASCIILetter(b[i-1])
	after := i+1 < len(b) && isASCIILetter(b[i+1])
	capital := b[i] >= 0xc0 && b[i] <= 0xde
	if capital && before && b[i-1] >= 'a' {
		return false
	}
	return before || after
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// badBytes is the reason for what is in no encoding that is read.
func badBytes(b []byte) string {
	at := 0
	for at < len(b) {
		r, size := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	if kind := contentKind(b); kind != "" && !strings.HasPrefix(kind, "text/") && kind != unknownKind {
		return notText + ": " + kind
	}
	reason := fmt.Sprintf("has bytes that are no UTF-8, the first in line %d (byte %d)", 1+bytes.Count(b[:at], []byte("\n")), at)
	return reason + guess(b) + ": save it as UTF-8"
}

// guess names the encoding that bytes may be in, other than those that were
// ruled out, or "".
func guess(b []byte) string {
	all, err := chardet.NewTextDetector().DetectAll(b[:min(len(b), 64<<10)])
	if err != nil || len(all) == 0 {
		return ""
	}
	best := slices.MaxFunc(all, func(a, b chardet.Result) int { // its own order of equals changes
		return cmp.Or(cmp.Compare(a.Confidence, b.Confidence), cmp.Compare(b.Charset, a.Charset))
	})
	if best.Confidence < 50 {
		return ""
	}
	switch best.Charset {
	case "UTF-8", "ISO-8859-1", "windows-1252":
		return ""
	}
	return ", perhaps " + best.Charset
}

// unknownKind is what net/http says of bytes it doesn't know.
const unknownKind = "application/octet-stream"

// contentKind names the media type of bytes by how they begin.
func contentKind(b []byte) string {
	kind, _, _ := strings.Cut(http.DetectContentType(b), ";")
	if kind == unknownKind {
		return "binary"
	}
	return kind
}

// checkText refuses what is valid UTF-8 but no text, and normalises line ends.
func checkText(b []byte, text string) (string, string) {
	if kind := contentKind(b); !strings.HasPrefix(kind, "text/") && kind != "binary" {
		return "", notText + ": " + kind
	}
	controls := 0
	for _, r := range text {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			controls++
		}
	}
	if controls*50 > utf8.RuneCountInString(text) {
		return "", notText + ": it has too many control characters"
	}
	return newlines.Replace(text), ""
}

// newlines makes every way to end a line a line feed.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\f", "\n", "\v", "\n", "\u0085", "\n")
