package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// record is one article in JSON; other keys are ignored.
type record struct {
	ID        scalar `json:"id"`
	Title     string `json:"title"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Publisher string `json:"publisher"`
	Text      string `json:"text"`
}

// scalar is a string, or a number or boolean as it is written.
type scalar string

// UnmarshalJSON takes a string, number, boolean or null; the error names
// anything else.
func (s *scalar) UnmarshalJSON(b []byte) error {
	switch {
	case bytes.Equal(b, []byte("null")):
		return nil
	case b[0] == '{' || b[0] == '[':
		return errors.New("its id is not a single value")
	case b[0] != '"':
		*s = scalar(b)
		return nil
	}
	return json.Unmarshal(b, (*string)(s))
}

// jsonLines emits a document for each line. A broken line is skipped with its
// number, and so is one that is longer than the limit, which is never held in
// memory whole.
func (r *reader) jsonLines(s source, in *bufio.Reader) bool {
	head, _ := in.Peek(sniffed)
	if order, ok := utf16Order(head); ok {
		in = bufio.NewReaderSize(transform.NewReader(in, uni.UTF16(order, uni.UseBOM).NewDecoder()), 64<<10)
	}
	var buf []byte
	for line := 1; ; line++ {
		if !r.alive() {
			return false
		}
		var long bool
		var err error
		buf, long, err = readLine(in, buf[:0], r.opt.MaxBytes)
		if err != nil && err != io.EOF {
			return r.alive() && r.skip(s.name, line, plainError(err))
		}
		if err == io.EOF && len(buf) == 0 {
			return line > 1 || r.skip(s.name, 0, emptyReason)
		}
		if !r.jsonLine(s, line, buf, long) {
			return false
		}
	}
}

// jsonLine emits one line of JSON Lines; an empty one is nothing.
func (r *reader) jsonLine(s source, line int, b []byte, long bool) bool {
	b = bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff")))
	switch {
	case long:
		return r.skip(s.name, line, r.tooLarge(-1))
	case len(b) == 0:
		return true
	case !utf8.Valid(b):
		return r.skip(s.name, line, "has bytes that are no UTF-8: save it as UTF-8")
	}
	return r.jsonRecord(s, line, b)
}

// readLine appends the next line, with its line feed, to buf. Of a line that
// has more than limit bytes the rest is read and dropped, and long is true.
func readLine(in *bufio.Reader, buf []byte, limit int64) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if int64(len(buf)+len(part)) > limit+1 {
			long = true
		} else if !long {
			buf = append(buf, part...)
		}
		if err != bufio.ErrBufferFull {
			if long && len(buf) == 0 {
				buf = append(buf, ' ') // something was there
			}
			return buf, long, err
		}
	}
}

// jsonRecord emits one record.
func (r *reader) jsonRecord(s source, line int, b []byte) bool {
	var rec record
	if err := json.Unmarshal(b, &rec); err != nil {
		return r.skip(s.name, line, jsonReason(err))
	}
	if rec.Text == "" {
		return r.skip(s.name, line, `has no "text"`)
	}
	name := s.name
	if line > 0 {
		name += ":" + strconv.Itoa(line)
	}
	return r.finish(s.name, line, Document{
		Name: name, ID: string(rec.ID), URL: rec.URL, Title: rec.Title,
		Published: rec.Published, Publisher: rec.Publisher, Text: rec.Text,
	})
}

// jsonReason puts encoding/json's errors into plain words.
func jsonReason(err error) string {
	var te *json.UnmarshalTypeError
	var se *json.SyntaxError
	switch {
	case errors.As(err, &te) && te.Field == "":
		return "is not a JSON object with a text but a JSON " + te.Value
	case errors.As(err, &te):
		return fmt.Sprintf("its %s is not a string but a %s", te.Field, te.Value)
	case errors.As(err, &se):
		return fmt.Sprintf("is not valid JSON: %s (at byte %d)", se.Error(), se.Offset)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "is not valid JSON: it ends too early"
	}
	return err.Error()
}

// jsonRecords emits the records of a .json file: one object, a list of
// objects, or several values in a row. Records but a single one are named by
// the line they begin in.
func (r *reader) jsonRecords(s source, text string) bool {
	trimmed := strings.TrimSpace(text)
	if json.Valid([]byte(trimmed)) && strings.HasPrefix(trimmed, "{") {
		return r.jsonRecord(s, 0, []byte(trimmed))
	}
	dec := json.NewDecoder(strings.NewReader(text))
	if strings.HasPrefix(trimmed, "[") {
		if _, err := dec.Token(); err != nil {
			return r.skip(s.name, 0, jsonReason(err))
		}
	}
	return r.jsonValues(s, text, dec)
}

// jsonValues emits each value that a decoder still has.
func (r *reader) jsonValues(s source, text string, dec *json.Decoder) bool {
	for dec.More() {
		if !r.alive() {
			return false
		}
		from := valueStart(text, int(dec.InputOffset()))
		line := 1 + strings.Count(text[:from], "\n")
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return r.skip(s.name, line, jsonReason(err)+"; what follows it is not read")
		}
		if !r.jsonRecord(s, line, raw) {
			return false
		}
	}
	if _, err := dec.Token(); err != nil && err != io.EOF {
		return r.skip(s.name, 1+strings.Count(text, "\n"), jsonReason(err))
	}
	return true
}

// valueStart is where the next value of a JSON text begins.
func valueStart(text string, at int) int {
	for at < len(text) && strings.IndexByte(" \t\r\n,", text[at]) >= 0 {
		at++
	}
	return at
}
