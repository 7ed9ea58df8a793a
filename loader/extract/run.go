package extract

import "parley/loader/lexicon"

// maxRun bounds the days of a meeting whose length a text counts.
const maxRun = 30

// findRun tells the date on which the talks of sentence s began or ended how
// many days they took: "three days of talks ended on Friday".
func (r *reading) findRun(s int) {
	if len(r.dates[s]) == 0 {
		return
	}
	at, ok := r.first(r.sents[s].lo, r.sents[s].hi, lexicon.TimeHeld)
	q, _ := r.cue(at, lexicon.TimeHeld)
	if !ok || q.value == "" {
		return
	}
	w := r.dateNear(s, at)
	if w == nil {
		return
	}
	n := r.daysCounted(s)
	switch {
	case q.value == "end" && n == 0:
		w.run = -1
	case q.value == "end":
		w.run = -n
	default:
		w.run = n
	}
}

// dateNear is the first date after token i of sentence s, or else the last one
// before it, within a few words; nil for none.
func (r *reading) dateNear(s, i int) *when {
	const near = 14
	var best *when
	for k := range r.dates[s] {
		w := &r.dates[s][k]
		if w.bound || w.last.month > 0 || w.endWeekday > 0 {
			continue
		}
		if w.lo > i {
			if w.lo-i <= near {
				best = w
			}
			break
		}
		if i-w.hi <= near {
			best = w
		}
	}
	return best
}

// daysCounted is how many days sentence s says that talks took: "two days of",
// "a three-day", "after four days"; 0 for none.
func (r *reading) daysCounted(s int) int {
	sn := r.sents[s]
	for i := sn.lo; i+1 < sn.hi; i++ {
		n, j := r.count(i, sn.hi)
		if n < 2 || n > maxRun || j+1 >= sn.hi {
			continue
		}
		if r.toks[j].hyphen {
			if r.toks[j+1].low == "day" {
				return n
			}
			continue
		}
		if r.toks[j].low == "days" && (r.toks[j+1].low == "of" || i > sn.lo && r.toks[i-1].low == "after") {
			return n
		}
	}
	return 0
}

// spread makes a day the range of the days that start, or below 0 end, with it.
func spread(date string, days int) string {
	d, ok := start(date)
	if !ok || len(date) > len(isoDay) || days*days <= 1 {
		return date
	}
	if days < 0 {
		return d.AddDate(0, 0, days+1).Format(isoDay) + "/" + date
	}
	return date + "/" + d.AddDate(0, 0, days-1).Format(isoDay)
}
