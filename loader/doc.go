// Package loader turns documents into the graph: read -> extract -> resolve ->
// store.
//
// Load takes documents from package read, a batch at a time, and for each
// batch: asks the store which of them it has (load.go), has the others read by
// an extractor (item.go, package extractor) on all cores, writes down what each
// document states (statements.go), adds up what the documents say of shared
// things such as people and places (entity.go), lets package resolve group the
// reports that are touched into meetings (meetings.go), and hands the store one
// transaction. Withdraw (withdraw.go) does the same with a document's statements
// taken away.
//
// # What is whose
//
// A document owns its Document, Passage, Report and Position nodes. People,
// states, organisations, places, topics and proposals are shared: each keeps
// the forms in which documents name it, with counts, so that adding and
// withdrawing documents commute; a node whose counts reach zero is gone. A
// Document's ledger holds what it added, so that exactly that can be taken
// away, even by a newer version or another extractor that would read
// differently. Of shared nodes and edges it is also kept on which day the first
// document that states them was published, and of what people represent the last
// (days.go): so a question can be asked as of a day. Meetings are a
// pure function of the reports, computed anew for the reports that can be
// touched. So the graph depends on the set of documents alone, not on the
// order or the number of loads.
//
// # Many at once
//
// A batch is planned on what the store said at one revision and applied only
// if the store is still at that revision; else it is planned again. So two
// loaders on one store end as one would, and a load that dies leaves whole
// batches.
package loader
