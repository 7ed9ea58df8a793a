package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"sync"
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

// address is the store's address.
func (f storeFlags) address(w *world) string {
	if f.Store != "" {
		return f.Store
	}
	return open.Default(w.getenv)
}

// open opens the store, which may be new; the caller closes it.
func (f storeFlags) open(w *world) (graph.Store, error) { return f.openServer(w, f.address(w)) }

// openServer opens the store at an address, waiting for a database that is
// starting or away.
func (f storeFlags) openServer(w *world, addr string) (graph.Store, error) {
	opt := open.Options{MaxWait: max(f.Wait, time.Millisecond), OnRetry: (&waiting{w: w}).tell}
	return open.With(w.ctx, addr, schema.Ontology(), opt)
}

// waiting tells that a database is away and that it is tried again, at first
// and then now and then.
type waiting struct {
	w    *world
	mu   sync.Mutex
	told time.Time
}

// tellEvery is how often the user hears of a database that stays away.
const tellEvery = 5 * time.Second

// tell is called before each pause, from any goroutine.
func (t *waiting) tell(err error, _ time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if time.Since(t.told) >= tellEvery {
		t.told = time.Now()
		t.w.say("%s; trying again", plain(err))
	}
}

// openExisting opens a store that must be there: a command that only reads
// makes no new file.
func (f storeFlags) openExisting(w *world) (graph.Store, error) {
	addr := f.address(w)
	if file, ok := open.File(addr); ok {
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no store %q: load documents into it with `parley load`, or name another one with --store", file)
		}
	}
	return f.open(w)
}

// shown is an address without its password.
func shown(addr string) string {
	u, err := url.Parse(addr)
	if err != nil || u.User == nil {
		return addr
	}
	return u.Redacted()
}
