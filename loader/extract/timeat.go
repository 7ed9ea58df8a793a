package extract

import "slices"

// isTime reports that a time expression starts at token i.
func (r *reading) isTime(i int) bool {
	for _, w := range r.dates[r.toks[i].sent] {
		if w.lo == i {
			return true
		}
	}
	return false
}

// inTime reports that a time expression has token i: the "May" of "5 May".
func (r *reading) inTime(i int) bool {
	for _, w := range r.dates[r.toks[i].sent] {
		if w.lo <= i && i < w.hi {
			return true
		}
	}
	return false
}

// timeEnd is where the time expression that starts at token j ends.
func (r *reading) timeEnd(j int) int {
	for _, w := range r.dates[r.toks[j].sent] {
		if w.lo == j {
			return w.hi
		}
	}
	return j + 1
}

// timeEnds reports that a time expression ends right before token i.
func (r *reading) timeEnds(i int) bool {
	return slices.ContainsFunc(r.dates[r.toks[i].sent], func(w when) bool { return w.hi == i })
}

// timeIn reports a time expression in tokens [lo, hi).
func (r *reading) timeIn(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.isTime(k) {
			return true
		}
	}
	return false
}
