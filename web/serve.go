package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"
)

// Grace is how long Serve lets requests finish after it was told to end.
const Grace = 10 * time.Second

// Listen opens addr ("127.0.0.1:8080"; port 0 is any free one). The error is
// one line that says what to do.
func Listen(ctx context.Context, addr string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("can't listen on %s: another program does already; end that one, or choose another address with --addr", addr)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("can't listen on %s: not permitted; choose a port from 1024 up with --addr", addr)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return nil, fmt.Errorf("can't listen on %s: this machine has no such address; choose another with --addr", addr)
	}
	return nil, fmt.Errorf("can't listen on %s: %w; give --addr as HOST:PORT, such as 127.0.0.1:8080", addr, err)
}

// Serve answers on l until ctx ends, then takes no more requests and lets those
// under way finish for as long as Grace. After that their contexts end, and
// with them their statements in the database. It closes l, and returns nil
// where it ended as told.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	base, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	s := &http.Server{
		Handler:           h,
		BaseContext:       func(net.Listener) context.Context { return base },
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    128 << 10, // A GET has its query in the first line.
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serving on %s ended: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	return shutdown(s, cancel, Grace)
}

// shutdown waits for requests under way as long as grace, then ends those that
// are left: cancel ends their contexts.
func shutdown(s *http.Server, cancel context.CancelFunc, grace time.Duration) error {
	wait, done := context.WithTimeout(context.Background(), grace)
	defer done()
	err := s.Shutdown(wait)
	if !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	cancel()
	if err := s.Close(); err != nil {
		return fmt.Errorf("closing connections: %w", err)
	}
	return nil
}
