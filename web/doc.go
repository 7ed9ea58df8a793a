// Package web serves Parley over HTTP: GraphQL at /graphql, the playground at
// /, and the two questions that an orchestrator asks, /healthz and /readyz.
//
// A tour:
//
//   - config.go: Config, and New, which makes the handler of it.
//   - guard.go: what is looked at before anything else: the Host header, the
//     page that sent the request, the headers that keep browsers strict.
//   - accept.go, params.go: GraphQL over HTTP's rules for what comes in, in
//     whichever of its two media types the client wants the answer.
//   - graphql.go: one request from its parameters to its answer, under a time
//     limit that also ends the statement in the database.
//   - respond.go: answers and errors as JSON; log.go: one line for each.
//   - playground.go: GraphiQL, whole and from this server alone, with the
//     analysts' questions as tabs.
//   - serve.go: listening, and an end that lets requests finish.
//
// The server follows the GraphQL over HTTP specification
// (https://graphql.github.io/graphql-over-http/draft/); the audits of npm's
// graphql-http hold it to that in audits_test.go.
package web
