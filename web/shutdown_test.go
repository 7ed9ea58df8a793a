package web

import (
	"context"
	"net"
	"net/http"
	"testing"
	"time"
)

// TestShutdownEndsWhatDoesNotFinish has to be inside: the real grace is long.
func TestShutdownEndsWhatDoesNotFinish(t *testing.T) {
	base, cancel := context.WithCancel(t.Context())
	began, ended := make(chan struct{}), make(chan struct{})
	s := &http.Server{
		BaseContext: func(net.Listener) context.Context { return base },
		Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			close(began)
			<-r.Context().Done()
			close(ended)
		}),
	}
	l, err := Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = s.Serve(l) }()
	go func() {
		if res, err := http.Get("http://" + l.Addr().String()); err == nil {
			res.Body.Close()
		}
	}()
	<-began
	if err := shutdown(s, cancel, 20*time.Millisecond); err != nil {
		t.Error(err)
	}
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Error("a request outlived the server")
	}
}
