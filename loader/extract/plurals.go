package extract

import (
	"strings"
)

// distribute gives a title in the plural to the names listed after it, each
// with its own state where as many are named: "the foreign ministers of Latvia
// and Estonia, A and B", "his Polish and Czech counterparts, A and B",
// "Presidents A of Latvia and B of Estonia", "ministers were present: A, B".
func (r *reading) distribute(s int, ms []mention) {
	for k := range ms {
		m := &ms[k]
		if m.office == nil || !m.office.plural || m.kind != anOffice && m.kind != aPeer {
			continue
		}
		names := r.namesAfter(m, s, ms)
		if len(names) == 0 {
			r.regroup(m)
			continue
		}
		states := r.statesOf(m, ms)
		for i, n := range names {
			o := r.singular(m.office)
			switch {
			case len(states) == len(names):
				o.party = states[i].asParty(r)
			case len(states) == 1:
				o.party = states[0].asParty(r)
			case len(states) > 1:
				o.party = nil
			}
			if o.his && !o.peer && len(states) == 0 && r.toks[m.office.lo].low == "their" {
				o.nth, o.of = i+1, len(names)
			}
			n.bindOne(&o)
			n.listed = m.lo + 1
		}
		if len(states) == 0 || len(states) == 1 || len(states) == len(names) {
			m.inner = true
			for _, v := range states {
				v.inner = true
			}
		}
	}
}

// regroup makes a group of "the foreign ministers": those told before.
func (r *reading) regroup(m *mention) {
	o := m.office
	if o.party == nil && !o.peer && o.lo > 0 && r.toks[o.lo-1].low == "the" {
		m.kind, m.office, m.code = aGroup, nil, "/"+o.rank
	}
}

// bindOne gives a shared title, whose words stand elsewhere.
func (m *mention) bindOne(o *office) {
	o.lo, o.hi = m.lo, m.lo
	m.entitle(o)
}

// singular is a plural title for one of its bearers.
func (r *reading) singular(o *office) office {
	one := *o
	one.plural, one.owner = false, -1
	one.title = strings.TrimSuffix(o.title, "s")
	if stem, ok := strings.CutSuffix(o.title, "ies"); ok {
		one.title = stem + "y" // "secretaries"
	}
	if head, tail, ok := strings.Cut(o.title, "s of "); ok {
		one.title = head + " of " + tail
	}
	one.text = one.title
	return one
}

// namesAfter are the people listed right after a plural title, or after the
// colon to which its clause leads.
func (r *reading) namesAfter(m *mention, s int, ms []mention) []*mention {
	hi := r.sents[s].hi
	end := r.statesEnd(m.hi, ms)
	if out := r.nameList(end, hi, ms); len(out) > 0 {
		return out
	}
	for i := end; i < hi; i++ {
		if v := mentionAt(ms, i); v != nil && v.kind == aPerson || r.toks[i].low == ";" {
			return nil
		}
		if r.toks[i].low == ":" {
			return r.nameList(i, hi, ms)
		}
	}
	return nil
}

// nameList are the people in the list that starts at token i, two at least
// unless a title like "Presidents" stands right before them. Remarks in
// brackets and "of Latvia" are passed over; a title of its own ends the list.
func (r *reading) nameList(i, hi int, ms []mention) []*mention {
	var out []*mention
	for i < hi {
		t := r.toks[i]
		switch m := mentionAt(ms, i); {
		case m != nil && m.kind == aPerson && m.office == nil:
			out = append(out, m)
			i = m.hi
		case m != nil && m.inner && len(out) > 0 && r.toks[i-1].low == "of":
			i = m.hi
		case t.low == "(" && len(out) > 0:
			for i < hi && r.toks[i].low != ")" {
				i++
			}
			i++
		case t.low == "," || t.low == "and" || t.low == "of" && len(out) > 0 || len(out) == 0 && (t.low == ":" || t.low == "(" || r.spacedDash(i)):
			i++
		default:
			hi = i
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// statesEnd is where the states end that are listed on after token i: "of
// Britain" and then ", France and Germany".
func (r *reading) statesEnd(i int, ms []mention) int {
	if v := mentionEnding(ms, i); v == nil || v.kind != aState && v.office == nil {
		return i
	}
	for k := i; k < len(r.toks) && (r.toks[k].low == "," || r.toks[k].low == "and" || r.toks[k].low == "the"); {
		k++
		if v := mentionAt(ms, k); v != nil && (v.kind == aState || v.kind == anOrg) && !v.adj && !v.poss {
			i, k = v.hi, v.hi
		}
	}
	return i
}

// statesOf are the states and organisations that a plural title names: those
// within it, and the adjectives joined before it ("Polish and Czech").
func (r *reading) statesOf(m *mention, ms []mention) []*mention {
	var out []*mention
	lo := m.office.lo
	for i := lo; i > 0; {
		if w := r.toks[i-1].low; w != "and" && w != "," {
			break
		}
		v := mentionEnding(ms, i-1)
		if v == nil || v.kind != aState || v.poss || !v.adj && r.toks[v.hi].low != "and" {
			break // "the United States and Chinese presidents" too
		}
		lo, i = v.lo, v.lo
	}
	end := r.statesEnd(m.hi, ms)
	for k := range ms {
		if v := &ms[k]; v.lo >= lo && v.hi <= end && (v.kind == aState || v.kind == anOrg) {
			out = append(out, v)
		}
	}
	return out
}
