package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// fault is a request that can't be read as one of GraphQL, or may not be sent:
// an HTTP status, a value of extensions.code, and plain words.
type fault struct {
	status  int
	code    string
	message string
}

func faultf(status int, code, format string, args ...any) *fault {
	return &fault{status, code, fmt.Sprintf(format, args...)}
}

// badRequest is a fault of what was sent.
func badRequest(format string, args ...any) *fault {
	return faultf(http.StatusBadRequest, "BAD_REQUEST", format, args...)
}

// bodyWithin is how long a client may take to send its body.
const bodyWithin = 30 * time.Second

// params reads the operation that a GET or POST asks for.
func (e *endpoint) params(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *fault) {
	if r.Method == http.MethodGet {
		return getParams(r)
	}
	if f := jsonBody(r.Header); f != nil {
		return nil, f
	}
	body, f := e.body(w, r)
	if f != nil {
		return nil, f
	}
	return postParams(body)
}

// jsonBody wants application/json in UTF-8, uncompressed.
func jsonBody(h http.Header) *fault {
	const code = "UNSUPPORTED_MEDIA_TYPE"
	media, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil || media != mediaJSON {
		return faultf(http.StatusUnsupportedMediaType, code,
			"the body's Content-Type is %q; send it as application/json", h.Get("Content-Type"))
	}
	if !isUTF8(params) {
		return faultf(http.StatusUnsupportedMediaType, code,
			"the body's charset is %q; send it in UTF-8", params["charset"])
	}
	if enc := h.Get("Content-Encoding"); enc != "" && enc != "identity" {
		return faultf(http.StatusUnsupportedMediaType, code,
			"the body's Content-Encoding is %q; send it as it is", enc)
	}
	return nil
}

// body reads no more than is allowed, and not for longer. The deadline is taken
// off again, or it would end the request while its statement runs.
func (e *endpoint) body(w http.ResponseWriter, r *http.Request) ([]byte, *fault) {
	control := http.NewResponseController(w)
	if control.SetReadDeadline(time.Now().Add(bodyWithin)) == nil {
		defer func() { _ = control.SetReadDeadline(time.Time{}) }()
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, e.cfg.MaxBody))
	if tooLong := new(http.MaxBytesError); errors.As(err, &tooLong) {
		return nil, faultf(http.StatusRequestEntityTooLarge, "BODY_TOO_LARGE",
			"the body is longer than the %d bytes that are allowed", tooLong.Limit)
	}
	if err != nil {
		return nil, badRequest("the body ended before it was complete")
	}
	return body, nil
}

const example = `send JSON such as {"query": "{ __typename }"}`

// postParams reads the JSON object of a POST. Names are taken by the letter.
func postParams(body []byte) (*graphql.RawParams, *fault) {
	body = bytes.TrimSpace(body)
	switch {
	case len(body) == 0:
		return nil, badRequest("the body is empty; %s", example)
	case !utf8.Valid(body):
		return nil, badRequest("the body isn't valid UTF-8")
	case body[0] == '[':
		return nil, faultf(http.StatusBadRequest, "BATCHING_NOT_SUPPORTED",
			"the body is a list of requests; send each in a request of its own")
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil || fields == nil {
		return nil, badRequest("the body isn't a JSON object%s; %s", where(err), example)
	}
	return fromFields(fields)
}

// where says how far a JSON text could be read, if that is known.
func where(err error) string {
	if syntax := new(json.SyntaxError); errors.As(err, &syntax) {
		return fmt.Sprintf(" (%v, at byte %d)", syntax, syntax.Offset)
	}
	return ""
}

// fromFields reads the four parameters of a request. Each but the query may be
// null or absent; others are ignored, as the specification has it.
func fromFields(fields map[string]json.RawMessage) (*graphql.RawParams, *fault) {
	p := &graphql.RawParams{}
	for _, field := range []struct {
		name string
		to   any
		want string
	}{
		{"query", &p.Query, "a string"},
		{"operationName", &p.OperationName, "a string"},
		{"variables", &p.Variables, "an object"},
		{"extensions", &p.Extensions, "an object"},
	} {
		raw, ok := fields[field.name]
		if !ok || string(raw) == "null" {
			continue
		}
		if kind := jsonKind(raw); kind != field.want {
			return nil, badRequest("%s is %s; it has to be %s", field.name, kind, field.want)
		}
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber() // An Int of 64 bits would lose digits as a float.
		if err := d.Decode(field.to); err != nil {
			return nil, badRequest("%s can't be read%s", field.name, where(err))
		}
	}
	if p.Query == "" {
		return nil, badRequest("the request has no query; %s", example)
	}
	return p, nil
}

// jsonKind names what a JSON value is.
func jsonKind(raw json.RawMessage) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return "null"
	default:
		return "a number"
	}
}

// getParams reads the four parameters from the URL, where variables and
// extensions are JSON.
func getParams(r *http.Request) (*graphql.RawParams, *fault) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, badRequest("the URL's parameters can't be read; percent-encode them")
	}
	fields := map[string]json.RawMessage{}
	for _, name := range []string{"query", "operationName"} {
		if q.Has(name) {
			fields[name], _ = json.Marshal(q.Get(name)) // A string always can be.
		}
		if !utf8.ValidString(q.Get(name)) {
			return nil, badRequest("%s isn't valid UTF-8", name)
		}
	}
	for _, name := range []string{"variables", "extensions"} {
		value := bytes.TrimSpace([]byte(q.Get(name)))
		if len(value) == 0 {
			continue
		}
		if !json.Valid(value) || !utf8.Valid(value) {
			return nil, badRequest("%s isn't JSON in UTF-8", name)
		}
		fields[name] = value
	}
	return fromFields(fields)
}
