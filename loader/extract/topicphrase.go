package extract

import (
	"strings"

	"parley/loader/lexicon"
)

// phrase is a topic phrase at tokens [lo, hi).
type phrase struct {
	lo, hi int
	sub    bool // an example of what stands before it
}

// longestTopic is how many tokens a topic has at most.
const longestTopic = 24

// phrases cuts tokens [i, hi), which say what was discussed, into noun
// phrases: at commas, at an "and" before a new phrase, at "including". Where
// the phrase before "including" says nothing, what follows is no example.
func (r *reading) phrases(i, hi int) (out []phrase, end int) {
	sub, listed := false, false
	open := i - 1 // the preposition that may be repeated: "on trade and on fish"
	for i < hi {
		i = r.skipLead(i, hi)
		end = r.phraseEnd(i, r.rangeEnd(open, i, hi), listed)
		more := r.moreAt(end, hi)
		if end > i && end-i <= longestTopic && r.topical(i, end) && !(more > end && r.vague(i, end)) {
			out = append(out, phrase{i, end, sub})
			sub = sub || more > end && !r.addsOn(end)
		}
		next := r.nextPhrase(end, more, hi, open >= 0 && r.toks[open].low == "from")
		if next < 0 {
			next = r.repeated(open, end, hi)
		}
		if next < 0 {
			break
		}
		sub = sub || (r.infinitive(i) || r.toDo(i, end)) && r.bare(next)
		listed = listed || r.toks[end].low == ","
		i = next
	}
	return out, end
}

// skipLead passes words that a topic does not start with.
func (r *reading) skipLead(i, hi int) int {
	for i < hi {
		if m := mentionAt(r.mentions[r.toks[i].sent], r.afterArticle(i+1)); r.toks[i].low == "with" && m != nil {
			i = m.hi // "discussed with the minister …"
			continue
		}
		if c, ok := r.cue(i, lexicon.TopicNoise); ok {
			i += c.n
			continue
		}
		if j := r.workers(i, hi); j > i {
			i = j
			continue
		}
		if _, ok := r.cue(i, lexicon.TopicLead); ok || r.toks[i].low == "and" || r.toks[i].low == "," || r.toks[i].low == ":" {
			i++
			continue
		}
		break
	}
	return i
}

// workers passes those who are to do what a topic is about: "Swedes and Danes
// working to restore cod".
func (r *reading) workers(i, hi int) int {
	j := i
	for m := mentionAt(r.mentions[r.toks[i].sent], j); m != nil && m.hi < hi && !m.poss; m = mentionAt(r.mentions[m.sent], j) {
		j = m.hi
		if r.toks[j].low == "and" || r.toks[j].low == "," || r.toks[j].hyphen {
			j++
		}
	}
	if c, ok := r.cue(j, lexicon.TopicNoise); ok && j > i && c.value == "work" {
		return j + c.n
	}
	return i
}

// afterArticle passes an article at token i.
func (r *reading) afterArticle(i int) int {
	if i < len(r.toks) && (r.toks[i].low == "the" || r.toks[i].low == "a") {
		return i + 1
	}
	return i
}

// phraseEnd is where a topic phrase that starts at i ends; listed says that a
// comma stands before it in a list.
func (r *reading) phraseEnd(i, hi int, listed bool) int {
	clause := r.has(i, i+1, lexicon.TopicClause)
	for j := i; j < hi; j++ {
		switch {
		case r.listMark(i, j):
			if r.toks[j].low != "," || j == i {
				return j
			}
			if k := r.adjectives(j, hi); k > j {
				j = k - 1
			} else if !r.placeList(i, j, hi) && !r.inTitle(j) {
				return j
			}
		case j == i || r.inside(j):
			continue
		case r.toks[j].low == "and":
			if r.andEnds(i, j, hi, listed) {
				return j
			}
		case r.endsPhrase(i, j, clause):
			return j
		case r.isTime(j) && r.toks[j-1].low == "of" && j-i > 2:
			j = r.timeEnd(j) - 1 // "the ceasefire of last November"
		case r.isTime(j) && r.toks[j-1].low != "'s" && r.toks[j-1].low != "the":
			return r.beforeTime(j)
		}
	}
	return hi
}

// inside reports a token within a name.
func (r *reading) inside(j int) bool {
	m := mentionEnding(r.mentions[r.toks[j].sent], j+1)
	return r.covered(r.toks[j].sent, j) && m == nil && mentionAt(r.mentions[r.toks[j].sent], j) == nil
}

// listMark reports a mark at which a phrase ends.
func (r *reading) listMark(i, j int) bool {
	t := r.toks[j]
	switch t.low {
	case ",", ".", ";", ":", "!", "?":
		return true
	case "(", ")":
		return !r.covered(t.sent, j)
	}
	return r.closesQuote(i, j) || r.spacedDash(j)
}

// closesQuote reports a quotation mark at token j that ends a quotation opened
// before token i.
func (r *reading) closesQuote(i, j int) bool {
	if t := r.toks[j].text; t != "”" && (t != "\"" || j > 0 && r.toks[j-1].End < r.toks[j].Start) {
		return false
	}
	for k := i; k < j; k++ {
		if t := r.toks[k].text; t == "“" || t == "\"" {
			return false
		}
	}
	return true
}

// endsPhrase reports a word at token j with which a phrase that starts at i
// does not go on.
func (r *reading) endsPhrase(i, j int, clause bool) bool {
	s := r.toks[j].sent
	switch {
	case r.has(j, j+1, lexicon.TopicMore):
		return true
	case r.has(j, j+1, lexicon.TopicEnd):
		return !clause && !(j-i <= 2 && r.ownClause(i)) && !r.byAgent(j)
	case r.predicate(j):
		return !clause && !r.ownClause(i)
	case (r.has(j, j+1, lexicon.ArgDuring) || r.toks[j].low == "in") && r.has(r.afterArticle(j+1), r.afterArticle(j+1)+1, lexicon.MeetNoun):
		return true // "discussed the plan in a phone call"
	case r.toks[j].low == "with" && mentionAt(r.mentions[s], r.afterArticle(j+1)) != nil:
		return true
	}
	return r.newClause(j) && !clause
}

// byAgent reports a "by" at token j that says whose a participle is: "the threat
// posed by the wreck".
func (r *reading) byAgent(j int) bool {
	return r.toks[j].low == "by" && strings.HasSuffix(r.toks[j-1].low, "ed") && len(r.toks[j-1].low) > 4
}

// ownClause reports a relative clause of a phrase's first word, without which
// it says nothing: "areas where interests align".
func (r *reading) ownClause(i int) bool {
	return r.has(i, i+1, lexicon.TopicVague) && r.has(i+1, i+2, lexicon.TopicEnd)
}

// newClause reports an actor at token j that has a verb of his own: "the steps
// Israel has taken".
func (r *reading) newClause(j int) bool {
	m := mentionAt(r.mentions[r.toks[j].sent], j)
	if m == nil || m.adj || m.poss || r.toks[j-1].mark || m.hi >= r.sents[m.sent].hi || !r.has(m.hi, m.hi+1, lexicon.Auxiliary) {
		return false
	}
	for k := max(j-2, r.sents[m.sent].lo); k < j; k++ {
		if r.has(k, k+1, lexicon.ArgPlace) || r.has(k, k+1, lexicon.SubjectAfter) {
			return false
		}
	}
	return !r.has(j-1, j, lexicon.TopicLead)
}

// beforeTime drops the preposition of a date, and "late" or "early" before it.
func (r *reading) beforeTime(j int) int {
	if p := r.toks[j-1].low; p == "on" || p == "in" || p == "at" || p == "of" || p == "from" {
		j--
	}
	if w := r.toks[j-1].low; w == "late" || w == "early" {
		j--
	}
	return j
}

// predicate reports a verb that ends a noun phrase at token j: an auxiliary,
// or the past tense of a verb that carries a meeting ("talks on X resumed").
func (r *reading) predicate(j int) bool {
	if r.covered(r.toks[j].sent, j) || r.toks[j].caps || r.toks[j-1].hyphen {
		return false
	}
	return r.has(j, j+1, lexicon.Auxiliary) || r.has(j, j+1, lexicon.MeetLight) && strings.HasSuffix(r.toks[j].low, "ed")
}

// noNoun reports a phrase that no noun phrase starts like, or that reports
// speech: "by telephone", "it for an hour", "aide X said".
func (r *reading) noNoun(i, end int) bool {
	for _, c := range []lexicon.Class{lexicon.TopicNoHead, lexicon.Auxiliary, lexicon.PronounOne, lexicon.GroupWord, lexicon.FramePhone} {
		if _, ok := r.cue(i, c); ok && !r.toks[i].caps {
			return true
		}
	}
	for k := i; k < end; k++ {
		if c, ok := r.cue(k, lexicon.ReportVerb); ok && k+c.n == end && end-i > 1 {
			return true
		}
	}
	return false
}

// vague reports a phrase that says nothing by itself: "regional and global
// issues".
func (r *reading) vague(i, end int) bool {
	if r.infinitive(i) || !r.has(end-1, end, lexicon.TopicVague) {
		return false
	}
	for k := i; k < end-1; k++ {
		if !r.has(k, k+1, lexicon.TopicScope) {
			return false
		}
	}
	return true
}

// topical reports a phrase with a word of substance in it.
func (r *reading) topical(i, end int) bool {
	if r.noNoun(i, end) || r.has(i, end, lexicon.TopicVoid) {
		return false
	}
	if end-i == 1 && r.has(i, end, lexicon.Weekday) {
		return false
	}
	if m := mentionAt(r.mentions[r.toks[i].sent], i); m != nil && m.hi == end && m.human() {
		return false // "on X's return"
	}
	for k := i; k < end; k++ {
		if len(r.toks[k].low) > 3 && !r.toks[k].mark || r.toks[k].caps {
			return true
		}
	}
	return false
}
