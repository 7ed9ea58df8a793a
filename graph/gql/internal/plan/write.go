package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"parley/graph"
)

// at is the part of a store's answer that a selection is written from. Which
// of them is set follows from the selection.
type at struct {
	row    *graph.Row
	result *graph.Result
	bucket *graph.Bucket
	path   *graph.PathResult
	step   *graph.Step
	info   *graph.Info
}

// writer appends the JSON of one selected value.
type writer func(b []byte, a at) []byte

// member is one selected field under its response key.
type member struct {
	// key is the response key as JSON, with the colon.
	key   string
	write writer
}

// object writes the fields selected of an object.
type object []member

func (o object) write(b []byte, a at) []byte {
	b = append(b, '{')
	for i, m := range o {
		if i > 0 {
			b = append(b, ',')
		}
		b = m.write(append(b, m.key...), a)
	}
	return append(b, '}')
}

// list writes n items.
func writeList(b []byte, n int, item func(b []byte, i int) []byte) []byte {
	b = append(b, '[')
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = item(b, i)
	}
	return append(b, ']')
}

// Answer is what a root field found, as the JSON of what was selected of it:
// nothing below a root field is resolved once more.
type Answer struct{ json []byte }

// scratch keeps what answers were written into, since a buffer that grows from
// nothing is copied again and again.
var scratch = sync.Pool{New: func() any { return new([]byte) }}

// answer writes an Answer.
func answer(w writer, a at) *Answer {
	buf := scratch.Get().(*[]byte)
	defer scratch.Put(buf)
	*buf = w((*buf)[:0], a)
	return &Answer{bytes.Clone(*buf)}
}

// Abstract is an Answer where the schema has an interface.
type Abstract interface{ MarshalGQL(io.Writer) }

// MarshalGQL gives the JSON to gqlgen.
func (a *Answer) MarshalGQL(w io.Writer) {
	_, _ = w.Write(a.json) // gqlgen's writers keep no error
}

// UnmarshalGQL is never called: answers aren't arguments. gqlgen wants both.
func (a *Answer) UnmarshalGQL(any) error { return fmt.Errorf("an answer can't be read") }

// constant writes the same always.
func constant(json string) writer {
	return func(b []byte, _ at) []byte { return append(b, json...) }
}

// text writes a string.
func text(read func(at) string) writer {
	return func(b []byte, a at) []byte { return appendString(b, read(a)) }
}

// number writes an integer.
func number(read func(at) int64) writer {
	return func(b []byte, a at) []byte { return strconv.AppendInt(b, read(a), 10) }
}

// property writes a property of a node, an edge or a Through; absent is
// written where there is none.
func property(name string, enum bool, absent string, of func(at) graph.Values) writer {
	return func(b []byte, a at) []byte {
		switch v := of(a).Get(name).(type) {
		case string:
			if enum {
				v = shown(v)
			}
			return appendString(b, v)
		case int64:
			return strconv.AppendInt(b, v, 10)
		case float64:
			return strconv.AppendFloat(b, v, 'g', -1, 64)
		case bool:
			return strconv.AppendBool(b, v)
		case []string:
			return writeList(b, len(v), func(b []byte, i int) []byte { return appendString(b, v[i]) })
		case []int64:
			return writeList(b, len(v), func(b []byte, i int) []byte { return strconv.AppendInt(b, v[i], 10) })
		}
		return append(b, absent...)
	}
}

// shown writes a stored value as the schema names it.
func shown(s string) string { return strings.ToUpper(strings.ReplaceAll(s, "-", "_")) }

// appendString appends s as JSON. Nearly all strings need no escaping.
func appendString(b []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r < ' ', r == '"', r == '\\', r == '\u2028', r == '\u2029', r == utf8.RuneError:
			return appendEscaped(b, s)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// appendEscaped appends a string with what JSON escapes in it.
func appendEscaped(b []byte, s string) []byte {
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return append(b, `""`...) // a string can always be encoded
	}
	return append(b, strings.TrimSuffix(out.String(), "\n")...)
}
