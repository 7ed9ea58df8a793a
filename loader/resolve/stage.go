package resolve

// call is the kind of meeting that has no place; it is never one with another.
const call = "call"

// particular are the kinds of meeting that are one among several of an
// occasion: what one text calls so and another doesn't is often something else
// on the same day.
var particular = map[string]bool{"conference": true, "ceremony": true, "encounter": true}

// compareKinds scores the kinds.
func compareKinds(a, b string) mark {
	switch {
	case (a == call) != (b == call):
		return mark{never, "one is a call"}
	case a == b:
		return mark{0.5, "the same kind"}
	case particular[a] || particular[b]:
		return mark{-1.5, "different kinds"}
	}
	return mark{}
}

// compareStatus scores how far the reports say the meeting is. What was to be
// and then was, or was called off, is one story; what was called off and what
// took its place are two meetings.
func compareStatus(a, b *facts) mark {
	switch {
	case replaces(a, b) || replaces(b, a):
		return mark{never, "one took the place of the other"}
	case a.off() && tookPlace(b), b.off() && tookPlace(a):
		if !a.dated || !b.dated {
			return mark{never, "one was called off, the other took place"}
		}
		return mark{-1, "one says that it was called off, the other that it took place"}
	case a.Status == "denied" && tookPlace(b), b.Status == "denied" && tookPlace(a):
		return mark{-0.5, "one says that it did not take place"}
	case (a.Status == "denied") != (b.Status == "denied"):
		return mark{-1, "one denies it"}
	}
	return mark{}
}

// tookPlace reports whether the report says that the meeting took place.
func tookPlace(f *facts) bool { return f.Status == "held" || f.Status == "ongoing" }
