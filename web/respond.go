package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// answer is a GraphQL response before it is written. Without data the operation
// didn't run: an answer to a request that was refused.
type answer struct {
	// status is the HTTP status where the media type doesn't decide it; else 0.
	status     int
	data       json.RawMessage
	errors     gqlerror.List
	extensions map[string]any
}

func (f *fault) answer() answer { return failed(f.status, f.code, f.message) }

// failed is an answer with one error only.
func failed(status int, code, message string) answer {
	return answer{status: status, errors: gqlerror.List{{
		Message:    message,
		Extensions: map[string]any{"code": code},
	}}}
}

// write sends the answer and returns its status and length in bytes. The client
// has patience to read it.
func (a answer) write(w http.ResponseWriter, media string, patience time.Duration) (status, n int) {
	body := a.encode()
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(patience))
	h := w.Header()
	h.Set("Content-Type", media+"; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	status = a.statusFor(media)
	if status == http.StatusMethodNotAllowed && h.Get("Allow") == "" {
		h.Set("Allow", http.MethodPost)
	}
	w.WriteHeader(status)
	n, _ = w.Write(body)
	return status, n
}

// statusFor is 200 for what ran, and under application/json for all that could
// be read as a GraphQL request; otherwise what was refused is 400.
func (a answer) statusFor(media string) int {
	switch {
	case a.status != 0:
		return a.status
	case a.data == nil && media == mediaGraphQL:
		return http.StatusBadRequest
	default:
		return http.StatusOK
	}
}

// encode writes the response as JSON, errors first, as the specification
// advises. The data is copied as it is: encoding/json would parse it anew.
func (a answer) encode() []byte {
	var b bytes.Buffer
	b.Grow(len(a.data) + 256)
	comma := byte('{')
	entry := func(name string, value []byte) {
		b.WriteByte(comma)
		b.WriteString(`"` + name + `":`)
		b.Write(value)
		comma = ','
	}
	if len(a.errors) > 0 {
		entry("errors", encodeErrors(a.errors))
	}
	if a.data != nil {
		entry("data", a.data)
	}
	if len(a.extensions) > 0 {
		if ext, err := json.Marshal(a.extensions); err == nil {
			entry("extensions", ext)
		}
	}
	if comma == '{' {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes()
}

// encodeErrors sees to it that every error has a code. One whose extensions
// can't be written as JSON keeps its message and code.
func encodeErrors(errs gqlerror.List) []byte {
	safe := make([]*gqlerror.Error, len(errs))
	for i, err := range errs {
		e := *err
		e.Extensions = map[string]any{"code": code(err)}
		if _, bad := json.Marshal(err.Extensions); bad == nil {
			for k, v := range err.Extensions {
				e.Extensions[k] = v
			}
			e.Extensions["code"] = code(err)
		}
		safe[i] = &e
	}
	text, _ := json.Marshal(safe) // Strings, numbers and checked extensions.
	return text
}

// code is an error's extensions.code, INTERNAL if it has none.
func code(err *gqlerror.Error) string {
	if c, ok := err.Extensions["code"].(string); ok && c != "" {
		return c
	}
	return "INTERNAL"
}
