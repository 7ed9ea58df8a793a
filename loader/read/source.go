package read

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// format is how a source's bytes are laid out.
type format int

const (
	unknown  format = iota // to be told by the extension's absence: look inside
	plain                  // text, front matter allowed
	markdown               // CommonMark, front matter allowed
	page                   // HTML
	lines                  // JSON Lines
	records                // JSON: one record, a list of them, or several in a row
)

// extensions are the formats by file extension.
var extensions = map[string]format{
	".txt": plain, ".text": plain,
	".md": markdown, ".markdown": markdown,
	".html": page, ".htm": page, ".xhtml": page,
	".jsonl": lines, ".ndjson": lines,
	".json": records,
}

const readable = "text (.txt), Markdown (.md), HTML (.html) and JSON Lines (.jsonl, .json)"

// source is something to read: a file, a page, or standard input.
type source struct {
	name   string
	format format
	// url is the address it came from, or "".
	url string
	// kind is the Content-Type that came with it, or "".
	kind string
	body io.Reader
}

// file reads one file; named tells whether the user named it, rather than a
// folder that holds it.
func (r *reader) file(name string, info fs.FileInfo, named bool) bool {
	ext := strings.ToLower(path.Ext(name))
	f, known := extensions[ext]
	if f != lines && info.Size() > r.opt.MaxBytes {
		return r.skip(name, 0, r.tooLarge(info.Size()))
	}
	file, err := os.Open(filepath.FromSlash(name))
	if err != nil {
		return r.skip(name, 0, plainError(err))
	}
	defer file.Close()
	if !known && !named && ext != "" {
		return r.skip(name, 0, strangeFile(file, ext))
	}
	return r.source(source{name: name, format: f, body: file})
}

// strangeFile is the reason why a folder's file with an unknown extension is
// left out.
func strangeFile(file io.Reader, ext string) string {
	head := make([]byte, sniffed)
	n, err := io.ReadFull(file, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return plainError(err)
	}
	if _, reason := decode(head[:n]); strings.HasPrefix(reason, notText) {
		return reason
	}
	return "has the extension " + ext + "; Parley reads " + readable + ": name the file itself to read it as text"
}

// stdin reads standard input.
func (r *reader) stdin() bool {
	if r.opt.Stdin == nil {
		return r.skip(stdinName, 0, "there is no standard input")
	}
	return r.source(source{name: stdinName, body: r.opt.Stdin})
}

// source reads one source by its format, looking inside where that is unknown.
func (r *reader) source(s source) bool {
	in := bufio.NewReaderSize(s.body, 64<<10)
	if s.format == unknown {
		head, _ := in.Peek(sniffed)
		s.format = sniff(head)
	}
	if s.format == lines {
		return r.jsonLines(s, in)
	}
	b, reason := r.whole(in)
	if reason != "" {
		return r.alive() && r.skip(s.name, 0, reason)
	}
	return r.bytes(s, b)
}

// bytes reads a source that is in memory.
func (r *reader) bytes(s source, b []byte) bool {
	if s.format == page {
		return r.html(s, b)
	}
	text, reason := decode(b)
	if reason != "" {
		return r.skip(s.name, 0, reason)
	}
	if s.format == records {
		return r.jsonRecords(s, text)
	}
	return r.article(s, text)
}

// whole reads a source to its end, up to the limit.
func (r *reader) whole(in io.Reader) ([]byte, string) {
	var b bytes.Buffer
	n, err := b.ReadFrom(io.LimitReader(in, r.opt.MaxBytes+1))
	switch {
	case err != nil:
		return nil, plainError(err)
	case n > r.opt.MaxBytes:
		return nil, r.tooLarge(-1)
	}
	return b.Bytes(), ""
}

// tooLarge is the reason for what has more bytes than the limit; size is -1
// where nobody counted.
func (r *reader) tooLarge(size int64) string {
	limit := megabytes(r.opt.MaxBytes)
	if size < 0 {
		return fmt.Sprintf("is larger than the limit of %s", limit)
	}
	return fmt.Sprintf("is %s, larger than the limit of %s", megabytes(size), limit)
}

// megabytes writes a size as people do: 1 MB is 2^20 bytes.
func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/(1<<20)), ".0") + " MB"
}

// sniffed is how many bytes sniff looks at.
const sniffed = 4096

// sniff tells the format of something without a known extension by how it
// begins; its head may end in the middle of a character.
func sniff(head []byte) format {
	if order, ok := utf16Order(head); ok {
		text, _ := fromUTF16(head[:min(len(head), 512)&^1], order)
		head = []byte(text)
	}
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff"))))
	switch {
	case bytes.HasPrefix(start, []byte("{")):
		return lines
	case bytes.HasPrefix(start, []byte("[")):
		return records
	case bytes.HasPrefix(start, []byte("<")) && (bytes.Contains(start, []byte("<html")) || bytes.Contains(start, []byte("<!doctype html"))):
		return page
	}
	return plain
}
