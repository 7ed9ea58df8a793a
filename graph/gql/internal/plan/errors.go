package plan

import (
	"fmt"

	"parley/graph"
)

// Codes of what a caller can do wrong, as in extensions.code.
const (
	CodeInput     = "BAD_USER_INPUT"
	CodeCursor    = "BAD_CURSOR"
	CodeAmbiguous = "AMBIGUOUS"
)

// Error is something that the caller can put right. Its text may be shown.
type Error struct {
	Code, Message string
	// Candidates are what an ambiguous name may mean.
	Candidates []Candidate
}

// Candidate is one thing that an ambiguous name may mean.
type Candidate struct {
	ID   graph.ID    `json:"id"`
	Name string      `json:"name"`
	Type graph.Label `json:"type"`
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// bad makes an Error with CodeInput.
func bad(format string, args ...any) error {
	return &Error{Code: CodeInput, Message: fmt.Sprintf(format, args...)}
}
