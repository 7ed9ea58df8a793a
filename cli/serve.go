package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"parley/graph"
	"parley/graph/gql"
	"parley/graph/gql/limit"
	"parley/loader/read"
	"parley/web"
)

// serveCommand answers GraphQL over HTTP.
type serveCommand struct {
	storeFlags
	inputFlags
	Load          []string      `sep:"none" placeholder:"PATH" help:"Load this first, as parley load does; may be given several times."`
	Addr          string        `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen; 0.0.0.0:8080 is all networks."`
	Origin        []string      `sep:"none" placeholder:"URL" help:"An origin whose pages may ask, such as https://example.org; may be given several times. Default: none but the playground."`
	Host          []string      `sep:"none" placeholder:"NAME" help:"A further host name by which a server on 127.0.0.1 may be called, such as a proxy's."`
	Timeout       time.Duration `default:"30s" help:"End a request, and its statement in the database, after this long."`
	LogFormat     string        `enum:"text,json" default:"text" help:"How requests are logged on standard error: text or json."`
	Introspection bool          `default:"true" negatable:"" help:"Answer questions about the schema, which the playground needs (default yes)."`
	Suggestions   bool          `default:"true" negatable:"" help:"Add \"Did you mean …?\" to messages (default yes)."`
	MaxBody       int64         `default:"1048576" placeholder:"BYTES" help:"Longest request, in bytes."`
	Limits        limit.Limits  `embed:"" prefix:"max-" group:"Limits of one query (0 is no limit)"`
}

// Help gives examples.
func (serveCommand) Help() string {
	return `Opens a playground at /, GraphQL at /graphql, and /healthz and /readyz for whoever watches the server. It reads only: nobody can change the graph over HTTP. Ctrl-C ends it when the requests under way are answered.

Examples: our own dispatches, then a real Neo4j

    parley serve --load examples/dispatches
    NEO4J_URI=neo4j://127.0.0.1:7687 NEO4J_PASSWORD=secret parley serve`
}

// Run listens first, so that a port in use is told before anything is loaded.
func (c *serveCommand) Run(w *world) (err error) {
	if err := c.check(); err != nil {
		return err
	}
	if err := read.Check(c.Load); err != nil {
		return err
	}
	by, err := c.reader(w)
	if err != nil {
		return err
	}
	l, err := web.Listen(w.ctx, c.Addr)
	if err != nil {
		return err
	}
	defer l.Close() // web.Serve has closed it already, unless loading failed
	s, err := c.open(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	skipped, err := c.loadFirst(w, s, by)
	if err != nil {
		return err
	}
	if err := c.serve(w, l, s); err != nil {
		return err
	}
	if skipped {
		return errSkipped
	}
	return nil
}

// check finds flags that make no sense.
func (c *serveCommand) check() error {
	switch {
	case c.Timeout <= 0:
		return badUsage("serve", "--timeout must be more than 0")
	case c.MaxBody <= 0:
		return badUsage("serve", "--max-body must be more than 0")
	}
	return c.inputFlags.check("serve")
}

// loadFirst loads what --load names and tells whether some of it was skipped.
func (c *serveCommand) loadFirst(w *world, s graph.Store, by reader) (skipped bool, err error) {
	if len(c.Load) == 0 {
		return false, nil
	}
	sum, err := c.load(w, s, by, c.Load)
	if err != nil {
		return false, err
	}
	_, err = fmt.Fprintln(w.stdout, summary(sum))
	return sum.Skipped > 0, err
}

// serve answers until the command is interrupted.
func (c *serveCommand) serve(w *world, l net.Listener, s graph.Store) error {
	h, err := c.handler(w, s)
	if err != nil {
		return err
	}
	base := "http://" + l.Addr().String()
	if _, err := fmt.Fprintf(w.stdout, "Playground %s/\nGraphQL    %s/graphql\n", base, base); err != nil {
		return err
	}
	w.say("Ctrl-C ends the server.")
	return web.Serve(w.ctx, l, h)
}

// handler puts the server together.
func (c *serveCommand) handler(w *world, s graph.Store) (http.Handler, error) {
	tabs, err := tabs()
	if err != nil {
		return nil, err
	}
	log := c.logger(w)
	return web.New(web.Config{
		Schema:         gql.New(s),
		Limits:         c.Limits,
		Introspection:  c.Introspection,
		Suggestions:    c.Suggestions,
		Timeout:        c.Timeout,
		MaxBody:        c.MaxBody,
		Logger:         log,
		Ready:          func(ctx context.Context) error { _, err := s.Info(ctx); return err },
		Questions:      tabs,
		AllowedOrigins: c.Origin,
		AllowedHosts:   c.Host,
		ErrorPresenter: gql.Presenter,
		Recover:        gql.Recover,
	}), nil
}

func (c *serveCommand) logger(w *world) *slog.Logger {
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w.stderr, nil))
	}
	return slog.New(slog.NewTextHandler(w.stderr, nil))
}
