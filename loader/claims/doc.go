// Package claims has what a language model is asked of a document, and lets
// in only what the document bears out. It is pure: no I/O, no clock.
//
// The tour:
//
//   - prompt.go, with prompt.txt and schema.json, says what to look for and in
//     which form to answer, and cuts a long text into parts,
//   - answer.go reads an answer, claim by claim,
//   - verbatim.go finds a passage in the text, whatever its spaces and
//     quotation marks,
//   - ground.go holds an answer against the document and gives what is left as
//     an extract.Extraction: meeting.go for meetings, person.go for people and
//     whom they act for, position.go for positions, date.go for dates,
//   - dropped.go counts what had to go, by reason.
//
// # What is let in
//
// Every passage stands in the document, word for word, and becomes the whole
// sentences around it. A person is one whom the document names; a state or
// organisation is named there, or somebody who acts for it is; a place is named
// there, or a venue in it is. A date is told in the passages, as the rules of
// package extract resolve it. Topics, outcomes, roles and what a position is
// about are in words of the passages or stand in the text as they are. Kinds,
// statuses and acts are ours. Of a claim that fails in a detail the detail is
// dropped; a claim without a passage, an actor or a status is dropped whole, as
// is a meeting of several actors of whom less than two are left.
package claims
