package claims

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Reason is why something was dropped, in words that go after a number.
type Reason string

// The reasons.
const (
	BadForm    Reason = "not in the form asked for"
	BadPassage Reason = "with a passage that isn't in the document"
	BadName    Reason = "with a name that isn't in the document"
	BadPlace   Reason = "with a place that isn't in the document"
	BadDate    Reason = "with a date that isn't told there"
	BadWords   Reason = "in words that aren't in the document"
	BadValue   Reason = "of a kind, status or act that doesn't exist"
	BadActor   Reason = "with somebody of whom the passage doesn't speak"
	TooLittle  Reason = "with too little left"
	TooMany    Reason = "beyond what one answer may hold"
)

// Dropped counts what was not let in, by reason. The zero value is ready.
type Dropped struct {
	// Claims are whole meetings, people and positions, Details parts of those
	// that were let in.
	Claims  map[Reason]int `json:"claims"`
	Details map[Reason]int `json:"details"`
}

func (d *Dropped) claim(why Reason) {
	if d.Claims == nil {
		d.Claims = map[Reason]int{}
	}
	d.Claims[why]++
}

func (d *Dropped) detail(why Reason) {
	if d.Details == nil {
		d.Details = map[Reason]int{}
	}
	d.Details[why]++
}

// Add counts what another answer had to lose.
func (d *Dropped) Add(o Dropped) {
	for why, n := range o.Claims {
		d.claim(why)
		d.Claims[why] += n - 1
	}
	for why, n := range o.Details {
		d.detail(why)
		d.Details[why] += n - 1
	}
}

// String tells it, in one line.
func (d Dropped) String() string {
	return fmt.Sprintf("dropped %s and %s", told(d.Claims, "claim"), told(d.Details, "detail"))
}

// told gives "3 claims (2 with …, 1 of …)", in the order of the reasons.
func told(by map[Reason]int, noun string) string {
	total := 0
	var parts []string
	for _, why := range slices.Sorted(maps.Keys(by)) {
		total += by[why]
		parts = append(parts, fmt.Sprintf("%d %s", by[why], why))
	}
	s := fmt.Sprintf("%d %s", total, noun)
	if total != 1 {
		s += "s"
	}
	if total > 0 {
		s += " (" + strings.Join(parts, ", ") + ")"
	}
	return s
}
