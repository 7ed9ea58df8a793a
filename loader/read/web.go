package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
)

// Limits of fetching a page.
const (
	pageTime  = 30 * time.Second
	pageHops  = 5
	userAgent = "parley (reads news articles that a user names)"
)

// kinds are the formats by Content-Type.
var kinds = map[string]format{
	"text/html": page, "application/xhtml+xml": page,
	"text/plain": plain, "text/markdown": markdown,
	"application/jsonl": lines, "application/x-ndjson": lines, "application/x-jsonlines": lines,
	"application/json": records,
}

// page reads what a web address leads to.
func (r *reader) page(address string) bool {
	ctx, cancel := context.WithTimeout(r.ctx, pageTime)
	defer cancel()
	resp, err := fetch(ctx, address)
	if err != nil {
		return r.alive() && r.skip(address, 0, fetchReason(err))
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return r.skip(address, 0, "can't be fetched: its server answers "+resp.Status)
	}
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	f, known := kinds[kind]
	if ext, ok := extensions[strings.ToLower(path.Ext(resp.Request.URL.Path))]; ok && (!known || f == plain) {
		f, known = ext, true
	}
	if !known && kind != "" && !strings.HasPrefix(kind, "text/") && kind != unknownKind {
		return r.skip(address, 0, notText+": its server calls it "+shorten(kind))
	}
	return r.source(source{name: address, format: f, url: address, kind: resp.Header.Get("Content-Type"), body: resp.Body})
}

// fetch asks for a page, following at most pageHops redirections.
func fetch(ctx context.Context, address string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain, text/markdown, application/json, application/x-ndjson, */*;q=0.1")
	client := http.Client{CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > pageHops {
			return fmt.Errorf("it redirects more than %d times", pageHops)
		}
		return nil
	}}
	return client.Do(req)
}

// fetchReason says why a page didn't come.
func fetchReason(err error) string {
	var ue *url.Error
	if errors.As(err, &ue) {
		err = ue.Err
	}
	var dns *net.DNSError
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Sprintf("can't be fetched: no answer within %s", pageTime)
	case errors.As(err, &dns):
		return fmt.Sprintf("can't be fetched: the host %q isn't known", dns.Name)
	case errors.Is(err, io.EOF):
		return "can't be fetched: its server closed the connection"
	}
	return "can't be fetched: " + err.Error()
}
