// Package resolve decides what is one: which reports of many documents tell of
// one meeting, and what that meeting then looks like. It is pure: the same set
// of reports gives the same meetings, in whatever order they came, and it
// knows neither documents' texts nor the store.
//
// Read it in this order:
//
//   - report.go: Report, what resolution knows of one document's account.
//   - block.go: the keys by which reports that may be one find each other
//     without looking at all the others.
//   - match.go: whether two reports may be one, and how alike they are.
//   - cluster.go: Meetings, from a set of reports to meetings.
//   - merge.go: what a meeting says, from what its reports say.
//   - title.go: a meeting's title.
package resolve
