package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// Exit statuses.
const (
	statusDone    = 0
	statusFailed  = 1
	statusUsage   = 2
	statusSkipped = 3
)

// commands is the whole command line.
type commands struct {
	Serve    serveCommand    `cmd:"" help:"Answer GraphQL over HTTP, with a playground in the browser."`
	Load     loadCommand     `cmd:"" help:"Put documents into the graph."`
	Extract  extractCommand  `cmd:"" help:"Print what documents say as JSON Lines, without a store."`
	Query    queryCommand    `cmd:"" help:"Answer a GraphQL query, without a server."`
	Withdraw withdrawCommand `cmd:"" help:"Take documents out of the graph again."`
	Judge    judgeCommand    `cmd:"" help:"Say whether two reports are of one meeting; list and undo what was said."`
	Explain  explainCommand  `cmd:"" help:"Tell why the reports of a meeting are one."`
	Export   exportCommand   `cmd:"" help:"Write the whole graph to files."`
	Ontology ontologyCommand `cmd:"" help:"Print what the graph may hold."`
	Bench    benchCommand    `cmd:"" help:"Measure how fast the questions are, store by store, and the memory of a load."`
	Doctor   doctorCommand   `cmd:"" help:"Check the store, and say what to do."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// Help is the end of the top-level help.
func (commands) Help() string {
	return `The store is --store, else $PARLEY_STORE, else the Neo4j named by $NEO4J_URI (with $NEO4J_USERNAME, $NEO4J_PASSWORD and $NEO4J_DATABASE), else the file parley.db.

Results go to standard output, everything else to standard error. Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but some input was skipped.

Example: load some dispatches and look at them in the browser

    parley serve --load examples/dispatches`
}

const description = "Parley reads documents about diplomacy and answers who met whom, where, when and about what."

// exit carries an exit status out of kong, which ends the program for --help.
type exit int

// Main runs one command line and returns the exit status. The first interrupt
// ends the command in good order, a second one at once. args leave out the
// program's name; getenv is os.Getenv or a test's.
func Main(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) (status int) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	defer func() {
		switch s := recover().(type) {
		case nil:
		case exit:
			status = int(s)
		default:
			panic(s)
		}
	}()
	w := &world{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr, getenv: getenv}
	command, err := parse(w, args)
	if err == nil {
		err = command.Run(w)
	}
	return w.finish(err)
}

// parse reads the arguments into a command that is ready to run.
func parse(w *world, args []string) (*kong.Context, error) {
	parser, err := kong.New(&commands{},
		kong.Name("parley"),
		kong.Description(description),
		kong.Writers(w.stdout, w.stderr),
		kong.Exit(func(s int) { panic(exit(s)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 100}),
		kong.ValueFormatter(flagHelp),
		kong.Bind(w),
	)
	if err != nil {
		return nil, fmt.Errorf("the command line is built wrong: %w", err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
		w.stdout = w.stderr
		parser.Stdout = w.stderr
		parser.Exit = func(int) { panic(exit(statusUsage)) }
	}
	command, err := parser.Parse(args)
	if err != nil {
		return nil, usageOf(err)
	}
	return command, nil
}

// flagHelp is a flag's help with its default, where that isn't shown already.
func flagHelp(v *kong.Value) string {
	if v.Default == "" || v.Flag == nil || v.Flag.PlaceHolder == "" {
		return v.Help
	}
	return strings.TrimSuffix(v.Help, ".") + " (default " + v.Default + ")."
}
