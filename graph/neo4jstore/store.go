package neo4jstore

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"parley/graph"
)

// Config says where the database is.
type Config struct {
	// URI is "neo4j://host:7687", "bolt://…", or either with "+s" (TLS) or
	// "+ssc" (TLS, any certificate). A user and password in it count where
	// Username and Password are empty.
	URI                string
	Username, Password string
	// Database names one of the server's; "" is the user's own, usually
	// "neo4j".
	Database string
	// MaxWait is how long to go on trying while the database is away, 30 s if
	// zero.
	MaxWait time.Duration
	// OnRetry, when not nil, hears of each failure that is tried again after
	// the pause.
	OnRetry func(err error, pause time.Duration)
}

// defaultWait is Config.MaxWait unless told otherwise.
const defaultWait = 30 * time.Second

// Store is a graph.Store in Neo4j.
type Store struct {
	o         *graph.Ontology
	driver    neo4j.DriverWithContext
	bookmarks neo4j.BookmarkManager
	database  string
	address   string
	maxWait   time.Duration
	onRetry   func(error, time.Duration)
	close     func() error
}

var _ graph.Store = (*Store)(nil)

// Open connects to the database, which must be empty or Parley's own, and makes
// the constraints and indexes that are missing. It waits until they serve.
//
// Errors: graph.ErrInvalid for an address that is none; graph.ErrUnavailable
// where no database answers within MaxWait; graph.ErrAuth; graph.ErrFormat for
// a graph of somebody else's or of a newer Parley.
func Open(ctx context.Context, c Config, o *graph.Ontology) (*Store, error) {
	u, err := url.Parse(c.URI)
	if err != nil || u.Host == "" {
		return nil, invalid("%q is not an address of Neo4j; write neo4j://HOST:7687 or bolt://HOST:7687", redacted(u, c.URI))
	}
	if u.User != nil {
		password, _ := u.User.Password()
		c.Username, c.Password = cmp.Or(c.Username, u.User.Username()), cmp.Or(c.Password, password)
		u.User = nil
	}
	auth := neo4j.NoAuth()
	if c.Username != "" || c.Password != "" {
		auth = neo4j.BasicAuth(cmp.Or(c.Username, "neo4j"), c.Password, "")
	}
	s := &Store{o: o, database: c.Database, address: u.String(), maxWait: cmp.Or(c.MaxWait, defaultWait), onRetry: c.OnRetry}
	s.driver, err = neo4j.NewDriverWithContext(u.String(), auth, s.configure)
	if err != nil {
		return nil, invalid("%q is not an address of Neo4j: the scheme must be neo4j or bolt, with +s or +ssc for TLS", s.address)
	}
	s.bookmarks = s.driver.ExecuteQueryBookmarkManager()
	s.close = sync.OnceValue(func() error { return s.driver.Close(context.Background()) })
	if err := s.prepare(ctx); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// redacted returns an address without its password, which must not be shown.
func redacted(u *url.URL, uri string) string {
	if u == nil {
		return fmt.Sprintf("an address of %d bytes", len(uri))
	}
	return u.Redacted()
}

// configure sets the driver up: silent, quick to see that nobody answers.
func (s *Store) configure(c *config.Config) {
	c.MaxTransactionRetryTime = s.maxWait
	c.SocketConnectTimeout = min(5*time.Second, s.maxWait)
	c.TelemetryDisabled = true
	c.NotificationsMinSeverity = notifications.DisabledLevel
	c.ReadBufferSize = 64 << 10
	c.UserAgent = "parley"
}

// Query answers with one statement.
func (s *Store) Query(ctx context.Context, q graph.Query) (*graph.Result, error) {
	st, err := compile(s.o, q)
	if err != nil {
		return nil, err
	}
	records, err := s.read(ctx, st.text, st.params)
	if err != nil {
		return nil, err
	}
	values := records[0].Values
	res := &graph.Result{}
	s.decode(values[0], st.shape, res)
	for i, l := range st.lookups {
		if res.Lookups == nil {
			res.Lookups = make(map[string][]graph.Row, len(st.lookups))
		}
		res.Lookups[l.Key] = s.decodeLookup(values[1+i])
	}
	return res, nil
}

// Close ends all use. A second call does nothing.
func (s *Store) Close() error { return s.close() }
