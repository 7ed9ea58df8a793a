package bench

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Peak runs this program with other arguments and returns the most memory that
// the process held, in bytes. Its output is not shown; an error has the last
// line of it.
func Peak(ctx context.Context, args ...string) (int64, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	cmd := exec.CommandContext(ctx, self, args...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		return 0, fmt.Errorf("%s: %w: %s", args[0], err, lines[len(lines)-1])
	}
	return maxResident(cmd.ProcessState)
}
