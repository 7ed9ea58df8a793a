// Package graphtest is the one conformance suite that every graph.Store
// passes. There is nothing to switch off: a store that can't do something
// fails.
//
// Read it in this order:
//
//   - graphtest.go: Run, and how one case is checked.
//   - ontology.go, fixture.go, generate.go: the graphs that are asked.
//   - model.go and the model_*.go beside it: Model, the oracle. It evaluates
//     queries naively over maps, following the comments of package graph word
//     by word, and is a graph.Store itself, so the suite tests it as well.
//   - render.go, describe.go: whole answers, and queries, as text to compare
//     and to read.
//   - cases_*.go: what is asked, a table a theme. A case with a Want carries
//     the answer written by hand; all are compared with the oracle.
//   - paging.go, writing.go, ending.go, random.go: what a table can't say.
//
// Where the contract leaves room, the suite reads it so: an operation that its
// kind has no meaning for, or a value of another type, is ErrInvalid (see
// checkValue for the table); a property is known where one of the labels asked
// for has it, and absent from nodes of the others; a page of Limit 0 has More
// where rows match; a cursor with more or fewer keys than the order makes is
// ErrInvalid.
package graphtest
