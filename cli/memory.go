package cli

import "runtime/debug"

// softMemory is, in bytes, from where on garbage is collected more eagerly than
// the default. Articles never come near it; documents of a megabyte each,
// several in work at once, would take twice as much as they need.
const softMemory = 160 << 20

// sparing holds the process to softMemory where it can, until the function that
// it returns is called. Whoever sets GOMEMLIMIT knows better.
func (w *world) sparing() (end func()) {
	if w.getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	before := debug.SetMemoryLimit(softMemory)
	return func() { debug.SetMemoryLimit(before) }
}
