package neo4jstore

import (
	"fmt"
	"strings"
)

// Neo4j compares two stored strings by their bytes, but a stored one with a
// parameter by UTF-16 units (seen with 5.26). The two orders differ only where
// characters beyond the BMP meet those from U+E000. So strings that have a
// character from U+D7FF are stored a second time with each of these written as
// U+D7FF, which Unicode doesn't assign, and six hexadecimal digits: then both
// orders are one. A parameter without such a character needs no care, since
// either order puts all of them behind every other.
const firstHigh = '\uD7FF'

// high reports whether a string needs care.
func high(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= firstHigh })
}

// byteOrdered writes a string so that UTF-16 units sort it as bytes do.
func byteOrdered(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < firstHigh {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "%c%06x", firstHigh, r)
		}
	}
	return b.String()
}

// withOrd takes the care: it returns what to compare, given the plain
// expression and the one of ordProp, and the parameter's value.
func withOrd(plain, ord string, want any) (string, any) {
	if s, ok := want.(string); ok && ord != "" && high(s) {
		return "coalesce(" + ord + ", " + plain + ")", byteOrdered(s)
	}
	return plain, want
}
