// Package resolve decides what is one: which reports of many documents tell of
// one meeting, and what that meeting then looks like. It is pure: the same set
// of reports gives the same meetings, in whatever order they came, and it
// knows neither documents' texts nor the store.
//
// Read it in this order:
//
//   - report.go: Report, what resolution knows of one document's account;
//     account.go makes it from an extraction, name.go gives names their nodes.
//   - resolve.go: Resolve, from a set of reports to meetings, and its shapes.
//   - compare.go: how two reports are judged, field by field; who.go, when.go,
//     where.go and stage.go compare the fields, facts.go reads them.
//   - block.go and index.go: how reports that may be one find each other
//     without looking at all the others.
//   - cluster.go: the likest become one first, unless they contradict.
//   - thin.go: reports that could be of several meetings.
//   - judgment.go: an analyst's word, which is obeyed.
//   - reach.go: what a change can touch, walk.go how it is followed; reasons.go why
//     a meeting is one.
//   - merge.go: what a meeting says, from what its reports say; answer.go which
//     answer is shown, conflict.go which contradict each other, copy.go whose
//     texts are one voice; version.go what was known before; title.go its title.
package resolve
