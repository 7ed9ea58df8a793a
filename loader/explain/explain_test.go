package explain

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"parley/loader/extract"
	"parley/loader/lexicon"
)

var doc = extract.Document{
	ID: "visit", Title: "A <b>visit</b>", Published: "2025-06-05",
	Text: "Spanish Foreign Minister José Manuel Albares met his Moroccan counterpart, Nasser Bourita, in Rabat on Monday. " +
		"\"<script>alert(1)</script>\", he said & smiled. Market talks have stalled.",
}

func TestText(t *testing.T) {
	var b bytes.Buffer
	if err := Text(&b, extract.Explain(doc, lexicon.Default())); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"visit · A <b>visit</b> · published 2025-06-05\n",
		"1  Spanish Foreign Minister José Manuel Albares met",
		"     meeting  \"met\" tells of meeting 1 (verb:met)\n",
		"     who      \"his Moroccan counterpart, Nasser Bourita\" is Nasser Bourita [Morocco] (name)\n",
		"     when     \"Monday\" is 2025-06-02 (counted from the day of publication)\n",
		"     meeting  \"talks\" NOT TAKEN: ",
		"Meeting 1\n     what     held talks\n     who      José Manuel Albares [Spain], Nasser Bourita [Morocco]\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// TestPage reads the page as a browser does: the article's words come out
// intact, and nothing in them becomes markup.
func TestPage(t *testing.T) {
	var b bytes.Buffer
	p, err := NewPage(&b)
	if err == nil {
		err = Article(&b, extract.Explain(doc, lexicon.Default()))
	}
	if err == nil {
		err = p.End()
	}
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode && (n.Data == "script" || n.Data == "b"):
			t.Errorf("the article's words became <%s>", n.Data)
		case n.Type == html.TextNode && n.Parent.Data != "sub":
			words.WriteString(n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "src" || a.Key == "href" {
				t.Errorf("<%s %s=%q> asks for something from elsewhere", n.Data, a.Key, a.Val)
			}
		}
	}
	for _, want := range []string{"<script>alert(1)</script>", "A <b>visit</b>", "José Manuel Albares met his Moroccan", "2025-06-02", "tells of meeting 1"} {
		if !strings.Contains(words.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
