package plan

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"hash/fnv"

	"parley/graph"
)

// maxCursor is more than any cursor that Parley gives out needs, in bytes.
const maxCursor = 8192

// cursorForm is what a cursor holds, as JSON in URL-safe base64. Sign tells the
// order it belongs to: under another one its keys would mean something else.
type cursorForm struct {
	Sign string   `json:"s"`
	ID   graph.ID `json:"i"`
	Keys []any    `json:"k"`
}

// signature tells an order apart from others.
func signature(order []graph.Order) string {
	h := fnv.New32a()
	for _, o := range order {
		fmt.Fprintf(h, "%d %q %t;", o.By, o.Prop, o.Desc)
	}
	return fmt.Sprintf("%08x", h.Sum32())
}

// signature tells an order apart from others, and rows as of a day from those
// of now, which go by other IDs.
func (c *Compiler) signature(order []graph.Order) string {
	if c.day != "" {
		return "then " + signature(order)
	}
	return signature(order)
}

// writeCursor writes the cursor of a row of a connection with that signature.
func writeCursor(r *graph.Row, sign string) string {
	form, err := json.Marshal(cursorForm{Sign: sign, ID: r.ID, Keys: r.Keys})
	if err != nil {
		return "" // keys are strings and finite numbers
	}
	return base64.RawURLEncoding.EncodeToString(form)
}

// readCursor reads what writeCursor wrote for the same order, of that signature.
func readCursor(s, name string, order []graph.Order, sign string) (*graph.Cursor, error) {
	var form cursorForm
	raw, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || len(s) > maxCursor || json.Unmarshal(raw, &form) != nil || form.ID == "" {
		return nil, &Error{Code: CodeCursor, Message: fmt.Sprintf("%s is not a cursor: take one from pageInfo or an edge of the same field", name)}
	}
	if form.Sign != sign || len(form.Keys) < len(order) || !plain(form.Keys) {
		return nil, &Error{Code: CodeCursor, Message: fmt.Sprintf("%s is a cursor of another order: go on with the same orderBy, or start again without it", name)}
	}
	return &graph.Cursor{Keys: form.Keys, ID: form.ID}, nil
}

// plain reports whether no key is a list or an object.
func plain(keys []any) bool {
	for _, k := range keys {
		switch k.(type) {
		case nil, string, float64, bool:
		default:
			return false
		}
	}
	return true
}
