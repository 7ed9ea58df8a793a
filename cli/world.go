package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// world is what a command may touch.
type world struct {
	ctx    context.Context
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	getenv func(string) string
}

// finish tells of an error, if any, and gives the exit status.
func (w *world) finish(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errSkipped):
		return statusSkipped
	case errors.Is(err, errTold):
		return statusFailed
	}
	w.say("parley: %s", plain(err))
	if errors.As(err, &usage) {
		w.say("Run `%s --help` for how.", usage.command)
		return statusUsage
	}
	return statusFailed
}

// say writes a line to standard error.
func (w *world) say(format string, args ...any) {
	fmt.Fprintf(w.stderr, format+"\n", args...)
}

// onTerminal tells whether standard error is a terminal.
func (w *world) onTerminal() bool {
	f, ok := w.stderr.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// input is standard input, ended when the command is interrupted: a read from
// a terminal or a pipe would wait on.
func (w *world) input() io.Reader {
	r, out := io.Pipe()
	context.AfterFunc(w.ctx, func() { out.CloseWithError(w.ctx.Err()) })
	go func() {
		_, err := io.Copy(out, w.stdin)
		out.CloseWithError(err)
	}()
	return r
}
