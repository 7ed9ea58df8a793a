// Package bench measures Parley on graphs and documents that it makes itself:
// the analysts' questions on each store and as hand-written Cypher, side by
// side in one run, and the memory of a load.
//
//   - graph.go: a synthetic graph, the same for the same seed, with the skewed
//     degrees of real diplomacy: a few states and people are everywhere.
//   - documents.go: synthetic articles for loading.
//   - questions.go: the saved questions with variables that fit that graph, and
//     the Cypher that an expert would write by hand for each.
//   - run.go: the measuring.
package bench
