package resolve

import (
	"slices"
	"testing"

	"parley/loader/extract"
	"parley/loader/lexicon"
)

// TestWithin: a place lies in all that is around it, the gazetteer's or the
// text's.
func TestWithin(t *testing.T) {
	n := NewNamer(lexicon.Default())
	for _, c := range []struct {
		place extract.Place
		in    []string
	}{
		{extract.Place{Name: "Birmingham", Code: "geonames:4049979"}, []string{"place:region-US-AL", "country:US", "place:continent-north-america"}},
		{extract.Place{Name: "Birmingham", Code: "geonames:2655603"}, []string{"country:GB", "place:continent-europe"}},
		{extract.Place{Name: "Moscow", In: "region:US-ID"}, []string{"place:region-US-ID", "country:US", "place:continent-north-america"}},
		{extract.Place{Name: "Sharm el-Sheikh", Code: "geonames:349340"}, []string{"country:EG", "place:country-EG", "place:continent-africa"}},
		{extract.Place{Name: "Kremlin", Code: "venue:kremlin"}, []string{"place:geonames-524901", "country:RU", "place:continent-europe"}},
		{extract.Place{Name: "Tbilisi", Code: "geonames:611717"}, []string{"country:GE"}},
		{extract.Place{Name: "Georgia", Code: "region:US-GA"}, []string{"country:US"}},
		{extract.Place{Name: "Quelvano"}, nil},
	} {
		id := n.Place(c.place).ID
		within := n.Within(id)
		for _, in := range c.in {
			if !slices.Contains(within, in) {
				t.Errorf("%s (%s) is not in %s but in %v", c.place.Name, id, in, within)
			}
		}
		if c.in == nil && within != nil {
			t.Errorf("%s lies in %v", c.place.Name, within)
		}
	}
}
