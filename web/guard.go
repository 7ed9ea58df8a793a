package web

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// policy keeps a page of this server from loading, or sending to, anything but
// this server. GraphiQL's editor sizes itself with style attributes, and its
// style sheet holds its fonts and icons.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"img-src 'self' data:; font-src 'self' data:; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// guard sets the headers that every answer has, and refuses requests for a host
// that a server on loopback isn't called by: a page whose name an attacker made
// to lead here could read the answers otherwise (DNS rebinding).
func guard(next http.Handler, hosts []string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if !hostAllowed(r, hosts) {
			plain(w, http.StatusMisdirectedRequest, "this server listens on this machine only and isn't called "+
				hostname(r.Host)+"; ask it as 127.0.0.1 or localhost, or have its operator allow that host")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hostAllowed holds for any host unless the connection came in on loopback.
func hostAllowed(r *http.Request, hosts []string) bool {
	local, _ := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	if local == nil || !local.IP.IsLoopback() {
		return true
	}
	host := hostname(r.Host)
	if ip := net.ParseIP(host); ip != nil && ip.IsLoopback() {
		return true
	}
	same := func(allowed string) bool { return strings.EqualFold(allowed, host) }
	return same("localhost") || slices.ContainsFunc(hosts, same)
}

// hostname is a Host header without its port.
func hostname(host string) string {
	if h, _, err := net.SplitHostPort(host); err == nil {
		return h
	}
	return strings.Trim(host, "[]")
}

// origins are those whose pages may ask from a browser.
type origins struct {
	any   bool
	named map[string]bool
}

func newOrigins(list []string) origins {
	o := origins{named: map[string]bool{}}
	for _, origin := range list {
		o.any = o.any || origin == "*"
		o.named[strings.ToLower(strings.TrimRight(origin, "/"))] = true
	}
	return o
}

// admit refuses what a page of another origin sent, unless that origin is
// allowed; then it tells the browser so. Programs send neither header.
func (o origins) admit(w http.ResponseWriter, r *http.Request) *fault {
	w.Header().Add("Vary", "Origin")
	origin := r.Header.Get("Origin")
	switch {
	case origin == "" && foreign(r.Header.Get("Sec-Fetch-Site")):
		return crossOrigin("of another site")
	case origin == "" || sameOrigin(origin, r.Host):
		return nil
	case !o.any && !o.named[strings.ToLower(origin)]:
		return crossOrigin("of " + origin)
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
	w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
	return nil
}

func crossOrigin(whose string) *fault {
	return faultf(http.StatusForbidden, "CROSS_ORIGIN",
		"pages %s may not ask this server; its operator can allow that origin", whose)
}

// foreign reads Sec-Fetch-Site. Another port of the same host is "same-site",
// and another origin.
func foreign(site string) bool { return site == "cross-site" || site == "same-site" }

// sameOrigin leaves the scheme out: behind a proxy this server doesn't know by
// which one it was called.
func sameOrigin(origin, host string) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, host)
}

// preflight answers a browser that asks whether it may send a request. Without
// an allowed origin it learns only the methods.
func preflight(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Allow", "GET, POST, OPTIONS")
	if h.Get("Access-Control-Allow-Origin") != "" {
		h.Set("Access-Control-Allow-Methods", "GET, POST")
		h.Set("Access-Control-Allow-Headers", "Content-Type, Accept, GraphQL-Require-Preflight, X-Requested-With")
		h.Set("Access-Control-Max-Age", "7200")
	}
	w.WriteHeader(http.StatusNoContent)
}

// unsimple wants of a GET what a plain form, link or image can't send: a header
// of its own choosing, or an Accept that names the type of a GraphQL answer.
// docs/decisions has why.
func unsimple(r *http.Request) *fault {
	if r.Method != http.MethodGet || namesJSON(r.Header.Values("Accept")) {
		return nil
	}
	for _, header := range []string{"GraphQL-Require-Preflight", "X-Requested-With"} {
		if r.Header.Get(header) != "" {
			return nil
		}
	}
	if media, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";"); strings.TrimSpace(media) == mediaJSON {
		return nil
	}
	return faultf(http.StatusBadRequest, "PREFLIGHT_REQUIRED",
		"a GET needs the header Accept: application/json (or %s), or GraphQL-Require-Preflight: 1; or send a POST", mediaGraphQL)
}
