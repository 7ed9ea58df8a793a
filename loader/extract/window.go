package extract

import (
	"cmp"
	"slices"
)

// lookBack is how many meetings back a mention is looked for among those told
// before. It keeps the cost of a text linear in the number of its meetings;
// news tells of a dozen, and a text of thousands doesn't come back to one
// after so many others.
const lookBack = 100

// lately are the last of the events, to which a text may still refer.
func lately(es []*event) []*event { return es[max(0, len(es)-lookBack):] }

// until are the events that start in sentence s or before. The events of a
// document are in the order of their sentences.
func until(es []*event, s int) []*event {
	n, _ := slices.BinarySearchFunc(es, s+1, func(e *event, s int) int { return cmp.Compare(e.sent, s) })
	return es[:n]
}

// addSentence adds a sentence to a list in order, once.
func addSentence(sents []int, s int) []int {
	if i, found := slices.BinarySearch(sents, s); !found {
		return slices.Insert(sents, i, s)
	}
	return sents
}

// plansIn are the proposals that sentence s mentions.
func (r *reading) plansIn(s int) []plan {
	bySentence := func(p plan, s int) int { return cmp.Compare(p.sent, s) }
	lo, _ := slices.BinarySearchFunc(r.plans, s, bySentence)
	hi, _ := slices.BinarySearchFunc(r.plans[lo:], s+1, bySentence)
	return r.plans[lo : lo+hi]
}
