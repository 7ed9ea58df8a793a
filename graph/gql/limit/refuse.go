package limit

import (
	"fmt"
	"strconv"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The values of extensions.code with which an operation is refused. Beside
// code, extensions has the figures "measured" and "allowed" where there are
// some; measured stops counting at a million million.
const (
	CodeBytes         = "QUERY_TOO_LARGE"
	CodeTokens        = "QUERY_TOO_MANY_TOKENS"
	CodeDepth         = "QUERY_TOO_DEEP"
	CodeFields        = "QUERY_TOO_MANY_FIELDS"
	CodeAliases       = "QUERY_TOO_MANY_ALIASES"
	CodeRepeats       = "QUERY_TOO_MANY_REPEATS"
	CodeDirectives    = "QUERY_TOO_MANY_DIRECTIVES"
	CodeCost          = "QUERY_TOO_COSTLY"
	CodeIntrospection = "INTROSPECTION_DISABLED"
)

// exceeds returns the refusal if measured is more than allowed, else nil. The
// message has one verb for each figure, in that order, as text.
func exceeds(code string, measured, allowed int, message string) *gqlerror.Error {
	if allowed == 0 || measured <= allowed {
		return nil
	}
	return &gqlerror.Error{
		Message:    fmt.Sprintf(message, figure(measured), figure(allowed)),
		Extensions: map[string]any{"code": code, "measured": measured, "allowed": allowed},
	}
}

// most is where counting stops: beyond any sensible limit, and far enough from
// the largest int that a sum of two can't overflow.
const most = 1_000_000_000_000

// figure writes n in groups of three digits.
func figure(n int) string {
	if n >= most {
		return "over " + figure(most-1)
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// add returns a+b, at most most.
func add(a, b int) int { return min(a+b, most) }

// times returns a*b, at most most. Neither is negative.
func times(a, b int) int {
	if a > 0 && b > most/a {
		return most
	}
	return a * b
}
