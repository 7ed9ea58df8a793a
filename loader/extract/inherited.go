package extract

import (
	"slices"

	"parley/loader/lexicon"
)

// fillGroup gives an event of "the parties", of whom no sentence before it had
// told yet, the sides of the meeting that its own sentences have filled since.
func fillGroup(kept []*event, e *event) {
	if !e.group || e.adds || len(e.people)+len(e.sides) > 0 {
		return
	}
	for _, f := range slices.Backward(lately(kept)) {
		if len(f.sides) >= 2 {
			e.sides = slices.Clone(f.sides)
			return
		}
	}
}

// inheritSides gives a meeting that is planned or put off, and names nobody,
// the sides of the meeting told before it: "A fourth round is planned".
func (r *reading) inheritSides(kept []*event, e *event) {
	if len(e.people)+len(e.sides) > 0 && !r.hostOnly(e) || e.owned || !e.noun && !r.delegates(e) || e.noun && r.hasName(e) {
		return
	}
	if e.status == "held" || e.status == "proposed" && !r.another(e) && !(e.located() && r.has(r.sents[e.sent].lo, e.lo, lexicon.MeetResume)) {
		return
	}
	if !e.located() && e.noun && !r.another(e) && e.status != "cancelled" && e.status != "postponed" {
		return
	}
	for _, f := range slices.Backward(lately(kept)) {
		if max(len(f.sides), len(f.people)) < 2 || len(f.sides) > 4 {
			continue
		}
		e.sides = slices.Clone(f.sides)
		if r.another(e) && (f.kind == e.kind || len(f.sides) < 2 || e.kind == "summit" && len(f.people) == 2) {
			e.people = slices.Clone(f.people)
		}
		return
	}
}

// hostOnly reports a meeting like the one before of which only the host is
// told: "X offered to host the next round".
func (r *reading) hostOnly(e *event) bool {
	lo := max(r.sents[e.sent].lo, e.lo-6)
	return len(e.people) == 0 && len(e.sides) == 1 && e.ahead() && r.another(e) && r.has(lo, e.lo, lexicon.RoleHost)
}

// inheritDate gives a held meeting without a date that of a meeting with some
// of the same people told right before it.
func (r *reading) inheritDate(kept []*event, e *event) {
	if e.date != "" || e.status != "held" || e.owned || len(kept) == 0 || len(r.dates[e.sent]) > 0 || e.anaphor {
		return
	}
	f := kept[len(kept)-1]
	if e.place == nil && e.venue == "" && e.kind != "call" && f.kind != "call" && e.sent-f.sents[len(f.sents)-1] <= 1 && e.status == f.status && (sharePeople(f, e) || shareSide(f, e) || len(e.people)+len(e.sides) == 0) {
		e.place = f.place
	}
	if shared, _, _ := overlapPeople(f, e); f.status == "held" && shared > 0 && r.placesAgree(f, e) && e.sent-f.sents[len(f.sents)-1] <= 1 && !r.has(r.sents[e.sent].lo, e.lo, lexicon.Follows) {
		e.date = f.date
	}
}
