package resolve

import (
	"slices"
	"testing"

	"parley/loader/lexicon"
)

// TestTopics: wordings of one topic, and wordings of two.
func TestTopics(t *testing.T) {
	n := NewNamer(lexicon.Default())
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"ending the war in Ukraine", "cessation of the war in Ukraine", true},
		{"end to the war in Ukraine", "termination of the Ukraine war", true},
		{"ceasefire in Gaza", "Gaza truce", true},
		{"cessation of hostilities in Gaza", "cease-fire in Gaza", true},
		{"exchange of prisoners", "prisoner swap", true},
		{"Iranian nuclear programme", "Iran's nuclear program", true},
		{"security guarantees for Ukraine", "Ukraine's security guarantees", true},
		{"sanctions relief for Iran", "lifting of sanctions on Iran", true},
		{"U.S. tariffs", "American tariffs", true},
		{"peace agreement", "peace treaty", true},
		{"weapons deliveries to Kiev", "supply of arms to Kyiv", true},
		{"attacks on Russia", "Russian attacks", false},
		{"Russian attacks on Ukraine", "Ukrainian attacks on Russia", false},
		{"Russia's aggression against Ukraine", "Russian attack on Ukraine", true},
		{"war in Ukraine", "end of the war in Ukraine", false},
		{"ceasefire in Gaza", "ceasefire in Lebanon", false},
		{"trade", "investment", false},
		{"sanctions on Iran", "sanctions relief for Iran", false},
	} {
		a, b := n.Topic(c.a), n.Topic(c.b)
		if (a.ID == b.ID) != c.same {
			t.Errorf("%q is %s and %q is %s, want one: %v", c.a, a.ID, c.b, b.ID, c.same)
		}
		if a.Form != c.a {
			t.Errorf("%q lost its words: %q", c.a, a.Form)
		}
	}
}

// TestBroader: a topic belongs to that of which it is an aspect, and to the
// concepts in it.
func TestBroader(t *testing.T) {
	n := NewNamer(lexicon.Default())
	for topic, want := range map[string][]string{
		"ending the war in Ukraine":                  {"war in Ukraine"},
		"implementation of the ceasefire in Gaza":    {"ceasefire in Gaza"},
		"Gaza truce implementation":                  {"Gaza truce"},
		"war in Ukraine":                             {"war"},
		"ceasefire in Gaza":                          {"ceasefire"},
		"truce":                                      {"peace"},
		"peace":                                      nil,
		"air defence for Ukraine":                    {"air defence"},
		"restoration of diplomatic relations":        {"diplomatic relations"},
		"tariffs on soybeans":                        {"tariffs"},
		"pilgrims' corridor to a shrine":             nil,
		"question":                                   nil,
		"security guarantees and sanctions on Libya": {"security guarantees", "sanctions"},
	} {
		var got []string
		for _, up := range n.Above(n.Topic(topic)) {
			got = append(got, up.Form)
			if again := n.Topic(up.Form).ID; again != up.ID {
				t.Errorf("%q: what is above it is %s, but its words %q are %s", topic, up.ID, up.Form, again)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("above %q (%s) are %q, want %q", topic, n.Topic(topic).ID, got, want)
		}
	}
}
