package extract

import (
	"slices"
	"strings"

	"parley/loader/lexicon"
)

// plan is a mention of a proposal at tokens [lo, hi).
type plan struct {
	lo, hi, sent int
	index        int // into reading.proposals
}

// findProposals finds the plans, drafts and guarantees that the text names.
func (r *reading) findProposals() {
	r.planned = map[string]int{}
	for s := range r.sents {
		for i := r.sents[s].lo; i < r.sents[s].hi; i++ {
			c, ok := r.cue(i, lexicon.ProposalNoun)
			if !ok || r.modifiesProposal(i+c.n, r.sents[s].hi) {
				continue
			}
			if lo, ok := r.proposalStart(i, s); ok {
				r.addProposal(s, lo, i+c.n, c.value)
				i += c.n - 1
			}
		}
	}
}

// modifiesProposal reports that the noun before token i only modifies another:
// "draft" in "draft peace proposal".
func (r *reading) modifiesProposal(i, hi int) bool {
	for n := 0; i < hi && n < 3; n++ {
		if r.has(i, i+1, lexicon.ProposalNoun) {
			return true
		}
		if !r.has(i, i+1, lexicon.ProposalHead) {
			return false
		}
		i++
	}
	return false
}

// proposalStart walks left over the words that name a proposal and reports
// whether they single one out: a number, a capital, or a word such as "peace".
func (r *reading) proposalStart(i, s int) (int, bool) {
	lo, named := i, false
	for k := i - 1; k >= r.sents[s].lo && i-k < 7; k-- {
		t := r.toks[k]
		_, head := r.cue(k, lexicon.ProposalHead)
		joined := r.toks[k+1].hyphen || k > 0 && r.toks[k-1].hyphen && !t.mark
		switch {
		case t.num && joined, head, t.caps && !t.mark && !r.stateAt(k) && !joined && k > r.sents[s].lo:
			lo, named = k, true
		case t.hyphen, joined && !r.stateAt(k) && !t.mark:
			lo = k
		default:
			return lo, named
		}
	}
	return lo, named
}

// stateAt reports that a mention of a state or organisation covers token k.
func (r *reading) stateAt(k int) bool {
	h := r.hit(k)
	return h.n > 0 && (h.kind == aState || h.kind == anOrg || h.metonym)
}

// addProposal records a mention, as a new proposal or as one that is known.
func (r *reading) addProposal(s, lo, hi int, head string) {
	key := r.proposalKey(lo, hi-1, head)
	at, known := r.planned[key]
	if !known {
		at = len(r.proposals)
		r.planned[key] = at
		r.proposals = append(r.proposals, Proposal{Name: r.words(lo, hi), Key: key})
	}
	p := &r.proposals[at]
	r.plans = append(r.plans, plan{lo, hi, s, at})
	if a := r.author(s, lo, hi); a != nil {
		p.addAuthor(*a)
	}
	if span := r.sents[s].Span; !known || p.Evidence[len(p.Evidence)-1] != span {
		p.Evidence = append(p.Evidence, span)
	}
}

// maxAuthors bounds the authors of one proposal.
const maxAuthors = 50

// addAuthor adds an author once.
func (p *Proposal) addAuthor(a Actor) {
	if len(p.By) < maxAuthors && !slices.Contains(p.By, a) {
		p.By = append(p.By, a)
	}
}

// proposalKey is the same for wordings that name one thing: what singles the
// proposal out, and the sort of its noun.
func (r *reading) proposalKey(lo, hi int, head string) string {
	var ws []string
	for k := lo; k < hi; k++ {
		if !r.has(k, k+1, lexicon.ProposalHead) && !r.toks[k].mark {
			ws = append(ws, lexicon.Fold(r.toks[k].text))
		}
	}
	if len(ws) == 0 {
		for k := lo; k < hi; k++ {
			ws = append(ws, lexicon.Fold(r.toks[k].text))
		}
	}
	return strings.Join(append(ws, head), " ")
}

// author is the actor to whom the words around a proposal ascribe it: "the US
// plan", "prepared by the US side".
func (r *reading) author(s, lo, hi int) *Actor {
	for k := range r.mentions[s] {
		m := &r.mentions[s][k]
		end := m.hi
		if m.poss {
			end++
		}
		if end == lo && (m.adj || m.poss) {
			return r.actorOf(m)
		}
	}
	for i := hi; i < min(hi+3, r.sents[s].hi); i++ {
		if c, ok := r.cue(i, lexicon.ActPrepared); ok {
			return r.actorFrom(s, i+c.n)
		}
	}
	return nil
}

// actorFrom is the actor whose mention starts at token i, an article passed
// over.
func (r *reading) actorFrom(s, i int) *Actor {
	if i < r.sents[s].hi && r.toks[i].low == "the" {
		i++
	}
	if m := mentionAt(r.mentions[s], i); m != nil {
		return r.actorOf(m)
	}
	return nil
}

// actorOf is the one actor that a mention stands for, nil for none.
func (r *reading) actorOf(m *mention) *Actor {
	if m.person >= 0 {
		return &Actor{r.people[m.person].Name, ActorPerson, ""}
	}
	switch m.kind {
	case aState, anOrg, aPlace:
		return m.asParty(r)
	case anOffice:
		if m.office.party != nil && !m.office.weak {
			return m.office.party
		}
	}
	return nil
}

// planIn is the proposal named within tokens [lo, hi), -1 for none.
func (r *reading) planIn(lo, hi int) int {
	for _, p := range r.plansIn(r.toks[lo].sent) {
		if p.lo >= lo && p.hi <= hi {
			return p.index
		}
	}
	return -1
}
