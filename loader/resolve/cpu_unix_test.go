//go:build unix

package resolve_test

import (
	"syscall"
	"time"
)

// cpuTime is the processor time that the process has used: other work on the
// machine doesn't count.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return time.Since(began)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
