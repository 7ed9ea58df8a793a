// Package text cuts a UTF-8 text into paragraphs, sentences and tokens, each a
// span of bytes in it. It imports nothing of Parley's and knows no words: the
// abbreviations that it needs come from its caller.
//
// The tour, bottom-up:
//
//   - token.go names what a Token is, scan.go cuts them in one pass,
//   - paragraph.go finds the ranges that no sentence crosses,
//   - sentence.go has the Splitter, which gathers tokens into sentences,
//   - clue.go decides whether a sentence ends at a full stop.
//
// Every step is linear in the length of the text. What always holds: spans are
// in range, ordered, on rune boundaries when the text is valid UTF-8; between
// two sentences, before the first and after the last there is only white
// space, and so there is between two tokens of a sentence.
package text
