package web

import (
	"context"
	"io"
	"net/http"
	"time"
)

// readyWithin is how long a store may take to say that it is there.
const readyWithin = 2 * time.Second

// healthy answers that the process is alive and serving.
func healthy(w http.ResponseWriter, _ *http.Request) {
	plain(w, http.StatusOK, "ok")
}

// ready answers whether the store can be asked. Why not is for the log.
func (c *Config) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readyWithin)
	defer cancel()
	if err := c.Ready(ctx); err != nil {
		c.Logger.WarnContext(ctx, "not ready", "error", err)
		plain(w, http.StatusServiceUnavailable, "not ready: the store can't be reached; the server's log says why")
		return
	}
	plain(w, http.StatusOK, "ready")
}

// plain writes one line of text that nobody keeps.
func plain(w http.ResponseWriter, status int, line string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, line+"\n")
}
