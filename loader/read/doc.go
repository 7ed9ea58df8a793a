// Package read turns what a user names on the command line into documents:
// files, folders, JSON Lines, standard input and web pages.
//
// Paths is the way in. It streams: one file, or one line of a JSON Lines file,
// is in memory at a time. Whatever can't be a document comes out as a Skip
// with its name and a reason in plain words, and reading goes on.
//
// Read it in this order:
//
//   - read.go: Document, Skip, Item, Options, Paths.
//   - walk.go: from paths to sources, in a fixed order.
//   - source.go: one source, by its format.
//   - decode.go: bytes to UTF-8, and what isn't text.
//   - front.go, markdown.go, html.go, jsonl.go: the formats.
//   - web.go: pages named by their address.
//   - finish.go: what every document must pass: date, text, language (language.go).
//   - lines.go: paragraphs, one a line.
package read
