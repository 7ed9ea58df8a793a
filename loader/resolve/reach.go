package resolve

import "slices"

// Reach is what a change can touch.
type Reach struct {
	// Touched are the reports whose meetings may become others, or say other
	// things. Context are those by which that is judged. Both by ID.
	Touched, Context []*Report
}

// All are the touched reports and the context.
func (r Reach) All() []*Report { return slices.Concat(r.Touched, r.Context) }

// Says returns what is certain of a resolution of All: the meetings with a
// touched report, and the reports that are in none though they are touched or
// nearest to one of those. It is what resolving everything says of them; the
// rest is as it was.
func (r Reach) Says(all Resolution) Resolution {
	touched := map[string]bool{}
	for _, t := range r.Touched {
		touched[t.ID] = true
	}
	var out Resolution
	certain := map[string]bool{}
	for _, m := range all.Meetings {
		if slices.ContainsFunc(m.Reports, func(id string) bool { return touched[id] }) {
			out.Meetings = append(out.Meetings, m)
			certain[m.ID] = true
		}
	}
	for _, p := range all.Possible {
		if touched[p.Report] || certain[p.Of[0].Meeting] {
			out.Possible = append(out.Possible, p)
		}
	}
	return out
}

// Reach returns what a change of some reports can touch: reports that came,
// went, or about which an analyst said something or took it back. Both what
// was before the change and what is after it must be in the index, under the
// words as they are now.
//
// A report that says enough by itself touches those that it is linked with,
// and so on. A thin one is judged by those, and touches the meetings that it
// may be of, but it connects none of them: so the news of years do not hang
// together.
func (x *Index) Reach(changed []*Report) Reach {
	w := &walk{index: x, changed: set{}, links: map[*facts][]*facts{}, solids: map[*facts][]*facts{}, thins: map[*facts][]*facts{}}
	for _, r := range changed {
		if f := x.known[r]; f != nil {
			w.changed[f] = true
		}
	}
	solid, thin := w.seeds()
	first := w.closure(solid)
	for f := range first {
		thin = append(thin, w.thin(f)...)
		for _, o := range w.calledOff(f) {
			if o.core || o.bound {
				solid = append(solid, o)
			} else {
				thin = append(thin, o)
			}
		}
	}
	doubtful := w.free(thin)
	second := w.closure(append(w.all(doubtful, w.solid), solid...))
	touched := join(first, doubtful, second)
	return Reach{touched.reports(), w.context(touched, second).reports()}
}

// seeds are the reports from which a change goes out: those that changed, and
// those by which they are judged where they are thin.
func (w *walk) seeds() (solid, thin []*facts) {
	for f := range w.changed {
		if f.core || f.bound {
			solid = append(solid, f)
		}
		if !f.core { // even if it is bound now, it may not have been
			thin = append(thin, f)
			solid = append(solid, w.solid(f)...)
		}
	}
	return solid, thin
}

// context are the reports, but the touched ones, that decide which thin ones
// the groups of the solid ones have, and what took the place of them.
func (w *walk) context(touched, solid set) set {
	around := set{}
	for _, f := range w.all(solid, w.thin) {
		around[f] = true
	}
	out := join(around, w.closure(w.all(around, w.solid)))
	for _, f := range w.all(join(touched, around), w.substitutes) {
		out[f] = true
	}
	for f := range touched {
		delete(out, f)
	}
	return out
}
