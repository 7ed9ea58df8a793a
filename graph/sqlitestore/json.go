package sqlitestore

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// An answer is one JSON text. What a subquery gives counts as a string to
// SQLite's JSON functions, unless json() reads it and writes it out again, once
// at every level of the tree. So only rows of plain values are made by
// json_array, and what has other JSON inside is put together as text.

// jsonArray is the SQL of a JSON array of JSON texts.
func jsonArray(parts ...string) string {
	return "concat('[', " + strings.Join(parts, ", ',', ") + ", ']')"
}

// jsonRows is the SQL of a JSON array of what an aggregation goes over, each a
// JSON text.
func jsonRows(row string) string {
	return "concat('[', group_concat(" + row + "), ']')"
}

// parse reads such an array of arrays, strings, numbers and nulls: package json
// would take as long for it as SQLite for finding what it says. Numbers stay as
// they are written, so that no int64 loses digits. It panics over a text that is
// none; see safely.
func parse(text string) []any {
	r := reader{text}
	return r.value().([]any)
}

// reader has what is left to be read.
type reader struct{ rest string }

func (r *reader) value() any {
	switch r.rest[0] {
	case '[':
		return r.array()
	case '"':
		return r.text()
	}
	word := r.take(strings.IndexAny(r.rest, ",]"))
	if word == "null" {
		return nil
	}
	return json.Number(word)
}

func (r *reader) array() []any {
	out := []any{}
	for r.rest[1] != ']' { // at the bracket, or at a comma
		r.take(1)
		out = append(out, r.value())
		if r.rest[0] == ']' {
			r.take(1)
			return out
		}
	}
	r.take(2)
	return out
}

// text reads a string. Few have escapes, and those that have none stay where
// they are.
func (r *reader) text() string {
	end := 1 + strings.IndexByte(r.rest[1:], '"')
	if s := r.rest[1:end]; strings.IndexByte(s, '\\') < 0 && utf8.ValidString(s) {
		r.take(end + 1)
		return s
	}
	for end = 1; r.rest[end] != '"'; end++ {
		if r.rest[end] == '\\' {
			end++
		}
	}
	var s string
	if err := json.Unmarshal([]byte(r.take(end+1)), &s); err != nil {
		panic(err)
	}
	return s
}

// take takes n bytes.
func (r *reader) take(n int) string {
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}
