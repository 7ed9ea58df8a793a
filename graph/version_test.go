package graph

import "testing"

func TestVersionsSortAsWhatTheyAreOf(t *testing.T) {
	ids := []ID{"meeting:a-1", "meeting:a-1-2", "meeting:a-12", "meeting:a-2", "meeting:ab", "meeting:b"}
	last := ID("")
	for i, id := range ids {
		v := VersionID("version", id, []string{"2025-03-01", "2025-02-01"}[i%2])
		if v <= last || VersionedID("meeting", v) != id {
			t.Errorf("%s is a version of %s, and comes behind %s; want %s", v, VersionedID("meeting", v), last, id)
		}
		last = v
	}
}
