package llm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/hashicorp/go-retryablehttp"
	"golang.org/x/time/rate"
)

// maxBody is how much of an answer is read; those of use are a hundredth of it.
const maxBody = 8 << 20

// transport sends requests so that a server and its reader can bear them: few
// at the same time, not more than so many a minute, none while the server has
// asked for a pause, each bounded in time and size. It hands over whole bodies,
// so that an answer that breaks off is an error of the request.
type transport struct {
	next    http.RoundTripper
	timeout time.Duration
	slots   chan struct{}
	limiter *rate.Limiter
	ledger  *ledger

	mu    sync.Mutex
	until time.Time // of the pause
	heard bool      // the server has answered once
}

func newTransport(c Config, l *ledger) *transport {
	t := &transport{next: c.Transport, timeout: c.Timeout, slots: make(chan struct{}, c.Concurrency), ledger: l}
	if t.next == nil {
		usual := http.DefaultTransport.(*http.Transport).Clone()
		usual.MaxIdleConnsPerHost = c.Concurrency
		t.next = usual
	}
	t.limiter = rate.NewLimiter(rate.Inf, 1)
	if c.Rate > 0 {
		t.limiter = rate.NewLimiter(rate.Every(time.Minute/time.Duration(c.Rate)), 1)
	}
	return t
}

// RoundTrip implements http.RoundTripper.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := t.turn(req.Context()); err != nil {
		if req.Body != nil {
			req.Body.Close()
		}
		return nil, err
	}
	defer func() { <-t.slots }()
	t.ledger.note(func(a *Account) { a.Requests++ })
	res, err := t.send(req)
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.heard = true
	if pause := asked(res); pause > 0 {
		t.until = time.Now().Add(pause)
	}
	return res, nil
}

// turn waits until a request may begin.
func (t *transport) turn(ctx context.Context) error {
	select {
	case t.slots <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	err := t.wait(ctx)
	if err == nil {
		err = t.limiter.Wait(ctx)
	}
	if err != nil {
		<-t.slots
	}
	return err
}

// wait waits for the end of the pause that the server has asked for.
func (t *transport) wait(ctx context.Context) error {
	t.mu.Lock()
	pause := time.Until(t.until)
	t.mu.Unlock()
	if pause <= 0 || pause > maxPause {
		return ctx.Err()
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// send sends one request and reads the whole answer.
func (t *transport) send(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(req.Context(), t.timeout)
	defer cancel()
	res, err := t.next.RoundTrip(req.WithContext(ctx))
	var body []byte
	if err == nil {
		body, err = io.ReadAll(io.LimitReader(res.Body, maxBody+1))
		res.Body.Close()
	}
	switch {
	case req.Context().Err() != nil:
		return nil, req.Context().Err()
	case errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil:
		return nil, fmt.Errorf("%w %s", errSlow, t.timeout)
	case err != nil:
		return nil, err
	case len(body) > maxBody:
		return nil, errHuge
	}
	res.Body, res.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return res, nil
}

// known reports that the server has answered before.
func (t *transport) known() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.heard
}

// asked is the pause that an answer asks for in Retry-After, 0 for none.
func asked(res *http.Response) time.Duration {
	return retryablehttp.DefaultBackoff(0, 0, 0, res)
}
