package extract

import (
	"testing"

	"parley/loader/lexicon"
)

// TestNamesakes: of places of one name the one that the text tells of.
func TestNamesakes(t *testing.T) {
	const who = "US Secretary of State Marco Rubio met Israeli Foreign Minister Gideon Saar in "
	for text, want := range map[string]string{
		// In what it lies is said.
		who + "Paris on Monday.":                                               "geonames:2988507",
		who + "Paris, Texas, on Monday.":                                       " in region:US-TX",
		who + "Paris in Texas on Monday.":                                      " in region:US-TX",
		who + "Birmingham, Alabama, on Monday.":                                "geonames:4049979",
		who + "Birmingham on Monday.":                                          "geonames:2655603",
		who + "Moscow, Idaho, on Monday.":                                      " in region:US-ID",
		who + "Tripoli, Lebanon, on Monday.":                                   "geonames:266826",
		who + "the Lebanese city of Tripoli on Monday.":                        "geonames:266826",
		who + "Tripoli in northern Lebanon on Monday.":                         "geonames:266826",
		who + "Tripoli on Monday.":                                             "geonames:2210247",
		who + "London, Ontario, on Monday.":                                    "geonames:6058560",
		who + "Moscow, Russia, on Monday.":                                     "geonames:524901",
		who + "Kyiv on Monday.":                                                "geonames:703448",
		who + "Kiev on Monday.":                                                "geonames:703448",
		"Rubio toured Paris, Germany and Italy. " + who + "Paris on Monday.":   "geonames:2988507",
		who + "Paris, Texas, on Monday. Rubio met Saar again in Paris in May.": " in region:US-TX",
		// A state and a region of one name.
		who + "Georgia on Monday.":                                      "country:GE",
		who + "the US state of Georgia on Monday.":                      "region:US-GA",
		who + "Georgia on Monday. Rain fell on Atlanta.":                "region:US-GA",
		who + "Georgia on Monday. Rain fell on Tbilisi.":                "country:GE",
		who + "Atlanta, Georgia, on Monday.":                            "geonames:4180439",
		who + "Georgia on Monday. The Georgian hosts spoke of Atlanta.": "country:GE",
		// Nothing is said, but one lies in a state of those who meet.
		"Pakistani Prime Minister Shehbaz Sharif met Chinese Foreign Minister Wang Yi in Hyderabad on Monday.": "geonames:1176734",
		"Indian Prime Minister Narendra Modi met Chinese Foreign Minister Wang Yi in Hyderabad on Monday.":     "geonames:1269843",
		// Spellings of one name.
		who + "Sharm el-Sheikh on Monday.": "geonames:349340",
		who + "Sharm El Sheikh on Monday.": "geonames:349340",
		who + "Sharm al-Sheikh on Monday.": "geonames:349340",
		who + "Sharm el-Sheik on Monday.":  "geonames:349340",
		who + "Sharm El Sheik on Monday.":  "geonames:349340",
	} {
		x := Extract(Document{ID: "d", Published: "2025-03-04", Text: text}, lexicon.Default())
		if len(x.Meetings) == 0 || x.Meetings[0].Place == nil {
			t.Errorf("%s: no place: %+v", text, x.Meetings)
			continue
		}
		p := x.Meetings[0].Place
		got := p.Code
		if p.In != "" {
			got += " in " + p.In
		}
		if got != want {
			t.Errorf("%s: %q (%s), want %q", text, got, p.Name, want)
		}
	}
}
