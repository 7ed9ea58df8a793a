package resolve

import "strings"

// How much of a meeting its title names.
const (
	titleNames = 3 // people of one side
	titleSides = 4
)

// title names a meeting for captions and lists: who, by side, where and when,
// as "Witkoff, Kushner – Putin · Moscow · 2025-12-02".
func title(m Meeting) string {
	parts := []string{who(m.Actors)}
	if parts[0] == "" {
		parts[0] = m.Kind
	}
	switch {
	case m.Kind == call:
		parts = append(parts, call)
	case m.Place != nil:
		parts = append(parts, m.Place.Name)
	case m.Venue != "":
		parts = append(parts, m.Venue)
	}
	if m.Start != "" {
		parts = append(parts, m.Start)
	}
	return strings.Join(parts, " · ")
}

// who names the sides: each by its people, or by itself where none is known.
func who(actors []Actor) string {
	var order []string
	people := map[string][]string{}
	names := map[string]string{}
	for _, a := range actors {
		side := a.Side
		if side == "" {
			side = a.ID
		}
		if _, ok := people[side]; !ok {
			order = append(order, side)
			people[side] = nil
		}
		if a.Person {
			people[side] = append(people[side], a.Short)
		} else {
			names[side] = a.Name
		}
	}
	var out []string
	for _, s := range order {
		switch {
		case len(people[s]) > 0:
			out = append(out, cut(people[s], titleNames, ", "))
		case names[s] != "":
			out = append(out, names[s])
		}
	}
	return cut(out, titleSides, " – ")
}

// cut joins the first n, and tells that there are more.
func cut(list []string, n int, sep string) string {
	if len(list) > n {
		list = append(append([]string{}, list[:n]...), "…")
	}
	return strings.Join(list, sep)
}
