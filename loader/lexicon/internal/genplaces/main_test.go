package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRun writes the gazetteer of a small world.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	wheel := filepath.Join(dir, "g.whl")
	write(t, wheel, zipped(t, `{
		"1": {"geonameid": 1, "name": "Köln", "latitude": 50.9, "longitude": 6.95, "countrycode": "DE", "admin1code": "07",
			"population": 1000, "alternatenames": ["Keulen", "Cologny", "кельн"]},
		"2": {"geonameid": 2, "name": "Novi Sad", "latitude": 45.25, "longitude": 19.8, "countrycode": "RS", "admin1code": "VO",
			"population": 3000, "alternatenames": ["Novi-Sad", "Novy Sad", "Neusatz"]}}`))
	write(t, filepath.Join(dir, "places_wanted.tsv"), "country\tgeonames\tname\taliases\nDE\tKöln\tCologne\tKöln\n")
	write(t, filepath.Join(dir, "countries.tsv"), table11("code", "DE", "RS"))
	write(t, filepath.Join(dir, "regions.tsv"), "code\tname\tin\tlat\tlon\tpopulation\taliases\tadmin1\nDE-NW\tX\tcountry:DE\t51\t7\t\t\tDE.07\n")
	if err := run(wheel, dir); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "places.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(string(b), "population\taliases\n")
	want := "2\tNovi Sad\tcountry:RS\t45.2500\t19.8000\t3000\tNovi-Sad|Novy Sad\n" +
		"1\tCologne\tregion:DE-NW\t50.9000\t6.9500\t1000\tKöln|Cologny\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places.tsv (-want +got):\n%s", diff)
	}
}

// TestUnknownCity: a wanted city that GeoNames lacks is named.
func TestUnknownCity(t *testing.T) {
	_, err := choose(nil, []wanted{{country: "FR", geonames: "Atlantis"}})
	if err == nil || !strings.Contains(err.Error(), `"Atlantis" in FR`) {
		t.Errorf("error %v, want one that names the city", err)
	}
}

// table11 is a table of eleven columns with these first ones.
func table11(rows ...string) string {
	return strings.Join(rows, strings.Repeat("\t", 10)+"\n") + strings.Repeat("\t", 10) + "\n"
}

func zipped(t *testing.T, cities string) string {
	t.Helper()
	var b strings.Builder
	z := zip.NewWriter(&b)
	f, err := z.Create(citiesFile)
	if err == nil {
		_, err = f.Write([]byte(cities))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func write(t *testing.T, path, s string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
		t.Fatal(err)
	}
}
