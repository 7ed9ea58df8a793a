package read

import (
	"bytes"
	"net/url"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// html emits the article of a web page: the main text without navigation and
// comments, and what the page tells of its title, date, address and publisher.
func (r *reader) html(s source, b []byte) bool {
	text, reason := decodePage(b, s.kind)
	if reason != "" {
		return r.skip(s.name, 0, reason)
	}
	found, err := mainText(text, s.url)
	if err != nil {
		return r.skip(s.name, 0, "has no article that could be told from the rest of the page")
	}
	meta := found.Metadata
	d := Document{Name: s.name, URL: meta.URL, Title: meta.Title, Publisher: meta.Sitename, Text: blocks(found.ContentNode)}
	if d.URL == "" {
		d.URL = s.url
	}
	if !meta.Date.IsZero() {
		d.Published = meta.Date.Format(time.DateOnly)
	}
	return r.finish(s.name, 0, d)
}

// decodePage decodes a page as UTF-8, UTF-16 or Windows-1252, else as what it
// or its server declares.
func decodePage(b []byte, kind string) (string, string) {
	text, reason := decode(b)
	if reason == "" || reason == emptyReason || strings.HasPrefix(reason, notText) {
		return text, reason
	}
	enc, _, certain := charset.DetermineEncoding(b, kind)
	if !certain {
		return "", reason
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", reason
	}
	return newlines.Replace(string(out)), ""
}

// mainText finds the article in a page.
func mainText(page, address string) (*trafilatura.ExtractResult, error) {
	opt := trafilatura.Options{ExcludeComments: true, EnableFallback: true}
	if u, err := url.Parse(address); err == nil && address != "" {
		opt.OriginalURL = u
	}
	return trafilatura.Extract(bytes.NewReader([]byte(page)), opt)
}

// lineTags are the elements that begin and end a line.
var lineTags = map[string]bool{
	"p": true, "div": true, "section": true, "article": true, "li": true, "ul": true, "ol": true, "br": true, "hr": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "blockquote": true, "pre": true,
	"table": true, "tr": true, "dl": true, "dt": true, "dd": true, "figure": true, "figcaption": true, "body": true,
}

// blocks gives the words of a page's part, a block a line.
func blocks(root *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		ends := n.Type == html.ElementNode && lineTags[n.Data]
		switch {
		case n.Type == html.TextNode:
			b.WriteString(spaces.Replace(n.Data))
		case ends:
			b.WriteByte('\n')
		case n.Data == "td" || n.Data == "th":
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if ends {
			b.WriteByte('\n')
		}
	}
	if root != nil {
		walk(root)
	}
	return b.String()
}

// spaces undoes line breaks inside of a page's text, which mean nothing there.
var spaces = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")
