package llm

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

const (
	// minWait and maxWait bound the time between two tries, which doubles.
	minWait = time.Second
	maxWait = 30 * time.Second
	// maxPause is the longest pause that is granted to a server.
	maxPause = 2 * time.Minute
)

// doer is what the client library sends by.
type doer struct{ c *retryablehttp.Client }

// Do implements the library's HTTPDoer.
func (d doer) Do(req *http.Request) (*http.Response, error) {
	r, err := retryablehttp.FromRequest(req)
	if err != nil {
		return nil, err
	}
	return d.c.Do(r)
}

// newDoer repeats what failed on the way (a closed connection, no answer in
// time) or on the server (429, 5xx), with growing pauses or those that the
// server asks for. It follows no redirects: the key goes where a person sent it.
func newDoer(t *transport, retries int) doer {
	return doer{&retryablehttp.Client{
		HTTPClient: &http.Client{
			Transport:     t,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		RetryMax:     retries,
		RetryWaitMin: minWait,
		RetryWaitMax: maxWait,
		CheckRetry:   t.again,
		Backoff:      backoff,
		ErrorHandler: retryablehttp.PassthroughErrorHandler,
		RequestLogHook: func(_ retryablehttp.Logger, _ *http.Request, attempt int) {
			if attempt > 0 {
				t.ledger.note(func(a *Account) { a.Retries++ })
			}
		},
	}}
}

// again says whether a failure may pass.
func (t *transport) again(ctx context.Context, res *http.Response, err error) (bool, error) {
	var dial *net.OpError
	switch {
	case errors.Is(err, errHuge):
		return false, nil
	case errors.As(err, &dial) && dial.Op == "dial" && !t.known():
		return false, nil // no server there at all
	case err == nil && asked(res) > maxPause:
		return false, nil
	case err == nil && res.StatusCode == http.StatusTooManyRequests && bytes.Contains(peek(res), []byte("insufficient_quota")):
		return false, nil // the account is empty
	}
	return retryablehttp.DefaultRetryPolicy(ctx, res, err)
}

// peek reads a body and puts it back; transport has bounded it.
func peek(res *http.Response) []byte {
	body, _ := io.ReadAll(res.Body) // from memory
	res.Body = io.NopCloser(bytes.NewReader(body))
	return body
}

// backoff doubles the wait and spreads it, unless the server says how long.
func backoff(shortest, longest time.Duration, attempt int, res *http.Response) time.Duration {
	if pause := asked(res); pause > 0 {
		return pause
	}
	return retryablehttp.DefaultBackoff(shortest, longest, attempt, nil) + rand.N(shortest/4+1)
}
