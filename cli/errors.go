package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// errSkipped ends a command that is done but for some input.
var errSkipped = errors.New("some input was skipped")

// errTold ends a command that failed and has said so already.
var errTold = errors.New("failed")

// usageError is a command line that makes no sense.
type usageError struct {
	// command is whose help says how it is done.
	command string
	reason  string
}

func (e usageError) Error() string { return e.reason }

// badUsage makes a usage error of a subcommand.
func badUsage(command, format string, args ...any) error {
	return usageError{command: "parley " + command, reason: fmt.Sprintf(format, args...)}
}

// usageOf turns kong's error about the arguments into ours.
func usageOf(err error) error {
	command := "parley"
	var pe *kong.ParseError
	if errors.As(err, &pe) && pe.Context != nil {
		if node := pe.Context.Selected(); node != nil {
			command += " " + node.Name
		}
	}
	reason := err.Error()
	if missing, ok := strings.CutPrefix(reason, "expected \"<"); ok {
		reason = "an argument is missing: <" + strings.TrimSuffix(missing, "\"")
	}
	return usageError{command: command, reason: reason}
}

// plain puts an error into one line.
func plain(err error) string {
	switch {
	case errors.Is(err, context.Canceled):
		return "interrupted"
	case errors.Is(err, syscall.ENOSPC):
		return oneLine(err.Error()) + ": make room, then run the same command again"
	}
	return oneLine(err.Error())
}

// oneLine joins the lines of a message.
func oneLine(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "; ")
}
