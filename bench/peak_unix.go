//go:build unix

package bench

import (
	"errors"
	"os"
	"runtime"
	"syscall"
)

// maxResident returns the peak resident size of an ended process, in bytes.
// Linux and the BSDs give it in kilobytes, macOS in bytes.
func maxResident(p *os.ProcessState) (int64, error) {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, errors.New("this system doesn't tell how much memory a process took")
	}
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss), nil
	}
	return int64(usage.Maxrss) << 10, nil
}
