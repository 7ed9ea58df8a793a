// Package neo4jstore keeps the graph in Neo4j 5.26 or newer, Community Edition
// included. It is the only importer of the Neo4j driver.
//
// Read it in this order:
//
//   - names.go: what stands in the database beside a node's own properties, and
//     how names from the ontology are written in Cypher.
//   - schema.go, ddl.go: constraints and indexes, made at opening; the one node
//     that holds format and revision.
//   - store.go, session.go, errors.go: opening; how a statement runs, is
//     retried, ends in time and fails.
//   - compile.go: a graph.Query becomes ONE statement. scope.go is one level of
//     the tree; start.go finds the end from which to search; predicate.go,
//     compare.go (with byteorder.go, the order of strings)
//     and connected.go say which nodes are meant; page.go and
//     order.go cut; expand.go, through.go, facet.go and search.go are the rest.
//   - path.go, walk.go: the shortest path.
//   - decode.go: the answer's nested lists become a graph.Result.
//   - apply.go, write.go, derive.go: a graph.Batch in one transaction.
//   - export.go, info.go: the whole graph as a stream; what is there. raw.go is
//     for benchmarks.
//
// Values always travel as parameters, so statements of one shape are one text
// and the database plans them once. Labels, types and property names come from
// the ontology only. Rows travel as lists, not as maps: they are decoded by
// position.
package neo4jstore
