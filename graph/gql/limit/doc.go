// Package limit keeps one GraphQL operation from costing more than the server
// is willing to spend, and says in plain words which limit it passed, how far,
// and what to do.
//
// There are two gates, both extensions of gqlgen's executor:
//
//   - Before validation (shape.go): the text's size, its tokens, how deep it
//     goes, how many fields, aliases, repeats and directives it has. Some rules
//     of validation compare every field with every other, so a hostile document
//     has to be turned away earlier. A fragment is measured once and counted as
//     often as it is spread, so fragments in fragments cost nothing to measure.
//   - After validation, before anything runs (cost.go): how many records the
//     answer may hold, from the page sizes that the operation asks for.
//
// Limits (limits.go) holds the figures and their defaults; Install puts both
// gates and the switches for introspection and suggestions into an executor.
package limit
