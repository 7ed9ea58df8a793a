package web_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"parley/web"
)

func TestListenSaysWhatToDo(t *testing.T) {
	l, err := web.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	taken := l.Addr().String()
	for addr, says := range map[string]string{
		taken:             "can't listen on " + taken + ": another program does already; end that one, or choose another address with --addr",
		"192.0.2.1:8080":  "this machine has no such address",
		"127.0.0.1":       "give --addr as HOST:PORT, such as 127.0.0.1:8080",
		"127.0.0.1:99999": "give --addr as HOST:PORT",
	} {
		l, err := web.Listen(t.Context(), addr)
		if err == nil {
			l.Close()
			t.Errorf("%s: no error", addr)
			continue
		}
		if !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want it to say %q", addr, err, says)
		}
	}
}

func TestServeLetsRequestsFinish(t *testing.T) {
	l, err := web.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	began, finish := make(chan struct{}), make(chan struct{})
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(began)
		<-finish
		if r.Context().Err() != nil {
			t.Error("the request's context ended with the server's")
		}
		_, _ = io.WriteString(w, "done")
	})
	ctx, cancel := context.WithCancel(t.Context())
	served, answered := make(chan error, 1), make(chan string, 1)
	go func() { served <- web.Serve(ctx, l, h) }()
	go func() {
		res, err := http.Get("http://" + l.Addr().String())
		if err != nil {
			answered <- err.Error()
			return
		}
		defer res.Body.Close()
		text, _ := io.ReadAll(res.Body)
		answered <- string(text)
	}()
	<-began
	cancel()
	select {
	case err := <-served:
		t.Fatalf("Serve returned %v while a request was under way", err)
	case <-time.After(100 * time.Millisecond):
	}
	close(finish)
	if got := <-answered; got != "done" {
		t.Errorf("answer %q", got)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
}

func TestServeTellsWhenItsListenerFails(t *testing.T) {
	l, err := web.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := web.Serve(t.Context(), l, http.NotFoundHandler()); err == nil || !strings.Contains(err.Error(), "ended") {
		t.Errorf("error %v", err)
	}
}
