// Package llm lets a language model read documents: any server that speaks
// the OpenAI chat completions API, also a local one. It is an
// extractor.Extractor; what to ask and what to believe of the answers is package
// claims', which is pure. This package is what isn't.
//
// The tour:
//
//   - config.go is what a person may set, model.go the reading of a document:
//     its parts, the cache, the budget, the answers, the grounding,
//   - ask.go asks about one part: once more when the answer is no use, in
//     halves when it was cut off,
//   - chat.go makes one call with the client library, dialect.go finds out what
//     of it a server doesn't take,
//   - transport.go keeps requests few, apart and bounded, retry.go repeats
//     those that failed,
//   - trouble.go puts what goes wrong into words for the person,
//   - budget.go counts tokens, cache.go keeps answers, account.go tells what
//     it all came to.
//
// # What goes wrong
//
// What no other document would fare better with ends the run: no server, a
// wrong key, an unknown model. Else the document is skipped (extractor.Skip):
// after failures that were repeated in vain, answers that are no use, a refusal,
// a spent budget. After several such documents in a row the server is left
// alone, and the rest is skipped at once.
//
// # What a second run costs
//
// Nothing: an answer is kept under a hash of all that it depends on (prompt,
// model, parameters, the part with its date and headline), and read back to
// the same bytes. What is kept is the model's own words, before they are held
// against the document, so that a better check needs no new answer.
package llm
