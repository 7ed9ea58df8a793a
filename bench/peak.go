package bench

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// Peak runs this program with other arguments and standard input, nil for none,
// and returns the most memory that the process held, in bytes. Its output is
// not shown; an error has the last line of it.
func Peak(ctx context.Context, stdin io.Reader, args ...string) (int64, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	cmd := exec.CommandContext(ctx, self, args...)
	var out tail
	cmd.Stdin, cmd.Stdout, cmd.Stderr = stdin, &out, &out
	if err := cmd.Run(); err != nil {
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		return 0, fmt.Errorf("%s: %w: %s", args[0], err, lines[len(lines)-1])
	}
	return maxResident(cmd.ProcessState)
}

// tail keeps the end of what is written to it.
type tail []byte

// maxTail is enough for a message.
const maxTail = 4 << 10

// Write keeps the end of b.
func (t *tail) Write(b []byte) (int, error) {
	*t = append(*t, b[max(0, len(b)-maxTail):]...)
	*t = append((*t)[:0], (*t)[max(0, len(*t)-maxTail):]...)
	return len(b), nil
}
