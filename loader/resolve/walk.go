package resolve

import (
	"cmp"
	"slices"
)

// set is some reports.
type set map[*facts]bool

func join(sets ...set) set {
	out := set{}
	for _, s := range sets {
		for f := range s {
			out[f] = true
		}
	}
	return out
}

// reports returns what is in a set, by ID.
func (s set) reports() []*Report {
	var out []*Report
	for f := range s {
		out = append(out, f.Report)
	}
	slices.SortFunc(out, func(a, b *Report) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// walk follows what may touch what.
type walk struct {
	index   *Index
	changed set
	// What was found, to find it once.
	links, solids, thins map[*facts][]*facts
}

// once finds something unless it was found.
func once(found map[*facts][]*facts, f *facts, find func(*facts) []*facts) []*facts {
	out, ok := found[f]
	if !ok {
		out = find(f)
		found[f] = out
	}
	return out
}

// near are the reports that one finds.
func (w *walk) near(f *facts) []*facts { return once(w.links, f, w.index.near) }

// closure are the reports that say enough by themselves and are linked with
// some, with those, and so on; they themselves included.
func (w *walk) closure(seeds []*facts) set {
	out := set{}
	for queue := seeds; len(queue) > 0; {
		f := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if out[f] {
			continue
		}
		out[f] = true
		queue = append(queue, w.index.told(f)...)
		if !f.core {
			continue
		}
		for _, o := range w.near(f) {
			if o.core && !out[o] {
				if _, ok := linked(f, o); ok {
					queue = append(queue, o)
				}
			}
		}
	}
	return out
}

// solid are those by which a thin report is judged.
func (w *walk) solid(t *facts) []*facts {
	return once(w.solids, t, func(t *facts) []*facts {
		return w.which(t, func(o *facts) bool { return o.core && isCandidate(t, o) })
	})
}

// thin are the thin reports that are judged by one that isn't.
func (w *walk) thin(f *facts) []*facts {
	return once(w.thins, f, func(f *facts) []*facts {
		return w.which(f, func(o *facts) bool { return !o.core && !o.bound && isCandidate(o, f) })
	})
}

func isCandidate(thin, of *facts) bool {
	_, ok := candidate(thin, of)
	return ok
}

// calledOff are the reports of what one may have taken the place of.
func (w *walk) calledOff(f *facts) []*facts {
	return w.which(f, func(o *facts) bool { return replaces(f, o) })
}

// substitutes are the reports of what may have taken the place of one.
func (w *walk) substitutes(f *facts) []*facts {
	return w.which(f, func(o *facts) bool { return replaces(o, f) })
}

func (w *walk) which(f *facts, ok func(*facts) bool) []*facts {
	var out []*facts
	for _, o := range w.near(f) {
		if ok(o) {
			out = append(out, o)
		}
	}
	return out
}

// all are what something gives for each in a set.
func (w *walk) all(s set, of func(*facts) []*facts) []*facts {
	var out []*facts
	for f := range s {
		out = append(out, of(f)...)
	}
	return out
}

// free are thin reports, and where nothing that stays explains one, those with
// which it may make a meeting.
func (w *walk) free(thin []*facts) set {
	out := set{}
	for queue := thin; len(queue) > 0; {
		t := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if out[t] {
			continue
		}
		out[t] = true
		if slices.ContainsFunc(w.solid(t), func(o *facts) bool { return !w.changed[o] }) {
			continue
		}
		queue = append(queue, w.which(t, func(o *facts) bool {
			if o.core || o.bound || out[o] {
				return false
			}
			_, ok := linked(t, o)
			return ok
		})...)
	}
	return out
}
