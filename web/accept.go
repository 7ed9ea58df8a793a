package web

import (
	"mime"
	"strconv"
	"strings"
)

// The media types of an answer. Under mediaJSON whatever could be read as a
// GraphQL request is answered with status 200; under mediaGraphQL the status
// tells whether the operation ran.
const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// mediaRange is one element of an Accept header.
type mediaRange struct {
	media string
	q     float64
}

// accepted is what a client said of one media type: its weight, and how exactly
// it was named (2 by itself, 1 by application/*, 0 by */*).
type accepted struct {
	q     float64
	exact int
	at    int
}

// negotiate picks the media type of the answer from the Accept headers. ok is
// false where the client takes neither. Without the header, or where only a
// wildcard decides, it is application/json, as clients of old expect.
func negotiate(headers []string) (media string, ok bool) {
	ranges := parseAccept(headers)
	if len(ranges) == 0 {
		return mediaJSON, true
	}
	asJSON, asGraphQL := weigh(ranges, mediaJSON), weigh(ranges, mediaGraphQL)
	if asJSON.q == 0 && asGraphQL.q == 0 {
		return mediaJSON, false
	}
	if asGraphQL.before(asJSON) {
		return mediaGraphQL, true
	}
	return mediaJSON, true
}

// namesJSON tells whether the client asks for one of the two types by name.
func namesJSON(headers []string) bool {
	ranges := parseAccept(headers)
	for _, media := range []string{mediaJSON, mediaGraphQL} {
		if a := weigh(ranges, media); a.q > 0 && a.exact == 2 {
			return true
		}
	}
	return false
}

func (a accepted) before(b accepted) bool {
	switch {
	case a.q != b.q:
		return a.q > b.q
	case a.exact != b.exact:
		return a.exact > b.exact
	default:
		return a.at < b.at
	}
}

// weigh finds the range that names media most exactly; its weight is what
// counts (RFC 9110, 12.5.1).
func weigh(ranges []mediaRange, media string) accepted {
	best := accepted{exact: -1}
	for i, r := range ranges {
		exact := -1
		switch r.media {
		case media:
			exact = 2
		case "application/*":
			exact = 1
		case "*/*":
			exact = 0
		}
		if exact > best.exact {
			best = accepted{q: r.q, exact: exact, at: i}
		}
	}
	return best
}

// parseAccept reads the elements that make sense; one that asks for another
// charset than UTF-8 doesn't here.
func parseAccept(headers []string) []mediaRange {
	var ranges []mediaRange
	for element := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		media, params, err := mime.ParseMediaType(element)
		if err != nil || !isUTF8(params) {
			continue
		}
		q := 1.0
		if s, ok := params["q"]; ok {
			if q, err = strconv.ParseFloat(s, 64); err != nil || !(q >= 0 && q <= 1) {
				continue
			}
		}
		ranges = append(ranges, mediaRange{media, q})
	}
	return ranges
}

// isUTF8 tells whether a media type's charset is UTF-8, said or implied.
func isUTF8(params map[string]string) bool {
	charset, ok := params["charset"]
	return !ok || strings.EqualFold(charset, "utf-8") || strings.EqualFold(charset, "utf8")
}
