package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// wanted is a row of places_wanted.tsv.
type wanted struct {
	country, geonames, name string
	aliases                 []string
}

func readWanted(path string) ([]wanted, error) {
	rows, err := readRows(path, 4)
	var out []wanted
	for _, r := range rows {
		out = append(out, wanted{r[0], r[1], r[2], split(r[3])})
	}
	return out, err
}

// readAreas returns what place a city's country or first division is:
// "country:FR" by "FR", "region:DE-BY" by "DE.02".
func readAreas(data string) (map[string]string, error) {
	out := map[string]string{}
	rows, err := readRows(filepath.Join(data, "countries.tsv"), 11)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		out[r[0]] = "country:" + r[0]
	}
	rows, err = readRows(filepath.Join(data, "regions.tsv"), 8)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if len(r[0]) == 2 {
			out[r[0]] = "region:" + r[0]
		}
		for _, admin := range split(r[7]) {
			out[admin] = "region:" + r[0]
		}
	}
	return out, nil
}

// readRows reads a table without its comments and its header.
func readRows(path string, columns int) ([][]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != columns {
			return nil, fmt.Errorf("%s: want %d columns separated by tabs in %q", path, columns, line)
		}
		rows = append(rows, cols)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s: no header", path)
	}
	return rows[1:], nil
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// choose keeps the most populous cities and the wanted ones, these under their
// English names.
func choose(cities []*city, want []wanted) ([]*city, error) {
	byName := map[string]*city{}
	for _, c := range slices.Backward(cities) {
		byName[c.Country+" "+c.Name] = c
	}
	chosen := slices.Clone(cities[:min(most, len(cities))])
	kept := map[*city]bool{}
	for _, c := range chosen {
		kept[c] = true
	}
	for _, w := range want {
		c, ok := byName[w.country+" "+w.geonames]
		if !ok {
			return nil, fmt.Errorf("places_wanted.tsv: GeoNames has no city %q in %s", w.geonames, w.country)
		}
		c.Name, c.aliases = w.name, w.aliases
		if !kept[c] {
			kept[c] = true
			chosen = append(chosen, c)
		}
	}
	slices.SortFunc(chosen, byPopulation)
	return chosen, nil
}
