package web

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"parley/graph/gql"
	"parley/graph/gql/limit"
)

// What New takes where Config says nothing.
const (
	DefaultTimeout = 30 * time.Second
	DefaultMaxBody = 1 << 20
)

// documents is how many parsed and validated queries are kept.
const documents = 200

// Config is what a server is made of. Only Schema is needed.
type Config struct {
	// Schema answers the operations.
	Schema graphql.ExecutableSchema
	// Limits of one operation; limit.Default() if all are zero.
	Limits limit.Limits
	// Introspection answers questions about the schema; the playground's
	// documentation and completion need it.
	Introspection bool
	// Suggestions adds "Did you mean …?" to messages.
	Suggestions bool
	// Timeout of one request, after which its statement in the database is
	// ended; DefaultTimeout if zero, none if negative.
	Timeout time.Duration
	// MaxBody is the longest request body in bytes; DefaultMaxBody if zero.
	MaxBody int64
	// Logger takes a line for each GraphQL request; slog.Default() if nil.
	Logger *slog.Logger
	// Ready tells whether the store can be asked; nil is always ready.
	Ready func(context.Context) error
	// Questions are the playground's tabs, in this order.
	Questions []Question
	// AllowedOrigins are the origins ("https://example.org") whose pages may
	// ask from a browser; "*" is any. Empty: only the server's own pages.
	AllowedOrigins []string
	// AllowedHosts are further names, without port, by which a server that
	// listens on loopback may be called, such as that of a proxy before it.
	AllowedHosts []string
	// ErrorPresenter and Recover turn what resolvers return, or panic with,
	// into what the client reads; gqlgen's defaults if nil.
	ErrorPresenter graphql.ErrorPresenterFunc
	Recover        graphql.RecoverFunc
}

// Question is one tab of the playground.
type Question struct {
	// Name is for the list of questions ("01-who-met").
	Name string
	// Description is a comment for above the query; left out where Text begins
	// with one.
	Description string
	// Text is the GraphQL document, Variables its variables as JSON or empty.
	Text, Variables string
}

// New returns the handler of a whole server. It panics where the schema is
// missing, as that is the program's own mistake.
func New(cfg Config) http.Handler {
	if cfg.Schema == nil {
		panic("web.New: Config.Schema is nil")
	}
	cfg.fill()
	mux := http.NewServeMux()
	graphQL := &endpoint{cfg: cfg, exec: newExecutor(cfg), origins: newOrigins(cfg.AllowedOrigins)}
	mux.Handle("/graphql", graphQL)
	mux.HandleFunc("GET /healthz", healthy)
	mux.HandleFunc("GET /readyz", cfg.ready)
	playground(mux, cfg.Questions)
	return guard(mux, cfg.AllowedHosts)
}

func (c *Config) fill() {
	if c.Limits == (limit.Limits{}) {
		c.Limits = limit.Default()
	}
	if c.Timeout == 0 {
		c.Timeout = DefaultTimeout
	}
	if c.MaxBody == 0 {
		c.MaxBody = DefaultMaxBody
	}
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	if c.Ready == nil {
		c.Ready = func(context.Context) error { return nil }
	}
}

func newExecutor(cfg Config) *executor.Executor {
	exec := executor.New(cfg.Schema)
	exec.SetQueryCache(lru.New[*ast.QueryDocument](documents))
	if cfg.ErrorPresenter != nil {
		exec.SetErrorPresenter(cfg.ErrorPresenter)
	}
	if cfg.Recover != nil {
		exec.SetRecoverFunc(cfg.Recover)
	}
	exec.Use(&gql.Coercion{})
	limit.Install(exec, cfg.Limits, limit.Switches{Introspection: cfg.Introspection, Suggestions: cfg.Suggestions})
	return exec
}
