package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"parley/graph"
)

// versionCommand prints the version.
type versionCommand struct {
	JSON bool `name:"json" help:"Print it as JSON."`
}

// Help gives an example.
func (versionCommand) Help() string {
	return `Example:

    parley version --json`
}

// build tells what program this is.
type build struct {
	Version string `json:"version"`
	// Revision is the commit, with a + where files were changed; "" if unknown.
	Revision string `json:"revision"`
	// Format is the version of what stores hold.
	Format   int    `json:"storeFormat"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

// Run prints.
func (c *versionCommand) Run(w *world) error {
	b := thisBuild()
	if c.JSON {
		return writeJSON(w.stdout, b)
	}
	line := "parley " + b.Version
	if b.Revision != "" {
		line += " (" + b.Revision + ")"
	}
	_, err := fmt.Fprintf(w.stdout, "%s, store format %d, %s, %s\n", line, b.Format, b.Go, b.Platform)
	return err
}

func thisBuild() build {
	b := build{Version: "(devel)", Format: graph.FormatVersion, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if info.Main.Version != "" {
		b.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			b.Revision = s.Value[:min(12, len(s.Value))] + b.Revision
		case s.Key == "vcs.modified" && s.Value == "true":
			b.Revision += "+"
		}
	}
	return b
}
