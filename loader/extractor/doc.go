// Package extractor is the seam between those who want documents read and
// those who can read them: the rules of package extract, a language model
// (package llm), or both, who check each other.
//
//   - extractor.go has the contract: Extractor, Result, Skip,
//   - rules.go lets the rules fulfil it,
//   - alike.go says which meetings of two readings are one, join.go makes one
//     extraction of two,
//   - both.go lets the rules and a model check each other.
package extractor
