package graph

import "strings"

// A version is a node that says what was known of another one from some day on:
// its state, with properties "since" and, if that isn't how things stand now,
// "until", the day before which it ends.

// versionMark stands in a version's ID behind that of what it is a version of.
// It comes before all that may go on there, so that the versions of one day sort
// as the nodes themselves do.
const versionMark = "+"

// VersionID names the version of a node that begins on a day; the prefix is
// that of versions.
func VersionID(prefix string, of ID, since string) ID {
	_, rest, _ := strings.Cut(string(of), ":")
	return ID(prefix + ":" + rest + versionMark + since)
}

// VersionedID returns the ID of what a version is of; the prefix is that of
// such nodes.
func VersionedID(prefix string, version ID) ID {
	_, rest, _ := strings.Cut(string(version), ":")
	if i := strings.LastIndex(rest, versionMark); i >= 0 {
		rest = rest[:i]
	}
	return ID(prefix + ":" + rest)
}
