package neo4jtest

import (
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// named returns the server that the environment names. Test packages run as
// processes side by side, so each waits here until it has the server alone; the
// lock ends with the process.
func named(context.Context) (Config, error) {
	c := Config{
		URI:      os.Getenv(envURI),
		Username: cmp.Or(os.Getenv(envUsername), "neo4j"),
		Password: os.Getenv(envPassword),
	}
	key := fnv.New64a()
	key.Write([]byte(c.URI))
	lock := filepath.Join(os.TempDir(), fmt.Sprintf("parley-neo4jtest-%x.lock", key.Sum64()))
	unlock, err := lockedfile.MutexAt(lock).Lock()
	if err != nil {
		return c, fmt.Errorf("can't lock %s: %w", lock, err)
	}
	held = append(held, unlock)
	return c, nil
}

// held keeps locks that nobody gives back; one that is lost is a panic.
var held []func()
