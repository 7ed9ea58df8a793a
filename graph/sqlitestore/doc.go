// Package sqlitestore keeps the graph in one SQLite file: the store that needs
// nothing installed. It is pure Go (modernc.org/sqlite) and uses FTS5 for the
// full text.
//
// Read it in this order:
//
//   - schema.go: the tables. One row a node, with a column a property; one
//     table a type of edge, clustered by where the edge comes from and indexed
//     by where it goes; the folded names; the full text.
//   - store.go, file.go: opening, the pools of connections, the statements
//     that stay prepared.
//   - root.go, compile.go: a graph.Query becomes ONE statement that gives one
//     JSON text. scope.go is one level of the tree, order.go its order and
//     page, predicate.go and compare.go which nodes are meant, driver.go and
//     daterange.go from which end the search for them starts, connected.go
//     filters through edges, through.go counterparts, facet.go the counts,
//     search.go the full text.
//   - path.go: the shortest path as one statement, from both ends.
//   - decode.go: the JSON text becomes a graph.Result.
//   - apply.go, write.go: a graph.Batch in one transaction.
//   - export.go, info.go: the whole graph as a stream; what is there.
//
// Values always travel as bound parameters; table and column names come from
// the ontology only.
package sqlitestore
