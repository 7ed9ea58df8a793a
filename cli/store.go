package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"time"

	"parley/graph"
	"parley/graph/open"
	"parley/schema"
)

// storeFlags are the flags of every command that needs the store.
type storeFlags struct {
	Store string        `placeholder:"ADDR" help:"The store: sqlite:FILE, neo4j://HOST, neo4j+s://HOST, bolt://HOST. Default: $$PARLEY_STORE, else $$NEO4J_URI, else parley.db."`
	Wait  time.Duration `default:"30s" help:"How long to wait for a database that doesn't answer."`
}

// Pauses between attempts to reach a database, doubling from the first.
const (
	firstPause = 250 * time.Millisecond
	lastPause  = 5 * time.Second
	// silence is how long an attempt goes on before the user is told.
	silence = 2 * time.Second
)

// address is the store's address.
func (f storeFlags) address(w *world) string {
	if f.Store != "" {
		return f.Store
	}
	return open.Default(w.getenv)
}

// open opens the store, which may be new; the caller closes it.
func (f storeFlags) open(w *world) (graph.Store, error) {
	addr := f.address(w)
	if _, ok := storeFile(addr); ok {
		return open.Open(w.ctx, addr, schema.Ontology())
	}
	return f.openServer(w, addr)
}

// openServer opens a database that may be starting or away for a while.
func (f storeFlags) openServer(w *world, addr string) (graph.Store, error) {
	timer := time.AfterFunc(silence, func() { w.say("waiting for the database at %s …", shown(addr)) })
	defer timer.Stop()
	end := time.Now().Add(f.Wait)
	for pause := firstPause; ; pause = min(2*pause, lastPause) {
		s, err := open.Open(w.ctx, addr, schema.Ontology())
		if !errors.Is(err, graph.ErrUnavailable) || time.Now().Add(pause).After(end) {
			return s, err
		}
		timer.Stop()
		w.say("%s; trying again for %s", plain(err), time.Until(end).Round(time.Second))
		if err := sleep(w.ctx, pause); err != nil {
			return nil, err
		}
	}
}

// openExisting opens a store that must be there: a command that only reads
// makes no new file.
func (f storeFlags) openExisting(w *world) (graph.Store, error) {
	addr := f.address(w)
	if file, ok := storeFile(addr); ok {
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no store %q: load documents into it with `parley load`, or name another one with --store", file)
		}
	}
	return f.open(w)
}

// storeFile is the file of an embedded store's address.
func storeFile(addr string) (string, bool) {
	if file, ok := strings.CutPrefix(addr, "sqlite:"); ok {
		return file, true
	}
	return addr, !strings.Contains(addr, "://")
}

// shown is an address without its password.
func shown(addr string) string {
	u, err := url.Parse(addr)
	if err != nil || u.User == nil {
		return addr
	}
	return u.Redacted()
}

// sleep waits, unless ctx ends first.
func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}
