//go:build !unix

package resolve_test

import "time"

// cpuTime is the time that has passed, where the processor's isn't known.
func cpuTime() time.Duration { return time.Since(began) }
