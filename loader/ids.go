package loader

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strconv"
	"strings"

	"parley/loader/extractor"
	"parley/loader/read"
)

// ExtractionVersion is part of every document's digest: raising it makes the
// next load read every document anew.
const ExtractionVersion = 4

// hash names content: 80 bits of SHA-256 over the parts, in hexadecimal. The
// parts' lengths are hashed too, so that no two lists run together.
func hash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strconv.Itoa(len(p)) + ":" + p))
	}
	return hex.EncodeToString(h.Sum(nil)[:10])
}

// documentID names a document by its URL, else by its content.
func documentID(d *read.Document) string {
	if u := canonicalURL(d.URL); u != "" {
		return "document:" + hash("url", u)
	}
	return "document:" + hash("content", d.Title, d.Published, d.Publisher, d.Text)
}

// digest tells whether a document is as it was when it was loaded, and was
// read by the same version of an extractor.
func digest(d *read.Document, by string) string {
	version := strconv.Itoa(ExtractionVersion)
	if by != extractor.RulesVersion {
		version += " " + by
	}
	return hash(version, d.URL, d.Title, d.Published, d.Publisher, d.Text)
}

// tracking are query parameters that name a visit, not a document.
var tracking = []string{"utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "fbclid", "gclid"}

// canonicalURL returns the form of a URL by which documents are compared: host
// in lower case, no fragment, no tracking parameters, no slash at the end. What
// is no absolute URL stays as it is.
func canonicalURL(s string) string {
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return s
	}
	u.Scheme, u.Host, u.Fragment = strings.ToLower(u.Scheme), strings.ToLower(u.Host), ""
	q := u.Query()
	for _, p := range tracking {
		q.Del(p)
	}
	u.RawQuery = q.Encode()
	u.Path = strings.TrimSuffix(u.Path, "/")
	return u.String()
}

// passageID names one sentence of a document.
func passageID(doc string, start, end int) string {
	return "passage:" + suffix(doc) + "-" + strconv.Itoa(start) + "-" + strconv.Itoa(end)
}

// suffix returns an ID without its prefix.
func suffix(id string) string {
	_, s, _ := strings.Cut(id, ":")
	return s
}
