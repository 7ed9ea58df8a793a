// Package open turns the address of a store into the store, so that nothing
// else needs to know which stores there are:
//
//	sqlite:FILE, FILE.db, FILE.sqlite    one embedded file
//	neo4j://HOST:7687, bolt://HOST:7687  a Neo4j; +s for TLS, +ssc for TLS
//	                                     with any certificate
//
// A Neo4j's address may have a user, a password and a database:
// neo4j+s://USER:PASSWORD@HOST/DATABASE. What it lacks of these is taken from
// NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE in the environment, so that
// no password needs to stand on a command line.
package open

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"parley/graph"
	"parley/graph/neo4jstore"
	"parley/graph/sqlitestore"
)

// defaultFile is where the graph is kept when nobody says where.
const defaultFile = "parley.db"

// Options are what may be chosen about any store; the zero value is good.
type Options struct {
	// MaxWait is how long to wait for a database that is away, or for another
	// process that writes to the file; 0 means the store's own default.
	MaxWait time.Duration
	// OnRetry, when not nil, hears of each failure of a database that is tried
	// again after the pause, from any goroutine.
	OnRetry func(err error, pause time.Duration)
}

// Open opens the store at an address, and makes what it needs where that is
// new. Errors: graph.ErrInvalid for an address that is none, and those of
// sqlitestore.Open and neo4jstore.Open.
func Open(ctx context.Context, addr string, o *graph.Ontology) (graph.Store, error) {
	return With(ctx, addr, o, Options{})
}

// With is Open with options.
func With(ctx context.Context, addr string, o *graph.Ontology, opt Options) (graph.Store, error) {
	if file, ok := File(addr); ok {
		return sqlite(ctx, file, o, opt)
	}
	scheme, _, ok := strings.Cut(addr, "://")
	base, _, _ := strings.Cut(scheme, "+")
	if !ok || base != "neo4j" && base != "bolt" {
		return nil, fmt.Errorf("%w: %q is not the address of a store; write sqlite:FILE, neo4j://HOST:7687 or bolt://HOST:7687", graph.ErrInvalid, shown(addr))
	}
	return neo4j(ctx, addr, o, opt)
}

// File is the file of an embedded store's address, and whether addr is one.
func File(addr string) (string, bool) {
	if file, ok := strings.CutPrefix(addr, "sqlite:"); ok {
		return file, true
	}
	switch strings.ToLower(filepath.Ext(addr)) {
	case ".db", ".sqlite", ".sqlite3":
		return addr, !strings.Contains(addr, "://")
	}
	return "", false
}

// sqlite keeps a failed opening from becoming a store that isn't nil.
func sqlite(ctx context.Context, file string, o *graph.Ontology, opt Options) (graph.Store, error) {
	s, err := sqlitestore.Open(ctx, file, o, sqlitestore.Options{BusyTimeout: opt.MaxWait})
	if err != nil {
		return nil, err
	}
	return s, nil
}

func neo4j(ctx context.Context, addr string, o *graph.Ontology, opt Options) (graph.Store, error) {
	c, err := config(addr, os.Getenv)
	if err != nil {
		return nil, err
	}
	c.MaxWait, c.OnRetry = opt.MaxWait, opt.OnRetry
	s, err := neo4jstore.Open(ctx, c, o)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// config takes an address apart.
func config(addr string, getenv func(string) string) (neo4jstore.Config, error) {
	u, err := url.Parse(addr)
	if err != nil || u.Host == "" {
		return neo4jstore.Config{}, fmt.Errorf("%w: the address of the Neo4j can't be read; write neo4j://USER:PASSWORD@HOST:7687, with %%-escapes for special characters in the password", graph.ErrInvalid)
	}
	c := neo4jstore.Config{Database: cmp.Or(strings.Trim(u.Path, "/"), u.Query().Get("database"), getenv("NEO4J_DATABASE"))}
	if u.User != nil {
		c.Username = u.User.Username()
		c.Password, _ = u.User.Password()
	}
	c.Username = cmp.Or(c.Username, getenv("NEO4J_USERNAME"))
	c.Password = cmp.Or(c.Password, getenv("NEO4J_PASSWORD"))
	u.User, u.Path, u.RawQuery = nil, "", ""
	c.URI = u.String()
	return c, nil
}

// shown is what a message may say of an address: never a password.
func shown(addr string) string {
	if u, err := url.Parse(addr); err == nil {
		return u.Redacted()
	}
	return "…"
}

// Default is the address of the store when none is given: $PARLEY_STORE, else
// $NEO4J_URI with $NEO4J_USERNAME, $NEO4J_PASSWORD and $NEO4J_DATABASE, else
// the file parley.db in the working folder.
func Default(getenv func(string) string) string {
	if addr := getenv("PARLEY_STORE"); addr != "" {
		return addr
	}
	addr := getenv("NEO4J_URI")
	if addr == "" {
		return "sqlite:" + defaultFile
	}
	u, err := url.Parse(addr)
	if err != nil {
		return addr // Open says what is wrong with it
	}
	if name, password := getenv("NEO4J_USERNAME"), getenv("NEO4J_PASSWORD"); u.User == nil && name+password != "" {
		u.User = url.UserPassword(cmp.Or(name, "neo4j"), password)
	}
	if db := getenv("NEO4J_DATABASE"); db != "" && strings.Trim(u.Path, "/") == "" {
		u.Path = "/" + db
	}
	return u.String()
}
