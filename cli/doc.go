// Package cli is Parley's command line: one file a subcommand, each a struct
// whose fields are its flags and whose Run does the work.
//
// Read it in this order:
//
//   - cli.go: Main, the list of commands, exit statuses.
//   - world.go: what a command may touch: streams, environment.
//   - errors.go: how errors end up as one clear line.
//   - store.go: finding and opening the store, waiting for a database.
//   - input.go, progress.go: what load and serve have in common.
//   - load.go, serve.go, extract.go, query.go, withdraw.go, judge.go,
//     why.go (explain), export.go, bench.go, ontology.go, doctor.go, version.go: the commands.
//
// Results go to standard output, everything else to standard error. Exit
// status: 0 done, 1 failed, 2 wrong usage, 3 done but some input was skipped.
package cli
