// Package explain writes an extraction down with its reasons, sentence by
// sentence: as text for a terminal (text.go) and as a page for a browser that
// needs nothing but itself (html.go, page.html). What there is to tell comes
// from extract.Explain; nothing is decided here.
package explain
