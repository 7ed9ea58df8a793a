// Parley turns documents about diplomacy into a graph and answers who met
// whom, where, when and about what. See package cli for its commands.
package main

import (
	"context"
	"os"

	"parley/cli"
)

func main() {
	os.Exit(cli.Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
