package llm

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Config is what a person may set.
type Config struct {
	// URL is where the API is: "http://localhost:11434/v1". Without a path it
	// gets /v1; a path of the chat endpoint itself is understood too.
	URL string
	// Model is the name that the server knows.
	Model string
	// Key goes with every request to that URL and nowhere else; "" for none.
	Key string
	// Budget is how many tokens may be used, in and out; 0 for no limit.
	Budget int64
	// Concurrency is how many requests are under way at the same time.
	Concurrency int
	// Rate is how many requests are begun in a minute; 0 for no limit.
	Rate int
	// Timeout bounds one request, the whole answer included.
	Timeout time.Duration
	// Retries is how often a request is repeated that failed on the way or on
	// the server.
	Retries int
	// Cache is the folder that keeps the answers; "" for none.
	Cache string
	// Transport is what requests go through; nil for the usual one.
	Transport http.RoundTripper
}

// The defaults of a Config.
const (
	DefaultConcurrency = 4
	DefaultTimeout     = 2 * time.Minute
	DefaultRetries     = 4
)

// base is the URL before "/chat/completions".
func (c Config) base() (string, error) {
	u, err := url.Parse(strings.TrimSpace(c.URL))
	switch {
	case err != nil:
		return "", errors.New("is not an address") // the error would repeat a password
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return "", errors.New("is not an address: write it as http://localhost:11434/v1")
	case u.RawQuery != "" || u.Fragment != "":
		return "", errors.New("has a query: write it as http://localhost:11434/v1")
	}
	u.Path = strings.TrimSuffix(strings.TrimRight(u.Path, "/"), "/chat/completions")
	if u.Path == "" {
		u.Path = "/v1"
	}
	return u.String(), nil
}

// Check says what makes no sense, in terms of the command line's flags.
func (c Config) Check() error {
	if c.URL == "" {
		return errors.New("--llm-url is missing: where does the model answer? For example http://localhost:11434/v1")
	}
	if _, err := c.base(); err != nil {
		return fmt.Errorf("--llm-url %w", err)
	}
	switch {
	case strings.TrimSpace(c.Model) == "":
		return errors.New("--llm-model is missing: which model is to be asked?")
	case c.Budget < 0:
		return fmt.Errorf("--llm-budget must be at least 1, not %d", c.Budget)
	case c.Concurrency < 1:
		return fmt.Errorf("--llm-concurrency must be at least 1, not %d", c.Concurrency)
	case c.Rate < 0:
		return fmt.Errorf("--llm-rate must be at least 1, not %d", c.Rate)
	case c.Timeout <= 0:
		return errors.New("--llm-timeout must be more than 0")
	case c.Retries < 0:
		return fmt.Errorf("--llm-retries must be at least 0, not %d", c.Retries)
	}
	return nil
}

// Host is the server's name, without a password.
func (c Config) Host() string {
	u, err := url.Parse(strings.TrimSpace(c.URL))
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// Private reports that nobody on the way can read along: the connection is
// encrypted or stays on this machine.
func (c Config) Private() bool {
	if strings.HasPrefix(strings.ToLower(strings.TrimSpace(c.URL)), "https:") || c.Host() == "localhost" {
		return true
	}
	ip := net.ParseIP(c.Host())
	return ip != nil && ip.IsLoopback()
}
