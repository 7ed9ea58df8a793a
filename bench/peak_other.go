//go:build !unix

package bench

import (
	"errors"
	"os"
)

// maxResident is not known on this system.
func maxResident(*os.ProcessState) (int64, error) {
	return 0, errors.New("this system doesn't tell how much memory a process took")
}
