// Package graph is Parley's domain: who met whom, where, when and about what,
// as nodes and edges, and the questions that can be asked of them. It uses the
// standard library only and knows no database, no GraphQL and no text.
//
// Read it in this order:
//
//   - node.go: Node, Edge and the Batch that writes them in one transaction.
//   - ontology.go: which labels, edges and properties there are. Package
//     schema reads it from the GraphQL SDL; stores make their constraints and
//     indexes from it.
//   - date.go: partial dates ("2025-08") and the interval each one means.
//   - predicate.go, query.go, result.go: the Query tree. One Query is one
//     statement in every store, however deep it goes.
//   - path.go: shortest paths through meetings.
//   - store.go: the Store interface and its contract, and Trace, by which a
//     caller sees each statement.
//   - errors.go: the few errors a caller can tell apart.
//
// Package graphtest is the suite that every Store passes; package index
// derives what both stores index beside a node's own properties.
package graph
