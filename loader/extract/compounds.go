package extract

import "parley/loader/lexicon"

// compound reads "Trump–Putin", "U.S.-Ukraine", "Omani-brokered": actors
// joined by a hyphen. It returns the tokens taken, 0 for none.
func (r *reading) compound(i, s int) ([]mention, int) {
	if i+2 >= r.sents[s].hi || !r.toks[i+1].hyphen {
		return nil, 0
	}
	first, ok := r.partAt(i, s)
	if h, long := r.hitAt(i, r.sents[s].hi); !ok || long && h.n > 1 {
		return nil, 0
	}
	out, n := []mention{first}, 1
	for i+n+1 < r.sents[s].hi && r.toks[i+n].hyphen {
		next, ok := r.partAt(i+n+1, s)
		if !ok {
			if n == 1 {
				out[0].inner = !r.joinsActors(r.toks[i+2].low)
				out[0].adj = true
				return out, 3
			}
			break
		}
		out = append(out, next)
		n += 2
	}
	return out, n
}

// partAt reads one actor of a compound: a state, an organisation or a
// surname that the document knows.
func (r *reading) partAt(i, s int) (mention, bool) {
	if h, ok := r.hitAt(i, r.sents[s].hi); ok && h.n == 1 && h.kind != aPlace {
		if h.kind == aPerson {
			m := r.runMention(i, 1, s, true)
			m.joined = true
			return m, true
		}
		m := r.hitMention(h, i, s)
		m.adj, m.joined = true, true
		return m, true
	}
	if !r.toks[i].caps || r.insideName(i, s) {
		return mention{}, false
	}
	r.unsure = true
	if r.surname[r.toks[i].low] {
		m := r.runMention(i, 1, s, true)
		m.joined = true
		return m, true
	}
	return mention{}, false
}

// insideName reports that token i, with its hyphens, is a stretch of a longer
// name: "Jean-Yves Le Drian".
func (r *reading) insideName(i, s int) bool {
	lo, hi := i, i+1
	for lo-2 >= r.sents[s].lo && r.toks[lo-1].hyphen {
		lo -= 2
	}
	for hi+1 < r.sents[s].hi && r.toks[hi].hyphen {
		hi += 2
	}
	return lo > r.sents[s].lo && r.namePart(lo-1) || hi < r.sents[s].hi && r.namePart(hi)
}

// joinsActors reports a last part of a compound that leaves its first part an
// actor: "Omani-brokered".
func (r *reading) joinsActors(part string) bool {
	for _, p := range r.gram.At(lexicon.GrammarWord(part)) {
		if p.Class == lexicon.FrameMediation && len(p.Words) == 1 {
			return true
		}
	}
	return false
}
